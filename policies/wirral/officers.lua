-- Commissioning officers and commissioning support: section 10.0

role "commissioning-officer" {
  title  = "Commissioning Officer, responsible", clause = "10.0 CO1-CO7", closed = "yes",
  row    = { "WI-059", "WI-060", "WI-061", "WI-062", "WI-063", "WI-064", "WI-065" },
  duties = {
    { what = "supports the lead commissioner with commissioning intentions", clause = "10.0 CO1" },
    { what = "co-ordinates what establishes need: engagement, data and performance", clause = "10.0 CO2" },
    { what = "knows what resource is deployed now and how good the provision is", clause = "10.0 CO3" },
    { what = "develops a vision of world-class provision", clause = "10.0 CO4" },
    { what = "works with localities on local need and ways to deliver", clause = "10.0 CO5" },
    { what = "sets clear outcome measures by which delivery is monitored", clause = "10.0 CO6" },
    { what = "draws on service experts and research into best practice", clause = "10.0 CO7" },
  },
}

requirement "intention-has-outcome-measures" {
  title       = "A commissioning intention has outcome measures by which delivery is monitored",
  clause      = "10.0 CO6", row = "WI-064", force = data,
  of          = intention,
  passes_when = intention.outcome_measures:is_answered(),
  otherwise   = "the intention has no outcome measure",
}

requirement "officer-answers-to-a-lead" {
  title       = "A commissioning officer is accountable to a lead commissioner",
  clause      = "10.0 CO8", row = "WI-066", force = must,
  of          = officer,
  passes_when = officer.accountable_to:is_answered(),
  otherwise   = "no lead commissioner is named to whom this officer answers",
}

role "commissioning-team" {
  title = "Commissioning Team: generic tasks that any area shares", clause = "10.0 CT1", row = "WI-068", closed = "no",
  tasks = { "data analysis", "service specifications", "contracts", "procurement" },
}

role "joint-commissioning-manager" {
  title = "Joint Commissioning Manager, vacant in March 2010", clause = "10.0 R2a-R2b", row = { "WI-069", "WI-070" },
  appointed_by = { "Council", "NHS Wirral" },
}

requirement "joint-manager-appointed" {
  title       = "The post of Joint Commissioning Manager is filled by the Council and NHS Wirral",
  clause      = "10.0 R2a", row = "WI-069", force = proposed,
  of          = post,
  applies_when = post.title:is "Joint Commissioning Manager",
  passes_when = all_of {
    post.appointed_on:is_answered(), post.appointed_by:is_answered(),
    post.appointed_by:includes "Council", post.appointed_by:includes "NHS Wirral",
  },
  otherwise   = "no appointment by the Council and NHS Wirral is recorded",
}

requirement "support-is-mapped" {
  title        = "The post holder maps commissioning resources of both organisations and proposes a virtual support team",
  clause       = "10.0 R2b", row = "WI-070", force = proposed,
  of           = post,
  applies_when = all_of { post.title:is "Joint Commissioning Manager", post.appointed_on:is_answered() },
  passes_when  = all_of {
    post.resources_mapped:is_answered(), post.support_team_proposal:is_answered(),
    post.resources_mapped:includes "Council", post.resources_mapped:includes "NHS Wirral",
  },
  otherwise    = "the map lacks one of the two organisations, or there is no proposal: {missing}",
  or_else      = "the map lacks one of the two organisations",
}
