// Values and fields in the words of people, for messages: "£60,000", "31 March 2012", "the organisation's name".
#pragma once
#include <string>

#include "base/schema.hpp"
#include "base/value.hpp"
#include "policy/facts.hpp"
#include "policy/pack.hpp"

namespace remit::rules {

/// What a sentence or template may name: the roots of the pack and the fields of each.
using Roots = std::vector<policy::Pack::RootName>;

/// The value as a person writes it. An organisation's id becomes its name. "" when it was not answered.
std::string spoken_value(const base::Value& value, base::Type type, const policy::Facts& facts);
/// "application.amount_requested"; with place > 0 "partner[2].evidence"; of another application "applications[A7].title".
std::string field_name(const Roots& roots, std::uint16_t root, std::uint16_t field, std::uint32_t item,
                       const policy::Facts& facts);
const base::Field* field_of(const Roots& roots, std::uint16_t root, std::uint16_t field);

}  // namespace remit::rules
