-- Where an arrangement stands on the continuum. Each stage is asked by itself: an arrangement may be at several, or at none.

classification "at-stage-1" {
  title    = "Whether it is joint delivery",
  clause   = "3.2.1", row = { "NI-029", "NI-031", "NI-032", "NI-033", "NI-034", "NI-035" }, force = data,
  of       = arrangement, takes = first,
  { code = "joint delivery", clause = "3.2.1", when = all_of {
      arrangement.agencies:count():at_least(2),
      arrangement.does_jointly:includes "planning", arrangement.does_jointly:includes "delivery" } },
  { code = "not stage 1", clause = "3.2.1", when = any_of {
      arrangement.agencies:count():at_most(1),
      arrangement.does_jointly:excludes "planning", arrangement.does_jointly:excludes "delivery" } },
}

classification "at-stage-2" {
  title    = "Whether it is joint commissioning",
  clause   = "3.3.1", row = { "NI-029", "NI-036", "NI-037" }, force = data,
  reading  = "one source, whatever the number of streams that it is split into; the body that passes money on is no second source",
  of       = arrangement, takes = first,
  { code = "joint commissioning", clause = "3.3.1", when = all_of {
      arrangement.agencies:count():at_least(2),
      arrangement.sources:count():at_least(1), arrangement.sources:count():at_most(1),
      arrangement.does_jointly:includes "planning", arrangement.does_jointly:includes "commissioning" } },
  { code = "not stage 2", clause = "3.3.1", when = any_of {
      arrangement.agencies:count():at_most(1),
      arrangement.sources:count():at_most(0), arrangement.sources:count():at_least(2),
      arrangement.does_jointly:excludes "planning", arrangement.does_jointly:excludes "commissioning" } },
}

local takes_up = all_of {
  other_incorporation.priority:is(arrangement.priority),
  other_incorporation.agency_plan:is_answered(),
  any_of {
    all_of { other_incorporation.set_aside:is_answered(), other_incorporation.set_aside:at_least(pounds("0.01")) },
    other_incorporation.set_aside_of:is_answered(),
  },
}

classification "at-stage-3" {
  title    = "Whether it is aligning resources",
  clause   = "3.4.1", row = { "NI-029", "NI-038", "NI-039" }, force = data,
  reading  = "resources, financial or otherwise (3.4.2)",
  of       = arrangement, takes = first,
  { code = "aligning resources", clause = "3.4.1", when = all_of {
      arrangement.priority:is_answered(), priority.decided_by_members:is_answered(),
      records.incorporations:count_distinct(other_incorporation.agency, takes_up):at_least(2) } },
  { code = "not yet stage 3", clause = "3.4.1", when = any_of {
      not_ { arrangement.priority:is_answered() }, not_ { priority.decided_by_members:is_answered() },
      records.incorporations:count_distinct(other_incorporation.agency, takes_up):at_most(1) } },
}

classification "at-stage-4" {
  title    = "Whether it is pooling resources",
  clause   = "3.5.1", row = { "NI-029", "NI-036", "NI-046" }, force = data,
  reading  = "streams are counted and not sources, so one source split into two streams in one pot is stage 4 as well as stage 2: the paper does not say whether source and stream are the same",
  of       = arrangement, takes = first,
  { code = "pooling resources", clause = "3.5.1", when = all_of {
      arrangement.agencies:count():at_least(2), arrangement.funding_streams:count():at_least(2),
      arrangement.pots:is_answered(), arrangement.pots:is(1),
      arrangement.does_jointly:includes "planning", arrangement.does_jointly:includes "commissioning" } },
  { code = "not stage 4", clause = "3.5.1", when = any_of {
      arrangement.agencies:count():at_most(1), arrangement.funding_streams:count():at_most(1),
      not_ { arrangement.pots:is_answered() }, arrangement.pots:is_not(1),
      arrangement.does_jointly:excludes "planning", arrangement.does_jointly:excludes "commissioning" } },
}

requirement "continuum-is-whole" {
  title         = "The continuum has a name, its four stages and a status",
  clause        = "3.1.1 s3-4, 3.1.3 s1, 3.6 s1", row = { "NI-027", "NI-028" }, force = proposed,
  of            = continuum,
  passes_when   = all_of {
    continuum.name:is_answered(), continuum.status:is_answered(),
    continuum.stages:includes "joint delivery", continuum.stages:includes "joint commissioning",
    continuum.stages:includes "aligning resources", continuum.stages:includes "pooling resources",
  },
  otherwise     = "the continuum is not whole: {missing}",
  or_else       = "a stage of the continuum is missing",
}

requirement "continuum-is-agreed-when-drawn-up" {
  title         = "The continuum is agreed only when the Sub Group has drawn it up as agreed",
  clause        = "3.6 s1, 5.1 b3", row = { "NI-027", "NI-124" }, force = proposed,
  of            = continuum,
  applies_when  = continuum.status:is "agreed",
  passes_when   = continuum.drawn_up:is_answered(),
  otherwise     = "it stands as agreed, and no paper of the Sub Group draws it up: it is proposed",
}
