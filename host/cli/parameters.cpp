// remit parameters: the dated values of a pack, with where each comes from, what was in force on a day, and what changes next. The day is
// asked for and never read from a clock: without one, every value of every time is listed.
#include <algorithm>
#include <optional>

#include "base/date.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "record/append.hpp"
#include "report/layout.hpp"
#include "rules/words.hpp"

namespace remit::cli {

namespace {

using policy::Parameter;

struct Options {
  std::string pack, on, opened, format = "text";
};

/// A value that will hold, and from when.
struct Change {
  const Parameter* parameter;
  const Parameter::Period* period;
  const Parameter::Period* before;   // null: there is none
};

constexpr std::int64_t no_day = -100'000'000'000;   // `value = ...` holds from long before any date

std::string day_text(std::int64_t second) { return base::moment_text(base::Value::of(base::Kind::date, second)); }
std::string day_words(std::int64_t second) { return base::moment_for_people(base::Value::of(base::Kind::date, second)); }

std::int64_t day_of(const std::string& text, const char* option) {
  base::Value day;
  if (!base::read_moment(text, day) || day.kind != base::Kind::date)
    base::refuse({"BAD_DATE", {}, 0, 0, {}, std::string("`") + option + "` is a day of the calendar, like 2026-04-01, and `" + base::printable(text, 40) + "` is none", {}, {}});
  return day.integer;
}

std::string in_words(const Parameter& p, const base::Value& value) {
  if (!value.answered()) return "nothing";
  const std::string out = rules::spoken_value(value, p.field.type, policy::Facts{});
  const bool counted = p.field.type == base::Type::count || p.field.type == base::Type::number;
  return counted && !p.unit.empty() && p.unit != "count" && p.unit != "number" ? out + " " + p.unit : out;
}

const std::string& clause_of(const Parameter& p, const Parameter::Period& period) { return period.clause.empty() ? p.clause : period.clause; }

/// The day by which `p` is chosen.
std::int64_t its_day(const Parameter& p, const policy::Clocks& clocks) { return p.clock == policy::Clock::opened ? clocks.opened : clocks.decided; }

std::vector<Change> to_come(const policy::Pack& pack, const policy::Clocks& clocks) {
  std::vector<Change> out;
  for (const Parameter& p : pack.parameters)
    for (std::size_t i = 0; i < p.periods.size(); ++i)
      if (p.periods[i].from > its_day(p, clocks)) out.push_back({&p, &p.periods[i], i > 0 ? &p.periods[i - 1] : nullptr});
  std::ranges::stable_sort(out, {}, [](const Change& c) { return c.period->from; });
  return out;
}

/// Why nothing is in force: the source is silent, the first value is yet to come, or it was set to nothing on purpose.
std::string why_none(const Parameter& p, const Parameter::Period* now) {
  const std::string so = p.so.empty() ? "" : "; " + p.so;
  if (now) return "set to nothing from " + day_words(now->from) + so;
  if (p.periods.empty()) return "no value at all: the source is silent" + so;
  return "no value on that day: the first is from " + day_words(p.periods.front().from) + so;
}

std::string from_words(const Parameter& p, std::int64_t from) {
  return (p.clock == policy::Clock::opened ? "for calls that open from " : "from ") + day_words(from);
}

std::string reference(const std::string& clause) { return clause.empty() ? "" : " [" + clause + "]"; }

void add_value(const Parameter& p, const Parameter::Period* now, std::string& out) {
  report::append_wrapped("  ", p.id + ": " + (now && now->value.answered() ? in_words(p, now->value) + reference(clause_of(p, *now)) : why_none(p, now)), 118, out);
  std::string more = p.title + (p.clock == policy::Clock::opened ? "; in force when the call opened" : "");
  if (now && now->value.answered() && now->from > no_day) more += "; since " + day_words(now->from);
  report::append_wrapped("      ", more, 118, out);
}

std::string on_a_day(const policy::Pack& pack, const policy::Clocks& clocks) {
  std::string out = pack.id + " " + pack.version + " for a decision on " + day_words(clocks.decided) +
                    (clocks.opened == clocks.decided ? "" : " about a call that opened on " + day_words(clocks.opened)) + "\n\n";
  for (const Parameter& p : pack.parameters) add_value(p, p.on(clocks), out);
  if (pack.parameters.empty()) out += "  the pack has no parameters\n";
  const auto changes = to_come(pack, clocks);
  out += changes.empty() ? "\nnothing in the pack changes after that\n" : "\nwhat changes next\n";
  for (const Change& c : changes)
    report::append_wrapped("  ", day_text(c.period->from) + ": " + c.parameter->id + ": " + in_words(*c.parameter, c.period->value) + " " + from_words(*c.parameter, c.period->from) +
                           (c.before ? ", instead of " + in_words(*c.parameter, c.before->value) : ", the first value") + reference(clause_of(*c.parameter, *c.period)), 118, out);
  return out;
}

std::string of_all_time(const policy::Pack& pack) {
  std::string out = pack.id + " " + pack.version + ", the values of all time\n\n";
  for (const Parameter& p : pack.parameters) {
    report::append_wrapped("  ", p.id + ": " + p.title + (p.clock == policy::Clock::opened ? "; in force when the call opened" : ""), 118, out);
    if (p.periods.empty()) report::append_wrapped("      ", why_none(p, nullptr), 118, out);
    for (const auto& period : p.periods)
      report::append_wrapped("      ", (period.from > no_day ? "from " + day_text(period.from) : std::string("always")) + ": " + in_words(p, period.value) + reference(clause_of(p, period)), 118, out);
  }
  if (pack.parameters.empty()) out += "  the pack has no parameters\n";
  return out;
}

// ---- json ----

void append_period(const Parameter& p, const Parameter::Period& period, std::string& out) {
  out += '{';
  record::append_member("clause", clause_of(p, period), out);
  if (period.from > no_day) record::append_stated("from", day_text(period.from), out);
  record::append_key("value", out);
  record::append_value(period.value, out);
  out += '}';
}

void append_parameter(const Parameter& p, const std::optional<policy::Clocks>& clocks, std::string& out) {
  const Parameter::Period* now = clocks ? p.on(*clocks) : nullptr;
  record::append_comma(out);
  out += '{';
  if (now) record::append_member("clause", clause_of(p, *now), out);
  else if (clocks) record::append_member("clause", p.clause, out);
  record::append_stated("id", p.id, out);
  record::append_stated("in_force", policy::word(p.clock), out);
  record::append_stated("layer", p.layer, out);
  if (const auto next = clocks ? std::ranges::find_if(p.periods, [&](const auto& period) { return period.from > its_day(p, *clocks); }) : p.periods.end(); next != p.periods.end()) {
    record::append_key("next", out);
    append_period(p, *next, out);
  }
  record::append_key("periods", out);
  out += '[';
  for (const auto& period : p.periods) {
    record::append_comma(out);
    append_period(p, period, out);
  }
  out += ']';
  if (now && now->from > no_day) record::append_stated("since", day_text(now->from), out);
  record::append_member("so", p.so, out);
  record::append_member("title", p.title, out);
  record::append_member("unit", p.unit, out);
  if (clocks) {
    record::append_key("value", out);
    record::append_value(now ? now->value : base::Value(), out);
    if (!now || !now->value.answered()) record::append_stated("why_none", why_none(p, now), out);
  }
  out += '}';
}

std::string as_json(const policy::Pack& pack, const std::optional<policy::Clocks>& clocks) {
  std::string out = "{";
  if (clocks) {
    record::append_key("changes", out);
    out += '[';
    for (const Change& c : to_come(pack, *clocks)) {
      record::append_comma(out);
      out += '{';
      if (c.before) {
        record::append_key("before", out);
        append_period(*c.parameter, *c.before, out);
      }
      record::append_stated("in_force", policy::word(c.parameter->clock), out);
      record::append_stated("on", day_text(c.period->from), out);
      record::append_stated("parameter", c.parameter->id, out);
      record::append_key("then", out);
      append_period(*c.parameter, *c.period, out);
      out += '}';
    }
    out += ']';
  }
  record::append_stated("digest", pack.digest, out);
  record::append_stated("format", "remit.parameters/1", out);
  if (clocks) {
    record::append_stated("on", day_text(clocks->decided), out);
    record::append_stated("opened", day_text(clocks->opened), out);
  }
  record::append_stated("pack", pack.id, out);
  record::append_key("parameters", out);
  out += '[';
  for (const Parameter& p : pack.parameters) append_parameter(p, clocks, out);
  out += ']';
  record::append_stated("version", pack.version, out);
  return out + "}\n";
}

int run(const Options& o) {
  std::optional<policy::Clocks> clocks;
  if (!o.on.empty()) clocks = policy::Clocks(day_of(o.on, "--on"));
  if (!o.opened.empty()) clocks->opened = day_of(o.opened, "--opened");
  if (clocks && clocks->opened > clocks->decided)
    base::refuse({"BAD_DATE", {}, 0, 0, {}, "a call that opened on " + day_text(clocks->opened) + " cannot have been decided before that, on " + day_text(clocks->decided), {}, {}});
  const auto pack = open_pack(o.pack);
  print(o.format == "json" ? as_json(*pack, clocks) : clocks ? on_a_day(*pack, *clocks) : of_all_time(*pack));
  return 0;
}

}  // namespace

void add_parameters(Program& program) {
  auto* command = program.app.add_subcommand("parameters", "list the dated values of a pack: what is in force on a day, where it comes from, what changes next");
  auto o = std::make_shared<Options>();
  command->add_option("pack", o->pack, "the pack's folder, or its id")->required();
  auto* on = command->add_option("--on,--as-of", o->on, "the day of the decision; without it the values of all time are listed")->type_name("DATE");
  command->add_option("--opened", o->opened, "the day on which the call opened, for parameters that go by that; by default the day of the decision")->type_name("DATE")->needs(on);
  command->add_option("--format", o->format, "text or json")->one_of({"text", "json"});
  command->footer("examples:\n  remit parameters policies/small-grants --on 2026-04-01\n  remit parameters small-grants --on 2027-02-01 --opened 2026-11-01\n"
                  "  remit parameters northern-ireland --format json");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
