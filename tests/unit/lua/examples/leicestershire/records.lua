record "need" {
  highly_specialist = yes_no, low_volume = yes_no, high_cost = yes_no,
  child_in_need = yes_no, specialist_service = yes_no,
  assessed_by_caf = yes_no, services_required = count, services_involved = count, coordinated = yes_no,
  unmet_by_team = yes_no, more_complex = yes_no, not_accessible = yes_no,
  service_kind = one_of { "universal_delivery", "universal_access", "targeted" },
  level = one_of { "1", "2a", "2b", "3", "4" }, lead_professional = text,
}

record "group" {
  stage = one_of { "development", "running" }, formed_on = date, meetings = list_of(meeting),
}

record "meeting" { held_on = date }
