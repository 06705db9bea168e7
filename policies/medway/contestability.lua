-- Who may provide, in-house or not, and on what terms: options, independence, contestability, and improvement before anything else

requirement "options-are-considered" {
  title       = "Options are considered before it is decided how to commission",
  clause      = "2.17", row = "ME-051", force = must,
  of          = commission,
  passes_when = commission.options:count():at_least(parameters.fewest_options),
  otherwise   = "fewer options were considered than {parameters.fewest_options}",
}

requirement "three-sectors-are-considered" {
  title       = "The strengths of the public, private and third sectors are put to use",
  clause      = "1.3 s2", row = "ME-004", force = data,
  of          = commission,
  passes_when = all_of {
    commission.options:any(option.sector:is "public"),
    commission.options:any(option.sector:is "private"),
    commission.options:any(option.sector:is "third"),
  },
  otherwise   = "the options leave out a sector: public, private or third",
}

requirement "partners-analysed-first" {
  title        = "What each partner commissions now is analysed before commissioning jointly",
  clause       = "2.13 s2", row = "ME-046", force = must,
  of           = commission,
  applies_when = commission.joint:is(yes),
  passes_when  = all_of { commission.parties:is_answered(), commission.parties:every(party.analysis:is_answered()) },
  otherwise    = "there is no analysis of what {party.name} commissions now",
  or_else      = "no partner is named",
}

requirement "roles-are-clear" {
  title       = "The Trust is clear of its role as commissioner and, through its partners, as provider",
  clause      = "2.4 s4", row = "ME-033", force = must,
  of          = commission,
  passes_when = all_of { commission.parties:is_answered(), commission.parties:every(party.role:is_answered()) },
  otherwise   = "the role of {party.name} is not declared",
  or_else     = "no partner is named",
}

requirement "in-house-provider-is-accountable" {
  title        = "Commissioners can hold an in-house provider to account, in all cases",
  clause       = "2.4 s5", row = "ME-034", force = must,
  of           = commissioning_decision,
  applies_when = all_of { commissioning_decision.kind:is_one_of("award", "recommission"), commissioning_decision.in_house:is(yes) },
  passes_when  = commissioning_decision.accountability:is_answered(),
  otherwise    = "nothing says how {commissioning_decision.provider_function} is held to account",
}

requirement "improve-before-recommissioning" {
  title        = "The provider is helped to improve before other options are considered",
  clause       = "2.25", row = "ME-067", force = must,
  reading      = "it holds commissioning anew; a market test on review (3.6) is none",
  of           = commission,
  applies_when = commission.recommissions:is_answered(),
  passes_when  = all_of {
    commission.improvement.work:is_answered(),
    commission.improvement.ended_on:is_answered(),
    commission.options_opened_on:is_answered(),
    commission.improvement.ended_on:is_before(commission.options_opened_on),
  },
  otherwise    = "no improvement work with {commission.provider} ended before options were opened",
}

-- Disinvestment is among what the Unit may do (5.5 b5): it applies such a decision. Who takes it, and when, is not said.

requirement "disinvestment-is-decided-before-it-is-applied" {
  title        = "The Unit applies a disinvestment that was decided",
  clause       = "5.5 b5", row = "ME-096", force = proposed,
  of           = commissioning_decision,
  applies_when = commissioning_decision.kind:is "disinvest",
  passes_when  = all_of {
    commissioning_decision.body:is_answered(), commissioning_decision.decided_on:is_answered(),
    commissioning_decision.applied_on:is_answered(),
    not_ { commissioning_decision.applied_on:is_before(commissioning_decision.decided_on) },
  },
  otherwise    = "the disinvestment was applied before anybody decided it, or who decided and when is not on record",
}

no_provision "disinvestment" {
  title = "When money is withdrawn from a service, and who decides it, is not said", clause = "5.5 b5", row = "ME-096",
  so    = "a decision to disinvest is one of the types, and meets what every commissioning decision meets",
}

classification "way-to-a-decision" {
  title   = "What a decision does to a service", clause = "2.25, 3.6, 5.5 b5", row = { "ME-067", "ME-096" }, force = context,
  reading = "four types that the document speaks of; it has no list of them",
  of      = commissioning_decision, takes = first,

  { code = "new", clause = "2.17", when = commissioning_decision.kind:is_one_of("commission", "award") },
  { code = "anew", clause = "2.25", when = commissioning_decision.kind:is "recommission" },
  { code = "withdrawn", clause = "5.5 b5", when = commissioning_decision.kind:is "disinvest" },

  otherwise = refer "the kind of decision is not said",
}

requirement "review-has-a-result" {
  title        = "A review of an in-house service may end in keeping, market testing or commissioning it anew",
  clause       = "3.6 s3", row = "ME-073", force = data,
  reading      = "keeping it is not named: it is what happens where neither is needed",
  of           = service_review,
  applies_when = service.in_house:is(yes),
  passes_when  = service_review.result:is_answered(),
  otherwise    = "the review of this in-house service has no result",
}

-- Independence. Being employed by a partner is no interest in its in-house services: managing the team or working in it is.

definition "conflict-approach" {
  title = "By independence from providers: commissioning is independent of providers, internal or external", clause = "4.1 b6", row = "ME-083",
}

