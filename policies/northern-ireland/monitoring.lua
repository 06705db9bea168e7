-- How services are watched once they run. The agreements themselves come after a round.

requirement "reviews-are-shared" {
  title = "Reviewing performance is not left to one agency",
  clause = "4.4.2", row = "NI-067", force = should,
  of = stream,
  passes_when = stream.reviewed_by:count():at_least(2),
  otherwise   = "fewer than two agencies review {stream.title}",
}

requirement "performance-framework-is-whole" {
  title = "The performance management framework addresses value for money, outcomes, priorities and indicators",
  clause = "4.4.1 s2", row = { "NI-065", "NI-066" }, force = must, effect = warns,
  effect_reason = "asked of what a stream foresees; each agreement is asked again when it is made",
  of = stream,
  passes_when = all_of {
    stream.performance_framework:includes "value for money",
    stream.performance_framework:includes "outcomes",
    stream.performance_framework:includes "priorities",
    stream.performance_framework:includes "indicators",
  },
  otherwise = "the performance framework of {stream.title} leaves out {missing}",
  or_else   = "the performance framework of {stream.title} is not whole",
}

note "agreement-with-each-provider" {
  title = "A service level agreement with each provider", clause = "4.4.1 s1", row = { "NI-064", "NI-065" },
  text = "Services are monitored through an agreement with each provider, which includes a performance management framework. A letter of offer does not wait for it.",
}

note "both-reporting-lines" {
  title = "Objectives and performance management of both the partnership and the agency are met", clause = "3.4.3 p5",
  row = "NI-045", text = "An indicator of a joint priority is reported in both lines.",
}
