// A round decided, ready to be written: what decide, explain and replay share.
#pragma once
#include <memory>
#include <string>

#include "cli/session.hpp"
#include "engine/decided.hpp"
#include "record/constants.hpp"
#include "record/write.hpp"

namespace remit::cli {

struct Deciding {
  Session session;
  std::unique_ptr<engine::Decided> decided;   // points into the session
  record::RoundConstants constants;           // points into `decided`
  unsigned threads = 1;
};

/// Opens and decides. `threads` 0: all that the machine has.
Deciding decide_round(const Wanted& wanted, unsigned threads);
/// The `remit.decision/1` document.
std::string document_of(const Deciding& deciding);

}  // namespace remit::cli
