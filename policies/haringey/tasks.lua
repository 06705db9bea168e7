-- The tasks of the fifteen actions of Annex 3, in the order of its table. A task is done or open; the paper says of no order that it is one,
-- except where a rule of another file reads it so and says so.

chain "tasks-p1-1" {
  title = "Tasks of P1.1: establish where strategic vision and high level decisions are made", clause = "Ann.3 P1.1a-e", row = { "HA-070", "HA-071", "HA-072" }, status = "proposed",
  steps = {
    { does = "identify structures", clause = "Ann.3 P1.1a" },
    { does = "set up a Joint Commissioning Board", clause = "Ann.3 P1.1b" },
    { does = "clarify terms of reference", clause = "Ann.3 P1.1c" },
    { does = "clarify membership", clause = "Ann.3 P1.1d" },
    { does = "clarify frequency of meeting", clause = "Ann.3 P1.1e" },
  },
}

requirement "tasks-done-p1-1" {
  title        = "The tasks of P1.1 are done",
  clause       = "Ann.3 P1.1a-e", row = { "HA-070", "HA-071", "HA-072" }, force = proposed,
  of           = action,
  applies_when = action.id:is "P1.1",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P1.1a", action.tasks_done:includes "P1.1b", action.tasks_done:includes "P1.1c",
    action.tasks_done:includes "P1.1d", action.tasks_done:includes "P1.1e",
  },
  otherwise    = "a task of {action.id} is still open: establish where strategic vision and high level decisions are made",
}

chain "tasks-p1-2" {
  title = "Tasks of P1.2: agree the framework with members of the CYPSP", clause = "Ann.3 P1.2a-d", row = "HA-074", status = "proposed",
  steps = {
    { does = "establish a consultation process", clause = "Ann.3 P1.2a" },
    { does = "consult partner agencies", clause = "Ann.3 P1.2b" },
    { does = "revise in light of comments", clause = "Ann.3 P1.2c" },
    { does = "attain formal agreement", clause = "Ann.3 P1.2d" },
  },
}

requirement "tasks-done-p1-2" {
  title        = "The tasks of P1.2 are done",
  clause       = "Ann.3 P1.2a-d", row = "HA-074", force = proposed,
  of           = action,
  applies_when = action.id:is "P1.2",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P1.2a", action.tasks_done:includes "P1.2b", action.tasks_done:includes "P1.2c",
    action.tasks_done:includes "P1.2d",
  },
  otherwise    = "a task of {action.id} is still open: agree the framework with members of the CYPSP",
}

chain "tasks-p1-3" {
  title = "Tasks of P1.3: appoint a Joint Commissioning Manager", clause = "Ann.3 P1.3a-c", row = "HA-076", status = "proposed",
  steps = {
    { does = "agree on accountability and employing organisation", clause = "Ann.3 P1.3a" },
    { does = "develop a written agreement", clause = "Ann.3 P1.3b" },
    { does = "appoint", clause = "Ann.3 P1.3c" },
  },
}

requirement "tasks-done-p1-3" {
  title        = "The tasks of P1.3 are done",
  clause       = "Ann.3 P1.3a-c", row = "HA-076", force = proposed,
  of           = action,
  applies_when = action.id:is "P1.3",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P1.3a", action.tasks_done:includes "P1.3b", action.tasks_done:includes "P1.3c",
  },
  otherwise    = "a task of {action.id} is still open: appoint a Joint Commissioning Manager",
}

chain "tasks-p1-4" {
  title = "Tasks of P1.4: identify early stage opportunities, with a timed plan", clause = "Ann.3 P1.4a-b", row = "HA-078", status = "proposed",
  steps = {
    { does = "identify areas by priorities of the plan", clause = "Ann.3 P1.4a" },
    { does = "identify areas by the draft principles and framework", clause = "Ann.3 P1.4b" },
  },
}

