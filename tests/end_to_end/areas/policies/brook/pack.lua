-- Brook is invented. It lists outcomes, has a rule of its own, and says how it meets conflicts.
pack "brook" { title = "Brook", version = "1.0.0", document = "Brook plan (invented)", status = "adopted", extends = "core" }

outcome "warm" { title = "Warm", clause = "1 b1", row = "BR-001" }
outcome "fed" { title = "Fed", clause = "1 b2", row = "BR-002" }
outcome "heard" { title = "Heard", clause = "1 b3", row = "BR-003" }

criterion "says-what-it-adds" {
  title = "Says what it adds", clause = "2 s1", row = "BR-004",
  passes_when = application.added_value:is_answered(),
  otherwise = "nothing is said of what it adds",
}

definition "conflict-approach" { title = "By application: a tie sets a member aside", clause = "3 s1" }
conflict "tied" {
  title = "A tie sets a member aside", clause = "3 s1",
  arises_when = member.ties:is_answered(), action = recuse, scope = "application",
  otherwise = "{member.name} is tied",
}
