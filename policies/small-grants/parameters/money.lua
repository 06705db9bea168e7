-- Amounts. Each value holds from its day on and names the minute that set it; an old round keeps the value of its own day.

parameter "largest_grant" {
  title = "Largest grant", clause = "minute 2.3", unit = pounds,
  from  = {
    ["2024-02-01"] = { pounds(2000), clause = "minute of 17 January 2024, item 3" },
    ["2026-02-01"] = { pounds(3000), clause = "minute 2.3: raised to £3,000" },
  },
}

parameter "largest_income" {
  title = "What a small group has in a year, at most", clause = "minute 2.2", unit = pounds,
  from  = { ["2024-02-01"] = { pounds(100000), clause = "minute 2.2: £100,000, as in 2024" } },
}
