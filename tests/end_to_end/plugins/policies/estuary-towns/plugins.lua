-- The plug-ins that this pack asks. Their files: areas.csv in data/ of this pack, register.csv in data/ of the round.
-- Its facts must be known before a sentence names them, and this file is read third.

plugin "charity-register" {
  version  = "1.0.0",
  files    = { register = "register.csv" },
  settings = { unknown = "refer" },
  facts    = { status = text, registered = date, name_on_register = text, name_matches = yes_no },
}

plugin "deprivation" {
  version  = "1.0.0",
  reads    = { ["application.small_area"] = application.lsoa },
  files    = { areas = "areas.csv" },
  settings = { low = 0, high = 9 },
  facts    = { decile = count, area_known = yes_no },
}

plugin "similar-applicants" { version = "1.0.0" }
plugin "assessor-agreement" { version = "1.0.0" }
plugin "best-fit-allocator" { version = "1.0.0" }
