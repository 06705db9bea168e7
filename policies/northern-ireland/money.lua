-- Contributions, pooled funds, and what an award is paid from

requirement "contribution-is-stated" {
  title         = "Money comes with an amount, another resource with what it is",
  clause        = "3.2.2, 3.4.2", row = { "NI-035", "NI-039" }, force = context,
  of            = contribution,
  passes_when   = any_of {
    all_of { contribution.kind:is "financial", contribution.amount:is_answered() },
    all_of { contribution.kind:is "other", contribution.resource:is_answered() },
  },
  otherwise     = "it is not said what {agency.name} contributes",
}

requirement "aligned-stays-with-its-owner" {
  title         = "An aligned resource stays with the agency that owns it",
  clause        = "1.1.4 s4", row = "NI-016", force = must,
  reading       = "it is never counted as a contribution to a pooled fund",
  of            = contribution,
  applies_when  = contribution.way:is "aligned",
  passes_when   = all_of {
    not_ { contribution.fund:is_answered() },
    any_of { not_ { contribution.held_by:is_answered() }, contribution.held_by:is(contribution.agency) },
  },
  otherwise     = "a resource that {agency.name} aligns is held elsewhere, or stands in a pooled fund",
}

requirement "contribution-has-authority" {
  title         = "An agency's resources are committed on that agency's own authority",
  clause        = "2.1.2 s2", row = "NI-017", force = must,
  of            = contribution,
  passes_when   = contribution.authority:is_answered(),
  otherwise     = "no authority of {agency.name} is recorded for its contribution",
}

requirement "spending-has-authority" {
  title         = "Spending an agency's money has that agency's own authority",
  clause        = "2.1.2 s2", row = "NI-017", force = must,
  of            = award_line,
  passes_when   = award_line.authority:is_answered(),
  otherwise     = "approval is blocked: no authority of {agency.name} is recorded for {award.title}",
}

requirement "priorities-before-pooling" {
  title         = "Outcomes and priorities come first, contributions are joined then",
  clause        = "3.5.1 p2", row = "NI-047", force = proposed,
  of            = fund,
  passes_when   = all_of { fund.outcomes:is_answered(), fund.priorities:is_answered() },
  otherwise     = "priorities first: {fund.title} is pooled without {missing}",
}

requirement "award-lists-its-sources" {
  title         = "Money of several streams is tracked: what an award is paid from is listed to the last penny",
  clause        = "1.1.4 s4", row = "NI-015", force = must,
  of            = award,
  passes_when   = records.award_lines:sum(other_award_line.amount, other_award_line.award:is(award.id)):is(award.amount),
  otherwise     = "the sources listed for {award.title} do not come to its amount",
}

requirement "source-names-its-owner" {
  title         = "Each source of an award names its stream, its amount and the agency whose money it is",
  clause        = "1.1.4 s4", row = "NI-015", force = must,
  of            = award_line,
  passes_when   = all_of { award_line.agency:is_answered(), award_line.funding_stream:is_answered(), award_line.amount:is_answered() },
  otherwise     = "a source of {award.title} leaves out {missing}",
}
