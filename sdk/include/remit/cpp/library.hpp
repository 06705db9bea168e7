// What the entry function gives: the plug-in and its items, told by one object of each, made at the first call and kept for ever.
#ifndef REMIT_CPP_LIBRARY_HPP
#define REMIT_CPP_LIBRARY_HPP

#include "../entry.h"
#include "rules.hpp"
#include "sessions.hpp"

namespace remit {
namespace edge {

/// One item as the contract wants it told, with the object that owns the texts.
class told {
 public:
  template <class Item>
  static std::unique_ptr<const told> of() {
    return std::unique_ptr<const told>(new told(std::make_unique<Item>(), Item::capability, Item::template calls<Item>()));
  }
  const remit_item* raw_item() const { return &item_; }

 private:
  using texts = std::vector<remit_text>;
  told(std::unique_ptr<const item> made, std::string_view capability, const void* calls) : made_(std::move(made)) {
    item_.struct_size = sizeof item_;
    item_.name = raw(made_->name());
    item_.title = raw(made_->title());
    item_.capability = raw(capability);
    item_.calls = calls;
    item_.flags = made_->flags();
    tell(item::table::reads, item_.reads, item_.reads_size);
    tell(item::table::columns, item_.columns, item_.columns_size);
    tell(item::table::files, item_.files, item_.files_size);
    tell(item::table::settings, item_.settings, item_.settings_size);
  }
  /// Each once, in the order of declaration. Columns keep their numbers, so that one named twice is left for the host to refuse.
  void tell(item::table which, const remit_text*& out, std::uint64_t& size) {
    texts& all = texts_[static_cast<std::size_t>(which)];
    for (const part* p : made_->parts(which)) {
      bool seen = false;
      for (const remit_text& t : all) seen = seen || view(t) == p->declared();
      if (!seen || which == item::table::columns) all.push_back(raw(p->declared()));
    }
    out = all.empty() ? nullptr : all.data();
    size = all.size();
  }

  std::unique_ptr<const item> made_;
  texts texts_[4];
  remit_item item_{};
};

template <class... Items>
class library {
 public:
  static const remit_plugin* plugin(const char* id, const char* version, const char* title) {
    static const remit_plugin made{sizeof(remit_plugin), REMIT_ABI_MINOR, 0, raw(id), raw(version), raw(title), init, nullptr, item};
    return &made;
  }

 private:
  struct contents {
    std::vector<std::unique_ptr<const told>> items;
    std::string trouble;   // why an item could not be made
  };
  /// Never destroyed: the host may ask for as long as the program runs.
  static const contents& all() {
    static const contents* const made = [] {
      auto* c = new contents;
      (add<Items>(*c), ...);
      return c;
    }();
    return *made;
  }
  template <class Item>
  static void add(contents& to) {
    try {
      to.items.push_back(told::of<Item>());
    } catch (const std::exception& e) {
      to.trouble = e.what();
    } catch (...) {
      to.trouble = "an item cannot be made: it threw something that is no std::exception";
    }
  }
  static const remit_item* item(std::uint32_t index) noexcept {
    return index < all().items.size() ? all().items[index]->raw_item() : nullptr;
  }
  static remit_status init(const remit_host*, const remit_report* report, void** plugin) noexcept {
    *plugin = nullptr;
    if (all().trouble.empty()) return REMIT_OK;
    fail(report, all().trouble);
    return REMIT_FAILED;
  }
};

}  // namespace edge
}  // namespace remit

/// Once in a library, outside any namespace: REMIT_PLUGIN("charity-register", "1.0.0", "Charity registers", Registered, Facts)
/// id, version, title, then the classes of its items.
#define REMIT_PLUGIN(id, version, title, ...)                                           \
  extern "C" REMIT_EXPORT const remit_plugin* remit_plugin_entry_v1(void) {             \
    return ::remit::edge::library<__VA_ARGS__>::plugin(id, version, title);             \
  }

#endif
