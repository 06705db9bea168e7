-- One definition, given twice in the same words: in the terms of reference and among the principles

definition "commissioning" {
  title  = "Commissioning", clause = "App 1 def, App 2 def", row = { "LE-013", "LE-026" }, author = "Audit Commission",
  text   = "To specify, secure and monitor services that meet people's needs, at a strategic level; for every service, whoever provides it: the authority, the health service, another public agency, the private or the voluntary sector.",
  status = "called agreed, and put for agreement",
}

no_provision "integrated-commissioning" {
  title = "A local definition of integrated commissioning is announced; what is given defines commissioning",
  clause = "Group, App 1 RR1, App 2 def", row = "LE-056",
  so    = "integrated commissioning is not defined in the source; the definition of commissioning stands under its own name",
}
