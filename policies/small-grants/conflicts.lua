-- When a member steps aside. Remit finds ties between a member and an application: the member's own organisation, its parent or
-- branch, a partner, or what was declared. These rules say what follows.

definition "conflict-approach" {
  title = "By tie: who is tied to a group, or helped it to apply, takes no part", clause = "minute 3.1, 3.2",
}

conflict "tied-to-the-applicant" {
  title       = "A member with a tie to a group takes no part in its application",
  clause      = "minute 3.1", force = must,
  arises_when = member.ties:is_answered(),
  action      = recuse, scope = parameters.steps_aside_from,
  otherwise   = "{member.name} is tied to {tie.organisation} ({tie.nature})",
}

conflict "helped-with-the-application" {
  title       = "A member who helped a group with its application takes no part in it",
  clause      = "minute 3.2", force = must,
  arises_when = member.advised:includes(application.applicant),
  action      = recuse, scope = parameters.steps_aside_from,
  otherwise   = "{member.name} helped {applicant.name} with an application",
}
