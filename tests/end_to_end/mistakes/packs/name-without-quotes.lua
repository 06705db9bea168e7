criterion titled { title = "It has a title", clause = "minute 2", passes_when = application.added_value:is_answered() }
-- 1:11: a name stands in quotes: `criterion "titled" { ... }` [SYNTAX]
