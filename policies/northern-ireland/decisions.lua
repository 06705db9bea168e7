-- The decisions open to the panel. The paper says "include": its list of four is not closed, so a partnership may declare more.
-- The panel recommends; the wider group approves.

decision "approve-total" {
  title = "Approve a proposal in total for commissioning",
  clause = "4.5.6 b1", row = "NI-090",
}

decision "approve-parts" {
  title = "Approve parts of a proposal for commissioning",
  clause = "4.5.6 b2", row = { "NI-088", "NI-089", "NI-091" },
  reading = "parts are elements of the application, by how well they fit; the changes are discussed before an offer (4.5.5 s4)",
  must_name = { "elements" }, holds_back = "offer",
}

decision "approve-in-principle" {
  title         = "Approve in principle, pending clarification or refinement of named elements",
  clause        = "4.5.6 b3", row = "NI-092",
  proposed_when = all_of {
    proposal.affordable:is(yes),
    any_of { eligibility.outcome:is "refer", application.clarifications:is_answered() },
  },
  must_name     = { "elements", "pending" }, holds_back = "offer",
}

decision "decline" {
  title = "Decide not to commission",
  clause = "4.5.6 b4", row = { "NI-087", "NI-093" },
  reading = "a reason is recorded here as for any other decision (4.5.5 s2)",
}
