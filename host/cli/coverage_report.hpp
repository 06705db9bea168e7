// Coverage and mutation, written for people.
#pragma once
#include <string>
#include <vector>

#include "study/coverage.hpp"
#include "study/mutation.hpp"

namespace remit::cli {

/// What is not met, the rules, clauses and parameters that are not whole, and the sum.
std::string coverage_text(const policy::Pack& pack, const study::Coverage& coverage, bool colour);
/// A page: the pack's source, each line with its state in words and its counts, and tables by rule, clause and parameter.
std::string coverage_html(const policy::Pack& pack, const study::Coverage& coverage);
/// The changes that no case notices, and how many there were.
std::string mutation_text(const std::vector<study::Mutant>& mutants, bool colour);
/// The same as members of a `remit.test/1` document: `,"coverage":{...}`, `,"mutants":[...]`.
std::string coverage_json(const study::Coverage& coverage);
std::string mutation_json(const std::vector<study::Mutant>& mutants);

}  // namespace remit::cli
