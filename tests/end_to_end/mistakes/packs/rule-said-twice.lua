criterion "titled" { title = "It has a title", clause = "minute 2", passes_when = application.added_value:is_answered() }
criterion "titled" { title = "It is small", clause = "minute 3", passes_when = application.amount_requested:at_most(pounds(3000)) }
-- 2:12: criterion "titled": it stands twice, here and at 1; give one of them another name [DUPLICATE_ID]
