// The command line: options, the chosen command, and how what went wrong is told.
#pragma once

namespace remit::cli {

/// Returns the exit code: 0 done, 1 findings, 2 usage or unreadable input, 3 pack refused, 4 trust, 130 interrupted.
int run(int count, char** words);

}  // namespace remit::cli
