-- How "one application from an organisation in a stream" is counted. The paper says none of this: each value is our reading.

parameter "which_stands" {
  title = "Which of two applications of an organisation in one stream stands",
  clause = "4.5.3 b2", row = "NI-077", one_of = { "earliest", "latest" },
  from  = { ["2011-04-01"] = { "earliest", clause = "our reading of 4.5.3 b2" } },
}

parameter "count_withdrawn" {
  title = "Whether an application that was withdrawn still counts as one",
  clause = "4.5.3 b2", row = "NI-077", unit = yes_no,
  from  = { ["2011-04-01"] = { no, clause = "our reading of 4.5.3 b2" } },
}

parameter "same_organisation_rule" {
  title = "When two applicants are one organisation",
  clause = "4.5.3 b2", row = "NI-077", unit = text,
  from  = { ["2011-04-01"] = { "the same id only; a parent and its branch are two organisations",
                               clause = "our reading of 4.5.3 b2" } },
}

parameter "count_as_partner" {
  title = "Whether being a partner in another's application counts as applying",
  clause = "4.5.3 b2", row = "NI-077", unit = text,
  from  = { ["2011-04-01"] = { "no: an application is its applicant's", clause = "our reading of 4.5.3 b2" } },
}

parameter "stream_means" {
  title = "What a funding stream is, where one application is allowed in each",
  clause = "1.1.4, 3.3.1, 3.5.1, 4.5.3 b2", row = "NI-077", unit = text,
  from  = { ["2011-04-01"] = { "what one applies to, not a source of its money: a pooled pot is one stream",
                               clause = "our reading of 4.5.3 b2" } },
}
