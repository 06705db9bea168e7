criterion "public" { title = "A public body", clause = "minute 2", passes_when = applicant.type:is "Statutory" }
-- 1:101: `applicant.type` is never "Statutory"; the nearest is "statutory" [UNKNOWN_WORD]
