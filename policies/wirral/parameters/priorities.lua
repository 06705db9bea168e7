-- "The next year" of section 6: the paper gives no dates

parameter "priority_year_from" {
  title = "First day of the year for which the priority areas hold", clause = "6.0 lead (gap)", row = "WI-097", unit = date,
  reading = "the paper was written for March 2010 and plans for 2010-11",
  from  = { ["2010-03-19"] = { "2010-03-19", clause = "our reading of 6.0 and 1.0" } },
}

parameter "priority_year_until" {
  title = "Last day of the year for which the priority areas hold", clause = "6.0 lead (gap)", row = "WI-097", unit = date,
  reading = "the paper was written for March 2010 and plans for 2010-11",
  from  = { ["2010-03-19"] = { "2011-03-31", clause = "our reading of 6.0 and 12.0" } },
}
