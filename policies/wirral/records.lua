-- What is assessed in Wirral: who governs, who executes, who commissions and who provides, what is pooled, and what the Board is
-- asked to choose. Each type with a key is a file of the round's folder.

-- Who a person is, beside being a member: a senior manager may hold both functions (9.0 s3)
record "member" {
  commissioning_remit = list_of(id_of(area)) { label = "areas in which they commission, as recorded" },
  provides            = list_of(text) { label = "services that they provide" },
}

record "body" {
  key                     = "id",
  name                    = text { required = yes },
  kind                    = one_of { "board", "executive", "planning or commissioning group", "final approver", "other" } {
    label = "what kind of body", required = yes },
  functions               = list_of { "governance", "executive", "operational" },
  accountable_to          = id_of(body) { label = "body that it answers to" },
  coordinates_all         = yes_no { label = "whether it coordinates all planning and commissioning" },
  joint_review_held_on    = date { label = "day of its last review of joint commissioning" },
  valid_from              = date { label = "first day on which it exists" },
  valid_to                = date { label = "last day on which it exists" },
}

-- An organisation in the Children's Trust
record "trust_partner" {
  key              = "id",
  name             = text { required = yes },
  collaboration    = text { label = "how it collaborates to deliver services" },
  agrees_process   = yes_no { label = "whether it agrees the common commissioning process" },
  separation       = text { label = "how it keeps commissioning and providing apart" },
}

record "commissioning_process" {
  key              = "id",
  plural           = "commissioning_processes",
  title            = text,
  direction        = text { label = "strategic direction that it sets" },
}

-- An area of commissioning; a priority area of section 6 says which
record "area" {
  key              = "id",
  title            = text { required = yes },
  priority_area    = one_of { "disabilities and complex needs", "children at risk", "early intervention and prevention" } {
    label = "priority area of section 6" },
  support          = text { label = "who gives commissioning support" },
}

record "lead" {
  key              = "id",
  area             = id_of(area) { required = yes },
  post             = text { label = "post, without the name" },
  grade            = one_of { "director", "deputy or assistant director", "other" },
  accountable      = yes_no { label = "whether the lead is accountable for the area" },
  last_report_on   = date { label = "last report to the CTE" },
}

record "officer" {
  key              = "id",
  area             = id_of(area) { required = yes },
  accountable_to   = id_of(lead) { label = "lead commissioner to whom they answer" },
}

record "priority" {
  key              = "id",
  plural           = "priorities",
  title            = text,
  area             = id_of(area),
  key_priority     = yes_no { label = "whether it is a key priority" },
  from_section_6   = yes_no { label = "whether it is taken from the list of section 6" },
  used_on          = date { label = "day it is used" },
  short_of_outcome = yes_no { label = "whether it is reported short of its outcome" },
  reason           = one_of { "no pooled budget", "other" } { label = "reason given for falling short" },
}

record "intention" {
  key              = "id",
  priority         = id_of(priority),
  lead             = id_of(lead),
  consulted        = list_of(text) { label = "key stakeholders consulted" },
  outcome_measures = list_of(text),
}

record "budget" {
  key              = "id",
  title            = text,
  holder           = id_of(trust_partner),
  amount           = money,
  priority         = id_of(priority) { label = "priority that it serves" },
  pooled           = yes_no,
}

-- A pooled budget that is piloted
record "pilot" {
  key              = "id",
  title            = text,
  area             = id_of(area) { required = yes },
  budgets          = list_of(text) { label = "what is pooled" },
  advantage        = text { label = "specific advantage of pooling" },
  measure          = text { label = "how the advantage is measured" },
  note             = text { label = "why an area that is no priority area of section 6" },
}

record "challenge" {
  level            = one_of { "Board", "CTE", "operational" } { required = yes },
  about            = list_of(id_of(member)) { label = "whose conflict of interest was challenged" },
  note             = text,
}

record "commission" {
  key                  = "id",
  title                = text,
  action               = one_of { "commission", "de-commission", "procure" } { required = yes },
  area                 = id_of(area),
  service              = text,
  agencies             = list_of(text) { label = "agencies that commission it" },
  joint_responsibility = yes_no { label = "whether joint responsibility is recorded" },
  in_house             = yes_no,
  make_or_buy          = text { label = "make-or-buy record" },
  challenges           = list_of(challenge) { label = "challenges around conflict of interest" },
}

-- Somebody takes part in something: on a body, in a stage of the cycle of a commission, or both
record "part" {
  key              = "id",
  member           = id_of(member) { required = yes },
  body             = id_of(body),
  commission       = id_of(commission),
  stage            = one_of { "needs analysis", "planning", "decision", "monitoring" },
  acts_as          = list_of { "commissioner", "provider" },
}

