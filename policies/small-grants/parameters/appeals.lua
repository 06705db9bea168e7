-- How long a group has to appeal, and what a fresh panel is

parameter "appeal_window" {
  title = "Days within which an appeal must be made", clause = "minute 7 b", unit = days,
  from  = { ["2024-02-01"] = { 15, clause = "minute 7 b: 15 days" } },
}

parameter "second_appeal" {
  title = "Whether a group may appeal again about the same application", clause = "minute 7 c", unit = yes_no,
  from  = { ["2024-02-01"] = { no, clause = "minute 7 c" } },
}

parameter "fresh_panel_within" {
  title = "Days within which a fresh panel sits", clause = "minute 7 d", unit = days,
  from  = { ["2024-02-01"] = { 20, clause = "minute 7 d: 20 days" } },
}

parameter "fresh_panel_effect" {
  title = "What the finding of a fresh panel does", clause = "minute 7 e", one_of = { "replaces", "advises" },
  from  = { ["2026-02-01"] = { "replaces", clause = "minute 7 e" } },
}
