#include "import/mapping.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "import/round_files.hpp"
#include "intake/csv_rows.hpp"

namespace remit::import {

namespace {

constexpr std::array<const char*, 5> headings = {"about", "of", "what", "means", "note"};

bool is_open(std::string_view means) { return means.empty() || means.starts_with('?'); }

/// A word means the same in capitals and with other spaces.
std::string folded(std::string_view s) {
  std::string out;
  for (const char c : base::trim(s)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

}  // namespace

Mapping::Mapping(const std::string& file, std::string_view bytes) {
  intake::Mistakes mistakes;
  bool headed = false;
  std::array<std::size_t, headings.size()> at{};
  const auto mistake = [&](int line, std::string field, std::string message) { mistakes.add({"BAD_MAP", file, line, 0, std::move(field), std::move(message), {}, {}}); };
  intake::read_csv(intake::FileText(file, bytes), mistakes, [&](const intake::CsvRow& row) {
    if (!headed) {
      headed = true;
      for (std::size_t h = 0; h < headings.size(); ++h) {
        const auto found = std::ranges::find(row.cells, std::string_view(headings[h]));
        at[h] = static_cast<std::size_t>(found - row.cells.begin());
        if (found == row.cells.end() && h + 1 < headings.size()) mistake(row.line, headings[h], "there is no such column; a mapping file has about, of, what, means and note");
      }
      return;
    }
    const auto cell = [&](std::size_t h) { return at[h] < row.cells.size() ? std::string(row.cells[at[h]]) : std::string(); };
    Entry e{cell(0), cell(1), cell(2), cell(3), cell(4)};
    constexpr std::array<std::string_view, 4> kinds = {"sheet", "heading", "word", "fact"};
    if (std::ranges::find(kinds, e.about) == kinds.end())
      return mistake(row.line, "about", "expected `sheet`, `heading`, `word` or `fact`, found `" + base::printable(e.about, 40) + '`');
    if (is_open(e.means)) return;
    if (const auto before = find(e.about, e.of, e.what); before && *before != e.means)
      return mistake(row.line, "means", "`" + base::printable(e.what, 60) + "` is said to be `" + base::printable(*before, 60) + "` in another row");
    entries_.push_back(std::move(e));
  });
  mistakes.refuse_if_any();
}

std::optional<std::string> Mapping::find(std::string_view about, std::string_view of, std::string_view what) const {
  for (const Entry& e : entries_)
    if (e.about == about && folded(e.of) == folded(of) && folded(e.what) == folded(what)) return e.means;
  return {};
}

void Mapping::say(const Question& q, std::string means) {
  if (find(q.about, q.of, q.what)) return;
  entries_.push_back({q.about, q.of, q.what, std::move(means), {}});
}

std::string Mapping::written(const std::vector<Question>& open) const {
  std::vector<Entry> all = entries_;
  for (const Question& q : open) all.push_back({q.about, q.of, q.what, "?" + (q.suggestion.empty() ? "" : " " + q.suggestion), q.note});
  std::ranges::stable_sort(all, {}, [](const Entry& e) { return std::tuple(!is_open(e.means), e.about, e.of, e.what); });
  const auto same = [](const Entry& a, const Entry& b) { return a.about == b.about && a.of == b.of && a.what == b.what; };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  std::string out;
  append_csv_row({headings.begin(), headings.end()}, out);
  for (const Entry& e : all) append_csv_row({e.about, e.of, e.what, e.means, e.note}, out);
  return out;
}

}  // namespace remit::import
