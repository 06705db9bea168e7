// What must hold between the records of a round: known ids, things named once, sums, orders of dates and amounts.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "intake/answer.hpp"
#include "intake/limits.hpp"
#include "intake/round_reading.hpp"

namespace remit::intake {

using base::Value;

namespace {

std::string numbered(const char* list, std::size_t number, const char* field = "") {
  return std::string(list) + '[' + std::to_string(number) + ']' + field;
}

class Checks {
 public:
  explicit Checks(Reading& reading) : reading_(reading), round_(*reading.round) {}

  void run() {
    check_panel();
    for (const Row& row : reading_.streams.rows) check_stream(row);
    for (const Row& row : reading_.organisations.rows)
      refer(reading_.organisations, row, row.values[organisation_field::parent], "parent", "organisation",
            round_.organisations, reading_.organisations);
    check_people();
    round_.stream_of.reserve(reading_.applications.rows.size());
    round_.applicant_of.reserve(reading_.applications.rows.size());
    for (const Row& row : reading_.applications.rows) check_application(row);
  }

  void check_people() {
    for (const Row& row : reading_.members.rows) check_member(row);
    for (const Row& row : reading_.declarations.rows) {
      refer(reading_.declarations, row, row.values[declaration_field::member], "member", "member of the " + reading_.panel,
            round_.members, reading_.members);
      refer(reading_.declarations, row, row.values[declaration_field::organisation], "organisation", "organisation",
            round_.organisations, reading_.organisations);
    }
  }

 private:
  /// The row that `id` names, or 0 when there is none, with the mistake added unless the id may have been lost.
  std::uint32_t refer(const Sheet& sheet, const Row& row, const Value& id, const std::string& path, std::string_view what,
                      const Table& table, const Sheet& named) {
    if (!id.answered()) return 0;
    const int found = table.find(id.str());
    if (found < 0 && named.whole)
      reading_.mistake(sheet, row, "UNKNOWN_ID", path, unknown_id_message(reading_, what, id.str(), table));
    return found < 0 ? 0 : static_cast<std::uint32_t>(found);
  }
  void not_negative(const Sheet& sheet, const Row& row, const Value& amount, const std::string& path) {
    if (amount.answered() && amount.integer < 0)
      reading_.mistake(sheet, row, "NEGATIVE_AMOUNT", path,
                       "an amount cannot be negative, found " + base::money_text(amount.integer));
  }

  void check_panel() {
    if (reading_.document == nullptr) return;
    Sheet document;
    document.file = reading_.files.front().get();
    Row whole;
    whole.at = document.file->bytes().data() + document.file->bytes().find('{');
    check_quorum(reading_, document, whole, round_.panel[panel_field::quorum], "panel.quorum");
    if (reading_.members.rows.size() > limits::members)
      reading_.mistakes.add(reading_.members.file->problem(
          "TOO_LARGE", nullptr, "panel.members", "the panel has more than " + std::to_string(limits::members) + " members"));
  }

  void check_stream(const Row& row) {
    const Sheet& sheet = reading_.streams;
    const Value* v = row.values;
    not_negative(sheet, row, v[stream_field::budget], "budget");
    not_negative(sheet, row, v[stream_field::minimum_award], "minimum_award");
    not_negative(sheet, row, v[stream_field::maximum_award], "maximum_award");
    const Value &least = v[stream_field::minimum_award], &most = v[stream_field::maximum_award];
    if (least.answered() && most.answered() && least.integer > most.integer)
      reading_.mistake(sheet, row, "LIMITS_REVERSED", "minimum_award",
                       "the smallest award " + base::money_text(least.integer) + " is more than the largest, " +
                           base::money_text(most.integer));
    const Value &opens = v[stream_field::opens], &closes = v[stream_field::closes];
    if (opens.answered() && closes.answered() && base::first_second(opens) > base::last_second(closes))
      reading_.mistake(
          sheet, row, "DATES_REVERSED", "closes",
          "it closes on " + base::moment_for_people(closes) + ", before it opens on " + base::moment_for_people(opens));
    check_sources(row);
  }

