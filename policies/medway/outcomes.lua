-- Two sets of outcomes stand side by side: three of the Trust, and five that are named ("five outcome areas", "5 ECM outcomes") and
-- never listed. Nothing of another document fills the five.

outcome "are-safe-and-cared-for" { title = "Are safe and cared for", clause = "1.8 b1", row = "ME-009", set = "trust" }

outcome "succeed-in-learning" { title = "Succeed in learning", clause = "1.8 b2", row = "ME-010", set = "trust" }

outcome "thrive" { title = "Thrive", clause = "1.8 b3", row = "ME-011", set = "trust" }

definition "ecm-outcomes" {
  title  = "The five outcome areas, or ECM outcomes", clause = "2.5 s2, 5.5 b2", row = { "ME-037", "ME-118" }, set = "ecm", number = 5,
  labels = { "not in source", "not in source", "not in source", "not in source", "not in source" },
}

crosswalk "trust-outcomes-to-ecm-outcomes" {
  title = "The three outcomes of the Trust and the five ECM outcomes", clause = "1.8, 2.5 s2, 5.5 b2", row = { "ME-037", "ME-118" },
  from  = "trust", to = "ecm",
  pairs = {
    { from = "are safe and cared for", to = "not in source" },
    { from = "succeed in learning", to = "not in source" },
    { from = "thrive", to = "not in source" },
  },
  text  = "The document uses both sets and does not say how they meet: three gaps on the one side, five unnamed places on the other.",
}

no_provision "ecm-outcomes" {
  title = "The five ECM outcomes are named and never listed", clause = "2.5 s2, 5.5 b2", row = { "ME-037", "ME-118" },
  so    = "their places are kept without names, and no list of another area or of the country is taken for this document's",
}

requirement "data-cover-the-five-outcome-areas" {
  title       = "The data cover all five outcome areas",
  clause      = "2.5 s2", row = "ME-037", force = context,
  reading     = "five is the document's number; which they are is not in it",
  of          = dataset,
  passes_when = dataset.outcome_areas:at_least(5),
  otherwise   = "the data cover {dataset.outcome_areas} outcome areas of five",
}

requirement "outcome-is-championed" {
  title       = "Each outcome of the Trust is championed by a confident and competent workforce",
  clause      = "1.9 s2", row = "ME-015", force = must,
  of          = trust_outcome,
  passes_when = trust_outcome.champion:is_answered(),
  otherwise   = "nobody of the workforce is recorded who champions the outcome: {trust_outcome.outcome}",
}

requirement "all-three-outcomes-are-pursued" {
  title        = "Members of the Trust seek to achieve all three outcomes",
  clause       = "1.9 s1", row = "ME-015", force = must,
  of           = round,
  applies_when = records.trust_outcomes:is_answered(),
  passes_when  = records.trust_outcomes:count_distinct(other_trust_outcome.outcome):at_least(3),
  otherwise    = "one of the three outcomes of the Trust is not on the record",
}
