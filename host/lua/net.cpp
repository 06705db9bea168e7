// check_compiled: what no instruction of a verified file may do.
#include <algorithm>

#include "lua/bytecode.hpp"
#include "lua/opcodes.hpp"

namespace remit::lua {
namespace {

class Net {
 public:
  Net(const NetRules& rules, base::Problems& problems) : rules_(rules), problems_(problems) {}

  /// `environment`: which upvalue of `f` is _ENV, or -1.
  void check(const Compiled& f, int environment, bool is_file) {
    for (std::size_t pc = 0; pc < f.code.size(); ++pc) {
      line_ = pc < f.lines.size() ? f.lines[pc] : f.line;
      check(f, f.code[pc], environment, is_file);
    }
    for (const Compiled& inner : f.inner) check(inner, environment_of(inner, environment, is_file), false);
  }

 private:
  /// _ENV of a function inside: the upvalue that stands for the upvalue of the function around it.
  static int environment_of(const Compiled& inner, int outer, bool) {
    for (std::size_t i = 0; i < inner.upvalues.size(); ++i)
      if (!inner.upvalues[i].in_stack && inner.upvalues[i].index == outer) return static_cast<int>(i);
    return -1;
  }

  void check(const Compiled& f, std::uint32_t instruction, int environment, bool is_file) {
    const Op op = op_of(instruction);
    switch (op) {
      case Op::set_tabup:
        if (a_of(instruction) == environment && !(is_file && rules_.bare))
          say("GLOBAL_WRITE", "this stores into a global variable; declare it with `local`");
        break;
      case Op::get_tabup:
        if (b_of(instruction) == environment) check_name(f, c_of(instruction), is_file);
        break;
      case Op::get_upval:
        // With more than 255 constants the compiler reads _ENV into a register, and names can no longer be seen.
        if (b_of(instruction) == environment && !is_file)
          say("TOO_COMPLEX", "this function names more than 255 different things; split it into smaller ones");
        break;
      case Op::set_upval:
        if (b_of(instruction) == environment) say("FORBIDDEN", "`_ENV` cannot be used");
        break;
      case Op::div_k:
      case Op::div:
        if (rules_.exact && !is_file) say("INEXACT", "`/` would round; write `ratio(a, b)`");
        break;
      case Op::pow_k: case Op::pow: case Op::band_k: case Op::bor_k: case Op::bxor_k: case Op::shr_i: case Op::shl_i:
      case Op::band: case Op::bor: case Op::bxor: case Op::shl: case Op::shr: case Op::bnot: case Op::tbc:
        say("FORBIDDEN", "this operator cannot be used");
        break;
      default:
        if (static_cast<std::uint8_t>(op) > last_op) say("FORBIDDEN", "this is no instruction of Lua 5.4");
        break;
    }
  }

  void check_name(const Compiled& f, std::size_t constant, bool is_file) {
    if (constant >= f.constants.size() || !f.constants[constant].is_text) return say("FORBIDDEN", "this names nothing");
    const std::string& name = f.constants[constant].text;
    const Names::Entry* entry = rules_.names.find(name);
    if (entry == nullptr || (!is_file && entry->where != Where::everywhere))
      say("UNKNOWN_NAME", "nothing is called `" + name + "` here");
  }

  void say(std::string code, std::string message) {
    base::Problem problem;
    problem.code = std::move(code);
    problem.message = std::move(message);
    problem.line = line_;
    problems_.push_back(std::move(problem));
  }

  const NetRules& rules_;
  base::Problems& problems_;
  int line_ = 0;
};

}  // namespace

void check_compiled(const Compiled& file, const NetRules& rules, base::Problems& problems) {
  Net(rules, problems).check(file, 0, true);
}

}  // namespace remit::lua
