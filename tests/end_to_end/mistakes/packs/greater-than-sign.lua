criterion "small" { title = "It asks for little", clause = "minute 2", passes_when = application.amount_requested <= pounds(3000) }
-- 1:115: `<=` cannot stand outside a function. Write `application.field:at_most(...)` [FILE_LEVEL]
