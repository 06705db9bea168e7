// The { } of a word, read key by key: what is missing, of the wrong kind or misspelt is reported, never guessed.
#pragma once
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lua/loading.hpp"

namespace remit::lua {

class Spec {
 public:
  /// Of the table at `index` (absolute), the body of `word "id"` that began at `line`.
  Spec(Loading& loading, int index, std::string word, std::string id, int line);
  /// Of a table inside another, at `index`; `what`: how messages call it, "unless".
  Spec(const Spec& outer, int index, std::string what, Body body);

  Loading& loading;
  const std::string word, id;
  const int line;

  bool has(const char* key);
  /// A text; reports when it is required and missing, or no text.
  std::string text(const char* key, bool required = false);
  std::vector<std::string> texts(const char* key);           // a text or a list of texts
  std::optional<base::Rational> number(const char* key);
  std::optional<bool> yes_no(const char* key);
  /// One of `words`, else `otherwise`; reports any other with the nearest.
  std::string one_of(const char* key, const std::vector<std::string>& words, std::string otherwise);
  /// The node of a condition; nowhere when the key is absent or after reporting that it is none.
  std::uint32_t condition(const char* key);
  /// A template, checked. It may name `roots`, and the items that `bound` sentences look at.
  rules::Template words(const char* key, const std::vector<std::uint16_t>& roots, std::initializer_list<std::uint32_t> bound);
  /// Pushes the value of `key` and answers true, or pushes nothing.
  bool push(const char* key);
  /// Reports, in `done`, that `key` is not there; but not when it stands there misspelt.
  void missing(const char* key, std::string message) { missing_.emplace_back(key, std::move(message)); }
  /// Reports what is missing, and keys that were never asked for, with the nearest that were. Call it last.
  void done();

  /// Reports, at the key or word `near` between the braces, else where the word stands.
  void problem(std::string code, const std::string& message, std::string_view near = {});
  /// The same, at the value of `key`.
  void problem_in(const char* key, std::string code, const std::string& message);
  int index() const { return index_; }
  const Body& body() const { return body_; }

 private:
  void say(Spot spot, std::string code, const std::string& message);
  int index_;
  std::string called_;   // `criterion "added-value"`
  bool inner_ = false;   // a table inside another
  Body body_;
  std::set<std::string> asked_;
  std::vector<std::pair<std::string, std::string>> missing_;
};

/// Reports fields that nothing brings into view: items outside their quantifier, roots that this word does not see.
void check_in_view(Spec& spec, std::uint32_t node, const std::vector<std::uint16_t>& roots);

}  // namespace remit::lua
