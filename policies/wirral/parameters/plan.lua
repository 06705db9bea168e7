-- The year of the development plan

parameter "plan_from" {
  title = "First day of the development plan", clause = "12.0", row = "WI-091", unit = date,
  reading = "2010-11 is the financial year", value = "2010-04-01",
}

parameter "plan_until" {
  title = "Last day of the development plan", clause = "12.0", row = "WI-091", unit = date,
  reading = "until March 2011 lasts to its end", value = "2011-03-31",
}
