-- What the Board is asked to decide: section 13.0, and the recommendations in bold that it leaves out

chain "asked-of-the-board" {
  title = "What the paper puts before the Board", clause = "7.0 R, 8.0 R, 9.0 R, 10.0 R1-R2, 13.0", row = { "WI-092", "WI-098" }, closed = "yes",
  steps = {
    { item = "7.0 R", what = "the CTE stays as it is; how its executive role can grow is explored" },
    { item = "8.0 R", what = "not all budgets are pooled; pilots in no more than three key priority areas" },
    { item = "9.0 R", what = "partners say how they keep commissioning and providing apart" },
    { item = "10.0 R1", what = "lead commissioners and commissioning officers for all areas" },
    { item = "10.0 R2", what = "a Joint Commissioning Manager, a map of resources and proposals for a support team" },
    { item = "13.0", what = "a preferred model, and the CTE told to develop its detail and plan" },
  },
}

requirement "preferred-model-and-instruction" {
  title        = "The Board identifies a preferred model and instructs the CTE: both",
  clause       = "13.0", row = "WI-092", force = proposed,
  of           = board_item,
  applies_when = all_of { board_item.item:is "13.0", board_item.decided_on:is_answered() },
  passes_when  = all_of { board_item.preferred_model:is_answered(), board_item.instructs_cte:is_answered(), board_item.instructs_cte:is(yes) },
  otherwise    = "the decision has two parts, and one is missing: the preferred model or the instruction to the CTE",
}

requirement "approval-is-a-later-decision" {
  title        = "The Board approves the plan in a later decision, once it came back",
  clause       = "13.0", row = "WI-092", force = proposed,
  of           = board_item,
  applies_when = all_of { board_item.item:is "13.0", board_item.plan_approved_on:is_answered() },
  passes_when  = all_of {
    board_item.plan_put_on:is_answered(),
    board_item.plan_approved_on:is_after(board_item.decided_on),
    not_ { board_item.plan_approved_on:is_before(board_item.plan_put_on) },
  },
  otherwise    = "a plan that has not come back to the Board cannot be approved with the choice of the model",
}

classification "standing-of-the-preferred-model" {
  title        = "How the preferred model stands",
  clause       = "13.0", row = "WI-092", force = proposed,
  of           = board_item, takes = first,
  applies_when = board_item.item:is "13.0",

  { code = "open", clause = "13.0", when = not_ { board_item.decided_on:is_answered() } },
  { code = "incomplete", clause = "13.0", when = any_of {
      not_ { board_item.preferred_model:is_answered() }, not_ { board_item.instructs_cte:is_answered() }, board_item.instructs_cte:is(no) } },
  { code = "plan awaited", clause = "13.0", when = not_ { board_item.plan_put_on:is_answered() } },
  { code = "plan before the Board", clause = "13.0", when = not_ { board_item.plan_approved_on:is_answered() } },
  { code = "approved", clause = "13.0", when = board_item.plan_approved_on:is_answered() },

  otherwise = refer "what was decided is no answer to 13.0",
}

classification "open-or-decided" {
  title   = "Whether an item that the paper puts before the Board is decided",
  clause  = "7.0 R to 13.0", row = "WI-098", force = context,
  reading = "each item is decided by itself: 13.0 does not carry the five recommendations with it",
  of      = board_item, takes = first,

  { code = "decided", clause = "7.0 R to 13.0", when = board_item.decided_on:is_answered() },
  { code = "open", clause = "7.0 R to 13.0", when = not_ { board_item.decided_on:is_answered() } },

  otherwise = refer "it is not said whether this is decided",
}

requirement "six-items-before-the-board" {
  title        = "The five recommendations stand beside what section 13.0 asks: six items",
  clause       = "13.0, 7.0 R to 10.0 R2", row = "WI-098", force = context,
  of           = round,
  applies_when = records.board_items:count():at_least(1),
  passes_when  = records.board_items:count_distinct(other_board_item.item):is(6),
  otherwise    = "the paper puts six items before the Board, and section 13.0 names one of them: some are not in this round",
}

requirement "recommendation-is-decided" {
  title        = "A recommendation in bold is decided by itself",
  clause       = "7.0 R to 10.0 R2", row = "WI-098", force = context,
  of           = board_item,
  applies_when = board_item.item:is_not "13.0",
  passes_when  = board_item.decided_on:is_answered(),
  otherwise    = "{board_item.item} is still open: section 13.0 does not ask for it, and deciding 13.0 does not decide it",
}
