// The operational log: on standard error, never a personal value, off below warnings unless asked for. One file knows its library, which
// takes longer to compile than what it is told.
#pragma once
#include <string>

namespace remit::cli {

/// `level`: trace, debug, info, warn, error or off.
void start_log(const std::string& level);
void log_info(const std::string& words);
void log_warning(const std::string& words);

}  // namespace remit::cli
