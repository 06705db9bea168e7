// Money: a whole number of pence in 64 bits. Every sum is checked.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace remit::base {

/// Reads pounds with at most two decimals ("60000", "60000.5", "£60,000.00", "-12.30"), as people and spreadsheets
/// write them. False on anything else (three decimals, exponents, misplaced commas) and on more than 64 bits of pence.
bool read_money(std::string_view text, std::int64_t& pence);
/// "60000.00", as records and CSV carry it.
std::string money_text(std::int64_t pence);
/// "£60,000" or "£60,000.50", as letters and reports show it.
std::string money_for_people(std::int64_t pence);
/// a + b. Throws Overflow (base/rational.hpp) when the sum does not fit.
std::int64_t add_pence(std::int64_t a, std::int64_t b);

}  // namespace remit::base
