// remit compare-areas: one round under every framework that is found, rule by rule. What a framework does not say is said.

#include <algorithm>
#include <iostream>

#include "base/problem_words.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/compared.hpp"
#include "cli/deciding.hpp"

namespace remit::cli {

namespace {

struct Options {
  Wanted wanted;
  std::string application, format = "text";
};

// What a framework has nothing of, in words.
std::vector<std::string> silences(const Area& area) {
  const policy::Pack& pack = *area.pack;
  std::vector<std::string> out;
  const auto say = [&](const std::string& what, std::initializer_list<const char*> ids) {
    std::string words = what;
    for (const char* id : ids)
      if (const auto* found = pack.no_provision(id)) {
        words += "; its source is silent: " + found->title + " (" + found->clause + ")";
        break;
      }
    out.push_back(words);
  };
  if (std::ranges::none_of(pack.criteria, [](const auto& r) { return is_own(r.layer); }))
    say("no criterion of its own: eligibility is what Remit's own procedure asks of every round", {"applications"});
  if (std::ranges::none_of(pack.conflicts, [](const auto& r) { return is_own(r.layer); }))
    say(pack.record_conflicts.empty() ? "no conflict rule: nobody is set aside" : "no conflict rule about applications: its own look at other records, and set nobody aside here", {"conflict-of-interest", "interest-in-an-applicant"});
  if (pack.scoring.measures.empty()) say("no measures of its own: what is scored is what the round says", {"scoring", "numbers"});
  if (area.decisions.empty()) say("no decision types of its own: the proposal is Remit's own procedure", {"decision-types", "applications"});
  if (area.appeals.empty()) say("no appeal rule: no appeal would be heard", {"appeal"});
  return out;
}

Under look_under(const std::shared_ptr<const policy::Pack>& pack, const Options& o, const intake::Heading& heading) {
  Under made{area_of(pack), {}, {}, {}, (heading.pack_id.empty() ? heading.partnership : heading.pack_id) == pack->id};
  made.says_nothing = silences(made.area);
  if (pack->procedure != "default/1") {
    made.why_not = "it decides each application by itself, without a round";
    return made;
  }
  Wanted wanted = o.wanted;
  wanted.pack = pack->place;
  wanted.what_if = true;
  wanted.known_alone = !made.pinned;
  try {
    made.document = record::read_document(document_of(decide_round(wanted, 0)), wanted.round);
  } catch (const base::Refused& refused) {
    if (made.pinned) throw;
    made.why_not = "it cannot read this round: " + base::uncoded(refused.problems.front());
  }
  return made;
}

[[noreturn]] void refuse_application(const Options& o, const Compared& compared, const std::vector<std::string>& ids) {
  std::string words;
  if (!ids.empty()) {
    const std::string near = base::nearest(o.application, ids);
    words = "the round has no application `" + base::printable(o.application, 60) + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`");
  } else if (compared.all.empty()) {
    words = "no framework is found to look at it under; `remit areas` lists those that are found";
  } else {
    const auto cannot = std::ranges::find_if(compared.all, [](const Under& u) { return !u.why_not.empty(); });
    words = cannot == compared.all.end() ? "the round has no application to look at under each framework; `remit assess` looks at its other records"
                                         : "no framework can decide an application of it; " + cannot->area.pack->id + ": " + cannot->why_not;
  }
  base::refuse({"UNKNOWN_ID", o.wanted.round, 0, 0, {}, words, {}, {}});
}

int run(const Options& o) {
  const intake::Heading heading = intake::read_heading(intake::open_source(o.wanted.round));
  Compared compared;
  compared.one = !o.application.empty();
  for (const auto& pack : find_packs().areas) compared.all.push_back(look_under(pack, o, heading));
  std::ranges::stable_sort(compared.all, std::greater<>(), &Under::pinned);
  std::vector<std::string> ids;
  const auto decided = std::ranges::find_if(compared.all, [](const Under& u) { return u.why_not.empty(); });
  if (decided != compared.all.end())
    for (const auto& r : decided->document.records) {
      ids.push_back(r.application);
      if (o.application.empty() || r.application == o.application) compared.shown.push_back(&r);
    }
  if (compared.shown.empty()) refuse_application(o, compared, ids);
  compared.round = compared.shown.front()->round;
  print(o.format == "json" ? compared_as_json(compared) : compared_as_text(compared));
  return 0;
}

}  // namespace

void add_compare_areas(Program& program) {
  auto* command = program.app.add_subcommand("compare-areas", "the same applications under every framework: which rule of which says what, and which say nothing");
  auto o = std::make_shared<Options>();
  command->add_option("round", o->wanted.round, "folder of the round, or a JSON document")->required();
  command->add_option("--application", o->application, "this one alone, with every rule that was asked");
  command->add_option("--as-of", o->wanted.as_of, "the date that stands for today, instead of the round's own");
  command->add_option("--format", o->format, "text or json")->one_of({"text", "json"});
  command->footer("examples:\n  remit compare-areas policies/northern-ireland/rounds/family-support-2012 --application FS-09\n"
                  "  remit compare-areas policies/northern-ireland/rounds/family-support-2012 --format json");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