  void check_sources(const Row& row) {
    const Value& sources = row.values[stream_field::sources];
    const Value& budget = row.values[stream_field::budget];
    bool complete = budget.answered() && sources.answered();
    base::int128 sum = 0;
    std::size_t number = 0;
    for (const Value& source : sources.list()) {
      const Value& amount = source.items[source_field::amount];
      not_negative(reading_.streams, row, amount, numbered("sources", ++number, ".amount"));
      complete = complete && amount.answered();
      if (amount.answered()) sum += amount.integer;
    }
    if (!complete || sum == budget.integer) return;
    const auto shown = [](base::int128 pence) { return base::money_text(static_cast<std::int64_t>(pence)); };
    const bool fits = sum <= base::int128{INT64_MAX} && sum >= base::int128{INT64_MIN};
    reading_.mistake(reading_.streams, row, "SUM_DIFFERS", "sources",
                     "the sources sum to " + (fits ? shown(sum) : std::string("more than an amount can be")) +
                         ", the budget is " + shown(budget.integer));
  }

  void check_member(const Row& row) {
    const Sheet& sheet = reading_.members;
    if (row.values[member_field::id].str() == "panel")
      reading_.mistake(sheet, row, "RESERVED_ID", "id",
                       "`panel` is the name under which agreed marks of the whole panel stand; give the member another id");
    refer(sheet, row, row.values[member_field::organisation], "organisation", "organisation", round_.organisations,
          reading_.organisations);
  }

  void check_application(const Row& row) {
    const Sheet& sheet = reading_.applications;
    const Value* v = row.values;
    round_.stream_of.push_back(
        refer(sheet, row, v[application_field::stream], "stream", "stream", round_.streams, reading_.streams));
    round_.applicant_of.push_back(refer(sheet, row, v[application_field::applicant], "applicant", "organisation",
                                        round_.organisations, reading_.organisations));
    not_negative(sheet, row, v[application_field::amount_requested], "amount_requested");
    check_partners(row, v[application_field::partners]);
    check_elements(row, v[application_field::elements]);
    check_clarifications(row);
  }

  void check_partners(const Row& row, const Value& partners) {
    seen_.clear();
    std::size_t number = 0;
    for (const Value& partner : partners.list()) {
      const Value& organisation = partner.items[partner_field::organisation];
      ++number;
      if (!organisation.answered()) continue;
      const int found = round_.organisations.find(organisation.str());
      if (found < 0)
        refer(reading_.applications, row, organisation, numbered("partners", number, ".organisation"), "organisation",
              round_.organisations, reading_.organisations);
      if (first_of(organisation.str()))
        reading_.mistake(reading_.applications, row, "DUPLICATE_ID", numbered("partners", number, ".organisation"),
                         "the partner " + ticked(organisation.str()) + " is named twice in this application");
    }
  }

  /// Whether `id` has been seen since `seen_` was cleared; remembers it. Lists are short: looking through beats hashing.
  bool first_of(std::string_view id) {
    const bool known =
        seen_.size() < 64 ? std::find(seen_.begin(), seen_.end(), id) != seen_.end() : !many_.insert(id).second;
    seen_.push_back(id);
    if (seen_.size() == 64) many_ = std::set<std::string_view>(seen_.begin(), seen_.end());
    return known;
  }

  void check_elements(const Row& row, const Value& elements) {
    const Sheet& sheet = reading_.applications;
    seen_.clear();
    std::size_t number = 0;
    bool linked = false;
    for (const Value& element : elements.list()) {
      const std::string_view id = element.items[element_field::id].str();
      ++number;
      if (element.items[element_field::cost].answered() && element.items[element_field::cost].integer < 0)
        not_negative(sheet, row, element.items[element_field::cost], numbered("elements", number, ".cost"));
      if (!id.empty() && first_of(id))
        reading_.mistake(sheet, row, "DUPLICATE_ID", numbered("elements", number, ".id"),
                         "the element " + ticked(id) + " stands twice in this application");
      linked = linked || element.items[element_field::needs].answered();
    }
    if (linked) check_needs(row, elements);
  }