requirement "tasks-done-p1-4" {
  title        = "The tasks of P1.4 are done",
  clause       = "Ann.3 P1.4a-b", row = "HA-078", force = proposed,
  of           = action,
  applies_when = action.id:is "P1.4",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P1.4a", action.tasks_done:includes "P1.4b",
  },
  otherwise    = "a task of {action.id} is still open: identify early stage opportunities, with a timed plan",
}

chain "tasks-p1-5" {
  title = "Tasks of P1.5: begin jointly commissioning early stage areas", clause = "Ann.3 P1.5a-g", row = "HA-080", status = "proposed",
  steps = {
    { does = "bring together key stakeholders", clause = "Ann.3 P1.5a" },
    { does = "identify lead commissioners", clause = "Ann.3 P1.5b" },
    { does = "agree impacts and outcomes", clause = "Ann.3 P1.5c" },
    { does = "agree resources", clause = "Ann.3 P1.5d" },
    { does = "apply options appraisal", clause = "Ann.3 P1.5e" },
    { does = "jointly commission", clause = "Ann.3 P1.5f" },
    { does = "implement interim monitoring", clause = "Ann.3 P1.5g" },
  },
}

requirement "tasks-done-p1-5" {
  title        = "The tasks of P1.5 are done",
  clause       = "Ann.3 P1.5a-g", row = "HA-080", force = proposed,
  of           = action,
  applies_when = action.id:is "P1.5",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P1.5a", action.tasks_done:includes "P1.5b", action.tasks_done:includes "P1.5c",
    action.tasks_done:includes "P1.5d", action.tasks_done:includes "P1.5e", action.tasks_done:includes "P1.5f",
    action.tasks_done:includes "P1.5g",
  },
  otherwise    = "a task of {action.id} is still open: begin jointly commissioning early stage areas",
}

chain "tasks-p2-1" {
  title = "Tasks of P2.1: other agencies adopt the framework step by step", clause = "Ann.3 P2.1a", row = "HA-084", status = "proposed",
  steps = {
    { does = "make other partners aware of the framework and its benefits", clause = "Ann.3 P2.1a" },
  },
}

requirement "tasks-done-p2-1" {
  title        = "The tasks of P2.1 are done",
  clause       = "Ann.3 P2.1a", row = "HA-084", force = proposed,
  of           = action,
  applies_when = action.id:is "P2.1",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P2.1a",
  },
  otherwise    = "a task of {action.id} is still open: other agencies adopt the framework step by step",
}

chain "tasks-p2-2" {
  title = "Tasks of P2.2: key stakeholders agree on resources", clause = "Ann.3 P2.2a-b", row = "HA-086", status = "proposed",
  steps = {
    { does = "identify outcomes to be achieved by the role", clause = "Ann.3 P2.2a" },
    { does = "identify joint investment for posts", clause = "Ann.3 P2.2b" },
  },
}

requirement "tasks-done-p2-2" {
  title        = "The tasks of P2.2 are done",
  clause       = "Ann.3 P2.2a-b", row = "HA-086", force = proposed,
  of           = action,
  applies_when = action.id:is "P2.2",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P2.2a", action.tasks_done:includes "P2.2b",
  },
  otherwise    = "a task of {action.id} is still open: key stakeholders agree on resources",
}

chain "tasks-p2-3" {
  title = "Tasks of P2.3: develop protocols and procedures from the principles", clause = "Ann.3 P2.3a-e", row = "HA-088", status = "proposed",
  steps = {
    { does = "outcomes approach", clause = "Ann.3 P2.3a" },
    { does = "supporting diversity", clause = "Ann.3 P2.3b" },
    { does = "involvement of children, young people and families", clause = "Ann.3 P2.3c" },
    { does = "learning behaviours and reviews", clause = "Ann.3 P2.3d" },
    { does = "written agreements", clause = "Ann.3 P2.3e" },
  },
}

