-- Who may be given a grant. Each rule names its minute, how strongly the minute puts it, and what follows.

criterion "voluntary-or-community-group" {
  title       = "The applicant is a voluntary or community group",
  clause      = "minute 2.1", force = must,
  passes_when = applicant.type:is_one_of("voluntary", "community"),
  otherwise   = "{applicant.name} is no voluntary or community group",
}

criterion "small-group" {
  title       = "The group had no more last year than a small group has",
  clause      = "minute 2.2", force = must,
  passes_when = application.annual_income:at_most(parameters.largest_income),
  otherwise   = "it had {application.annual_income} last year",
}

criterion "no-more-than-the-largest-grant" {
  title       = "It asks for no more than the largest grant",
  clause      = "minute 2.3", force = must,
  passes_when = application.amount_requested:at_most(parameters.largest_grant),
  otherwise   = "it asks for {application.amount_requested}",
}

criterion "one-application-each" {
  title       = "A group applies once in a round",
  clause      = "minute 2.4", force = must,
  reading     = "the first stands; one withdrawn does not count",
  passes_when = applications:none(all_of {
    other.applicant:is(application.applicant),
    other.status:is_not "withdrawn",
    other.submitted_at:is_before(application.submitted_at),
  }),
  otherwise   = "{applicant.name} sent {other.title} before",
}

criterion "serves-an-outcome" {
  title       = "It serves one of the outcomes that the stream pays for",
  clause      = "minute 2.5", force = must,
  passes_when = application.outcomes:includes_any(stream.outcomes),
  otherwise   = "it names none of the outcomes of this stream",
}

criterion "not-begun" {
  title       = "What is paid for has not begun",
  clause      = "minute 2.6", force = must,
  passes_when = application.starts_on:is_after(stream.closes),
  otherwise   = "it begins on {application.starts_on}, before the stream has closed",
}

criterion "safeguarding" {
  title         = "The group has a safeguarding policy",
  clause        = "minute 2.7", force = must, effect = refers,
  effect_reason = "minute 2.7 goes on: an officer helps a group without one to write it before money is paid",
  passes_when   = application.safeguarding_policy:is(yes),
  otherwise     = "{applicant.name} has no safeguarding policy yet",
}
