-- The Children and Young People's Plan that the framework stands in

parameter "plan_from" {
  title = "First day of the plan", clause = "4.2", row = "NI-051", unit = date,
  value = "2011-01-01",
}

parameter "plan_until" {
  title = "Last day of the plan", clause = "4.2", row = "NI-051", unit = date,
  value = "2014-12-31",
}
