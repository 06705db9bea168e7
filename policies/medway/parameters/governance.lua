-- What the document says in two ways

parameter "decides_allocation" {
  title = "Who has the last word on the allocation of resources",
  clause = "5.3 s1, s2", row = { "ME-089", "ME-090" }, one_of = { "joint commissioning group", "trust board" },
  so = "the group advises the Board and determines the allocation: both are asked for, and neither is put above the other",
}