requirement "tasks-done-p2-3" {
  title        = "The tasks of P2.3 are done",
  clause       = "Ann.3 P2.3a-e", row = "HA-088", force = proposed,
  of           = action,
  applies_when = action.id:is "P2.3",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P2.3a", action.tasks_done:includes "P2.3b", action.tasks_done:includes "P2.3c",
    action.tasks_done:includes "P2.3d", action.tasks_done:includes "P2.3e",
  },
  otherwise    = "a task of {action.id} is still open: develop protocols and procedures from the principles",
}

chain "tasks-p2-4" {
  title = "Tasks of P2.4: identify lead commissioners, from the audit and early stage areas", clause = "Ann.3 P2.4a-b", row = "HA-090", status = "proposed",
  steps = {
    { does = "identify the role of lead commissioners", clause = "Ann.3 P2.4a" },
    { does = "establish resources needed for their posts", clause = "Ann.3 P2.4b" },
  },
}

requirement "tasks-done-p2-4" {
  title        = "The tasks of P2.4 are done",
  clause       = "Ann.3 P2.4a-b", row = "HA-090", force = proposed,
  of           = action,
  applies_when = action.id:is "P2.4",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P2.4a", action.tasks_done:includes "P2.4b",
  },
  otherwise    = "a task of {action.id} is still open: identify lead commissioners, from the audit and early stage areas",
}

chain "tasks-p2-5" {
  title = "Tasks of P2.5: implement the framework", clause = "Ann.3 P2.5a-c", row = "HA-092", status = "proposed",
  steps = {
    { does = "develop policies and procedures", clause = "Ann.3 P2.5a" },
    { does = "identify resources", clause = "Ann.3 P2.5b" },
    { does = "identify training required", clause = "Ann.3 P2.5c" },
  },
}

requirement "tasks-done-p2-5" {
  title        = "The tasks of P2.5 are done",
  clause       = "Ann.3 P2.5a-c", row = "HA-092", force = proposed,
  of           = action,
  applies_when = action.id:is "P2.5",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P2.5a", action.tasks_done:includes "P2.5b", action.tasks_done:includes "P2.5c",
  },
  otherwise    = "a task of {action.id} is still open: implement the framework",
}

chain "tasks-p3-1" {
  title = "Tasks of P3.1: develop full monitoring and evaluation", clause = "Ann.3 P3.1a-d", row = "HA-095", status = "proposed",
  steps = {
    { does = "review best practice in outcome monitoring", clause = "Ann.3 P3.1a" },
    { does = "agree a local approach", clause = "Ann.3 P3.1b" },
    { does = "train and support commissioners and providers", clause = "Ann.3 P3.1c" },
    { does = "implement with all new investments", clause = "Ann.3 P3.1d" },
  },
}

requirement "tasks-done-p3-1" {
  title        = "The tasks of P3.1 are done",
  clause       = "Ann.3 P3.1a-d", row = "HA-095", force = proposed,
  of           = action,
  applies_when = action.id:is "P3.1",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P3.1a", action.tasks_done:includes "P3.1b", action.tasks_done:includes "P3.1c",
    action.tasks_done:includes "P3.1d",
  },
  otherwise    = "a task of {action.id} is still open: develop full monitoring and evaluation",
}

chain "tasks-p3-2" {
  title = "Tasks of P3.2: develop a consistent approach to outcomes", clause = "Ann.3 P3.2a-c", row = "HA-097", status = "proposed",
  steps = {
    { does = "agree best fit for local needs", clause = "Ann.3 P3.2a" },
    { does = "implement a robust outcome model", clause = "Ann.3 P3.2b" },
    { does = "train staff and providers", clause = "Ann.3 P3.2c" },
  },
}

requirement "tasks-done-p3-2" {
  title        = "The tasks of P3.2 are done",
  clause       = "Ann.3 P3.2a-c", row = "HA-097", force = proposed,
  of           = action,
  applies_when = action.id:is "P3.2",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P3.2a", action.tasks_done:includes "P3.2b", action.tasks_done:includes "P3.2c",
  },
  otherwise    = "a task of {action.id} is still open: develop a consistent approach to outcomes",
}

