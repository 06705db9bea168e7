-- Commissioning as the paper proposes to define it, to be kept under review; the law and guidance that it names; words used twice

definition "legislation-and-guidance" {
  title  = "Legislation and guidance that support joint commissioning", clause = "1 b1-4", row = "HA-005", closed = "no",
  texts  = {
    { text = "Children Act 2004", kind = "act", clause = "1 b1" },
    { text = "National Service Framework for Children and Maternity Services, 2004", kind = "guidance", clause = "1 b2" },
    { text = "Guidance on Children's Trusts, 2005", kind = "guidance", clause = "1 b3" },
    { text = "Health Act 1999, Section 31", kind = "act", clause = "1 b4" },
  },
}

definition "commissioning" {
  title      = "Commissioning", clause = "9", row = "HA-023", status = "proposed",
  text       = "Outcomes are set; need, and what current activity achieves, are assessed; responses are planned; services are specified, secured and monitored, so that outcomes for children, young people and families in Haringey get better.",
  activities = { "set outcomes", "assess need", "assess impact of current activity", "plan responses", "specify", "secure", "monitor" },
  reading    = "the order is that of the sentence; it is not used as an order of stages",
}

requirement "defines-seven-activities" {
  title        = "The proposed definition of commissioning names its seven activities, and no other",
  clause       = "9", row = "HA-023", force = proposed,
  reading      = "of the first version; later ones may differ, for the definition is to be refined",
  of           = definition_version,
  applies_when = all_of { definition_version.term:is "commissioning", definition_version.version:is(1) },
  passes_when  = all_of {
    definition_version.activities:count():is(7),
    definition_version.activities:includes "set outcomes", definition_version.activities:includes "assess need",
    definition_version.activities:includes "assess impact of current activity", definition_version.activities:includes "plan responses",
    definition_version.activities:includes "specify", definition_version.activities:includes "secure",
    definition_version.activities:includes "monitor",
  },
  otherwise    = "the definition does not name the seven activities of the paper",
}

requirement "definition-is-under-review" {
  title       = "A definition has a version and a day on which it is reviewed",
  clause      = "9", row = "HA-024", force = proposed,
  reading     = "kept under review: the day is the partnership's own, the paper gives none",
  of          = definition_version,
  passes_when = all_of { definition_version.version:is_answered(), definition_version.review_on:is_answered() },
  otherwise   = "nothing is said of {missing}",
}

requirement "earlier-version-is-kept" {
  title        = "A refined definition is a new version, and the one before it is kept",
  clause       = "9", row = "HA-024", force = proposed,
  of           = definition_version,
  applies_when = definition_version.version:at_least(2),
  passes_when  = all_of {
    definition_version.replaces:is_answered(),
    records.definition_versions:any(all_of {
      other_definition_version.id:is(definition_version.replaces),
      other_definition_version.term:is(definition_version.term),
      not_ { other_definition_version.version:at_least(definition_version.version) },
    }),
  },
  otherwise    = "version {definition_version.version} does not say which earlier version it replaces",
}

definition "individual-within-an-agency" {
  title = "Individual level: an agency by itself", clause = "20", row = { "HA-059", "HA-064" },
  text  = "In paragraph 20, commissioning that one agency does on its own, such as the Children's Service from schools.",
}

definition "individual-child" {
  title = "Individual level: one child", clause = "23 b3, 24 s1", row = { "HA-064", "HA-065" },
  text  = "In paragraphs 23 and 24, commissioning for one child, such as a placement of a looked after child. The paper uses one name for both; here they are two.",
}

definition "levels-of-commissioning" {
  title  = "Levels of commissioning", clause = "23 b1-3", row = "HA-064", closed = "yes",
  levels = { "strategic", "operational", "individual" },
}

definition "changing-lives" {
  title = "Changing Lives", clause = "10", row = "HA-025", years = "2006-2009",
  text  = "Haringey's plan for children and young people, a joint plan that the CYPSP owns. Joint commissioning is one of the strategies that deliver it.",
}
