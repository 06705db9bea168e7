-- What the Executive is asked to decide, and how the pack stands until it has

chain "decisions-needed" {
  title = "What the Executive is asked to decide", clause = "Decisions", row = { "LE-002", "LE-003", "LE-004" }, closed = "yes",
  steps = {
    { item = "note", what = "the report", clause = "Decisions 1" },
    { item = "endorse", what = "the terms of reference of the group", clause = "Decisions 2" },
    { item = "agree, or otherwise", what = "the local principles", clause = "Decisions 3" },
  },
}

requirement "report-is-noted" {
  title        = "The report is put for noting, and noted",
  clause       = "Decisions 1", row = "LE-002", force = proposed,
  of           = executive_item,
  applies_when = executive_item.subject:is "report",
  passes_when  = all_of { executive_item.asks:is "note", executive_item.outcome:is "noted" },
  otherwise    = "the report was not put for noting, or not noted",
}

requirement "terms-are-endorsed" {
  title        = "The terms of reference are put for endorsement, and endorsed or not",
  clause       = "Decisions 2", row = "LE-003", force = proposed,
  of           = executive_item,
  applies_when = executive_item.subject:is "terms of reference",
  passes_when  = all_of {
    executive_item.asks:is "endorse",
    executive_item.outcome:is_one_of("endorsed", "not endorsed"),
  },
  otherwise    = "the terms of reference were put for something else, or what was said is no answer to endorsing",
}

requirement "principles-are-agreed-or-otherwise" {
  title        = "The local principles are put for agreement, and agreed or otherwise",
  clause       = "Decisions 3", row = "LE-004", force = proposed,
  reading      = "not agreed is as good an answer as agreed; the principles then stay proposed",
  of           = executive_item,
  applies_when = executive_item.subject:is "local principles",
  passes_when  = all_of {
    executive_item.asks:is "agree",
    executive_item.outcome:is_one_of("agreed", "not agreed"),
  },
  otherwise    = "the local principles were put for something else, or what was said is no answer to agreeing",
}

classification "standing-of-the-principles" {
  title        = "How the local principles stand",
  clause       = "Decisions 3", row = "LE-004", force = proposed,
  reading      = "proposed until the Executive has agreed them; refusing them leaves them proposed",
  of           = executive_item, takes = first,
  applies_when = executive_item.subject:is "local principles",

  { code = "proposed", clause = "Decisions 3", when = not_ { executive_item.outcome:is_answered() } },
  { code = "agreed", clause = "Decisions 3", when = executive_item.outcome:is "agreed" },
  { code = "proposed", clause = "Decisions 3", when = executive_item.outcome:is "not agreed" },

  otherwise = refer "what was said is no answer to agreeing",
}

-- The paper says of both that they are agreed, and asks for both. Neither statement is dropped.

classification "standing-of-the-definition" {
  title        = "How the definition of commissioning stands",
  clause       = "Decisions 3, App 2", row = { "LE-059", "LE-026" }, force = context,
  reading      = "App 2 calls the definition agreed and stands itself for agreement: refused principles leave the definition disputed",
  of           = executive_item, takes = first,
  applies_when = executive_item.subject:is "local principles",

  { code = "called agreed, put for agreement", clause = "App 2; Decisions 3", when = not_ { executive_item.outcome:is_answered() } },
  { code = "agreed", clause = "App 2; Decisions 3", when = executive_item.outcome:is "agreed" },
  { code = "disputed", clause = "App 2; Decisions 3", when = executive_item.outcome:is "not agreed" },

  otherwise = refer "what was said is no answer to agreeing",
}

classification "standing-of-the-terms" {
  title        = "How the terms of reference stand",
  clause       = "Decisions 2, Group", row = { "LE-059", "LE-003" }, force = context,
  reading      = "the paragraph on the group calls the terms agreed; the Executive is asked to endorse them",
  of           = executive_item, takes = first,
  applies_when = executive_item.subject:is "terms of reference",

  { code = "called agreed, put for endorsement", clause = "Group; Decisions 2", when = not_ { executive_item.outcome:is_answered() } },
  { code = "endorsed", clause = "Decisions 2", when = executive_item.outcome:is "endorsed" },
  { code = "disputed", clause = "Group; Decisions 2", when = executive_item.outcome:is "not endorsed" },

  otherwise = refer "what was said is no answer to endorsing",
}

note "called-agreed-and-asked" {
  title = "Called agreed, and put for a decision", clause = "Decisions 2, Decisions 3, Group, App 2", row = "LE-059",
  statements = {
    { says = "the terms of reference are agreed", clause = "Group" },
    { says = "the terms of reference are to be endorsed", clause = "Decisions 2" },
    { says = "the definition of commissioning is agreed locally", clause = "App 2" },
    { says = "the principles that hold it are to be agreed, or otherwise", clause = "Decisions 3" },
  },
  text = "Both stand side by side here, each with its place.",
}
