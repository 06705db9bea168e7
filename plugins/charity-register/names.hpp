// Whether two names are the same organisation's once what registers and letterheads write differently is put aside: capitals,
// accents, punctuation, "the", "&", and what a company must add (limited, CIC, CIO, ...). Nothing cleverer: names that are merely
// alike are the business of the plug-in similar-applicants.
#pragma once
#include <string>
#include <string_view>

namespace charity_register {

/// "The Café Club (Medway) Ltd." -> "cafe club medway".
std::string plain_name(std::string_view name);

/// False when either is empty.
bool same_name(std::string_view a, std::string_view b);

}  // namespace charity_register
