-- Early stage joint commissioning (Annex 3, Phase 1): how areas are found, and the seven tasks in each

requirement "early-area-serves-the-plan" {
  title       = "An early stage area is identified by a priority of the Children and Young People's Plan",
  clause      = "Ann.3 P1.4a", row = "HA-078", force = proposed,
  reading     = "both are asked for, the plan and the draft principles and framework: two findings",
  of          = early_area,
  passes_when = early_area.priority:is_answered(),
  otherwise   = "{early_area.title} serves no priority of the plan",
}

requirement "early-area-tested-against-drafts" {
  title       = "An early stage area is identified by the draft principles and the draft framework",
  clause      = "Ann.3 P1.4b", row = "HA-078", force = proposed,
  of          = early_area,
  passes_when = all_of {
    early_area.tested_against:is_answered(),
    early_area.tested_against:includes "draft principles", early_area.tested_against:includes "draft framework",
  },
  otherwise   = "{early_area.title} was not tested against both the draft principles and the draft framework",
}

requirement "early-plan-is-timed" {
  title        = "There is a timed implementation plan for early stage joint commissioning",
  clause       = "Ann.3 P1.4", row = "HA-077", force = proposed,
  of           = timed_plan,
  applies_when = timed_plan.plan_for:is "early stage commissioning",
  passes_when  = all_of { timed_plan.steps:is_answered(), timed_plan.steps:every(plan_step.due:is_answered()) },
  otherwise    = "{plan_step.what} has no date",
  or_else      = "the plan has no actions",
}

requirement "early-area-starts-in-the-window" {
  title       = "Early stage areas begin in September or October 2006",
  clause      = "Ann.3 P1.5", row = "HA-079", force = proposed,
  reading     = "para 22 puts early stage commissioning into Phase 2: see the statements of the timetable",
  of          = early_area,
  passes_when = all_of {
    early_area.started_on:is_answered(), early_area.started_on:at_least "2006-09-01", early_area.started_on:at_most "2006-10-31",
  },
  otherwise   = "{early_area.title} did not begin between 1 September and 31 October 2006",
}

requirement "early-area-tasks-are-done" {
  title       = "The seven tasks of an early stage area are done",
  clause      = "Ann.3 P1.5a-g", row = "HA-080", force = proposed,
  reading     = "each is done or open; the paper lists them and says nothing of an order",
  of          = early_area,
  passes_when = all_of {
    early_area.tasks_done:is_answered(),
    early_area.tasks_done:includes "stakeholders", early_area.tasks_done:includes "lead commissioners",
    early_area.tasks_done:includes "impacts and outcomes", early_area.tasks_done:includes "resources",
    early_area.tasks_done:includes "options appraisal", early_area.tasks_done:includes "commissioning",
    early_area.tasks_done:includes "interim monitoring",
  },
  otherwise   = "{early_area.title}: a task is still open",
}

requirement "appraised-before-commissioned" {
  title        = "An options appraisal is applied before an early stage area is jointly commissioned",
  clause       = "Ann.3 P1.5e-f", row = { "HA-080", "HA-081" }, force = proposed,
  reading      = "the order is inferred from the list: the paper does not state it",
  of           = early_area,
  applies_when = early_area.commissioned_on:is_answered(),
  passes_when  = early_area.options_appraisal:is_answered(),
  otherwise    = "{early_area.title} was commissioned without an options appraisal",
}
