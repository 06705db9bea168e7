record "commission" {
  joint = yes_no, recommissions = text, provider = organisation,
  partners = list_of(partner), improvement = { ended_on = date }, options_opened_on = date,
}

record "partner" { analysis = text { label = "analysis of what they commission now" } }
record "member" { interests = list_of(organisation) }
record "bid" { organisation = organisation }
