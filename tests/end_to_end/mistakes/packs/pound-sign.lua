criterion "small" { title = "It asks for little", clause = "minute 2", passes_when = application.amount_requested:at_most(£3000) }
-- 1:123: a sum of money is written `pounds(25000)` [SYNTAX]
