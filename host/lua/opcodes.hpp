// The instructions of Lua 5.4 that the net looks at, and how to take one apart (lopcodes.h). tests/unit/lua/opcodes.cpp
// compiles known lines and fails when a Lua numbers them otherwise.
#pragma once
#include <cstdint>

namespace remit::lua {

enum class Op : std::uint8_t {
  get_upval = 9, set_upval = 10, get_tabup = 11, get_table = 12, set_tabup = 15,
  pow_k = 26, div_k = 27, band_k = 29, bor_k = 30, bxor_k = 31, shr_i = 32, shl_i = 33,
  pow = 38, div = 39, band = 41, bor = 42, bxor = 43, shl = 44, shr = 45, bnot = 50,
  tbc = 55, jmp = 56, call = 68, tail_call = 69, for_loop = 73, tfor_loop = 77, closure = 79, extra_arg = 82,
};
inline constexpr std::uint8_t last_op = 82;

constexpr Op op_of(std::uint32_t i) { return static_cast<Op>(i & 0x7fU); }
constexpr std::uint8_t a_of(std::uint32_t i) { return static_cast<std::uint8_t>(i >> 7); }
constexpr std::uint8_t b_of(std::uint32_t i) { return static_cast<std::uint8_t>(i >> 16); }
constexpr std::uint8_t c_of(std::uint32_t i) { return static_cast<std::uint8_t>(i >> 24); }
constexpr int jump_of(std::uint32_t i) { return static_cast<int>(i >> 7) - 0xffffff; }

}  // namespace remit::lua
