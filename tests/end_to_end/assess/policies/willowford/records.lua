record "body" {
  key = "id",
  name = text { required = yes }, functions = list_of { "governance", "executive", "operational" },
  parent = id_of(body), valid_to = date,
}
record "item" { key = "id", file = "agenda.json", service = text }
record "part" { key = "id", member = id_of(member), body = id_of(body), item = id_of(item), stage = { "needs", "deciding" } }
record "member" { remit = text, provides = list_of(text) }

record "need" {
  key = "case_number",
  highly_specialist = yes_no, low_volume = yes_no, high_cost = yes_no,
  child_in_need = yes_no, specialist_service = yes_no,
  assessed_by_caf = yes_no, services_required = count, services_involved = count, coordinated = yes_no,
  unmet_by_team = yes_no, more_complex = yes_no, not_accessible = yes_no,
  service_kind = { "universal_delivery", "universal_access", "targeted" },
  level = { "1", "2a", "2b", "3", "4" }, stated_level = { "1", "2a", "2b", "3", "4" },
  lead_professional = text,
}

record "pilot" { key = "id", title = text, area = { "youth", "early-years", "health", "transition" }, pooled = yes_no }
record "timetable_item" { key = "id", file = "timetable.json", title = text, starts = date, after = id_of(timetable_item) }
record "fund" { key = "id", total = money }
record "contribution" { key = "id", fund = id_of(fund), agency = text, amount = money }
