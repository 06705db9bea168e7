-- The dates that the paper gives for comments and for the plan, and the ones it does not give

parameter "comments_close" {
  title = "Last day on which comments are returned", clause = "Recs p2", row = "HA-003", unit = date,
  reading = "the end of July 2006 is its last day",
  value = "2006-07-31",
}

parameter "next_meeting" {
  title = "Day of the next meeting of the CYPSP", clause = "Recs p2 (gap)", row = "HA-004", unit = date,
  so = "not in source: whether the framework was adopted at that meeting goes to a person",
}

parameter "plan_years" {
  title = "Years of Changing Lives", clause = "10", row = "HA-025", unit = text, value = "2006-2009",
}

parameter "audit_meant" {
  title = "Which audit lead commissioners are identified from",
  clause = "Ann.3 P2.4 (gap)", row = "HA-089", one_of = { "full audit", "study of March 2006" },
  so = "both readings are listed: the full audit of April 2007 comes after the action, the study of March 2006 before it",
}

parameter "annual_reports_from" {
  title = "First day of the years that need an annual report of their own", clause = "Ann.3 P3.5", row = "HA-102", unit = date,
  reading = "February 2008 is the action's own month; the calendar years after it are reported annually",
  value = "2009-01-01",
}

parameter "outcome_monitoring_from" {
  title = "Day from which new investments have their outcomes monitored", clause = "Ann.3 P3.1d", row = "HA-095", unit = date,
  reading = "January 2007 is over on its last day; monitoring starts after it",
  value = "2007-01-31",
}
