// Whether an identifier of an organisation is written as its register writes it. Identifiers are a list code of org-id.guide, a
// hyphen, and the number on that list: GB-CHC-1089464. No register named here publishes a check digit, so none is checked: what
// is checked is the form (digits, letters, length, prefix), and for the councils of Scotland, Wales and Northern Ireland the code.
#pragma once
#include <string>
#include <string_view>

namespace charity_register {

enum class Form {
  right,      // as the register writes it; not that anybody of this number is on it
  wrong,      // the register publishes its form, and this is not it
  unsure      // a person must look: a local id, a list that is not known here, a list without a published form
};

struct Identifier {
  Form form = Form::unsure;
  std::string list;      // "GB-CHC"; empty where none is known
  std::string words;     // what was found, for an officer; names the form that was expected
  std::string nearest;   // the whole identifier that was perhaps meant, right in form; empty where there is none
};

/// Looks at the form of `id` alone; never at a register. Any bytes will do.
Identifier identify(std::string_view id);

}  // namespace charity_register
