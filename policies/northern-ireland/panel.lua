-- The funding panel itself

record "panel" {
  established_by = text { label = "minute that established the panel" },
}

record "member" {
  commits_resources   = yes_no { label = "commits a contribution of their agency" },
  authority_to_commit = text { label = "authority to commit their agency's resources" },
  in_wider_group      = yes_no { label = "also sits in the wider group" },
  set_aside_there     = text { label = "minute that sets them aside in the wider group" },
}

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

requirement "set-aside-in-wider-group" {
  title        = "Who is set aside on the panel is set aside in the wider group too",
  clause       = "4.5.7, 4.6.1 s2", row = "NI-094", force = should,
  reading      = "final approval is part of the decision making process",
  of           = member,
  applies_when = all_of { member.in_wider_group:is(yes), member.ties:is_answered() },
  passes_when  = member.set_aside_there:is_answered(),
  otherwise    = "{member.name} also sits in the wider group, and nothing says that they are set aside there",
}
