-- Monitoring and review: stage nine of the cycle

requirement "self-monitoring-is-designed-in" {
  title       = "Self monitoring is designed into each service, and its results stand up to external audit",
  clause      = "2.24 s2", row = "ME-066", force = must,
  reading     = "a result stands up where its evidence is attached",
  of          = service,
  passes_when = all_of { service.self_monitoring:is_answered(), service.kpis:every(kpi.evidence:is_answered()) },
  otherwise   = "no evidence is attached to {kpi.name}",
  or_else     = "no self monitoring is designed into {service.title}",
}

requirement "three-sources-of-results" {
  title       = "Self monitoring, annual performance assessment and the CAA review show how the Trust delivers",
  clause      = "2.24 s1", row = "ME-115", force = must,
  reading     = "such as: these three are named",
  of          = trust_year,
  passes_when = all_of {
    trust_year.results.self_monitoring:is_answered(), trust_year.results.annual_assessment:is_answered(),
    trust_year.results.area_review:is_answered(),
  },
  otherwise   = "no result for {trust_year.year} of {missing}",
}
