-- Levels of commissioning (section three), and where decisions are made. The document has three vocabularies of levels, and the
-- locality both commissions and provides.

definition "levels" {
  title  = "Levels of commissioning", clause = "3.2", closed = "no", text = "Commonly identified, the document says.",
  row    = { "ME-069", "ME-071", "ME-072", "ME-074", "ME-077" },
  levels = {
    { code = "national", clause = "3.2 L1, 3.3" },
    { code = "regional and sub-regional", clause = "3.2 L2, 3.4" },
    { code = "Medway-wide", clause = "3.2 L3, 3.5" },
    { code = "neighbourhood or locality", clause = "3.2 L4, 3.7" },
    { code = "individual", clause = "3.2 L5, 3.10" },
  },
}

classification "level-of-commissioning" {
  title   = "Level of commissioning", clause = "3.2", force = data,
  row     = { "ME-069", "ME-071", "ME-072", "ME-074", "ME-077", "ME-116" },
  reading = "the narrowest first; what is for the region and is no specialist, low incidence service of tier 4 has no level",
  of      = commission, takes = first, gives = commission.level, stated = commission.level_stated,
  refused = {
    ["practice"] = "it is named in 2.2 and is no level of 3.2: unmapped, a gap in the source",
    ["macro"]    = "it is named in 2.8 and is no level of 3.2: unmapped, a gap in the source",
    ["micro"]    = "it is named in 2.8: individual packages of care; say individual",
  },

  { code = "individual", clause = "3.2 L5, 3.10", when = commission.reach:is "individual children" },
  { code = "neighbourhood or locality", clause = "3.2 L4, 3.7", when = all_of { commission.reach:is "locality", commission.prevention:is(yes) } },
  { code = "Medway-wide", clause = "3.2 L3, 3.5", when = commission.reach:is "Medway" },
  { code = "regional and sub-regional", clause = "3.2 L2, 3.4", when = all_of {
      commission.reach:is "region", commission.specialist:is(yes), commission.low_incidence:is(yes), commission.tier:is "4" } },
  { code = "national", clause = "3.2 L1, 3.3", when = commission.reach:is "national" },

  otherwise = refer "gap in source: no level of 3.2 fits this commission",
}

requirement "level-as-stated" {
  title        = "The level submitted is the one that the framework gives",
  clause       = "3.2", row = { "ME-071", "ME-072", "ME-074", "ME-077" }, force = data,
  of           = commission,
  applies_when = commission.level_stated:is_answered(),
  passes_when  = all_of { commission.level:is_answered(), commission.level:is(commission.level_stated) },
  otherwise    = "{commission.level_stated} was submitted; by the framework's description this is another level, or none",
}

classification "most-local-level" {
  title        = "Most local level with excellent performance and value for money", clause = "4.1 b2", row = "ME-079", force = must,
  reading      = "asked of the locality first; where either is not met, of the next level up",
  of           = commission, takes = first, gives = commission.local_level,
  applies_when = commission.decides_well:is_answered(),

  { code = "neighbourhood or locality", clause = "4.1 b2, 3.2 L4", when = all_of {
      commission.decides_well.locality_performance:is(yes), commission.decides_well.locality_value:is(yes) } },
  { code = "Medway-wide", clause = "4.1 b2, 3.2 L3", when = all_of {
      commission.decides_well.medway_performance:is(yes), commission.decides_well.medway_value:is(yes) } },
  { code = "regional and sub-regional", clause = "4.1 b2, 3.2 L2", when = all_of {
      commission.decides_well.region_performance:is(yes), commission.decides_well.region_value:is(yes) } },

  otherwise = refer "at no level are both met",
}

requirement "decided-at-the-most-local-level" {
  title        = "Decisions are made at the most local level that will do, or a reason says why not",
  clause       = "4.1 b2", row = "ME-079", force = must,
  reading      = "a presumption: another level needs a reason, and with it stands",
  of           = commission,
  applies_when = all_of { commission.level_chosen:is_answered(), commission.local_level:is_answered() },
  passes_when  = any_of { commission.level_chosen:is(commission.local_level), commission.level_reason:is_answered() },
  otherwise    = "{commission.local_level} would do, {commission.level_chosen} was chosen, and no reason is given",
}

role "locality-commissioners" {
  title  = "Locality commissioners, who in some cases also provide", clause = "3.9", row = "ME-076", closed = "no",
  bodies = { "Integrated Area Teams", "Sure Start Centres", "voluntary organisations", "schools or school consortia", "GPs in practice-based commissioning",
    "individual parents or families as part purchasers" },
}

requirement "locality-keeps-its-functions-apart" {
  title         = "A locality body that commissions and provides keeps the two apart",
  clause        = "3.9, 4.1 b6", row = "ME-076", force = data,
  reading       = "3.9 lets a body do both, and 4.1 b6 wants independence from providers: where both meet, somebody says how they are kept apart",
  of            = body,
  applies_when  = all_of { body.kind:is "locality commissioner", body.functions:includes "commissioner", body.functions:includes "provider" },
  passes_when   = body.separation:is_answered(),
  otherwise     = "{body.name} commissions and provides, and nothing says how the two are kept apart",
}

definition "levels-named-elsewhere" {
  title  = "Levels that other sections name", clause = "2.2 s3, 2.8 s2", row = "ME-116",
  levels = { "individual (2.2)", "practice (2.2)", "local (2.2)", "regional (2.2)", "macro (2.8)", "micro (2.8)" },
}

crosswalk "level-vocabularies" {
  title = "Three vocabularies of levels", clause = "2.2 s3, 2.8 s2, 3.2", row = "ME-116",
  from  = "levels-named-elsewhere", to = "levels",
  pairs = {
    { from = "individual (2.2)", to = "individual" },
    { from = "practice (2.2)", to = "unmapped" },
    { from = "local (2.2)", to = "neighbourhood or locality", reading = "or Medway-wide: local is not said of what" },
    { from = "regional (2.2)", to = "regional and sub-regional" },
    { from = "macro (2.8)", to = "unmapped" },
    { from = "micro (2.8)", to = "individual" },
  },
}

note "national-context" {
  title = "National commissioning is the context of most provision", clause = "3.3", row = "ME-070",
  text  = "Background.",
}

note "local-knowledge" {
  title = "Local people and professionals know services better, and often bring resources", clause = "3.8", row = "ME-075",
  text  = "Background.",
}
