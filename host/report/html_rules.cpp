#include "report/html_rules.hpp"

#include "report/markup.hpp"
#include "report/page_table.hpp"
#include "report/words.hpp"

namespace remit::report {

RulesTold::RulesTold(const record::DecisionDocument& document) {
  for (const auto& r : document.records)
    for (const auto* findings : {&r.findings, &r.beside})
      for (const auto& f : *findings)
        if (rules_.try_emplace(f.rule, &f).second) order_.push_back(&f);
}

bool RulesTold::tells(const record::Finding& f) const {
  const auto at = rules_.find(f.rule);
  if (at == rules_.end()) return false;
  const record::Finding& told = *at->second;
  return told.title == f.title && told.reading == f.reading && told.force == f.force && told.effect == f.effect && told.effect_reason == f.effect_reason &&
         told.layer == f.layer && told.changed_by.size() == f.changed_by.size();
}

void RulesTold::write(bool alone, std::string& out) const {
  if (rules_.empty()) return;
  Markup m(out);
  m.raw("<h2 id=\"rules\">The rules, each once</h2>\n<p>How each rule on applications is read, and what follows from it.");
  if (alone) m.raw(" Below, an application shows the facts of a rule that it did not meet; <code>remit explain ROUND APPLICATION</code> shows those of every rule.");
  m.raw("</p>\n");
  PageTable table(out, "The rules, each once", {{"Rule"}, {"Clause"}, {"How it is read"}, {"Force and effect"}});
  for (const auto* f : order_) {
    table.row();
    Markup& name = table.cell();
    name.text(f->title.empty() ? f->rule : f->title).raw("<br><span class=\"soft\">").text(f->rule + (f->layer.empty() ? "" : " of " + f->layer)).raw("</span>");
    table.cell(f->clause).cell(f->reading.empty() ? "as it stands" : f->reading);
    Markup& effect = table.cell();
    effect.text(f->force + ", " + std::string(effect_words(f->effect)));
    if (!f->effect_reason.empty()) effect.raw("<br><span class=\"soft\">").text(f->effect_reason).raw("</span>");
    for (const auto& change : f->changed_by) effect.raw("<br><span class=\"soft\">").text(change_words(change)).raw("</span>");
  }
}

}  // namespace remit::report
