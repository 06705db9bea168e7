measure "need"           { title = "Need", clause = "Score", weight = 30, scale = { 0, 5 } }
measure "delivery"       { title = "Delivery", clause = "Score", weight = 25, scale = { 0, 5 } }
measure "value"          { title = "Value", clause = "Score", weight = 20, scale = { 0, 5 } }
measure "participation"  { title = "Participation", clause = "Score", weight = 15, scale = { 0, 5 } }
measure "sustainability" { title = "Sustainability", clause = "Score", weight = 10, scale = { 0, 5 } }

marking "panel" {
  title = "An assessor counts unless a declaration names them with a conflict", clause = "Score",
  sheets = application.panel.scores, without_sheets = 0,
  set_aside_when = application.panel.declarations:any(all_of {
    declaration_of_interest.assessor:is(sheet.assessor), declaration_of_interest.conflict:is(yes),
  }),
}

requirement "s01" {
  title = "At least 50 points", clause = "Decision 2", of = application, effect = warns,
  applies_when = eligibility.outcome:is_not "ineligible", passes_when = scores.total:at_least(50),
}
requirement "s02" { title = "At least 65 points", clause = "Decision 3", of = application, effect = warns, passes_when = scores.total:at_least(65) }
requirement "w-need" { title = "Need is not weak", clause = "Decision 3", of = application, effect = warns, passes_when = scores.need:at_least(2) }
requirement "w-delivery" { title = "Delivery is not weak", clause = "Decision 3", of = application, effect = warns, passes_when = scores.delivery:at_least(2) }
requirement "w-value" { title = "Value is not weak", clause = "Decision 3", of = application, effect = warns, passes_when = scores.value:at_least(2) }
requirement "w-participation" { title = "Participation is not weak", clause = "Decision 3", of = application, effect = warns, passes_when = scores.participation:at_least(2) }
requirement "w-sustainability" { title = "Sustainability is not weak", clause = "Decision 3", of = application, effect = warns, passes_when = scores.sustainability:at_least(2) }
requirement "c01" {
  title = "Match funding is secured", clause = "Decision 4", of = application, effect = warns,
  applies_when = application.match_funding.required:is(yes),
  passes_when = all_of { application.match_funding.secured:is_answered(), application.match_funding.secured:is(yes) },
}

decision "decline" {
  title = "Decline", clause = "Decision 1 and 2", because = "s01",
  proposed_when = any_of { eligibility.outcome:is "ineligible", not_ { scores.total:at_least(50) } },
}
decision "approve-parts" {
  title = "Approve parts", clause = "Decision 3", because = { "s02", "w-need", "w-delivery", "w-value", "w-participation", "w-sustainability" },
  proposed_when = not_ { all_of {
    scores.total:at_least(65), scores.need:at_least(2), scores.delivery:at_least(2), scores.value:at_least(2),
    scores.participation:at_least(2), scores.sustainability:at_least(2),
  } },
}
decision "approve-in-principle" {
  title = "Approve in principle", clause = "Decision 4", because = "c01",
  proposed_when = all_of {
    application.match_funding.required:is(yes),
    any_of { not_ { application.match_funding.secured:is_answered() }, application.match_funding.secured:is(no) },
  },
}
decision "approve-total" { title = "Approve in total", clause = "Decision 5", proposed_when = scores.total:is_answered() }
