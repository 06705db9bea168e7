-- The action plan of Annex 3: fifteen actions, five a phase, month by month. (Page breaks split two rows of its table, so that it seems to
-- have seventeen.) The rules lint a timetable: first that it is the paper's, then that its parts go together. Laid over the paper's own
-- dates they report the paper's own contradictions; the pack mends none of them.

timetable "action-plan" {
  title = "Joint commissioning action plan", clause = "25, Ann.3", status = "proposed", closed = "yes",
  row   = { "HA-066",
    "HA-069", "HA-073", "HA-075", "HA-077", "HA-079", "HA-083", "HA-085", "HA-087", "HA-089", "HA-091", "HA-094", "HA-096",
    "HA-098", "HA-100", "HA-102",
  },
  items = {
    { action = "P1.1", what = "establish where strategic vision and high level decisions are made", due = "July 2006", clause = "Ann.3 P1.1" },
    { action = "P1.2", what = "agree the framework with members of the CYPSP", due = "September 2006", clause = "Ann.3 P1.2" },
    { action = "P1.3", what = "appoint a Joint Commissioning Manager", due = "September 2006", clause = "Ann.3 P1.3" },
    { action = "P1.4", what = "identify early stage opportunities, with a timed plan", due = "September 2006", clause = "Ann.3 P1.4" },
    { action = "P1.5", what = "begin jointly commissioning early stage areas", due = "September/October 2006", clause = "Ann.3 P1.5" },
    { action = "P2.1", what = "other agencies adopt the framework step by step", due = "November 2006 onwards", clause = "Ann.3 P2.1" },
    { action = "P2.2", what = "key stakeholders agree on resources", due = "November 2006", clause = "Ann.3 P2.2" },
    { action = "P2.3", what = "develop protocols and procedures from the principles", due = "November 2006", clause = "Ann.3 P2.3" },
    { action = "P2.4", what = "identify lead commissioners, from the audit and early stage areas", due = "November 2006", clause = "Ann.3 P2.4" },
    { action = "P2.5", what = "implement the framework", due = "October 2006", clause = "Ann.3 P2.5" },
    { action = "P3.1", what = "develop full monitoring and evaluation", due = "January 2007", clause = "Ann.3 P3.1" },
    { action = "P3.2", what = "develop a consistent approach to outcomes", due = "January 2007", clause = "Ann.3 P3.2" },
    { action = "P3.3", what = "audit all commissioning activity", due = "April 2007", clause = "Ann.3 P3.3" },
    { action = "P3.4", what = "map investment and what it achieves", due = "April 2007", clause = "Ann.3 P3.4" },
    { action = "P3.5", what = "map the strategy to the annual programmes of Changing Lives", due = "February 2008, and annually", clause = "Ann.3 P3.5" },
  },
}

timetable "phases" {
  title = "Three phases", clause = "19, 22", row = { "HA-058", "HA-061", "HA-062", "HA-063", "HA-082", "HA-093" }, status = "proposed", closed = "yes",
  items = {
    { phase = 1, what = "existing skills and knowledge joined into a strategy; a framework proposed", reported = "November 2006", clause = "22 P1",
      again = "November 2006", clause_again = "Ann.3 P1 head" },
    { phase = 2, what = "early stage commissioning; the strategy consolidated; the framework implemented", reported = "March 2007", clause = "22 P2",
      again = "January/March 2007", clause_again = "Ann.3 P2 head" },
    { phase = 3, what = "a full audit; more complex commissioning; a complete review", reported = "summer term 2007, date not set", clause = "22 P3",
      again = "June/July 2007, to be confirmed", clause_again = "Ann.3 P3 head" },
  },
}

requirement "three-phases" {
  title        = "There are three phases",
  clause       = "19", row = "HA-058", force = proposed,
  of           = round,
  applies_when = records.phases:count():at_least(1),
  passes_when  = records.phases:count():is(3),
  otherwise    = "the timetable does not have three phases",
}

requirement "phases-in-order" {
  title        = "Phases come one after the other: none is reported after a later one",
  clause       = "19", row = "HA-058", force = proposed,
  reading      = "in stages, incrementally: phases may overlap, their reports do not change places",
  of           = phase,
  applies_when = phase.report_by:is_answered(),
  passes_when  = records.phases:none(all_of {
    not_ { other_phase.number:at_most(phase.number) }, other_phase.report_by:is_answered(), other_phase.report_by:is_before(phase.report_by),
  }),
  otherwise    = "phase {phase.number} is reported after a later phase",
}

