criterion "titled" { title = "It has a title", clause = "minute 2", passes_when = application.aded_value:is_answered() }
-- 1:95: `application` has no field `aded_value`; the nearest is `added_value` [UNKNOWN_FIELD]
