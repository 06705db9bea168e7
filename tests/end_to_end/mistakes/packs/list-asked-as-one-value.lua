criterion "play" { title = "It is about play", clause = "minute 2", passes_when = application.outcomes:is "play" }
-- 1:104: `application.outcomes` is a list: write `:includes(...)`, `:covers(...)`, `:every(...)` or `:count()` [WRONG_VERB]
