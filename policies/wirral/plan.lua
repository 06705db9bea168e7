-- The development plan for 2010-11: section 12.0

timetable "development-plan" {
  title = "Support of the Commissioning Support Programme, and the development plan for 2010-11", clause = "12.0", row = "WI-091", closed = "yes",
  items = {
    { what = "bespoke support ends", due = "2011-03", clause = "12.0 p1" },
    { what = "agreed structures are carried out under an agreed plan", due = "2010-11", clause = "12.0 p2" },
  },
}

requirement "milestones-within-the-plan" {
  title       = "Milestones lie within the development plan's year",
  clause      = "12.0", row = "WI-091", force = data,
  of          = milestone,
  passes_when = all_of { not_ { milestone.due:is_before(parameters.plan_from) }, not_ { milestone.due:is_after(parameters.plan_until) } },
  otherwise   = "{milestone.title} is due on {milestone.due}, outside 2010-11",
}
