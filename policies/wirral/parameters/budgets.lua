-- The one number of section 8.0

parameter "most_pooled_areas" {
  title = "Most key priority areas in which pooled budgets are piloted", clause = "8.0 R", row = "WI-044", unit = count, value = 3,
}
