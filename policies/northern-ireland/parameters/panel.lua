-- The funding panel: how many agencies it needs, and how far a conflict of interest reaches

parameter "minimum_agencies" {
  title = "Fewest agencies among the members who take part",
  clause = "4.5.4 s2", row = "NI-084", unit = count,
  from  = { ["2011-04-01"] = { 2, clause = "our reading of 4.5.4 s2: multi-agency is two at least" } },
}

parameter "recusal_scope" {
  title  = "What a member with a conflict of interest is set aside from",
  clause = "4.6.1 s2", row = { "NI-103", "NI-119" },
  one_of = { "stream", "application", "panel" },
  from   = { ["2011-04-01"] = { "stream", clause = "our reading of 4.6.1 s2; its literal words reach the whole panel" } },
}

parameter "provider_free_panel" {
  title = "Whether providers are kept off the panel altogether, as some English areas do",
  clause = "2.2.1 s7", row = "NI-022", unit = yes_no,
  from  = { ["2011-04-01"] = { no, clause = "our reading of 4.6.1 s1: the sector's part is encouraged" } },
}
