parameter "meeting_gap" { title = "Most days between two meetings", clause = "App 1, meetings", unit = days, value = 42 }
