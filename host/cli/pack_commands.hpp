// The commands below `remit pack` by which packs travel, one in each file of its name, and what they share.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "pack/adoptions.hpp"

namespace remit::cli {

void add_pack_build(Program& program, Command& pack);
void add_pack_key(Program& program, Command& pack);
void add_pack_sign(Program& program, Command& pack);
void add_pack_verify(Program& program, Command& pack);
void add_pack_trust(Program& program, Command& pack);
void add_pack_install(Program& program, Command& pack);
void add_pack_list(Program& program, Command& pack);
void add_pack_rollback(Program& program, Command& pack);
/// index and outdated
void add_pack_index(Program& program, Command& pack);
void add_pack_diff(Program& program, Command& pack);
void add_pack_status(Program& program, Command& pack);
/// The style of tables whose rows stand one below the other on a phone, each cell under the heading that its `data-of` says.
extern const std::string_view stacked_style;
/// A page to standard output, or to the file `out`, whose name is then said.
void hand_over(const std::string& page, const std::string& out);
/// All of them.
void add_pack_sharing(Program& program, Command& pack);

/// --by, --why and --as-of: who acts, why, and on which day. `required`: whether who and why must be said.
void add_act(Command& command, pack::Act& act, bool required);
/// The day as it is recorded: the one given, or today's. Throws base::Refused (exit code 2) when it is no day.
void settle_day(pack::Act& act);
/// "as of 2026-11-22 (today's date)": what was judged against, said in every output that depends on it.
std::string day_in_words(const pack::Act& act);

/// What an override does to its rule, in words that the rule's name follows: "asks more than". `change`: as policy::Override has it.
std::string_view override_words(std::string_view change);

/// "18,204".
std::string counted(std::size_t number);

}  // namespace remit::cli