requirement "fifteen-actions" {
  title        = "The action plan has fifteen actions",
  clause       = "25, Ann.3", row = "HA-066", force = proposed,
  reading      = "seventeen rows of the table are fifteen actions: page breaks split two of them",
  of           = round,
  applies_when = records.actions:count():at_least(1),
  passes_when  = records.actions:count():is(15),
  otherwise    = "the action plan does not have its fifteen actions",
}

requirement "five-actions-a-phase" {
  title       = "Each phase has five actions",
  clause      = "Ann.3", row = "HA-066", force = proposed,
  of          = phase,
  passes_when = records.actions:count(other_action.phase:is(phase.id)):is(5),
  otherwise   = "phase {phase.number} does not have five actions",
}

requirement "due-as-in-annex-3" {
  title       = "Each action is due in the month of the paper",
  clause      = "Ann.3", force = proposed,
  row         = { "HA-066",
    "HA-069", "HA-073", "HA-075", "HA-077", "HA-079", "HA-083", "HA-085", "HA-087", "HA-089", "HA-091", "HA-094", "HA-096",
    "HA-098", "HA-100", "HA-102",
  },
  reading     = "a month is its first and its last day; November 2006 onwards starts in that month",
  of          = action,
  passes_when = any_of {
    all_of { action.id:is "P1.1", action.due_from:is "2006-07-01", action.due_by:is "2006-07-31" },
    all_of { action.id:is "P1.2", action.due_from:is "2006-09-01", action.due_by:is "2006-09-30" },
    all_of { action.id:is "P1.3", action.due_from:is "2006-09-01", action.due_by:is "2006-09-30" },
    all_of { action.id:is "P1.4", action.due_from:is "2006-09-01", action.due_by:is "2006-09-30" },
    all_of { action.id:is "P1.5", action.due_from:is "2006-09-01", action.due_by:is "2006-10-31" },
    all_of { action.id:is "P2.1", action.due_from:is "2006-11-01", action.due_by:is "2006-11-30" },
    all_of { action.id:is "P2.2", action.due_from:is "2006-11-01", action.due_by:is "2006-11-30" },
    all_of { action.id:is "P2.3", action.due_from:is "2006-11-01", action.due_by:is "2006-11-30" },
    all_of { action.id:is "P2.4", action.due_from:is "2006-11-01", action.due_by:is "2006-11-30" },
    all_of { action.id:is "P2.5", action.due_from:is "2006-10-01", action.due_by:is "2006-10-31" },
    all_of { action.id:is "P3.1", action.due_from:is "2007-01-01", action.due_by:is "2007-01-31" },
    all_of { action.id:is "P3.2", action.due_from:is "2007-01-01", action.due_by:is "2007-01-31" },
    all_of { action.id:is "P3.3", action.due_from:is "2007-04-01", action.due_by:is "2007-04-30" },
    all_of { action.id:is "P3.4", action.due_from:is "2007-04-01", action.due_by:is "2007-04-30" },
    all_of { action.id:is "P3.5", action.due_from:is "2008-02-01", action.due_by:is "2008-02-29" },
  },
  otherwise   = "{action.id} is not due when Annex 3 says, or is none of its actions",
}

requirement "action-done-in-time" {
  title        = "An action is done by the end of its month",
  clause       = "Ann.3", force = proposed,
  row          = {
    "HA-069", "HA-073", "HA-075", "HA-077", "HA-079", "HA-083", "HA-085", "HA-087", "HA-089", "HA-091", "HA-094", "HA-096",
    "HA-098", "HA-100", "HA-102",
  },
  reading      = "asked once the month is over; an action that goes on without an end is never late",
  of           = action,
  applies_when = all_of { action.due_by:is_before(round.as_of), any_of { not_ { action.onwards:is_answered() }, action.onwards:is(no) } },
  passes_when  = all_of { action.done_on:is_answered(), not_ { action.done_on:is_after(action.due_by) } },
  otherwise    = "overdue: {action.title} was due by {action.due_by}",
}

requirement "phase-1-reported-in-november" {
  title        = "Phase 1 ends in a proposed framework, presented in November 2006",
  clause       = "22 P1, Ann.3 P1 head", row = "HA-061", force = proposed,
  of           = phase,
  applies_when = phase.number:is(1),
  passes_when  = all_of { phase.report_from:is "2006-11-01", phase.report_by:is "2006-11-30" },
  otherwise    = "phase 1 is not reported in November 2006",
}

