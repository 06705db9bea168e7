-- Who may adopt the framework, and how the members of the partnership come to agree it. Paragraph 14 and Annex 3 name different
-- adopters; each body is reported against both.

requirement "commissions-for-vulnerable-children" {
  title       = "A body that adopts the framework commissions services for vulnerable children",
  clause      = "14 s2", row = "HA-049", force = proposed,
  of          = adoption,
  passes_when = all_of { adoption.commissions_for_children:is_answered(), adoption.commissions_for_children:is(yes) },
  otherwise   = "not within para 14: {adoption.body} is not said to commission services for vulnerable children",
}

requirement "commissions-in-haringey" {
  title       = "A body that adopts the framework commissions these services in Haringey",
  clause      = "14 s2", row = "HA-049", force = proposed,
  reading     = "the services are in Haringey; where the body has its seat is not asked",
  of          = adoption,
  passes_when = all_of { adoption.in_haringey:is_answered(), adoption.in_haringey:is(yes) },
  otherwise   = "not within para 14: {adoption.body} is not said to commission in Haringey",
}

requirement "willing-to-be-monitored" {
  title       = "A body that adopts the framework is willing to be monitored against its principles",
  clause      = "14 s2", row = "HA-049", force = proposed,
  of          = adoption,
  passes_when = all_of { adoption.willing_to_be_monitored:is_answered(), adoption.willing_to_be_monitored:is(yes) },
  otherwise   = "not within para 14: {adoption.body} is not said to be willing to be monitored against the principles",
}

classification "standing-under-para-14" {
  title   = "Whether a body may adopt the framework by paragraph 14",
  clause  = "14 s2", row = "HA-049", force = proposed,
  reading = "all three are asked for; the findings name the ones that are missing",
  of      = adoption, takes = first,

  { code = "within para 14", clause = "14 s2", when = all_of {
    adoption.commissions_for_children:is(yes), adoption.in_haringey:is(yes), adoption.willing_to_be_monitored:is(yes),
  } },
  { code = "not within para 14", clause = "14 s2", when = any_of {
    adoption.commissions_for_children:is(no), adoption.in_haringey:is(no), adoption.willing_to_be_monitored:is(no),
  } },

  otherwise = refer "one of the three is not said",
}

requirement "works-with-children-in-haringey" {
  title       = "Other agencies that adopt the framework step by step work with children in Haringey",
  clause      = "Ann.3 P2.1", row = { "HA-049", "HA-083" }, force = proposed,
  reading     = "wider than paragraph 14: an agency that commissions nothing may still work with children; both are reported",
  of          = adoption,
  passes_when = all_of { adoption.works_with_children:is_answered(), adoption.works_with_children:is(yes) },
  otherwise   = "not within Ann.3 P2.1: {adoption.body} is not said to work with children in Haringey",
}

note "two-kinds-of-adopters" {
  title = "Who may adopt the framework is said twice, and not alike", clause = "14, Ann.3 P2.1", row = { "HA-049", "HA-083" },
  statements = {
    { says = "an agency or partnership that commissions for vulnerable children in Haringey and accepts monitoring", clause = "14 s2" },
    { says = "other agencies working with children in Haringey", clause = "Ann.3 P2.1" },
  },
  text = "Each body is reported against both; neither is taken for the other.",
}

requirement "adoption-has-a-date" {
  title        = "The register of adoptions has a day for each, from November 2006 onwards",
  clause       = "Ann.3 P2.1", row = "HA-083", force = proposed,
  reading      = "the action starts in November 2006 and has no end; a body that only asks is not in the register",
  of           = adoption,
  applies_when = adoption.registered:is(yes),
  passes_when  = all_of { adoption.adopted_on:is_answered(), adoption.adopted_on:at_least "2006-11-01" },
  otherwise    = "{adoption.body} stands in the register without a day, or with one before November 2006",
}

requirement "partner-made-aware" {
  title       = "A partner is made aware of the framework, and of the benefits of working within it, before it adopts it",
  clause      = "Ann.3 P2.1a", row = "HA-084", force = proposed,
  reading     = "that it comes before adoption is ours; the paper names the task alone",
  of          = adoption,
  passes_when = all_of {
    adoption.made_aware_on:is_answered(),
    any_of { not_ { adoption.adopted_on:is_answered() }, not_ { adoption.made_aware_on:is_after(adoption.adopted_on) } },
  },
  otherwise   = "nothing says that {adoption.body} was told of the framework before it adopted it",
}

requirement "agency-agrees-the-principles" {
  title        = "Each agency that engages in the process agrees the set of principles",
  clause       = "13 s1", row = "HA-107", force = proposed,
  reading      = "the set as a whole; no agency agrees some of them",
  of           = agency,
  applies_when = agency.engaged:is(yes),
  passes_when  = agency.principles_agreed_on:is_answered(),
  otherwise    = "{agency.name} engages, and no record says that it agreed the principles",
}

-- September 2006: the members of the partnership agree the framework

requirement "agreed-with-members-by-september" {
  title       = "The framework is agreed with the members of the CYPSP by the end of September 2006",
  clause      = "Ann.3 P1.2", row = "HA-073", force = proposed,
  reading     = "22 P1 foresees a proposal in November 2006 only, and the Board may adopt it at its next meeting: see the statements of the timetable",
  of          = framework,
  passes_when = all_of { framework.agreed_with_members_on:is_answered(), framework.agreed_with_members_on:at_most "2006-09-30" },
  otherwise   = "no agreement of the members is recorded by the end of September 2006",
}

chain "agreeing-the-framework" {
  title = "How the framework is agreed", clause = "Ann.3 P1.2a-d", row = "HA-074", status = "proposed", closed = "yes",
  steps = {
    { does = "establish a consultation process", clause = "Ann.3 P1.2a" },
    { does = "consult partner agencies", clause = "Ann.3 P1.2b" },
    { does = "revise in light of comments", clause = "Ann.3 P1.2c" },
    { does = "attain formal agreement to work within the framework", clause = "Ann.3 P1.2d" },
  },
}

requirement "agreed-in-four-steps" {
  title        = "Consultation is set up, partners are consulted, the framework is revised, and then it is agreed",
  clause       = "Ann.3 P1.2a-d", row = "HA-074", force = proposed,
  reading      = "two steps on one day are in order",
  of           = framework,
  applies_when = framework.agreed_with_members_on:is_answered(),
  passes_when  = all_of {
    framework.consultation_set_up_on:is_answered(), framework.consulted_on:is_answered(), framework.revised_on:is_answered(),
    not_ { framework.consulted_on:is_before(framework.consultation_set_up_on) },
    not_ { framework.revised_on:is_before(framework.consulted_on) },
    not_ { framework.agreed_with_members_on:is_before(framework.revised_on) },
  },
  otherwise    = "out of order: a step is missing or came before the one that it follows",
}
