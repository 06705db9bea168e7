#include "base/money.hpp"
#include "base/rational.hpp"
#include "base/text.hpp"
#include "cli/sensitivity_report.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace remit::cli {

using study::Edge;
using study::Move;

namespace {

constexpr std::size_t width = 100;

std::string who_words(const std::vector<std::string>& gains, const std::vector<std::string>& loses) {
  std::string out;
  if (!gains.empty()) out += base::join_and(gains) + (gains.size() == 1 ? " gains" : " gain");
  if (!loses.empty()) out += (out.empty() ? "" : ", ") + base::join_and(loses) + (loses.size() == 1 ? " loses" : " lose");
  return out;
}

bool is_of_marks(const Move& move) { return move.kind == "marks" || move.kind == "one"; }

std::string value_words(const Move& move, const std::string& exact) {
  base::Rational value;
  std::int64_t pence = 0;
  if (move.unit == "pounds" && base::read_money(exact, pence)) return base::money_for_people(pence);
  if (!base::Rational::read(exact, value)) return exact;
  if (!is_of_marks(move)) return report::number_words(exact);
  const base::Rational share = value < base::Rational(0) ? base::Rational(0) - value : value;
  return (share * base::Rational(100)).rounded() + "% of the scale" + (share.whole() ? "" : " (" + share.exact() + ")");
}

}  // namespace

std::string move_words(const Move& move) {
  const std::string name = move.title.empty() ? move.id : move.title, clause = move.clause.empty() ? "" : " [" + move.clause + "]";
  if (move.kind == "weight") return "weight of " + name + ", " + value_words(move, move.now) + " now" + clause;
  if (move.kind == "minimum") return "lowest mark for " + name + ", " + value_words(move, move.now) + " now" + clause;
  if (move.kind == "minimum_total") return "lowest total, " + value_words(move, move.now) + " now";
  if (move.kind == "parameter") return move.id + ", " + value_words(move, move.now) + " now" + clause;
  const std::string who = move.title.empty() || move.title == move.id ? move.id : move.title + " (" + move.id + ")";
  return move.kind == "marks" ? "all marks of " + who : "the marks of " + who + " for one application";
}

std::string edge_words(const Move& move, const Edge& edge, const std::string& application) {
  if (edge.found) {
    std::string out = (edge.past ? "past " : "at ") + value_words(move, edge.at) + (application.empty() ? "" : " for " + application) + ": " + who_words(edge.gains, edge.loses);
    if (edge.beyond_scale) out += "; a mark would leave its scale";
    if (edge.how == "halving") out += "; found by halving, a nearer one is not excluded";
    return out;
  }
  if (edge.how == "exact") return is_of_marks(move) ? "nothing changes within the scale" : "nothing changes, however far";
  if (edge.how == "tried" || edge.how == "halving") return "nothing that was tried changes it";
  return edge.how + (edge.at.empty() ? "" : " than " + value_words(move, edge.at));
}

std::string left_out_words(const study::LeftOut& left_out) {
  std::string out = who_words(left_out.gains, left_out.loses);
  if (out.empty()) out = "the same applications get money";
  if (left_out.unscored > 0) out += "; " + report::counted(left_out.unscored, "application has", "applications have") + " no other marks";
  return out;
}

std::string sensitivity_text(const study::Sensitivity& sensitivity, bool colour) {
  const report::Paint paint(colour);
  std::string out = paint.bold(sensitivity.pack + " " + sensitivity.version + ": how far each thing would have to move, by itself, before other applications get money") + "\n";
  if (!sensitivity.redacted.empty()) out += std::string(report::redacted_words(sensitivity.redacted)) + "\n";
  for (const auto& round : sensitivity.rounds) {
    out += "\n" + paint.bold("round " + round.id) + (round.title.empty() ? "" : "  " + report::fitted(round.title, 70)) + "\n";
    for (const auto& stream : round.streams) {
      out += "\nstream " + stream.id + ": " + std::to_string(stream.funded.size()) + " of " + report::counted(stream.applications, "application gets", "applications get") + " money\n";
      if (!stream.note.empty()) report::append_wrapped("  ", stream.note, width, out);
      for (const auto* moves : {&stream.moves, &stream.marks})
        for (const Move& move : *moves) {
          report::append_wrapped("  ", paint.bold(move_words(move)), width, out);
          report::append_wrapped("      down: ", edge_words(move, move.down, move.application_down), width, out);
          report::append_wrapped("      up:   ", edge_words(move, move.up, move.application_up), width, out);
        }
      for (const auto& left_out : stream.left_out)
        report::append_wrapped("  without " + (left_out.name.empty() ? left_out.member : left_out.name + " (" + left_out.member + ")") + ": ", left_out_words(left_out), width, out);
    }
  }
  return out;
}

}  // namespace remit::cli
