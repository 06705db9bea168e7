-- Brindlemere: small grants to groups that children and young people take part in. The borough, its partnership and its minutes are
-- invented. Clauses are items of the minutes: "minute 2.3" is point 3 of item 2, "minute 7 b" the second letter of item 7.

pack "small-grants" {
  title    = "Brindlemere: grants to groups (invented)",
  version  = "1.0.0",
  document = "Minutes of 14 January 2026 that adopt the scheme (invented)",
  status   = "adopted",
  extends  = "core",
}
