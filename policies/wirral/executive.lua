-- The Children's Trust Executive (CTE): its seven responsibilities, and how far its decisions go. Section 7.0, second list.

role "executive" {
  title  = "Children's Trust Executive (CTE)", clause = "7.0 C1-C7", closed = "yes",
  row    = { "WI-031", "WI-032", "WI-033", "WI-034", "WI-035", "WI-036", "WI-037" },
  duties = {
    { what = "advises the Board", clause = "7.0 C1" },
    { what = "performance management, with the Every Child Matters outcomes and the Local Area Agreement", clause = "7.0 C2" },
    { what = "decides what is delegated and devolved to it; key strategic developments go to the Board for final approval", clause = "7.0 C3" },
    { what = "prepares and reviews the Children and Young People's Plan", clause = "7.0 C4" },
    { what = "reviews joint commissioning every year", clause = "7.0 C5" },
    { what = "develops the strategies that the plan needs", clause = "7.0 C6" },
    { what = "carries out priorities for better services", clause = "7.0 C7" },
  },
}

classification "standing-of-a-decision" {
  title        = "How far a decision of the Board or of the CTE goes",
  clause       = "7.0 C3", row = "WI-033", force = must,
  reading      = "final inside the Trust; under options 2 and 3 the PCT and Cabinet give another final approval (11.0)",
  of           = decision_taken, takes = first, gives = decision_taken.standing,
  applies_when = body.kind:is_one_of("board", "executive"),

  { code = "final", clause = "7.0 B1, B3", when = body.kind:is "board" },
  { code = "final", clause = "7.0 C3", when = all_of {
      decision_taken.key_strategic:is(yes), decision_taken.approvals:any(approval.by:is "Board") } },
  { code = "needs Board", clause = "7.0 C3", when = decision_taken.key_strategic:is(yes) },
  { code = "final", clause = "7.0 C3", when = all_of {
      decision_taken.key_strategic:is(no), decision_taken.within_delegation:is(yes) } },
  { code = "not delegated", clause = "7.0 C3", when = decision_taken.within_delegation:is(no) },

  otherwise = refer "it is not said whether this is key strategic, or whether it is delegated",
}

requirement "key-strategic-goes-to-the-board" {
  title        = "What the CTE approves and is a key strategic development goes to the Board for final approval",
  clause       = "7.0 C3", row = "WI-033", force = must,
  of           = decision_taken,
  applies_when = all_of { body.kind:is "executive", decision_taken.key_strategic:is(yes) },
  passes_when  = decision_taken.approvals:any(approval.by:is "Board"),
  otherwise    = "needs Board: {body.name} cannot approve a key strategic development finally",
}

requirement "executive-decides-what-is-delegated" {
  title        = "The CTE decides what is delegated and devolved to it",
  clause       = "7.0 C3", row = "WI-033", force = must,
  of           = decision_taken,
  applies_when = all_of { body.kind:is "executive", decision_taken.key_strategic:is(no) },
  passes_when  = decision_taken.within_delegation:is(yes),
  otherwise    = "this is not delegated to {body.name}",
}

requirement "joint-commissioning-reviewed-every-year" {
  title        = "The CTE reviews joint commissioning every year",
  clause       = "7.0 C5", row = "WI-035", force = data,
  of           = body,
  applies_when = body.kind:is "executive",
  test         = function (body, round, parameters)
    if not body.joint_review_held_on then return fail end
    if days_between(body.joint_review_held_on, round.as_of) > parameters.review_days then return fail end
    return pass
  end,
  otherwise    = "overdue: no review of joint commissioning within the last year",
}

no_provision "ecm-outcomes" {
  title = "The Every Child Matters outcomes are named and not listed", clause = "7.0 C2", row = "WI-032",
  so    = "no list of another area or of the country is taken for this paper's",
}
