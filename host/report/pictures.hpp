// The pictures of the report, each a figure with its words, its table and its data. A picture that would be empty is not drawn.
#pragma once
#include <string>

#include "record/record.hpp"
#include "report/standing.hpp"

namespace remit::report {

/// The ranked applications with the funding line: a bar for each by rank, or of many their outline and a strip for each proposal.
/// `table` is the id of the list that says the same.
void write_ranking_picture(const Standing& standing, const std::string& name, const std::string& table, std::string& out);
/// How the budget of a stream goes down with each award. Many awards stand together by decision.
void write_budget_picture(const Standing& standing, const std::string& name, std::string& out);
/// For each measure and each assessor of a stream: least, mean and greatest mark.
void write_spread_picture(const record::DecisionDocument& document, const record::Stream& stream, const std::string& name, std::string& out);
/// Which criteria are not met most often, and what share of all failures the first few are.
void write_failures_picture(const record::DecisionDocument& document, std::string& out);
/// How many score sheets of each assessor count, and how many are set aside.
void write_sheets_picture(const record::DecisionDocument& document, std::string& out);

}  // namespace remit::report
