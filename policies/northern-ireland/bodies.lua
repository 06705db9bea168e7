-- The partnership's bodies: mandate, who reports to whom, and who sits on the Sub Group and what it does

requirement "body-has-a-mandate" {
  title         = "The structure is fully mandated",
  clause        = "1.1.1 b4", row = "NI-010", force = must,
  of            = body,
  passes_when   = body.mandate:is_answered(),
  otherwise     = "no mandate is recorded for {body.name}",
}

requirement "partnership-represents-all" {
  title         = "The partnership is representative of all key stakeholders",
  clause        = "1.1.1 b4", row = "NI-010", force = must, effect = warns,
  effect_reason = "a gap is filled by inviting somebody; stopping the partnership would fill none",
  reading       = "the paper does not list the key stakeholders: they are those that the partnership names",
  of            = body,
  applies_when  = body.kind:is "partnership",
  passes_when   = all_of { body.key_stakeholders:is_answered(), body.represents:covers(body.key_stakeholders) },
  otherwise     = "{missing} is not represented in {body.name}",
}

requirement "outcomes-groups-report-to-the-partnership" {
  title         = "An Outcomes Group reports to the partnership",
  clause        = "2.2.1 s2-4", row = "NI-020", force = context, effect = warns,
  reading       = "the paper says it by a likeness with England: joint commissioning units report to a high-level body",
  of            = body,
  applies_when  = body.kind:is "outcomes group",
  passes_when   = all_of {
    body.parent:is_answered(),
    records.bodies:any(all_of { other_body.id:is(body.parent), other_body.kind:is "partnership" }),
  },
  otherwise     = "{body.name} does not report to the partnership",
}

requirement "sub-group-has-its-purpose" {
  title         = "The Sub Group has a purpose: to recommend how integrated commissioning is taken forward",
  clause        = "5.1 lead", row = "NI-107", force = data,
  of            = body,
  applies_when  = body.kind:is "sub group",
  passes_when   = body.purpose:is_answered(),
  otherwise     = "the terms of reference of {body.name} state no purpose",
}

requirement "chair-is-from-solace" {
  title         = "The Sub Group is chaired by one of the Solace representatives on the CYPSP",
  clause        = "5.2 p1", row = "NI-112", force = data,
  of            = seat,
  applies_when  = all_of { body.kind:is "sub group", seat.role:is "chair" },
  passes_when   = all_of { seat.from:is_answered(), seat.on_cypsp:is_answered(), seat.from:is "Solace", seat.on_cypsp:is(yes) },
  otherwise     = "the chair is no Solace representative on the CYPSP",
}

requirement "member-is-nominated-with-expertise" {
  title         = "Members are nominated by members of the CYPSP and know commissioning, finance or governance",
  clause        = "5.2 p2", row = "NI-113", force = proposed,
  of            = seat,
  applies_when  = all_of { body.kind:is "sub group", seat.role:is "member" },
  passes_when   = all_of {
    seat.nominated_by:is_answered(), seat.expertise:is_answered(), seat.expertise:includes_any("commissioning", "finance", "governance") },
  otherwise     = "the member from {seat.from} is not nominated, or has none of the three kinds of expertise",
}

requirement "health-board-supports" {
  title         = "The Health and Social Care Board takes the minutes and drafts the papers",
  clause        = "5.4", row = "NI-117", force = must, effect = warns,
  effect_reason = "papers that somebody else drafted are papers still",
  of            = body,
  applies_when  = body.kind:is "sub group",
  passes_when   = all_of {
    body.minutes_by:is_answered(), body.papers_by:is_answered(),
    body.minutes_by:is "Health and Social Care Board", body.papers_by:is "Health and Social Care Board",
  },
  otherwise     = "{body.name} is not supported by the Health and Social Care Board",
}

