-- What the paper says beside its rules

note "vulnerable-children-first" {
  title = "Integrated commissioning supports the five outcomes, above all for the most vulnerable", clause = "3", row = "HA-011",
  text  = "Every Child Matters is said to call it essential.",
}

note "agencies-together" {
  title = "Outcomes are achieved when agencies design and deliver around identified needs", clause = "4", row = "HA-012",
  text  = "The paper speaks of increasing evidence, and names none.",
}

note "study" {
  title = "A consultancy studied commissioning practice, from March 2006", clause = "7", row = "HA-021",
  text  = "For the Children's Service and the Teaching Primary Care Trust: national guidance, local practice, a way forward.",
}

note "commissioning-goes-on" {
  title = "Agencies go on commissioning by themselves throughout", clause = "20", row = "HA-059",
  text  = "The Children's Service will do so from schools more and more.",
}
