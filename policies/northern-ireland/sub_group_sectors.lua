-- Sectors suggested for the Sub Group: each is looked for by itself, so that each gap is named. Local Government has the chair besides,
-- so only members count.

requirement "sector-health" {
  title = "Health and Social Care is on the Sub Group", clause = "5.2 b1", row = "NI-114", force = proposed,
  of = body, applies_when = body.kind:is "sub group",
  passes_when = records.seats:any(all_of {
    other_seat.body:is(body.id), other_seat.role:is "member", other_seat.sector:is_answered(), other_seat.sector:is "Health and Social Care" }),
  otherwise = "Health and Social Care: no member of {body.name} is from there",
}

requirement "sector-education" {
  title = "Education is on the Sub Group", clause = "5.2 b2", row = "NI-114", force = proposed,
  of = body, applies_when = body.kind:is "sub group",
  passes_when = records.seats:any(all_of {
    other_seat.body:is(body.id), other_seat.role:is "member", other_seat.sector:is_answered(), other_seat.sector:is "Education" }),
  otherwise = "Education: no member of {body.name} is from there",
}

requirement "sector-local-government" {
  title = "Local Government is on the Sub Group", clause = "5.2 b3", row = "NI-114", force = proposed,
  of = body, applies_when = body.kind:is "sub group",
  passes_when = records.seats:any(all_of {
    other_seat.body:is(body.id), other_seat.role:is "member", other_seat.sector:is_answered(), other_seat.sector:is "Local Government" }),
  otherwise = "Local Government: no member of {body.name} is from there",
}

requirement "sector-justice" {
  title = "Justice agencies is on the Sub Group", clause = "5.2 b4", row = "NI-114", force = proposed,
  of = body, applies_when = body.kind:is "sub group",
  passes_when = records.seats:any(all_of {
    other_seat.body:is(body.id), other_seat.role:is "member", other_seat.sector:is_answered(), other_seat.sector:is "justice agencies" }),
  otherwise = "justice agencies: no member of {body.name} is from there",
}

requirement "sector-housing" {
  title = "Housing Executive is on the Sub Group", clause = "5.2 b5", row = "NI-114", force = proposed,
  of = body, applies_when = body.kind:is "sub group",
  passes_when = records.seats:any(all_of {
    other_seat.body:is(body.id), other_seat.role:is "member", other_seat.sector:is_answered(), other_seat.sector:is "Housing Executive" }),
  otherwise = "Housing Executive: no member of {body.name} is from there",
}

requirement "sector-department-of-justice" {
  title = "Department of Justice is on the Sub Group", clause = "5.2 b6", row = "NI-114", force = proposed,
  of = body, applies_when = body.kind:is "sub group",
  passes_when = records.seats:any(all_of {
    other_seat.body:is(body.id), other_seat.role:is "member", other_seat.sector:is_answered(), other_seat.sector:is "Department of Justice" }),
  otherwise = "Department of Justice: no member of {body.name} is from there",
}

requirement "sector-social-development" {
  title = "Department of Social Development is on the Sub Group", clause = "5.2 b7", row = "NI-114", force = proposed,
  of = body, applies_when = body.kind:is "sub group",
  passes_when = records.seats:any(all_of {
    other_seat.body:is(body.id), other_seat.role:is "member", other_seat.sector:is_answered(), other_seat.sector:is "Department of Social Development" }),
  otherwise = "Department of Social Development: no member of {body.name} is from there",
}

requirement "sector-community-and-voluntary" {
  title = "The community and voluntary sectors are on the Sub Group", clause = "5.2 p4", row = "NI-115", force = proposed,
  of = body, applies_when = body.kind:is "sub group",
  passes_when = all_of {
    records.seats:any(all_of { other_seat.body:is(body.id), other_seat.role:is "member", other_seat.sector:is_answered(), other_seat.sector:is "community" }),
    records.seats:any(all_of { other_seat.body:is(body.id), other_seat.role:is "member", other_seat.sector:is_answered(), other_seat.sector:is "voluntary" }),
  },
  otherwise = "community or voluntary sector: no member of {body.name} is from there",
}
