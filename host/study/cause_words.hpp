// What a rule said before and what it says now, in words: made only for what is shown.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "study/comparison.hpp"
#include "study/own_change.hpp"

namespace remit::study {

class CauseWords {
 public:
  CauseWords(const engine::Decided& before, const engine::Decided& after, const OwnChanges& own);

  /// A criterion, by its place among the pairs, about application `i`.
  Cause of_criterion(std::uint16_t pair, std::uint32_t i);
  /// The conflict rule, or the demand on a panel, that decides otherwise who takes part.
  Cause of_conflict(std::uint32_t i);
  /// The measure, threshold or order of ties of its stream.
  Cause of_scoring(std::uint32_t i);
  Cause of_tie_break(std::uint32_t i);
  /// The pack's own sentence for approvals in principle.
  Cause of_in_principle();
  /// Who shares out the money.
  Cause of_allocation(std::uint32_t i);

 private:
  struct Side {
    const engine::Decided& decided;
    std::unique_ptr<policy::Work> work;
  };
  /// What was found, with the parameters that were read added to `read`.
  std::string said(Side& side, const policy::Rule& rule, const engine::Finding& finding, std::uint32_t i, std::vector<std::string>& read);
  Cause of_parameter(const std::string& id, const std::string& fallback_clause);
  std::string value_words(const Side& side, int parameter) const;
  bool add_value(const std::string& id, std::vector<std::string>& out) const;

  Side before_, after_;
  const OwnChanges& own_;
  std::uint32_t stream_ = 0;   // of the application that is spoken of: some values go by the day on which its call opened
};

}  // namespace remit::study
