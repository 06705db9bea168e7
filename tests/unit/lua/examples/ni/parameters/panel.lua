parameter "recusal_scope" {
  title = "What a member with a conflict of interest is set aside from", one_of = { "stream", "application", "panel" },
  from  = { ["2011-04-01"] = { "stream", clause = "an invented minute" } },
}
