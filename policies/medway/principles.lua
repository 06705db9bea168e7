-- The Trust's five values (1.10) and its nine commissioning principles (4.1), and what they ask of a commission or a decision

principle "integrity" { title = "Integrity: saying and doing are one", clause = "1.10 b1", row = "ME-016", kind = "value" }

principle "advocacy" { title = "Advocacy: children are championed actively", clause = "1.10 b2", row = "ME-017", kind = "value" }

principle "accountability" { title = "Accountability: responsibility taken, mistakes admitted, successes shared", clause = "1.10 b3", row = "ME-018", kind = "value" }

principle "value" { title = "Value: resources follow the priorities for children", clause = "1.10 b4", row = "ME-019", kind = "value" }

principle "impact" { title = "Impact: outcomes for children are made different", clause = "1.10 b5", row = "ME-020", kind = "value" }

principle "rationale" { title = "Decisions have a clear rationale for better outcomes", clause = "4.1 b1", row = "ME-078", kind = "commissioning" }

principle "most-local" { title = "Decisions are presumed to be made as locally as performance and value for money allow", clause = "4.1 b2", row = "ME-079", kind = "commissioning" }

principle "sustainable" { title = "Outcomes last in the long term", clause = "4.1 b3", row = "ME-080", kind = "commissioning" }

principle "participation" { title = "Children, young people, families and communities take a meaningful part", clause = "4.1 b4", row = "ME-081", kind = "commissioning" }

principle "prevention" { title = "Resources move to prevention and early intervention", clause = "4.1 b5", row = "ME-082", kind = "commissioning" }

principle "independence" { title = "Decisions are made independently of internal and external providers", clause = "4.1 b6", row = "ME-083", kind = "commissioning" }

principle "contestability" { title = "Internal and external services can be contested", clause = "4.1 b7", row = "ME-084", kind = "commissioning" }

principle "transparent-and-fair" { title = "Decisions are transparent and fair", clause = "4.1 b8", row = "ME-085", kind = "commissioning" }

principle "lawful" { title = "Approaches are compatible with EU and UK law, regulations and guidance", clause = "4.1 b9", row = "ME-086", kind = "commissioning" }

requirement "safeguards" {
  title       = "Arrangements ensure effective safeguarding",
  clause      = "1.9 b1", row = "ME-012", force = must,
  of          = commission,
  passes_when = commission.safeguarding:is_answered(),
  otherwise   = "the commission says nothing of safeguarding",
}

requirement "integrates" {
  title       = "Arrangements ensure integrated services and support",
  clause      = "1.9 b2", row = "ME-013", force = must,
  of          = commission,
  passes_when = commission.integration:is_answered(),
  otherwise   = "the commission says nothing of integrated services and support (1.9 b2)",
}

requirement "timely-and-targeted" {
  title       = "Arrangements ensure timely and targeted interventions",
  clause      = "1.9 b3", row = "ME-014", force = must,
  of          = commission,
  passes_when = all_of { commission.timing:is_answered(), commission.targeting:is_answered() },
  otherwise   = "the commission does not say {missing}",
}

requirement "spend-follows-priorities" {
  title       = "Resources are aligned to priorities for children",
  clause      = "1.10 b4", row = "ME-019", force = data,
  of          = spend,
  passes_when = spend.priority:is_answered(),
  otherwise   = "{spend.title} serves no priority",
}

requirement "decision-has-a-rationale" {
  title       = "A commissioning decision rests on a clear rationale for improving outcomes",
  clause      = "4.1 b1", row = "ME-078", force = must,
  of          = commissioning_decision,
  passes_when = all_of { commissioning_decision.outcomes:is_answered(), commissioning_decision.rationale:is_answered() },
  otherwise   = "refused: the decision names no outcome, or does not say how it improves it",
}

requirement "outcomes-last" {
  title       = "Commissioners ensure that outcomes are sustainable in the long term",
  clause      = "4.1 b3", row = "ME-080", force = must,
  of          = commission,
  passes_when = commission.sustainability:is_answered(),
  otherwise   = "the commission does not say how its outcomes last",
}

requirement "all-take-a-meaningful-part" {
  title       = "Children, young people, their families and communities take a meaningful part",
  clause      = "4.1 b4", row = "ME-081", force = must,
  of          = commission,
  passes_when = all_of {
    commission.took_part.children:is_answered(), commission.took_part.young_people:is_answered(),
    commission.took_part.families:is_answered(), commission.took_part.communities:is_answered(),
  },
  otherwise   = "no record says how these took part: {missing}",
}

requirement "resources-move-to-prevention" {
  title       = "Commissioners move resources to prevention and early intervention",
  clause      = "4.1 b5", row = "ME-082", force = must,
  of          = trust_year,
  passes_when = trust_year.moved_to_prevention:is_answered(),
  otherwise   = "no move of resources to prevention or early intervention is recorded in {trust_year.year}",
}

requirement "decisions-are-published" {
  title       = "Commissioning decisions are transparent",
  clause      = "4.1 b8", row = "ME-085", force = must,
  reading     = "transparent is published",
  of          = commissioning_decision,
  passes_when = commissioning_decision.published_on:is_answered(),
  otherwise   = "the decision on {commissioning_decision.title} is not published",
}

requirement "bids-are-judged-alike" {
  title       = "Commissioning decisions are fair: bids for the same are judged by the same criteria",
  clause      = "4.1 b8", row = { "ME-085", "ME-084" }, force = must,
  of          = bid,
  passes_when = all_of {
    bid.judged_by:is_answered(),
    records.bids:none(all_of {
      other_bid.procurement:is(bid.procurement),
      other_bid.judged_by:is_answered(),
      other_bid.judged_by:is_not(bid.judged_by),
    }),
  },
  otherwise   = "criteria that this bid is judged by: {bid.judged_by}; another for the same is judged by others, or none are recorded here",
}

requirement "approach-is-lawful" {
  title       = "The approach is compatible with EU and UK law, regulations and guidance",
  clause      = "4.1 b9", row = "ME-086", force = must,
  of          = commission,
  passes_when = commission.lawful:is_answered(),
  otherwise   = "nobody has signed off that the approach is lawful",
}
