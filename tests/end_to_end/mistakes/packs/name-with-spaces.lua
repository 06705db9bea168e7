criterion "has a title" { title = "It has a title", clause = "minute 2", passes_when = application.added_value:is_answered() }
-- 1:12: "has a title" is no name for a criterion: small letters, digits and hyphens [BAD_ID]
