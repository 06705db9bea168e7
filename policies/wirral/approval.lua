-- Who approves joint commissioning under the chosen option: section 11.0, second row

chain "approval" {
  title = "Approval of joint commissioning under options 2 and 3", clause = "11.0 O2 b, O3 b", row = { "WI-079", "WI-085" },
  steps = {
    { by = { "CTE", "Board" }, does = "approve, through the Trust structure", order = "not stated", clause = "11.0 O2 a-b, O3 a-b" },
    { by = { "PCT", "Cabinet" }, does = "make final approval", order = "not stated", clause = "11.0 O2 b, O3 b" },
  },
  text  = "Joint commissioning groups discuss and support; their approval is not asked for. The paper calls the Board's approval final too (7.0 C3).",
}

classification "route-of-approval" {
  title        = "Whose approval a decision needs under the chosen model",
  clause       = "11.0 O1 a, O2 b, O3 b", row = { "WI-079", "WI-085", "WI-072" }, force = data,
  reading      = "of a mixed model the option behind governance and executive functions decides; whether areas are agreed or excepted is the model's",
  of           = decision_taken, takes = first, gives = decision_taken.route,
  applies_when = decision_taken.model:is_answered(),

  { code = "existing route", clause = "11.0 O1 a", when = model.governance_executive:is "1" },
  { code = "existing route", clause = "11.0 O2 b", when = decision_taken.joint:is(no) },
  { code = "Trust structure, then PCT and Cabinet", clause = "11.0 O2 b", when = all_of {
      model.governance_executive:is "2", model.targeted_areas:includes(decision_taken.area) } },
  { code = "existing route", clause = "11.0 O2 a", when = all_of {
      model.governance_executive:is "2", model.targeted_areas:excludes(decision_taken.area) } },
  { code = "existing route", clause = "11.0 O3 a", when = all_of {
      model.governance_executive:is "3", model.exceptions:is_answered(),
      model.exceptions:includes(decision_taken.area) } },
  { code = "Trust structure, then PCT and Cabinet", clause = "11.0 O3 b", when = model.governance_executive:is "3" },

  otherwise = refer "the areas that are targeted are not agreed, or the model has no element for governance",
}

requirement "trust-structure-approves" {
  title         = "Joint commissioning is approved through the Trust structure, by the CTE and the Board",
  clause        = "11.0 O2 b, O3 b", row = { "WI-079", "WI-085" }, force = data, effect = blocks,
  effect_reason = "both options say that it would require approval; the Board that chooses one chooses this",
  reading       = "the Trust structure is the CTE and the Board (O2 a, O3 a); which comes first is not stated",
  of            = decision_taken,
  applies_when  = decision_taken.route:is "Trust structure, then PCT and Cabinet",
  passes_when   = all_of {
    decision_taken.approvals:any(approval.by:is "CTE"),
    decision_taken.approvals:any(approval.by:is "Board"),
  },
  otherwise     = "blocked: approval through the Trust structure is missing, of the CTE or of the Board",
}

requirement "pct-and-cabinet-approve-last" {
  title         = "PCT and Cabinet make final approval, after the Trust structure",
  clause        = "11.0 O2 b, O3 b", row = { "WI-079", "WI-085" }, force = data, effect = blocks,
  effect_reason = "both options leave final approval where it is",
  reading       = "final is last: not before the day on which the CTE and the Board approved",
  of            = decision_taken,
  applies_when  = all_of {
    decision_taken.route:is "Trust structure, then PCT and Cabinet",
    any_of {
      decision_taken.final:is(yes),
      decision_taken.approvals:any(approval.by:is_one_of("PCT", "Cabinet")),
    },
  },
  test          = function (decision_taken)
    local function last(who)
      local found = nil
      for _, approval in ipairs(decision_taken.approvals) do
        if approval.by == who and (not found or days_between(found, approval.on) > 0) then found = approval.on end
      end
      return found
    end
    local trust = { last("CTE"), last("Board") }
    for _, who in ipairs({ "PCT", "Cabinet" }) do
      local day = last(who)
      if decision_taken.final and not day then return fail end
      for _, before in ipairs(trust) do
        if day and days_between(before, day) < 0 then return fail end
      end
    end
    return pass
  end,
  otherwise     = "final approval of the PCT or of Cabinet is missing, or came before that of the Trust structure",
}
