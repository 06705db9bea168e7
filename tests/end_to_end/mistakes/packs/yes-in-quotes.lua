criterion "together" { title = "Partners are needed", clause = "minute 2", passes_when = stream.requires_cooperation:is "yes" }
-- 1:122: `stream.requires_cooperation` is yes or no, without quotes; it was given "yes" [WRONG_TYPE]
