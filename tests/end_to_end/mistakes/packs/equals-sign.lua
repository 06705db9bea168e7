criterion "titled" { title = "It is called Play", clause = "minute 2", passes_when = application.title == "Play" }
-- 1:104: `==` cannot stand outside a function. Write `application.field:is(...)` [FILE_LEVEL]
