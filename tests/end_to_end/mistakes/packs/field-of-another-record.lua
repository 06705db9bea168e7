criterion "public" { title = "A public body", clause = "minute 2", passes_when = application.type:is "statutory" }
-- 1:94: `application` has no field `type` [UNKNOWN_FIELD]
