#include "plugins/contract.hpp"

#include <remit/ext/allocator.h>
#include <remit/ext/appeal_rule.h>
#include <remit/ext/conflict_rule.h>
#include <remit/ext/criterion.h>
#include <remit/ext/data_source.h>
#include <remit/ext/exporter.h>
#include <remit/ext/measure.h>
#include <remit/ext/round_check.h>

#include <array>
#include <cstddef>
#include <cstring>

namespace remit::plugins {

using policy::Capability;

namespace {

struct Member {
  const char* name;
  std::size_t offset;
};
struct Calls {
  const char* name;
  std::size_t size;
  std::vector<Member> needed;
};

const Calls& calls_of(Capability capability) {
  static const std::array<Calls, 8> calls = {{
      {"remit_criterion_v1", sizeof(remit_criterion_v1), {{"evaluate", offsetof(remit_criterion_v1, evaluate)}}},
      {"remit_measure_v1", sizeof(remit_measure_v1), {{"score", offsetof(remit_measure_v1, score)}}},
      {"remit_conflict_rule_v1", sizeof(remit_conflict_rule_v1), {{"check", offsetof(remit_conflict_rule_v1, check)}}},
      {"remit_appeal_rule_v1", sizeof(remit_appeal_rule_v1), {{"review", offsetof(remit_appeal_rule_v1, review)}}},
      {"remit_round_check_v1", sizeof(remit_round_check_v1),
       {{"begin", offsetof(remit_round_check_v1, begin)}, {"application", offsetof(remit_round_check_v1, application)}, {"finish", offsetof(remit_round_check_v1, finish)}}},
      {"remit_allocator_v1", sizeof(remit_allocator_v1),
       {{"begin", offsetof(remit_allocator_v1, begin)}, {"application", offsetof(remit_allocator_v1, application)},
        {"allocate", offsetof(remit_allocator_v1, allocate)}, {"end", offsetof(remit_allocator_v1, end)}}},
      {"remit_data_source_v1", sizeof(remit_data_source_v1), {{"look_up", offsetof(remit_data_source_v1, look_up)}}},
      {"remit_exporter_v1", sizeof(remit_exporter_v1),
       {{"begin", offsetof(remit_exporter_v1, begin)}, {"record", offsetof(remit_exporter_v1, record)}, {"end", offsetof(remit_exporter_v1, end)}}},
  }};
  return calls[static_cast<std::size_t>(capability)];
}

constexpr std::uint64_t most_struct = 4096;

/// Empty, or how the struct's size does not fit. Nothing else of it may be read then.
std::string wrong_size(const void* at, const std::string& name, std::size_t known) {
  std::uint64_t size = 0;
  std::memcpy(&size, at, sizeof size);
  if (size < known) return "its " + name + " has " + std::to_string(size) + " bytes; in version 1 of the contract it has " + std::to_string(known);
  if (size > most_struct) return "its " + name + " has " + std::to_string(size) + " bytes, which cannot be";
  for (std::uint64_t i = known; i < size; ++i)
    if (static_cast<const char*>(at)[i] != 0) return "its " + name + " was built for a newer host and uses what this one lacks";
  return {};
}

constexpr std::uint64_t most_text = 4096;

class Describer {
 public:
  explicit Describer(Described& out) : out_(out) {}

