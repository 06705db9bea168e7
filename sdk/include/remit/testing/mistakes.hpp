// What is wrong with a plug-in before anything of it is asked: names, versions, sizes, calls that are missing.
#ifndef REMIT_TESTING_MISTAKES_HPP
#define REMIT_TESTING_MISTAKES_HPP

#include <string>
#include <vector>

#include "../cpp/report.hpp"
#include "../cpp/utf8.hpp"
#include "../ext/appeal_rule.h"
#include "../ext/conflict_rule.h"
#include "../ext/criterion.h"
#include "../ext/measure.h"
#include "../plugin.h"

namespace remit {
namespace testing {

/// Small letters, digits and hyphens, a letter first.
inline bool is_id(std::string_view t) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  for (char c : t)
    if (!small(c) && !(c >= '0' && c <= '9') && c != '-') return false;
  return !t.empty() && small(t[0]);
}

/// "1.2.0": three numbers.
inline bool is_version(std::string_view t) {
  int dots = 0;
  bool digit = false;
  for (char c : t) {
    if (c == '.' && digit) { ++dots; digit = false; }
    else if (c >= '0' && c <= '9') digit = true;
    else return false;
  }
  return dots == 2 && digit;
}

/// Which calls an item lacks that its capability must have; or that the capability is not known.
inline std::string lacking(const remit_item& item) {
  const std::string_view capability = view(item.capability);
  const auto lacks = [&](auto* calls, auto... required) -> std::string {
    if (calls == nullptr) return "has no calls";
    if (calls->struct_size < sizeof *calls) return "has calls of fewer bytes than those of version 1";
    return (... && (calls->*required != nullptr)) ? "" : "lacks a call that " + std::string(capability) + " must have";
  };
  if (capability == REMIT_CRITERION_1) { using c = remit_criterion_v1; return lacks(static_cast<const c*>(item.calls), &c::evaluate); }
  if (capability == REMIT_MEASURE_1) { using c = remit_measure_v1; return lacks(static_cast<const c*>(item.calls), &c::score); }
  if (capability == REMIT_CONFLICT_RULE_1) { using c = remit_conflict_rule_v1; return lacks(static_cast<const c*>(item.calls), &c::check); }
  if (capability == REMIT_APPEAL_RULE_1) { using c = remit_appeal_rule_v1; return lacks(static_cast<const c*>(item.calls), &c::review); }
  if (capability == REMIT_DATA_SOURCE_1) { using c = remit_data_source_v1; return lacks(static_cast<const c*>(item.calls), &c::look_up); }
  if (capability == REMIT_ROUND_CHECK_1) {
    using c = remit_round_check_v1;
    return lacks(static_cast<const c*>(item.calls), &c::begin, &c::application, &c::finish);
  }
  if (capability == REMIT_ALLOCATOR_1) {
    using c = remit_allocator_v1;
    return lacks(static_cast<const c*>(item.calls), &c::begin, &c::application, &c::allocate, &c::end);
  }
  if (capability == REMIT_EXPORTER_1) {
    using c = remit_exporter_v1;
    return lacks(static_cast<const c*>(item.calls), &c::begin, &c::record, &c::end);
  }
  return "offers the capability \"" + std::string(capability) + "\", which this version does not know";
}

inline void look_at(const remit_item& item, std::vector<std::string>& wrong) {
  const std::string name(view(item.name)), of = "item `" + name + "` ";
  const auto note = [&](const std::string& words) { wrong.push_back(of + words); };
  if (item.struct_size < sizeof item) return note("has fewer bytes than an item of version 1");
  if (!is_id(name)) note("is not named with small letters, digits and hyphens, a letter first");
  if (item.title.size == 0 || !is_utf8(view(item.title))) note("has no title in UTF-8");
  if (item.reserved != 0) note("has something in `reserved`");
  const std::string lack = lacking(item);
  if (!lack.empty()) note(lack);
  if (item.columns_size != 0 && view(item.capability) != REMIT_DATA_SOURCE_1) note("has columns and is no data source");
  for (std::uint64_t i = 0; i < item.columns_size; ++i) {
    static const char* const kinds[] = {"yes_no", "count", "number", "money", "date", "moment", "text"};
    const std::string_view column = view(item.columns[i]), kind = column.substr(std::min(column.find(':'), column.size() - 1) + 1);
    bool known = false;
    for (const char* k : kinds) known = known || kind == k;
    if (!known) note("has the column \"" + std::string(column) + "\", which is not written name:kind");
  }
}

/// Everything that is wrong with what the entry function gave; empty when nothing is.
inline std::vector<std::string> mistakes_in(const remit_plugin* plugin) {
  std::vector<std::string> wrong;
  if (plugin == nullptr) return {"the entry function gave nothing"};
  if (plugin->struct_size < sizeof *plugin) return {"the plug-in has fewer bytes than one of version 1"};
  if (plugin->abi_minor > REMIT_ABI_MINOR) wrong.push_back("it needs a newer host than these headers");
  if (!is_id(view(plugin->id))) wrong.push_back("its id is not small letters, digits and hyphens, a letter first");
  if (!is_version(view(plugin->version))) wrong.push_back("its version is not three numbers with dots, such as 1.2.0");
  if (plugin->title.size == 0 || !is_utf8(view(plugin->title))) wrong.push_back("it has no title in UTF-8");
  if (plugin->item == nullptr || plugin->item(0) == nullptr) {
    wrong.push_back("it has no items");
    return wrong;
  }
  std::vector<std::string> names;
  for (std::uint32_t i = 0; const remit_item* item = plugin->item(i); ++i) {
    look_at(*item, wrong);
    const std::string name(view(item->name));
    for (const std::string& other : names)
      if (other == name) wrong.push_back("two items are called `" + name + "`");
    names.push_back(name);
  }
  return wrong;
}

}  // namespace testing
}  // namespace remit

#endif
