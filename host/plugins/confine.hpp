// What a worker gives up: memory and time beyond its limits, new rights, and, once its plug-in is bound, every system call that
// answering does not need (sole user of libseccomp).
#pragma once
#include <cstdint>
#include <string>

namespace remit::plugins {

/// A page that host and worker share. The worker writes, the host only takes hints from it: a plug-in may scribble on it.
struct Page {
  std::uint32_t subject = 0;        // which of a batch it is asked about
  std::int32_t system_call = 0;     // 1 + the number of the call that ended it; 0: none
};

/// The limits of this process: address space and processor time; no core file, no file that grows; it dies with its parent.
void limit_resources(std::uint64_t memory, std::uint64_t processor_seconds);
/// From here on only calls that answering needs are allowed. Any other is noted in `page` and ends the process by SIGSYS. False when
/// the kernel refuses.
bool shut_system_calls(volatile Page* page);
/// "openat", or "number 999".
std::string system_call_name(std::int32_t number);

}  // namespace remit::plugins
