-- One ground, one appellant, one fresh panel. How long and how many stands in parameters/appeals.lua.

appeal "procedure-not-followed" {
  title         = "A group thinks that the scheme was not followed in its case",
  clause        = "minute 7 a", force = must,
  admitted_when = all_of { lodged.ground:is "procedure", lodged.by:is(application.applicant) },
  asks          = lodged.views:is_answered(),      -- without saying why, it is incomplete and not refused
  otherwise     = "an appeal is the group's own, and about procedure: the marks of the panel stand",
}
