-- What a group says when its grant has been spent, and how closely it was looked at: a call, a form or a visit

classification "level-of-monitoring" {
  title = "How closely a grant is looked at", clause = "minute 8.1", force = must,
  of    = report, takes = first, gives = report.level,

  { code = "visit", clause = "minute 8.1 a", when = report.grant:at_least(parameters.visit_from) },
  { code = "form", clause = "minute 8.1 b", when = report.first_grant:is(yes) },
  { code = "call", clause = "minute 8.1 c", when = report.first_grant:is(no) },

  otherwise = refer "it is not said whether this was the group's first grant",
}

requirement "visited-where-a-visit-is-due" {
  title = "A large grant is visited", clause = "minute 8.2", force = must,
  of = report, applies_when = report.level:is "visit", passes_when = report.visited_on:is_answered(),
  otherwise = "nobody has visited {report.group}",
}

requirement "reported-in-time" {
  title = "The report came by the day it was due", clause = "minute 8.3", force = must, effect = warns,
  effect_reason = "minute 8.3 goes on: a late report is chased, and no group loses by it alone",
  of = report, passes_when = all_of { report.received_on:is_answered(), report.received_on:at_most(report.due_on) },
  otherwise = "the report of {report.group} was due on {report.due_on}",
}

requirement "spent-no-more-than-given" {
  title = "No more is reported as spent than was given", clause = "minute 8.4", force = must,
  of = report, passes_when = report.spent:at_most(report.grant),
  otherwise = "{report.group} reports {report.spent} of {report.grant}",
}
