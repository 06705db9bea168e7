#include "record/recorded_plugins.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/date.hpp"
#include "base/money.hpp"
#include "record/saved.hpp"

namespace remit::record {

using base::Kind;
using intake::Json;
using policy::Answer;
using policy::Capability;
using policy::Outcome;
using policy::Told;

namespace {

/// "7/2" or "4", with as many digits as a plug-in can give.
bool read_exact(std::string_view text, base::Rational& out) {
  std::int64_t num = 0;
  std::uint64_t den = 1;
  const char* end = text.data() + text.size();
  auto [at, wrong] = std::from_chars(text.data(), end, num);
  if (wrong != std::errc()) return false;
  if (at != end) {
    if (*at != '/') return false;
    const auto rest = std::from_chars(at + 1, end, den);
    if (rest.ec != std::errc() || rest.ptr != end || den == 0) return false;
  }
  out = base::Rational(static_cast<base::int128>(num), static_cast<base::int128>(den));
  return true;
}

/// As records show it: of what kind it was does not matter, for it is only shown again.
Told evidence_of(const Json& json) {
  Told told;
  if (json.kind == Json::Kind::boolean) {
    told.kind = Kind::yes_no;
    told.integer = json.boolean;
  } else if (json.kind == Json::Kind::number) {
    told.kind = Kind::count;
    std::from_chars(json.text.data(), json.text.data() + json.text.size(), told.integer);
  } else if (json.kind == Json::Kind::text) {
    told.kind = Kind::text;
    told.text = json.text;
  }
  return told;
}

/// A fact of the type that the pack declares; absent when the record holds something else.
Told fact_of(const Json& json, base::Type type) {
  Told told = evidence_of(json);
  const std::string_view text = json.str();
  if (json.is_null() || type == base::Type::text || type == base::Type::yes_no || (told.kind == Kind::count && type != base::Type::money)) return told;
  base::Value moment;
  if (type == base::Type::money && base::read_money(text, told.integer)) {
    told.kind = Kind::money;
  } else if ((type == base::Type::date || type == base::Type::moment) && base::read_moment(text, moment)) {
    told.kind = moment.kind;
    told.integer = moment.integer;
  } else if ((type == base::Type::number || type == base::Type::count) && read_exact(text, told.ratio)) {
    told.kind = told.ratio.whole() ? Kind::count : Kind::ratio;
    told.integer = told.ratio.whole() ? static_cast<std::int64_t>(told.ratio.num()) : 0;
  } else {
    told = {};
  }
  return told;
}

Outcome outcome_of(const Json& json) {
  for (const Outcome o : {Outcome::pass, Outcome::fail, Outcome::refer, Outcome::not_applicable})
    if (json.str() == policy::word(o)) return o;
  return Outcome::error;
}

Answer answer_of(const Json& json) {
  Answer made;
  made.outcome = outcome_of(json["outcome"]);
  if (json.members.size() <= 1) return made;
  made.said = std::make_unique<Answer::Said>();
  Answer::Said& said = *made.said;
  said.cause = json["cause"].str();
  for (const Json& reason : json["reasons"].items) said.reasons.push_back(reason.str());
  for (const auto& [name, value] : json["evidence"].members) said.evidence.emplace_back(name, evidence_of(value));
  if (base::Rational score; read_exact(json["score"].str(), score)) said.score = score;
  for (const Json& element : json["elements"].items) said.elements.push_back(element.str());
  using enum Answer::Said::Award;
  const std::string& award = json["award"].str();
  said.award = award == "whole" ? whole : award == "parts" ? parts : award == "nothing" ? nothing : award == "refer" ? refer : none;
  return made;
}

class RecordedPlugins : public policy::Plugins {
 public:
  RecordedPlugins(std::string_view bytes, const std::string& name, const policy::Pack& pack) : pack_(pack), identities_(pack.plugins.size()) {
    for (std::size_t p = 0; p < pack.plugins.size(); ++p) identities_[p].id = pack.plugins[p].id;
    const Saved saved(bytes, name);
    for (const SavedRecord& record : saved.records()) {
      Json json = intake::read_json(record.bytes, record.application);
      const auto plugins = std::ranges::find(json.members, "plugins", [](const auto& m) { return std::string_view(m.first); });
      if (plugins == json.members.end()) continue;
      for (const Json& plugin : plugins->second.items) meet(plugin);
      by_application_.emplace(record.application, std::move(plugins->second));
    }
    for (std::size_t use = 0; use < pack.uses.size(); ++use)
      across_.push_back(pack.uses[use].or_round_check && std::ranges::any_of(by_application_, [&](const auto& record) { return item_in(record.second, use)["round"].kind == Json::Kind::object; }));
  }

