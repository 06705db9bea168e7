#include "cli/log.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace remit::cli {

void start_log(const std::string& level) {
  auto log = spdlog::stderr_color_mt("remit");
  log->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
  log->set_level(spdlog::level::from_str(level));
  spdlog::set_default_logger(log);
}

void log_info(const std::string& words) { spdlog::info("{}", words); }
void log_warning(const std::string& words) { spdlog::warn("{}", words); }

}  // namespace remit::cli
