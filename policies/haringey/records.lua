-- What is assessed in Haringey: what the Board is asked, the framework and those who adopt it, commissions, and the action plan with
-- its dates. Each type with a key is a file of the round's folder. People are named by role, children by pseudonym.

-- What the Board is asked to consider
record "decision_part" {
  part    = one_of { "definition", "principles", "framework", "action plan", "commissioning post" } { required = yes },
  outcome = one_of { "agreed", "amended", "not agreed", "deferred" },
}

record "decision_item" {
  key     = "id",
  subject = one_of { "framework", "commissioning post", "views on the joint post" } { required = yes },
  asks    = one_of { "consider", "views" } { label = "what the Board is asked for" },
  parts   = list_of(decision_part),
  outcome = text { label = "what the Board said" },
}

-- The framework
record "agency_entry" {
  agency    = text { required = yes },
  agreed_on = date { label = "day it agreed to work within the framework" },
}

record "plan_step" {
  what    = text { required = yes },
  due     = date,
  measure = text { label = "how one sees that it is done" },
}

record "level_text" {
  level = one_of { "strategic", "operational", "individual" } { required = yes },
  text  = text { label = "what the framework says about it" },
}

record "framework" {
  key                       = "id",
  title                     = text,
  status                    = one_of { "proposed", "out for comments", "adopted" },
  route                     = one_of { "adopt at once", "comments first" } { label = "which way the Board chose" },
  adopted_on                = date,
  agreed_with_members_on    = date { label = "day the members of the CYPSP agreed it" },
  consultation_set_up_on    = date { label = "day the consultation process was established" },
  consulted_on              = date { label = "last day of consulting partner agencies" },
  revised_on                = date { label = "day it was revised in light of comments" },
  -- how it was developed
  developed_by              = list_of(text) { label = "agencies that developed it together" },
  reviewed                  = list_of { "definitions", "current policy and practice", "monitoring and evaluation" } {
    label = "what the agencies reviewed together" },
  understanding             = text { label = "what partners learnt of each other's approach" },
  processes_to_develop      = list_of(text) { label = "joint commissioning processes that require development" },
  areas_to_address          = list_of(text) { label = "areas that the framework is agreed to address" },
  approach_version          = text { label = "version of the agreed and standardised approach" },
  -- its eight contents
  commissioning             = text { label = "agreed definition of commissioning" },
  joint_commissioning       = text { label = "agreed definition of joint commissioning" },
  types_of_commissioning    = list_of(text) { label = "definitions of different types of commissioning" },
  customers                 = list_of(text) { label = "agreed definitions of the customers" },
  principles                = list_of(text),
  behaviours                = text,
  standards                 = text,
  approach                  = text { label = "the approach to commissioning services" },
  commissioning_unit        = text { label = "role of a commissioning unit, or that none is established" },
  agencies                  = list_of(agency_entry) { label = "partner agencies that have agreed to work within it" },
  actions                   = list_of(plan_step) { label = "plans for its implementation" },
  levels                    = list_of(level_text) { label = "what it says about the levels of commissioning" },
  levels_linked             = text { label = "how the levels link" },
  -- putting it into practice
  policies_and_procedures   = text { label = "policies and procedures that implement it" },
  implementation_resources  = text { label = "resources that support the implementation" },
  training                  = text { label = "training required" },
}

record "definition_version" {
  key        = "id",
  term       = text { required = yes },
  version    = count,
  text       = text { label = "its words" },
  activities = list_of { "set outcomes", "assess need", "assess impact of current activity", "plan responses", "specify", "secure",
    "monitor", "procure" } { label = "what it counts as commissioning" },
  review_on  = date { label = "day it is to be reviewed" },
  replaces   = id_of(definition_version) { label = "the version before it" },
}

record "comment" {
  key         = "id",
  framework   = id_of(framework) { required = yes },
  by          = text { label = "agency that comments" },
  sent_to     = one_of { "Director of the Children Service", "somebody else" },
  returned_on = date,
}

-- A body that asks to adopt the framework
record "adoption" {
  key                      = "id",
  framework                = id_of(framework) { required = yes },
  body                     = text { required = yes, label = "agency or partnership" },
  commissions_for_children = yes_no { label = "whether it commissions services for vulnerable children" },
  in_haringey              = yes_no { label = "whether it commissions them in Haringey" },
  willing_to_be_monitored  = yes_no { label = "whether it is willing to be monitored against the principles" },
  works_with_children      = yes_no { label = "whether it works with children in Haringey" },
  registered               = yes_no { label = "whether it stands in the register of those that adopted it" },
  made_aware_on            = date { label = "day it was told of the framework and the benefits of working within it" },
  adopted_on               = date,
}