  bool text(const remit_text& from, const std::string& what, std::string& to) {
    if (from.size > most_text || (from.data == nullptr && from.size > 0)) return wrong("its " + what + " is no text");
    to.assign(from.data == nullptr ? "" : from.data, from.size);
    return true;
  }
  void texts(const remit_text* from, std::uint64_t size, const std::string& what, std::vector<std::string>& to) {
    if (size > most_names || (from == nullptr && size > 0)) {
      wrong("its " + what + " cannot be read: more than " + std::to_string(most_names) + ", or NULL");
      return;
    }
    for (std::uint64_t i = 0; i < size; ++i)
      if (!text(from[i], what, to.emplace_back())) return;
  }
  void item(const remit_item& from) {
    const std::string number = "item " + std::to_string(out_.manifest.items.size() + 1);
    ItemManifest& made = out_.manifest.items.emplace_back();
    if (std::string size = wrong_size(&from, "remit_item (" + number + ")", sizeof(remit_item)); !size.empty()) return void(wrong(std::move(size)));
    std::string capability;
    if (!text(from.name, "name of " + number, made.name) || !text(from.title, "title of " + number, made.title) ||
        !text(from.capability, "capability of " + number, capability))
      return;
    texts(from.reads, from.reads_size, "reads of `" + made.name + "`", made.reads);
    texts(from.columns, from.columns_size, "columns of `" + made.name + "`", made.columns);
    texts(from.files, from.files_size, "files of `" + made.name + "`", made.files);
    texts(from.settings, from.settings_size, "settings of `" + made.name + "`", made.settings);
    made.serial = (from.flags & REMIT_SERIAL) != 0;
    const auto known = capability_of(capability);
    if (!known) return void(wrong("its item `" + made.name + "` offers `" + capability + "`, which this host does not know"));
    made.capability = *known;
    calls(from.calls, made);
  }
  bool wrong(std::string what) {
    out_.wrong.push_back(std::move(what));
    return false;
  }

 private:
  void calls(const void* at, const ItemManifest& item) {
    const Calls& known = calls_of(item.capability);
    if (at == nullptr) return void(wrong("its item `" + item.name + "` has no calls"));
    if (std::string size = wrong_size(at, std::string(known.name) + " of `" + item.name + "`", known.size); !size.empty()) return void(wrong(std::move(size)));
    for (const auto& member : known.needed) {
      const void* function = nullptr;
      std::memcpy(&function, static_cast<const char*>(at) + member.offset, sizeof function);
      if (function == nullptr) wrong("its item `" + item.name + "` has no `" + member.name + "`");
    }
  }

  Described& out_;
};

}  // namespace

std::span<const std::string_view> roots_of(Capability capability) {
  static constexpr std::string_view criterion[] = {"round", "stream", "application", "applicant", "panel", "facts"};
  static constexpr std::string_view conflict[] = {"round", "stream", "application", "applicant", "panel", "facts", "member"};
  static constexpr std::string_view appeal[] = {"round", "stream", "application", "applicant", "panel", "facts", "lodged", "eligibility", "scores", "proposal"};
  static constexpr std::string_view scored[] = {"round", "stream", "application", "applicant", "panel", "facts", "scores"};
  static constexpr std::string_view source[] = {"round", "stream", "application", "applicant"};
  static constexpr std::string_view exporter[] = {"round", "stream", "application", "applicant", "panel", "eligibility", "scores", "proposal"};
  switch (capability) {
    case Capability::criterion: case Capability::measure: return criterion;
    case Capability::conflict_rule: return conflict;
    case Capability::appeal_rule: return appeal;
    case Capability::round_check: case Capability::allocator: return scored;
    case Capability::data_source: return source;
    case Capability::exporter: return exporter;
  }
  return {};
}

Described describe(const remit_plugin* plugin) {
  Described out;
  Describer describer(out);
  if (plugin == nullptr) return describer.wrong("its entry function gives NULL"), out;
  if (std::string size = wrong_size(plugin, "remit_plugin", sizeof(remit_plugin)); !size.empty()) return describer.wrong(std::move(size)), out;
  if (plugin->abi_minor > REMIT_ABI_MINOR)
    describer.wrong("it needs version 1." + std::to_string(plugin->abi_minor) + " of the contract, this host speaks 1." + std::to_string(REMIT_ABI_MINOR));
  out.manifest.abi_minor = plugin->abi_minor;
  describer.text(plugin->id, "id", out.manifest.id);
  describer.text(plugin->version, "version", out.manifest.version);
  describer.text(plugin->title, "title", out.manifest.title);
  if (plugin->item == nullptr) return describer.wrong("it has no `item`"), out;
  for (std::uint32_t i = 0;; ++i) {
    const remit_item* item = plugin->item(i);
    if (item == nullptr) break;
    if (i == most_items) return describer.wrong("it offers more than " + std::to_string(most_items) + " items"), out;
    describer.item(*item);
  }
  for (const auto& item : out.manifest.items)
    if (!item.files.empty() && out.manifest.permissions.empty()) out.manifest.permissions.emplace_back("files");
  if (out.wrong.empty()) out.wrong = mistakes_in(out.manifest);
  return out;
}

}  // namespace remit::plugins
