criterion "said" { title = "Two things at once", clause = "minute 2", passes_when = all_of { application.title:is_answered(), application.title:is_not(application.title) } }
-- 1: warning: criterion "said" did not pass in any of 59 made-up cases [NEVER_PASSES]
