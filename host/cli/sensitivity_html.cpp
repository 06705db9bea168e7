// How firm a result is, as a page: weights and thresholds as one picture of each stream, assessors as another, and what happens without each.
#include "base/money.hpp"
#include "base/rational.hpp"
#include "cli/sensitivity_report.hpp"
#include "report/html_style.hpp"
#include "report/intervals.hpp"
#include "report/markup.hpp"
#include "report/words.hpp"

namespace remit::cli {

using study::Edge;
using study::Move;

namespace {

/// Where a bar ends: only the picture, and nothing is decided by it.
double share_of(const Move& move, const Edge& edge) {
  base::Rational at, now;
  std::int64_t pence = 0;
  const auto read = [&](const std::string& text, base::Rational& out) {
    if (move.unit != "pounds") return base::Rational::read(text, out);
    if (!base::read_money(text, pence)) return false;
    out = base::Rational(pence);
    return true;
  };
  if (!read(edge.at, at)) return 0;
  if (!read(move.now, now)) now = base::Rational(0);
  base::Rational moved = at - now;
  if (move.kind == "minimum_total" || now == base::Rational(0)) moved = move.unit == "of the scale" ? moved : moved / base::Rational(move.kind == "minimum_total" ? 100 : 1);
  else moved = moved / now;
  return static_cast<double>(moved.num()) / static_cast<double>(moved.den());
}

std::vector<report::Interval> intervals_of(const std::vector<Move>& moves) {
  std::vector<report::Interval> out;
  for (const Move& m : moves) {
    report::Interval i{move_words(m), -2, 2, m.down.found, m.up.found, edge_words(m, m.down, m.application_down), edge_words(m, m.up, m.application_up)};
    if (m.down.found) i.down = share_of(m, m.down);
    if (m.up.found) i.up = share_of(m, m.up);
    out.push_back(std::move(i));
  }
  return out;
}

std::string headline(const std::vector<Move>& moves, const std::string& what) {
  std::size_t can = 0;
  for (const Move& m : moves) can += m.down.found || m.up.found;
  if (can == 0) return "None of " + std::to_string(moves.size()) + " " + what + " changes who gets money";
  return std::to_string(can) + " of " + std::to_string(moves.size()) + " " + what + " could change who gets money";
}

void write_stream(const study::StreamSensitivity& s, const std::string& number, std::string& out) {
  report::Markup m(out);
  const std::string named = s.title.empty() ? s.id : s.title;
  m.element("h3", "Stream: " + named).raw("\n").element("p", std::to_string(s.funded.size()) + " of " + report::counted(s.applications, "application gets", "applications get") + " money.").raw("\n");
  if (!s.note.empty()) m.element("p", s.note, "note").raw("\n");
  report::write_interval_picture(intervals_of(s.moves), headline(s.moves, "weights and thresholds"), "How far each weight and threshold of " + named + " can move, in percent of what it is now (of 100 points for the lowest total)", "of what it is now", "moves-" + number, out);
  report::write_interval_picture(intervals_of(s.marks), headline(s.marks, "ways in which assessors could mark otherwise"), "How far the marks of each assessor of " + named + " can move, in percent of each scale", "of the scale", "marks-" + number, out);
  if (s.left_out.empty()) return;
  m.raw("<h4>Without each assessor</h4>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attribute("aria-label", "Without each assessor of " + named);
  m.raw("><table class=\"stack\"><thead><tr><th>Assessor</th><th>Without these marks</th></tr></thead><tbody>\n");
  for (const auto& l : s.left_out) {
    m.raw("<tr>").cell(l.name.empty() ? l.member : l.name + " (" + l.member + ")").raw("<td data-label=\"without these marks\">").text(left_out_words(l)).raw("</td></tr>\n");
  }
  m.raw("</tbody></table></div>\n");
}

}  // namespace

std::string sensitivity_html(const study::Sensitivity& sensitivity) {
  std::string out;
  report::Markup m(out);
  const std::string title = "How firm the result is under " + sensitivity.pack + " " + sensitivity.version;
  m.raw("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
  m.text(title).raw("</title>\n<style>").raw(report::html_style).raw("</style>\n</head>\n<body>\n<main>\n").element("h1", title).raw("\n");
  m.raw("<p class=\"note\">How far each thing would have to move, by itself and with all else as it is, before other applications get money. Nothing was recorded; what is proposed here decides nothing.</p>\n");
  if (!sensitivity.redacted.empty()) m.element("p", report::redacted_words(sensitivity.redacted), "note").raw("\n");
  std::size_t number = 0;
  for (const auto& round : sensitivity.rounds) {
    m.element("h2", "Round " + round.id + (round.title.empty() ? "" : ": " + round.title)).raw("\n");
    for (const auto& stream : round.streams) write_stream(stream, std::to_string(++number), out);
  }
  m.raw("</main>\n</body>\n</html>\n");
  return out;
}

}  // namespace remit::cli
