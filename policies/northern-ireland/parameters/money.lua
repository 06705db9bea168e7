-- What the paper does not say about the money

parameter "award_kind" {
  title = "Whether an award is a grant or a contract",
  clause = "4.5.3, 4.5.6, 4.5.8, 4.4.1 (gap)", row = "NI-095", one_of = { "grant", "contract" },
  so = "nothing is exported as a grant or as a contract",
}

parameter "pooled_tracing" {
  title = "How pooled money is traced back to each agency",
  clause = "4.1 p2 (gap)", row = { "NI-050", "NI-118" }, one_of = { "proportional", "as listed" },
  so = "no award is traced back to the agencies whose money it is; nobody is shown to bear a part of it",
}
