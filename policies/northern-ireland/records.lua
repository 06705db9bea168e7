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
