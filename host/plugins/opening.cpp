#include "plugins/opening.hpp"

#include "plugins/wire.hpp"

namespace remit::plugins {

std::string encode(const Opening& opening) {
  std::string bytes;
  Writer out(bytes);
  out.put(static_cast<std::uint32_t>(opening.settings.size()));
  for (const auto& [name, text] : opening.settings) {
    out.text(name);
    out.text(text);
  }
  out.put(static_cast<std::uint32_t>(opening.files.size()));
  for (const auto& [name, size] : opening.files) {
    out.text(name);
    out.put(size);
  }
  out.put(static_cast<std::uint32_t>(opening.items.size()));
  for (const auto& item : opening.items) {
    out.text(item.name);
    out.put(item.capability);
    out.put(static_cast<std::uint32_t>(item.fields.size()));
    for (const auto& [name, field] : item.fields) {
      out.text(name);
      out.put(field);
    }
  }
  return bytes;
}

Opening decode_opening(std::string_view bytes) {
  Opening opening;
  Reader in(bytes);
  for (auto n = in.count(most_frame, 8); n > 0; --n) {
    const std::string_view name = in.text();
    opening.settings.emplace_back(name, in.text());
  }
  for (auto n = in.count(most_frame, 12); n > 0; --n) {
    const std::string_view name = in.text();
    opening.files.emplace_back(name, in.take<std::uint64_t>());
  }
  for (auto n = in.count(most_frame, 9); n > 0; --n) {
    Opening::Item& item = opening.items.emplace_back();
    item.name = in.text();
    item.capability = in.take<policy::Capability>();
    for (auto f = in.count(most_frame, 8); f > 0; --f) {
      const std::string_view name = in.text();
      item.fields.emplace_back(name, in.take<remit_field>());
    }
  }
  in.finish();
  return opening;
}

}  // namespace remit::plugins
