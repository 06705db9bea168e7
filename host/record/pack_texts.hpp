// What records repeat of the pack that decided, as fragments of canonical JSON: made once, then only copied.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policy/pack.hpp"

namespace remit::record {

/// The unchanging words of one criterion, in the places that sorted keys give them within a finding.
struct RuleText {
  std::string clause_to_layer;    // `"clause":"4.5.3 b2","effect":"blocks","force":"should","layer":"core"`, before it what overrides made of it
  std::string plugin;             // `,"plugin":"charity-register/registered"` or empty
  std::string reading_to_rule;    // `,"reading":"...","rule":"..."`
  std::string title;              // `,"title":"..."}`
};

/// The key of a field that was read: `"application.title":`, and its place among all such keys in sorted order.
struct ReadKey {
  std::string key;
  std::uint32_t order = 0;
};

/// Appends the key `changed_by` with the overrides of a rule, in the order of the layers; nothing when there is none.
void append_changes(const policy::Rule& rule, const policy::Pack& pack, std::string& out);
RuleText rule_text(const policy::Rule& rule, const policy::Pack& pack);
/// "charity-register/registered": what answers for a rule or measure; empty when `use` is -1.
std::string plugin_name(const policy::Pack& pack, int use);
/// The keys of all fields of the records in view: by root, by field.
std::vector<std::vector<ReadKey>> read_keys(const policy::Pack& pack);
/// `{"digest":...,"id":...,"layers":[...],"publisher":...,"version":...}`; `publisher`: canonical JSON, or empty for none.
std::string pack_text(const policy::Pack& pack, std::string_view publisher);
/// `[{"clause":...,"id":...,"so":...,"title":...},...]`: where the pack says that its source has no provision, then the
/// parameters without a value among `values` (one for each).
std::string silences_text(const policy::Pack& pack, std::span<const base::Value> values);
/// Appends one of them, with a comma where needed.
void append_silence(std::string_view clause, std::string_view id, std::string_view so, std::string_view title, std::string& out);
/// `{"id":{"clause":...,"value":...},...}`, with the values (by parameter) that are in force at `clocks`.
std::string parameters_text(const policy::Pack& pack, std::span<const base::Value> values, const policy::Clocks& clocks);
/// `s` as a JSON text with quotes.
std::string quoted(std::string_view s);

/// The clause of the parameter's value at `clocks`, or of the parameter itself.
std::string_view parameter_clause(const policy::Parameter& parameter, const policy::Clocks& clocks);

}  // namespace remit::record
