-- Resources and priorities: stages four and seven of the cycle, and what the document says of aligned and pooled money

requirement "services-serve-outcomes" {
  title       = "Services and resources are identified against the outcomes they contribute to",
  clause      = "2.13 s1", row = "ME-045", force = must,
  of          = service,
  passes_when = service.outcomes:is_answered(),
  otherwise   = "{service.title} is set against no outcome",
}

requirement "spend-is-disaggregated" {
  title       = "Spending on children, young people and maternity is separated from adult services",
  clause      = "2.13 s3", row = "ME-047", force = must,
  of          = spend,
  passes_when = all_of { spend.disaggregated:is_answered(), spend.disaggregated:is(yes) },
  otherwise   = "{spend.title} is not separated from adult services",
}

requirement "moves-away-from-specialist-services" {
  title       = "Deployment shows a move from targeted and specialist services to prevention and early intervention",
  clause      = "2.14", row = "ME-048", force = should,
  reading     = "the share of prevention and early intervention grows from the year before",
  of          = trust_year,
  passes_when = all_of {
    trust_year.prevention_share:is_answered(), trust_year.prevention_share_before:is_answered(),
    not_ { trust_year.prevention_share:at_most(trust_year.prevention_share_before) },
  },
  otherwise   = "the share of prevention and early intervention does not grow: {trust_year.prevention_share} after {trust_year.prevention_share_before}",
}

requirement "priorities-are-aligned" {
  title       = "Shared priorities align five sources of information and targets",
  clause      = "2.15 b1-b5", row = "ME-049", force = must,
  reading     = "each is answered: how it is aligned, or why it does not matter here",
  of          = priority_year,
  passes_when = all_of {
    priority_year.aligned.needs_assessment:is_answered(), priority_year.aligned.area_agreement:is_answered(),
    priority_year.aligned.communities:is_answered(), priority_year.aligned.plan:is_answered(),
    priority_year.aligned.other_policies:is_answered(),
  },
  otherwise   = "the priorities are not aligned with {missing}",
}

requirement "pooling-is-considered" {
  title        = "Partners commission jointly and pool budgets wherever appropriate",
  clause       = "2.20 s2", row = "ME-054", force = should,
  reading      = "appropriate is for the partners to say: pooled or not, with the reason",
  of           = commission,
  applies_when = commission.joint:is(yes),
  passes_when  = all_of { commission.pooled:is_answered(), commission.pooled_reason:is_answered() },
  otherwise    = "it is not recorded {missing}",
}

definition "aligned-and-pooled-budgets" {
  title   = "Aligned and pooled budgets", clause = "2.21", closed = "no", kind = "aligned or pooled (not stated)",
  row     = { "ME-055", "ME-056", "ME-057", "ME-058", "ME-059", "ME-060", "ME-061", "ME-062" },
  budgets = {
    { name = "LAA Innovation Fund", clause = "2.21 b1" },
    { name = "Preventative Fund", clause = "2.21 b2" },
    { name = "Speech and language service", clause = "2.21 b3" },
    { name = "Aiming High Short Breaks", clause = "2.21 b4" },
    { name = "Parenting funds", clause = "2.21 b5" },
    { name = "CAMHS tier 2", clause = "2.21 b6" },
    { name = "Some individual children and young people with high level needs", clause = "2.21 b7" },
    { name = "Joint Commissioning Unit", clause = "2.21 b8" },
  },
  text    = "Examples, not complete. Which are aligned and which are pooled is not said.",
}

classification "place-in-the-register" {
  title   = "Whether a budget is one of the examples", clause = "2.21", force = data,
  row     = { "ME-055", "ME-056", "ME-057", "ME-058", "ME-059", "ME-060", "ME-061", "ME-062" },
  reading = "the list gives examples: another budget is as good, and stands beside them",
  of      = fund, takes = first,

  { code = "b1", clause = "2.21 b1", when = fund.name:is "LAA Innovation Fund" },
  { code = "b2", clause = "2.21 b2", when = fund.name:is "Preventative Fund" },
  { code = "b3", clause = "2.21 b3", when = fund.name:is "Speech and language service" },
  { code = "b4", clause = "2.21 b4", when = fund.name:is "Aiming High Short Breaks" },
  { code = "b5", clause = "2.21 b5", when = fund.name:is "Parenting funds" },
  { code = "b6", clause = "2.21 b6", when = fund.name:is "CAMHS tier 2" },
  { code = "b7", clause = "2.21 b7", when = fund.name:is "Some individual children and young people with high level needs" },
  { code = "b8", clause = "2.21 b8", when = fund.name:is "Joint Commissioning Unit" },
  { code = "another", clause = "2.21", when = fund.name:is_answered() },

  otherwise = refer "the budget has no name",
}

requirement "group-monitors-pooling" {
  title       = "The Joint Commissioning Group monitors how budgets are aligned and pooled",
  clause      = "2.22", row = "ME-063", force = must,
  of          = budget_report,
  passes_when = all_of { body.kind:is_answered(), body.kind:is "joint commissioning group" },
  otherwise   = "the report on aligned and pooled budgets is not the group's",
}

requirement "pooling-is-monitored-at-both-levels" {
  title       = "How far, and how well, budgets are aligned and pooled is monitored at executive and operational level",
  clause      = "2.22", row = "ME-063", force = must,
  reading     = "extent is a total and its share of all money",
  of          = budget_report,
  passes_when = all_of {
    budget_report.executive_total:is_answered(), budget_report.executive_share:is_answered(), budget_report.executive_effect:is_answered(),
    budget_report.operational_total:is_answered(), budget_report.operational_share:is_answered(), budget_report.operational_effect:is_answered(),
  },
  otherwise   = "the report leaves out {missing}",
}

requirement "report-adds-up" {
  title       = "The report's totals are those of the budgets on record, by level",
  clause      = "2.22", row = "ME-063", force = must,
  reading     = "extent is the sum of what is aligned or pooled at that level",
  of          = budget_report,
  passes_when = all_of {
    records.funds:sum(other_fund.amount, other_fund.level:is "executive"):is(budget_report.executive_total),
    records.funds:sum(other_fund.amount, other_fund.level:is "operational"):is(budget_report.operational_total),
  },
  otherwise   = "the report has {budget_report.executive_total} at executive and {budget_report.operational_total} at operational level; the budgets on record are not that",
}

requirement "sharing-has-a-benefit" {
  title       = "Integrated teams and shared premises are explored where they clearly benefit outcomes",
  clause      = "1.11 s3", row = "ME-117", force = must,
  of          = premises_proposal,
  passes_when = premises_proposal.outcome_benefit:is_answered(),
  otherwise   = "no benefit for outcomes is shown of {premises_proposal.title}",
}
