-- The commissioning cycle of section two: nine headings, in their order. The model's figure is missing, and the nine stages are
-- those of the text.

definition "adopted-model" {
  title = "The commissioning model adopted", clause = "2.2 s1, 2.3", row = "ME-029", model = "HM Government, Joint planning and commissioning framework, 2006",
  figure = "not in source copy",
  text  = "Figure 1 summarises it and is lost. The stages below are the headings of section two.",
}

no_provision "figure-1" {
  title = "The figure of the commissioning model is missing in the copy of the document", clause = "2.3, figure 1", row = "ME-029",
  so    = "the stages are those that the text describes, and nothing rests on the figure",
}

chain "commissioning-cycle" {
  title = "The commissioning cycle", clause = "2.4-2.25", closed = "yes",
  row   = { "ME-035", "ME-039", "ME-042", "ME-044", "ME-050", "ME-051", "ME-054", "ME-064", "ME-065" },
  steps = {
    { stage = "outcomes", does = "looks at outcomes", clause = "2.5" },
    { stage = "groups", does = "looks at particular groups of children and young people", clause = "2.7" },
    { stage = "needs assessment", does = "develops the needs assessment with the views of users and staff", clause = "2.10" },
    { stage = "resources and priorities", does = "identifies resources and sets priorities", clause = "2.12" },
    { stage = "pattern of services", does = "plans the pattern of services, with a focus on prevention", clause = "2.16" },
    { stage = "how to commission", does = "decides how to commission efficiently", clause = "2.17" },
    { stage = "commission", does = "commissions, with pooled resources too", clause = "2.20" },
    { stage = "workforce and market", does = "plans how workforce and market develop", clause = "2.23" },
    { stage = "monitor and review", does = "monitors and reviews services and process", clause = "2.24" },
  },
}

definition "particular-groups" {
  title  = "Particular groups to look at", clause = "2.7", row = "ME-039", closed = "no",
  groups = { "disabled", "special educational needs", "looked after children", "parents-to-be" },
}

requirement "integrates-with-procurement" {
  title       = "Commissioning by the model integrates with the procurement of the Council and of the PCT",
  clause      = "2.2 s4", row = "ME-030", force = must,
  reading     = "where one of them does not matter, the commission says why",
  of          = commission,
  passes_when = all_of { commission.procurement.council:is_answered(), commission.procurement.pct:is_answered() },
  otherwise   = "nothing is said of the {missing}",
}

requirement "cycle-applies-in-house" {
  title        = "The cycle applies to services that are delivered in-house as to all others",
  clause       = "2.4 s2", row = "ME-031", force = should,
  reading      = "a statutory guidance of 2008 is quoted",
  of           = commission,
  applies_when = commission.delivery:includes "in-house",
  passes_when  = commission.stages:is_answered(),
  otherwise    = "an in-house team delivers, and no stage of the cycle is recorded",
}

requirement "cycle-applies-at-every-level" {
  title        = "The same cycle serves a major project and a service for a few",
  clause       = "3.1 s1", row = "ME-068", force = data,
  reading      = "can apply: a commission without stages is told, at whichever level",
  of           = commission,
  applies_when = commission.level:is_answered(),
  passes_when  = commission.stages:is_answered(),
  otherwise    = "no stage of the cycle is recorded for this commission at the level {commission.level}",
}

requirement "short-and-long-term-plans" {
  title       = "There are short and long term plans for workforce and market",
  clause      = "2.23 s2", row = "ME-064", force = must,
  of          = trust_year,
  passes_when = all_of {
    trust_year.plans.workforce_short:is_answered(), trust_year.plans.workforce_long:is_answered(),
    trust_year.plans.market_short:is_answered(), trust_year.plans.market_long:is_answered(),
  },
  otherwise   = "missing is {missing}",
}
