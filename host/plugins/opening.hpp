// What a plug-in is opened with: what the pack gives it, and the items that the pack uses.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plugins/packed.hpp"
#include "policy/plugins.hpp"

namespace remit::plugins {

struct Opening {
  struct Item {
    std::string name;
    policy::Capability capability = policy::Capability::criterion;
    std::vector<std::pair<std::string, remit_field>> fields;
  };
  std::vector<std::pair<std::string, std::string>> settings;
  std::vector<std::pair<std::string, std::uint64_t>> files;   // name -> size; the bytes come another way
  std::vector<Item> items;
};

std::string encode(const Opening& opening);
/// Throws Garbled.
Opening decode_opening(std::string_view bytes);

}  // namespace remit::plugins
