#include <algorithm>
#include <map>

#include "report/figure.hpp"
#include "report/layout.hpp"
#include "report/pictures.hpp"
#include "report/words.hpp"

namespace remit::report {

namespace {

constexpr double width = 400, step = 42, left = 6, length = width - 2 * left;
constexpr std::size_t most_letters = 54;

struct Sheets {
  std::size_t counted = 0, aside = 0;
};

}  // namespace

void write_sheets_picture(const record::DecisionDocument& document, std::string& out) {
  std::map<std::string_view, Sheets> by_member;
  Sheets all;
  std::size_t most = 0;
  for (const auto& r : document.records)
    for (const auto& sheet : r.scores.sheets) {
      Sheets& of = by_member[sheet.member];
      ++(sheet.counted ? of.counted : of.aside);
      ++(sheet.counted ? all.counted : all.aside);
      most = std::max(most, of.counted + of.aside);
    }
  if (by_member.empty()) return;
  Figure f;
  f.name = "sheets";
  f.headline = all.aside == 0 ? "No score sheet is set aside" : std::to_string(all.aside) + " of " + counted(all.counted + all.aside, "score sheet is", all.aside == 1 ? "score sheets is" : "score sheets are") + " set aside";
  f.title = "Score sheets by assessor: those that count, and those set aside";
  f.description = "A bar for each assessor: the filled part are the sheets that count, the part with a broken edge those that are listed and not averaged.";
  f.headings = {"assessor", "sheets that count", "set aside"};
  f.width = width;
  Drawing draw(f);
  double y = 0;
  for (const auto& [member, sheets] : by_member) {
    const std::string words = std::to_string(sheets.counted) + (sheets.counted == 1 ? " counts" : " count") + (sheets.aside > 0 ? ", " + std::to_string(sheets.aside) + " set aside" : "");
    draw.text(left, y + 16, fitted(member_words(document, member), most_letters - words.size())).text(width - left, y + 16, words, "end");
    const double each = length / static_cast<double>(most), kept = each * static_cast<double>(sheets.counted);
    if (sheets.counted > 0) draw.bar(left, y + 22, kept, 12, "kept");
    if (sheets.aside > 0) draw.bar(left + kept, y + 22, each * static_cast<double>(sheets.aside), 12, "doubted");
    f.rows.push_back({member_words(document, member), std::to_string(sheets.counted), std::to_string(sheets.aside)});
    y += step;
  }
  f.height = y;
  write_figure(f, out);
}

}  // namespace remit::report
