// What both hand-written baselines share: simdjson On-Demand straight into a struct, and the policy of policy.md hard-coded.
// No host, no rules, no checks of the input: the least work that gives the answers.
#pragma once
#include <simdjson.h>

#include <cstdlib>
#include <string_view>

#include "lines.hpp"

namespace od = simdjson::ondemand;

enum Type : unsigned char { T_NONE, T_VOL, T_COM, T_STAT, T_PRIV, T_OTHER };
enum { NCRIT = 5 };
inline constexpr const char* CRIT[NCRIT] = {"need", "delivery", "value", "participation", "sustainability"};
inline constexpr double WEIGHT[NCRIT] = {30, 25, 20, 15, 10};
struct Stream { std::string_view name; double min, max; std::string_view closing; unsigned priority; };
inline constexpr Stream STREAMS[] = {{"good_relations", 5000, 150000, "2026-03-31", 0b000111},
                                 {"community_safety", 1000, 75000, "2026-02-28", 0b010010},
                                 {"rural_support", 500, 30000, "2026-04-30", 0b101000},
                                 {"early_years", 10000, 250000, "2026-03-15", 0b100001}};

struct App {                       // views point into the input or the parser's string buffer
  std::string_view id, submitted;
  const Stream* stream;
  double amount;
  Type type;
  unsigned outcomes;
  bool missing, has_amount, has_submitted, registered, coop, partners_ok, differs, added, safeguarding, children, pending;
  unsigned char nscores;
  struct Row { std::string_view assessor; double v[NCRIT]; } scores[8];
  unsigned char nconf;
  std::string_view conflicted[8];
};

inline bool is_true(simdjson::simdjson_result<od::value> v) { bool b; return v.get_bool().get(b) == simdjson::SUCCESS && b; }
// non-empty text: looks at the raw token only
inline bool has_text(simdjson::simdjson_result<od::value> v) {
  std::string_view t;
  if (v.error()) return false;
  t = v.raw_json_token();
  return t.size() > 2 && t[0] == '"' && t[1] != '"';
}
inline std::string_view str(simdjson::simdjson_result<od::value> v) {
  std::string_view s;
  if (v.get_string().get(s)) return {};
  return s;
}

inline void parse(od::parser& p, std::string_view line, App& a) {
  auto doc = p.iterate(line.data(), line.size(), line.size() + lines::padding);
  od::object o;
  if (doc.get_object().get(o)) std::abort();
  a.missing = false;
  a.id = str(o.find_field_unordered("application_id"));
  a.missing |= !has_text(o.find_field_unordered("title"));
  od::object g;
  a.type = T_NONE; a.registered = false;
  if (!o.find_field_unordered("organisation").get_object().get(g)) {
    a.missing |= !has_text(g.find_field_unordered("id"));
    std::string_view t = str(g.find_field_unordered("type"));
    a.type = t.empty() ? T_NONE : t == "voluntary" ? T_VOL : t == "community" ? T_COM : t == "statutory" ? T_STAT : t == "private" ? T_PRIV : T_OTHER;
    a.missing |= t.empty();
    a.registered = is_true(g.find_field_unordered("registered"));
  }
  std::string_view sn = str(o.find_field_unordered("funding_stream"));
  a.missing |= sn.empty();
  a.stream = nullptr;
  for (auto& s : STREAMS) if (s.name == sn) { a.stream = &s; break; }
  a.has_amount = o.find_field_unordered("amount_requested").get_double().get(a.amount) == simdjson::SUCCESS;
  a.missing |= !a.has_amount;
  a.pending = false;
  if (!o.find_field_unordered("match_funding").get_object().get(g)) {
    bool req = is_true(g.find_field_unordered("required"));
    a.pending = !is_true(g.find_field_unordered("secured")) && req;
  }
  a.submitted = str(o.find_field_unordered("submitted"));
  a.has_submitted = !a.submitted.empty();
  a.missing |= !a.has_submitted;
  a.missing |= !has_text(o.find_field_unordered("start_date"));
  a.missing |= !has_text(o.find_field_unordered("end_date"));
  if (!o.find_field_unordered("location").get_object().get(g)) a.missing |= !has_text(g.find_field_unordered("council"));
  else a.missing = true;
  od::array arr;
  bool empty = true;
  if (!o.find_field_unordered("objectives").get_array().get(arr)) { bool e; if (!arr.is_empty().get(e)) empty = e; }
  a.missing |= empty;
  a.outcomes = 0;
  if (!o.find_field_unordered("outcomes").get_array().get(arr))
    for (auto v : arr) { std::string_view s; if (!v.get_string().get(s) && s.size() == 2 && s[0] == 'O') a.outcomes |= 1u << (s[1] - '1'); }
  a.coop = is_true(o.find_field_unordered("requires_cooperation"));
  a.partners_ok = false;
  if (a.coop && !o.find_field_unordered("partners").get_array().get(arr)) {
    bool any = false, all = true;
    for (auto v : arr) { any = true; all &= is_true(v.find_field_unordered("evidence_secured")); }
    a.partners_ok = any && all;
  }
  {
    auto v = o.find_field_unordered("added_value");
    std::string_view t;
    a.added = false;
    if (!v.error()) { t = v.raw_json_token(); a.added = t[0] == 't' || (t[0] == '"' && t[1] != '"'); }
  }
  a.differs = a.type == T_STAT && is_true(o.find_field_unordered("differs_from_core_functions"));
  a.missing |= !has_text(o.find_field_unordered("existing_strategy_fit"));
  a.safeguarding = is_true(o.find_field_unordered("safeguarding_policy"));
  a.children = false;
  if (!o.find_field_unordered("participation").get_object().get(g)) a.children = is_true(g.find_field_unordered("involves_children"));
  a.nscores = a.nconf = 0;
  if (!o.find_field_unordered("panel").get_object().get(g)) {
    if (!g.find_field_unordered("scores").get_array().get(arr))
      for (auto v : arr) {
        if (a.nscores == 8) break;
        auto& r = a.scores[a.nscores++];
        od::object so;
        if (v.get_object().get(so)) std::abort();
        r.assessor = str(so.find_field_unordered("assessor"));
        for (int c = 0; c < NCRIT; c++) if (so.find_field_unordered(CRIT[c]).get_double().get(r.v[c])) r.v[c] = 0;
      }
    if (!g.find_field_unordered("declarations").get_array().get(arr))
      for (auto v : arr) {
        od::object d;
        if (a.nconf == 8 || v.get_object().get(d)) break;
        std::string_view s = str(d.find_field_unordered("assessor"));
        if (is_true(d.find_field_unordered("conflict"))) a.conflicted[a.nconf++] = s;
      }
  }
}

