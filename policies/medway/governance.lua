-- Governance (section five), and who works to whom. The full roles and remits are in the Trust's Framework Arrangements of March
-- 2009, which are not part of the document.

role "trust-board" {
  title = "Trust Board", clause = "5.2 s1", row = "ME-087", place = "root",
  text  = "Leads and directs each part of the structure.",
}

role "joint-commissioning-group" {
  title = "Joint Commissioning Group", clause = "5.3", row = { "ME-089", "ME-090" }, works_to = "Trust Board",
  text  = "Coordinates planning and commissioning across all agencies; advises the Board and recommends to it; determines the allocation of resources.",
}

role "partnership-groups" {
  title = "Partnership groups", clause = "5.4", row = "ME-091",
  text  = "Identify the outcomes of a service; recommend to the group and to the Board within their remit.",
}

role "joint-commissioning-unit" {
  title   = "Joint Commissioning Unit", clause = "5.5 s1", row = "ME-113", part_of = "Commissioning and Strategy Division",
  within  = "Children and Adults Directorate", number = 1,
  funders = { "Medway Council", "PCT" },
}

role "commissioning-and-strategy-division" {
  title   = "Commissioning and Strategy Division", clause = "1.13", row = "ME-023", part_of = "Children and Adults Directorate",
  funders = { "NHS Medway", "Medway Council" },
}

role "childrens-strategic-change-programme-board" {
  title = "Children's Strategic Change Programme Board", clause = "1.12", row = "ME-022",
  text  = "Part of the Trust's structure; NHS Medway invests and acts through it.",
}

requirement "board-is-at-the-root" {
  title        = "The Trust Board leads the structure",
  clause       = "5.2 s1", row = "ME-087", force = data,
  of           = body,
  applies_when = body.kind:is "trust board",
  passes_when  = not_ { body.part_of:is_answered() },
  otherwise    = "the Trust Board is recorded as part of another body",
}

requirement "partners-are-involved" {
  title       = "Strategic commissioning involves all partners of the Trust",
  clause      = "1.11 s2", row = "ME-021", force = must,
  of          = strategy,
  passes_when = all_of { strategy.parties:is_answered(), strategy.parties:every(party.involved:is(yes)) },
  otherwise   = "{party.name} is not involved",
  or_else     = "no partner is named",
}

requirement "strategy-draws-on-resources" {
  title       = "Strategic commissioning draws on pooled and aligned resources",
  clause      = "1.11 s2", row = "ME-021", force = must,
  reading     = "staff, finance and buildings are named; others are accepted",
  of          = strategy,
  passes_when = strategy.draws_on:is_answered(),
  otherwise   = "the strategy draws on no pooled or aligned resource",
}

requirement "children-are-involved-directly" {
  title       = "Strategic commissioning is informed by the direct involvement of children and young people",
  clause      = "1.11 s2", row = "ME-021", force = must,
  of          = strategy,
  passes_when = strategy.children_involved:is_answered(),
  otherwise   = "no direct involvement of children and young people is recorded",
}

requirement "nhs-medway-invests-through-the-board" {
  title        = "NHS Medway channels its investment through the Children's Strategic Change Programme Board",
  clause       = "1.12", row = "ME-022", force = must,
  of           = investment,
  applies_when = investment.investor:is "NHS Medway",
  passes_when  = all_of { body.kind:is_answered(), body.kind:is "strategic change programme board" },
  otherwise    = "the investment {investment.title} goes another way",
}

requirement "division-is-jointly-funded" {
  title        = "NHS Medway and Medway Council fund the Commissioning and Strategy Division jointly",
  clause       = "1.13", row = "ME-023", force = must,
  of           = body,
  applies_when = body.kind:is "commissioning and strategy division",
  passes_when  = all_of { body.funders:is_answered(), body.funders:includes "NHS Medway", body.funders:includes "Medway Council" },
  otherwise    = "NHS Medway or Medway Council is not among the funders",
}

requirement "division-works-for-all" {
  title        = "The Division works on behalf of both agencies and the Trust Board",
  clause       = "1.13", row = "ME-023", force = must,
  of           = programme,
  applies_when = body.kind:is "commissioning and strategy division",
  passes_when  = all_of {
    programme.serves:is_answered(), programme.serves:includes "NHS Medway", programme.serves:includes "Medway Council",
    programme.serves:includes "Trust Board",
  },
  otherwise    = "{programme.title} is developed for {programme.serves} alone",
}

requirement "unit-works-to-group-and-board" {
  title        = "The Joint Commissioning Unit works to the Joint Commissioning Group and the Trust Board",
  clause       = "2.18 s1", row = "ME-052", force = must,
  of           = body,
  applies_when = body.kind:is "joint commissioning unit",
  passes_when  = all_of { body.reports_to:is_answered(), body.reports_to:includes "joint commissioning group", body.reports_to:includes "trust board" },
  otherwise    = "the Unit does not work to the Joint Commissioning Group, or not to the Trust Board",
}

requirement "commissioning-elsewhere-is-coherent" {
  title        = "Commissioning elsewhere in the Council and the PCT keeps to the priorities of the Trust Board",
  clause       = "2.18 s2", row = "ME-052", force = must,
  of           = commission,
  applies_when = body.kind:is_one_of("council service", "PCT service"),
  passes_when  = priority.agreed_on:is_answered(),
  otherwise    = "{body.name} commissions this without a priority of the Trust Board",
}

requirement "unit-works-with-support-functions" {
  title        = "The Unit works closely with corporate procurement, finance and legal",
  clause       = "2.19", row = "ME-053", force = must,
  reading      = "closely is signed off by each; other support functions are not named",
  of           = commission,
  applies_when = commission.joint:is(yes),
  passes_when  = all_of {
    commission.signed_off.procurement:is_answered(), commission.signed_off.finance:is_answered(), commission.signed_off.legal:is_answered(),
  },
  otherwise    = "not signed off by {missing}",
}

