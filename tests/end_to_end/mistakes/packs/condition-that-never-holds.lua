criterion "small" { title = "It asks for nothing", clause = "minute 2", passes_when = any_of { application.added_value:is_answered(), all_of { applicant.type:is "statutory", applicant.type:is "private" } } }
-- 1:142: warning: `all_of { applicant.type:is "statutory", applicant.type:is...` never holds, whatever is answered [NEVER_TRUE]
