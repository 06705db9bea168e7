// The pictures of a round: where the money goes, how far marks are spread, and which criteria are failed most.
#pragma once
#include <string>

#include "record/record.hpp"
#include "report/standing.hpp"

namespace remit::report {

/// The budget of a stream going down with each award, in rank order; past some twenty awards, those of a decision together. Nothing when
/// nothing is awarded.
void write_budget_picture(const Standing& standing, const std::string& name, std::string& out);
/// By measure and assessor: the least, the mean and the greatest mark that counts. Nothing when there is no such mark.
void write_spread_picture(const record::DecisionDocument& document, const record::Stream& stream, const std::string& name, std::string& out);
/// How many applications fail each criterion, most first, and what share of all failures that makes. Nothing when none fails.
void write_failures_picture(const record::DecisionDocument& document, std::string& out);

}  // namespace remit::report
