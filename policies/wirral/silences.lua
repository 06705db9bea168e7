-- What the paper does not say. Nothing of another area stands in for it; where a round is decided all the same, the steps are
-- Remit's own procedure and say so.

no_provision "appeal" {
  title = "The paper has no appeal rule", clause = "whole paper", row = "WI-093",
  so    = "no provision in source: no appeal is heard under this pack, and letters say so",
}

no_provision "applications" {
  title = "The paper says nothing of applications, nor how one is made or judged", clause = "whole paper", row = "WI-093",
  so    = "no provision in source: what is asked of an application is Remit's own procedure",
}

no_provision "scoring" {
  title = "The paper has no criteria that are scored, no weights and no threshold", clause = "whole paper", row = "WI-093",
  so    = "no provision in source: every mark, weight and threshold of a round is the partnership's own",
}

no_provision "decision-types" {
  title = "The paper lists no types of decision on an application", clause = "whole paper", row = "WI-093",
  so    = "no provision in source: approve and decline are words of Remit's own procedure, and the paper is cited for none",
}

no_provision "one-application" {
  title = "The paper does not limit how many applications an organisation may make", clause = "whole paper", row = "WI-093",
  so    = "no provision in source: several applications of one organisation stand side by side",
}

no_provision "interest-in-an-applicant" {
  title = "The paper sets nobody aside for an interest in one applicant; it keeps functions apart", clause = "9.0 s2", row = "WI-046",
  so    = "a tie to an applicant that is found is shown, and nobody is set aside for it",
}
