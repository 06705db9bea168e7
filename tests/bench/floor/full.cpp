// The full record, written by hand: findings with clauses, messages, facts read and what would have passed, scores, proposal
// and the record's digest, as Remit writes it for the pack in sentences without the digest of the input. Only the words of
// the shortfalls of e04, e05 and e08 are simpler. Standard input to standard output; the pack's fragment is the first word.
#include <sodium.h>

#include <numeric>

#include "policy.hpp"

namespace {

using Raw = std::string_view;   // a value as it stands in the input; empty: not answered

struct Partner {
  Raw organisation, evidence;
};
struct Sheet {
  Raw assessor;
  int mark[NCRIT];
  bool counted;
};

/// What the record shows, beside what the policy needs.
struct Shown {
  Raw title, organisation, type, registered, stream, amount, submitted, starts, ends, council, objectives, outcomes, cooperation, added, differs, fit, safeguarding, children,
      match_required, match_secured;
  int partners, sheets;
  Partner partner[16];
  Sheet sheet[8];
  int sum[NCRIT], counted;
  long num, den;   // the total
};

Raw raw(simdjson::simdjson_result<od::value> v) {
  if (v.error()) return {};
  const Raw token = v.raw_json_token();
  return token == "null" || token == "\"\"" ? Raw() : token;
}
Raw raw_list(simdjson::simdjson_result<od::value> v) {
  od::array list;
  Raw text;
  if (v.get_array().get(list) || list.raw_json().get(text) || text == "[]") return {};
  return text;
}

void show(od::parser& parser, Raw line, const App& a, Shown& s) {
  auto document = parser.iterate(line.data(), line.size(), line.size() + lines::padding);
  od::object o, g;
  od::array list;
  if (document.get_object().get(o)) std::abort();
  s.title = raw(o.find_field_unordered("title"));
  s.organisation = s.type = s.registered = {};
  if (!o.find_field_unordered("organisation").get_object().get(g)) {
    s.organisation = raw(g.find_field_unordered("id"));
    s.type = raw(g.find_field_unordered("type"));
    s.registered = raw(g.find_field_unordered("registered"));
  }
  s.stream = raw(o.find_field_unordered("funding_stream"));
  s.amount = raw(o.find_field_unordered("amount_requested"));
  s.match_required = s.match_secured = {};
  if (!o.find_field_unordered("match_funding").get_object().get(g)) {
    s.match_required = raw(g.find_field_unordered("required"));
    s.match_secured = raw(g.find_field_unordered("secured"));
  }
  s.submitted = raw(o.find_field_unordered("submitted"));
  s.starts = raw(o.find_field_unordered("start_date"));
  s.ends = raw(o.find_field_unordered("end_date"));
  s.council = {};
  if (!o.find_field_unordered("location").get_object().get(g)) s.council = raw(g.find_field_unordered("council"));
  s.objectives = raw_list(o.find_field_unordered("objectives"));
  s.outcomes = raw_list(o.find_field_unordered("outcomes"));
  s.cooperation = raw(o.find_field_unordered("requires_cooperation"));
  s.partners = 0;
  if (!o.find_field_unordered("partners").get_array().get(list))
    for (auto partner : list) {
      if (partner.get_object().get(g) || s.partners == 16) std::abort();
      Partner& p = s.partner[s.partners++];
      p.organisation = raw(g.find_field_unordered("org"));
      p.evidence = raw(g.find_field_unordered("evidence_secured"));
    }
  s.added = raw(o.find_field_unordered("added_value"));
  s.differs = raw(o.find_field_unordered("differs_from_core_functions"));
  s.fit = raw(o.find_field_unordered("existing_strategy_fit"));
  s.safeguarding = raw(o.find_field_unordered("safeguarding_policy"));
  s.children = {};
  if (!o.find_field_unordered("participation").get_object().get(g)) s.children = raw(g.find_field_unordered("involves_children"));
  s.sheets = a.nscores;
  s.counted = 0;
  for (int& sum : s.sum) sum = 0;
  for (int i = 0; i < s.sheets; ++i) {
    Sheet& sheet = s.sheet[i];
    sheet.assessor = a.scores[i].assessor;
    sheet.counted = true;
    for (int j = 0; j < a.nconf; ++j) sheet.counted = sheet.counted && a.conflicted[j] != sheet.assessor;
    s.counted += sheet.counted;
    for (int c = 0; c < NCRIT; ++c) {
      sheet.mark[c] = static_cast<int>(a.scores[i].v[c]);
      if (sheet.counted) s.sum[c] += sheet.mark[c];
    }
  }
  s.num = 0;
  for (int c = 0; c < NCRIT; ++c) s.num += static_cast<long>(WEIGHT[c]) * s.sum[c];
  s.den = s.counted > 0 ? 5 * s.counted : 1;
  const long divisor = std::gcd(s.num, s.den);
  s.num /= divisor;
  s.den /= divisor;
}

void add_number(long n, std::string& out) {
  char digits[24], *at = digits + sizeof digits;
  do *--at = static_cast<char>('0' + n % 10), n /= 10;
  while (n != 0);
  out.append(at, static_cast<std::size_t>(digits + sizeof digits - at));
}
void add_fraction(long num, long den, std::string& out) {
  add_number(num, out);
  if (den != 1) out += '/', add_number(den, out);
}
void add_mean(const Shown& s, int c, std::string& out) {
  const long n = s.counted > 0 ? s.counted : 1, divisor = std::gcd(static_cast<long>(s.sum[c]), n);
  add_fraction(s.sum[c] / divisor, n / divisor, out);
}
/// As a fact: whole numbers plain, fractions in quotes.
void add_fact(long num, long den, std::string& out) {
  if (den != 1) out += '"';
  add_fraction(num, den, out);
  if (den != 1) out += '"';
}
void add(Raw value, std::string& out) { out += value.empty() ? Raw("null") : value; }
/// Pounds with two decimals.
void add_money(Raw number, std::string& out) {
  if (number.empty()) return void(out += "null");
  const std::size_t point = number.find('.');
  out += '"';
  out += number;
  if (point == number.npos) out += ".00";
  else if (number.size() - point == 2) out += '0';
  out += '"';
}

enum Outcome { pass, fail, not_applicable };
constexpr const char* outcome_words[] = {"pass", "fail", "not_applicable"};

struct Words {
  const char *clause, *effect, *id, *title;
};
constexpr Words criteria[] = {
    {"E01", "blocks", "e01", "Everything that must be said is said"}, {"E02", "blocks", "e02", "The kind of organisation may apply"},
    {"E03", "blocks", "e03", "A voluntary or community organisation is registered"}, {"E04", "blocks", "e04", "The request lies within the stream's limits"},
    {"E05", "blocks", "e05", "An outcome is one of the stream's priorities"}, {"E06", "blocks", "e06", "A statutory body does something else than its core functions"},
    {"E07", "blocks", "e07", "Each partner has agreed, where cooperation is required"}, {"E08", "blocks", "e08", "It came by the stream's closing date"},
    {"E09", "blocks", "e09", "It says what it adds"}, {"E10", "blocks", "e10", "Where children take part there is a safeguarding policy"}};
constexpr Words requirements[] = {
    {"Decision 2", "warns", "s01", "At least 50 points"}, {"Decision 3", "warns", "s02", "At least 65 points"}, {"Decision 3", "warns", "w-need", "Need is not weak"},
    {"Decision 3", "warns", "w-delivery", "Delivery is not weak"}, {"Decision 3", "warns", "w-value", "Value is not weak"},
    {"Decision 3", "warns", "w-participation", "Participation is not weak"}, {"Decision 3", "warns", "w-sustainability", "Sustainability is not weak"},
    {"Decision 4", "warns", "c01", "Match funding is secured"}};

/// One shortfall: three texts that need no escapes, but for `had`, which is part of an input's own.
struct Shortfall {
  std::string field, had, needed;
};

class Record {
 public:
  explicit Record(Raw pack) : pack_(pack) {}

