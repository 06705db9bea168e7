-- What the document does not say. Nothing of another area stands in for it; where a round is decided all the same, the steps are
-- Remit's own procedure and say so.

no_provision "appeal" {
  title = "The document has no appeal rule", clause = "whole document", row = "ME-112",
  so    = "no appeal is heard under this pack, and letters say that the document has no appeal rule",
}

no_provision "one-application" {
  title = "The document does not limit how many applications an organisation may make", clause = "whole document", row = "ME-112",
  so    = "several bids of one organisation stand side by side",
}

no_provision "scoring" {
  title = "The document has no scores, weights, scale or threshold", clause = "4.1, 6.2", row = { "ME-112", "ME-103" },
  so    = "every number of a round is the partnership's own, and the document is cited for none",
}

no_provision "recusal-procedure" {
  title = "Independence and contestability are asked for; no procedure says who steps aside, when or for how long", clause = "4.1 b6, b7", row = "ME-112",
  so    = "who is not independent leaves the panel, and the record says that this is our reading",
}

no_provision "decision-types" {
  title = "No types of decision on a bid are listed", clause = "1.14 d4, 6.1", row = "ME-112",
  so    = "the decisions of a round are those of Remit's own procedure, and say so",
}

no_provision "procurement-rules" {
  title = "The procurement rules are not in the document", clause = "6.1 s2", row = "ME-119",
  so    = "a deadline for bids, or any other rule of procurement, comes from the rules that the partners cite",
}
