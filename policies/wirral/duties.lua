-- What the Act and its guidance ask of Children's Trusts: section 3.0

role "trust-duties" {
  title  = "Duties of Children's Trusts for the Children and Young People's Plan", clause = "3.0 a", row = "WI-011", closed = "no",
  source = "Apprenticeships, Skills, Children and Learners Act 2009, as the paper reports it",
  duties = { "preparation", "implementation", "monitoring" },
}

requirement "partners-show-how-they-collaborate" {
  title       = "Each partner shows how it collaborates to deliver services",
  clause      = "3.0 b", row = "WI-012", force = must,
  of          = trust_partner,
  passes_when = trust_partner.collaboration:is_answered(),
  otherwise   = "{trust_partner.name} shows nothing of how it collaborates",
}

requirement "common-process-agreed" {
  title       = "The Board agrees a common commissioning process that every partner can join",
  clause      = "3.0 c", row = "WI-013", force = should,
  reading     = "agreed means that every partner in the round says so",
  of          = commissioning_process,
  passes_when = all_of {
    commissioning_process.direction:is_answered(),
    records.trust_partners:any(other_trust_partner.agrees_process:is(yes)),
    records.trust_partners:none(any_of { not_ { other_trust_partner.agrees_process:is_answered() }, other_trust_partner.agrees_process:is(no) }),
  },
  otherwise   = "the process sets no strategic direction, or a partner has not agreed it",
}

requirement "there-is-a-common-process" {
  title       = "There is a common commissioning process",
  clause      = "3.0 c", row = "WI-013", force = should,
  of          = round,
  passes_when = records.commissioning_processes:count():at_least(1),
  otherwise   = "no common commissioning process is recorded",
}
