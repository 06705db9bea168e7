-- Pooled budgets: section 8.0

requirement "budget-aligned-with-a-priority" {
  title       = "Each budget is aligned with a priority",
  clause      = "8.0 p1", row = "WI-040", force = must, effect = warns,
  effect_reason = "the paper asks for an overview: what is not aligned is listed, and spending goes on",
  of          = budget,
  passes_when = budget.priority:is_answered(),
  otherwise   = "unaligned: {budget.title} serves no priority",
}

requirement "deployment-is-known" {
  title       = "It is known how the resources of each partner are deployed",
  clause      = "8.0 p1", row = "WI-040", force = must, effect = warns,
  effect_reason = "an overview with a gap shows the gap; nothing waits for it",
  of          = trust_partner,
  passes_when = records.budgets:any(all_of { other_budget.holder:is_answered(), other_budget.holder:is(trust_partner.id) }),
  otherwise   = "the overview has no budget of {trust_partner.name}",
}

note "short-of-pooling" {
  title = "Much can be done short of pooling", clause = "8.0 p2a", row = "WI-041",
  text  = "Other areas' experience and that of 0-19 commissioning: pooling for its own sake can take much time and be needless.",
}

requirement "pooling-brings-a-measurable-advantage" {
  title       = "What is pooled brings an advantage that is specific and can be measured",
  clause      = "8.0 p2b", row = "WI-042", force = should,
  of          = pilot,
  passes_when = all_of { pilot.advantage:is_answered(), pilot.measure:is_answered() },
  otherwise   = "nothing is said of {missing}",
}

requirement "no-excuse-for-want-of-a-pool" {
  title        = "That budgets are not pooled is no excuse for an outcome that is missed",
  clause       = "8.0 p2c", row = "WI-043", force = should,
  of           = priority,
  applies_when = priority.short_of_outcome:is(yes),
  passes_when  = priority.reason:is_not "no pooled budget",
  otherwise    = "the reason given is that there is no pooled budget",
}

requirement "at-most-three-pooled-areas" {
  title         = "Pooled budgets are piloted in no more than three key priority areas",
  clause        = "8.0 R", row = "WI-044", force = proposed, effect = blocks,
  effect_reason = "the recommendation sets a limit; a fourth area needs another resolution of the Board",
  reading       = "areas are counted, not budgets: two pooled budgets in one area are one area",
  of            = round,
  passes_when   = records.pilots:count_distinct(other_pilot.area):at_most(parameters.most_pooled_areas),
  otherwise     = "pooled budgets are piloted in more than {parameters.most_pooled_areas} areas",
}

requirement "not-all-budgets-pooled" {
  title         = "Not all budgets are pooled at this stage",
  clause        = "8.0 R", row = "WI-044", force = proposed, effect = blocks,
  effect_reason = "the Board is asked to resolve against it",
  of            = round,
  applies_when  = records.budgets:count():at_least(1),
  passes_when   = records.budgets:any(other_budget.pooled:is(no)),
  otherwise     = "all budgets are pooled, which the Board is asked not to seek at this stage",
}

requirement "pilot-in-a-priority-area" {
  title         = "A pooled budget is piloted in a priority area of section 6, or a note says why elsewhere",
  clause        = "8.0 R, 6.0", row = "WI-044", force = proposed, effect = refers,
  effect_reason = "8.0 says key priority areas and does not say that they are those of 6.0",
  of            = pilot,
  passes_when   = any_of { area.priority_area:is_answered(), pilot.note:is_answered() },
  otherwise     = "{area.title} is no priority area of section 6: a note is asked for",
}

requirement "pooling-kept-open" {
  title       = "Each option says what it does for later pooling",
  clause      = "8.0 p2 s5", row = "WI-094", force = proposed,
  of          = appraisal,
  passes_when = appraisal.future_pooling:is_answered(),
  otherwise   = "not answered in source: nothing says what option {appraisal.option} does for later pooling",
}

no_provision "future-pooling" {
  title = "Which option best allows later pooling is asked and not answered", clause = "8.0 p2 s5", row = "WI-094",
  so    = "not answered in source for any of the three options",
}
