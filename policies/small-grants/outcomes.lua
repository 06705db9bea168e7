-- What the grants are for. A stream names those that it pays for; an application names those that it serves.

outcome "play" { title = "Children have places and time to play", clause = "minute 1.2 a" }

outcome "belonging" { title = "Young people belong somewhere and are heard", clause = "minute 1.2 b" }

outcome "skills" { title = "Young people learn what they want to be able to do", clause = "minute 1.2 c" }

principle "led-by-the-young" {
  title = "Children and young people have a part in planning what they take part in", clause = "minute 1.3",
  text  = "It is marked, and no group is turned away for it alone.",
}
