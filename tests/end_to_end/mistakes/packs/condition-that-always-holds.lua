criterion "small" { title = "It asks for something", clause = "minute 2", passes_when = all_of { application.amount_requested:at_least(pounds(0)), application.added_value:is_answered() } }
-- 1:126: warning: `application.amount_requested:at_least(pounds(0))` holds of every answer: an amount is 0 or more, and it is compared with 0 [ALWAYS_TRUE]
