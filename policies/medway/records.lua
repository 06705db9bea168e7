-- What is assessed in Medway. Each type with a key is a file of the round's folder. What is asked of several groups, sources or
-- plans has a place for each, so that the one that is missing is named. Children are named by pseudonyms only.

record "member" {
  interests = list_of(organisation) { label = "external providers they have an interest in" },
  manages   = list_of(text) { label = "in-house teams that they manage" },
  works_in  = list_of(text) { label = "in-house teams that they work in" },
}

-- A bid that is decided by a panel, as an application
record "application" {
  in_house      = yes_no { label = "whether it is the bid of an in-house team" },
  in_house_team = text { label = "in-house team that bids" },
  rule_set      = text { label = "procurement rules that the bid is held to" },
}

-- The bodies of the Trust and of its partners. Those of the document are of its day.
record "body" {
  key         = "id",
  plural      = "bodies",
  name        = text,
  kind        = one_of { "trust board", "joint commissioning group", "joint commissioning unit", "commissioning and strategy division", "directorate",
    "partnership group", "strategic change programme board", "council service", "PCT service", "locality commissioner", "other" } { required = yes },
  part_of     = id_of(body) { label = "body that it is part of" },
  reports_to  = list_of { "joint commissioning group", "trust board" } { label = "whom it works to" },
  funders     = list_of { "NHS Medway", "Medway Council" },
  represented = list_of(text) { label = "teams represented on it" },
  remit       = list_of(text) { label = "themes within its remit" },
  functions   = list_of { "commissioner", "provider" } { label = "whether it commissions, provides or both" },
  separation  = text { label = "how its commissioning is kept apart from its providing" },
  taken_up    = list_of { "plan support", "strategies", "scoping", "developing", "implementing", "reviewing", "delegated commissioning", "mandated groups",
    "regional commissioning", "other" } { label = "functions taken up" },
  existed_from  = date { label = "day it came to be" },
  existed_until = date { label = "day it ended" },
}

-- Strategy and priorities

record "priority_year" {
  key       = "id",
  year      = text { required = yes },
  starts    = date { label = "first day of the year" },
  agreed_on = date { label = "day the Trust Board agreed the priorities of the year" },
  aligned   = {
    needs_assessment = text { label = "Joint Strategic Needs Assessment" },
    area_agreement   = text { label = "Local Area Agreement" },
    communities      = text { label = "Sustainable Communities Strategy 2010-26" },
    plan             = text { label = "CYPP 2009-11" },
    other_policies   = text { label = "other statutory and Medway policies and targets" },
  },
}

record "priority" {
  key       = "id",
  plural    = "priorities",
  title     = text,
  year      = id_of(priority_year),
  agreed_on = date { label = "day the Trust Board agreed it" },
  rests_on  = list_of { "CYPP", "LAA" } { label = "what it is based on" },
}

-- What a partner of the Trust does in a strategy or a commission
record "party" {
  name     = text,
  involved = yes_no { label = "whether it is involved" },
  role     = one_of { "commissioner", "provider", "commissioner and provider" } { label = "its role" },
  analysis = text { label = "analysis of what it commissions now" },
}

record "strategy" {
  key               = "id",
  plural            = "strategies",
  title             = text,
  joint             = yes_no { label = "whether it is a joint plan" },
  parties           = list_of(party) { label = "partners of the Trust" },
  children_involved = text { label = "record of the direct involvement of children and young people" },
  draws_on          = list_of { "staff", "finance", "buildings", "other" } { label = "pooled and aligned resources it draws on" },
  group_advice      = text { label = "minute of the Joint Commissioning Group" },
}

record "programme" {
  key          = "id",
  title        = text,
  body         = id_of(body) { label = "who develops it" },
  serves       = list_of { "NHS Medway", "Medway Council", "Trust Board" } { label = "on whose behalf it is developed" },
}

record "investment" {
  key      = "id",
  title    = text,
  investor = one_of { "NHS Medway", "Medway Council", "other" },
  body     = id_of(body) { label = "through which body it goes" },
}

record "trust_outcome" {
  key      = "id",
  outcome  = one_of { "are safe and cared for", "succeed in learning", "thrive" } { required = yes },
  champion = text { label = "who of the workforce champions it" },
}

-- Needs

record "dataset" {
  key           = "id",
  title         = text,
  outcome_areas = count { label = "outcome areas covered" },
  baseline      = text { label = "baseline of well-being" },
  compares      = {
    statistical_neighbours = text { label = "comparison with statistical neighbours" },
    within_medway          = text { label = "comparison within Medway" },
  },
  breakdown     = {
    ages             = text { label = "full age range" },
    ethnicity        = text,
    gender           = text,
    sexual_orientation = text,
    religion         = text,
    learning_difficulty = text,
    disability       = text,
    learning_difficulty_disability = text { label = "learning difficulty disability, as one" },
    looked_after     = text { label = "looked after status" },
    risk_of_criminality = text,
    location         = text { label = "geographical location" },
  },
}