conflict "independent-of-providers" {
  title       = "Who judges a bid has no interest in a provider, internal or external",
  clause      = "4.1 b6", row = "ME-083", force = must,
  reading     = "an internal provider is the team that bids: who manages it or works in it is not independent of it; who has a part in one bid judges none for the same",
  of          = judgement,
  arises_when = records.bids:any(all_of {
    other_bid.procurement:is(bid.procurement),
    any_of {
      member.interests:includes(other_bid.bidder),
      all_of { other_bid.in_house:is(yes), any_of { member.manages:includes(other_bid.team), member.works_in:includes(other_bid.team) } },
    },
  }),
  action      = exclude,
  otherwise   = "refused: {member.name} has an interest in who bids in this procurement, in-house or external",
}

conflict "decided-independently-of-the-provider" {
  title       = "Who takes a commissioning decision has no interest in the provider, internal or external",
  clause      = "4.1 b6", row = "ME-083", force = must,
  reading     = "the provider is the one that the decision is about: an organisation, or an in-house function that they manage or work in",
  of          = judgement,
  arises_when = any_of {
    member.interests:includes(commissioning_decision.provider),
    all_of {
      commissioning_decision.in_house:is(yes),
      any_of { member.manages:includes(commissioning_decision.provider_function), member.works_in:includes(commissioning_decision.provider_function) },
    },
  },
  action      = exclude,
  otherwise   = "refused: {member.name} has an interest in the provider that {commissioning_decision.title} is about",
}

conflict "independent-on-the-panel" {
  title       = "Who decides on applications has no interest in an applicant",
  clause      = "4.1 b6", row = "ME-083", force = must,
  reading     = "independence is of the commissioning function: the member leaves the panel, and not the one item",
  arises_when = any_of {
    all_of { not_ { all_of { application.in_house:is_answered(), application.in_house:is(yes) } }, member.ties:is_answered() },
    member.interests:includes(application.applicant),
  },
  action      = exclude, scope = "panel",
  otherwise   = "{member.name} is not independent of {application.applicant}",
}

conflict "independent-of-the-in-house-team" {
  title       = "Who decides on applications has no part in an in-house team that applies",
  clause      = "4.1 b6", row = "ME-083", force = must,
  reading     = "who manages the team or works in it is not independent of it; being employed by the same authority is no interest",
  arises_when = all_of {
    application.in_house:is(yes),
    any_of { member.manages:includes(application.in_house_team), member.works_in:includes(application.in_house_team) },
  },
  action      = exclude, scope = "panel",
  otherwise   = "{member.name} manages or works in {application.in_house_team}, which applies",
}

-- Contestability: the same rules for all

requirement "in-house-bids-are-compared" {
  title        = "Internal and external services can be contested: an in-house bid stands beside external ones",
  clause       = "4.1 b7", row = "ME-084", force = must,
  of           = bid,
  applies_when = bid.in_house:is(yes),
  passes_when  = any_of {
    procurement.external_comparison:is_answered(),
    records.bids:any(all_of { other_bid.procurement:is(bid.procurement), other_bid.in_house:is(no) }),
  },
  otherwise    = "the in-house bid of {bid.team} is compared with no external service",
}

requirement "bids-are-held-to-the-same-rules" {
  title       = "In-house and external bidders follow the same procurement rules",
  clause      = "6.1 s2", row = "ME-102", force = must,
  of          = bid,
  passes_when = all_of {
    bid.rule_set:is_answered(),
    records.bids:none(all_of {
      other_bid.procurement:is(bid.procurement),
      other_bid.rule_set:is_answered(),
      other_bid.rule_set:is_not(bid.rule_set),
    }),
  },
  otherwise   = "rules that this bid is held to: {bid.rule_set}; another for the same is held to others, or none are recorded here",
}

requirement "procurement-rules-are-named" {
  title       = "Where bids are invited, procurement rules are followed",
  clause      = "6.1 s2", row = { "ME-102", "ME-119" }, force = must,
  reading     = "followed rules can be named; what they say is not in the document",
  of          = procurement,
  passes_when = procurement.rules:is_answered(),
  otherwise   = "bids are invited, and the procurement rules that are followed are not named",
}

requirement "bid-in-time" {
  title        = "A bid is in time by the procurement rules that are followed, in-house or external",
  clause       = "6.1 s2", row = { "ME-102", "ME-119" }, force = must,
  reading      = "the document has no deadline; the last day is that of the rules that the invitation names, and is included",
  of           = bid,
  applies_when = all_of { procurement.rules:is_answered(), procurement.closes:is_answered() },
  passes_when  = all_of { bid.received_on:is_answered(), not_ { bid.received_on:is_after(procurement.closes) } },
  otherwise    = "it came on {bid.received_on}; the last day was {procurement.closes} by {procurement.rules}",
}

criterion "held-to-the-same-rules" {
  title         = "In-house and external applicants follow the same procurement rules",
  clause        = "6.1 s2", row = "ME-102", force = must, effect = refers,
  effect_reason = "which of two sets of rules is the right one is for a person: nobody is turned down for what another bid was held to",
  passes_when   = all_of {
    application.rule_set:is_answered(),
    applications:none(all_of {
      other.stream:is(application.stream),
      other.rule_set:is_answered(),
      other.rule_set:is_not(application.rule_set),
    }),
  },
  otherwise     = "rules that this bid is held to: {application.rule_set}; another in this stream is held to others, or none are recorded here",
}

requirement "value-for-money-is-considered" {
  title       = "Procurement aims at the best value for money",
  clause      = "6.2 s1", row = "ME-103", force = should,
  reading     = "considered, in words: the document has no weight and no scale",
  of          = procurement,
  passes_when = procurement.value_for_money:is_answered(),
  otherwise   = "value for money is not considered",
}
