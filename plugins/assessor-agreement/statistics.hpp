// How far marks agree, exactly. Fractions are of any size: a sum over thousands of marks has a denominator that no machine word holds.
#pragma once
#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace agreement {

using Exact = boost::multiprecision::cpp_rational;

/// The median of all of `sorted` but the one at `left_out`: the middle one, or the mean of the two in the middle. At least two in rising order.
Exact median_of_others(const std::vector<Exact>& sorted, std::size_t left_out);

/// Krippendorff's alpha for interval data: 1 - observed / expected disagreement, both the mean squared difference of pairs of marks.
/// `units`: the marks of each thing that was marked; those with fewer than two say nothing and are left out. 1 is full agreement,
/// 0 what chance would give, less is worse than chance. None where fewer than two units say something, or where all marks are the
/// same, for then nothing could have differed.
std::optional<Exact> alpha(const std::vector<std::vector<Exact>>& units);

/// "3", "2.5", "11/3": decimals where two are enough.
std::string words(const Exact& number);
/// Three decimals, rounded down: "0.810". Never more than it is.
std::string decimals(const Exact& number);

}  // namespace agreement
