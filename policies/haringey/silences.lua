-- What the paper does not say. Nothing of another area stands in for it; where a round is decided all the same, the steps are Remit's own
-- procedure and say so.

no_provision "appeal" {
  title = "The paper has no appeal rule", clause = "whole paper", row = "HA-104",
  so    = "no appeal is heard under this pack, and letters say that the paper has no appeal rule",
}

no_provision "conflict-of-interest" {
  title = "The paper has no rule on conflicts of interest", clause = "whole paper", row = "HA-104",
  so    = "nobody is set aside; a tie that is found is shown and no more",
}

no_provision "panel" {
  title = "The paper names no panel that decides on applications", clause = "whole paper", row = "HA-104",
  so    = "who decides is for the partnership to say; Remit's own procedure asks nothing more of a panel",
}

no_provision "scoring" {
  title = "The paper has no criteria that are scored, no weights and no threshold", clause = "whole paper", row = "HA-104",
  so    = "every number of a round is the partnership's own, and the paper is cited for none",
}

no_provision "decision-types" {
  title = "The paper lists no types of decision on an application", clause = "whole paper", row = "HA-104",
  so    = "approve and decline are words of Remit's own procedure, and the paper is cited for none",
}

no_provision "one-application" {
  title = "The paper does not limit how many applications an organisation may make", clause = "whole paper", row = "HA-104",
  so    = "several applications of one organisation stand side by side",
}

no_provision "joint-commissioning" {
  title = "A definition of joint commissioning is asked for, and not given", clause = "12 b1, 9", row = { "HA-109", "HA-031" },
  so    = "joint commissioning is not defined in the source; no other area's definition is taken for this paper's",
}

no_provision "types-of-commissioning" {
  title = "Definitions of types of commissioning are asked for, and not given", clause = "12 b2", row = { "HA-109", "HA-032" },
  so    = "types are not defined in the source; the three levels of paragraph 23 are not called types",
}

no_provision "customers" {
  title = "Definitions of the customers are asked for, and not given", clause = "12 b3", row = { "HA-109", "HA-033" },
  so    = "customers are not defined in the source; vulnerable children are its example",
}

no_provision "partner-agencies" {
  title = "The agencies that have agreed to work within the framework are asked for, and none is named", clause = "12 b7", row = "HA-037",
  so    = "the register starts empty",
}

no_provision "levels-diagram" {
  title = "The diagram of the levels and how they link is missing in the copy of the paper", clause = "Ann.1", row = { "HA-067", "HA-108" },
  so    = "how the levels link is not said here, and no other area's figure stands in",
}

no_provision "model-diagram" {
  title = "The model of joint commissioning is a diagram that is missing in the copy of the paper", clause = "21, Ann.2", row = { "HA-060", "HA-068" },
  so    = "the model's steps are not named here; its heading is Children and Young People's Plan",
}

no_provision "how-principles-are-monitored" {
  title = "How a body is monitored against the principles is not said", clause = "14 s2", row = { "HA-049", "HA-039" },
  so    = "a sheet of evidence is this pack's; no score is asked for",
}

no_provision "one-post-or-several" {
  title = "Whether the post in the summary, the recommendations, paragraphs 17 and 18 and Annex 3 is one is not said",
  clause = "Summary, Recs b2, 17, 18, Ann.3 P1.3, P2.2", row = { "HA-057", "HA-075" },
  so    = "each stands under its own name",
}

no_provision "month-of-the-annual-report" {
  title = "The month of the annual report is not said", clause = "Ann.3 P3.5", row = "HA-102",
  so    = "a report is overdue at the end of its calendar year, and not before",
}

no_provision "outputs-without-actions" {
  title = "Full joint commissioning of agreed areas and a complete review have no action", clause = "22 P3 vs Ann.3", row = "HA-112",
  so    = "the lint of the timetable lists them; no action is made up",
}
