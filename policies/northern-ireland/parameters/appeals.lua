-- What 4.5.9 leaves open about appeals. None of these has a value until the partnership decides one.

parameter "appeal_window" {
  title = "Days within which an appeal must be made",
  clause = "4.5.9 (gap)", row = "NI-102", unit = days, so = "no appeal is out of time",
}

parameter "appeal_fee" {
  title = "What an appeal costs", clause = "4.5.9 (gap)", row = "NI-102", unit = pounds, so = "nothing is asked for",
}

parameter "appeal_decided_by" {
  title = "Who decides an appeal",
  clause = "4.5.9 (gap)", row = "NI-102", unit = text, so = "Remit says whether an appeal is admitted, and decides none",
}

parameter "fresh_panel_within" {
  title = "Days within which a fresh panel must sit",
  clause = "4.5.9 (gap)", row = "NI-102", unit = days, so = "a fresh panel is never late",
}

parameter "fresh_panel_effect" {
  title = "What the finding of a fresh panel does",
  clause = "4.5.9 (gap)", row = "NI-102", one_of = { "replaces", "wider-group-again" },
  so = "its result is shown beside the panel's decision and replaces nothing",
}

parameter "money_held" {
  title = "Whether money is held back while an appeal is open",
  clause = "4.5.9 (gap)", row = "NI-102", unit = yes_no, so = "nothing is held back, and records say so",
}

parameter "criteria_reach" {
  title = "Whether the criteria one may appeal about are those of the service, of eligibility, or both",
  clause = "4.5.9 (gap)", row = "NI-102", one_of = { "service", "eligibility", "both" },
  so = "an appeal about either is admitted",
}

parameter "second_appeal" {
  title = "Whether an applicant may appeal again about the same proposal",
  clause = "4.5.9 s3 (gap)", row = "NI-101", unit = yes_no, so = "a second appeal goes to a person",
}

parameter "appeal_challenges" {
  title = "Whether an appeal is against the panel's decision or the wider group's approval",
  clause = "4.5.6, 4.5.7, 4.5.9 (gap)", row = { "NI-094", "NI-101" }, one_of = { "panel-decision", "final-approval" },
  so = "neither is taken for granted; Remit sets a fresh panel's result beside the first",
}
