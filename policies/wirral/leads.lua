-- Lead commissioners: section 10.0

local has_accountable_lead = records.leads:any(all_of { other_lead.area:is(area.id), other_lead.accountable:is(yes) })
local has_lead             = records.leads:any(other_lead.area:is(area.id))
local has_officer          = records.officers:any(other_officer.area:is(area.id))

requirement "three-functions-assigned" {
  title       = "Lead commissioner, commissioning officer and commissioning support are assigned in each area",
  clause      = "10.0 p2", row = "WI-051", force = must,
  of          = area,
  passes_when = all_of { has_lead, has_officer, area.support:is_answered() },
  otherwise   = "in {area.title} one of the three functions is not assigned",
}

role "lead-commissioner" {
  title  = "Lead Commissioner, accountable", clause = "10.0 LC1-LC4", closed = "yes", row = { "WI-052", "WI-053", "WI-054", "WI-055" },
  duties = {
    { what = "leads the commissioning of all key priorities of the field", clause = "10.0 LC1" },
    { what = "sees that commissioning is planned and done within agreed frameworks and processes", clause = "10.0 LC2" },
    { what = "consults key stakeholders and makes commissioning intentions for all key priorities", clause = "10.0 LC3" },
    { what = "reports regularly on performance to the CTE", clause = "10.0 LC4" },
  },
}

requirement "area-has-an-accountable-lead" {
  title       = "Each area has a lead commissioner who is accountable for it",
  clause      = "10.0 LC1", row = "WI-052", force = data,
  of          = area,
  passes_when = has_accountable_lead,
  otherwise   = "nobody is accountable for commissioning in {area.title}",
}

requirement "key-priority-has-an-intention" {
  title        = "Each key priority has a commissioning intention",
  clause       = "10.0 LC3", row = "WI-054", force = data,
  of           = priority,
  applies_when = priority.key_priority:is(yes),
  passes_when  = records.intentions:any(all_of { other_intention.priority:is_answered(), other_intention.priority:is(priority.id) }),
  otherwise    = "no commissioning intention for {priority.title}",
}

requirement "stakeholders-were-consulted" {
  title       = "Key stakeholders are consulted for a commissioning intention",
  clause      = "10.0 LC3", row = "WI-054", force = data,
  of          = intention,
  passes_when = intention.consulted:is_answered(),
  otherwise   = "no stakeholder is recorded as consulted",
}

requirement "lead-reports-to-the-cte" {
  title   = "The lead commissioner reports regularly on performance to the CTE",
  clause  = "10.0 LC4", row = "WI-055", force = data,
  of      = lead,
  test    = function (lead, round, parameters)
    if not lead.last_report_on then return fail end
    if not parameters.report_period then return refer end
    if days_between(lead.last_report_on, round.as_of) > parameters.report_period then return fail end
    return pass
  end,
  otherwise = "no report to the CTE in the period: overdue, or the period is not set",
}

requirement "one-lead-for-an-area" {
  title       = "An area has one lead commissioner",
  clause      = "10.0 LC5", row = { "WI-056", "WI-052" }, force = should,
  of          = area,
  passes_when = records.leads:count(other_lead.area:is(area.id)):at_most(1),
  otherwise   = "{area.title} has more than one lead commissioner, and ideally it has one",
}

requirement "lead-is-a-director" {
  title       = "A lead commissioner is a director, or a deputy or assistant director",
  clause      = "10.0 LC6", row = "WI-057", force = should,
  reading     = "typically is advice: other grades are told, and nothing is stopped",
  of          = lead,
  passes_when = lead.grade:is_one_of("director", "deputy or assistant director"),
  otherwise   = "advice: {lead.post} is of another grade than is typical",
}

requirement "lead-is-supported" {
  title       = "A lead commissioner is supported by one commissioning officer or more",
  clause      = "10.0 LC7", row = "WI-058", force = must,
  of          = lead,
  passes_when = records.officers:any(all_of { other_officer.accountable_to:is_answered(), other_officer.accountable_to:is(lead.id) }),
  otherwise   = "no commissioning officer supports {lead.post}",
}

requirement "leads-and-officers-for-all-areas" {
  title       = "Lead commissioners and commissioning officers are identified for all areas",
  clause      = "10.0 R1", row = "WI-067", force = proposed,
  of          = area,
  passes_when = all_of { has_lead, has_officer },
  otherwise   = "{area.title} lacks a lead commissioner or a commissioning officer",
}
