parameter "most" { title = "The most", clause = "minute 2", value = pounds(3000) }
criterion "small" { title = "It asks for little", clause = "minute 2", passes_when = application.amount_requested:at_most(parameters.mots) }
-- 2:134: there is no parameter `mots`; the nearest is `most` [UNKNOWN_PARAMETER]
