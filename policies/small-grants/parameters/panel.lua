-- The panel: how many agencies, how far stepping aside reaches, which total is enough and what breaks a tie

parameter "minimum_agencies" {
  title = "Fewest agencies among the members who take part", clause = "minute 6.2", unit = count,
  from  = { ["2024-02-01"] = { 2, clause = "minute 6.2: two agencies" } },
}

parameter "steps_aside_from" {
  title  = "What a member with a conflict of interest steps aside from", clause = "minute 3.3",
  one_of = { "application", "stream", "panel" },
  from   = { ["2024-02-01"] = { "application", clause = "minute 3.3" } },
}

parameter "minimum_total" {
  title = "Lowest total that can be given a grant", clause = "minute 4.2", unit = points,
  from  = { ["2024-02-01"] = { 50, clause = "minute 4.2: 50 of 100" } },
}

parameter "tie_break" {
  title = "What is looked at first where totals are equal", clause = "minute 4.3",
  from  = { ["2024-02-01"] = { { "need", "part" }, clause = "minute 4.3" } },
}
