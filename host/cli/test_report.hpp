// What `remit test` found, written for people, for programs and for the servers that run tests.
#pragma once
#include <string>
#include <vector>

#include "study/test.hpp"

namespace remit::cli {

/// The failed cases with what was expected and what was there, then the count.
std::string test_text(const std::vector<study::Result>& results, bool colour);
/// A `remit.test/1` document.
std::string test_json(const policy::Pack& pack, const std::vector<study::Result>& results);
/// JUnit's XML: a suite for each file of cases.
std::string test_junit(const policy::Pack& pack, const std::vector<study::Result>& results);
/// "12 cases: all as expected"; "12 cases: 11 as expected, 1 not".
std::string test_count(const std::vector<study::Result>& results);

}  // namespace remit::cli
