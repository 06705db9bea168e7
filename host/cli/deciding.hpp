// A round decided, ready to be written: what decide, explain and replay share.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "cli/session.hpp"
#include "engine/decided.hpp"
#include "record/constants.hpp"
#include "record/write.hpp"

namespace remit::cli {

struct Deciding {
  Session session;
  std::unique_ptr<policy::Plugins> plugins;   // who answered; null when the pack uses none
  std::unique_ptr<engine::Decided> decided;   // points into the session
  record::RoundConstants constants;           // points into `decided`
  unsigned threads = 1;
};

/// Who answers for the plug-ins of a pack that uses some.
using Answering = std::function<std::unique_ptr<policy::Plugins>(const policy::Pack&)>;
/// Opens and decides. `threads` 0: all that the machine has. Without `answering` the plug-ins themselves are opened. Throws
/// base::Refused, before an application is touched.
Deciding decide_round(const Wanted& wanted, unsigned threads, const Answering& answering = {});
/// The `remit.decision/1` document.
std::string document_of(const Deciding& deciding);

}  // namespace remit::cli
