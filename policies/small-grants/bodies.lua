-- Who governs and who decides. Bodies come and go: each carries the days from and until which it exists, and the one that follows it.

requirement "acts-while-it-exists" {
  title        = "A body that has a part in the round exists on its day",
  clause       = "minute 6.3", force = must,
  of           = body,
  applies_when = body.acts_now:is(yes),
  passes_when  = all_of {
    round.as_of:at_least(body.existed_from),
    any_of { not_ { body.existed_until:is_answered() }, round.as_of:at_most(body.existed_until) },
  },
  otherwise    = "{body.name} does not exist on {round.as_of}",
}

requirement "ended-bodies-are-followed" {
  title        = "Where a body has ended, another says that it took its place",
  clause       = "minute 6.4", force = should,
  of           = body,
  applies_when = body.existed_until:is_answered(),
  passes_when  = records.bodies:any(all_of { other_body.follows:is_answered(), other_body.follows:is(body.id) }),
  otherwise    = "no body took the place of {body.name}",
}