  void write(const App& a, const Result& r, const Shown& s, std::string& out) {
    const std::size_t start = out.size();
    out += R"({"application":")";
    out += a.id;
    out += R"(","as_of":"2026-03-31")";
    rest_.clear();
    missed_.clear();
    reasons_.clear();
    write_rest(a, r, s, rest_);
    crypto_generichash_state state;
    unsigned char digest[32];
    crypto_generichash_init(&state, nullptr, 0, sizeof digest);
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(out.data()) + start, out.size() - start);
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(rest_.data()), rest_.size());
    crypto_generichash_final(&state, digest, sizeof digest);
    out += R"(,"digest":"blake2b-256:)";
    for (const unsigned char byte : digest) {
      out += "0123456789abcdef"[byte >> 4];
      out += "0123456789abcdef"[byte & 15];
    }
    out += '"';
    out += rest_;
    out += '\n';
  }

 private:
  template <class Reads>
  void finding(const Words& words, Outcome outcome, const std::string& message, bool is_reason, std::string& out, Reads&& reads) {
    if (out.back() != '[') out += ',';
    out += R"({"clause":")";
    out += words.clause;
    out += R"(","effect":")";
    out += words.effect;
    out += R"(","force":"must","layer":"funding-sentences")";
    if (outcome == fail) out += R"(,"message":")" + message + '"';
    out += R"(,"outcome":")";
    out += outcome_words[outcome];
    out += R"(","read":{)";
    reads();
    out += R"(},"rule":")";
    out += words.id;
    out += '"';
    if (outcome == fail) shortfalls(words, message, is_reason, out);
    out += R"(,"title":")";
    out += words.title;
    out += R"("})";
    shortfalls_.clear();
  }

  void shortfalls(const Words& words, const std::string& message, bool is_reason, std::string& out) {
    out += R"(,"shortfalls":[)";
    for (const Shortfall& short_of : shortfalls_) {
      if (out.back() != '[') out += ',';
      out += R"({"field":")" + short_of.field + R"(","had":")" + short_of.had + R"(","needed":")" + short_of.needed + R"("})";
      if (!is_reason) continue;
      if (!missed_.empty()) missed_ += ',';
      missed_ += R"({"clause":")";
      missed_ += words.clause;
      missed_ += R"(","field":")" + short_of.field + R"(","had":")" + short_of.had + R"(","needed":")" + short_of.needed + R"(","rule":")";
      missed_ += words.id;
      missed_ += R"("})";
    }
    out += ']';
    if (!is_reason) return;
    if (!reasons_.empty()) reasons_ += ',';
    reasons_ += R"({"clause":")";
    reasons_ += words.clause;
    reasons_ += R"(","message":")" + message + R"(","rule":")";
    reasons_ += words.id;
    reasons_ += R"("})";
  }

  void lacking(const char* field) { shortfalls_.push_back({field, "", "an answer"}); }
  static std::string bare(Raw text) { return text.size() >= 2 && text.front() == '"' ? std::string(text.substr(1, text.size() - 2)) : std::string(text); }

  void write_e01(const App&, const Result& r, const Shown& s, std::string& out) {
    // in the order of the sentence; `read` is in the order of the names, as far as the sentence went
    const struct {
      const char *field, *label;
      Raw value;
      bool money;
    } asked[] = {{"organisation.id", "id", s.organisation, false}, {"organisation.type", "type", s.type, false}, {"funding_stream", "funding stream", s.stream, false},
                 {"amount_requested", "amount requested", s.amount, true}, {"submitted", "submitted", s.submitted, false}, {"start_date", "start date", s.starts, false},
                 {"end_date", "end date", s.ends, false}, {"location.council", "council", s.council, false}, {"objectives", "objectives", s.objectives, false},
                 {"existing_strategy_fit", "existing strategy fit", s.fit, false}, {"title", "title", s.title, false}};
    constexpr int by_name[] = {3, 6, 9, 2, 7, 8, 0, 1, 5, 4, 10};
    int last = 0;
    while (last < 10 && !asked[last].value.empty()) ++last;
    std::string missing;
    if (r.failed & 1)
      for (const auto& [field, label, value, money] : asked)
        if (value.empty()) {
          missing = label;   // one at most lacks
          lacking((std::string("application.") + field).c_str());
        }
    finding(criteria[0], r.failed & 1 ? fail : pass, "nothing is said about " + missing, true, out, [&] {
      for (const int i : by_name) {
        if (i > last) continue;
        if (out.back() != '{') out += ',';
        out += R"("application.)";
        out += asked[i].field;
        out += R"(":)";
        if (asked[i].money) add_money(asked[i].value, out);
        else add(asked[i].value, out);
      }
    });
  }

  /// A finding that reads fields as they stand in the input: those after the first only if the sentence got so far.
  struct Seen {
    const char* field;
    Raw value;
    bool there = true;
  };
  void plain(const Words& words, Outcome outcome, std::initializer_list<Seen> seen, std::string& out, const std::string& message = {}, bool is_reason = true) {
    finding(words, outcome, message.empty() ? words.title : message, is_reason, out, [&] {
      for (const auto& [field, value, there] : seen) {
        if (!there) continue;
        if (out.back() != '{') out += ',';
        out += '"';
        out += field;
        out += R"(":)";
        add(value, out);
      }
    });
  }

  void write_criteria(const App& a, const Result& r, const Shown& s, std::string& out) {
    const auto outcome = [&](int i, bool applies = true) { return !applies ? not_applicable : r.failed >> i & 1 ? fail : pass; };
    write_e01(a, r, s, out);
    if (r.failed & 2) {
      if (s.type.empty()) lacking("application.organisation.type");
      shortfalls_.push_back({"application.organisation.type", bare(s.type), "one of voluntary, community or statutory, or application.requires_cooperation yes"});
    }
    plain(criteria[1], outcome(1), {{"application.organisation.type", s.type}, {"application.requires_cooperation", s.cooperation, a.type == T_PRIV}}, out);
    const bool charity = a.type == T_VOL || a.type == T_COM;
    if (r.failed & 4) shortfalls_.push_back({"application.organisation.registered", "no", "yes"});
    plain(criteria[2], outcome(2, charity), {{"application.organisation.registered", s.registered, charity}, {"application.organisation.type", s.type}}, out);

    money_.clear();
    add_money(s.amount, money_);
    if (r.failed & 8) {
      if (s.stream.empty()) lacking("application.funding_stream");
      if (s.amount.empty()) lacking("application.amount_requested");
      shortfalls_.push_back({"application.funding_stream", bare(s.stream), "good_relations, or application.amount_requested at most £75,000, or rural_support, or early_years"});
    }
    plain(criteria[3], outcome(3), {{"application.amount_requested", money_, !s.stream.empty()}, {"application.funding_stream", s.stream}}, out);
    if (r.failed & 16) {
      if (s.stream.empty()) lacking("application.funding_stream");
      shortfalls_.push_back({"application.funding_stream", bare(s.stream), "good_relations, or application.outcomes one of O2 or O5, or rural_support, or early_years"});
    }
    plain(criteria[4], outcome(4), {{"application.funding_stream", s.stream}, {"application.outcomes", s.outcomes, !s.stream.empty()}}, out);
    const bool statutory = a.type == T_STAT;
    if (r.failed & 32) shortfalls_.push_back({"application.differs_from_core_functions", "no", "yes"});
    plain(criteria[5], outcome(5, statutory), {{"application.differs_from_core_functions", s.differs, statutory}, {"application.organisation.type", s.type}}, out);
    write_e07(a, r, s, out);
    if (r.failed & 128) {
      if (s.stream.empty()) lacking("application.funding_stream");
      if (s.submitted.empty()) lacking("application.submitted");
      shortfalls_.push_back({"application.funding_stream", bare(s.stream), "good_relations, or application.submitted at most 28 February 2026, or rural_support, or early_years"});
    }
    plain(criteria[7], outcome(7), {{"application.funding_stream", s.stream}, {"application.submitted", s.submitted, !s.stream.empty()}}, out);
    if (r.failed & 256) {
      if (s.added.empty()) lacking("application.added_value");
      shortfalls_.push_back({"application.added_value", s.added.empty() ? "" : "no", "not no"});
    }
    plain(criteria[8], outcome(8), {{"application.added_value", s.added}}, out);
    if (r.failed & 512) shortfalls_.push_back({"application.safeguarding_policy", "no", "yes"});
    plain(criteria[9], outcome(9, a.children), {{"application.participation.involves_children", s.children}, {"application.safeguarding_policy", s.safeguarding, a.children}}, out);
  }

  void write_e07(const App& a, const Result& r, const Shown& s, std::string& out) {
    std::string names, message = "no partner is named";
    int read = 0;
    while (a.coop && read < s.partners && s.partner[read].evidence == "true") ++read;
    if (r.failed & 64) {
      if (s.partners == 0) lacking("application.partners");
      for (int i = 0; i < s.partners; ++i) {
        if (s.partner[i].evidence == "true") continue;
        shortfalls_.push_back({"partner_organisation[" + std::to_string(i + 1) + "].evidence_secured", "no", "yes"});
        names += (names.empty() ? "" : ", ") + bare(s.partner[i].organisation);
      }
      if (const std::size_t comma = names.rfind(", "); comma != names.npos) names.replace(comma, 2, " and ");
      if (!names.empty()) message = "no evidence that " + names + " has agreed";
    }
    finding(criteria[6], !a.coop ? not_applicable : r.failed & 64 ? fail : pass, message, true, out, [&] {
      if (a.coop) {
        out += R"("application.partners":)";
        if (s.partners > 0) add_number(s.partners, out);
        else out += "null";
        out += ',';
      }
      out += R"("application.requires_cooperation":)";
      add(s.cooperation, out);
      for (int i = 0; a.coop && i < s.partners && i <= read; ++i) {
        out += R"(,"partner_organisation[)";
        add_number(i + 1, out);
        out += R"(].evidence_secured":)";
        out += s.partner[i].evidence;
      }
    });
  }

  void write_requirements(const App& a, const Result& r, const Shown& s, std::string& out) {
    const bool reason = r.failed == 0;
    const auto total = [&] {
      out += R"("scores.total":)";
      add_fact(s.num, s.den, out);
    };
    const auto short_of = [&](const std::string& field, long num, long den, const char* needed) {
      std::string had;
      add_fraction(num, den, had);
      shortfalls_.push_back({field, had, needed});
    };
    const bool low = s.num < 50 * s.den, middling = s.num < 65 * s.den;
    if (reason && low) short_of("scores.total", s.num, s.den, "at least 50");
    finding(requirements[0], !reason ? not_applicable : low ? fail : pass, requirements[0].title, r.s01, out, [&] {
      out += reason ? R"("eligibility.outcome":"eligible",)" : R"("eligibility.outcome":"ineligible")";
      if (reason) total();
    });
    if (middling) short_of("scores.total", s.num, s.den, "at least 65");
    finding(requirements[1], middling ? fail : pass, requirements[1].title, reason && r.decision == PARTS, out, total);
    for (int c = 0; c < NCRIT; ++c) {
      const long n = s.counted > 0 ? s.counted : 1, divisor = std::gcd(static_cast<long>(s.sum[c]), n), num = s.sum[c] / divisor, den = n / divisor;
      const bool weak = num < 2 * den;
      if (weak) short_of(std::string("scores.") + CRIT[c], num, den, "at least 2");
      finding(requirements[2 + c], weak ? fail : pass, requirements[2 + c].title, reason && r.decision == PARTS, out, [&] {
        out += R"("scores.)";
        out += CRIT[c];
        out += R"(":)";
        add_fact(num, den, out);
      });
    }
    const bool required = s.match_required == "true";
    if (a.pending) shortfalls_.push_back({"application.match_funding.secured", "no", "yes"});
    plain(requirements[7], !required ? not_applicable : a.pending ? fail : pass,
          {{"application.match_funding.required", s.match_required}, {"application.match_funding.secured", s.match_secured, required}}, out, {}, r.decision == PRINCIPLE);
  }

  void write_scores(const Shown& s, std::string& out) {
    out += R"({"exact":")";
    add_fraction(s.num, s.den, out);
    out += R"(","measures":[)";
    constexpr const char* after[] = {R"(","measure":"need","title":"Need","weight":"30"})", R"(","measure":"delivery","title":"Delivery","weight":"25"})",
                                     R"(","measure":"value","title":"Value","weight":"20"})", R"(","measure":"participation","title":"Participation","weight":"15"})",
                                     R"(","measure":"sustainability","title":"Sustainability","weight":"10"})"};
    for (int c = 0; c < NCRIT; ++c) {
      out += c > 0 ? R"(,{"high":"5","mean":")" : R"({"high":"5","mean":")";
      add_mean(s, c, out);
      out += after[c];
    }
    out += R"(],"sheets":[)";
    for (int i = 0; i < s.sheets; ++i) {
      const Sheet& sheet = s.sheet[i];
      if (i > 0) out += ',';
      out += sheet.counted ? R"({"counted":true,"sheet":{"assessor":")" : R"({"counted":false,"sheet":{"assessor":")";
      out += sheet.assessor;
      constexpr int by_name[] = {1, 0, 3, 4, 2};
      out += '"';
      for (const int c : by_name) {
        out += R"(,")";
        out += CRIT[c];
        out += R"(":)";
        add_number(sheet.mark[c], out);
      }
      out += "}}";
    }
    const long hundredths = (s.num * 200 + s.den) / (s.den * 2);
    out += R"(],"total":")";
    add_number(hundredths / 100, out);
    out += '.';
    out += static_cast<char>('0' + hundredths / 10 % 10);
    out += static_cast<char>('0' + hundredths % 10);
    out += R"("})";
  }

  void write_rest(const App& a, const Result& r, const Shown& s, std::string& out) {
    out += R"(,"eligibility":{"findings":[)";
    write_criteria(a, r, s, out);
    out += r.failed ? R"(],"outcome":"ineligible"},"engine":"0.1.0","findings":[)" : R"(],"outcome":"eligible"},"engine":"0.1.0","findings":[)";
    write_requirements(a, r, s, out);
    out += R"(],"format":"remit.record/1","pack":)";
    out += pack_;
    out += R"(,"parameters":{},"plugins":[],"procedure":"each/1","proposal":{)";
    constexpr const char* decisions[] = {R"("clause":"Decision 1 and 2","decision":"decline")", R"("clause":"Decision 3","decision":"approve-parts")",
                                         R"("clause":"Decision 4","decision":"approve-in-principle")", R"("clause":"Decision 5","decision":"approve-total")"};
    constexpr const char* titles[] = {"Decline", "Approve parts", "Approve in principle", "Approve in total"};
    out += decisions[r.decision];
    out += R"(,"reasons":[)";
    out += reasons_;
    out += R"(],"title":")";
    out += titles[r.decision];
    out += R"("},"scores":)";
    write_scores(s, out);
    out += R"(,"silences":[],"what_if":false,"would_have_passed":[)";
    out += missed_;
    out += "]}";
  }

  Raw pack_;
  std::string rest_, missed_, reasons_, money_;
  std::vector<Shortfall> shortfalls_;
};

}  // namespace

int main(int count, char** words) {
  if (sodium_init() < 0) return 2;
  Record record(count > 1 ? Raw(words[1]) : Raw("{}"));
  od::parser first, second;   // the second reads again: what the first found points into its own memory
  App a;
  Result r;
  Shown s;
  lines::stream([&](Raw line, std::string& out) {
    parse(first, line, a);
    decide(a, r);
    show(second, line, a, s);
    record.write(a, r, s, out);
  });
}
