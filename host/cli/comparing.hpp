// A round that is there already, decided by two texts of a pack: what `remit compare` and `remit pack diff --rounds` begin with. Nothing is
// recorded. The round is read once where both texts read it alike; the first text decides once, however often the second is changed.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "engine/decided.hpp"
#include "study/compare.hpp"
#include "study/sensitivity.hpp"

namespace remit::cli {

struct Comparing {
  std::string as_of, place;           // empty: the round's own date; the field by which places are told apart, found by its name
  std::vector<std::string> plugins;
  unsigned threads = 0;               // 0: all that the machine has
};

class ComparedRound {
 public:
  /// Reads the round and decides it by the old text. Throws base::Refused: exit code 2 for the round, 3 for a pack that decides none.
  ComparedRound(std::string place, std::shared_ptr<const policy::Pack> before, const Comparing& how);
  /// What the other text makes of it. A field that one text knows and the other does not is no mistake of the round.
  study::RoundComparison against(const std::shared_ptr<const policy::Pack>& after) const;
  const intake::Heading& heading() const { return heading_; }

 private:
  struct Side {
    std::shared_ptr<const policy::Pack> pack;
    std::shared_ptr<const intake::Round> round;
    std::unique_ptr<policy::Plugins> plugins;
    std::unique_ptr<engine::Decided> decided;
  };
  std::shared_ptr<const intake::Round> read(const policy::Pack& pack, bool known_alone) const;
  std::shared_ptr<const intake::Round> read_by_one(const policy::Pack& pack, const std::string& place) const;
  void decide(Side& side) const;
  std::string find_place(const Side& side) const;
  std::vector<std::string> warnings(const policy::Pack& before, const policy::Pack& after) const;

  const std::string place_;
  const Comparing how_;
  intake::Source source_;
  intake::Heading heading_;
  std::int64_t second_ = 0;           // the date of the round
  std::shared_ptr<const base::Refused> old_refuses_;   // why the old text cannot read all of it; null when it can
  Side before_;
};

/// Of several rounds. `before` and `after` are as the user named them.
study::Comparison compare_rounds(const std::shared_ptr<const policy::Pack>& before, const std::shared_ptr<const policy::Pack>& after, const std::vector<std::string>& rounds, const Comparing& how);
/// How far each thing could move in these rounds, under one text. Throws as ComparedRound does.
study::Sensitivity sensitivity_over(const std::shared_ptr<const policy::Pack>& pack, const std::vector<std::string>& rounds, const Comparing& how);
study::PackName name_of(const policy::Pack& pack);

}  // namespace remit::cli
