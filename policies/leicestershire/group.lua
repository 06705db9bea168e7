-- The Integrated Commissioning group: its terms of reference (Appendix 1)

note "group" {
  title = "The group was established by CYPSL; a regional project runs beside it", clause = "Group", row = "LE-012",
  text  = "The paper does not spell CYPSL out. GOEM, Oxford Brookes University and the East Midlands authorities draw up a regional framework. First meant for children with high levels of need, it now covers services for all children; the group was held up while its scope was unclear.",
}

note "bodies-of-2007" {
  title = "The bodies that the paper names are those of its day", clause = "App 1 Mem s2, App 1 Mem list", row = { "LE-022", "LE-023" },
  text  = "Primary Care Trusts, Connexions, the drug and alcohol action team and the Local Area Agreement are named as of January 2007; none is said to exist now.",
}

timetable "regional-project" {
  title = "The regional commissioning project", clause = "Group", row = "LE-012",
  items = { { what = "first draft of the regional framework", due = "2007-02", reading = "the paper says February; the year is that of the meeting" } },
}

chain "duties" {
  title = "Roles and responsibilities of the group", clause = "App 1 RR1-RR7", closed = "yes",
  row   = { "LE-014", "LE-015", "LE-016", "LE-017", "LE-018", "LE-019", "LE-020" },
  text  = "The last three have no end: developments, involvement and analysis go on.",
  steps = {
    { by = "the group", does = "agrees a definition and a model of integrated commissioning", clause = "App 1 RR1" },
    { by = "the group", does = "develops an agreed process across the County", clause = "App 1 RR2" },
    { by = "the group", does = "finds practical ways of using pooled money of the Local Area Agreement for priority outcomes", clause = "App 1 RR3" },
    { by = "the group", does = "identifies links with other joint and specialist commissioning", clause = "App 1 RR4" },
    { by = "the group", does = "follows local, national and regional developments, the Oxford Brookes work above all", clause = "App 1 RR5" },
    { by = "the group", does = "links with the active involvement groups, so that children and young people take part", clause = "App 1 RR6" },
    { by = "the group", does = "links with the adult and children's services programme, for a comprehensive needs analysis", clause = "App 1 RR7" },
  },
}

requirement "definition-and-model-agreed" {
  title       = "The group agrees a definition and a model of integrated commissioning",
  clause      = "App 1 RR1", row = "LE-014", force = data,
  of          = group,
  passes_when = all_of { group.definition:is_answered(), group.model:is_answered() },
  otherwise   = "the group has not agreed {missing}",
}

requirement "process-agreed" {
  title       = "The group develops an agreed process across the County",
  clause      = "App 1 RR2", row = "LE-015", force = data,
  of          = group,
  passes_when = group.process:is_answered(),
  otherwise   = "no agreed process is recorded",
}

requirement "pooled-money-serves-a-priority-outcome" {
  title        = "Pooled money of the Local Area Agreement is used for a priority outcome",
  clause       = "App 1 RR3", row = "LE-016", force = data,
  of           = commission,
  applies_when = commission.budgets:includes "local area agreement",
  passes_when  = priority.outcome:is_answered(),
  otherwise    = "money of the Local Area Agreement is spent without a priority outcome",
}

requirement "linked-with-other-commissioning" {
  title       = "Links with other joint commissioning and with specialist processes are identified",
  clause      = "App 1 RR4", row = "LE-017", force = data,
  reading     = "drug and alcohol commissioning and out of area placements are examples of the two kinds; one of each is looked for",
  of          = group,
  passes_when = all_of { group.links:is_answered(), group.links:includes "DAAT", group.links:includes "out of area placements" },
  otherwise   = "no link is recorded to other joint commissioning, or none to a specialist process",
}

requirement "follows-oxford-brookes" {
  title       = "The register of developments holds the work led by Oxford Brookes University",
  clause      = "App 1 RR5", row = "LE-018", force = data,
  of          = group,
  passes_when = all_of { group.developments:is_answered(), group.developments:includes "Oxford Brookes University" },
  otherwise   = "the register of developments has no entry of Oxford Brookes University",
}

requirement "children-take-part" {
  title       = "Children and young people are actively involved in commissioning",
  clause      = "App 1 RR6", row = "LE-019", force = data,
  of          = commission,
  passes_when = commission.involvement:is_answered(),
  otherwise   = "no record says how children and young people were involved",
}

