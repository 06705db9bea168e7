-- Universal and targeted services: four levels, five codes. Codes are texts: level 2 is 2a or 2b, and "2" alone is refused.
-- Levels 1, 3 and 4 describe a service, 2a and 2b a child.

definition "levels" {
  title = "Levels of need and of service provision", clause = "Levels", row = { "LE-042", "LE-058" }, closed = "yes", number = 4,
  levels = { "1", "2a", "2b", "3", "4" },
  describes = { ["1"] = "service", ["2a"] = "child", ["2b"] = "child", ["3"] = "service", ["4"] = "service" },
  text  = "Four levels of need and four of service provision are announced; what follows is one list of five codes.",
}

definition "level-1" {
  title = "Universal services", clause = "Level 1", row = "LE-043", of = "service",
  text = "Available to all, in two ways: universal delivery and universal access.",
}

definition "universal-delivery" {
  title = "Universal delivery", clause = "Level 1", row = "LE-044", closed = "yes", services = { "education", "Connexions" },
  text = "Services that everyone gets.",
}

definition "universal-access" {
  title = "Universal access", clause = "Level 1", row = "LE-045", closed = "no", services = { "childcare", "libraries", "Country Parks" },
  text = "Services that are there for all, and that not everyone chooses to use.",
}

definition "level-2a" {
  title = "Team around a child", clause = "Level 2a", row = "LE-046", of = "child",
  text = "Additional needs identified through a CAF, and more than one service, coordinated into a team of several agencies, which may be virtual.",
}

definition "level-2b" {
  title = "Lead professional", clause = "Level 2b", row = "LE-047", of = "child", closed = "yes",
  triggers = { "needs not met by the team", "needs more complex", "services not accessible" },
  text = "Additional needs identified through a CAF, and more than one service required for one of three reasons; a coordination meeting is held and a lead professional assigned.",
}

definition "level-3" {
  title = "Specialist services", clause = "Level 3", row = "LE-048", of = "service",
  text = "For children in need, coordinated by a lead professional or keyworker.",
}

definition "level-4" {
  title = "Highly specialist services", clause = "Level 4", row = "LE-049", of = "service", may_be_commissioned = { "regionally", "nationally" },
  text = "Low in volume and high in cost.",
}

local has_additional_needs = any_of { not_ { need.additional_needs:is_answered() }, need.additional_needs:is(yes) }

classification "level-of-need" {
  title   = "Level of need and of service", clause = "Levels", force = data,
  row     = { "LE-042", "LE-043", "LE-044", "LE-045", "LE-046", "LE-047", "LE-048", "LE-049", "LE-057", "LE-058" },
  reading = "highest first: the paper gives no order. A CAF identifies additional needs unless it is said that there are none. Coordination, the meeting and the lead professional are asked for at their level, and do not make it, save where the paper lets coordination make the team of 2a",
  of      = need, takes = first, levels = 4,
  gives   = need.level, stated = need.level_stated,
  refused = { ["2"] = "it is ambiguous: say 2a or 2b" },

  { code = "4", clause = "Level 4", when = all_of {
      need.about:is "service", need.kind:is_answered(), need.kind:is "highly specialist",
      need.low_volume:is(yes), need.high_cost:is(yes) } },
  { code = "3", clause = "Level 3", when = all_of {
      need.about:is "service", need.kind:is_answered(), need.kind:is "specialist", need.child_in_need:is(yes) } },
  { code = "2b", clause = "Level 2b", when = all_of {
      need.about:is "child", need.triggers:is_answered(), has_additional_needs, need.caf:is(yes),
      need.services_required:at_least(2) } },
  { code = "2a", clause = "Level 2a", when = all_of {
      need.about:is "child", has_additional_needs, need.caf:is(yes), need.services_involved:at_least(2), need.coordinated:is(yes) } },
  { code = "1", clause = "Level 1", when = all_of {
      need.about:is "service",
      any_of {
        need.kind:is_one_of("universal delivery", "universal access"),
        all_of {
          not_ { need.kind:is_answered() },
          need.service:is_one_of("education", "Connexions", "childcare", "libraries", "Country Parks"),
        },
      } } },

  otherwise = refer "gap in source: no level of the paper fits this case, and level 1 is not given by default",
}

classification "universal-service" {
  title        = "Kind of universal service", clause = "Level 1", row = { "LE-044", "LE-045" }, force = data,
  reading      = "the services that the paper names are known by name; another says of what kind it is",
  of           = need, takes = first,
  applies_when = need.level:is "1",

  { code = "universal delivery", clause = "Level 1", when = any_of {
      all_of { need.kind:is_answered(), need.kind:is "universal delivery" },
      all_of { not_ { need.kind:is_answered() }, need.service:is_one_of("education", "Connexions") } } },
  { code = "universal access", clause = "Level 1", when = any_of {
      all_of { need.kind:is_answered(), need.kind:is "universal access" },
      all_of { not_ { need.kind:is_answered() }, need.service:is_one_of("childcare", "libraries", "Country Parks") } } },

  otherwise = refer "the paper does not say which kind this service is",
}

requirement "level-describes-what-was-submitted" {
  title         = "Levels 1, 3 and 4 are given to a service, 2a and 2b to a child",
  clause        = "Levels", row = "LE-058", force = data, effect = blocks,
  effect_reason = "a service put on a child's level would be commissioned as if it were one child's team",
  of            = need,
  applies_when  = need.level_stated:is_answered(),
  passes_when   = any_of {
    all_of { need.about:is "service", need.level_stated:is_one_of("1", "3", "4") },
    all_of { need.about:is "child", need.level_stated:is_one_of("2a", "2b") },
  },
  otherwise     = "refused: level {need.level_stated} does not describe a {need.about}",
}

