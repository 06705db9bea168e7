// A host to test plug-ins in, C or C++: it gives them settings, files and records made by hand, and holds them to the contract.
#ifndef REMIT_TESTING_HOST_HPP
#define REMIT_TESTING_HOST_HPP

#include <map>

#include "../entry.h"
#include "mistakes.hpp"
#include "record.hpp"
#include "sinks.hpp"

namespace remit {
namespace testing {

class use;

/// Keeps a plug-in open: `init` at the first bind, `close` at its own end. Must outlive what bind() gives.
class host {
 public:
  explicit host(const remit_plugin* plugin) : plugin_(plugin), mistakes_(mistakes_in(plugin)) {}
  host(const host&) = delete;
  host& operator=(const host&) = delete;
  ~host() {
    if (open_ && plugin_->close != nullptr) plugin_->close(state_);
  }
  /// What is wrong with the plug-in before it is asked anything. Expect none.
  const std::vector<std::string>& mistakes() const { return mistakes_; }
  /// As a pack writes it: numbers "9/10" or "3", "yes" and "no".
  host& setting(const std::string& name, const std::string& text) { settings_[name] = text; return *this; }
  host& file(const std::string& name, const std::string& bytes) { files_[name] = bytes; return *this; }
  /// A use of the item `name` by a pack.
  use bind(const std::string& name);

 private:
  friend class use;
  const remit_item* find(const std::string& name) const {
    if (mistakes_.empty())
      for (std::uint32_t i = 0; const remit_item* item = plugin_->item(i); ++i)
        if (view(item->name) == name) return item;
    return nullptr;
  }
  const remit_plugin* plugin_;
  std::vector<std::string> mistakes_;
  std::map<std::string, std::string> settings_, files_;
  bool open_ = false;
  void* state_ = nullptr;
};

/// What an item is given at its binding: only what it declares is there.
struct offered : remit_host {
  const remit_item* item;
  const std::map<std::string, std::string>*settings, *files;
  offered(const remit_item* i, const std::map<std::string, std::string>& s, const std::map<std::string, std::string>& f)
      : remit_host{sizeof(remit_host), REMIT_ABI_MINOR, 0, field_, get_, at_, setting_, file_}, item(i), settings(&s), files(&f) {}

  /// Why the host would not even ask: something that the item must have is not supplied.
  std::string missing() const {
    for (std::uint64_t i = 0; i < item->settings_size; ++i)
      if (needed(item->settings[i], *settings)) return "setting `" + std::string(view(item->settings[i])) + "` is not set";
    for (std::uint64_t i = 0; i < item->files_size; ++i)
      if (needed(item->files[i], *files)) return "file `" + std::string(view(item->files[i])) + "` is not supplied";
    return "";
  }

 private:
  static const offered& self(const remit_host* h) { return *static_cast<const offered*>(h); }
  static bool needed(remit_text declared, const std::map<std::string, std::string>& in) {
    const std::string name(view(declared));
    return (name.empty() || name.back() != '?') && in.count(name) == 0;
  }
  static bool names(const remit_text* all, std::uint64_t size, std::string_view name) {
    for (std::uint64_t i = 0; i < size; ++i) {
      const std::string_view declared = view(all[i]);
      if (declared == name || (declared.size() == name.size() + 1 && declared.back() == '?' && declared.substr(0, name.size()) == name)) return true;
    }
    return false;
  }
  /// Paths by number, for all items; a number is never given twice.
  static std::vector<std::string>& paths() {
    static std::vector<std::string> all;
    return all;
  }
  static remit_field field_(const remit_host* h, remit_text path) {
    const std::string wanted = checked(path, "a path");
    if (self(h).item == nullptr || !names(self(h).item->reads, self(h).item->reads_size, wanted)) {
      fault("reads `" + wanted + "`, which it does not declare");
      return REMIT_NO_FIELD;
    }
    paths().push_back(wanted);
    return static_cast<remit_field>(paths().size() - 1);
  }
  static remit_status get_(const remit_record* from, remit_field field, remit_value* out) {
    *out = remit_value{};
    if (field == REMIT_NO_FIELD) return REMIT_OK;
    if (field >= paths().size()) fault("reads a field by a number that it was not given");
    else *out = record::of(from).get(paths()[field]);
    return REMIT_OK;
  }
  static remit_status at_(const remit_items* items, std::uint64_t index, remit_value* out) { return record::item(items, index, out); }
  static remit_status supplied(const std::map<std::string, std::string>& in, bool declared, remit_text name, const char* what, remit_text* out) {
    if (!declared) fault(std::string("asks for the ") + what + " `" + std::string(view(name)) + "`, which it does not declare");
    const auto found = in.find(std::string(view(name)));
    if (!declared || found == in.end()) return REMIT_NOT_THERE;
    *out = raw(found->second);
    return REMIT_OK;
  }
  static remit_status setting_(const remit_host* h, remit_text name, remit_text* out) {
    const remit_item* i = self(h).item;
    return supplied(*self(h).settings, i == nullptr || names(i->settings, i->settings_size, view(name)), name, "setting", out);
  }
  static remit_status file_(const remit_host* h, remit_text name, remit_text* out) {
    const remit_item* i = self(h).item;
    return supplied(*self(h).files, i == nullptr || names(i->files, i->files_size, view(name)), name, "file", out);
  }
};

}  // namespace testing
}  // namespace remit

#endif
