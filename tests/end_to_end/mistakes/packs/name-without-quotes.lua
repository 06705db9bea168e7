criterion titled { title = "It has a title", clause = "minute 2", passes_when = application.added_value:is_answered() }
-- 1:1: `criterion` stands here alone and does nothing. Compare it in an `if`, or store it: `local name = ...` [SYNTAX]
