// A reviewed list of the changes that are meant: a table (CSV) that an officer edits in any program for tables. Any other change, and any
// listed one that does not come, is told. `*` stands for anything.
//
//     round,application,what,before,after,why
//     spring-2026,SG-02,decision,approve-total,decline,the group is no longer small: minute 2.2
//     spring-2026,*,rank,*,*,all below it move up
#pragma once
#include <string>
#include <vector>

#include "study/comparison.hpp"

namespace remit::study {

/// Every single change, in the order of the comparison. `what` is "decision", "rank", "amount" or "finding RULE"; of a finding beside the
/// applications `application` is what it is about: "stream groups". A rank that is not there is "none", a finding "not-asked".
std::vector<ExpectedRow> rows_of(const Comparison& comparison);
/// The list as a table, with the headings, to be reviewed.
std::string expected_table(const std::vector<ExpectedRow>& rows);
/// Throws base::Refused (exit 2) with every mistake of the list: a heading or a word of `what` that is none, a cell without anything.
std::vector<ExpectedRow> read_expected(const std::string& bytes, const std::string& file);

/// Holds every change against the list.
Expectation check_expected(const std::vector<ExpectedRow>& listed, const Comparison& comparison, const std::string& file);

}  // namespace remit::study