requirement "level-as-stated" {
  title        = "The level submitted is the one that the paper gives",
  clause       = "Levels", row = "LE-042", force = data,
  of           = need,
  applies_when = need.level_stated:is_answered(),
  passes_when  = all_of { need.level:is_answered(), need.level:is(need.level_stated) },
  otherwise    = "level {need.level_stated} was submitted; by the paper's description this is another, or none",
}

requirement "coordination-meeting-at-2b" {
  title        = "At level 2b a multi-service coordination meeting is held",
  clause       = "Level 2b", row = "LE-047", force = data,
  of           = need,
  applies_when = need.level:is "2b",
  passes_when  = need.meeting_held_on:is_answered(),
  otherwise    = "no multi-service coordination meeting is recorded",
}

requirement "lead-professional-at-2b" {
  title        = "At level 2b a lead professional is assigned",
  clause       = "Level 2b", row = "LE-047", force = data,
  of           = need,
  applies_when = need.level:is "2b",
  passes_when  = need.lead_professional:is_answered(),
  otherwise    = "no lead professional is named",
}

requirement "coordinated-at-3" {
  title        = "Specialist services for children in need are coordinated by a lead professional or keyworker",
  clause       = "Level 3", row = "LE-048", force = data,
  of           = need,
  applies_when = need.level:is "3",
  passes_when  = any_of { need.lead_professional:is_answered(), need.keyworker:is_answered() },
  otherwise    = "neither a lead professional nor a keyworker is named",
}

-- Differing processes for each level

local levels_matter    = any_of { records.levels:is_answered(), records.needs:is_answered(), records.commissions:is_answered() }
local level_1_has_one  = records.levels:any(all_of { other_level.code:is "1", other_level.process:is_answered() })
local level_2a_has_one = records.levels:any(all_of { other_level.code:is "2a", other_level.process:is_answered() })
local level_2b_has_one = records.levels:any(all_of { other_level.code:is "2b", other_level.process:is_answered() })
local level_3_has_one  = records.levels:any(all_of { other_level.code:is "3", other_level.process:is_answered() })
local level_4_has_one  = records.levels:any(all_of { other_level.code:is "4", other_level.process:is_answered() })

requirement "level-1-has-a-process" {
  title = "Level 1 has a commissioning process", clause = "Levels end s1", row = "LE-050", force = must,
  reading = "each of the five codes is asked for one, wherever levels, needs or commissions are assessed: the paper says each level",
  of = round, applies_when = levels_matter, passes_when = level_1_has_one, otherwise = "level 1 has no commissioning process",
}

requirement "level-2a-has-a-process" {
  title = "Level 2a has a commissioning process", clause = "Levels end s1", row = "LE-050", force = must,
  reading = "each of the five codes is asked for one, wherever levels, needs or commissions are assessed: the paper says each level",
  of = round, applies_when = levels_matter, passes_when = level_2a_has_one, otherwise = "level 2a has no commissioning process",
}

requirement "level-2b-has-a-process" {
  title = "Level 2b has a commissioning process", clause = "Levels end s1", row = "LE-050", force = must,
  reading = "each of the five codes is asked for one, wherever levels, needs or commissions are assessed: the paper says each level",
  of = round, applies_when = levels_matter, passes_when = level_2b_has_one, otherwise = "level 2b has no commissioning process",
}

requirement "level-3-has-a-process" {
  title = "Level 3 has a commissioning process", clause = "Levels end s1", row = "LE-050", force = must,
  reading = "each of the five codes is asked for one, wherever levels, needs or commissions are assessed: the paper says each level",
  of = round, applies_when = levels_matter, passes_when = level_3_has_one, otherwise = "level 3 has no commissioning process",
}

requirement "level-4-has-a-process" {
  title = "Level 4 has a commissioning process", clause = "Levels end s1", row = "LE-050", force = must,
  reading = "each of the five codes is asked for one, wherever levels, needs or commissions are assessed: the paper says each level",
  of = round, applies_when = levels_matter, passes_when = level_4_has_one, otherwise = "level 4 has no commissioning process",
}

requirement "levels-have-processes-of-their-own" {
  title         = "No two levels share a commissioning process",
  clause        = "Levels end s1", row = "LE-050", force = must, effect = warns,
  effect_reason = "the paper says that processes differ, and not in what: one that is shared is looked at",
  of            = level,
  applies_when  = level.process:is_answered(),
  passes_when   = records.levels:none(all_of {
    other_level.code:is_not(level.code),
    other_level.process:is_answered(),
    other_level.process:is(level.process),
  }),
  otherwise     = "another level has the same process: {level.process}",
}

no_provision "one-caf-and-one-service" {
  title = "No level for a child with a CAF and one service", clause = "Levels 1-2a", row = "LE-057",
  so    = "the case has no level: gap in source",
}

no_provision "additional-needs-without-a-caf" {
  title = "No level for a child with additional needs and no CAF", clause = "Levels 2a-2b", row = "LE-057",
  so    = "the case has no level: gap in source",
}

no_provision "child-in-need-without-specialist-service" {
  title = "No level for a child in need without a specialist service", clause = "Level 3", row = "LE-057",
  so    = "the case has no level: gap in source",
}

note "additional-universal-services" {
  title = "Additional universal services have no code of their own", clause = "Levels end s1, App 2 W3b", row = { "LE-037", "LE-052" },
  text  = "They are named beside the levels and are no level: here a commission of level 1 says that it is one.",
}

no_provision "levels-figure" {
  title = "The figure of the levels is missing in the copy of the paper", clause = "Levels fig", row = "LE-053",
  so    = "nothing here rests on it",
}
