-- Estuary Towns: an invented partnership with invented rules, whose pack uses every plug-in that comes with Remit. The clauses are
-- those of a document that does not exist.

pack "estuary-towns" {
  title    = "Estuary Towns: play and youth grants (invented)",
  version  = "1.0.0",
  document = "Estuary Towns grant scheme (invented)",
  status   = "draft",
  extends  = "core",
}
