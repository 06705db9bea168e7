-- The framework: how it is developed, and the eight things that it is to hold. The paper itself gives some of them and not others:
-- what it does not give stays open (see silences.lua) and is never filled from elsewhere.

chain "developing-the-framework" {
  title = "What developing the framework should enable partners to do", clause = "11 b1-5", status = "proposed", closed = "yes",
  row   = { "HA-026", "HA-027", "HA-028", "HA-029", "HA-030" },
  steps = {
    { does = "understand each other and each other's approach", clause = "11 b1" },
    { does = "identify the processes that require development", clause = "11 b2" },
    { does = "agree on the areas that the framework addresses", clause = "11 b3" },
    { does = "develop an agreed and standardised approach", clause = "11 b4" },
    { does = "agree an implementation plan", clause = "11 b5" },
  },
}

requirement "developed-together" {
  title       = "Key partners develop the framework together",
  clause      = "11 s1", row = "HA-106", force = proposed,
  of          = framework,
  passes_when = framework.developed_by:count():at_least(2),
  otherwise   = "the framework was not developed by two agencies or more",
}

requirement "review-is-shared" {
  title       = "Agencies review together definitions, current policy and practice, and monitoring and evaluation",
  clause      = "11 s2", row = "HA-106", force = proposed,
  of          = framework,
  passes_when = all_of {
    framework.reviewed:is_answered(),
    framework.reviewed:includes "definitions",
    framework.reviewed:includes "current policy and practice",
    framework.reviewed:includes "monitoring and evaluation",
  },
  otherwise   = "the shared review leaves out one of definitions, current policy and practice, monitoring and evaluation",
}

requirement "partners-understand-each-other" {
  title       = "Partners develop their understanding of each other and of their approaches",
  clause      = "11 b1", row = "HA-026", force = proposed,
  of          = framework,
  passes_when = framework.understanding:is_answered(),
  otherwise   = "nothing is recorded of what partners learnt of each other",
}

requirement "processes-are-identified" {
  title       = "The joint commissioning processes that require development are identified",
  clause      = "11 b2", row = "HA-027", force = proposed,
  of          = framework,
  passes_when = framework.processes_to_develop:is_answered(),
  otherwise   = "there is no list of processes that require development",
}

requirement "areas-are-agreed" {
  title       = "It is agreed which areas the framework addresses",
  clause      = "11 b3", row = "HA-028", force = proposed,
  of          = framework,
  passes_when = framework.areas_to_address:is_answered(),
  otherwise   = "there is no list of areas that the framework addresses",
}

requirement "approach-is-standardised" {
  title       = "There is an agreed and standardised approach, in a version",
  clause      = "11 b4", row = "HA-029", force = proposed,
  of          = framework,
  passes_when = framework.approach_version:is_answered(),
  otherwise   = "no version of an agreed approach is recorded",
}

requirement "implementation-plan-has-dates" {
  title        = "The implementation plan for the framework has its actions, each with a date",
  clause       = "11 b5", row = "HA-030", force = proposed,
  of           = timed_plan,
  applies_when = timed_plan.plan_for:is "the framework",
  passes_when  = all_of { timed_plan.steps:is_answered(), timed_plan.steps:every(plan_step.due:is_answered()) },
  otherwise    = "{plan_step.what} has no date",
  or_else      = "the plan has no actions",
}

-- The eight contents (12 b1 to b8)

chain "contents-of-a-framework" {
  title = "What the framework should include", clause = "12 b1-8", status = "proposed", closed = "no",
  row   = { "HA-031", "HA-032", "HA-033", "HA-034", "HA-035", "HA-036", "HA-037", "HA-038" },
  steps = {
    { holds = "an agreed definition of commissioning, and one of joint commissioning", clause = "12 b1" },
    { holds = "definitions of different types of commissioning", clause = "12 b2" },
    { holds = "agreed definitions of the customers", clause = "12 b3" },
    { holds = "principles, behaviours and standards", clause = "12 b4" },
    { holds = "the approach to commissioning services", clause = "12 b5" },
    { holds = "the role of any commissioning unit", clause = "12 b6" },
    { holds = "the partner agencies that have agreed to work within it", clause = "12 b7" },
    { holds = "timed and measurable plans", clause = "12 b8" },
  },
}

