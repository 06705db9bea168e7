-- What 6.1 leaves to rules that are not in the document

parameter "bid_rules" {
  title = "The procurement rules that bids are held to, in-house and external alike",
  clause = "6.1 s2 (gap)", row = { "ME-102", "ME-119" }, one_of = { "contract procedure rules of the Council", "procurement rules of the PCT", "both" },
  so = "the rules are not in the source: what they say of bids, such as a deadline, comes from the partners' own rules and cites them",
}

parameter "fewest_options" {
  title = "Fewest options that are considered before it is decided how to commission",
  clause = "our reading of 2.17", row = "ME-051", unit = count,
  reading = "options are spoken of in the plural; the document has no number",
  value = 2,
}