chain "tasks-p3-3" {
  title = "Tasks of P3.3: audit all commissioning activity", clause = "Ann.3 P3.3a-i", row = "HA-099", status = "proposed",
  steps = {
    { does = "costs", clause = "Ann.3 P3.3a" },
    { does = "what is joint funded", clause = "Ann.3 P3.3b" },
    { does = "what is joint resourced", clause = "Ann.3 P3.3c" },
    { does = "processes followed", clause = "Ann.3 P3.3d" },
    { does = "lead staff involved", clause = "Ann.3 P3.3e" },
    { does = "arrangements in place", clause = "Ann.3 P3.3f" },
    { does = "financial structures", clause = "Ann.3 P3.3g" },
    { does = "outcomes that are achieved", clause = "Ann.3 P3.3h" },
    { does = "where joint commissioning is or could be taking place", clause = "Ann.3 P3.3i" },
  },
}

requirement "tasks-done-p3-3" {
  title        = "The tasks of P3.3 are done",
  clause       = "Ann.3 P3.3a-i", row = "HA-099", force = proposed,
  of           = action,
  applies_when = action.id:is "P3.3",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P3.3a", action.tasks_done:includes "P3.3b", action.tasks_done:includes "P3.3c",
    action.tasks_done:includes "P3.3d", action.tasks_done:includes "P3.3e", action.tasks_done:includes "P3.3f",
    action.tasks_done:includes "P3.3g", action.tasks_done:includes "P3.3h", action.tasks_done:includes "P3.3i",
  },
  otherwise    = "a task of {action.id} is still open: audit all commissioning activity",
}

chain "tasks-p3-4" {
  title = "Tasks of P3.4: map investment and what it achieves", clause = "Ann.3 P3.4a-d", row = "HA-101", status = "proposed",
  steps = {
    { does = "criteria for which stakeholders are included", clause = "Ann.3 P3.4a" },
    { does = "format for identifying investments", clause = "Ann.3 P3.4b" },
    { does = "categories, such as service area or client group", clause = "Ann.3 P3.4c" },
    { does = "how outcomes can be identified, if they can", clause = "Ann.3 P3.4d" },
  },
}

requirement "tasks-done-p3-4" {
  title        = "The tasks of P3.4 are done",
  clause       = "Ann.3 P3.4a-d", row = "HA-101", force = proposed,
  of           = action,
  applies_when = action.id:is "P3.4",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P3.4a", action.tasks_done:includes "P3.4b", action.tasks_done:includes "P3.4c",
    action.tasks_done:includes "P3.4d",
  },
  otherwise    = "a task of {action.id} is still open: map investment and what it achieves",
}

chain "tasks-p3-5" {
  title = "Tasks of P3.5: map the strategy to the annual programmes of Changing Lives", clause = "Ann.3 P3.5a-e", row = "HA-103", status = "proposed",
  steps = {
    { does = "gather information from the audit", clause = "Ann.3 P3.5a" },
    { does = "gather information from the mapping of investment", clause = "Ann.3 P3.5b" },
    { does = "identify impacts and outcomes", clause = "Ann.3 P3.5c" },
    { does = "identify areas for joint commissioning", clause = "Ann.3 P3.5d" },
    { does = "develop timed plans", clause = "Ann.3 P3.5e" },
  },
}

requirement "tasks-done-p3-5" {
  title        = "The tasks of P3.5 are done",
  clause       = "Ann.3 P3.5a-e", row = "HA-103", force = proposed,
  of           = action,
  applies_when = action.id:is "P3.5",
  passes_when  = all_of {
    action.tasks_done:is_answered(),
    action.tasks_done:includes "P3.5a", action.tasks_done:includes "P3.5b", action.tasks_done:includes "P3.5c",
    action.tasks_done:includes "P3.5d", action.tasks_done:includes "P3.5e",
  },
  otherwise    = "a task of {action.id} is still open: map the strategy to the annual programmes of Changing Lives",
}
