criterion "small" { title = "It asks for little", clause = "minute 2", passes_when = application.amount_requested:at_most(pounds("3,000.999")) }
-- 1: criterion "small" has no contents: write `{ ... }` after it [NO_BODY]
-- 1:123: `pounds` cannot read this text as a sum of money. Write `pounds("12.50")` [LOAD_BAD_ARGUMENT]
