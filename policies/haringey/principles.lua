-- The ten principles that agencies are to agree, and against which those who adopt the framework are monitored. How they are monitored
-- the paper does not say: a sheet of each agency with evidence for each principle is ours.

principle "focus-on-improving-outcomes" { title = "Focus on improving outcomes", clause = "13 b1", row = "HA-039", status = "proposed" }

principle "diversity-of-the-borough" { title = "The diversity of the borough is clearly recognised", clause = "13 b2", row = "HA-040", status = "proposed" }

principle "strategic-approach" { title = "A strategic approach", clause = "13 b3", row = "HA-041", status = "proposed" }

principle "involvement" { title = "Children, young people and their families are involved", clause = "13 b4", row = "HA-042", status = "proposed" }

principle "learning-from-each-other" { title = "Learning from each other", clause = "13 b5", row = "HA-043", status = "proposed" }

principle "transparency" { title = "Transparency", clause = "13 b6", row = "HA-044", status = "proposed" }

principle "clarity-and-understanding" { title = "Clarity and understanding", clause = "13 b7", row = "HA-045", status = "proposed" }

principle "accountability" { title = "Accountability", clause = "13 b8", row = "HA-046", status = "proposed" }

principle "evidence-based-commissioning" { title = "Commissioning is based on evidence", clause = "13 b9", row = "HA-047", status = "proposed" }

principle "value-for-money" { title = "Value for money", clause = "13 b10", row = "HA-048", status = "proposed" }

requirement "sheet-focus-on-improving-outcomes" {
  title        = "The sheet of an engaged agency has evidence: focus on improving outcomes",
  clause       = "13 b1", row = "HA-039", force = proposed,
  of           = agency,
  applies_when = agency.engaged:is(yes),
  passes_when  = agency.sheet:any(all_of { principle_evidence.principle:is "improving outcomes", principle_evidence.evidence:is_answered() }),
  otherwise    = "the sheet of {agency.name} has no evidence for this principle",
}

requirement "sheet-diversity-of-the-borough" {
  title        = "The sheet of an engaged agency has evidence: the diversity of the borough is clearly recognised",
  clause       = "13 b2", row = "HA-040", force = proposed,
  of           = agency,
  applies_when = agency.engaged:is(yes),
  passes_when  = agency.sheet:any(all_of { principle_evidence.principle:is "diversity of the borough", principle_evidence.evidence:is_answered() }),
  otherwise    = "the sheet of {agency.name} has no evidence for this principle",
}

requirement "sheet-strategic-approach" {
  title        = "The sheet of an engaged agency has evidence: a strategic approach",
  clause       = "13 b3", row = "HA-041", force = proposed,
  of           = agency,
  applies_when = agency.engaged:is(yes),
  passes_when  = agency.sheet:any(all_of { principle_evidence.principle:is "strategic approach", principle_evidence.evidence:is_answered() }),
  otherwise    = "the sheet of {agency.name} has no evidence for this principle",
}

requirement "sheet-involvement" {
  title        = "The sheet of an engaged agency has evidence: children, young people and their families are involved",
  clause       = "13 b4", row = "HA-042", force = proposed,
  of           = agency,
  applies_when = agency.engaged:is(yes),
  passes_when  = agency.sheet:any(all_of { principle_evidence.principle:is "involvement", principle_evidence.evidence:is_answered() }),
  otherwise    = "the sheet of {agency.name} has no evidence for this principle",
}

requirement "sheet-learning-from-each-other" {
  title        = "The sheet of an engaged agency has evidence: learning from each other",
  clause       = "13 b5", row = "HA-043", force = proposed,
  of           = agency,
  applies_when = agency.engaged:is(yes),
  passes_when  = agency.sheet:any(all_of { principle_evidence.principle:is "learning from each other", principle_evidence.evidence:is_answered() }),
  otherwise    = "the sheet of {agency.name} has no evidence for this principle",
}

requirement "sheet-transparency" {
  title        = "The sheet of an engaged agency has evidence: transparency",
  clause       = "13 b6", row = "HA-044", force = proposed,
  of           = agency,
  applies_when = agency.engaged:is(yes),
  passes_when  = agency.sheet:any(all_of { principle_evidence.principle:is "transparency", principle_evidence.evidence:is_answered() }),
  otherwise    = "the sheet of {agency.name} has no evidence for this principle",
}

requirement "sheet-clarity-and-understanding" {
  title        = "The sheet of an engaged agency has evidence: clarity and understanding",
  clause       = "13 b7", row = "HA-045", force = proposed,
  of           = agency,
  applies_when = agency.engaged:is(yes),
  passes_when  = agency.sheet:any(all_of { principle_evidence.principle:is "clarity and understanding", principle_evidence.evidence:is_answered() }),
  otherwise    = "the sheet of {agency.name} has no evidence for this principle",
}

requirement "sheet-accountability" {
  title        = "The sheet of an engaged agency has evidence: accountability",
  clause       = "13 b8", row = "HA-046", force = proposed,
  of           = agency,
  applies_when = agency.engaged:is(yes),
  passes_when  = agency.sheet:any(all_of { principle_evidence.principle:is "accountability", principle_evidence.evidence:is_answered() }),
  otherwise    = "the sheet of {agency.name} has no evidence for this principle",
}

requirement "sheet-evidence-based-commissioning" {
  title        = "The sheet of an engaged agency has evidence: commissioning is based on evidence",
  clause       = "13 b9", row = "HA-047", force = proposed,
  of           = agency,
  applies_when = agency.engaged:is(yes),
  passes_when  = agency.sheet:any(all_of { principle_evidence.principle:is "evidence", principle_evidence.evidence:is_answered() }),
  otherwise    = "the sheet of {agency.name} has no evidence for this principle",
}

requirement "sheet-value-for-money" {
  title        = "The sheet of an engaged agency has evidence: value for money",
  clause       = "13 b10", row = "HA-048", force = proposed,
  of           = agency,
  applies_when = agency.engaged:is(yes),
  passes_when  = agency.sheet:any(all_of { principle_evidence.principle:is "value for money", principle_evidence.evidence:is_answered() }),
  otherwise    = "the sheet of {agency.name} has no evidence for this principle",
}

requirement "commission-has-evidence" {
  title        = "A commission rests on evidence",
  clause       = "13 b9", row = "HA-047", force = proposed,
  of           = commission,
  applies_when = commission.joint:is(yes),
  passes_when  = commission.evidence:is_answered(),
  otherwise    = "{commission.title} names no evidence",
}

requirement "commission-has-value-for-money" {
  title        = "A commission states its value for money",
  clause       = "13 b10", row = "HA-048", force = proposed,
  of           = commission,
  applies_when = commission.joint:is(yes),
  passes_when  = commission.value_for_money:is_answered(),
  otherwise    = "{commission.title} has no statement of value for money",
}
