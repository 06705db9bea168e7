#include "cli/deciding.hpp"

#include <algorithm>
#include <thread>

#include "cli/log.hpp"
#include "cli/plugging.hpp"
#include "record/decision_document.hpp"

namespace remit::cli {

Deciding decide_round(const Wanted& wanted, unsigned threads, const Answering& answering) {
  Deciding made;
  made.session = open_round(wanted);
  made.threads = threads ? threads : std::max(1U, std::thread::hardware_concurrency());
  const policy::Pack& pack = *made.session.pack;
  if (!pack.uses.empty()) made.plugins = answering ? answering(pack) : open_plugins(pack, wanted.round, wanted.plugins);
  made.decided = std::make_unique<engine::Decided>(engine::decide(*made.session.round, pack, made.threads, true, made.plugins.get()));
  made.constants = record::constants_of(*made.decided, {REMIT_VERSION, made.session.what_if, made.session.publisher});
  log_info("round " + std::string(made.session.round->id()) + " decided");
  return made;
}

std::string document_of(const Deciding& deciding) {
  std::string out;
  record::write_document(deciding.constants, deciding.threads, [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace remit::cli