requirement "needs-analysis-informs" {
  title       = "A comprehensive needs analysis informs the commissioning decision",
  clause      = "App 1 RR7", row = "LE-020", force = data,
  of          = commission,
  passes_when = commission.needs_analysis:is_answered(),
  otherwise   = "no needs analysis is linked to this decision",
}

requirement "members-commission-strategically" {
  title       = "Members represent local partners with strategic responsibility for commissioning",
  clause      = "App 1 Mem s1", row = "LE-021", force = proposed,
  of          = seat,
  passes_when = seat.strategic_commissioning:is(yes),
  otherwise   = "the member for {seat.partner_function} has no strategic responsibility for commissioning",
}

requirement "linked-with-related-developments" {
  title       = "Links with related commissioning are ensured, such as with the Primary Care Trusts and on drugs and alcohol",
  clause      = "App 1 Mem s2", row = "LE-022", force = proposed,
  of          = group,
  passes_when = all_of { group.links:is_answered(), group.links:includes "PCT commissioning", group.links:includes "DAAT" },
  otherwise   = "a link is missing: to PCT commissioning or to DAAT",
}

role "membership" {
  title  = "Membership of the group at the end of 2006, by function", clause = "App 1 Mem list", row = "LE-023", closed = "no",
  text   = "The paper says currently. It names people; this pack names functions only.",
  seats  = {
    "chair, assistant director", "partnership officer, voluntary sector", "drug and alcohol action team coordinator",
    "education officer, business development", "Children's Fund", "service manager, social care", "district council representative, first",
    "district council representative, second", "child health strategy manager, Primary Care Trust", "Early Years service",
    "service manager, early years, family support and disabled children", "Connexions", "joint planning manager", "Youth Offending service",
  },
}

requirement "seat-is-listed" {
  title       = "The seat is one of the fourteen that are listed",
  clause      = "App 1 Mem list", row = "LE-023", force = data,
  reading     = "the list is of its day: another seat is told, and not refused",
  of          = seat,
  passes_when = seat.partner_function:is_one_of(
    "chair, assistant director", "partnership officer, voluntary sector", "drug and alcohol action team coordinator",
    "education officer, business development", "Children's Fund", "service manager, social care", "district council representative, first",
    "district council representative, second", "child health strategy manager, Primary Care Trust", "Early Years service",
    "service manager, early years, family support and disabled children", "Connexions", "joint planning manager", "Youth Offending service"),
  otherwise   = "{seat.partner_function} is none of the functions in the list",
}

requirement "meets-every-six-weeks" {
  title         = "The group meets every six weeks while it develops",
  clause        = "App 1 Meet s1", row = "LE-024", force = must, effect = warns,
  effect_reason = "a late meeting is held as soon as it can be; stopping the work would make it later",
  reading       = "counted from the day the group was formed, and until the day of the round",
  of            = group,
  applies_when  = group.stage:is "development",
  test          = function (group, round, parameters)
    local starts = { group.formed_on }
    for _, meeting in ipairs(group.meetings) do
      if not meeting.held_on then return refer end   -- a meeting without a day: nobody can count
      table.insert(starts, meeting.held_on)
    end
    for _, start in ipairs(starts) do
      local nearest = days_between(start, round.as_of)
      for _, meeting in ipairs(group.meetings) do
        local days = days_between(start, meeting.held_on)
        if days > 0 and days < nearest then nearest = days end
      end
      if nearest > parameters.meeting_gap then return fail end
    end
    return pass
  end,
  otherwise     = "overdue: more than {parameters.meeting_gap} days passed without a meeting",
}

requirement "reviews-its-role" {
  title         = "Once its objectives are achieved the group reviews whether it has any further role",
  clause        = "App 1 Meet s2", row = "LE-025", force = must, effect = warns,
  effect_reason = "it is a task that falls due, and nothing waits for it",
  reading       = "the paper does not say what the objectives are: that they are achieved is what the group records",
  of            = group,
  applies_when  = group.objectives_achieved_on:is_answered(),
  passes_when   = group.role_reviewed_on:is_answered(),
  otherwise     = "task: review whether the group has any further role",
}

no_provision "objectives" {
  title = "The objectives of the group are not defined, and three of its seven duties have no end", clause = "App 1 Meet s2", row = "LE-025",
  so    = "objectives are not defined in the source; a review falls due when the group itself records them as achieved",
}
