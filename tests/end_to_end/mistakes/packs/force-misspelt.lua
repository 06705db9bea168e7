criterion "small" { title = "It asks for little", clause = "minute 2", force = "shuld", passes_when = application.amount_requested:at_most(pounds(3000)) }
-- 1:80: criterion "small": `force` is one of must, should, proposed, data or context, not `shuld`; the nearest is `should` [UNKNOWN_WORD]
