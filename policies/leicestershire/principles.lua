-- The local principles (Appendix 2), put to the Executive to agree or otherwise: all of them are proposed. The first seven say
-- again what the model involves, now and then in other words; both wordings are kept, each with its place.

chain "effective-integrated-commissioning" {
  title = "What effective integrated commissioning involves", clause = "App 2 EIC1-EIC7", status = "proposed", closed = "yes",
  row   = { "LE-027", "LE-028", "LE-029", "LE-030", "LE-031", "LE-032", "LE-033" },
  steps = {
    { does = "considers the pattern and trends of outcomes against comparators", clause = "App 2 EIC1", as = "Model b1" },
    { does = "looks at particular groups, the named ones and others", clause = "App 2 EIC2", as = "Model b2" },
    { does = "develops an integrated needs assessment from all data and everybody's views", clause = "App 2 EIC3", as = "Model b3" },
    { does = "agrees priorities from the gap between current needs and services", clause = "App 2 EIC4", as = "Model b4, in other words" },
    { does = "identifies the resources there are", clause = "App 2 EIC5", as = "Model b5" },
    { does = "plans and procures services for priority outcomes, with a focus on prevention and early intervention", clause = "App 2 EIC6", as = "Model b6 and half of b7" },
    { does = "builds capacity across sectors", clause = "App 2 EIC7", as = "nothing in the model" },
  },
}

note "two-wordings" {
  title = "Where the principles and the model differ", clause = "Model b2, b4, b7; App 2 EIC2, EIC4, EIC6, EIC7", row = { "LE-030", "LE-028", "LE-032", "LE-033" },
  differences = {
    { model = "priorities from the nature and scale of the challenge (Model b4)", principles = "priorities from the gap between needs and services (App 2 EIC4)" },
    { model = "procure new and re-shape existing services (Model b7)", principles = "procure (App 2 EIC6)" },
    { model = "nothing on capacity", principles = "capacity across sectors (App 2 EIC7)" },
    { model = "groups are examples (Model b2)", principles = "groups are an open list (App 2 EIC2)" },
  },
}

requirement "principle-comparators" {
  title       = "Outcomes are considered against national and relevant local comparators",
  clause      = "App 2 EIC1", row = "LE-027", force = proposed,
  of          = analysis,
  passes_when = all_of { analysis.pattern:is_answered(), analysis.trends:is_answered(), analysis.comparators:is_answered(),
    analysis.comparators:includes "national", analysis.comparators:includes "relevant local" },
  otherwise   = "nothing is said of {missing}",
  or_else     = "the national or the relevant local comparator is missing",
}

requirement "principle-groups" {
  title       = "Whichever groups are looked at have data, or a reason why not",
  clause      = "App 2 EIC2", row = "LE-028", force = proposed,
  reading     = "the list is open: any group that the analysis names is asked about",
  of          = analysis,
  passes_when = all_of {
    analysis.groups:is_answered(),
    analysis.groups:every(any_of { group_outcome.data:is_answered(), group_outcome.no_data:is_answered() }),
  },
  otherwise   = "{group_outcome.group} has neither data nor a reason",
  or_else     = "no group is looked at",
}

requirement "principle-views" {
  title       = "The needs assessment uses the views of all stakeholders",
  clause      = "App 2 EIC3", row = "LE-029", force = proposed,
  reading     = "six classes: the copy lost a comma between young people and parents",
  of          = analysis,
  passes_when = all_of {
    analysis.views_of:is_answered(),
    analysis.views_of:includes "children", analysis.views_of:includes "young people", analysis.views_of:includes "parents",
    analysis.views_of:includes "carers", analysis.views_of:includes "local communities", analysis.views_of:includes "staff",
  },
  otherwise   = "the assessment lacks views of children, young people, parents, carers, local communities or staff",
}

requirement "principle-gap" {
  title       = "A priority shows the gap between current needs and services",
  clause      = "App 2 EIC4", row = "LE-030", force = proposed,
  of          = priority,
  passes_when = all_of { priority.needs:is_answered(), priority.services:is_answered(), priority.gap:is_answered() },
  otherwise   = "nothing is said of {missing}",
}

