-- From which grant on somebody goes and looks

parameter "visit_from" {
  title = "Grant from which a visit is made", clause = "minute 8.1 a", unit = pounds,
  from  = { ["2024-02-01"] = { pounds(2000), clause = "minute 8.1 a: £2,000" } },
}
