-- What an application says beyond what every application says.

record "application" {
  lsoa = text { label = "small area" },
}
