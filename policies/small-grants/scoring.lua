-- What is marked, from 0 to 4, and how much each mark weighs. A measure with a `minimum` must reach it, whatever the total is.

measure "need" {
  title = "How much it is needed", clause = "minute 4.1 a", weight = 30, scale = { 0, 4 }, minimum = 2,
  marks = { [0] = "nothing is shown", [2] = "the need is described", [4] = "the need is shown with figures or voices of the place" },
}

measure "part" {
  title = "The part that children and young people have in it", clause = "minute 4.1 b", weight = 30, scale = { 0, 4 },
  marks = { [0] = "none", [2] = "they were asked", [4] = "they lead it" },
}

measure "plan" {
  title = "Whether it can be done as planned", clause = "minute 4.1 c", weight = 20, scale = { 0, 4 },
  marks = { [0] = "there is no plan", [2] = "most of it is planned", [4] = "all of it is planned, with names and dates" },
}

measure "value" {
  title = "What the money does", clause = "minute 4.1 d", weight = 20, scale = { 0, 4 },
  marks = { [0] = "no costs are given", [2] = "the costs are fair", [4] = "little money does much" },
}
