-- Vale is invented. It has two sets of outcomes and a crosswalk of its own, and no rule for applications: what it does not say, it says.
pack "vale" { title = "Vale", version = "1.0.0", document = "Vale note (invented)", status = "draft", extends = "core" }

outcome "cosy" { title = "Cosy", clause = "4 b1", row = "VA-001" }
outcome "full" { title = "Full", clause = "4 b2", row = "VA-002" }
definition "five" { title = "Three aims, one of them named", clause = "5", set = "aims", labels = { "be cosy", "not in source", "not in source" } }

crosswalk "outcomes-to-aims" {
  title = "Outcomes and aims", clause = "6", from = "outcomes", to = "aims",
  pairs = { { from = "Cosy", to = "be cosy", clause = "6 s1" }, { from = "full", to = "not in source" } },
}

no_provision "appeal" { title = "The note has no appeal rule", clause = "whole note", so = "none is heard" }
no_provision "conflict-of-interest" { title = "The note has no rule on conflicts", clause = "whole note", so = "nobody is set aside" }
