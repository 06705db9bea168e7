pack "bridges" { title = "Bridges", version = "1.0.0" }

crosswalk "brook-to-vale" {
  title = "Outcomes of Brook and of Vale", clause = "Brook 1, Vale 4", reading = "neither document speaks of the other",
  from = "brook/outcomes", to = "vale/outcomes",
  pairs = { { from = "warm", to = "cosy", reading = "in part" }, { from = "heard", reading = "Vale has nothing like it" } },
}
