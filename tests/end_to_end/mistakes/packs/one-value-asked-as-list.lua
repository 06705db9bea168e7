criterion "play" { title = "It is about play", clause = "minute 2", passes_when = application.title:includes "play" }
-- 1:101: `application.title` is no list; write `:is(...)` or `:is_one_of(...)` [WRONG_VERB]
