// A round assessed, ready to be written: what assess, explain and replay share.
#pragma once
#include <memory>
#include <string>

#include "cli/session.hpp"
#include "engine/assess.hpp"
#include "record/constants.hpp"

namespace remit::cli {

struct Assessing {
  Session session;
  std::unique_ptr<engine::Assessed> assessed;   // points into the session
  record::Run run;
};

/// Opens the round, which may hold records alone, and assesses it. Refuses a `type` that no rule is asked of (exit code 2).
Assessing assess_round(Wanted wanted, const std::string& type);
/// The same of what was opened already: says on standard error which files of the folder no type reads.
void tell_unread(const Session& session);

/// `remit explain ROUND ID --type T`: prints what was said of one record.
int explain_record(const Wanted& wanted, const std::string& type, const std::string& id, const std::string& rule, const std::string& redact, bool colour);

}  // namespace remit::cli