requirement "phase-2-reported-by-march" {
  title        = "Phase 2 is reported in March 2007 (para 22), in January or March 2007 (Annex 3)",
  clause       = "22 P2, Ann.3 P2 head", row = { "HA-062", "HA-082" }, force = proposed,
  reading      = "January/March is read as from January to March; the two places are laid side by side by the statements",
  of           = phase,
  applies_when = phase.number:is(2),
  passes_when  = all_of {
    phase.report_from:is_answered(), phase.report_by:is_answered(),
    phase.report_from:at_least "2007-01-01", phase.report_by:at_most "2007-03-31",
  },
  otherwise    = "phase 2 is not reported between January and March 2007",
}

requirement "report-has-a-date" {
  title       = "A phase has a date of its report, or it is said that it is to be confirmed",
  clause      = "22 P3, Ann.3 P3 head", row = { "HA-063", "HA-093" }, force = proposed,
  reading     = "to be confirmed is an answer, and no mistake",
  of          = phase,
  passes_when = any_of {
    all_of { phase.report_from:is_answered(), phase.report_by:is_answered() },
    all_of { phase.tbc:is_answered(), phase.tbc:is(yes) },
  },
  otherwise   = "phase {phase.number} has no date, and nothing says that it is to be confirmed",
}

-- Do the parts go together?

requirement "dates-agree" {
  title        = "What is dated in two places has one date",
  clause       = "22, Ann.3, Recs p2", row = { "HA-004", "HA-061", "HA-062", "HA-063", "HA-073", "HA-082", "HA-089", "HA-093" }, force = proposed,
  reading      = "a date that is to be confirmed agrees with any",
  of           = statement,
  applies_when = statement.latest:is_answered(),
  passes_when  = records.statements:none(all_of {
    other_statement.about:is(statement.about),
    other_statement.latest:is_answered(),
    any_of { not_ { other_statement.tbc:is_answered() }, other_statement.tbc:is(no) },
    any_of { other_statement.latest:is_not(statement.latest), other_statement.earliest:is_not(statement.earliest) },
  }),
  unless       = { title = "to be confirmed", clause = "22 P3, Ann.3 P3 head", when = statement.tbc:is(yes) },
  otherwise    = "{statement.about}: {statement.clause} says {statement.earliest} to {statement.latest}, {other_statement.clause} {other_statement.earliest} to {other_statement.latest}",
}

requirement "statement-has-a-date" {
  title        = "What is announced has a date, or is to be confirmed",
  clause       = "Recs p2, 22 P3", row = { "HA-004", "HA-063" }, force = proposed,
  of           = statement,
  applies_when = not_ { statement.phase:is_answered() },
  passes_when  = any_of { statement.latest:is_answered(), all_of { statement.tbc:is_answered(), statement.tbc:is(yes) } },
  otherwise    = "{statement.about}: the date is not in source ({statement.clause})",
}

requirement "phases-agree" {
  title        = "What is put into a phase in two places is in one phase",
  clause       = "22, Ann.3", row = { "HA-062", "HA-079" }, force = proposed,
  of           = statement,
  applies_when = statement.phase:is_answered(),
  passes_when  = records.statements:none(all_of {
    other_statement.about:is(statement.about),
    other_statement.phase:is_answered(),
    other_statement.phase:is_not(statement.phase),
  }),
  otherwise    = "{statement.about}: {statement.clause} puts it into {statement.phase}, {other_statement.clause} into {other_statement.phase}",
}

requirement "needed-comes-first" {
  title       = "What an action waits for is due no later than the action",
  clause      = "22 P3, Ann.3", row = { "HA-063", "HA-075", "HA-085", "HA-089", "HA-098" }, force = proposed,
  reading     = "two actions of one month may wait for one another within it",
  of          = dependency,
  passes_when = records.actions:none(all_of {
    other_action.id:is(dependency.needs), other_action.due_by:is_after(action.due_by),
  }),
  otherwise   = "dependency after dependent: {dependency.action} is due by {action.due_by} and waits for {dependency.needs}, due by {other_action.due_by} ({dependency.clause})",
}

requirement "lead-commissioners-after-the-audit" {
  title          = "Lead commissioners are identified from the audit, so after it",
  clause         = "Ann.3 P2.4", row = "HA-089", force = proposed,
  reading        = "the audit is the full audit of April 2007 (Ann.3 P3.3), or the study of March 2006 (7): the paper does not say",
  of             = action,
  applies_when   = action.id:is "P2.4",
  passes_when    = any_of {
    not_ { parameters.audit_meant:is_answered() },
    parameters.audit_meant:is "study of March 2006",
    records.actions:none(all_of { other_action.id:is "P3.3", other_action.due_by:is_after(action.due_by) }),
  },
  refers_when    = not_ { parameters.audit_meant:is_answered() },
  refers_because = "both readings: the full audit of April 2007 comes after lead commissioners are identified from it; the study of March 2006 came before",
  otherwise      = "dependency after dependent: lead commissioners are identified by {action.due_by}, from the full audit, due by {other_action.due_by}",
}