-- What Board and CTE spend their meetings on
record "agenda_item" {
  key              = "id",
  title            = text,
  body             = id_of(body) { required = yes },
  about            = one_of { "commissioning", "providing" },
}

-- A measure against conflicts of interest
record "separation_measure" {
  key              = "id",
  title            = text,
  bars_from        = one_of { "nothing", "governance and executive functions", "the whole cycle" } { label = "what it bars providers from" },
}

record "post" {
  key                   = "id",
  title                 = text,
  appointed_on          = date,
  appointed_by          = list_of { "Council", "NHS Wirral" },
  resources_mapped      = list_of { "Council", "NHS Wirral" } { label = "organisations whose commissioning resources are mapped" },
  support_team_proposal = text { label = "proposal for a virtual commissioning support team" },
}

-- Where the partnership stands on the continuum: a range, and examples beyond it. The figure is lost: there may be more points.
record "position" {
  key              = "id",
  from             = one_of {
    "silo commissioning", "silo commissioning and information exchange", "commissioners meeting to align plans",
    "virtual joint commissioning", "one organisation" } { label = "where the range begins", required = yes },
  to               = one_of {
    "silo commissioning", "silo commissioning and information exchange", "commissioners meeting to align plans",
    "virtual joint commissioning", "one organisation" } { label = "where the range ends", required = yes },
  some_examples_of = list_of {
    "silo commissioning", "silo commissioning and information exchange", "commissioners meeting to align plans",
    "virtual joint commissioning", "one organisation" },
}

-- An option as the Board appraises it. The paper has no scores; the Board may add some.
record "appraisal" {
  key              = "id",
  option           = one_of { "1", "2", "3" } { required = yes },
  future_pooling   = text { label = "what the option does for later pooling" },
  score            = number { label = "score that the Board gave" },
  scored_by        = text { label = "minute in which the Board gave it" },
}

-- A model, put together from the rows of the three options
record "model" {
  key                   = "id",
  title                 = text,
  what_it_looks_like    = one_of { "1", "2", "3" } { label = "what it looks like" },
  governance_executive  = one_of { "1", "2", "3" } { label = "governance and executive functions" },
  commissioner_provider = one_of { "1", "2", "3" } { label = "commissioner and provider" },
  lead_commissioner     = one_of { "1", "2", "3" } { label = "lead commissioner" },
  officers              = one_of { "1", "2", "3" } { label = "commissioning officers" },
  support               = one_of { "1", "2", "3" } { label = "commissioning support" },
  targeted_areas        = list_of(id_of(area)) { label = "areas agreed for joint commissioning" },
  exceptions            = list_of(id_of(area)) { label = "areas excepted from joint commissioning" },
  takes_executive_from_cte = yes_no { label = "whether it takes the executive function from the CTE" },
  adds_to_cte           = list_of(text) { label = "responsibilities that it adds to the CTE" },
}

record "approval" {
  by               = one_of { "CTE", "Board", "PCT", "Cabinet", "joint commissioning group" } { required = yes },
  on               = date { required = yes },
}

-- A decision that a body took, or means to take
record "decision_taken" {
  key               = "id",
  plural            = "decisions_taken",
  title             = text,
  kind              = one_of {
    "strategic direction", "priorities", "joint planning", "commissioning", "alignment of resources", "service models", "other" },
  body              = id_of(body) { required = yes, label = "body that decides" },
  area              = id_of(area),
  model             = id_of(model) { label = "model chosen by the Board" },
  joint             = yes_no { label = "whether it is joint commissioning" },
  key_strategic     = yes_no { label = "whether it is a key strategic development" },
  within_delegation = yes_no { label = "whether it lies within what is delegated to the CTE" },
  approvals         = list_of(approval),
  final             = yes_no { label = "whether it is carried out as final" },
  standing          = one_of { "final", "needs Board", "not delegated" } { label = "how far it goes" },
  route             = one_of { "Trust structure, then PCT and Cabinet", "existing route" } { label = "whose approval it needs" },
}

-- What the Board is asked: section 13.0, and the five recommendations in bold before it
record "board_item" {
  key               = "id",
  item              = one_of { "7.0 R", "8.0 R", "9.0 R", "10.0 R1", "10.0 R2", "13.0" } { required = yes },
  option            = one_of { "any", "1", "2", "3" } { label = "option for which it holds" },
  decided_on        = date,
  outcome           = text,
  preferred_model   = id_of(model),
  instructs_cte     = yes_no { label = "whether the CTE is told to develop detail and plan" },
  plan_put_on       = date { label = "day the plan came back to the Board" },
  plan_approved_on  = date,
}

record "milestone" {
  key               = "id",
  title             = text,
  due               = date { required = yes },
}
