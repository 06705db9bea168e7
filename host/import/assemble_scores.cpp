#include "import/assembly.hpp"

#include <algorithm>
#include <array>

#include "import/british.hpp"
#include "import/heading_words.hpp"

namespace remit::import {

void Assembly::put_scores() {
  Json* scores = nullptr;
  std::map<std::array<std::string, 4>, std::size_t> at;
  std::vector<Origin> origins;
  std::map<std::string, std::string> stream_of_application;
  for (const TableRow& row : rows_["applications"]) stream_of_application[row.text("id")] = stream_of(row.text("stream"));
  for (LooseMark& mark : marks_) {
    if (!complete_mark(mark, stream_of_application)) continue;
    if (scores == nullptr) scores = list_at(out_.round, "scores");
    const auto [found, fresh] = at.emplace(std::array{mark.member, mark.application, mark.measure, mark.part}, scores->items.size());
    if (fresh) {
      Json one;
      put(one, "member", json_text(mark.member));
      put(one, "application", json_text(mark.application));
      put(one, "measure", json_text(mark.measure));
      if (!mark.part.empty()) put(one, "part", json_text(mark.part));
      scores->items.push_back(std::move(one));
      origins.push_back(mark.origin);
    }
    Json& one = scores->items[found->second];
    origins[found->second].cells.insert(mark.origin.cells.begin(), mark.origin.cells.end());
    if (!mark.score.is_null()) {
      if (one.has("score")) reading_.problem(mark.origin, "score", "score", "this is the second mark of " + mark.member + " for " + mark.measure + " of " + mark.application + "; the first stands in " +
                                                                    origins[found->second].sheet + ", " + origins[found->second].cells["score"]);
      else put(one, "score", std::move(mark.score));
    }
    if (!mark.justification.empty() && !one.has("justification")) put(one, "justification", json_text(mark.justification));
  }
  if (scores == nullptr) return;
  drop_reasons_alone(*scores, origins);
  std::size_t line = 1;
  for (std::size_t i = 0; i < scores->items.size(); ++i) {
    out_.origins["scores[" + std::to_string(line) + "]"] = std::move(origins[i]);
    line += 1 + static_cast<std::size_t>(std::ranges::count(scores->items[i]["justification"].str(), '\n'));
  }
}

void Assembly::drop_reasons_alone(Json& scores, std::vector<Origin>& origins) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < scores.items.size(); ++i) {
    if (!scores.items[i].has("score")) {
      const auto cell = origins[i].cells.find("justification");
      reading_.notes.push_back(origins[i].file + ", sheet `" + origins[i].sheet + "`" + (cell == origins[i].cells.end() ? "" : ", cell " + cell->second) + ": a justification without a mark is passed over");
      continue;
    }
    if (kept != i) scores.items[kept] = std::move(scores.items[i]), origins[kept] = std::move(origins[i]);
    ++kept;
  }
  scores.items.resize(kept);
  origins.resize(kept);
}

bool Assembly::complete_mark(LooseMark& mark, const std::map<std::string, std::string>& streams) {
  for (const auto& [value, path] : {std::pair(&mark.application, "application"), std::pair(&mark.member, "member"), std::pair(&mark.measure, "measure")})
    if (value->empty()) {
      reading_.problem(mark.origin, mark.origin.cells.contains(path) ? path : "score", path, std::string("the mark does not say of which ") + path + " it is");
      return false;
    }
  mark.member = mark.member == "panel" ? mark.member : members_.id_of(mark.member);
  mark.application = applications_.id_of(mark.application);
  const auto stream = streams.find(mark.application);
  const auto own = stream == streams.end() ? measures_.end() : measures_.find(stream->second);
  mark.measure = own != measures_.end() ? own->second.id_of(mark.measure) : any_measure_.id_of(mark.measure);
  if (own == measures_.end()) mark.measure = any_measure_.id_of(flat(words_of(mark.measure))) == flat(words_of(mark.measure)) ? mark.measure : any_measure_.id_of(flat(words_of(mark.measure)));
  return true;
}

}  // namespace remit::import
