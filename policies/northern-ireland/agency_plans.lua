-- Agencies' own plans: links both ways, what they commit, the priorities that they take up and what they set aside for them

local linked = all_of {
  other_agency_plan.agency:is(agency.id),
  any_of {
    all_of { other_agency_plan.informs:is_answered(), other_agency_plan.informs:is(yes) },
    all_of { other_agency_plan.informed_by:is_answered(), other_agency_plan.informed_by:is(yes) },
  },
}

requirement "agency-is-linked" {
  title         = "The partnership and each agency's own plans inform one another",
  clause        = "1.1.1 b2", row = "NI-008", force = must, effect = warns,
  effect_reason = "a principle of the partnership; nothing waits for it",
  of            = agency,
  passes_when   = records.agency_plans:any(linked),
  otherwise     = "no plan of {agency.name} is linked with the CYPSP",
}

requirement "link-goes-both-ways" {
  title         = "A plan informs the partnership and is informed by it",
  clause        = "1.1.1 b2", row = "NI-008", force = must, effect = warns,
  effect_reason = "a principle of the partnership; nothing waits for it",
  of            = agency_plan,
  applies_when  = any_of { agency_plan.informs:is(yes), agency_plan.informed_by:is(yes) },
  passes_when   = all_of {
    agency_plan.informs:is_answered(), agency_plan.informed_by:is_answered(),
    agency_plan.informs:is(yes), agency_plan.informed_by:is(yes),
  },
  otherwise     = "one direction only: {agency.name} and the CYPSP do not inform one another",
}

requirement "business-plan-holds-commitments" {
  title         = "An agency's business plan holds what it commits to the children's plan",
  clause        = "1.1.3 s2", row = "NI-012", force = must,
  of            = agency_plan,
  applies_when  = agency_plan.kind:is "business",
  passes_when   = agency_plan.commitments:is_answered(),
  otherwise     = "the business plan of {agency.name} holds no commitment",
}

requirement "commits-as-a-single-agency" {
  title         = "The commitments cover what the agency does as a single agency",
  clause        = "1.1.3 s3", row = "NI-013", force = must,
  of            = agency_plan,
  applies_when  = agency_plan.commitments:is_answered(),
  passes_when   = agency_plan.commitments:any(commitment.as:is "single agency"),
  otherwise     = "the contribution of {agency.name} as a single agency is missing",
}

requirement "commits-as-a-member" {
  title         = "The commitments cover what the agency does as a member of the partnership",
  clause        = "1.1.3 s3", row = "NI-013", force = must,
  of            = agency_plan,
  applies_when  = agency_plan.commitments:is_answered(),
  passes_when   = agency_plan.commitments:any(commitment.as:is "member of the partnership"),
  otherwise     = "partnership contribution missing: {agency.name} commits nothing as a member",
}

requirement "members-decide-together" {
  title       = "The members decide together on the priorities",
  clause      = "3.4.3 b1", row = "NI-040", force = must,
  of          = priority,
  passes_when = priority.decided_by_members:is_answered(),
  otherwise   = "not a priority of the CYPSP: no minute shows that the members decided on {priority.title} together",
}

classification "priority-of-the-cypsp" {
  title    = "Whether it is a priority of the CYPSP",
  clause   = "3.4.3 b1, p2", row = { "NI-040", "NI-042" }, force = must,
  reading  = "the priorities are those of the agreed action plans, taken together, that the members decided on together",
  of       = priority, takes = first,
  { code = "yes", clause = "3.4.3 p2", when = all_of {
      priority.decided_by_members:is_answered(), action_plan.status:is_answered(), action_plan.status:is "agreed" } },
  { code = "no", clause = "3.4.3 p2", when = any_of {
      not_ { priority.decided_by_members:is_answered() }, not_ { action_plan.status:is_answered() }, action_plan.status:is "draft" } },
}

