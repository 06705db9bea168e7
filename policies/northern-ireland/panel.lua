-- The funding panel itself

requirement "panel-is-established" {
  title       = "A sub group is established as the funding panel",
  clause      = "4.5.4 s1", row = "NI-083", force = must, effect = warns,
  effect_reason = "a round without members cannot be scored at all; a missing minute is for a person to find",
  of          = panel,
  passes_when = all_of { panel.size:at_least(1), panel.established_by:is_answered() },
  otherwise   = "no minute says who established this panel",
}

requirement "panel-is-multi-agency" {
  title       = "The panel is of more than one agency",
  clause      = "4.5.4 s2", row = "NI-084", force = must, effect = warns,
  effect_reason = "asked of the panel as named; Remit asks it again, stream by stream, of the members left after recusals",
  of          = panel,
  passes_when = panel.agencies:at_least(parameters.minimum_agencies),
  otherwise   = "all its members are of one agency",
}

requirement "member-may-commit" {
  title        = "Who commits an agency's resources has its authority",
  clause       = "2.3.1", row = "NI-023", force = context,
  of           = member,
  applies_when = member.commits_resources:is(yes),
  passes_when  = member.authority_to_commit:is_answered(),
  otherwise    = "{member.name} commits resources, and no authority is recorded",
}

-- How this framework meets conflicts, in words; the rules stand in conflicts.lua.
definition "conflict-approach" {
  title = "By application: who has an interest in what was applied for takes no part", clause = "4.6.1 s2", row = { "NI-103", "NI-119" },
}
