-- What a round of Northern Ireland may say beyond what every round says. All of it may be left out: what is missing is shown
-- as a finding and stops nobody.

record "round" {
  framework_status = { "draft", "agreed" },
  participation_of = list_of { "children", "young people", "families", "communities" } {
    label = "groups that took part in the planning" },
}

record "stream" {
  plan_reference             = text { label = "place in the Children and Young People's Plan" },
  priorities_agreed_on       = date { label = "day the priorities were agreed" },
  specification_published_on = date { label = "day the specification was published" },
  criteria_agreed_on         = date { label = "day the criteria were agreed" },
  rights_shown_by            = text { label = "text of the specification that shows how rights are promoted" },
  criteria_for               = list_of(text) { label = "priorities that have criteria of their own" },
  reviewed_by                = list_of(text) { label = "agencies that review the services" },
  performance_framework      = list_of { "value for money", "outcomes", "priorities", "indicators" } {
    label = "what the performance management framework addresses" },
}

record "source" {
  authority = text { label = "authority of the agency for this money" },
}

record "panel" {
  established_by = text { label = "minute that established the panel" },
}

record "member" {
  commits_resources   = yes_no { label = "whether they commit a contribution of their agency" },
  authority_to_commit = text { label = "authority to commit their agency's resources" },
  in_wider_group      = yes_no { label = "whether they also sit in the wider group" },
}

record "application" {
  referral_routes  = list_of(text) { label = "ways in for families" },
  participation_in = list_of {
    "service users in planning", "service users in delivery", "service users in evaluation",
    "providers in planning", "providers in delivery", "providers in evaluation",
  } { label = "who takes part in what" },
}

-- What is no application: agencies and their plans, priorities, arrangements, funds, bodies, and what comes after a decision. Each is a
-- file of the round's folder, for `remit assess`.

record "agency" {
  key  = "id", plural = "agencies",
  name = text { required = yes },
}

record "commitment" {
  as   = one_of { "single agency", "member of the partnership" } { label = "as what the agency commits it" },
  what = text { label = "what it commits" },
}

-- A plan of one agency
record "agency_plan" {
  key         = "id",
  agency      = id_of(agency) { required = yes },
  kind        = one_of { "business", "corporate", "community", "commissioning" } { required = yes, label = "kind of plan" },
  informs     = yes_no { label = "whether it informs the CYPSP" },
  informed_by = yes_no { label = "whether the CYPSP informs it" },
  commitments = list_of(commitment) { label = "commitments to the children's plan" },
}

-- The action plan of a planning group of the CYPSP
record "action_plan" {
  key    = "id",
  group  = text { label = "planning group whose plan it is" },
  status = one_of { "draft", "agreed" },
}

record "priority" {
  key                = "id", plural = "priorities",
  title              = text { required = yes },
  action_plan        = id_of(action_plan) { label = "action plan that holds it" },
  decided_by_members = text { label = "minute in which the members decided on it together" },
  aligning           = one_of { "begun", "not begun" } { label = "whether aligning has begun, as derived" },
}

-- What one agency does about one priority
record "incorporation" {
  key          = "id",
  priority     = id_of(priority) { required = yes },
  agency       = id_of(agency) { required = yes },
  agency_plan  = id_of(agency_plan) { label = "own plan of the agency that holds the priority" },
  set_aside    = money { label = "money that the agency sets aside" },
  set_aside_of = text { label = "resource other than money that the agency sets aside" },
}

record "indicator" {
  key         = "id",
  title       = text,
  priority    = id_of(priority),
  agency      = id_of(agency),
  reported_in = list_of { "CYPSP", "agency" } { label = "reporting lines in which it stands" },
}

record "arrangement" {
  key             = "id",
  title           = text { required = yes },
  agencies        = list_of(text) { label = "agencies that take part" },
  does_jointly    = list_of { "planning", "delivery", "commissioning" } { label = "what the agencies do together" },
  sources         = list_of(text) { label = "sources of its money" },
  funding_streams = list_of(text) { label = "funding streams that its money comes from" },
  pots            = count { label = "pots that the money is held in" },
  priority        = id_of(priority) { label = "joint priority that it serves" },
}

record "fund" {
  key        = "id",
  title      = text { required = yes },
  outcomes   = list_of(text) { label = "outcomes that it is for" },
  priorities = list_of(id_of(priority)),
}

