-- How often the group meets

parameter "meeting_gap" {
  title = "Most days between two meetings of the group while it develops",
  clause = "App 1 Meet s1", row = "LE-024", unit = days, reading = "six weeks",
  value = 42,
}
