-- What the Memorandum of Understanding leaves undefined, as far as the paper tells, and how long a year is

parameter "review_days" {
  title = "Most days since the last review of joint commissioning", clause = "7.0 C5", row = "WI-035", unit = days,
  reading = "every year is 366 days at most, so that the same day a leap year later is in time", value = 366,
}

parameter "key_strategic_means" {
  title = "What a key strategic development is", clause = "7.0 C3 (gap)", row = "WI-033", unit = text,
  so = "whoever records a decision says whether it is one",
}

parameter "delegated_to_the_executive" {
  title = "What is delegated and devolved to the CTE", clause = "7.0 C3 (gap)", row = "WI-033", unit = text,
  so = "whoever records a decision says whether it is delegated",
}
