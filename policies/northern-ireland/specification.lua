-- What must stand before a stream is opened: priorities, then a specification, then its criteria

requirement "recorded-in-the-plan" {
  title = "Planning and commissioning are recorded through the Children and Young People's Plan",
  clause = "1.1.1 b1", row = "NI-001", force = must, effect = warns,
  effect_reason = "the plan is kept elsewhere; the round can only point at it",
  of = stream,
  passes_when = stream.plan_reference:is_answered(),
  otherwise   = "{stream.title} is not recorded in the plan",
}

requirement "priorities-serve-outcomes" {
  title = "Priorities are named, and the outcomes that they serve",
  clause = "4.5.1", row = "NI-068", force = must, effect = warns,
  effect_reason = "the round is open already; the panel is told",
  of = stream,
  passes_when = all_of { stream.priorities:is_answered(), stream.outcomes:is_answered() },
  otherwise   = "{stream.title} has no {missing}",
}

requirement "outcomes-are-the-six" {
  title = "The outcomes named are among the six of the plan",
  clause = "1.1.1 b1, 4.5.1", row = { "NI-002", "NI-068" }, force = must, effect = warns,
  effect_reason = "another area's label is a slip of the stream's, not the applicant's",
  of = stream,
  test = function (stream)
    for _, outcome in ipairs(stream.outcomes) do
      if not one_of(outcome, "being-healthy", "enjoying-learning-and-achieving", "living-in-safety-and-with-stability",
          "experience-economic-and-environmental-well-being", "contributing-positively-to-community-and-society",
          "living-in-a-society-which-respects-their-rights") then
        return fail
      end
    end
    return pass
  end,
  otherwise = "{stream.title} names an outcome that is not one of the six",
}

requirement "specification-after-priorities" {
  title = "The specification follows from priorities already agreed",
  clause = "4.5.2", row = "NI-069", force = must, effect = warns,
  effect_reason = "the round is open already; the panel is told",
  of = stream,
  passes_when = not_ { stream.specification_published_on:is_before(stream.priorities_agreed_on) },
  otherwise   = "the specification is older than the priorities",
}

requirement "specification-before-opening" {
  title = "The specification is published before proposals are asked for",
  clause = "4.5.3", row = "NI-075", force = must, effect = warns,
  effect_reason = "the round is open already; the panel is told",
  of = stream,
  passes_when = all_of {
    stream.specification:is_answered(),
    stream.specification_published_on:is_answered(),
    not_ { stream.specification_published_on:is_after(stream.opens) },
  },
  otherwise   = "{stream.title} opened without a published specification",
}

requirement "eligibility-is-agreed" {
  title = "Applications are reviewed by agreed standard eligibility",
  clause = "4.5.5 s1", row = "NI-085", force = must, effect = warns,
  effect_reason = "the paper lists no standard eligibility; every application of a round meets the same pack by digest",
  of = stream,
  passes_when = all_of { stream.criteria_agreed_on:is_answered(), not_ { stream.criteria_agreed_on:is_after(round.as_of) } },
  otherwise   = "the criteria of {stream.title} are not agreed: there is no day on which they were, or it is still to come",
}

requirement "criteria-for-each-priority" {
  title = "Each priority has clearly defined criteria",
  clause = "4.5.5 s1", row = "NI-086", force = must, effect = warns,
  effect_reason = "measures are held by stream; the panel is told which priority has none",
  of = stream,
  passes_when = stream.criteria_for:covers(stream.priorities),
  otherwise   = "no criteria are written for {missing}",
}
