#include "import/assembly.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "import/british.hpp"

namespace remit::import {

using base::Type;

Assembled Assembly::make(const std::vector<FoundTable>& tables) {
  out_.round.kind = Json::Kind::object;
  for (const FoundTable& table : tables) {
    if (table.plan->table == "scores") std::ranges::move(marks_of(table, reading_), std::back_inserter(marks_));
    else std::ranges::move(rows_of(table, reading_), std::back_inserter(rows_[table.plan->table]));
  }
  add_facts_of_mapping();
  list_names();
  add_organisations();
  add_streams();
  add_members();
  put_round();
  for (const intake::SheetPlan& plan : plans_)
    if (!plan.upright && plan.table != "scores") put_table(plan);
  put_scores();
  tell_words();
  out_.problems = std::move(reading_.problems);
  std::ranges::move(reading_.questions, std::back_inserter(out_.questions));
  out_.notes = std::move(reading_.notes);
  return std::move(out_);
}

void Assembly::ask(const std::string& of, const std::string& what, const base::Field& field) {
  const auto same = [&](const Question& q) { return q.about == "fact" && q.of == of && q.what == what; };
  if (std::ranges::none_of(out_.questions, same)) out_.questions.push_back({"fact", of, what, {}, field.label.empty() ? base::spoken(what) : field.label, {}, field});
}

Json Assembly::fact(const std::string& of, const base::Field& field, const std::string& path, bool required) {
  const auto said = reading_.mapping.find("fact", of, path);
  if (!said) {
    if (required) ask(of, path, field);
    return {};
  }
  if (*said == "-") return {};
  const Cell cell{Cell::Kind::text, false, *said};
  const Answer got = field.type == Type::list ? read_list(field, cell) : read_answer(field, field.type, cell);
  if (!got.wrong.empty()) reading_.problems.push_back({"BAD_MAP", "the mapping file", 0, 0, of + ", " + path, got.wrong, {}, {}});
  return got.value;
}

void Assembly::tell_words() {
  std::vector<Question> once;
  for (Question& q : reading_.questions)
    if (std::ranges::none_of(once, [&](const Question& o) { return o.about == q.about && o.of == q.of && o.what == q.what; })) once.push_back(std::move(q));
  reading_.questions = std::move(once);
}

Assembled assemble(const std::vector<FoundTable>& tables, const std::vector<intake::SheetPlan>& plans, const Mapping& mapping, const KnownNames& names, bool records_alone) {
  return Assembly(plans, mapping, names, records_alone).make(tables);
}

}  // namespace remit::import