requirement "not-before-the-phase-before-is-reported" {
  title          = "An action of a phase is not due before the phase before it can be reported",
  clause         = "22, Ann.3", row = { "HA-082", "HA-091", "HA-094" }, force = proposed,
  reading        = "the framework is proposed when Phase 1 is reported, and cannot be implemented before; where a report may still be on its way, a person looks",
  of             = action,
  passes_when    = records.phases:none(all_of {
    not_ { other_phase.number:at_least(phase.number) }, other_phase.report_from:is_answered(), other_phase.report_from:is_after(action.due_by),
  }),
  refers_when    = records.phases:any(all_of {
    not_ { other_phase.number:at_least(phase.number) }, other_phase.report_by:is_after(action.due_by),
  }),
  refers_because = "the phase before it may still be reporting",
  otherwise      = "{action.id} is due by {action.due_by}, before the phase before it is reported",
}

requirement "due-before-its-phase-is-reported" {
  title        = "An action is due before its own phase is reported",
  clause       = "22, Ann.3", row = { "HA-093", "HA-102" }, force = proposed,
  of           = action,
  applies_when = phase.report_by:is_answered(),
  passes_when  = not_ { action.due_from:is_after(phase.report_by) },
  otherwise    = "{action.id} is due from {action.due_from}, after its phase is reported",
}

requirement "output-has-an-action" {
  title       = "What para 22 says a phase leads to has an action in Annex 3",
  clause      = "22 P3 vs Ann.3 (gap)", row = "HA-112", force = context,
  of          = output,
  passes_when = records.actions:any(all_of { other_action.output:is_answered(), other_action.output:is(output.id) }),
  otherwise   = "{output.title}: no action of Annex 3 brings it about",
}

note "contradictions" {
  title = "Where the paper's dates do not go together", clause = "Recs p2, 22, Ann.3", closed = "no",
  row   = { "HA-004", "HA-061", "HA-062", "HA-063", "HA-073", "HA-075", "HA-079", "HA-080", "HA-082", "HA-085", "HA-089", "HA-091", "HA-093",
    "HA-094", "HA-096", "HA-098", "HA-102", "HA-112" },
  items = {
    { one = "Phase 2 is reported in March 2007 (22 P2)", other = "in January/March 2007 (Ann.3 P2 head)", found_by = "dates-agree" },
    { one = "Phase 3 is reported in the summer term of 2007 (22 P3)", other = "in June/July 2007, to be confirmed (Ann.3 P3 head)", found_by = "report-has-a-date" },
    { one = "early stage commissioning is in Phase 2 (22 P2)", other = "in Phase 1, September/October 2006 (Ann.3 P1.5)", found_by = "phases-agree" },
    { one = "the framework is implemented in October 2006 (Ann.3 P2.5)", other = "it is proposed in November 2006 (22 P1)", found_by = "not-before-the-phase-before-is-reported" },
    { one = "lead commissioners are identified in November 2006 from an audit (Ann.3 P2.4)", other = "the full audit is in April 2007 (Ann.3 P3.3)", found_by = "lead-commissioners-after-the-audit" },
    { one = "the framework is adopted at the next meeting (Recs p2)", other = "agreed in September (Ann.3 P1.2), proposed in November 2006 (22 P1)", found_by = "dates-agree" },
    { one = "the last action of Phase 3 is due in February 2008 (Ann.3 P3.5)", other = "Phase 3 is reported in summer 2007 (22 P3)", found_by = "due-before-its-phase-is-reported" },
    { one = "Phase 3 begins with a full audit, April 2007 (22 P3, Ann.3 P3.3)", other = "two of its actions are due in January 2007 (Ann.3 P3.1, P3.2)", found_by = "needed-comes-first" },
    { one = "two actions of Phase 3 are due in January 2007 (Ann.3 P3.1, P3.2)", other = "Phase 2 may still be reporting (Ann.3 P2 head)", found_by = "not-before-the-phase-before-is-reported" },
    { one = "lead commissioners are identified in September/October 2006 (Ann.3 P1.5b)", other = "and again in November 2006 (Ann.3 P2.4)", found_by = "dates-agree" },
    { one = "the manager is appointed in September 2006 (Ann.3 P1.3)", other = "resources and joint investment are agreed in November 2006 (Ann.3 P2.2)", found_by = "needed-comes-first" },
    { one = "Phase 3 leads to full joint commissioning and a complete review (22 P3)", other = "neither has an action (Ann.3)", found_by = "output-has-an-action" },
  },
}
