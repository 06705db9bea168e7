-- What every round shares, whoever writes the framework. Nothing here comes from any partnership's document: each rule
-- names a step of Remit's own procedure, and a pack may answer it with an override that says who decided so.

pack "core" {
  title    = "Remit core",
  version  = "1.0.0",
  document = "Remit procedure, version 1",
  status   = "adopted",
}
