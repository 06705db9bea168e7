-- Who may be considered

criterion "identifier" {
  title  = "The identifier is written as its register writes it",
  clause = "2.1", force = must,
  plugin = "charity-register/identifier",
}

criterion "registered" {
  title  = "The applicant is on the register on the day of the round",
  clause = "2.2", force = must,
  plugin = "charity-register/registered",
}

criterion "own-name" {
  title        = "The applicant uses its name on the register",
  clause       = "2.3", force = should,
  applies_when = facts.charity_register.name_on_register:is_answered(),
  passes_when  = facts.charity_register.name_matches:is(yes),
  otherwise    = "the register calls it {facts.charity_register.name_on_register}",
}

criterion "deprived-area" {
  title        = "It is for one of the more deprived half of areas",
  clause       = "2.4", force = should,
  applies_when = facts.deprivation.area_known:is(yes),
  passes_when  = facts.deprivation.decile:at_most(5),
  otherwise    = "its area is in decile {facts.deprivation.decile}",
}
