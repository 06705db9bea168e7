// The worker: the process in which one plug-in runs. It is told what to do by frames on its channel, and leaves when the channel ends.
#pragma once

namespace remit::plugins {

/// Serves the host until it is told to quit; never returns. To be called first of all in a new process, for nothing of the host
/// should lie in its memory.
[[noreturn]] void run_worker();

}  // namespace remit::plugins
