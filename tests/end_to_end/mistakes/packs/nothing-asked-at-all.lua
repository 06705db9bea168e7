criterion "titled" { title = "It has a title", clause = "minute 2" }
-- 1:1: criterion "titled": `passes_when = ...` is missing, or a `test = function ...` [MISSING_KEY]
