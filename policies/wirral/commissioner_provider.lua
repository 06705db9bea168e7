-- Commissioner and provider, kept apart by function: section 9.0. Not by application: who applies and who is tied to whom is not
-- what the paper asks about.

local governs     = any_of { body.functions:includes_any("governance", "executive"), body.kind:is_one_of("board", "executive") }
local holds_both  = all_of { member.functions:includes "provider", member.functions:includes "commissioner" }
local in_remit    = all_of {
  member.commissioning_remit:is_answered(),
  any_of { not_ { part.commission:is_answered() }, member.commissioning_remit:includes(commission.area) },
}

definition "conflict-approach" {
  title = "By function: who provides takes no part in governance or executive functions", clause = "9.0 s2", row = "WI-046",
}

conflict "provider-in-governance" {
  title       = "Providers take no part in governance or executive functions",
  clause      = "9.0 s2", row = { "WI-046", "WI-047" }, force = must,
  reading     = "Board and CTE hold these functions by 7.0 p3; in the rest of the cycle, such as the analysis of needs, providers can take part",
  of          = part,
  arises_when = all_of { member.functions:includes "provider", governs },
  unless      = {
    title   = "a senior manager who holds both functions, with a recorded commissioning remit",
    clause  = "9.0 s4",
    when    = all_of { member.functions:includes "commissioner", in_remit },
  },
  action      = exclude,
  otherwise   = "{member.name} provides services, and {body.name} governs or executes",
}

requirement "dual-role-has-a-remit" {
  title        = "The commissioning remit of a senior manager who also provides is identified, and they act within it",
  clause       = "9.0 s4", row = "WI-047", force = must,
  of           = part,
  applies_when = all_of { holds_both, governs },
  passes_when  = in_remit,
  otherwise    = "no recorded commissioning remit of {member.name} covers this",
}

requirement "own-service-is-challenged" {
  title         = "Where a senior manager takes part in deciding on their own service, that is challenged",
  clause        = "9.0 s5", row = { "WI-047", "WI-048" }, force = must, effect = refers,
  effect_reason = "9.0 s4 says nothing of a manager's own service; 9.0 s5 asks for challenge and bars nobody",
  of            = part,
  applies_when  = all_of { holds_both, governs, member.provides:includes(commission.service) },
  passes_when   = commission.challenges:any(all_of { challenge.about:is_answered(), challenge.about:includes(member.id) }),
  otherwise     = "{member.name} provides this service: a challenge under 9.0 s5 is asked for",
}

requirement "activity-is-commissioning" {
  title        = "What the CTE and the Board spend their meetings on is commissioning, entirely",
  clause       = "9.0 s4", row = "WI-047", force = must,
  of           = agenda_item,
  applies_when = body.kind:is_one_of("board", "executive"),
  passes_when  = all_of { agenda_item.about:is_answered(), agenda_item.about:is "commissioning" },
  otherwise    = "{body.name} deals here with something that is not commissioning",
}

note "third-sentence" {
  title = "The third sentence of section 9.0 does not parse", clause = "9.0 s3", row = "WI-047",
  text  = "It speaks of senior managers who hold both roles and has no main verb. The rule rests on the sentence after it.",
}

requirement "one-side-in-one-commission" {
  title        = "Nobody is commissioner and provider in one commission",
  clause       = "9.0 s1", row = "WI-045", force = must,
  of           = part,
  applies_when = all_of { part.commission:is_answered(), part.acts_as:is_answered() },
  passes_when  = records.parts:none(all_of {
    other_part.member:is(part.member),
    other_part.commission:is(part.commission),
    any_of {
      all_of { part.acts_as:includes "commissioner", other_part.acts_as:includes "provider" },
      all_of { part.acts_as:includes "provider", other_part.acts_as:includes "commissioner" },
    },
  }),
  otherwise    = "{member.name} acts as commissioner and as provider in {commission.title}",
}

requirement "conflict-is-challenged-at-all-levels" {
  title       = "At all levels conflict of interest is challenged when something is commissioned",
  clause      = "9.0 s5", row = "WI-048", force = must,
  reading     = "the levels are those of which the paper speaks: Board, CTE and operational delivery",
  of          = commission,
  passes_when = all_of {
    commission.challenges:any(challenge.level:is "Board"),
    commission.challenges:any(challenge.level:is "CTE"),
    commission.challenges:any(challenge.level:is "operational"),
  },
  otherwise   = "no challenge around conflict of interest is recorded at one of the three levels",
}

requirement "relationships-stay-productive" {
  title       = "Keeping apart does not shut providers out of the whole cycle",
  clause      = "9.0 s2, s5", row = "WI-049", force = should,
  reading     = "9.0 s2 lets providers take part in the cycle, and s5 wants productive relationships",
  of          = separation_measure,
  passes_when = separation_measure.bars_from:is_not "the whole cycle",
  otherwise   = "it bars providers from the whole cycle: 9.0 s2 lets them take part, and s5 wants productive relationships",
}

requirement "partners-say-how-they-separate" {
  title       = "Each partner says how it manages and maintains the separation",
  clause      = "9.0 R", row = "WI-050", force = proposed,
  of          = trust_partner,
  passes_when = trust_partner.separation:is_answered(),
  otherwise   = "{trust_partner.name} has not said how it keeps commissioning and providing apart",
}
