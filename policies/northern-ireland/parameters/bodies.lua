-- "A sub group", "the Sub Group", "the group", "the wider group": the paper does not say who is who

parameter "body_for_changes" {
  title = "Which group approaches an applicant about changes to its proposal",
  clause = "4.5.5 s4 (gap)", row = "NI-089", unit = text, so = "no body is named for changes",
}

parameter "body_for_appeals" {
  title = "Which group an appeal is written to",
  clause = "4.5.9 (gap)", row = "NI-098", unit = text, so = "an appeal goes to the group, as the paper says and no more",
}

parameter "body_for_final_approval" {
  title = "Which group is the wider group that gives final approval",
  clause = "4.5.7 (gap)", row = "NI-094", unit = text, so = "records say the wider group, and no more",
}

parameter "in_principle_cleared_by" {
  title = "Who clears an approval in principle once its questions are answered",
  clause = "4.5.6 b3 (gap)", row = "NI-122", unit = text, so = "nobody is named; the money stays kept until the partnership says",
}

parameter "declined_told_by" {
  title = "Who tells an applicant that nothing is offered",
  clause = "4.5.8 (gap)", row = "NI-122", unit = text, so = "no step tells unsuccessful applicants; the partnership says who does",
}
