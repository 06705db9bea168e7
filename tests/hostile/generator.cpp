#include "generator.hpp"

namespace remit::hostile {

std::uint64_t Generator::next() {   // splitmix64
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

std::string Generator::name() {
  if (at_file_level_) return "app";
  if (!locals_.empty() && !one_in(12)) return locals_[below(locals_.size())];
  static constexpr const char* others[] = {"app", "app", "math", "string", "table", "tostring", "pairs", "helper", "config", "sort", "nothing"};
  return pick(others);
}

std::string Generator::number() {
  static constexpr const char* odd[] = {"0", "1", "-1", "2", "3", "10", "100", "255", "1000", "0.5", "1e16", "-0.0", "0/0", "1/0", "-1/0",
                                        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "4611686018427387904",
                                        "0x7fffffffffffffff", "1e308", "2147483648", "33", "7"};
  return pick(odd);
}

std::string Generator::text() {
  static constexpr const char* odd[] = {"''", "'a'", "'10'", "'0x10'", "'1e5'", "'nan'", "' 12.50 '", "'a,b,,c'", "','", "'*'", "'?*a*'", "'\\0b'",
                                        "'\\xff\\xfe'", "'\\u{20ac}'", "'%d%s'", "'_ENV'", "'name'", "'income'", "'lease'", "'\\27[2J'", "'x'", "'11/3'",
                                        "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'"};
  return pick(odd);
}

std::string Generator::record() {
  static constexpr const char* reads[] = {"app", "app.applicant", "app.applicant.name", "app.applicant.age", "app.applicant.income", "app.applicant.email",
                                          "app.household.size", "app.documents", "#app.documents", "app.documents[1]", "app.documents[2].days",
                                          "app.documents[1].kind", "app.documents[4]", "app.documents[-1]", "app.documents.kind", "app.incom", "app[1]", "#app",
                                          "app.applicant['age']", "app.documents[1.0].days", "app.documents[0/0]"};
  return pick(reads);
}

std::string Generator::library_call(int depth) {
  static constexpr const char* calls[] = {
      "type", "tostring", "tonumber", "ipairs", "pairs", "error", "assert", "select", "string.len", "string.sub", "string.upper", "string.lower",
      "string.contains", "string.starts_with", "string.ends_with", "string.trim", "string.split", "string.matches", "string.format_money",
      "table.insert", "table.remove", "table.concat", "table.sort", "math.abs", "math.ceil", "math.floor", "math.max", "math.min", "math.tointeger",
      "math.fmod", "days_between", "pounds", "one_of", "count", "sum", "any", "all", "mean", "share", "ratio", "string.rep", "math.sin", "table.unpack"};
  static constexpr const char* methods[] = {"len", "sub", "upper", "lower", "contains", "split", "matches", "trim", "rep", "gsub", "format", "ends_with"};
  std::string out = one_in(6) ? "(" + expression(depth - 1) + "):" + pick(methods) : pick(calls);
  out += "(";
  const std::size_t n = below(4);
  for (std::size_t i = 0; i < n; ++i) out += (i == 0 ? "" : ", ") + (one_in(5) ? function(depth - 1) : expression(depth - 1));
  return out + ")";
}

std::string Generator::table(int depth) {
  std::string out = "{";
  const std::size_t n = below(6);
  for (std::size_t i = 0; i < n; ++i) {
    if (one_in(4)) out += "k" + std::to_string(below(5)) + " = ";
    else if (one_in(6)) out += "[" + (one_in(2) ? number() : text()) + "] = ";
    out += expression(depth - 1) + ", ";
  }
  return out + "}";
}

std::string Generator::comparator() {
  static constexpr const char* odd[] = {"function(a, b) return a < b end", "function(a, b) return b < a end", "function() return true end", "function() end",
                                        "function(a, b) error('no') end", "function(a, b) return tostring(a) < tostring(b) end",
                                        "function(a, b) local t = {} for i = 1, 20 do t[i] = i end return #t > 3 end", "function(a, b) return a ~= b end",
                                        "function(a) while a do end return true end", "math.max", "7"};
  return pick(odd);
}

std::string Generator::function(int depth) {
  const std::size_t before = locals_.size();
  static constexpr const char* parameters[] = {"", "a", "a, b", "...", "a, ..."};
  const std::string wanted = pick(parameters);
  if (wanted.starts_with("a")) locals_.emplace_back("a");
  if (wanted == "a, b") locals_.emplace_back("b");
  std::string out = "function(" + wanted + ") " + (depth > 0 ? block(depth - 1) : "") + " return " + (one_in(8) && wanted.ends_with("...") ? "..." : expression(depth - 1)) + " end";
  locals_.resize(before);
  return out;
}

std::string Generator::sound_number(int depth) {
  static constexpr const char* leaves[] = {"1", "2", "3", "7", "255", "9223372036854775807", "#app.documents", "app.applicant.age", "app.household.size",
                                           "app.applicant.income", "count(app.documents)", "#app.applicant.name", "ratio(1, 3)", "2.5", "0/0", "tonumber('12.5')"};
  if (depth <= 0) return pick(leaves);
  switch (below(6)) {
    case 0: return "sum({" + sound_number(depth - 1) + ", " + sound_number(0) + "})";
    case 1: return "math.max(" + sound_number(depth - 1) + ", " + sound_number(0) + ")";
    case 2: return "string.len(" + sound_text(depth - 1) + ")";
    case 3: return "#" + sound_list(depth - 1);
    case 4: return "sum(app.documents, function(d) return d.days " + pick({"+", "*", "-"}) + " " + sound_number(depth - 1) + " end)";
    default: return "(" + sound_number(depth - 1) + pick({" + ", " - ", " * ", " // ", " % "}) + sound_number(depth - 1) + ")";
  }
}

std::string Generator::sound_text(int depth) {
  if (depth <= 0) return one_in(2) ? text() : "app.applicant.name";
  switch (below(6)) {
    case 0: return "tostring(" + expression(depth - 1) + ")";
    case 1: return "(" + sound_text(depth - 1) + "):" + pick({"upper()", "lower()", "trim()", "sub(2)", "sub(-3, 2)", "sub(1, 1)"});
    case 2: return "table.concat(" + sound_list(depth - 1) + ", " + sound_text(0) + ")";
    case 3: return "type(" + expression(depth - 1) + ")";
    default: return "(" + sound_text(depth - 1) + " .. " + (one_in(3) ? sound_number(depth - 1) : sound_text(depth - 1)) + ")";
  }
}

std::string Generator::sound_list(int depth) {
  if (depth <= 0) return "{" + sound_number(0) + ", " + sound_number(0) + "}";
  switch (below(3)) {
    case 0: return "(" + sound_text(depth - 1) + "):split('a')";
    case 1: return "{" + sound_text(depth - 1) + ", " + sound_number(depth - 1) + ", " + sound_text(0) + "}";
    default: return "{" + sound_number(depth - 1) + ", " + sound_number(depth - 1) + ", " + sound_number(depth - 1) + "}";
  }
}

std::string Generator::sound(int depth) {
  switch (below(5)) {
    case 0: return sound_number(depth);
    case 1: return sound_list(depth);
    case 2: return "(" + sound_number(depth) + pick({" < ", " <= ", " == ", " ~= "}) + sound_number(depth) + ")";
    case 3: return pick({"any", "all", "count"}) + "(app.documents, function(d) return d.days > " + sound_number(depth - 1) + " end)";
    default: return sound_text(depth);
  }
}

std::string Generator::expression(int depth) {
  if (!one_in(5)) return sound(depth - 1);
  if (depth <= 0) return one_in(3) ? number() : one_in(2) ? text() : one_in(2) ? record() : name();
  static constexpr const char* operators[] = {" + ", " - ", " * ", " / ", " // ", " % ", " .. ", " .. ", " < ", " <= ", " > ", " == ", " ~= ", " and ", " or "};
  switch (below(14)) {
    case 0: return number();
    case 1: return text();
    case 2: return record();
    case 3: return name();
    case 4: return table(depth);
    case 5: return "(" + function(depth) + ")";
    case 6:
    case 7: return library_call(depth);
    case 8: return name() + "[" + (one_in(2) ? number() : text()) + "]";
    case 9: return "(" + expression(depth - 1) + ")." + (one_in(2) ? "k1" : "name");
    case 10: return name() + "(" + expression(depth - 1) + ")";
    case 11: return (one_in(2) ? "-" : one_in(2) ? "#" : "not ") + ("(" + expression(depth - 1) + ")");
    default: return "(" + expression(depth - 1) + pick(operators) + expression(depth - 1) + ")";
  }
}

std::string Generator::statement(int depth) {
  const std::string fresh = "v" + std::to_string(made_++);
  std::string out;
  switch (below(15)) {
    case 0:
    case 1:
      out = "local " + fresh + " = " + expression(depth);
      locals_.push_back(fresh);
      return out;
    case 2: return "local s" + fresh + " = 'x' for i = 1, " + std::to_string(below(40)) + " do s" + fresh + " = s" + fresh + " .. s" + fresh + " end";
    case 3: return "for i = " + (one_in(3) ? number() : "1") + ", " + (one_in(3) ? number() : std::to_string(below(50))) + (one_in(2) ? ", " + number() : "") + " do " + block(depth - 1) + " end";
    case 4: return "for k, v in pairs(" + (one_in(4) ? expression(depth - 1) : sound_list(depth - 1)) + ") do " + block(depth - 1) + " end";
    case 5: return "for i, v in ipairs(" + (one_in(2) ? std::string("app.documents") : one_in(4) ? expression(depth - 1) : sound_list(depth - 1)) + ") do " + block(depth - 1) + " end";
    case 6: return "local t" + fresh + " = " + table(depth) + " table.sort(t" + fresh + ", " + comparator() + ")";
    case 7: return "if " + expression(depth - 1) + " then " + block(depth - 1) + " else " + block(depth - 1) + " end";
    case 8: return "while " + expression(depth - 1) + " do " + block(depth - 1) + (one_in(2) ? " break" : "") + " end";
    case 9: return (one_in(4) ? name() : "mine") + "." + (one_in(2) ? "k1" : "memo") + " = " + expression(depth - 1);
    case 10: return (one_in(4) ? name() : "mine") + "[" + expression(depth - 1) + "] = " + expression(depth - 1);
    case 11:
      out = "local function " + fresh + "(n) " + (one_in(3) ? "return " + fresh + "(n)" : "return " + expression(depth - 1)) + " end";
      locals_.push_back(fresh);
      return out;
    case 12: return "local _ = " + library_call(depth);
    case 13: return one_in(4) ? "error(" + expression(depth - 1) + ")" : "local t" + fresh + " = {} for i = 1, " + number() + " do t" + fresh + "[i] = " + expression(1) + " end";
    default: return "repeat " + block(depth - 1) + " until " + expression(depth - 1);
  }
}

std::string Generator::block(int depth) {
  const std::size_t before = locals_.size();
  std::string out;
  const std::size_t n = depth <= 0 ? below(2) : 1 + below(3);
  if (depth >= 0)
    for (std::size_t i = 0; i < n; ++i) out += statement(depth) + "\n";
  locals_.resize(before);
  return out;
}

std::string Generator::program() {
  std::string out = "local app = {applicant = {name = 'x', age = 1}, household = {size = 2}, documents = {}}\nlocal config = " + table(2) + "\nlocal function helper(a, b) return " + (one_in(2) ? "a" : expression(1)) + " end\n";
  if (one_in(3)) out += "local kept = 0\nlocal function sort(a) " + std::string(one_in(2) ? "kept = kept + 1 " : "") + "return kept end\n";
  else out += "local sort = " + expression(1) + "\n";
  out += "local nothing\nfunction rule(app)\nlocal mine = {}\n";
  at_file_level_ = false;
  const std::size_t n = 1 + below(5);
  for (std::size_t i = 0; i < n; ++i) out += statement(3) + "\n";
  out += "return " + expression(2) + "\nend\n";
  return out;
}

}  // namespace remit::hostile
