#include "plugins/confine.hpp"

#include <csignal>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>

#include "plugins/descriptors.hpp"

// A process watched by a sanitizer maps terabytes of address space.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define REMIT_WATCHED 1
#else
#define REMIT_WATCHED 0
#endif

namespace remit::plugins {

namespace {

volatile Page* noted = nullptr;

void on_forbidden_call(int, siginfo_t* about, void*) {
  noted->system_call = about->si_syscall + 1;
  std::signal(SIGSYS, SIG_DFL);
  ::raise(SIGSYS);
  ::_exit(159);
}

void limit(__rlimit_resource what, std::uint64_t soft, std::uint64_t hard) {
  const rlimit to{soft, hard};
  ::setrlimit(what, &to);
}

// Memory, time to wait, and the end. What C libraries ask of a standard output that they see for the first time.
constexpr int allowed[] = {
    SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(sigaltstack), SCMP_SYS(getpid), SCMP_SYS(gettid),
    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(sched_yield),
    SCMP_SYS(getrandom), SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(lseek), SCMP_SYS(restart_syscall)};

bool allow(scmp_filter_ctx filter) {
  bool good = true;
  for (const int call : allowed) good = good && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
  // reads of its own channel, writes to it and to the captured output
  good = good && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(read), 1, SCMP_A0(SCMP_CMP_EQ, channel_descriptor)) == 0;
  for (const int call : {SCMP_SYS(write), SCMP_SYS(writev)})
    good = good && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A0(SCMP_CMP_LE, channel_descriptor)) == 0;
  // signals to itself, for abort, and to nobody else
  good = good && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()))) == 0;
  // memory that nothing can run in
  good = good && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
  good = good && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
  // abort() sets its own signal back; SIGSYS stays as it is until its handler runs
  good = good && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(rt_sigaction), 0) == 0;
  return good;
}

}  // namespace

void limit_resources(std::uint64_t memory, std::uint64_t processor_seconds) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, 0, 0);
  limit(RLIMIT_CPU, processor_seconds, processor_seconds + 1);
  if (!REMIT_WATCHED) limit(RLIMIT_AS, memory, memory);
}

bool shut_system_calls(volatile Page* page) {
  if (REMIT_WATCHED) return true;   // what watches it makes calls of its own
  noted = page;
  struct sigaction action {};
  action.sa_sigaction = on_forbidden_call;
  action.sa_flags = SA_SIGINFO | SA_NODEFER;   // the handler ends the process by the same signal
  ::sigaction(SIGSYS, &action, nullptr);
  scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_TRAP);
  if (filter == nullptr) return false;
  const bool good = allow(filter) && ::seccomp_load(filter) == 0;
  ::seccomp_release(filter);
  return good;
}

std::string system_call_name(std::int32_t number) {
  char* name = ::seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number);
  const std::string words = name == nullptr ? "number " + std::to_string(number) : name;
  std::free(name);
  return words;
}

}  // namespace remit::plugins
