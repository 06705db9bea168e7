// A loaded plug-in at work: inited, its items bound, and asked. The same code runs in a worker and, for plug-ins that are trusted so,
// in the host's own process.
#pragma once
#include <remit/plugin.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/hearing.hpp"
#include "plugins/opening.hpp"

namespace remit::plugins {

class Instance {
 public:
  /// `plugin` was described without a fault.
  explicit Instance(const remit_plugin& plugin);
  Instance(const Instance&) = delete;
  Instance& operator=(const Instance&) = delete;

  /// Inits the plug-in and binds every item. `files` are the bytes of opening.files, which must outlive this. Returns why it refuses,
  /// item by item; empty when it does not.
  std::vector<std::string> open(Opening opening, std::vector<std::string_view> files);
  /// Item `item` of the opening, about one subject.
  policy::Answer ask(std::size_t item, const remit_record* subject);
  /// A session of an item: one at a time. What it says goes to `words`; after words.cause was set it is over.
  void begin(std::size_t item, const remit_record* whole, SessionWords& words);
  void application(std::size_t item, std::string_view id, const remit_record* subject, SessionWords& words);
  void finish(std::size_t item, SessionWords& words);
  /// Unbinds and closes. Nothing is asked after that.
  void close();

 private:
  struct Host : remit_host { Instance* of; };
  struct Bound {
    policy::Capability capability;
    const remit_item* item;
    void* bound = nullptr;
    void* session = nullptr;
  };
  const remit_item* item_named(std::string_view name) const;
  remit_status bind(Bound& bound);
  policy::Answer call(Bound& bound, const remit_record* subject);
  template <class Call>
  void in_session(SessionWords& words, Call call);
  void set_host();

  const remit_plugin& plugin_;
  Host host_;
  Opening opening_;
  std::vector<std::string_view> files_;
  const Opening::Item* binding_ = nullptr;   // whose fields are found
  void* state_ = nullptr;
  std::vector<Bound> bound_;
  Hearing hearing_;
};

}  // namespace remit::plugins
