// The edge between a C++ plug-in and the C contract. No exception gets across it: what an item throws becomes the cause of an
// error. Everything here is called by the host through the structs of ../ext/, and is not for authors.
#ifndef REMIT_CPP_EDGE_HPP
#define REMIT_CPP_EDGE_HPP

#include <memory>

#include "item.hpp"
#include "utf8.hpp"

namespace remit {
namespace edge {

inline void fail(const remit_report* to, std::string_view cause) noexcept {
  try {
    const std::string words = presentable(cause.empty() ? "threw without a word" : cause, 4096);
    to->fail(to, raw(words));
  } catch (...) {
    to->fail(to, remit_text{"out of memory", 13});
  }
}

/// What `work` gives; `otherwise`, and the cause told, where it throws.
template <class Result, class Work>
Result guarded(const remit_report* to, Result otherwise, Work&& work) noexcept {
  try {
    return work();
  } catch (const std::exception& e) {
    fail(to, e.what());
  } catch (...) {
    fail(to, "threw something that is no std::exception");
  }
  return otherwise;
}

constexpr remit_status failed = REMIT_FAILED;
constexpr remit_outcome error = REMIT_ERROR;

/// A new Item, bound; kept by the host as a pointer to its capability.
template <class Capability, class Item>
remit_status bind(void*, const remit_host* host, const remit_report* report, void** bound) noexcept {
  return guarded(report, failed, [&]() -> remit_status {
    std::unique_ptr<Capability> made = std::make_unique<Item>();
    made->resolve(*host);
    *bound = made.release();
    return REMIT_OK;
  });
}

template <class Capability>
void unbind(void* bound) noexcept {
  delete static_cast<Capability*>(bound);
}

template <class Capability>
const Capability& as(const void* bound) {
  return *static_cast<const Capability*>(bound);
}

}  // namespace edge
}  // namespace remit

#endif
