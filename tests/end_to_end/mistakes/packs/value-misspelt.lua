criterion "public" { title = "A public body", clause = "minute 2", passes_when = applicant.type:is "volontary" }
-- 1:101: `applicant.type` is never "volontary"; the nearest is "voluntary" [UNKNOWN_WORD]
