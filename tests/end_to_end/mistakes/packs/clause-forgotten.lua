criterion "titled" { title = "It has a title", passes_when = application.added_value:is_answered() }
-- 1:1: criterion "titled": `clause = "..."` is missing [MISSING_KEY]
