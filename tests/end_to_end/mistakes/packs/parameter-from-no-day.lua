parameter "most" { title = "The most", clause = "minute 2", from = { ["April 2026"] = pounds(3000) } }
-- 1:68: parameter "most": in `from`, each value stands under a day of the calendar: `["2011-04-01"] = { ... }`, and `April 2026` is none [WRONG_TYPE]