  std::span<const policy::PluginIdentity> identities() const override { return identities_; }

  bool across(std::size_t use) const override { return across_[use]; }

  std::vector<Answer> ask(std::size_t use, policy::Subjects& subjects) override {
    const Capability capability = pack_.uses[use].capability;
    std::vector<Answer> answers;
    const Json* whole = nullptr;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      const policy::Subjects::Key key = subjects.key(i);
      const auto record = by_application_.find(std::string(key.application));
      const Json& item = record == by_application_.end() ? nothing_ : item_in(record->second, use);
      const Json& said = capability == Capability::conflict_rule ? item["members"][key.other] : item;
      if (said["outcome"].is_null()) answers.push_back(unknown(use, key));
      else answers.push_back(capability == Capability::data_source ? facts_of(use, said) : answer_of(said));
      const Json& of_all = item[capability == Capability::allocator ? "stream" : "round"];
      if (whole == nullptr && !of_all.is_null()) whole = &of_all;
    }
    const bool about_the_whole = capability == Capability::allocator || capability == Capability::round_check || across_[use];
    if (about_the_whole) answers.push_back(whole != nullptr ? answer_of(*whole) : unknown(use, {}));
    return answers;
  }

 private:
  /// The first record that names a plug-in says what it is; a record that says otherwise will differ.
  void meet(const Json& plugin) {
    for (policy::PluginIdentity& identity : identities_) {
      if (identity.id != plugin["id"].str() || !identity.version.empty()) continue;
      identity.version = plugin["version"].str();
      identity.digest = plugin["digest"].str();
      for (const auto& [name, digest] : plugin["files"].members) identity.files.emplace_back(name, digest.str());
    }
  }

  const Json& item_in(const Json& plugins, std::size_t use) const {
    const policy::PluginUse& of = pack_.uses[use];
    for (const Json& plugin : plugins.items)
      if (plugin["id"].str() == pack_.plugins[of.need].id) return of.item.empty() ? plugin["facts"] : plugin["answers"][of.item];
    return nothing_;
  }

  Answer unknown(std::size_t use, const policy::Subjects::Key& key) const {
    Answer made;
    made.said = std::make_unique<Answer::Said>();
    const policy::PluginUse& of = pack_.uses[use];
    made.said->cause = pack_.plugins[of.need].id + (of.item.empty() ? "" : "/" + of.item) + ": the records hold no answer" +
                       (key.application.empty() ? "" : " about " + std::string(key.application)) + (key.other.empty() ? "" : " and " + std::string(key.other));
    return made;
  }

  Answer facts_of(std::size_t use, const Json& json) const {
    Answer made = answer_of(json);
    if (made.outcome != Outcome::pass) return made;
    if (!made.said) made.said = std::make_unique<Answer::Said>();
    const base::RecordType& type = *pack_.schema.find("facts");
    for (const std::uint16_t field : pack_.plugins[pack_.uses[use].need].facts) made.said->facts.push_back(fact_of(json["values"][type.fields[field].name], type.fields[field].type));
    return made;
  }

  const policy::Pack& pack_;
  std::vector<policy::PluginIdentity> identities_;
  std::unordered_map<std::string, Json> by_application_;   // id -> its `plugins`
  std::vector<bool> across_;                               // by use
  const Json nothing_;
};

}  // namespace

std::unique_ptr<policy::Plugins> plugins_of_records(std::string_view saved, const std::string& saved_name, const policy::Pack& pack) {
  return std::make_unique<RecordedPlugins>(saved, saved_name, pack);
}

}  // namespace remit::record
