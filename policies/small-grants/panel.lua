-- The grants panel itself

requirement "panel-has-a-chair" {
  title       = "A member of the panel is its chair",
  clause      = "minute 6.1", force = must,
  of          = panel,
  passes_when = records.members:any(all_of { other_member.chair:is_answered(), other_member.chair:is(yes) }),
  otherwise   = "nobody on the panel is its chair",
}

requirement "panel-is-of-several-agencies" {
  title       = "The panel is of several agencies",
  clause      = "minute 6.2", force = must,
  of          = panel,
  passes_when = panel.agencies:at_least(parameters.minimum_agencies),
  otherwise   = "its members come from {panel.agencies} only",
}
