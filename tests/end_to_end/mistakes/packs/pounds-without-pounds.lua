criterion "small" { title = "It asks for little", clause = "minute 2", passes_when = application.amount_requested:at_most(3000) }
-- 1:123: `application.amount_requested` is an amount of money: write `pounds(3000)`; it was given 3000 [WRONG_TYPE]
