-- What the paper does not say. Nothing of another area stands in for it; where a round is decided all the same, the steps are
-- Remit's own procedure and say so.

no_provision "appeal" {
  title = "The paper has no appeal rule", clause = "whole paper", row = "LE-054",
  so    = "no appeal is heard under this pack, and letters say that the paper has no appeal rule",
}

no_provision "conflict-of-interest" {
  title = "The paper has no rule on conflicts of interest", clause = "whole paper", row = "LE-054",
  so    = "nobody is set aside; a tie that is found is shown and no more",
}

no_provision "panel" {
  title = "The paper names no panel that decides on applications", clause = "whole paper", row = "LE-054",
  so    = "who decides is for the partnership to say; Remit's own procedure asks nothing more of a panel",
}

no_provision "scoring" {
  title = "The paper has no criteria that are scored, no weights and no threshold", clause = "whole paper", row = "LE-054",
  so    = "every number of a round is the partnership's own, and the paper is cited for none",
}

no_provision "decision-types" {
  title = "The paper lists no types of decision on an application", clause = "whole paper", row = "LE-054",
  so    = "approve and decline are words of Remit's own procedure, and the paper is cited for none",
}

no_provision "one-application" {
  title = "The paper does not limit how many applications an organisation may make", clause = "whole paper", row = "LE-054",
  so    = "several applications of one organisation stand side by side",
}

no_provision "model-figure" {
  title = "The diagram of the Department's model is missing in the copy of the paper", clause = "Model fig", row = "LE-055",
  so    = "its steps are not named here; the seven bullets are what the paper says that commissioning involves",
}

no_provision "outcomes" {
  title = "The paper speaks of outcomes and lists none", clause = "Model b1", row = "LE-005",
  so    = "outcomes are named by the partnership; no list of another area or of the country is taken for this paper's",
}
