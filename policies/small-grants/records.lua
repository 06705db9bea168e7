-- What an application and a member say here beyond what they say everywhere, and the records that only this scheme has

record "application" {
  annual_income       = money { label = "what the group had last year" },
  safeguarding_policy = yes_no { label = "whether the group has a safeguarding policy" },
  starts_on           = date { label = "day on which what is paid for begins" },
}

record "member" {
  advised = list_of(organisation) { label = "groups that they helped with an application" },
}

-- Who governs and who decides (bodies.json); bodies.lua has the rules
record "body" {
  key           = "id",
  plural        = "bodies",
  name          = text { required = yes },
  functions     = list_of { "governs", "decides", "advises" },
  acts_now      = yes_no { label = "whether it has a part in this round" },
  existed_from  = date { label = "first day of its existence" },
  existed_until = date { label = "last day of its existence" },
  follows       = id_of(body) { label = "body whose place it took" },
}

-- What a group says when its grant has been spent (reports.json); reports.lua has the rules
record "report" {
  key         = "id",
  group       = text { required = yes, label = "which group" },
  grant       = money { label = "what it was given" },
  spent       = money { label = "what it spent" },
  first_grant = yes_no { label = "whether it was the group's first" },
  due_on      = date,
  received_on = date,
  visited_on  = date,
  level       = one_of { "call", "form", "visit" } { label = "how closely it is looked at" },
}
