// What the entry function of a plug-in with these items would give; so that many stand in one program.
#pragma once
#include <remit/plugin.hpp>
#include <remit/testing.hpp>

template <class... Items>
const remit_plugin* plugin_of() {
  return remit::edge::library<Items...>::plugin("under-test", "1.2.3", "A plug-in under test");
}
