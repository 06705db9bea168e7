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

note "bodies-of-2006" {
  title  = "Bodies of the paper's time", clause = "Summary, 1 b2, 7", row = { "HA-005", "HA-021" },
  bodies = {
    { body = "Haringey Teaching Primary Care Trust", paper_says = "TPCT, HTPCT", clause = "Summary, 7" },
    { body = "Department for Education and Skills", paper_says = "DfES", clause = "Summary" },
    { body = "Haringey Children's Service", paper_says = "Children's Service", clause = "7" },
  },
  text   = "As named in June 2006; none is taken to exist today.",
}
