criterion "titled" { title = "It is called Play", clause = "minute 2", passes_when = application.title.is "Play" }
-- 1:104: a verb stands after a colon, not after a dot: `application.title:is(value)` [NO_COLON]
