criterion "small" { title = "It asks for little", clause = "minute 2", passes_when = application.amount_requested:at_most(pounds(3000)), otherwise = "{application.amount} is too much" }
-- 1:150: criterion "small": in `otherwise`: `application` has no field `amount`; the nearest is `amount_requested` [UNKNOWN_FIELD]
