-- From the panel to an agreement: who does what, in which order

chain "approval" {
  title = "From a funding panel to a monitored service",
  clause = "4.5.4 to 4.5.8", row = { "NI-083", "NI-087", "NI-089", "NI-094", "NI-095", "NI-096" },
  steps = {
    { by = "a sub group", does = "forms a multi-agency funding panel", clause = "4.5.4" },
    { by = "the funding panel", does = "reviews applications and records why it decides as it does", clause = "4.5.5 s1-2" },
    { by = "the group", does = "discusses any change with the applicant", clause = "4.5.5 s4" },
    { by = "the funding panel", does = "presents its recommendations", clause = "4.5.7" },
    { by = "the wider group", does = "gives final approval", clause = "4.5.7" },
    { by = "not said", does = "issues letters of offer", clause = "4.5.8" },
    { by = "not said", does = "puts contracting and monitoring arrangements in place", clause = "4.5.8" },
    { by = "each provider", does = "works to a service level agreement with a performance management framework", clause = "4.4.1" },
  },
}

requirement "framework-is-agreed" {
  title = "The partnership has agreed the framework under which it awards",
  clause = "4.1 p1", row = "NI-049", force = must, effect = warns,
  effect_reason = "the paper is itself a first draft; blocking on it would leave nothing to use",
  of = round,
  passes_when = round.framework_status:is "agreed",
  otherwise   = "awards are made under a framework that is not agreed yet",
}

requirement "within-the-plan-period" {
  title = "The round lies within the period of the plan",
  clause = "4.2", row = "NI-051", force = data,
  reading = "whole calendar years: this paper gives the years and no months",
  of = round,
  passes_when = all_of {
    not_ { round.as_of:is_before(parameters.plan_from) },
    not_ { round.as_of:is_after(parameters.plan_until) },
  },
  otherwise   = "{round.as_of} is outside the plan period",
}

requirement "agencies-keep-their-authority" {
  title = "Money of an agency is spent on that agency's own authority",
  clause = "2.1.2 s2", row = "NI-017", force = must, effect = warns,
  effect_reason = "the authority is each agency's; approval is held back when Remit records one",
  of = stream,
  applies_when = stream.sources:is_answered(),
  passes_when  = stream.sources:every(source.authority:is_answered()),
  otherwise    = "no authority of {source.agency} is recorded for its money",
}
