#include "study/expected_changes.hpp"

#include <algorithm>
#include <array>

#include "base/money.hpp"
#include "base/text.hpp"
#include "intake/csv_rows.hpp"

namespace remit::study {

namespace {

constexpr std::array<std::string_view, 6> headings{"round", "application", "what", "before", "after", "why"};
constexpr std::string_view any = "*";

std::string rank_text(std::uint32_t rank) { return rank == 0 ? "none" : std::to_string(rank); }

std::string outcome_text(const FindingChange& f, std::string_view outcome, std::string_view effect) {
  if (outcome.empty()) return "not-asked";
  return std::string(outcome) + (f.was == f.now ? " (" + std::string(effect) + ")" : "");
}

void add_finding(const std::string& round, const std::string& about, const FindingChange& f, std::vector<ExpectedRow>& out) {
  out.push_back({round, about, "finding " + f.rule, outcome_text(f, f.was, f.effect_was), outcome_text(f, f.now, f.effect_now), 0});
}

void append_cell(std::string_view text, std::string& out) {
  const bool quoted = text.find_first_of(",\"\n\r;") != text.npos;
  if (quoted) out += '"';
  for (const char c : text) (out += c == '"' ? "\"" : "") += c;
  if (quoted) out += '"';
}

bool is_what(std::string_view what) {
  return what == any || what == "decision" || what == "rank" || what == "amount" || (what.starts_with("finding ") && what.size() > 8);
}

bool says(std::string_view listed, std::string_view is, bool money) {
  if (listed == any || listed == is) return true;
  std::int64_t a = 0, b = 0;
  return money && base::read_money(listed, a) && base::read_money(is, b) && a == b;
}

bool names(const ExpectedRow& listed, const ExpectedRow& change) {
  const bool money = change.what == "amount";
  return says(listed.round, change.round, false) && says(listed.application, change.application, false) && says(listed.what, change.what, false) &&
         says(listed.before, change.before, money) && says(listed.after, change.after, money);
}

class List {
 public:
  explicit List(const intake::FileText& file) : file_(file) {}

  std::vector<ExpectedRow> read() {
    intake::read_csv(file_, mistakes_, [&](const intake::CsvRow& row) {
      if (columns_.empty()) read_headings(row);
      else read_row(row);
    });
    if (columns_.empty()) wrong(1, "the list is empty: its first line is `round,application,what,before,after,why`");
    mistakes_.refuse_if_any();
    return std::move(rows_);
  }

 private:
  void wrong(int line, std::string message) { mistakes_.add({"EXPECTED_CHANGES", file_.name(), line, 0, {}, std::move(message), {}, {}}); }

  void read_headings(const intake::CsvRow& row) {
    for (const std::string_view cell : row.cells) {
      const auto at = std::ranges::find(headings, cell);
      columns_.push_back(at == headings.end() ? -1 : static_cast<int>(at - headings.begin()));
      if (at != headings.end() || cell.empty()) continue;
      const std::string near = base::nearest(cell, std::span<const std::string_view>(headings));
      wrong(row.line, "`" + base::printable(cell, 60) + "` is no heading of a list of changes" + (near.empty() ? "; they are round, application, what, before, after, why" : "; the nearest is `" + near + "`"));
    }
    for (int needed = 0; needed < 5; ++needed)
      if (std::ranges::find(columns_, needed) == columns_.end()) wrong(row.line, "the heading `" + std::string(headings[static_cast<std::size_t>(needed)]) + "` is missing");
  }

  void read_row(const intake::CsvRow& row) {
    std::array<std::string, 6> cells;
    for (std::size_t c = 0; c < std::min(row.cells.size(), columns_.size()); ++c)
      if (columns_[c] >= 0) cells[static_cast<std::size_t>(columns_[c])] = row.cells[c];
    for (std::size_t c = 0; c < 5; ++c)
      if (cells[c].empty()) wrong(row.line, "nothing stands under `" + std::string(headings[c]) + "`; `*` stands for anything");
    if (!cells[2].empty() && !is_what(cells[2])) {
      static constexpr std::array<std::string_view, 4> words{"decision", "rank", "amount", "finding"};
      const std::string near = base::nearest(cells[2], std::span<const std::string_view>(words));
      wrong(row.line, "what changes is `decision`, `rank`, `amount` or `finding RULE`, not `" + base::printable(cells[2], 60) + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"));
    }
    rows_.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], row.line});
  }

  const intake::FileText& file_;
  intake::Mistakes mistakes_;
  std::vector<int> columns_;
  std::vector<ExpectedRow> rows_;
};

}  // namespace

std::vector<ExpectedRow> rows_of(const Comparison& comparison) {
  std::vector<ExpectedRow> out;
  for (const auto& round : comparison.rounds) {
    for (const Change& c : round.changes) {
      if (c.flipped()) out.push_back({round.id, c.application, "decision", std::string(c.before.decision), std::string(c.after.decision), 0});
      if (c.moved_rank()) out.push_back({round.id, c.application, "rank", rank_text(c.before.rank), rank_text(c.after.rank), 0});
      if (c.moved_money()) out.push_back({round.id, c.application, "amount", base::money_text(c.before.amount), base::money_text(c.after.amount), 0});
      for (const auto& f : c.findings) add_finding(round.id, c.application, f, out);
    }
    for (const auto& f : round.findings) add_finding(round.id, f.of + (f.subject.empty() ? "" : " " + f.subject), f, out);
  }
  return out;
}

std::string expected_table(const std::vector<ExpectedRow>& rows) {
  std::string out = "round,application,what,before,after,why\n";
  for (const ExpectedRow& row : rows) {
    for (const std::string* cell : {&row.round, &row.application, &row.what, &row.before, &row.after}) {
      append_cell(*cell, out);
      out += ',';
    }
    out += '\n';
  }
  return out;
}

std::vector<ExpectedRow> read_expected(const std::string& bytes, const std::string& file) {
  const intake::FileText text(file, bytes);
  return List(text).read();
}

Expectation check_expected(const std::vector<ExpectedRow>& listed, const Comparison& comparison, const std::string& file) {
  Expectation out{file, listed.size(), 0, {}, {}};
  std::vector<bool> came(listed.size());
  for (ExpectedRow& change : rows_of(comparison)) {
    ++out.changes;
    bool meant = false;
    for (std::size_t l = 0; l < listed.size(); ++l)
      if (names(listed[l], change)) meant = came[l] = true;
    if (!meant) out.others.push_back(std::move(change));
  }
  for (std::size_t l = 0; l < listed.size(); ++l)
    if (!came[l]) out.missing.push_back(listed[l]);
  return out;
}

}  // namespace remit::study