requirement "priority-stands-in-an-agreed-plan" {
  title       = "A priority comes from an action plan that is agreed",
  clause      = "3.4.3 p2", row = "NI-042", force = must,
  of          = priority,
  passes_when = all_of { priority.action_plan:is_answered(), action_plan.status:is_answered(), action_plan.status:is "agreed" },
  otherwise   = "{priority.title} stands in no agreed action plan",
}

requirement "every-agency-is-on-the-checklist" {
  title         = "It is told of each agency whether it takes the priority into its own plans",
  clause        = "3.4.3 b2", row = "NI-041", force = must, effect = warns,
  effect_reason = "agencies take a priority up one after the other; the list shows who has not",
  of            = priority,
  passes_when   = records.incorporations:count_distinct(other_incorporation.agency, other_incorporation.priority:is(priority.id))
    :at_least(records.agencies:count()),
  otherwise     = "nothing is said of some agencies about {priority.title}",
}

requirement "agency-takes-the-priority-up" {
  title         = "The agency takes the priority into its own plan",
  clause        = "3.4.3 b2", row = "NI-041", force = must, effect = warns,
  effect_reason = "agencies take a priority up one after the other; the list shows who has not",
  of            = incorporation,
  passes_when   = all_of { incorporation.agency_plan:is_answered(), agency_plan.agency:is(incorporation.agency) },
  otherwise     = "{agency.name} has no plan of its own with {priority.title}",
}

classification "aligning" {
  title    = "Whether aligning resources has begun",
  clause   = "3.4.3 p3", row = "NI-043", force = must,
  reading  = "two agencies that hold the priority in their own plans, as in 3.4.1; derived, and never set by hand",
  of       = priority, takes = first, gives = priority.aligning,
  { code = "begun", clause = "3.4.3 p3", when = records.incorporations:count_distinct(other_incorporation.agency, all_of {
      other_incorporation.priority:is(priority.id), other_incorporation.agency_plan:is_answered() }):at_least(2) },
  { code = "not begun", clause = "3.4.3 p3", when = records.incorporations:count_distinct(other_incorporation.agency, all_of {
      other_incorporation.priority:is(priority.id), other_incorporation.agency_plan:is_answered() }):at_most(1) },
}

requirement "agency-sets-resources-aside" {
  title         = "Resources are set aside in the agency for the joint priority",
  clause        = "3.4.3 p4", row = "NI-044", force = must,
  reading       = "an amount or, as 3.4.2 has it, a resource other than money",
  of            = incorporation,
  applies_when  = incorporation.agency_plan:is_answered(),
  passes_when   = any_of {
    all_of { incorporation.set_aside:is_answered(), incorporation.set_aside:at_least(pounds("0.01")) },
    incorporation.set_aside_of:is_answered(),
  },
  otherwise     = "{agency.name} sets nothing aside for {priority.title}",
}

requirement "money-is-set-aside-in-all" {
  title         = "The money set aside for the priority, all agencies together",
  clause        = "3.4.3 p4", row = "NI-044", force = must, effect = warns,
  effect_reason = "resources other than money may be all that is set aside; the sum is there to be read",
  of            = priority,
  applies_when  = priority.aligning:is "begun",
  passes_when   = records.incorporations:sum(other_incorporation.set_aside, all_of {
    other_incorporation.priority:is(priority.id), other_incorporation.set_aside:is_answered() }):at_least(pounds("0.01")),
  otherwise     = "no money is set aside for {priority.title}",
}

requirement "reported-in-both-lines" {
  title       = "An indicator of a joint priority meets the requirements of the partnership and of the agency",
  clause      = "3.4.3 p5", row = "NI-045", force = must,
  reading     = "it stands in both reporting lines",
  of          = indicator,
  passes_when = all_of {
    indicator.reported_in:is_answered(), indicator.reported_in:includes "CYPSP", indicator.reported_in:includes "agency" },
  otherwise   = "{indicator.title} is not reported in both lines",
}