requirement "content-1-definitions" {
  title       = "The framework includes an agreed definition of commissioning and of joint commissioning",
  clause      = "12 b1", row = "HA-031", force = proposed,
  reading     = "two definitions; the paper gives the first and not the second",
  of          = framework,
  passes_when = all_of { framework.commissioning:is_answered(), framework.joint_commissioning:is_answered() },
  otherwise   = "item 1 of 8 is not complete: {missing} is missing",
}

requirement "content-2-types" {
  title       = "The framework includes definitions of different types of commissioning",
  clause      = "12 b2", row = "HA-032", force = proposed,
  reading     = "types are more than one",
  of          = framework,
  passes_when = framework.types_of_commissioning:count():at_least(2),
  otherwise   = "item 2 of 8 is missing: definitions of different types of commissioning",
}

requirement "content-3-customers" {
  title       = "The framework includes agreed definitions of the customers",
  clause      = "12 b3", row = "HA-033", force = proposed,
  reading     = "vulnerable children are an example in the paper, and no definition",
  of          = framework,
  passes_when = framework.customers:is_answered(),
  otherwise   = "item 3 of 8 is missing: definitions of the customers",
}

requirement "content-4-principles" {
  title       = "The framework includes the principles, behaviours and standards of all joint commissioning",
  clause      = "12 b4", row = "HA-034", force = proposed,
  of          = framework,
  passes_when = all_of { framework.principles:is_answered(), framework.behaviours:is_answered(), framework.standards:is_answered() },
  otherwise   = "item 4 of 8 is not complete: {missing} is missing",
}

requirement "content-5-approach" {
  title       = "The framework includes the approach that Haringey will take to commissioning services",
  clause      = "12 b5", row = "HA-035", force = proposed,
  of          = framework,
  passes_when = framework.approach:is_answered(),
  otherwise   = "item 5 of 8 is missing: the approach to commissioning",
}

requirement "content-6-unit" {
  title       = "The framework includes the role of any commissioning unit that might be established",
  clause      = "12 b6", row = "HA-036", force = proposed,
  reading     = "that none is established is an answer; to say nothing is none",
  of          = framework,
  passes_when = framework.commissioning_unit:is_answered(),
  otherwise   = "item 6 of 8 is missing: the role of a commissioning unit, or that none is established",
}

requirement "content-7-agencies" {
  title       = "The framework includes the partner agencies that have agreed to work within it",
  clause      = "12 b7", row = "HA-037", force = proposed,
  reading     = "an agency has agreed on some day; the paper does not ask for the day",
  of          = framework,
  passes_when = all_of { framework.agencies:is_answered(), framework.agencies:every(agency_entry.agreed_on:is_answered()) },
  otherwise   = "item 7 of 8 is not complete: {agency_entry.agency} has no day on which it agreed",
  or_else     = "item 7 of 8 is missing: the partner agencies",
}

requirement "content-8-plans" {
  title       = "The framework includes timed and measurable plans for its actions",
  clause      = "12 b8", row = "HA-038", force = proposed,
  of          = framework,
  passes_when = all_of {
    framework.actions:is_answered(),
    framework.actions:every(all_of { plan_step.due:is_answered(), plan_step.measure:is_answered() }),
  },
  otherwise   = "item 8 of 8 is not complete: {plan_step.what} has no date or no measure",
  or_else     = "item 8 of 8 is missing: plans with dates and measures",
}

