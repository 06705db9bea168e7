// The sections of a source that a clause names, so that what is said of one thing can be told from what is said of all.
#pragma once
#include <string_view>
#include <vector>

namespace remit::policy {

/// "4.5.6, 4.5.9 s3 (gap)" names 4.5.6 and 4.5.9; a clause without numbers names itself ("whole paper"). The views point into `clause`.
std::vector<std::string_view> sections_of(std::string_view clause);
/// Whether two clauses speak of one section, or one of a section inside the other's: "4.5.3 b2" and "4.5" do, "4.5" and "4.50" do not.
/// A clause that names the whole source ("whole paper") touches only another that does.
bool touch(std::string_view one, std::string_view other);
/// Whether a clause names the whole of its source.
bool is_of_the_whole(std::string_view clause);

}  // namespace remit::policy
