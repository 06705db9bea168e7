criterion "titled" { title = "It has a title", clause = "minute 2",
  passes_when = all_of { application.added_value:is_answered(), application.title:is "x"
-- 2:24: the `{` on line 2 has no `}` [SYNTAX]
