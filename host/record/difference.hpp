// The first difference between two JSON values, in words: "finding one-application-per-stream, outcome: was fail, now pass".
#pragma once
#include <optional>
#include <string>

#include "intake/json.hpp"

namespace remit::record {

struct Difference {
  std::string where;   // "scores, measure need, mean"; empty: the values themselves
  std::string was, now;

  std::string text() const;
};

/// What people would look at first goes first: outcomes before the facts that were read, those before words. Items of a list
/// are held together by their rule, measure, member, id or field where they have one, else by their place.
std::optional<Difference> first_difference(const intake::Json& was, const intake::Json& now);
/// A value in a few words: "fail", "7", "nothing", "(none)".
std::string short_words(const intake::Json& value);

}  // namespace remit::record