requirement "priorities-are-agreed-every-year" {
  title        = "The Trust Board agrees commissioning priorities every year",
  clause       = "5.2 s2", row = "ME-088", force = must,
  of           = priority_year,
  applies_when = not_ { priority_year.starts:is_after(round.as_of) },
  passes_when  = priority_year.agreed_on:is_answered(),
  otherwise    = "overdue: the year {priority_year.year} has begun, and the Board has agreed no priorities for it",
}

requirement "priorities-rest-on-plan-and-agreement" {
  title       = "Priorities are based on the CYPP and current priorities of the LAA",
  clause      = "5.2 s2", row = "ME-088", force = must,
  reading     = "one of the two is enough for a single priority; the set rests on both",
  of          = priority,
  passes_when = priority.rests_on:is_answered(),
  otherwise   = "{priority.title} is in neither the CYPP nor the LAA",
}

requirement "joint-plans-pass-through-the-group" {
  title        = "The Joint Commissioning Group coordinates planning across all agencies",
  clause       = "5.3 s1", row = "ME-089", force = must,
  of           = strategy,
  applies_when = strategy.joint:is(yes),
  passes_when  = strategy.group_advice:is_answered(),
  otherwise    = "the joint plan {strategy.title} did not pass through the Joint Commissioning Group",
}

requirement "board-decides-on-a-recommendation" {
  title        = "The Joint Commissioning Group advises and recommends, and the Trust Board decides",
  clause       = "5.3 s1", row = "ME-089", force = must,
  of           = commissioning_decision,
  applies_when = body.kind:is "trust board",
  passes_when  = commissioning_decision.recommendation:is_answered(),
  otherwise    = "the Board decided without a recommendation of the Joint Commissioning Group",
}

requirement "group-determines-allocation" {
  title       = "The Joint Commissioning Group determines the allocation of resources, not just of money",
  clause      = "5.3 s2", row = "ME-090", force = must,
  of          = joint_allocation,
  passes_when = all_of { body.kind:is_answered(), body.kind:is "joint commissioning group", joint_allocation.determined_on:is_answered() },
  otherwise   = "the allocation was not determined by the Joint Commissioning Group",
}

requirement "recommends-within-its-remit" {
  title        = "Partnership groups recommend within their particular remit",
  clause       = "5.4", row = "ME-091", force = must,
  reading      = "the remits are in the Framework Arrangements; the record of the body holds its themes",
  of           = recommendation,
  applies_when = body.kind:is "partnership group",
  passes_when  = body.remit:includes(recommendation.theme),
  otherwise    = "{recommendation.theme} is outside the remit of {body.name}",
}

requirement "partnership-group-identifies-outcomes" {
  title       = "A Partnership group identifies the outcomes of a service",
  clause      = "5.4", row = "ME-091", force = must,
  of          = service,
  passes_when = all_of { service.outcomes:is_answered(), body.kind:is_answered(), body.kind:is "partnership group" },
  otherwise   = "no Partnership group identified the outcomes of {service.title}",
}

requirement "procurement-sits-on-the-group" {
  title        = "The corporate procurement team is represented on the Joint Commissioning Group",
  clause       = "6.2 s3", row = "ME-104", force = must,
  of           = body,
  applies_when = body.kind:is "joint commissioning group",
  passes_when  = all_of { body.represented:is_answered(), body.represented:includes "corporate procurement" },
  otherwise    = "corporate procurement is not represented on the group",
}

requirement "procurement-skills-early" {
  title        = "Procurement skills are drawn on early",
  clause       = "6.2 s2", row = "ME-104", force = must,
  reading      = "early is before bids are invited",
  of           = commission,
  applies_when = commission.tendered_on:is_answered(),
  passes_when  = all_of { commission.procurement_advice_on:is_answered(), commission.procurement_advice_on:is_before(commission.tendered_on) },
  otherwise    = "procurement expertise was not drawn on before bids were invited",
}

requirement "one-unit" {
  title        = "There is a single Joint Commissioning Unit",
  clause       = "5.5 s1", row = "ME-113", force = data,
  of           = round,
  applies_when = records.bodies:is_answered(),
  passes_when  = records.bodies:count(other_body.kind:is "joint commissioning unit"):at_most(1),
  otherwise    = "there is more than one Joint Commissioning Unit",
}

requirement "unit-sits-in-the-division" {
  title        = "The Unit sits in the Commissioning and Strategy Division, and the Council and the PCT fund it jointly",
  clause       = "5.5 s1", row = "ME-113", force = data,
  reading      = "the PCT and NHS Medway are taken for the same",
  of           = body,
  applies_when = body.kind:is "joint commissioning unit",
  passes_when  = all_of {
    records.bodies:any(all_of { other_body.id:is(body.part_of), other_body.kind:is "commissioning and strategy division" }),
    body.funders:includes "NHS Medway", body.funders:includes "Medway Council",
  },
  otherwise    = "the Unit is not in the Commissioning and Strategy Division, or not funded by both",
}

no_provision "full-remits" {
  title = "The full roles and remits are in the governance document of March 2009; figure 2 is missing in the copy",
  clause = "5.1, figure 2", row = "ME-114",
  so    = "a question on a remit is answered: see the governance document, not in source",
}

no_provision "figure-3" {
  title = "The figure on the alignment of governance, planning and commissioning is missing in the copy", clause = "5.6, figure 3", row = "ME-101",
  so    = "how the three align is not shown here",
}
