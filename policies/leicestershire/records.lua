-- What is assessed in Leicestershire: the steps of the model, the group, and what is placed on a level of need. Each type is a
-- file of the round's folder. Children are named by pseudonyms only.

-- What is put on a level: a child's needs, or a service. The levels describe now the one and now the other.
record "need" {
  key               = "id",
  about             = one_of { "child", "service" } { required = yes, label = "whether a child's needs or a service" },
  level             = one_of { "1", "2a", "2b", "3", "4" } { label = "level by the paper" },
  level_stated      = one_of { "1", "2a", "2b", "3", "4" } { label = "level as submitted" },
  -- of a child
  additional_needs  = yes_no,
  caf               = yes_no { label = "identified through a Common Assessment Framework" },
  services_involved = count { label = "services that are involved" },
  coordinated       = yes_no { label = "whether they are coordinated into a team around the child" },
  services_required = count { label = "services that are required" },
  triggers          = list_of { "needs not met by the team", "needs more complex", "services not accessible" } {
    label = "why more is required" },
  meeting_held_on   = date { label = "day of the multi-service coordination meeting" },
  lead_professional = text { label = "lead professional, by role" },
  -- of a service
  service           = text { label = "which service" },
  kind              = one_of { "universal delivery", "universal access", "specialist", "highly specialist", "other" } {
    label = "what kind of service" },
  child_in_need     = yes_no { label = "whether it concerns children in need" },
  keyworker         = text { label = "keyworker, by role" },
  low_volume        = yes_no,
  high_cost         = yes_no,
  commissioned_at   = one_of { "local", "county", "regional", "national" } { label = "where it is commissioned" },
}

-- The commissioning process of a level
record "level" {
  key     = "id",
  code    = one_of { "1", "2a", "2b", "3", "4" } { required = yes },
  process = text { label = "commissioning process of this level" },
}

record "group_outcome" {
  group   = text,
  data    = text { label = "outcomes of this group" },
  no_data = text { label = "why there is no data" },
}

record "analysis" {
  key         = "id",
  plural      = "analyses",
  title       = text,
  pattern     = text { label = "current pattern of outcomes" },
  trends      = text { label = "recent trends of outcomes" },
  areas       = list_of(text) { label = "particular areas looked at" },
  comparators = list_of { "national", "relevant local" },
  groups      = list_of(group_outcome) { label = "particular groups" },
  views_of    = list_of { "children", "young people", "parents", "carers", "local communities", "staff" } {
    label = "whose views it uses" },
}

record "priority" {
  key      = "id",
  title    = text,
  analysis = id_of(analysis),
  nature   = text { label = "nature of the local challenge" },
  scale    = text { label = "scale of the local challenge" },
  needs    = text { label = "current needs" },
  services = text { label = "current services" },
  gap      = text { label = "gap between needs and services" },
  tag      = one_of { "development", "investment", "disinvestment" } { label = "what the priority is for" },
  outcome  = text { label = "priority outcome" },
}

record "plan" {
  key              = "id",
  title            = text,
  priority         = id_of(priority),
  resources        = list_of { "financial", "buildings and other physical", "people", "knowledge" } {
    label = "kinds of resources identified" },
  best_use         = text { label = "how it makes best use of resources" },
  elements         = list_of { "prevention", "early intervention", "other" } { label = "what its services do" },
  capacity_actions = list_of(text) { label = "actions that build capacity across sectors" },
  builds_on        = list_of { "local good practice", "national guidance", "national good practice" } { label = "what it builds on" },
}

record "commission" {
  key                  = "id",
  title                = text,
  plan                 = id_of(plan),
  priority             = id_of(priority),
  needs_analysis       = id_of(analysis) { label = "needs analysis that informs it" },
  way                  = one_of { "procure new", "re-shape existing", "both" } { label = "how services are to be had" },
  agreed_outcome       = text,
  best_use             = text { label = "how it makes best use of resources" },
  model                = text { label = "commissioning model" },
  level                = one_of { "1", "2a", "2b", "3", "4" },
  additional_universal = yes_no { label = "whether it is an additional universal service" },
  route                = one_of { "local", "specialist" } { label = "route by the paper" },
  route_taken          = one_of { "local", "specialist" } { label = "route taken" },
  area                 = one_of { "local", "county", "regional", "national" } { label = "where it is commissioned" },
  commissioner         = text { label = "commissioner, by role" },
  knowledge_of         = list_of { "needs", "market" } { label = "what the commissioner is recorded to know in detail" },
  budgets              = list_of { "existing pooled", "existing aligned", "local area agreement", "other" } { label = "where its money is" },
  phase                = one_of { "first", "later" },
  involvement          = text { label = "record of how children and young people were involved" },
}

record "spend" {
  key      = "id",
  plural   = "spends",
  year     = text { required = yes },
  previous = money { label = "services for vulnerable children in the year before" },
  this     = money { label = "services for vulnerable children in the year" },
}

record "programme" {
  key                = "id",
  title              = text,
  workforce_strategy = text,
  governance         = text { label = "governance arrangements for commissioning" },
  practice_mapped    = list_of { "county council", "partner agencies" } { label = "whose current practice is mapped" },
  practice_mapped_on = date,
  scope_extended_on  = date { label = "day the scope was extended" },
}

record "strategy" {
  key       = "id",
  plural    = "strategies",
  title     = text,
  plan_link = text { label = "link to the Children and Young People's Plan" },
}

-- What the Executive was asked
record "executive_item" {
  key     = "id",
  subject = one_of { "report", "terms of reference", "local principles" } { required = yes },
  asks    = one_of { "note", "endorse", "agree" } { label = "what it is asked to do" },
  outcome = one_of { "noted", "endorsed", "not endorsed", "agreed", "not agreed" },
}

-- The Integrated Commissioning group
record "meeting" { held_on = date }

record "group" {
  key                    = "id",
  title                  = text,
  stage                  = one_of { "development", "later" },
  formed_on              = date,
  meetings               = list_of(meeting),
  definition             = text { label = "a definition of integrated commissioning" },
  model                  = text { label = "a model of integrated commissioning" },
  process                = text { label = "agreed process across the County" },
  links                  = list_of(text) { label = "other commissioning that it is linked with" },
  developments           = list_of(text) { label = "register of developments" },
  objectives_achieved_on = date,
  role_reviewed_on       = date { label = "day it reviewed whether it has any further role" },
}

record "seat" {
  key                     = "id",
  partner_function        = text { label = "function" },
  partner                 = text { label = "local partner" },
  strategic_commissioning = yes_no { label = "strategic responsibility for commissioning services" },
}