requirement "principle-resources" {
  title       = "The resources are identified: money, buildings and other physical ones, people and knowledge",
  clause      = "App 2 EIC5", row = "LE-031", force = proposed,
  of          = plan,
  passes_when = all_of {
    plan.resources:is_answered(),
    plan.resources:includes "financial", plan.resources:includes "buildings and other physical",
    plan.resources:includes "people", plan.resources:includes "knowledge",
  },
  otherwise   = "the plan leaves out a kind of resource",
}

requirement "principle-prevention" {
  title       = "Planning and procuring serve a priority outcome, and focus on prevention and early intervention",
  clause      = "App 2 EIC6", row = "LE-032", force = proposed,
  reading     = "an element of either is a focus; re-shaping existing services is named in the model alone",
  of          = plan,
  passes_when = all_of {
    plan.elements:is_answered(), plan.elements:includes_any("prevention", "early intervention"),
    priority.outcome:is_answered(), plan.best_use:is_answered(),
  },
  otherwise   = "the plan has no element of prevention or early intervention, is not tied to a priority outcome, or does not say how it makes best use of resources",
}

requirement "principle-capacity" {
  title       = "Capacity to deliver better outcomes is built across sectors",
  clause      = "App 2 EIC7", row = "LE-033", force = proposed,
  of          = plan,
  passes_when = plan.capacity_actions:is_answered(),
  otherwise   = "no action that builds capacity is recorded",
}

-- "In developing integrated commissioning, we will"

chain "we-will" {
  title = "What developing integrated commissioning includes", clause = "App 2 W1-W5", status = "proposed", closed = "yes",
  row   = { "LE-034", "LE-035", "LE-036", "LE-037", "LE-038", "LE-039" },
  steps = {
    { does = "tries to increase investment for vulnerable children, with clear priorities", clause = "App 2 W1" },
    { does = "builds on local good practice, national guidance and national good practice", clause = "App 2 W2" },
    { does = "develops a model or models, for coherence", clause = "App 2 W3a" },
    { does = "develops a model or models, for local commissioning of additional universal services and specialist commissioning by those closest", clause = "App 2 W3b" },
    { does = "develops a workforce strategy", clause = "App 2 W4" },
    { does = "develops the governance of commissioning: the Children's Trust arrangements", clause = "App 2 W5" },
  },
}

definition "priority-tags" {
  title = "What a priority is for", clause = "App 2 W1", row = "LE-034", status = "proposed", closed = "yes",
  tags  = { "development", "investment", "disinvestment" },
}

requirement "priorities-are-tagged" {
  title       = "Each priority says whether it is for development, investment or disinvestment",
  clause      = "App 2 W1", row = "LE-034", force = proposed,
  of          = priority,
  passes_when = priority.tag:is_answered(),
  otherwise   = "the priority is tagged neither development nor investment nor disinvestment",
}

requirement "spend-on-vulnerable-children-is-reported" {
  title       = "Spending on vulnerable children is reported beside that of the year before",
  clause      = "App 2 W1", row = "LE-034", force = proposed,
  of          = spend,
  passes_when = all_of { spend.previous:is_answered(), spend.this:is_answered() },
  otherwise   = "nothing is reported for {missing}",
}

requirement "spend-on-vulnerable-children-grows" {
  title        = "Investment in services for vulnerable children increases",
  clause       = "App 2 W1", row = "LE-034", force = proposed,
  reading      = "the paper says that it will be tried",
  of           = spend,
  applies_when = all_of { spend.previous:is_answered(), spend.this:is_answered() },
  passes_when  = not_ { spend.this:at_most(spend.previous) },
  otherwise    = "{spend.this} is not more than {spend.previous} the year before",
}

