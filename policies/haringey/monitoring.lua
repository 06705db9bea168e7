-- Outcome monitoring, the full audit, the map of investment, the plan of the strategy and its annual report (Annex 3, Phase 3)

requirement "new-investment-is-monitored" {
  title        = "Outcome monitoring is implemented with all new investments",
  clause       = "Ann.3 P3.1d", row = "HA-095", force = proposed,
  reading      = "new is agreed after the action's month",
  of           = investment,
  applies_when = all_of { investment.is_new:is(yes), investment.agreed_on:is_after(parameters.outcome_monitoring_from) },
  passes_when  = investment.outcome_monitoring:is_answered(),
  otherwise    = "a new investment of {investment.agency}, agreed on {investment.agreed_on}, has no outcome monitoring",
}

requirement "audit-made-by-april" {
  title        = "The full audit of commissioning activity is made by the end of April 2007",
  clause       = "Ann.3 P3.3", row = "HA-098", force = proposed,
  of           = audit,
  applies_when = audit.kind:is "full audit",
  passes_when  = all_of { audit.made_on:is_answered(), audit.made_on:at_most "2007-04-30" },
  otherwise    = "the full audit was not made by the end of April 2007",
}

requirement "audit-covers-its-remit" {
  title        = "The full audit covers the nine parts of its remit",
  clause       = "Ann.3 P3.3a-i", row = "HA-099", force = proposed,
  of           = audit,
  applies_when = audit.kind:is "full audit",
  passes_when  = all_of {
    audit.costs:is_answered(), audit.jointly_funded:is_answered(), audit.jointly_resourced:is_answered(),
    audit.processes:is_answered(), audit.lead_staff:is_answered(), audit.arrangements:is_answered(),
    audit.financial_structures:is_answered(), audit.outcomes:is_answered(), audit.joint_places:is_answered(),
  },
  otherwise    = "the audit is incomplete: nothing on {missing}",
}

requirement "investment-mapped-by-april" {
  title       = "Investment in children's services is mapped across key partner agencies by the end of April 2007",
  clause      = "Ann.3 P3.4", row = "HA-100", force = proposed,
  of          = investment_map,
  passes_when = all_of {
    investment_map.made_on:is_answered(), investment_map.made_on:at_most "2007-04-30", investment_map.agencies:count():at_least(2),
  },
  otherwise   = "investment was not mapped across partner agencies by the end of April 2007",
}

requirement "map-has-its-method" {
  title       = "The map says who is included, in which format, and how outcomes can be identified, if they can",
  clause      = "Ann.3 P3.4a-d", row = "HA-101", force = proposed,
  reading     = "that outcomes cannot be identified is an answer",
  of          = investment_map,
  passes_when = all_of { investment_map.criteria:is_answered(), investment_map.format:is_answered(), investment_map.outcomes:is_answered() },
  otherwise   = "the map says nothing of {missing}",
}

requirement "investment-has-a-category" {
  title       = "Each investment has a category, such as service area or client group",
  clause      = "Ann.3 P3.4c", row = "HA-101", force = proposed,
  reading     = "one of the two is enough",
  of          = investment,
  passes_when = any_of { investment.service_area:is_answered(), investment.client_group:is_answered() },
  otherwise   = "an investment of {investment.agency} has no category",
}

requirement "strategy-plan-has-its-inputs" {
  title        = "The timed plans of the strategy use the audit and the map of investment",
  clause       = "Ann.3 P3.5a-b", row = "HA-103", force = proposed,
  of           = timed_plan,
  applies_when = timed_plan.plan_for:is "the joint commissioning strategy",
  passes_when  = all_of { timed_plan.audit:is_answered(), timed_plan.investment_map:is_answered() },
  otherwise    = "the plan was made without {missing}",
}

requirement "strategy-plan-is-whole" {
  title        = "The plan names impacts and outcomes, areas for joint commissioning, and timed steps",
  clause       = "Ann.3 P3.5c-e", row = "HA-103", force = proposed,
  of           = timed_plan,
  applies_when = timed_plan.plan_for:is "the joint commissioning strategy",
  passes_when  = all_of {
    timed_plan.impacts:is_answered(), timed_plan.areas:is_answered(), timed_plan.steps:is_answered(),
    timed_plan.steps:every(plan_step.due:is_answered()),
  },
  otherwise    = "the plan leaves out impacts, areas or dates",
}

requirement "strategy-is-mapped-to-programmes" {
  title        = "The strategy is mapped to the annual programme of Changing Lives",
  clause       = "Ann.3 P3.5", row = "HA-102", force = proposed,
  of           = timed_plan,
  applies_when = timed_plan.plan_for:is "the joint commissioning strategy",
  passes_when  = timed_plan.programme:is_answered(),
  otherwise    = "the strategy is mapped to no annual programme of Changing Lives",
}

requirement "reported-annually" {
  title       = "After February 2008 it is reported to the CYPSP every year",
  clause      = "Ann.3 P3.5", row = "HA-102", force = proposed,
  reading     = "a calendar year is overdue once it is over; in which month the report comes is not in source",
  of          = round,
  test        = function (round, records, parameters)
    local begins, lived = 0, days_between(parameters.annual_reports_from, round.as_of)
    for year = 1, 100 do   -- the fourth, 2012, is a leap year, and so on
      local length = 365
      if math.fmod(year, 4) == 0 then length = 366 end
      if begins + length > lived then return pass end
      local found = false
      for _, report in ipairs(records.annual_reports) do
        local day = days_between(parameters.annual_reports_from, report.reported_on)
        if day >= begins and day < begins + length then found = true end
      end
      if not found then return fail end
      begins = begins + length
    end
    return pass
  end,
  otherwise   = "overdue: a calendar year after February 2008 went by without a report to the CYPSP",
}
