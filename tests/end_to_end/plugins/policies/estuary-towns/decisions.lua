-- Marks, the sharing of the money, and what is looked at beside them

measure "need" {
  title = "Need of the area", clause = "3.1", weight = 45, scale = { 0, 9 },
  plugin = "deprivation/need",
}

measure "quality" {
  title = "Quality of the proposal", clause = "3.2", weight = 55, scale = { 0, 5 },
}

allocation "best-fit" {
  title  = "The budget pays for as much as it can",
  clause = "4.1", force = must,
  plugin = "best-fit-allocator/best-fit",
}

requirement "similar-applicants" {
  title  = "The same organisation is not there under two names",
  clause = "2.5", force = should, of = application,
  plugin = "similar-applicants/similar",
}

requirement "agreement" {
  title  = "The members agree well enough about an application",
  clause = "3.3", force = should, of = application,
  plugin = "assessor-agreement/agreement",
}

decision "approve-total" { title = "Fund it whole", clause = "4.2" }
decision "approve-parts" { title = "Fund parts of it", clause = "4.3", must_name = { "elements" } }
decision "approve-in-principle" {
  title         = "Fund it once what is open is settled",
  clause        = "4.4",
  proposed_when = all_of { proposal.affordable:is(yes), eligibility.outcome:is "refer" },
  must_name     = { "pending" },
}
decision "decline" { title = "Do not fund it", clause = "4.5" }
