#include "lua/bytecode.hpp"

#include <stdexcept>

#include "lua/opcodes.hpp"
#include "lua/state.hpp"

namespace remit::lua {
namespace {

/// Reads the format that lua_dump writes (lundump.c of Lua 5.4).
class DumpReader {
 public:
  explicit DumpReader(std::string_view bytes) : bytes_(bytes) {}

  Compiled read() {
    constexpr std::string_view head("\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08", 15);
    if (take(head.size()) != head) bad();
    take(16);   // the integer and the number that check the byte order
    byte();     // upvalues of the file
    return function(0);
  }

 private:
  [[noreturn]] static void bad() { throw std::runtime_error("this Lua's compiled form is not the one that Remit checks"); }

  std::string_view take(std::size_t n) {
    if (bytes_.size() - at_ < n) bad();
    at_ += n;
    return bytes_.substr(at_ - n, n);
  }
  std::uint8_t byte() { return static_cast<std::uint8_t>(take(1)[0]); }
  std::size_t size() {
    std::size_t n = 0;
    for (;;) {
      const std::uint8_t b = byte();
      if (n >> 56 != 0) bad();
      n = (n << 7) | (b & 0x7fU);
      if ((b & 0x80U) != 0) return n;
    }
  }
  std::size_t count() {
    const std::size_t n = size();
    if (n > bytes_.size()) bad();
    return n;
  }
  std::string string() {
    const std::size_t n = size();
    return n == 0 ? std::string() : std::string(take(n - 1));
  }

  Compiled function(int depth) {
    if (depth > 200) bad();
    Compiled f;
    string();   // the chunk's name
    f.line = static_cast<int>(size());
    f.last_line = static_cast<int>(size());
    take(3);    // parameters, vararg, registers
    f.code.resize(count());
    for (auto& instruction : f.code) {
      const std::string_view b = take(4);
      instruction = 0;
      for (std::size_t i = 0; i < 4; ++i) instruction |= std::uint32_t{static_cast<std::uint8_t>(b[i])} << (8 * i);
    }
    f.constants.resize(count());
    for (auto& constant : f.constants) read_constant(constant);
    f.upvalues.resize(count());
    for (auto& upvalue : f.upvalues) {
      upvalue.in_stack = byte() != 0;
      upvalue.index = byte();
      byte();
    }
    f.inner.resize(count());
    for (auto& inner : f.inner) inner = function(depth + 1);
    read_debug(f);
    return f;
  }

  void read_constant(Compiled::Constant& constant) {
    switch (byte()) {
      case LUA_TNIL:
      case LUA_TBOOLEAN:
      case LUA_TBOOLEAN | 16: return;
      case LUA_TNUMBER:
      case LUA_TNUMBER | 16: take(8); return;
      case LUA_TSTRING:
      case LUA_TSTRING | 16:
        constant.is_text = true;
        constant.text = string();
        return;
      default: bad();
    }
  }

  void read_debug(Compiled& f) {
    const std::string steps(take(count()));
    std::vector<std::pair<std::size_t, int>> known(count());
    for (auto& [pc, line] : known) {
      pc = size();
      line = static_cast<int>(size());
    }
    int line = f.line;
    std::size_t next = 0;
    for (std::size_t pc = 0; pc < steps.size(); ++pc) {
      if (next < known.size() && known[next].first == pc) line = known[next++].second;
      else line += static_cast<signed char>(steps[pc]);
      f.lines.push_back(line);
    }
    for (std::size_t n = count(); n > 0; --n) {
      string();
      size();
      size();
    }
    const std::size_t names = count();
    for (std::size_t i = 0; i < names; ++i) {
      std::string name = string();
      if (i < f.upvalues.size()) f.upvalues[i].name = std::move(name);
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

int append(lua_State*, const void* bytes, std::size_t size, void* out) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return 0;
}

}  // namespace

std::optional<std::size_t> Compiled::loops() const {
  std::size_t found = 0;
  for (const std::uint32_t instruction : code) {
    const Op op = op_of(instruction);
    if (op == Op::for_loop || (op == Op::jmp && jump_of(instruction) < 0)) return std::nullopt;
    found += op == Op::tfor_loop ? 1 : 0;
  }
  return found;
}

std::vector<bool> Compiled::written() const {
  std::vector<bool> out(upvalues.size());
  for (const std::uint32_t instruction : code)
    if (op_of(instruction) == Op::set_upval && b_of(instruction) < out.size()) out[b_of(instruction)] = true;
  for (const Compiled& f : inner) {
    const std::vector<bool> below = f.written();
    for (std::size_t i = 0; i < below.size(); ++i)
      if (below[i] && !f.upvalues[i].in_stack && f.upvalues[i].index < out.size()) out[f.upvalues[i].index] = true;
  }
  return out;
}

Compiled compiled_form(lua_State* L) {
  std::string bytes;
  if (lua_dump(L, append, &bytes, 0) != 0) throw std::runtime_error("this function has no compiled form");
  return DumpReader(bytes).read();
}

std::vector<std::string> variables_written(lua_State* L) {
  const Compiled form = compiled_form(L);
  lua_pop(L, 1);
  const std::vector<bool> written = form.written();
  std::vector<std::string> names;
  for (std::size_t i = 0; i < written.size(); ++i)
    if (written[i]) names.push_back(form.upvalues[i].name);
  return names;
}

}  // namespace remit::lua
