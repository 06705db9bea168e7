criteron "titled" { title = "It has a title", clause = "minute 2", passes_when = application.added_value:is_answered() }
-- 1:1: nothing is called `criteron`. The nearest is `criterion` [UNKNOWN_NAME]
