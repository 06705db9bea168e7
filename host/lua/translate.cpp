#include "lua/translate.hpp"

#include <array>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "lua/library.hpp"

namespace remit::lua {
namespace {

std::string q(std::string_view s) { return "`" + std::string(s) + "`"; }

/// "a number value (local 'x')": the kind and the name.
struct Subject {
  std::string kind, name;
};

Subject subject_of(std::string_view rest) {
  Subject out;
  if (rest.starts_with("a ")) rest.remove_prefix(2);
  if (rest.starts_with("an ")) rest.remove_prefix(3);
  out.kind = rest.substr(0, rest.find(" value"));
  const auto open = rest.find('\''), close = rest.rfind('\'');
  if (open != std::string_view::npos && close > open) out.name = rest.substr(open + 1, close - open - 1);
  return out;
}

std::string kind_words(std::string_view kind) {
  if (kind == "nil") return "nothing";
  if (kind == "string") return "text";
  if (kind == "boolean") return "yes or no";
  if (kind == "money") return "money";
  if (kind == "userdata") return "money or a date";
  return "a " + std::string(kind);
}

bool is_number(const Node& n) { return n.kind == NodeKind::integer || n.kind == NodeKind::real; }

/// `applicant` of `application.applicant`, `x` of `x`.
std::string_view tail(const Node& node) {
  if (node.kind == NodeKind::name || node.kind == NodeKind::method) return node.text;
  if (node.kind == NodeKind::index && node.dotted) return node.text;
  return {};
}

/// The name that an index chain starts from: `application` of `application.applicant.age`.
const Node* head(const Node* node) {
  while (node->kind == NodeKind::index) node = node->kids[0];
  return node->kind == NodeKind::name ? node : nullptr;
}

class Translator {
 public:
  Translator(const Syntax* tree, int line) : tree_(tree), line_(line) {}

  Translation say(std::string_view raw) {
    const auto after = [&](std::string_view what) -> std::optional<std::string_view> {
      const auto at = raw.find(what);
      if (at == std::string_view::npos) return std::nullopt;
      return raw.substr(at + what.size());
    };
    if (const auto rest = after("attempt to index ")) return index(subject_of(*rest));
    if (const auto rest = after("attempt to call ")) return call(subject_of(*rest));
    if (const auto rest = after("attempt to compare ")) return compare(*rest);
    if (const auto rest = after("attempt to perform arithmetic on ")) return arithmetic(subject_of(*rest));
    if (const auto rest = after("attempt to concatenate ")) return concatenate(subject_of(*rest));
    if (const auto rest = after("attempt to get length of ")) return length(subject_of(*rest));
    if (after("divide by zero") || after("'n//0'") || after("'n%%0'")) return {"LUA", "this divides by zero. Check first that it is not", operation({"//", "%"})};
    for (const char* word : {"add ", "subtract ", "multiply ", "divide ", "negate "})
      if (const auto rest = after(std::string("attempt to ") + word)) return combine(word, *rest);
    if (after("stack overflow") || after("error in error")) return {"DEPTH", "calls inside calls go too deep: a function calls itself without end, or far too often", nullptr};
    if (after("index is nil")) return {"LUA", "a table cannot have nothing (nil) as a key", nullptr};
    if (after("index is NaN")) return {"LUA", "a table cannot have what is not a number as a key", nullptr};
    if (after("'for' step is zero")) return {"LUA", "this `for` has a step of 0 and would never end", nullptr};
    if (after("'for'")) return {"TYPE_MISMATCH", "this `for` needs numbers: where it begins, where it ends and its step", nullptr};
    if (after("no integer representation")) return {"LUA", "a whole number is needed here", nullptr};
    if (after("string length overflow") || after("too many results")) return {"MEMORY", "this needs more memory than a function may hold", nullptr};
    return {"LUA", "Lua reports: " + base::printable(without_place(raw), 200), nullptr};
  }

 private:
  static std::string_view without_place(std::string_view raw) {
    if (!raw.starts_with("=#") && !raw.starts_with("#")) return raw;
    const auto at = raw.find(": ");
    return at == std::string_view::npos ? raw : raw.substr(at + 2);
  }

  /// The first node that `fits`, on the line of the error or just before it (a long sentence spans lines).
  template <class F>
  const Node* find(F&& fits) const {
    if (tree_ == nullptr) return nullptr;
    const Node* found = nullptr;
    for (const Node& node : tree_->nodes()) {
      if (node.line > line_ || node.line < line_ - 3 || !fits(node)) continue;
      if (found == nullptr || node.line > found->line) found = &node;
    }
    return found;
  }

  const Node* operation(const std::vector<std::string_view>& ops) const {
    return find([&](const Node& n) {
      for (const std::string_view op : ops)
        if (n.kind == NodeKind::binary && n.text == op) return true;
      return false;
    });
  }

  std::string words(const Node& node) const { return tree_->words(node); }

