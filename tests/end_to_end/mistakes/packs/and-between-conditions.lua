criterion "both" { title = "Both are said", clause = "minute 2", passes_when = application.title:is_answered() and application.added_value:is_answered() }
-- 1:112: `and` cannot stand outside a function. Write `all_of { ... }` [FILE_LEVEL]