requirement "four-tasks-stand-in-the-list" {
  title         = "The Sub Group's list of tasks holds the four of its terms of reference",
  clause        = "5.1 b1-4", row = { "NI-108", "NI-109", "NI-110", "NI-111" }, force = data,
  of            = body,
  applies_when  = body.kind:is "sub group",
  passes_when   = all_of {
    records.sub_group_tasks:any(all_of { other_sub_group_task.body:is(body.id), other_sub_group_task.task:is "lessons from elsewhere" }),
    records.sub_group_tasks:any(all_of { other_sub_group_task.body:is(body.id), other_sub_group_task.task:is "lessons from Northern Ireland" }),
    records.sub_group_tasks:any(all_of { other_sub_group_task.body:is(body.id), other_sub_group_task.task:is "agreed continuum" }),
    records.sub_group_tasks:any(all_of { other_sub_group_task.body:is(body.id), other_sub_group_task.task:is "agreed framework" }),
  },
  otherwise     = "one of the four tasks is not in the list of {body.name}",
}

requirement "accountability-stands-in-the-list" {
  title         = "The Sub Group's list of tasks holds how pooled money is accounted for",
  clause        = "4.1 p2 s3-4", row = "NI-118", force = must,
  effect_reason = "the partnership's own decision, for the paper only proposes this: a list without it leaves out what the paper calls most lacking",
  of            = body,
  applies_when  = body.kind:is "sub group",
  passes_when   = records.sub_group_tasks:any(all_of {
    other_sub_group_task.body:is(body.id), other_sub_group_task.task:is "accountability for pooled money" }),
  otherwise     = "accountability for pooled money is not in the list of {body.name}",
}

requirement "lessons-done-with-findings" {
  title         = "Lessons are learnt when it is recorded what they are",
  clause        = "5.1 b1-2", row = { "NI-108", "NI-109" }, force = data,
  of            = sub_group_task,
  applies_when  = all_of {
    sub_group_task.done:is(yes), sub_group_task.task:is_one_of("lessons from elsewhere", "lessons from Northern Ireland") },
  passes_when   = sub_group_task.found:is_answered(),
  otherwise     = "recorded as done, and no lesson is written down",
}

requirement "continuum-task-done-when-agreed" {
  title         = "The continuum is drawn up when there is one that is agreed",
  clause        = "5.1 b3", row = "NI-110", force = data,
  of            = sub_group_task,
  applies_when  = all_of { sub_group_task.done:is(yes), sub_group_task.task:is "agreed continuum" },
  passes_when   = records.continua:any(other_continuum.status:is "agreed"),
  otherwise     = "recorded as done, and no continuum is agreed",
}

requirement "framework-task-done-when-agreed" {
  title         = "The framework is drawn up when there is one that is agreed",
  clause        = "5.1 b4", row = "NI-111", force = data,
  of            = sub_group_task,
  applies_when  = all_of { sub_group_task.done:is(yes), sub_group_task.task:is "agreed framework" },
  passes_when   = records.frameworks:any(other_framework.status:is "agreed"),
  otherwise     = "recorded as done, and no framework is agreed",
}

requirement "accountability-done-with-a-model" {
  title         = "Accountability for pooled money is worked out when a working model is recorded",
  clause        = "4.1 p2 s3-4", row = "NI-118", force = must,
  effect_reason = "the partnership's own decision, for the paper only proposes this: a task without a result is not done",
  of            = sub_group_task,
  applies_when  = all_of { sub_group_task.done:is(yes), sub_group_task.task:is "accountability for pooled money" },
  passes_when   = sub_group_task.found:is_answered(),
  otherwise     = "recorded as done, and no working model is recorded",
}

requirement "integration-of-planning-is-decided" {
  title         = "That separate planning processes are integrated is recorded as decided",
  clause        = "1.1.3 s1", row = { "NI-011", "NI-124" }, force = must,
  of            = partnership_decision,
  applies_when  = partnership_decision.subject:is "separate planning processes are integrated",
  passes_when   = all_of { partnership_decision.status:is_answered(), partnership_decision.status:is "decided" },
  otherwise     = "the CYPSP has decided this already; it is no proposal",
}

requirement "framework-is-adopted-by-a-decision" {
  title         = "What sections 3 and 4 suggest is shown as adopted only after a decision",
  clause        = "4.1 s2, 3.6", row = "NI-124", force = proposed, effect = blocks,
  effect_reason = "a suggestion that looks like a rule in force misleads all who read it",
  of            = framework,
  applies_when  = framework.status:is "agreed",
  passes_when   = framework.agreed_in:is_answered(),
  otherwise     = "{framework.title} stands as agreed, and no decision of the CYPSP says so",
}
