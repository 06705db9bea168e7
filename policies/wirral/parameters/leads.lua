-- How often is regular

parameter "report_period" {
  title = "Most days between two reports of a lead commissioner to the CTE", clause = "10.0 LC4 (gap)", row = "WI-055", unit = days,
  so    = "the paper says regular and no more: whether a report is in time is referred until the Board sets a period",
}
