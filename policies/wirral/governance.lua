-- The Board, and governance kept apart from executive functions: section 7.0 (Memorandum of Understanding, June 2009)

role "board" {
  title  = "Children's Trust Board", clause = "7.0 B1-B3", closed = "yes", row = { "WI-028", "WI-029", "WI-030" },
  duties = {
    { what = "sets strategic direction: priorities, joint planning and commissioning, resources aligned, service models", clause = "7.0 B1" },
    { what = "is the one body that coordinates planning and commissioning of children's services", clause = "7.0 B2" },
    { what = "answers for what all other planning and commissioning groups decide and achieve", clause = "7.0 B3" },
  },
}

requirement "board-decides-its-own" {
  title        = "What sets the strategic direction is decided by the Board, or by the CTE as far as it is delegated",
  clause       = "7.0 B1", row = "WI-028", force = must,
  reading      = "delegation is 7.0 C3; the paper does not say how the two fit",
  of           = decision_taken,
  applies_when = decision_taken.kind:is_one_of(
    "strategic direction", "priorities", "joint planning", "commissioning", "alignment of resources", "service models"),
  passes_when  = any_of {
    body.kind:is "board",
    all_of { body.kind:is "executive", decision_taken.standing:is "final" },
  },
  otherwise    = "authority: the Board. {body.name} decided on {decision_taken.kind}",
}

requirement "one-coordinating-body" {
  title        = "The Board alone coordinates all planning and commissioning",
  clause       = "7.0 B2", row = "WI-029", force = must,
  of           = body,
  applies_when = body.coordinates_all:is(yes),
  passes_when  = all_of {
    body.kind:is "board",
    records.bodies:none(all_of { other_body.kind:is "board", other_body.coordinates_all:is(yes), other_body.id:is_not(body.id) }),
  },
  otherwise    = "{body.name} coordinates everything, and that is one body's: the Board's",
}

requirement "groups-answer-to-the-board" {
  title        = "Every planning or commissioning group has a line to the Board",
  clause       = "7.0 B3", row = "WI-030", force = must,
  of           = body,
  reading      = "a line may go through other bodies, as long as they exist on the day of the round",
  applies_when = body.kind:is_one_of("planning or commissioning group", "executive"),
  test         = function (body, records, round)
    local at = body.accountable_to
    for _ = 1, count(records.bodies) do
      for _, other in ipairs(records.bodies) do
        if other.id == at then
          if other.valid_from and days_between(other.valid_from, round.as_of) < 0 then return fail end
          if other.valid_to and days_between(other.valid_to, round.as_of) > 0 then return fail end
          if other.kind == "board" then return pass end
          at = other.accountable_to
          break
        end
      end
    end
    return fail
  end,
  otherwise    = "{body.name} has no line to the Board",
}

requirement "governance-apart-from-executive" {
  title        = "Governance and executive functions are kept clearly apart",
  clause       = "7.0 p4", row = "WI-038", force = must,
  of           = body,
  applies_when = body.functions:is_answered(),
  passes_when  = not_ { all_of { body.functions:includes "governance", body.functions:includes "executive" } },
  otherwise    = "{body.name} holds governance and executive functions at once",
}

requirement "board-governs-and-cte-executes" {
  title        = "The Board governs; the CTE executes",
  clause       = "7.0 p3", row = "WI-095", force = data,
  of           = body,
  applies_when = body.kind:is_one_of("board", "executive"),
  passes_when  = all_of {
    body.functions:is_answered(),
    any_of {
      all_of { body.kind:is "board", body.functions:includes "governance" },
      all_of { body.kind:is "executive", body.functions:includes "executive" },
    },
  },
  otherwise    = "{body.name} does not hold the function that the Memorandum gives it",
}

definition "functions" {
  title = "Who holds which function", clause = "7.0 p3", row = "WI-095", closed = "yes",
  held  = { { body = "Board", holds = "governance" }, { body = "CTE", holds = "executive" } },
  text  = "The Board leads, answers and agrees key strategic developments; the CTE is its operational development group, and a strategic group of a high level.",
}

requirement "executive-function-stays" {
  title       = "The CTE keeps its executive function",
  clause      = "7.0 R", row = "WI-039", force = proposed,
  reading     = "to add responsibilities is to develop the role, which the recommendation wants explored",
  of          = model,
  passes_when = not_ { model.takes_executive_from_cte:is(yes) },
  otherwise   = "conflicts with the recommendation that the CTE is not changed",
}

requirement "cte-development-for-any-option" {
  title        = "What develops the CTE and the Board is considered for any option",
  clause       = "7.0 p4 s3", row = "WI-096", force = proposed,
  of           = board_item,
  applies_when = board_item.item:is "7.0 R",
  passes_when  = all_of { board_item.option:is_answered(), board_item.option:is "any" },
  otherwise    = "tied to one option, or to none that is said: the paper wants this considered whatever the option",
}
