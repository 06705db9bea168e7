criterion "agreed" { title = "Partners have agreed", clause = "minute 2", passes_when = partner.evidence:is_answered() }
-- 1:89: criterion "agreed": `partner` is not known here; it names an item inside `application.partners:every(...)` [NOT_IN_VIEW]
