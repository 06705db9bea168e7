// What a worker gives up: memory and time beyond its limits, new rights, and system calls, in two steps (sole user of libseccomp).
// Before a library is loaded: whatever reaches outside this process, for constructors run before anything is known of a library. Once
// its plug-in is bound: whatever answering does not need.
#pragma once
#include <cstdint>
#include <string>

namespace remit::plugins {

/// A page that host and worker share. The worker writes, the host only takes hints from it: a plug-in may scribble on it.
struct Page {
  std::uint32_t subject = 0;        // which of a batch it is asked about
  std::int32_t system_call = 0;     // 1 + the number of the call that ended it; 0: none
  std::int32_t while_loading = 0;   // whether that was before its plug-in was bound
};

/// The limits of this process: address space and processor time; no core file, no file that grows; it dies with its parent.
void limit_resources(std::uint64_t memory, std::uint64_t processor_seconds);
/// How much of the system a worker still needs.
enum class Stage { loading, answering };
/// From here on only the calls of this stage are allowed, on every thread. Any other is noted in `page` and ends the process by SIGSYS.
/// Loading: files are read, memory is had, threads are made; nothing is written, run, sent or signalled. False when the kernel refuses.
bool shut_system_calls(volatile Page* page, Stage stage);
/// "openat", or "number 999".
std::string system_call_name(std::int32_t number);

}  // namespace remit::plugins
