-- Conflicts of interest. Remit finds the ties between a member and an application: the member's own organisation, its
-- direct parent or branch, a partner, or what the member declared. These rules say what follows.

conflict "applicant-on-panel" {
  title       = "A member takes no part where they have an interest in what was applied for",
  clause      = "4.6.1 s2", row = { "NI-103", "NI-104", "NI-105", "NI-119" }, force = should,
  reading     = "any interest and any sector, for the paper's case is an example; how far it reaches is our choice",
  arises_when = member.ties:is_answered(),
  action      = recuse, scope = parameters.recusal_scope,
  otherwise   = "{member.name} is tied to {tie.organisation} ({tie.nature})",
}

conflict "carries-over-to-the-wider-group" {
  title       = "Who is set aside on the panel is set aside in the wider group too",
  clause      = "4.5.7, 4.6.1 s2", row = "NI-094", force = should,
  reading     = "final approval is part of the decision making process; the paper names the panel alone",
  arises_when = all_of { member.ties:is_answered(), member.in_wider_group:is(yes) },
  action      = recuse, scope = parameters.recusal_scope,
  otherwise   = "{member.name} also sits in the wider group, and stands aside there too",
}

conflict "provider-on-panel" {
  title       = "Providers are kept off the panel, where the partnership has chosen so",
  clause      = "2.2.1 s7", row = "NI-022", force = context,
  reading     = "a practice from England that the paper reports and does not adopt: switched off",
  arises_when = all_of {
    parameters.provider_free_panel:is(yes),
    member.functions:includes "provider",
  },
  action      = exclude, scope = "panel",
  otherwise   = "{member.name} provides services, and providers are kept off this panel",
}