record "needs_assessment" {
  key          = "id",
  title        = text,
  dataset      = id_of(dataset),
  quantitative = text { label = "quantitative data" },
  qualitative  = text { label = "qualitative information" },
  views        = {
    children = text, young_people = text, families = text, carers = text, community = text,
    professionals = text { label = "professionals of all partners" },
  },
  groups       = {
    universal     = text { label = "universal needs" },
    specialist    = text { label = "specialist needs" },
    parents_to_be = text { label = "parents-to-be" },
  },
  informs      = {
    area_agreement = text { label = "LAA negotiations" },
    plan           = text { label = "the CYPP and other strategic documents" },
    macro          = text { label = "macro commissioning" },
    design         = text { label = "service design" },
    individual     = text { label = "individual packages of care (micro commissioning)" },
  },
}

-- Commissioning

record "option" {
  title  = text,
  sector = one_of { "public", "private", "third" },
}

record "commission" {
  key                = "id",
  title              = text,
  body               = id_of(body) { label = "who commissions" },
  priority           = id_of(priority),
  joint              = yes_no { label = "whether partners commission it jointly" },
  parties            = list_of(party) { label = "partners of the Trust" },
  opened_on          = date,
  -- what it ensures
  safeguarding       = text { label = "how it safeguards" },
  integration        = text { label = "how services and support are integrated" },
  timing             = text { label = "how it is timely" },
  targeting          = text { label = "how it is targeted" },
  sustainability     = text { label = "how its outcomes last in the long term" },
  -- how it is done
  form               = one_of { "partnership working", "joint venture", "grant-giving", "co-production with communities", "individualised budgets" },
  delivery           = list_of { "in-house", "other public sector", "third sector", "private sector" } { label = "who delivers" },
  stages             = list_of { "outcomes", "groups", "needs assessment", "resources and priorities", "pattern of services", "how to commission",
    "commission", "workforce and market", "monitor and review" } { label = "stages of the cycle" },
  procurement        = {
    council = text { label = "procurement process of the Council, or why it does not matter here" },
    pct     = text { label = "procurement process of the PCT, or why it does not matter here" },
  },
  options            = list_of(option),
  signed_off         = {
    procurement = text { label = "corporate procurement" },
    finance     = text,
    legal       = text,
  },
  lawful             = text { label = "sign-off that the approach is compatible with EU and UK law, regulations and guidance" },
  procurement_advice_on = date { label = "day procurement expertise was drawn on" },
  tendered_on        = date { label = "day bids were invited" },
  pooled             = yes_no { label = "whether budgets are pooled" },
  pooled_reason      = text { label = "why, or why not" },
  -- where a service is commissioned anew
  recommissions      = text { label = "service that it commissions anew" },
  provider           = text { label = "present provider" },
  options_opened_on  = date { label = "day other options were opened" },
  improvement        = {
    work       = text { label = "work with the provider to improve" },
    started_on = date,
    ended_on   = date,
  },
  -- who took part
  took_part          = { children = text, young_people = text, parents = text, carers = text, families = text, communities = text },
  users_involved_in  = { needs_assessment = text, strategies_and_plans = text, service_design = text, tendering = text, monitoring = text },
  -- level
  reach              = one_of { "national", "region", "Medway", "locality", "individual children" } { label = "for whom it is" },
  specialist         = yes_no,
  low_incidence      = yes_no,
  tier               = one_of { "1", "2", "3", "4" },
  prevention         = yes_no { label = "whether it is for prevention" },
  level              = one_of { "national", "regional and sub-regional", "Medway-wide", "neighbourhood or locality", "individual" } {
    label = "level by the framework" },
  level_stated       = one_of { "national", "regional and sub-regional", "Medway-wide", "neighbourhood or locality", "individual" } {
    label = "level as submitted" },
  decides_well       = {
    locality_performance = yes_no { label = "excellent performance at the locality" },
    locality_value       = yes_no { label = "value for money at the locality" },
    medway_performance   = yes_no { label = "excellent performance across Medway" },
    medway_value         = yes_no { label = "value for money across Medway" },
    region_performance   = yes_no { label = "excellent performance in the region" },
    region_value         = yes_no { label = "value for money in the region" },
  },
  local_level        = one_of { "neighbourhood or locality", "Medway-wide", "regional and sub-regional" } { label = "most local level that will do" },
  level_chosen       = one_of { "neighbourhood or locality", "Medway-wide", "regional and sub-regional" } { label = "level at which it is decided" },
  level_reason       = text { label = "why it is decided at another level" },
}

record "recommendation" {
  key   = "id",
  title = text,
  body  = id_of(body) { label = "who recommends" },
  theme = text,
}

