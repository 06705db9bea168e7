-- What integrated commissioning involves: seven bullets under the Department's model. The diagram of the model is missing in the copy,
-- so the bullets are not said to be its steps.

chain "model" {
  title = "What integrated commissioning involves", clause = "Model b1-b7",
  row = { "LE-005", "LE-006", "LE-007", "LE-008", "LE-009", "LE-010", "LE-011" }, closed = "yes",
  steps = {
    { does = "considers the pattern and trends of outcomes against comparators", clause = "Model b1" },
    { does = "looks within them at particular groups", clause = "Model b2" },
    { does = "develops an integrated needs assessment from all data and everybody's views", clause = "Model b3" },
    { does = "agrees priorities from the nature and scale of the challenge", clause = "Model b4" },
    { does = "identifies the resources there are", clause = "Model b5" },
    { does = "plans services for priority outcomes, with a focus on prevention and early intervention", clause = "Model b6" },
    { does = "decides how to procure new services and re-shape those there are", clause = "Model b7" },
  },
}

requirement "outcomes-are-compared" {
  title       = "The pattern and trends of outcomes are considered against national and relevant local comparators",
  clause      = "Model b1", row = "LE-005", force = must,
  of          = analysis,
  passes_when = all_of {
    analysis.pattern:is_answered(), analysis.trends:is_answered(), analysis.areas:is_answered(),
    analysis.comparators:is_answered(),
    analysis.comparators:includes "national", analysis.comparators:includes "relevant local",
  },
  otherwise   = "the analysis is incomplete: nothing is said of {missing}",
  or_else     = "the analysis is incomplete: it lacks the national or the relevant local comparator",
}

local of_disabled_children = analysis.groups:any(all_of {
  group_outcome.group:is "disabled children", any_of { group_outcome.data:is_answered(), group_outcome.no_data:is_answered() } })
local of_bme_children = analysis.groups:any(all_of {
  group_outcome.group:is "BME children", any_of { group_outcome.data:is_answered(), group_outcome.no_data:is_answered() } })
local of_sen_children = analysis.groups:any(all_of {
  group_outcome.group:is "children with special educational needs", any_of { group_outcome.data:is_answered(), group_outcome.no_data:is_answered() } })
local of_looked_after_children = analysis.groups:any(all_of {
  group_outcome.group:is "looked after children", any_of { group_outcome.data:is_answered(), group_outcome.no_data:is_answered() } })

definition "particular-groups" {
  title  = "Particular groups", clause = "Model b2, App 2 EIC2", row = { "LE-006", "LE-028" }, closed = "no",
  groups = { "disabled children", "BME children", "children with special educational needs", "looked after children" },
  text   = "Examples in the model; the principles say including and etc.",
}

requirement "named-groups-are-looked-at" {
  title       = "The four groups that are named are looked at: data for each, or why there is none",
  clause      = "Model b2", row = "LE-006", force = must,
  reading     = "the four are examples; they are the least, for it is they that are named",
  of          = analysis,
  passes_when = all_of { of_disabled_children, of_bme_children, of_sen_children, of_looked_after_children },
  otherwise   = "one of disabled children, BME children, children with special educational needs and looked after children has neither data nor a reason",
}

definition "stakeholders" {
  title  = "Stakeholders whose views are used", clause = "Model b3, App 2 EIC3", row = { "LE-007", "LE-029" }, closed = "yes",
  classes = { "children", "young people", "parents", "carers", "local communities", "staff" },
  reading = "the copy lost a comma between young people and parents: two classes",
}

requirement "everybody-is-heard" {
  title       = "The needs assessment uses the views of all stakeholders",
  clause      = "Model b3", row = "LE-007", force = must,
  reading     = "six classes: the copy lost a comma between young people and parents",
  of          = analysis,
  passes_when = all_of {
    analysis.views_of:is_answered(),
    analysis.views_of:includes "children", analysis.views_of:includes "young people", analysis.views_of:includes "parents",
    analysis.views_of:includes "carers", analysis.views_of:includes "local communities", analysis.views_of:includes "staff",
  },
  otherwise   = "the assessment lacks views of children, young people, parents, carers, local communities or staff",
}

requirement "priorities-rest-on-analysis" {
  title       = "A priority is agreed on an analysis of the nature and scale of the local challenge",
  clause      = "Model b4", row = "LE-008", force = must,
  of          = priority,
  passes_when = all_of { priority.analysis:is_answered(), priority.nature:is_answered(), priority.scale:is_answered() },
  otherwise   = "not agreed: nothing is said of {missing}",
}

definition "resources" {
  title = "Resources", clause = "Model b5, App 2 EIC5", row = { "LE-009", "LE-031" }, closed = "yes",
  kinds = { "financial", "buildings and other physical", "people", "knowledge" },
}

requirement "resources-are-identified" {
  title       = "The resources are identified: money, buildings and other physical ones, people and knowledge",
  clause      = "Model b5", row = "LE-009", force = must,
  of          = plan,
  passes_when = all_of {
    plan.resources:is_answered(),
    plan.resources:includes "financial", plan.resources:includes "buildings and other physical",
    plan.resources:includes "people", plan.resources:includes "knowledge",
  },
  otherwise   = "the plan leaves out a kind of resource",
}

requirement "plans-prevent-and-come-early" {
  title       = "Services are planned with a focus on prevention and early intervention",
  clause      = "Model b6", row = "LE-010", force = must,
  reading     = "an element of either is a focus; neither is none",
  of          = plan,
  passes_when = all_of { plan.elements:is_answered(), plan.elements:includes_any("prevention", "early intervention") },
  otherwise   = "the plan has no element of prevention or early intervention",
}

requirement "plans-serve-a-priority-outcome" {
  title       = "Services are planned to achieve a priority outcome, with the best use of resources",
  clause      = "Model b6", row = "LE-010", force = must,
  of          = plan,
  passes_when = all_of { priority.outcome:is_answered(), plan.best_use:is_answered() },
  otherwise   = "the plan is not tied to a priority outcome, or does not say how it uses resources best: {missing}",
}

requirement "procure-or-re-shape" {
  title       = "It is decided how to procure new services and re-shape those there are, for an agreed outcome",
  clause      = "Model b7", row = "LE-011", force = must,
  reading     = "a commission may do one of the two, or both",
  of          = commission,
  passes_when = all_of { commission.way:is_answered(), commission.agreed_outcome:is_answered(), commission.best_use:is_answered() },
  otherwise   = "nothing is said of {missing}",
}
