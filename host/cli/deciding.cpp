#include "cli/deciding.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <thread>

#include "record/decision_document.hpp"

namespace remit::cli {

Deciding decide_round(const Wanted& wanted, unsigned threads) {
  Deciding made;
  made.session = open_round(wanted);
  made.threads = threads ? threads : std::max(1U, std::thread::hardware_concurrency());
  made.decided = std::make_unique<engine::Decided>(engine::decide(*made.session.round, *made.session.pack, made.threads));
  made.constants = record::constants_of(*made.decided, {REMIT_VERSION, made.session.what_if});
  spdlog::info("round {} decided", made.session.round->id());
  return made;
}

std::string document_of(const Deciding& deciding) {
  std::string out;
  record::write_document(deciding.constants, deciding.threads, [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace remit::cli
