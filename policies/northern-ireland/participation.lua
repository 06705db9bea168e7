-- What is asked of the round and of each application about people taking part and about success; none of it decides

requirement "all-groups-took-part" {
  title = "Children, young people, families and communities took part in the planning",
  clause = "1.1.1 b3", row = "NI-009", force = must, effect = warns,
  effect_reason = "planning is over when a round is decided; the gap is shown",
  of = round,
  passes_when = all_of {
    round.participation_of:includes "children",
    round.participation_of:includes "young people",
    round.participation_of:includes "families",
    round.participation_of:includes "communities",
  },
  otherwise = "nothing says that {missing} took part",
  or_else   = "nothing says that all four groups took part",
}

requirement "families-can-refer-themselves" {
  title = "Families can refer themselves, and there is more than one way in",
  clause = "4.3 p9", row = "NI-060", force = must, effect = warns,
  effect_reason = "a principle, and none of the bullets of 4.5.3",
  of = application,
  passes_when = all_of {
    application.referral_routes:includes "self-referral",
    application.referral_routes:count():at_least(2),
  },
  otherwise = "families cannot refer themselves, or there is only one way in",
}

requirement "users-and-providers-take-part" {
  title = "Service users and providers take part in planning, delivery and evaluation",
  clause = "4.3 p10", row = "NI-061", force = must, effect = warns,
  effect_reason = "a principle, and none of the bullets of 4.5.3",
  of = application,
  passes_when = all_of {
    application.participation_in:includes "service users in planning",
    application.participation_in:includes "service users in delivery",
    application.participation_in:includes "service users in evaluation",
    application.participation_in:includes "providers in planning",
    application.participation_in:includes "providers in delivery",
    application.participation_in:includes "providers in evaluation",
  },
  otherwise = "nothing is said about {missing}",
  or_else   = "service users or providers are left out somewhere",
}

requirement "success-is-measured" {
  title = "Measures of success are built in",
  clause = "4.3 p12", row = "NI-063", force = must, effect = warns,
  effect_reason = "a principle, and none of the bullets of 4.5.3",
  of = application,
  passes_when = application.indicators:is_answered(),
  otherwise = "the application names no measure of success",
}
