#include "plugins/resolve.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "plugins/contract.hpp"

namespace remit::plugins {

using base::RecordType;
using base::Type;

namespace {

std::string nearest_of(const std::string& word, const std::vector<std::string>& names) {
  const std::string near = base::nearest(word, names);
  return near.empty() ? std::string() : "; the nearest is `" + near + "`";
}

class Resolver {
 public:
  Resolver(const policy::Pack& pack, const policy::PluginNeed& need, const ItemManifest& item, std::vector<std::string>& wrong)
      : pack_(pack), need_(need), item_(item), wrong_(wrong) {}

  Reads run() {
    for (const auto& path : item_.reads) add(path);
    return std::move(reads_);
  }

 private:
  // Where a path of the pack leads: a list's number and the slot that stands for it there, or why it leads nowhere.
  struct Place {
    std::size_t list = 0, slot = 0;
    const base::Field* field = nullptr;
  };

  void add(const std::string& path) {
    const std::string target = in_pack(need_, path);
    const std::string said = "`" + path + "`" + (target == path ? "" : " (here `" + target + "`)");
    const auto dot = target.find('.');
    const std::string root = target.substr(0, dot);
    const int number = root_of(root, said);
    if (number < 0) return;
    const RecordType& type = *pack_.roots[static_cast<std::size_t>(number)].type;
    const auto at = walk(type, static_cast<std::uint16_t>(number), root, dot == target.npos ? std::string() : target.substr(dot + 1), path, said);
    if (at.field == nullptr) return;
    if (at.field->type == Type::record) return wrong("reads " + said + ", which is a group; it has to name the fields in it");
    if (at.list != 0 && !named(path.substr(0, path.rfind('.')))) name_lists(path);
    name(path, at);
  }

  int root_of(const std::string& root, const std::string& said) {
    const auto seen = roots_of(item_.capability);
    std::vector<std::string> names(seen.begin(), seen.end());
    for (std::size_t i = 0; i < pack_.roots.size(); ++i) {
      if (pack_.roots[i].name != root || pack_.roots[i].type == nullptr) continue;
      const bool of_pack = item_.capability == policy::Capability::conflict_rule && i >= policy::root::first_free;
      if (of_pack || std::ranges::find(names, root) != names.end()) return static_cast<int>(i);
      break;
    }
    wrong("reads " + said + ", but " + std::string(policy::word(item_.capability)) + "s see " + base::join_and(names) + " only" + nearest_of(root, names));
    return -1;
  }

  // Goes down from `type` through `rest`; makes the slots on the way.
  Place walk(const RecordType& type, std::uint16_t root, const std::string& root_name, std::string rest, const std::string& path, const std::string& said) {
    std::size_t list = 0;
    const RecordType* in = &type;
    std::string where = root_name;
    for (;;) {
      std::size_t taken = rest.size();
      int index = in->find(rest);
      while (index < 0 && taken != rest.npos && taken > 0) {   // the longest beginning that is a field
        taken = rest.rfind('.', taken - 1);
        index = taken == rest.npos ? -1 : in->find(std::string_view(rest).substr(0, taken));
      }
      if (index < 0) return unknown(*in, where, rest, path, said), Place{};
      const base::Field& field = in->fields[static_cast<std::size_t>(index)];
      const bool further = taken < rest.size();
      const bool of_records = field.type == Type::list && field.item_type != nullptr;
      if (further && !of_records) return unknown(*in, where, rest, path, said), Place{};
      where += '.' + rest.substr(0, taken);
      const std::size_t slot = slot_for(list, root, static_cast<std::uint16_t>(index), of_records);
      if (!further) return {list, slot, &field};
      list = reads_.lists[list][slot].list;
      in = field.item_type;
      rest = rest.substr(taken + 1);
    }
  }

  std::size_t slot_for(std::size_t list, std::uint16_t root, std::uint16_t field, bool of_records) {
    auto& slots = reads_.lists[list];
    for (std::size_t i = 0; i < slots.size(); ++i)
      if (slots[i].field == field && (list != 0 || slots[i].root == root)) return i;
    slots.push_back({root, field, 0});
    const std::size_t slot = slots.size() - 1;
    if (of_records) {
      slots[slot].list = static_cast<std::uint16_t>(reads_.lists.size());
      reads_.lists.emplace_back();   // (invalidates `slots`)
    }
    return slot;
  }

  void unknown(const RecordType& type, const std::string& where, const std::string& rest, const std::string& path, const std::string& said) {
    std::vector<std::string> names;
    for (const auto& field : type.fields) names.push_back(field.path);
    const std::string near = base::nearest(rest, names);
    wrong("reads " + said + ", and " + (where.find('.') == where.npos ? "`" + where + "`" : "an item of `" + where + "`") + " has no field `" + rest + "` here" +
          (near.empty() ? "" : "; the nearest is `" + where + "." + near + "`") + "; the pack can say which field is meant: reads = { [\"" + path + "\"] = ... }");
  }

  bool named(const std::string& path) const {
    return std::ranges::any_of(reads_.names, [&](const auto& name) { return name.first == path; });
  }
  void name(const std::string& path, Place at) {
    if (!named(path)) reads_.names.emplace_back(path, Reads::number(at.list, at.slot));
  }
  // A field of items implies its list, and that of the list that this one stands in.
  void name_lists(const std::string& path) {
    for (auto dot = path.rfind('.'); dot != path.npos && dot > 0; dot = path.rfind('.', dot - 1)) {
      const std::string above = path.substr(0, dot);
      if (above.find('.') == above.npos || named(above)) return;
      std::vector<std::string> ignored;
      Resolver quiet(pack_, need_, item_, ignored);
      quiet.reads_ = reads_;
      const std::string target = in_pack(need_, above);
      const auto first = target.find('.');
      if (first == target.npos) return;
      const int root = quiet.root_of(target.substr(0, first), {});
      if (root < 0) return;
      const Place at = quiet.walk(*pack_.roots[static_cast<std::size_t>(root)].type, static_cast<std::uint16_t>(root), target.substr(0, first), target.substr(first + 1), above, {});
      if (at.field == nullptr || at.field->type != Type::list) continue;
      reads_ = quiet.reads_;
      name(above, at);
    }
  }

  void wrong(const std::string& what) { wrong_.push_back("`" + item_.name + "` " + what); }

  const policy::Pack& pack_;
  const policy::PluginNeed& need_;
  const ItemManifest& item_;
  std::vector<std::string>& wrong_;
  Reads reads_;
};

}  // namespace

std::string in_pack(const policy::PluginNeed& need, const std::string& path) {
  for (std::size_t size = path.size(); size != path.npos && size > 0; size = path.rfind('.', size - 1))
    for (const auto& [from, to] : need.reads)
      if (from == path.substr(0, size)) return to + path.substr(size);
  return path;
}

Reads resolve(const policy::Pack& pack, const policy::PluginNeed& need, const ItemManifest& item, std::vector<std::string>& wrong) {
  return Resolver(pack, need, item, wrong).run();
}

}  // namespace remit::plugins
