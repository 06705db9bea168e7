-- The policy of policy.md in functions: each application by itself. Its clauses are the ids of that page.
pack "funding-functions" {
  title = "The benchmark's funding policy, in functions", version = "1.0.0",
  document = "policy.md", status = "invented", procedure = "each/1",
}

record "sheet" { assessor = text, need = count, delivery = count, value = count, participation = count, sustainability = count }
record "declaration_of_interest" { assessor = text, conflict = yes_no, note = text }
record "partner_organisation" { org = text, role = text, evidence_secured = yes_no }
record "indicator" { name = text, baseline = count, target = count }
