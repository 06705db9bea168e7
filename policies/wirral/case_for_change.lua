-- What helps a Children's Trust to succeed: section 4.0

principle "success-factors" {
  title  = "Critical success factors", clause = "4.0 b1-b8", closed = "yes", author = "C4EO, as the paper reports it",
  row    = { "WI-014", "WI-015", "WI-016", "WI-017", "WI-018", "WI-019", "WI-020", "WI-021" },
  items  = {
    { what = "clear leadership", clause = "4.0 b1" },
    { what = "effective governance", clause = "4.0 b2" },
    { what = "understanding of commissioning", clause = "4.0 b3" },
    { what = "workforce development that changes how frontline staff work", clause = "4.0 b4" },
    { what = "clarity on what is commissioning and what is providing, at every level", clause = "4.0 b5" },
    { what = "contestability that can be shown, such as decisions to make or buy", clause = "4.0 b6" },
    { what = "agreement on what shape the Trust is to have", clause = "4.0 b7" },
    { what = "capacity for change", clause = "4.0 b8" },
  },
}

requirement "one-function-for-each-activity" {
  title        = "Each part that somebody takes in a commission is either a commissioner's or a provider's",
  clause       = "4.0 b5", row = "WI-018", force = data,
  of           = part,
  applies_when = part.commission:is_answered(),
  passes_when  = part.acts_as:count():is(1),
  otherwise    = "{member.name} acts here as neither, or as commissioner and provider at once",
}

requirement "make-or-buy-recorded" {
  title        = "A service kept in house has a record of the decision to make or buy",
  clause       = "4.0 b6", row = "WI-019", force = data,
  of           = commission,
  applies_when = commission.in_house:is(yes),
  passes_when  = commission.make_or_buy:is_answered(),
  otherwise    = "an in-house service without a make-or-buy record: contestability is not shown",
}
