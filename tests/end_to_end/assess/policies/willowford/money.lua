requirement "at-most-three-areas" {
  title       = "At most three distinct priority areas are piloted",
  clause      = "8.0 s1", force = must, row = "WF-005",
  of          = round,
  passes_when = records.pilots:count_distinct(other_pilot.area):at_most(3),
  otherwise   = "more than three areas are piloted",
}

requirement "two-pooled-areas" {
  title       = "At most two areas are pooled",
  clause      = "8.0 s2", force = should, row = "WF-006",
  of          = round,
  passes_when = records.pilots:count_distinct(other_pilot.area, other_pilot.pooled:is(yes)):at_most(2),
  otherwise   = "more than two areas are pooled",
}

requirement "contributions-make-the-fund" {
  title       = "What the agencies give makes up the fund",
  clause      = "8.1", force = must, row = "WF-007",
  of          = fund,
  passes_when = fund.total:is(records.contributions:sum(other_contribution.amount, other_contribution.fund:is(fund.id))),
  otherwise   = "what the agencies give is not {fund.total}",
}