requirement "builds-on-good-practice" {
  title       = "A plan refers to local good practice, national guidance and national good practice",
  clause      = "App 2 W2", row = "LE-035", force = proposed,
  of          = plan,
  passes_when = all_of {
    plan.builds_on:is_answered(), plan.builds_on:includes "local good practice", plan.builds_on:includes "national guidance", plan.builds_on:includes "national good practice" },
  otherwise   = "the plan does not refer to all three of local good practice, national guidance and national good practice",
}

requirement "one-model" {
  title       = "Commissions follow the same model",
  clause      = "App 2 W3a", row = "LE-036", force = proposed,
  reading     = "a model or models may be developed; where two are in use, a person looks whether practice still coheres",
  of          = commission,
  passes_when = all_of {
    commission.model:is_answered(),
    records.commissions:none(all_of { other_commission.model:is_answered(), other_commission.model:is_not(commission.model) }),
  },
  otherwise   = "the commission names no model, or another commission follows another one",
}

classification "route" {
  title        = "Route of commissioning", clause = "App 2 W3b", row = "LE-037", force = proposed,
  reading      = "the paper names two routes; where it names none, none is given",
  of           = commission, takes = first, gives = commission.route,
  applies_when = any_of { commission.additional_universal:is(yes), commission.level:is_one_of("3", "4") },

  { code = "specialist", clause = "App 2 W3b", when = all_of { commission.level:is_answered(), commission.level:is_one_of("3", "4") } },
  { code = "local", clause = "App 2 W3b", when = commission.additional_universal:is(yes) },

  otherwise = refer "the paper names no route for this",
}

requirement "takes-the-route" {
  title        = "Additional universal services are commissioned locally, specialist ones by those most closely involved",
  clause       = "App 2 W3b", row = "LE-037", force = proposed,
  of           = commission,
  applies_when = commission.route:is_answered(),
  passes_when  = all_of { commission.route_taken:is_answered(), commission.route_taken:is(commission.route) },
  otherwise    = "the route by the paper is {commission.route}",
}

requirement "workforce-strategy" {
  title       = "There is a strategy for the right staff with the right skills at the right time",
  clause      = "App 2 W4", row = "LE-038", force = proposed,
  of          = programme,
  passes_when = programme.workforce_strategy:is_answered(),
  otherwise   = "there is no workforce strategy",
}

requirement "governance-arrangements" {
  title       = "The governance of commissioning is developed",
  clause      = "App 2 W5", row = "LE-039", force = proposed,
  of          = programme,
  passes_when = programme.governance:is_answered(),
  otherwise   = "no governance arrangements are recorded",
}

-- "We will start by"

chain "start-by" {
  title = "What is done first", clause = "App 2 S1-S2", row = { "LE-040", "LE-041" }, status = "proposed", closed = "yes",
  steps = {
    { does = "commissions from pooled and aligned budgets that exist, and extends the scope gradually", clause = "App 2 S1" },
    { does = "identifies current practice in the County Council and in partner agencies", clause = "App 2 S2" },
  },
}

requirement "starts-with-existing-budgets" {
  title        = "The first commissions use pooled and aligned budgets that exist already",
  clause       = "App 2 S1", row = "LE-040", force = proposed,
  reading      = "budgets within the Local Area Agreement are among them",
  of           = commission,
  applies_when = commission.phase:is "first",
  passes_when  = all_of { commission.budgets:is_answered(), commission.budgets:excludes "other" },
  otherwise    = "a commission of the first phase is paid from outside the pooled and aligned budgets there are",
}

requirement "maps-practice-before-extending" {
  title        = "Current practice is identified, at the County Council and partner agencies, before the scope is extended",
  clause       = "App 2 S1, S2", row = "LE-041", force = proposed,
  reading      = "to start by it is to do it before",
  of           = programme,
  applies_when = programme.scope_extended_on:is_answered(),
  passes_when  = all_of {
    programme.practice_mapped:is_answered(), programme.practice_mapped:includes "county council", programme.practice_mapped:includes "partner agencies",
    programme.practice_mapped_on:is_answered(),
    programme.practice_mapped_on:is_before(programme.scope_extended_on),
  },
  otherwise    = "the scope was extended before current practice was mapped in both",
}