classification "completeness" {
  title   = "Whether the framework holds its eight contents",
  clause  = "12 b1-8", row = { "HA-031", "HA-032", "HA-033", "HA-034", "HA-035", "HA-036", "HA-037", "HA-038" }, force = proposed,
  reading = "the findings name what is missing; the paper as it stands is not complete by its own list",
  of      = framework, takes = first,

  { code = "complete", clause = "12 b1-8", when = all_of {
    framework.commissioning:is_answered(), framework.joint_commissioning:is_answered(),
    framework.types_of_commissioning:count():at_least(2),
    framework.customers:is_answered(),
    framework.principles:is_answered(), framework.behaviours:is_answered(), framework.standards:is_answered(),
    framework.approach:is_answered(),
    framework.commissioning_unit:is_answered(),
    framework.agencies:is_answered(), framework.agencies:every(agency_entry.agreed_on:is_answered()),
    framework.actions:is_answered(),
    framework.actions:every(all_of { plan_step.due:is_answered(), plan_step.measure:is_answered() }),
  } },
  { code = "not complete", clause = "12 b1-8", when = framework.title:is_answered() },

  otherwise = refer "the framework has no title",
}

local on_strategic = framework.levels:any(all_of { level_text.level:is "strategic", level_text.text:is_answered() })
local on_operational = framework.levels:any(all_of { level_text.level:is "operational", level_text.text:is_answered() })
local on_individual = framework.levels:any(all_of { level_text.level:is "individual", level_text.text:is_answered() })

requirement "addresses-strategic-level" {
  title         = "The framework addresses the strategic level",
  clause        = "24 s2-3", row = "HA-108", force = must, effect = warns,
  effect_reason = "the framework is a draft for the Board; what it leaves out is shown, and the Board decides",
  of            = framework,
  passes_when   = on_strategic,
  otherwise     = "the framework says nothing about strategic commissioning",
}

requirement "addresses-operational-level" {
  title         = "The framework addresses the operational level",
  clause        = "24 s2-3", row = "HA-108", force = must, effect = warns,
  effect_reason = "the framework is a draft for the Board; what it leaves out is shown, and the Board decides",
  of            = framework,
  passes_when   = on_operational,
  otherwise     = "the framework says nothing about operational commissioning",
}

requirement "addresses-individual-level" {
  title         = "The framework addresses the individual level",
  clause        = "24 s2-3", row = "HA-108", force = must, effect = warns,
  effect_reason = "the framework is a draft for the Board; what it leaves out is shown, and the Board decides",
  of            = framework,
  passes_when   = on_individual,
  otherwise     = "the framework says nothing about individual commissioning",
}

requirement "says-how-levels-link" {
  title         = "The framework says how the three levels link",
  clause        = "24 s3", row = "HA-108", force = must, effect = warns,
  effect_reason = "the diagram that shows it is missing in the copy of the paper; how they link is the framework's to say",
  of            = framework,
  passes_when   = framework.levels_linked:is_answered(),
  otherwise     = "the framework does not say how the levels link",
}

-- October 2006: putting it into practice

requirement "implementation-is-prepared" {
  title       = "Policies and procedures, resources and training for the framework are worked out",
  clause      = "Ann.3 P2.5a-c", row = "HA-092", force = proposed,
  of          = framework,
  passes_when = all_of {
    framework.policies_and_procedures:is_answered(), framework.implementation_resources:is_answered(), framework.training:is_answered(),
  },
  otherwise   = "nothing is said of {missing}",
}

requirement "procedures-are-developed" {
  title       = "The five procedures that rest on the framework's principles are written",
  clause      = "Ann.3 P2.3", row = "HA-087", force = proposed,
  of          = framework,
  passes_when = records.procedures:count_distinct(other_procedure.subject, other_procedure.written:is(yes)):is(5),
  otherwise   = "fewer than the five procedures are written",
}

requirement "procedure-is-written" {
  title       = "Each of the five procedures is written",
  clause      = "Ann.3 P2.3a-e", row = "HA-088", force = proposed,
  of          = procedure,
  passes_when = all_of { procedure.written:is_answered(), procedure.written:is(yes) },
  otherwise   = "{procedure.subject}: not written",
}
