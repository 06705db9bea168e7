classification "level-of-need" {
  title   = "Level of need and of service", clause = "App 2, levels", row = "WF-008",
  of      = need, takes = first, levels = 4,
  gives   = need.level, stated = need.stated_level,
  reading = "highest first: the document gives no order",
  refused = { ["2"] = "say 2a or 2b" },

  { code = "4", clause = "Level 4", when = all_of { need.highly_specialist:is(yes), need.low_volume:is(yes), need.high_cost:is(yes) } },
  { code = "3", clause = "Level 3", when = all_of { need.child_in_need:is(yes), need.specialist_service:is(yes) } },
  { code = "2b", clause = "Level 2b", when = all_of {
      need.assessed_by_caf:is(yes), need.services_required:at_least(2),
      any_of { need.unmet_by_team:is(yes), need.more_complex:is(yes), need.not_accessible:is(yes) } } },
  { code = "2a", clause = "Level 2a", when = all_of {
      need.assessed_by_caf:is(yes), need.services_involved:at_least(2), need.coordinated:is(yes) } },
  { code = "1", clause = "Level 1", when = need.service_kind:is_one_of("universal_delivery", "universal_access") },

  otherwise = refer "no level of the document fits this case",
}

requirement "lead-professional-at-2b" {
  title        = "At level 2b a lead professional is assigned",
  clause       = "Level 2b", force = must, effect = warns, row = "WF-009",
  of           = need,
  applies_when = need.level:is "2b",
  passes_when  = need.lead_professional:is_answered(),
  otherwise    = "no lead professional is named",
}

requirement "stated-level-is-the-level" {
  title        = "The level that the team wrote down is the one that the document gives",
  clause       = "App 2, levels", force = should, row = "WF-010",
  of           = need,
  applies_when = need.stated_level:is_answered(),
  passes_when  = need.stated_level:is(need.level),
  otherwise    = "the team wrote {need.stated_level}, the document gives {need.level}",
}
