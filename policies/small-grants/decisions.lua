-- What the panel may decide. Remit proposes one of these for each application; the panel decides.

decision "approve-total" { title = "Give the grant", clause = "minute 5.1 a" }

decision "approve-in-principle" {
  title         = "Give the grant once what is open is settled",
  clause        = "minute 5.1 b",
  proposed_when = all_of { proposal.affordable:is(yes), eligibility.outcome:is "refer" },
  must_name     = { "pending" }, holds_back = "offer",
}

decision "decline" { title = "Give no grant", clause = "minute 5.1 c" }

chain "from-application-to-money" {
  title = "From an application to money in the bank", clause = "minute 5.2 to 5.4",
  steps = {
    { by = "the grants panel", does = "marks, and decides what Remit proposes or otherwise", clause = "minute 5.2" },
    { by = "the grants officer", does = "writes to every group within ten working days", clause = "minute 5.3" },
    { by = "the treasurer", does = "pays when the group has signed", clause = "minute 5.4" },
  },
}