-- An agency that engages in developing joint commissioning, and its sheet of evidence for each principle
record "principle_evidence" {
  principle = one_of {
    "improving outcomes", "diversity of the borough", "strategic approach", "involvement", "learning from each other", "transparency",
    "clarity and understanding", "accountability", "evidence", "value for money",
  } { required = yes },
  evidence  = text,
}

record "agency" {
  key                  = "id",
  name                 = text,
  engaged              = yes_no { label = "whether it engages in the process" },
  principles_agreed_on = date { label = "day it agreed the set of principles" },
  sheet                = list_of(principle_evidence) { label = "its monitoring sheet" },
}

-- The features of working together that the guidance calls essential
record "self_check" {
  key                 = "id",
  title               = text,
  vision              = text { label = "child centred, outcome-led vision" },
  frontline           = text { label = "integrated frontline delivery organised around the child" },
  common_language     = text,
  information_sharing = text,
  needs_assessment    = text,
  resources           = text { label = "resources that were identified" },
  integrated_planning = text,
  range_of_providers  = text { label = "joint commissioning from a range of providers" },
  shared_resources    = text { label = "resources that are shared or pooled" },
  governance          = text { label = "inter-agency governance" },
}

-- Changing Lives, and what is commissioned for it
record "priority" {
  key   = "id",
  title = text,
  plan  = text { label = "plan that it stands in" },
  years = text { label = "years of the plan" },
}

record "network" {
  key   = "id",
  title = text { label = "which Children's Network" },
  needs = text { label = "record of its needs" },
}

record "commission" {
  key                  = "id",
  title                = text,
  joint                = yes_no { label = "whether agencies commission it jointly" },
  level                = one_of { "strategic", "operational", "individual" } { label = "level of commissioning" },
  placement            = yes_no { label = "whether it places a looked after child" },
  protocol             = text { label = "protocol that it follows" },
  network              = id_of(network) { label = "Children's Network that it is for" },
  priority             = id_of(priority),
  participation        = text { label = "how children and young people tested and led it" },
  outcomes             = list_of(text) { label = "outcomes that the service is designed for" },
  sources_considered   = list_of { "statutory", "non-statutory" } { label = "sources considered" },
  resources            = text { label = "resources identified jointly" },
  needs_link           = text { label = "needs assessment that informs it" },
  locality_data        = text { label = "data on the needs of the locality" },
  evidence             = text { label = "evidence that it rests on" },
  value_for_money      = text { label = "statement of value for money" },
  monitoring_template  = text { label = "monitoring template, by id" },
}

record "contract" {
  key        = "id",
  commission = id_of(commission) { required = yes },
  agreement  = text,
  monitoring = text { label = "monitoring arrangements" },
  outcomes   = list_of(text) { label = "outcomes that are contracted for" },
}

record "pooling_proposal" {
  key        = "id",
  title      = text,
  evaluation = text { label = "evaluation of current practice that it rests on" },
}

-- An area for early stage joint commissioning
record "early_area" {
  key               = "id",
  title             = text,
  priority          = id_of(priority) { label = "priority of the Children and Young People's Plan" },
  tested_against    = list_of { "draft principles", "draft framework" },
  started_on        = date,
  tasks_done        = list_of { "stakeholders", "lead commissioners", "impacts and outcomes", "resources", "options appraisal",
    "commissioning", "interim monitoring" } { label = "tasks that are done" },
  options_appraisal = text { label = "record of the options appraisal" },
  commissioned_on   = date { label = "day it was jointly commissioned" },
}

record "timed_plan" {
  key            = "id",
  plan_for       = one_of { "the framework", "early stage commissioning", "the joint commissioning strategy" } { required = yes },
  steps          = list_of(plan_step),
  audit          = id_of(audit) { label = "audit whose information it uses" },
  investment_map = id_of(investment_map) { label = "mapping whose information it uses" },
  impacts        = text { label = "impacts and outcomes to be achieved" },
  areas          = list_of(text) { label = "areas for joint commissioning" },
  programme      = text { label = "annual programme of Changing Lives that it is mapped to" },
}

-- Bodies and posts
record "seat" {
  role = one_of {
    "deputy director for Children and Families, chair", "head of Children's Network", "assistant director in the HTPCT",
    "Head of Operational Commissioning", "other",
  } { required = yes },
}

record "team" { key = "id", title = text, seats = list_of(seat) }

record "board" {
  key                = "id",
  title              = text,
  decides            = text { label = "which strategic vision and high level decisions are made here" },
  structures         = text { label = "structures that support joint commissioning" },
  set_up_on          = date,
  terms_of_reference = text,
  membership         = text,
  frequency          = text { label = "frequency of meeting" },
}

record "contribution" {
  agency = text { required = yes },
  share  = count { label = "share in per cent" },
}

