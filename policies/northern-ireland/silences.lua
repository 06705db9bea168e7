-- Where the paper is silent, or lost something on its way here. What it leaves to be decided is in parameters/.

no_provision "numbers" {
  title = "No score, scale, weight, threshold, ranking, tie-break, quorum, closing time, award limit or panel size",
  clause = "4.5", row = "NI-121",
  so    = "every number of a round is the partnership's own and says so; the paper is never cited for one",
}

no_provision "duty-to-declare" {
  title = "No duty to declare an interest, no time for it, and nobody who judges one that was not declared",
  clause = "4.6.1", row = "NI-120",
  so    = "a tie that nobody declared is shown as found by Remit, and never as a breach",
}

no_provision "standard-eligibility" {
  title = "The agreed standard eligibility is not listed anywhere, and no consequence of failing it is stated",
  clause = "4.5.3, 4.5.5", row = "NI-085",
  so    = "what blocks an application here is the partnership's own decision, with its reason",
}

no_provision "notice-to-the-declined" {
  title = "No step tells unsuccessful applicants", clause = "4.5.8", row = "NI-122",
  so    = "a letter to them rests on the partnership's own decision",
}

no_provision "planning-model" {
  title = "The joint planning and commissioning model is a diagram that the copy of the paper lacks",
  clause = "2.1.3-4", row = "NI-019",
  so    = "its steps are not named here, and none are borrowed from another area",
}

no_provision "pooled-accountability" {
  title = "How pooled money is traced back along each agency's accountability line is said to be missing",
  clause = "4.1 p2", row = "NI-050",
  so    = "the method is not stated; where the partnership chooses a split in proportion, it is Remit's own method",
}