record "commissioning_decision" {
  key             = "id",
  title           = text,
  kind            = one_of { "commission", "award", "recommission", "disinvest" } { required = yes },
  commission      = id_of(commission),
  body            = id_of(body) { label = "who decided" },
  decided_on      = date,
  recommendation  = id_of(recommendation) { label = "recommendation of the Joint Commissioning Group" },
  outcomes        = list_of { "are safe and cared for", "succeed in learning", "thrive" },
  rationale       = text { label = "how it improves outcomes" },
  published_on    = date,
  in_house        = yes_no { label = "whether an in-house function is to provide" },
  provider        = organisation { label = "provider that it is about" },
  provider_function = text { label = "in-house provider function" },
  accountability  = text { label = "how commissioners hold it to account" },
  applied_on      = date { label = "day it was applied" },
}

-- Bids

record "procurement" {
  key                 = "id",
  title               = text,
  commission          = id_of(commission),
  rules               = text { label = "procurement rules that are followed" },
  closes              = date { label = "last day for bids, by those rules" },
  value_for_money     = text { label = "how value for money is considered" },
  external_comparison = text { label = "comparison with external services" },
}

record "bid" {
  key           = "id",
  procurement   = id_of(procurement),
  bidder        = organisation,
  in_house      = yes_no,
  team          = text { label = "in-house team that bids" },
  received_on   = date,
  rule_set      = text { label = "procurement rules that it is held to" },
  judged_by     = text { label = "criteria that it is judged by" },
}

-- A person's part in judging a bid, or in a commissioning decision
record "judgement" {
  key      = "id",
  member   = id_of(member),
  bid      = id_of(bid),
  decision = id_of(commissioning_decision),
}

-- Services and money

record "kpi" {
  name     = text,
  evidence = text,
}

record "service" {
  key             = "id",
  title           = text,
  outcomes        = list_of { "are safe and cared for", "succeed in learning", "thrive" },
  body            = id_of(body) { label = "Partnership group that identified its outcomes" },
  self_monitoring = text { label = "self monitoring designed into it" },
  kpis            = list_of(kpi),
  in_house        = yes_no,
}

record "service_review" {
  key     = "id",
  service = id_of(service),
  result  = one_of { "retain", "market test", "re-commission" },
}

record "spend" {
  key           = "id",
  title         = text,
  priority      = id_of(priority),
  disaggregated = yes_no { label = "whether it is separated from adult services" },
}

record "arrangement" {
  key   = "id",
  title = text,
  kind  = one_of { "aligned spend", "joint budget", "pooled fund", "one partner leads on procurement" } { required = yes },
}

record "fund" {
  key    = "id",
  name   = text,
  kind   = one_of { "aligned", "pooled", "aligned or pooled (not stated)" },
  level  = one_of { "executive", "operational" },
  amount = money,
}

record "budget_report" {
  key                   = "id",
  body                  = id_of(body) { label = "who monitors" },
  executive_total       = money { label = "aligned and pooled at executive level" },
  operational_total     = money { label = "aligned and pooled at operational level" },
  executive_share       = number { label = "share of all money at executive level" },
  operational_share     = number { label = "share of all money at operational level" },
  executive_effect      = text { label = "how effective it is at executive level" },
  operational_effect    = text { label = "how effective it is at operational level" },
}

record "joint_allocation" {
  key       = "id",
  title     = text,
  resources = list_of { "money", "staff", "buildings", "other" },
  body      = id_of(body) { label = "who determined it" },
  determined_on = date,
}

record "premises_proposal" {
  key             = "id",
  title           = text,
  kind            = one_of { "integrated team", "shared premises" },
  outcome_benefit = text { label = "benefit for outcomes of children and young people" },
}

-- A year of the Trust
record "trust_year" {
  key                       = "id",
  year                      = text { required = yes },
  prevention_share          = number { label = "share of prevention and early intervention" },
  prevention_share_before   = number { label = "that share in the year before" },
  moved_to_prevention       = text { label = "resources moved to prevention and early intervention" },
  results                   = {
    self_monitoring = text,
    annual_assessment = text { label = "annual performance assessment" },
    area_review     = text { label = "CAA review" },
  },
  plans                     = {
    workforce_short = text { label = "short term plan for the workforce" },
    workforce_long  = text { label = "long term plan for the workforce" },
    market_short    = text { label = "short term plan for the market" },
    market_long     = text { label = "long term plan for the market" },
  },
}

-- Participation

record "exercise" {
  key         = "id",
  title       = text,
  group       = text { label = "who was asked" },
  explanation = text { label = "what participants were told of how it supports outcomes" },
  dataset     = id_of(dataset) { label = "baseline of the local community" },
  profile     = {
    ages = text { label = "ages" }, ethnicity = text, gender = text, disability = text, location = text { label = "geographical location" },
  },
}

record "publication" {
  key           = "id",
  title         = text,
  published     = yes_no,
  personal_data = yes_no { label = "whether it holds personal data" },
}
