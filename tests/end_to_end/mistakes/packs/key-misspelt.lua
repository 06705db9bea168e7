criterion "titled" { title = "It has a title", clause = "minute 2", otherwhise = "no", passes_when = application.added_value:is_answered() }
-- 1:69: criterion "titled": a criterion has no `otherwhise`; the nearest is `otherwise` [UNKNOWN_KEY]
