// What a person answers is looked at at once: on a terminal the same thing is asked again, with what may be said.
#include <algorithm>

#include "base/text.hpp"
#include "import/british.hpp"
#include "import/mapping.hpp"

namespace remit::import {

namespace {

constexpr std::size_t most_choices = 60;

}  // namespace

std::string refused_answer(const Question& q, const std::string& answer) {
  if (answer == "-") return {};
  if (q.about == "word" && q.choices.empty()) {   // of a mark
    return answer.find_first_not_of("0123456789./") == std::string::npos ? std::string() : "expected a mark, such as 3 or 2.5; found `" + base::printable(answer, 60) + '`';
  }
  if (!q.choices.empty() && std::ranges::find(q.choices, answer) == q.choices.end()) {
    const std::string near = base::nearest(answer, q.choices);
    if (!near.empty()) return '`' + base::printable(answer, 60) + "` is none of them; the nearest is `" + near + '`';
    return '`' + base::printable(answer, 60) + "` is none of them; there " + (q.choices.size() > most_choices ? "are many: the first sheet of `remit new workbook` lists them" : "is " + base::join_and(q.choices, " or "));
  }
  if (!q.field) return {};
  const Cell cell{Cell::Kind::text, false, answer};
  return (q.field->type == base::Type::list ? read_list(*q.field, cell) : read_answer(*q.field, q.field->type, cell)).wrong;
}

}  // namespace remit::import
