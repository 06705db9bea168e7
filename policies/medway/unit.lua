-- What the Joint Commissioning Unit may do (5.5): potential functions, each proposed. The copy has lost how the bullets were nested:
-- that b3 to b6 belong under b2 is our reading.

chain "functions-of-the-unit" {
  title = "Potential functions of the Joint Commissioning Unit", clause = "5.5 b1-b9", status = "proposed", closed = "no",
  row   = { "ME-092", "ME-093", "ME-094", "ME-095", "ME-096", "ME-097", "ME-098", "ME-099", "ME-100" },
  steps = {
    { code = "plan support", does = "supports development and performance management of the CYPP", clause = "5.5 b1" },
    { code = "strategies", does = "leads on strategies and plans across the five ECM outcomes, as the Board directs", clause = "5.5 b2" },
    { code = "scoping", does = "scopes and plans strategies, and brings stakeholders together", clause = "5.5 b3", under = "5.5 b2" },
    { code = "developing", does = "develops strategies from analysis, mapping and engagement, and agrees directions for change", clause = "5.5 b4", under = "5.5 b2" },
    { code = "implementing", does = "shapes the market, pools, specifies, applies disinvestment, tenders, re-designs, supports providers", clause = "5.5 b5", under = "5.5 b2" },
    { code = "reviewing", does = "reviews strategies, contracts and pathways, acts on poor performance, adjusts objectives", clause = "5.5 b6", under = "5.5 b2" },
    { code = "delegated commissioning", does = "supports practice-based, locality and school commissioning", clause = "5.5 b7" },
    { code = "mandated groups", does = "supports commissioning of other mandated groups", clause = "5.5 b8" },
    { code = "regional commissioning", does = "leads or takes part in regional commissioning", clause = "5.5 b9" },
  },
  reading = "b3 to b6 are activities under b2, as its last words say; the layout of the copy does not show it",
}

requirement "unit-supports-the-plan" {
  title        = "Supports the development and performance management of the CYPP",
  clause       = "5.5 b1", row = "ME-092", force = proposed,
  reading      = "a potential function: one that is not taken up is told, and nothing is stopped",
  of           = body,
  applies_when = body.kind:is "joint commissioning unit",
  passes_when  = all_of { body.taken_up:is_answered(), body.taken_up:includes "plan support" },
  otherwise    = "the Unit has not taken up a potential function: plan support",
}

requirement "unit-leads-strategies" {
  title        = "Leads commissioning strategies across the five ECM outcomes, as directed by the Trust Board",
  clause       = "5.5 b2", row = "ME-093", force = proposed,
  reading      = "a potential function: one that is not taken up is told, and nothing is stopped",
  of           = body,
  applies_when = body.kind:is "joint commissioning unit",
  passes_when  = all_of { body.taken_up:is_answered(), body.taken_up:includes "strategies" },
  otherwise    = "the Unit has not taken up a potential function: strategies",
}

requirement "unit-scopes" {
  title        = "Scopes and plans strategies, and brings key stakeholders together",
  clause       = "5.5 b3", row = "ME-094", force = proposed,
  reading      = "a potential function: one that is not taken up is told, and nothing is stopped",
  of           = body,
  applies_when = body.kind:is "joint commissioning unit",
  passes_when  = all_of { body.taken_up:is_answered(), body.taken_up:includes "scoping" },
  otherwise    = "the Unit has not taken up a potential function: scoping",
}

requirement "unit-develops" {
  title        = "Develops strategies, from needs and service analysis to agreed directions for change",
  clause       = "5.5 b4", row = "ME-095", force = proposed,
  reading      = "a potential function: one that is not taken up is told, and nothing is stopped",
  of           = body,
  applies_when = body.kind:is "joint commissioning unit",
  passes_when  = all_of { body.taken_up:is_answered(), body.taken_up:includes "developing" },
  otherwise    = "the Unit has not taken up a potential function: developing",
}

requirement "unit-implements" {
  title        = "Implements strategies, from shaping the market to disinvestment, tendering and re-design",
  clause       = "5.5 b5", row = "ME-096", force = proposed,
  reading      = "a potential function: one that is not taken up is told, and nothing is stopped",
  of           = body,
  applies_when = body.kind:is "joint commissioning unit",
  passes_when  = all_of { body.taken_up:is_answered(), body.taken_up:includes "implementing" },
  otherwise    = "the Unit has not taken up a potential function: implementing",
}

requirement "unit-reviews" {
  title        = "Reviews strategies, contracts and pathways against priority outcomes",
  clause       = "5.5 b6", row = "ME-097", force = proposed,
  reading      = "a potential function: one that is not taken up is told, and nothing is stopped",
  of           = body,
  applies_when = body.kind:is "joint commissioning unit",
  passes_when  = all_of { body.taken_up:is_answered(), body.taken_up:includes "reviewing" },
  otherwise    = "the Unit has not taken up a potential function: reviewing",
}

requirement "unit-supports-delegated-commissioning" {
  title        = "Supports delegated commissioning by practices, localities and schools",
  clause       = "5.5 b7", row = "ME-098", force = proposed,
  reading      = "a potential function: one that is not taken up is told, and nothing is stopped",
  of           = body,
  applies_when = body.kind:is "joint commissioning unit",
  passes_when  = all_of { body.taken_up:is_answered(), body.taken_up:includes "delegated commissioning" },
  otherwise    = "the Unit has not taken up a potential function: delegated commissioning",
}

requirement "unit-supports-mandated-groups" {
  title        = "Supports the commissioning of other mandated groups",
  clause       = "5.5 b8", row = "ME-099", force = proposed,
  reading      = "a potential function: one that is not taken up is told, and nothing is stopped",
  of           = body,
  applies_when = body.kind:is "joint commissioning unit",
  passes_when  = all_of { body.taken_up:is_answered(), body.taken_up:includes "mandated groups" },
  otherwise    = "the Unit has not taken up a potential function: mandated groups",
}

requirement "unit-regional" {
  title        = "Leads or takes part in regional commissioning",
  clause       = "5.5 b9", row = "ME-100", force = proposed,
  reading      = "a potential function: one that is not taken up is told, and nothing is stopped",
  of           = body,
  applies_when = body.kind:is "joint commissioning unit",
  passes_when  = all_of { body.taken_up:is_answered(), body.taken_up:includes "regional commissioning" },
  otherwise    = "the Unit has not taken up a potential function: regional commissioning",
}
