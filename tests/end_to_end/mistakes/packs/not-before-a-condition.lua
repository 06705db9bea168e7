criterion "none" { title = "It adds nothing", clause = "minute 2", passes_when = not application.added_value:is_answered() }
-- 1:82: `not` cannot stand outside a function. Write `not_ { ... }` [FILE_LEVEL]
