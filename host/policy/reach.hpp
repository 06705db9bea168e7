// Which records come into view with another: a part in a body names a member and the body, so a rule of parts sees both.
#pragma once
#include <cstdint>
#include <vector>

#include "policy/pack.hpp"

namespace remit::policy {

/// The record `root` is the one whose id field `field` of the record `from` holds.
struct Link {
  std::uint16_t root, from, field;
};

struct Reach {
  std::vector<Link> links;             // in an order in which they can be followed
  std::vector<std::uint16_t> roots;    // all that comes into view: those of the links and, with an application, its stream and applicant
  bool sees(std::uint16_t root) const;
};

/// What a rule of `of` sees beside it: the records that its fields name (`id_of`), and what those name. Where several fields of
/// a record name records of one type, the field called like the type counts, else none: it would not be clear which is meant.
Reach reach(const Pack& pack, std::uint16_t of);

}  // namespace remit::policy
