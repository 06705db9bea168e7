-- Appeals: one ground, one appellant, in writing. Everything else about them is silence (parameters/appeals.lua).

appeal "misapplication" {
  title         = "The applicant thinks that the criteria were misapplied to its own proposal",
  clause        = "4.5.9 s1", row = { "NI-097", "NI-098", "NI-099", "NI-101" }, force = must,
  reading       = "what the applicant alleges is enough to be heard; it is not asked to prove it first",
  admitted_when = all_of {
    lodged.ground:is "misapplication",
    lodged.by:is(application.applicant),
  },
  asks          = lodged.views:is_answered(),      -- "should": without views it is incomplete, not refused
  otherwise     = "in all other instances the panel's decision is final",
}

note "fresh-panel" {
  title  = "A fresh panel may be constituted",
  clause = "4.5.9 s2", row = "NI-100",
  text   = "It is a discretion: the record says whether a fresh panel sat, and why not. Our reading of fresh is that no member of the first panel sits on it.",
}
