#include "plugins/confine.hpp"

#include <asm/ioctls.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
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
volatile Stage stage_now = Stage::loading;

void on_forbidden_call(int, siginfo_t* about, void*) {
  noted->while_loading = stage_now == Stage::loading ? 1 : 0;
  noted->system_call = about->si_syscall + 1;
  std::signal(SIGSYS, SIG_DFL);
  ::raise(SIGSYS);
  ::_exit(159);
}

void limit(__rlimit_resource what, std::uint64_t soft, std::uint64_t hard) {
  const rlimit to{soft, hard};
  ::setrlimit(what, &to);
}

// Memory, time to wait, and the end. What C libraries ask of a standard output that they see for the first time. abort() sets its own
// signal back; SIGSYS stays as it is until its handler runs. The last two are the first that a new thread asks, perhaps late.
constexpr int always[] = {
    SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction), SCMP_SYS(sigaltstack), SCMP_SYS(getpid), SCMP_SYS(gettid),
    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(sched_yield),
    SCMP_SYS(getrandom), SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(lseek), SCMP_SYS(restart_syscall),
    SCMP_SYS(set_robust_list), SCMP_SYS(rseq)};

// What the loader and the first steps of libraries ask: files to read, what machine this is, threads and what they wait for.
constexpr int while_loading[] = {
    SCMP_SYS(mmap), SCMP_SYS(mprotect), SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close),
    SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(statx), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink),
    SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(dup), SCMP_SYS(pipe2),
    SCMP_SYS(eventfd2), SCMP_SYS(memfd_create), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(pause), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrlimit),
    SCMP_SYS(getrusage), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(getppid), SCMP_SYS(getcpu),
    SCMP_SYS(time), SCMP_SYS(clock_getres), SCMP_SYS(sched_getaffinity), SCMP_SYS(arch_prctl), SCMP_SYS(membarrier),
    SCMP_SYS(set_tid_address), SCMP_SYS(seccomp)};

/// Rules are added until one is refused.
class Filter {
 public:
  Filter() : filter_(::seccomp_init(SCMP_ACT_TRAP)), good_(filter_ != nullptr) {}
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;
  ~Filter() {
    if (filter_ != nullptr) ::seccomp_release(filter_);
  }
  void allow(int call) { good_ = good_ && ::seccomp_rule_add(filter_, SCMP_ACT_ALLOW, call, 0) == 0; }
  void allow(int call, scmp_arg_cmp only) { good_ = good_ && ::seccomp_rule_add(filter_, SCMP_ACT_ALLOW, call, 1, only) == 0; }
  void answer(int call, unsigned error) { good_ = good_ && ::seccomp_rule_add(filter_, SCMP_ACT_ERRNO(error), call, 0) == 0; }
  /// On every thread that there is: one that was made before would go on as before.
  bool load() { return good_ && ::seccomp_attr_set(filter_, SCMP_FLTATR_CTL_TSYNC, 1) == 0 && ::seccomp_load(filter_) == 0; }

 private:
  scmp_filter_ctx filter_;
  bool good_;
};

void allow_always(Filter& filter) {
  for (const int call : always) filter.allow(call);
  // signals to itself, for abort, and to nobody else
  filter.allow(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid())));
}

void allow_loading(Filter& filter) {
  for (const int call : while_loading) filter.allow(call);
  constexpr scmp_datum_t writes = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
  filter.allow(SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, writes, O_RDONLY));
  filter.allow(SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, writes, O_RDONLY));
  // a thread is no process; what glibc asks first has its flags where no filter sees them, and without it glibc asks the other
  filter.allow(SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
  filter.answer(SCMP_SYS(clone3), ENOSYS);
  // nothing by which a file could send signals to others
  for (const unsigned what : {F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD, F_DUPFD_CLOEXEC, F_GETLK, F_SETLK, F_ADD_SEALS, F_GET_SEALS})
    filter.allow(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, what));
  for (const unsigned what : {unsigned{TCGETS}, unsigned{FIONREAD}}) filter.allow(SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, what));
  for (const unsigned what : {PR_SET_NAME, PR_GET_NAME, PR_SET_VMA, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, PR_GET_SECCOMP})
    filter.allow(SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, what));
  filter.allow(SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_EQ, 0));   // its own
}

void allow_answering(Filter& filter) {
  // reads of its own channel, writes to it and to the captured output
  filter.allow(SCMP_SYS(read), SCMP_A0(SCMP_CMP_EQ, channel_descriptor));
  for (const int call : {SCMP_SYS(write), SCMP_SYS(writev)}) filter.allow(call, SCMP_A0(SCMP_CMP_LE, channel_descriptor));
  // memory that nothing can run in
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) filter.allow(call, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
}

}  // namespace

void limit_resources(std::uint64_t memory, std::uint64_t processor_seconds) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit(RLIMIT_CORE, 0, 0);
  ::prctl(PR_SET_DUMPABLE, 0);   // nor to a program that collects dumps: it would see what was asked, and keep the host waiting
  limit(RLIMIT_FSIZE, 0, 0);
  limit(RLIMIT_CPU, processor_seconds, processor_seconds + 1);
  if (!REMIT_WATCHED) limit(RLIMIT_AS, memory, memory);
}

bool shut_system_calls(volatile Page* page, Stage stage) {
  if (REMIT_WATCHED) return true;   // what watches it makes calls of its own
  noted = page;
  struct sigaction action {};
  action.sa_sigaction = on_forbidden_call;
  action.sa_flags = SA_SIGINFO | SA_NODEFER;   // the handler ends the process by the same signal
  ::sigaction(SIGSYS, &action, nullptr);
  Filter filter;
  allow_always(filter);
  (stage == Stage::loading ? allow_loading : allow_answering)(filter);
  if (!filter.load()) return false;
  stage_now = stage;
  return true;
}

std::string system_call_name(std::int32_t number) {
  char* name = ::seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number);
  const std::string words = name == nullptr ? "number " + std::to_string(number) : name;
  std::free(name);
  return words;
}

}  // namespace remit::plugins
