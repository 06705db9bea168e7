parameter "closes_good_relations"   { title = "Last day for good relations", clause = "E08", unit = date, value = "2026-03-31" }
parameter "closes_community_safety" { title = "Last day for community safety", clause = "E08", unit = date, value = "2026-02-28" }
parameter "closes_rural_support"    { title = "Last day for rural support", clause = "E08", unit = date, value = "2026-04-30" }
parameter "closes_early_years"      { title = "Last day for early years", clause = "E08", unit = date, value = "2026-03-15" }