  static int element_at(const Value& elements, std::string_view id) {
    const auto list = elements.list();
    for (std::size_t i = 0; i < list.size(); ++i)
      if (list[i].items[element_field::id].str() == id) return static_cast<int>(i);
    return -1;
  }
  std::string unknown_element(const Value& elements, std::string_view id) const {
    std::vector<std::string> ids;
    for (const Value& element : elements.list()) ids.emplace_back(element.items[element_field::id].str());
    return "the application has no element " + ticked(id) + suggestion(id, ids);
  }

  void check_needs(const Row& row, const Value& elements) {
    const Sheet& sheet = reading_.applications;
    const auto list = elements.list();
    std::vector<std::vector<std::size_t>> needs(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
      std::size_t number = 0;
      for (const Value& need : list[i].items[element_field::needs].list()) {
        const std::string path = numbered("elements", i + 1, ".") + numbered("needs", ++number);
        const int found = element_at(elements, need.str());
        if (found < 0)
          reading_.mistake(sheet, row, "UNKNOWN_ID", path, unknown_element(elements, need.str()));
        else if (static_cast<std::size_t>(found) == i)
          reading_.mistake(sheet, row, "NEEDS_IN_A_CIRCLE", path, "the element " + ticked(need.str()) + " needs itself");
        else
          needs[i].push_back(static_cast<std::size_t>(found));
      }
    }
    find_circle(row, list, needs);
  }

  // Depth first, without recursion: a chain of needs may be as long as the list.
  void find_circle(const Row& row, std::span<const Value> list, const std::vector<std::vector<std::size_t>>& needs) {
    enum : char { unseen, open, done };
    std::vector<char> state(list.size(), unseen);
    for (std::size_t start = 0; start < list.size(); ++start) {
      if (state[start] != unseen) continue;
      std::vector<std::pair<std::size_t, std::size_t>> path = {{start, 0}};   // element, next of its needs
      state[start] = open;
      while (!path.empty()) {
        auto& [at, next] = path.back();
        if (next == needs[at].size()) {
          state[at] = done;
          path.pop_back();
          continue;
        }
        const std::size_t needed = needs[at][next++];
        if (state[needed] == open) return tell_circle(row, list, path, needed);
        if (state[needed] == unseen) {
          state[needed] = open;
          path.emplace_back(needed, 0);
        }
      }
    }
  }
  void tell_circle(const Row& row, std::span<const Value> list, const std::vector<std::pair<std::size_t, std::size_t>>& path,
                   std::size_t first) {
    std::string chain;
    bool within = false;
    for (const auto& step : path) {
      within = within || step.first == first;
      if (within)
        chain += ticked(list[step.first].items[element_field::id].str()) + (chain.empty() ? " needs " : ", which needs ");
    }
    chain += ticked(list[first].items[element_field::id].str());
    reading_.mistake(reading_.applications, row, "NEEDS_IN_A_CIRCLE", numbered("elements", path.back().first + 1, ".needs"),
                     chain);
  }

  void check_clarifications(const Row& row) {
    std::size_t number = 0;
    for (const Value& item : row.values[application_field::clarifications].list()) {
      const Value& element = item.items[clarification_field::element];
      ++number;
      if (!element.answered()) continue;
      const Value& elements = row.values[application_field::elements];
      if (element_at(elements, element.str()) < 0)
        reading_.mistake(reading_.applications, row, "UNKNOWN_ID", numbered("clarifications", number, ".element"),
                         unknown_element(elements, element.str()));
    }
  }

  Reading& reading_;
  Round& round_;
  std::vector<std::string_view> seen_;
  std::set<std::string_view> many_;
};

}   // namespace

void check_records(Reading& reading) { Checks(reading).run(); }
void check_people(Reading& reading) { Checks(reading).check_people(); }

void check_quorum(Reading& reading, const Sheet& sheet, const Row& row, const Value& quorum, const std::string& path) {
  if (quorum.answered() && quorum.integer < 1)
    reading.mistake(sheet, row, "OUT_OF_RANGE", path, "expected 1 or more, found " + std::to_string(quorum.integer));
}

}   // namespace remit::intake