  /// "this application has no `email`" or "`x` is nothing (nil)".
  std::string absent(const Node* node, std::string_view name) const {
    const Node* first = node == nullptr ? nullptr : head(node);
    if (first == nullptr || first == node || first->variable == nullptr || !first->variable->parameter)
      return (name.empty() ? "this" : q(name)) + " is nothing (nil)";
    return "this " + base::spoken(first->text) + " has no " + q(node->kind == NodeKind::index && node->dotted ? node->text : std::string_view(words(*node)));
  }

  std::string check_first(const Node* node, std::string_view name) const {
    if (node != nullptr) return ". Check first: `if " + words(*node) + " then ...`";
    return name.empty() ? ". Check first that it is there" : ". Check first: `if " + std::string(name) + " then ...`";
  }

  Translation index(const Subject& what) {
    const Node* at = find([&](const Node& n) {
      return (n.kind == NodeKind::index || n.kind == NodeKind::method) && (what.name.empty() ? tail(*n.kids[0]).empty() : tail(*n.kids[0]) == what.name);
    });
    const Node* object = at == nullptr ? nullptr : at->kids[0];
    const std::string field = at == nullptr || at->text.empty() ? "nothing" : q(at->text);
    if (what.kind == "nil")
      return {"MISSING", absent(object, what.name) + ", so " + field + " cannot be read" + (field == "nothing" ? " of it" : "") + check_first(object, what.name), object};
    const std::string name = object != nullptr ? q(words(*object)) : what.name.empty() ? "this" : q(what.name);
    return {"TYPE_MISMATCH", name + " is " + kind_words(what.kind) + (at == nullptr ? " and has no fields" : " and has no " + field), object};
  }

  Translation call(const Subject& what) {
    const Node* at = find([&](const Node& n) {
      return (n.kind == NodeKind::call && tail(*n.kids[0]) == what.name) || (n.kind == NodeKind::method && n.text == what.name);
    });
    if (at == nullptr && what.name.starts_with("for iterator"))
      return {"NOT_A_FUNCTION", "`for ... in` needs something to walk. Write `in ipairs(list)` or `in pairs(table)`", find([](const Node& n) { return n.kind == NodeKind::for_in; })};
    const std::string name = at == nullptr                       ? (what.name.empty() ? "this" : q(what.name))
                             : at->kind == NodeKind::method ? q(":" + std::string(at->text))
                                                            : q(words(*at->kids[0]));
    if (what.kind != "nil") return {"NOT_A_FUNCTION", name + " is " + kind_words(what.kind) + ", not a function", at};
    std::string near;
    if (at != nullptr) {
      const Node& callee = *at->kids[0];
      const std::string table = at->kind == NodeKind::method ? "string" : callee.kind == NodeKind::index ? std::string(tail(*callee.kids[0])) : "";
      const auto names = library_names(table);
      near = base::nearest(what.name, std::span<const std::string_view>(names));
      if (!near.empty()) near = ". The nearest is " + q(at->kind == NodeKind::method ? ":" + near : table.empty() ? near : table + "." + near);
    }
    return {"NOT_A_FUNCTION", "there is no function " + name + near, at};
  }

  Translation compare(std::string_view rest) {
    std::string first, second;
    if (rest.starts_with("two ")) {
      first = second = rest.substr(4, rest.find(" values") - 4);
    } else {
      const auto with = rest.find(" with ");
      first = rest.substr(0, with);
      second = with == std::string_view::npos ? "" : rest.substr(with + 6);
    }
    const auto literal_fits = [](const Node& n, const std::string& kind) {
      if (is_number(n)) return kind == "number";
      if (n.kind == NodeKind::text) return kind == "string";
      return true;
    };
    const Node* at = nullptr;
    int fitting = 0;
    std::string left = first, right = second;
    (void)find([&](const Node& n) {
      if (n.kind != NodeKind::binary || (n.text != "<" && n.text != ">" && n.text != "<=" && n.text != ">=") || n.line != line_) return false;
      const bool turned = n.text[0] == '>';   // Lua compares `a > b` as `b < a`
      const std::string &l = turned ? second : first, &r = turned ? first : second;
      if (!literal_fits(*n.kids[0], l) || !literal_fits(*n.kids[1], r)) return false;
      ++fitting;
      at = &n;
      left = l;
      right = r;
      return false;
    });
    if (fitting != 1) at = nullptr;
    return compare(at, left, right);
  }

  Translation compare(const Node* at, const std::string& left, const std::string& right) {
    const auto operand = [&](std::size_t i, const char* otherwise) { return at == nullptr ? std::string(otherwise) : is_number(*at->kids[i]) ? words(*at->kids[i]) : q(words(*at->kids[i])); };
    if (left == "nil" || right == "nil") {
      const std::size_t i = left == "nil" ? 0 : 1;
      const Node* missing = at == nullptr ? nullptr : at->kids[i];
      if (missing == nullptr) return {"TYPE_MISMATCH", "one side of this comparison was not answered. Check first that it is there", at};
      return {"TYPE_MISMATCH", absent(missing, words(*missing)) + ", so it cannot be compared" + check_first(missing, ""), at};
    }
    if (left == right) return {"TYPE_MISMATCH", "neither of two values of the kind " + q(left) + " is greater than the other", at};
    const std::string found = operand(0, "one side") + " is " + kind_words(left) + ", " + operand(1, "the other") + " is " + kind_words(right);
    return {"TYPE_MISMATCH", found + advice(at, left, right), at};
  }