record "contribution" {
  key       = "id",
  agency    = id_of(agency) { required = yes },
  kind      = one_of { "financial", "other" } { required = yes, label = "whether it is money" },
  amount    = money,
  resource  = text { label = "what is contributed, if not money" },
  way       = one_of { "shared", "aligned", "pooled" } { required = yes, label = "how it is joined" },
  fund      = id_of(fund) { label = "pooled fund that it goes to" },
  held_by   = id_of(agency) { label = "agency that holds it" },
  authority = text { label = "authority of the agency for this contribution" },
}

record "award" {
  key                    = "id",
  title                  = text { required = yes },
  amount                 = money { required = yes },
  stage                  = one_of { "recommended", "offered", "contracting", "running" } { required = yes },
  approved_on            = date { label = "day the wider group approved" },
  offered_on             = date { label = "day of the letter of offer" },
  only_parts             = yes_no { label = "whether only parts are approved" },
  changes_discussed_on   = date { label = "day the changes were discussed with the applicant" },
  contracting            = text { label = "contracting arrangements" },
  monitoring             = text { label = "monitoring arrangements" },
}

record "award_line" {
  key            = "id",
  award          = id_of(award) { required = yes },
  agency         = id_of(agency) { label = "agency whose money it is" },
  funding_stream = text { label = "funding stream that the money comes from" },
  amount         = money,
  authority      = text { label = "authority of the agency for this spending" },
}

record "provider_part" {
  key      = "id",
  award    = id_of(award) { required = yes },
  provider = text { required = yes },
}

record "agreement" {
  key                   = "id",
  award                 = id_of(award) { required = yes },
  provider              = text { required = yes },
  performance_framework = text { label = "performance management framework" },
  addresses             = list_of {
    "value for money", "being-healthy", "enjoying-learning-and-achieving", "living-in-safety-and-with-stability",
    "experience-economic-and-environmental-well-being", "contributing-positively-to-community-and-society",
    "living-in-a-society-which-respects-their-rights", "agreed priorities", "indicators",
  } { label = "what the performance management framework addresses" },
}

-- A decision of the panel as it was recorded
record "panel_decision" {
  key         = "id",
  application = text { required = yes, label = "application that it is about" },
  stream      = id_of(stream) { label = "stream of the application, where the round holds it" },
  decision    = one_of { "approve-total", "approve-parts", "approve-in-principle", "decline" } { required = yes },
  amount      = money,
  elements    = list_of(text) { label = "elements that it names" },
  pending     = list_of(text) { label = "questions that are to be cleared" },
  rationale   = text { label = "rationale" },
  criteria    = list_of(text) { label = "criteria that it rests on" },
}

record "body" {
  key              = "id", plural = "bodies",
  name             = text { required = yes },
  kind             = one_of { "partnership", "outcomes group", "sub group" } { required = yes, label = "what kind of body" },
  parent           = id_of(body) { label = "body that it reports to" },
  mandate          = text { label = "mandate" },
  key_stakeholders = list_of(text) { label = "key stakeholders, as the partnership names them" },
  represents       = list_of(text) { label = "stakeholders that are represented" },
  purpose          = text { label = "purpose in its terms of reference" },
  minutes_by       = text { label = "agency that takes the minutes" },
  papers_by        = text { label = "agency that drafts the papers" },
}

record "seat" {
  key          = "id",
  body         = id_of(body) { required = yes },
  role         = one_of { "chair", "member" } { required = yes },
  from         = text { label = "organisation that the seat is filled from" },
  on_cypsp     = yes_no { label = "whether they sit on the CYPSP" },
  sector       = text { label = "sector that the seat stands for" },
  nominated_by = text { label = "member of the CYPSP that nominated them" },
  expertise    = list_of(text),
}

record "sub_group_task" {
  key    = "id",
  body   = id_of(body) { required = yes },
  task   = one_of {
    "lessons from elsewhere", "lessons from Northern Ireland", "agreed continuum", "agreed framework", "accountability for pooled money",
  } { required = yes },
  done        = yes_no { label = "whether it is recorded as done" },
  found       = text { label = "what came of it" },
}

record "continuum" {
  key      = "id", plural = "continua",
  name     = text,
  stages   = list_of { "joint delivery", "joint commissioning", "aligning resources", "pooling resources" },
  status   = one_of { "proposed", "agreed" },
  drawn_up = text { label = "paper in which the Sub Group drew it up as agreed" },
}

record "framework" {
  key       = "id",
  title     = text,
  status    = one_of { "draft", "agreed" },
  agreed_in = text { label = "minute in which the CYPSP agreed it" },
}

record "partnership_decision" {
  key     = "id",
  subject = one_of { "separate planning processes are integrated", "other" } { required = yes, label = "what it is about" },
  status  = one_of { "proposed", "decided" },
}
