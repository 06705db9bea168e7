// The record types that every round has, as `docs/architecture.md` and the round format give them, and the places of
// their fields. A pack may append fields and types; it never moves these.
#pragma once
#include <cstdint>

#include "base/schema.hpp"

namespace remit::intake {

// Index of each field in its record (a group's own entry counts). round_types.cpp builds the types in this order and
// a unit test holds the two together.
namespace round_field {
enum : std::uint16_t { id, partnership, title, as_of, currency, pack, pack_id, pack_version, pack_digest };
}
namespace stream_field {
enum : std::uint16_t {
  id, title, budget, opens, closes, minimum_award, maximum_award, requires_cooperation, priorities, outcomes,
  specification, description, objectives, indicators, regional_criteria, principles, scoring, fund_past_gap, sources
};
}
namespace source_field {
enum : std::uint16_t { agency, amount, restriction };
}
namespace organisation_field {
enum : std::uint16_t { id, name, aliases, type, parent };
}
namespace panel_field {
enum : std::uint16_t { id, quorum, supersedes };
}
namespace member_field {
enum : std::uint16_t { id, name, agency, organisation, functions, chair, ties };
}
namespace tie_field {
enum : std::uint16_t { organisation, nature };
}
namespace declaration_field {
enum : std::uint16_t { member, organisation, nature, declared_on, note };
}
namespace application_field {
enum : std::uint16_t {
  id, stream, applicant, title, submitted_at, status, amount_requested, elements, use_of_funding, objectives, outcomes,
  indicators, partners, complements, fits_provision, added_value, different_from_core, participation, clarifications,
  share_of_budget
};
}
namespace element_field {
enum : std::uint16_t { id, title, cost, objectives, fit, needs };
}
namespace partner_field {
enum : std::uint16_t { organisation, required, evidence, document, secured_on };
}
namespace clarification_field {
enum : std::uint16_t { element, question };
}
namespace lodged_field {  // an appeal in appeals.json
enum : std::uint16_t { application, ground, by, received, views, fresh_panel, no_fresh_panel };
}

namespace records_field {  // one list for each table that sentences look through; those of a pack's own types follow
enum : std::uint16_t { members, organisations, first_own };
}

namespace status_word {
enum : std::uint16_t { submitted, withdrawn };
}
namespace organisation_word {
enum : std::uint16_t { voluntary, community, statutory, private_, in_house };
}
namespace scoring_word {
enum : std::uint16_t { independent, consensus };
}

/// Adds the core types to `schema`: round, stream, source, organisation, panel, member, tie, declaration, application,
/// element, partner, clarification, lodged, records.
void add_round_types(base::Schema& schema);

}  // namespace remit::intake