struct Result { unsigned failed; unsigned weak; double score; unsigned char decision; bool s01, s02; };
enum { DECLINE, PARTS, PRINCIPLE, TOTAL };
inline constexpr const char* DECISION[] = {"decline", "approve_parts", "approve_in_principle", "approve_total"};

inline void decide(const App& a, Result& r) {
  unsigned f = 0;
  const Stream* s = a.stream;
  if (a.missing) f |= 1;
  if (!(a.type == T_VOL || a.type == T_COM || a.type == T_STAT || (a.type == T_PRIV && a.coop))) f |= 2;
  if ((a.type == T_VOL || a.type == T_COM) && !a.registered) f |= 4;
  if (!s || !a.has_amount || a.amount < s->min || a.amount > s->max) f |= 8;
  if (!s || !(a.outcomes & s->priority)) f |= 16;
  if (a.type == T_STAT && !a.differs) f |= 32;
  if (a.coop && !a.partners_ok) f |= 64;
  if (!s || !a.has_submitted || a.submitted > s->closing) f |= 128;
  if (!a.added) f |= 256;
  if (a.children && !a.safeguarding) f |= 512;
  r.failed = f;
  double sum[NCRIT] = {0};
  int n = 0;
  for (int i = 0; i < a.nscores; i++) {
    bool conf = false;
    for (int j = 0; j < a.nconf; j++) conf |= a.conflicted[j] == a.scores[i].assessor;
    if (conf) continue;
    n++;
    for (int c = 0; c < NCRIT; c++) sum[c] += a.scores[i].v[c];
  }
  double score = 0;
  r.weak = 0;
  for (int c = 0; c < NCRIT; c++) {
    double avg = n ? sum[c] / n : 0;
    if (avg < 2) r.weak |= 1u << c;
    score += WEIGHT[c] * avg / 5;
  }
  r.score = static_cast<double>(static_cast<long>(score * 1e4 + 0.5)) / 1e4;
  r.s01 = r.s02 = false;
  if (f) r.decision = DECLINE;
  else if (r.score < 50) { r.decision = DECLINE; r.s01 = true; }
  else if (r.score < 65 || r.weak) { r.decision = PARTS; r.s02 = r.score < 65; }
  else r.decision = a.pending ? PRINCIPLE : TOTAL;
}

