-- What is asked of a joint commission and of its contracts. What one agency commissions by itself goes on as before (paragraph 20):
-- the rules of joint commissioning are not asked of it.

classification "kind-of-commissioning" {
  title   = "Whether a commission is joint, or one agency's own",
  clause  = "20 s1", row = "HA-059", force = must,
  reading = "an agency's own commissioning is valid and stays outside the joint rules",
  of      = commission, takes = first,

  { code = "joint", clause = "21", when = commission.joint:is(yes) },
  { code = "within an agency", clause = "20 s1", when = commission.joint:is(no) },

  otherwise = refer "it is not said whether agencies commission this jointly",
}

requirement "children-test-and-lead" {
  title         = "Needs are met as children and young people test and lead it, and services are designed for outcomes",
  clause        = "6 b1", row = "HA-018", force = must,
  of            = commission,
  applies_when  = commission.joint:is(yes),
  passes_when   = all_of { commission.participation:is_answered(), commission.outcomes:is_answered() },
  otherwise     = "{commission.title}: nothing is recorded of {missing}",
}

requirement "both-kinds-of-sources" {
  title        = "Collective resources secure services from statutory and non-statutory sources",
  clause       = "6 b2", row = "HA-019", force = must,
  reading      = "both kinds are considered; which of them serves best is for the commissioners",
  of           = commission,
  applies_when = commission.joint:is(yes),
  passes_when  = all_of {
    commission.sources_considered:is_answered(),
    commission.sources_considered:includes "statutory", commission.sources_considered:includes "non-statutory",
  },
  otherwise    = "{commission.title}: statutory and non-statutory sources were not both considered",
}

requirement "contract-is-monitored" {
  title        = "Agreement, contract and monitoring arrangements are in place",
  clause       = "6 b3", row = "HA-020", force = must,
  of           = contract,
  applies_when = commission.joint:is(yes),
  passes_when  = all_of { contract.agreement:is_answered(), contract.monitoring:is_answered() },
  otherwise    = "a contract of {commission.title} has no {missing}",
}

requirement "contract-has-outcomes" {
  title        = "Outcomes are contracted for",
  clause       = "Ann.3 P3.2", row = "HA-096", force = proposed,
  of           = contract,
  applies_when = commission.joint:is(yes),
  passes_when  = contract.outcomes:is_answered(),
  otherwise    = "a contract of {commission.title} names no outcome",
}

requirement "one-monitoring-template" {
  title        = "Joint commissions are monitored and evaluated by common arrangements",
  clause       = "8 s2", row = "HA-022", force = proposed,
  reading      = "the same monitoring template is a common arrangement",
  of           = commission,
  applies_when = commission.joint:is(yes),
  passes_when  = all_of {
    commission.monitoring_template:is_answered(),
    records.commissions:none(all_of {
      other_commission.joint:is(yes),
      other_commission.monitoring_template:is_answered(),
      other_commission.monitoring_template:is_not(commission.monitoring_template),
    }),
  },
  otherwise    = "{commission.title} has no monitoring template, or another commission uses another one",
}

requirement "linked-to-needs" {
  title         = "A commission is closely linked to an assessment of needs",
  clause        = "15 s1", row = "HA-050", force = must,
  of            = commission,
  applies_when  = commission.joint:is(yes),
  passes_when   = commission.needs_link:is_answered(),
  otherwise     = "{commission.title} is linked to no assessment of needs",
}

requirement "strategic-informed-by-knowing-our-children" {
  title        = "Strategic commissioning for the whole borough is informed by Knowing Our Children",
  clause       = "15 s2", row = "HA-050", force = must,
  of           = commission,
  applies_when = all_of { commission.joint:is(yes), commission.level:is "strategic" },
  passes_when  = all_of { commission.needs_link:is_answered(), commission.needs_link:is "Knowing Our Children" },
  otherwise    = "{commission.title} is strategic and not linked to Knowing Our Children",
}

requirement "network-has-data-and-resources" {
  title        = "A commission of a Children's Network has data on the needs of the locality and resources identified jointly",
  clause       = "15 s3", row = "HA-051", force = data,
  of           = commission,
  applies_when = commission.network:is_answered(),
  passes_when  = all_of { commission.locality_data:is_answered(), commission.resources:is_answered() },
  otherwise    = "{commission.title}: nothing is said of {missing}",
}

requirement "networks-have-needs" {
  title       = "The needs of each network are looked at",
  clause      = "16 s2", row = "HA-053", force = data,
  of          = network,
  passes_when = network.needs:is_answered(),
  otherwise   = "{network.title} has no record of its needs",
}

requirement "three-networks" {
  title       = "There are three Children's Networks",
  clause      = "16 s1", row = "HA-053", force = data,
  reading     = "the paper names three heads of networks",
  of          = team,
  passes_when = records.networks:count():is(3),
  otherwise   = "there are not three networks",
}

requirement "placement-is-individual" {
  title        = "A placement of a looked after child is commissioned at the individual level, by the pan-London protocol",
  clause       = "24 s1", row = "HA-065", force = data,
  of           = commission,
  applies_when = commission.placement:is(yes),
  passes_when  = all_of { commission.level:is_answered(), commission.level:is "individual", commission.protocol:is_answered() },
  otherwise    = "{commission.title} is a placement, and not at the individual level or without a protocol",
}

requirement "commission-serves-the-plan" {
  title        = "A joint commission delivers a part of Changing Lives, 2006-2009",
  clause       = "10", row = "HA-025", force = data,
  of           = commission,
  applies_when = commission.joint:is(yes),
  passes_when  = all_of {
    commission.priority:is_answered(), priority.plan:is "Changing Lives", priority.years:is(parameters.plan_years),
  },
  otherwise    = "{commission.title} is linked to no priority of Changing Lives",
}

requirement "plan-is-delivered" {
  title         = "The delivery of Changing Lives is guaranteed: each priority has an action or a commission",
  clause        = "10 s2", row = "HA-105", force = must,
  of            = priority,
  passes_when   = any_of {
    records.commissions:any(all_of { other_commission.priority:is_answered(), other_commission.priority:is(priority.id) }),
    records.actions:any(all_of { other_action.priority:is_answered(), other_action.priority:is(priority.id) }),
  },
  otherwise     = "nothing delivers {priority.title}: no action and no commission",
}

requirement "pooling-rests-on-evaluation" {
  title       = "More ambitious pooling rests on a robust evaluation of current practice",
  clause      = "17 b3", row = "HA-056", force = proposed,
  of          = pooling_proposal,
  passes_when = pooling_proposal.evaluation:is_answered(),
  otherwise   = "{pooling_proposal.title} names no evaluation of current practice",
}