  /// What to write instead, for two kinds that do not go together.
  std::string advice(const Node* at, const std::string& left, const std::string& right) const {
    const auto pair = [&](std::string_view a, std::string_view b) { return (left == a && right == b) || (left == b && right == a); };
    const auto of = [&](std::string_view kind) -> const Node* { return at == nullptr ? nullptr : at->kids[left == kind ? 0 : 1]; };
    if (pair("number", "string") || pair("fraction", "string"))
      return ". Convert it: `tonumber(" + (of("string") == nullptr ? "..." : words(*of("string"))) + ")`";
    if (pair("money", "number") || pair("money", "fraction"))
      return ". Write `pounds(" + (of("number") == nullptr ? "..." : words(*of("number"))) + ")`";
    if (pair("money", "string")) return ". Write the sum as `pounds(...)`";
    if (pair("date", "number") || pair("moment", "number")) return ". Count the days between two dates with `days_between(first, second)`";
    if (pair("date", "string") || pair("moment", "string")) return ". Compare it with a field or a parameter that is a date";
    return "";
  }

  Translation arithmetic(const Subject& what) {
    const auto is = [&](const Node& n) { return !what.name.empty() && tail(n) == what.name; };
    const Node* operand = nullptr;
    const Node* at = find([&](const Node& n) {
      if (n.kind != NodeKind::binary && n.kind != NodeKind::unary) return false;
      for (const Node* kid : n.kids)
        if (is(*kid) || (what.name.empty() && what.kind == "string" && kid->kind == NodeKind::text)) {
          operand = kid;
          return true;
        }
      return false;
    });
    const std::string name = operand != nullptr ? q(words(*operand)) : what.name.empty() ? "a part of this sum" : q(what.name);
    if (what.kind == "nil") return {"TYPE_MISMATCH", absent(operand, what.name) + ", so nothing can be reckoned with it" + check_first(operand, what.name), at};
    if (what.kind == "string") return {"TYPE_MISMATCH", name + " is text, and only numbers can be reckoned with. Convert it: `tonumber(" + (operand != nullptr ? words(*operand) : "...") + ")`", at};
    return {"TYPE_MISMATCH", name + " is " + kind_words(what.kind) + ", and cannot be reckoned with here", at};
  }

  Translation concatenate(const Subject& what) {
    const Node* operand = find([&](const Node& n) { return !what.name.empty() && tail(n) == what.name; });
    const std::string name = operand != nullptr ? q(words(*operand)) : what.name.empty() ? "a part of this text" : q(what.name);
    if (what.kind == "nil") return {"TYPE_MISMATCH", absent(operand, what.name) + ", so it cannot be joined to a text" + check_first(operand, what.name), operand};
    return {"TYPE_MISMATCH", name + " is " + kind_words(what.kind) + " and cannot be joined to a text. Write `tostring(" + (operand != nullptr ? words(*operand) : "...") + ")`", operand};
  }

  Translation length(const Subject& what) {
    const Node* at = find([&](const Node& n) { return n.kind == NodeKind::unary && n.text == "#" && (what.name.empty() || tail(*n.kids[0]) == what.name); });
    const Node* operand = at == nullptr ? nullptr : at->kids[0];
    if (what.kind == "nil") return {"TYPE_MISMATCH", absent(operand, what.name) + ", so it has no length" + check_first(operand, what.name), at};
    return {"TYPE_MISMATCH", (operand != nullptr ? q(words(*operand)) : "this") + " is " + kind_words(what.kind) + "; only lists and texts have a length", at};
  }

  /// "money and number": our own amounts, which word themselves like Lua.
  Translation combine(std::string_view verb, std::string_view rest) {
    const auto with = rest.find(" and ");
    const std::string left(rest.substr(0, with)), right(with == std::string_view::npos ? "" : rest.substr(with + 5));
    const Node* at = operation(verb == "add " ? std::vector<std::string_view>{"+"} : verb == "subtract " ? std::vector<std::string_view>{"-"} : verb == "multiply " ? std::vector<std::string_view>{"*"} : std::vector<std::string_view>{"/", "//", "%"});
    if (left == "nil" || right == "nil") return {"TYPE_MISMATCH", "a part of this sum was not answered. Check first that it is there", at};
    std::string message = kind_words(left) + " and " + kind_words(right) + " cannot be reckoned with together";
    if (verb == "add " || verb == "subtract ") message += advice(at, left, right);
    if (verb == "divide ") message += ". Write `ratio(a, b)` or `share(part, whole)`";
    return {"TYPE_MISMATCH", std::move(message), at};
  }

  const Syntax* tree_;
  int line_;
};

}  // namespace

Translation translate(std::string_view raw, const Syntax* tree, int line) { return Translator(tree, line).say(raw); }

}  // namespace remit::lua
