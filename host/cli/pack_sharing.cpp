
#include <chrono>

#include "base/date.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/pack_commands.hpp"
#include "cli/session.hpp"
#include "pack/manifest.hpp"

namespace remit::cli {

namespace {

std::string today() {
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  base::Value value;
  value.kind = base::Kind::date;
  value.integer = std::chrono::sys_days(day).time_since_epoch().count() * base::seconds_a_day;
  return base::moment_text(value);
}

}  // namespace

void add_act(Command& command, pack::Act& act, bool required) {
  auto* by = command.add_option("--by", act.by, "who decides this: a person's name, and their office");
  auto* why = command.add_option("--why", act.why, "the reason, as it is to be read in a year: a minute, a decision");
  if (required) {
    by->required();
    why->required();
  }
  command.add_option("--as-of", act.as_of, "the day that stands for today; without it today's date, which is then said and recorded")->type_name("DATE");
}

void settle_day(pack::Act& act) {
  act.day_given = !act.as_of.empty();
  if (!act.day_given) act.as_of = today();
  base::Value day;
  if (!base::read_moment(act.as_of, day) || day.kind != base::Kind::date)
    base::refuse({"BAD_DATE", {}, 0, 0, "--as-of", "`" + base::printable(act.as_of, 40) + "` is no day; write it as 2026-03-31", {}, {}});
  act.as_of = base::moment_text(day);
  for (const auto& [name, text] : {std::pair("--by", &act.by), std::pair("--why", &act.why)})
    if (base::printable(*text, 2000) != *text || !base::valid_utf8(*text)) base::refuse({"BAD_TEXT", {}, 0, 0, name, "it is one line of at most 2000 bytes", {}, {}});
}

std::string day_in_words(const pack::Act& act) { return "as of " + act.as_of + (act.day_given ? "" : " (today's date)"); }

const std::string_view stacked_style = R"css(
.stacked td { overflow-wrap: anywhere; } .stacked .whole { white-space: nowrap; } .stacked p { margin: 0 0 .2rem; }
.verdict { font-weight: 600; white-space: nowrap; } .added, .loosened { color: var(--good); } .removed, .tightened { color: var(--bad); } .changed { color: var(--doubt); }
@media (max-width: 40rem) { .stacked thead { position: absolute; left: -99rem; } .stacked tr { display: block; border-bottom: 2px solid var(--line); padding: .4rem 0; }
  .stacked td { display: grid; grid-template-columns: 7rem 1fr; border: 0; padding: .1rem .3rem; } .stacked td::before { content: attr(data-of); color: var(--soft); }
  .stacked td > div { min-width: 0; } .stacked td:empty { display: none; } .stacked .whole { white-space: normal; } }
)css";

std::string_view override_words(std::string_view change) {
  if (change == "and_also") return "asks more than";
  return change == "instead" ? "asks something else than" : "puts a function in the place of";
}

std::string counted(std::size_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
  return out;
}

void hand_over(const std::string& page, const std::string& out) {
  if (out.empty()) return print(page);
  write_file(out, page);
  print(out + "\n");
}

void add_pack_sharing(Program& program, Command& pack) {
  add_pack_build(program, pack);
  add_pack_key(program, pack);
  add_pack_sign(program, pack);
  add_pack_verify(program, pack);
  add_pack_trust(program, pack);
  add_pack_install(program, pack);
  add_pack_list(program, pack);
  add_pack_rollback(program, pack);
  add_pack_index(program, pack);
  add_pack_diff(program, pack);
  add_pack_status(program, pack);
}

}  // namespace remit::cli
