criterion "two" { title = "One of two", clause = "minute 2", passes_when = application.title:is_one_of { "Play", "Sport" } }
-- 1:94: write the values one after the other, without braces: `:is_one_of(value, value, ...)` [WRONG_ARGUMENTS]
