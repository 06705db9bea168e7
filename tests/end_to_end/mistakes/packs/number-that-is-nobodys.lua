parameter "most" { title = "The most", clause = "minute 2", value = pounds(3000) }
criterion "small" { title = "It asks for little", clause = "minute 2", passes_when = application.amount_requested:at_most(pounds(3000)) }
-- 1: note: no rule reads parameter "most" [UNUSED]
