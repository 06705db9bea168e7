criterion "said" { title = "It says something", clause = "minute 2", passes_when = any_of { application.added_value:is_answered(), not_ { application.added_value:is_answered() } } }
-- 1: warning: criterion "said" did not fail in any of 59 made-up cases [NEVER_FAILS]
