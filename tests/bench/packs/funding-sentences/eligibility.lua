criterion "e01" {
  title = "Everything that must be said is said", clause = "E01", effect = blocks,
  passes_when = all_of {
    application.organisation.id:is_answered(), application.organisation.type:is_answered(), application.funding_stream:is_answered(),
    application.amount_requested:is_answered(), application.submitted:is_answered(), application.start_date:is_answered(),
    application.end_date:is_answered(), application.location.council:is_answered(), application.objectives:is_answered(),
    application.existing_strategy_fit:is_answered(), application.title:is_answered(),
  },
  otherwise = "nothing is said about {missing}",
}

criterion "e02" {
  title = "The kind of organisation may apply", clause = "E02", effect = blocks,
  passes_when = all_of {
    application.organisation.type:is_answered(),
    any_of {
      application.organisation.type:is_one_of("voluntary", "community", "statutory"),
      all_of { application.organisation.type:is "private", application.requires_cooperation:is_answered(), application.requires_cooperation:is(yes) },
    },
  },
}

criterion "e03" {
  title = "A voluntary or community organisation is registered", clause = "E03", effect = blocks,
  applies_when = application.organisation.type:is_one_of("voluntary", "community"),
  passes_when = all_of { application.organisation.registered:is_answered(), application.organisation.registered:is(yes) },
}

criterion "e04" {
  title = "The request lies within the stream's limits", clause = "E04", effect = blocks,
  passes_when = all_of {
    application.funding_stream:is_answered(), application.amount_requested:is_answered(),
    any_of {
      all_of { application.funding_stream:is "good_relations", application.amount_requested:at_least(pounds(5000)), application.amount_requested:at_most(pounds(150000)) },
      all_of { application.funding_stream:is "community_safety", application.amount_requested:at_least(pounds(1000)), application.amount_requested:at_most(pounds(75000)) },
      all_of { application.funding_stream:is "rural_support", application.amount_requested:at_least(pounds(500)), application.amount_requested:at_most(pounds(30000)) },
      all_of { application.funding_stream:is "early_years", application.amount_requested:at_least(pounds(10000)), application.amount_requested:at_most(pounds(250000)) },
    },
  },
}

criterion "e05" {
  title = "An outcome is one of the stream's priorities", clause = "E05", effect = blocks,
  passes_when = all_of {
    application.funding_stream:is_answered(), application.outcomes:is_answered(),
    any_of {
      all_of { application.funding_stream:is "good_relations", application.outcomes:includes_any("O1", "O2", "O3") },
      all_of { application.funding_stream:is "community_safety", application.outcomes:includes_any("O2", "O5") },
      all_of { application.funding_stream:is "rural_support", application.outcomes:includes_any("O4", "O6") },
      all_of { application.funding_stream:is "early_years", application.outcomes:includes_any("O1", "O6") },
    },
  },
}

criterion "e06" {
  title = "A statutory body does something else than its core functions", clause = "E06", effect = blocks,
  applies_when = application.organisation.type:is "statutory",
  passes_when = all_of { application.differs_from_core_functions:is_answered(), application.differs_from_core_functions:is(yes) },
}

criterion "e07" {
  title = "Each partner has agreed, where cooperation is required", clause = "E07", effect = blocks,
  applies_when = application.requires_cooperation:is(yes),
  passes_when = all_of {
    application.partners:is_answered(),
    application.partners:every(all_of { partner_organisation.evidence_secured:is_answered(), partner_organisation.evidence_secured:is(yes) }),
  },
  otherwise = "no evidence that {partner_organisation.org} has agreed", or_else = "no partner is named",
}

criterion "e08" {
  title = "It came by the stream's closing date", clause = "E08", effect = blocks,
  passes_when = all_of {
    application.funding_stream:is_answered(), application.submitted:is_answered(),
    any_of {
      all_of { application.funding_stream:is "good_relations", application.submitted:at_most "2026-03-31" },
      all_of { application.funding_stream:is "community_safety", application.submitted:at_most "2026-02-28" },
      all_of { application.funding_stream:is "rural_support", application.submitted:at_most "2026-04-30" },
      all_of { application.funding_stream:is "early_years", application.submitted:at_most "2026-03-15" },
    },
  },
}

criterion "e09" {
  title = "It says what it adds", clause = "E09", effect = blocks,
  passes_when = all_of { application.added_value:is_answered(), application.added_value:is_not(no) },
}

criterion "e10" {
  title = "Where children take part there is a safeguarding policy", clause = "E10", effect = blocks,
  applies_when = application.participation.involves_children:is(yes),
  passes_when = all_of { application.safeguarding_policy:is_answered(), application.safeguarding_policy:is(yes) },
}