record "post" {
  key                  = "id",
  called               = one_of { "Strategic Commissioner", "Commissioning post", "post for strategic commissioning",
    "Joint Commissioning Manager", "lead commissioner" } { label = "which post, as the paper calls it" },
  funders              = list_of(contribution),
  outcomes             = list_of(text) { label = "outcomes to be achieved by the role" },
  role_identified      = text { label = "the role of the post" },
  resources_identified = text { label = "resources needed for the post" },
  agreed_on            = date { label = "day it was agreed to have the post" },
  accountability       = text { label = "agreement on accountability" },
  employer             = text { label = "agreement on the employing organisation" },
  written_agreement    = text,
  appointed_on         = date,
}

record "resource_agreement" {
  key       = "id",
  aspect    = text { label = "aspect of joint commissioning that it is for" },
  agencies  = list_of(text),
  agreed_on = date,
}

record "procedure" {
  key     = "id",
  subject = one_of { "outcomes approach", "supporting diversity", "involvement", "learning behaviours and reviews", "written agreements" } {
    required = yes },
  written = yes_no { label = "whether it is written" },
}

-- The full audit, the map of investment, the annual report
record "audit" {
  key                  = "id",
  kind                 = one_of { "full audit", "study of March 2006" },
  made_on              = date,
  costs                = text,
  jointly_funded       = text { label = "what is joint funded" },
  jointly_resourced    = text { label = "what is joint resourced" },
  processes            = text { label = "processes followed" },
  lead_staff           = text { label = "lead staff involved, by role" },
  arrangements         = text { label = "arrangements in place" },
  financial_structures = text,
  outcomes             = text { label = "outcomes that are achieved" },
  joint_places         = text { label = "where joint commissioning takes place or could" },
}

record "investment_map" {
  key      = "id",
  made_on  = date,
  agencies = list_of(text) { label = "key partner agencies in it" },
  criteria = text { label = "criteria for which stakeholders are included" },
  format   = text { label = "format for identifying investments" },
  outcomes = text { label = "how outcomes can be identified, or that they cannot" },
}

record "investment" {
  key                = "id",
  agency             = text,
  amount             = money,
  service_area       = text,
  client_group       = text,
  is_new             = yes_no { label = "whether it is a new investment" },
  agreed_on          = date,
  outcome_monitoring = text { label = "how its outcomes are monitored" },
}

record "annual_report" { key = "id", reported_on = date { required = yes } }

-- The timetable, as the paper has it or as it is kept later. A month is its first and its last day.
record "phase" {
  key         = "id",
  number      = count { required = yes },
  report_from = date { label = "first day on which it may be reported, by Annex 3" },
  report_by   = date { label = "last day, by Annex 3" },
  tbc         = yes_no { label = "whether the report's date is to be confirmed" },
}

record "output" {
  key    = "id",
  phase  = id_of(phase) { required = yes },
  title  = text,
  clause = text,
}

record "action" {
  key        = "id",
  phase      = id_of(phase) { required = yes },
  title      = text,
  due_from   = date,
  due_by     = date,
  onwards    = yes_no { label = "whether it goes on without an end" },
  output     = id_of(output) { label = "output of para 22 that it brings about" },
  priority   = id_of(priority) { label = "priority of the plan that it serves" },
  measure    = text { label = "how one sees that it is done" },
  done_on    = date,
  tasks_done = list_of {
    "P1.1a", "P1.1b", "P1.1c", "P1.1d", "P1.1e", "P1.2a", "P1.2b", "P1.2c", "P1.2d", "P1.3a", "P1.3b", "P1.3c", "P1.4a", "P1.4b",
    "P1.5a", "P1.5b", "P1.5c", "P1.5d", "P1.5e", "P1.5f", "P1.5g", "P2.1a", "P2.2a", "P2.2b", "P2.3a", "P2.3b", "P2.3c", "P2.3d",
    "P2.3e", "P2.4a", "P2.4b", "P2.5a", "P2.5b", "P2.5c", "P3.1a", "P3.1b", "P3.1c", "P3.1d", "P3.2a", "P3.2b", "P3.2c", "P3.3a",
    "P3.3b", "P3.3c", "P3.3d", "P3.3e", "P3.3f", "P3.3g", "P3.3h", "P3.3i", "P3.4a", "P3.4b", "P3.4c", "P3.4d", "P3.5a", "P3.5b",
    "P3.5c", "P3.5d", "P3.5e",
  } { label = "tasks that are done" },
}

-- One action that waits for another, and where that is said
record "dependency" {
  key    = "id",
  action = id_of(action) { required = yes, label = "the action that waits" },
  needs  = id_of(action) { required = yes, label = "the action that it waits for" },
  clause = text { label = "where the paper says so" },
}

-- What the paper says about one and the same thing, place by place
record "statement" {
  key      = "id",
  about    = text { required = yes },
  clause   = text { label = "where it is said" },
  earliest = date,
  latest   = date,
  phase    = id_of(phase) { label = "phase that it is put into" },
  tbc      = yes_no { label = "whether the paper says that it is to be confirmed" },
}
