criterion "both" { title = "Both are said", clause = "minute 2", passes_when = { application.title:is_answered(), application.added_value:is_answered() } }
-- 1:80: criterion "both": conditions in braces are joined by a word: write `passes_when = all_of { ... }` or `any_of { ... }` [NO_CONDITION]
