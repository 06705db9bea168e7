criterion "small" { title = "It asks for little", clause = "minute 2", test = function (application)
  if application.title then return pass
  return fail
end }
-- 3:3: the `if` on line 2 has no `end`. Put `end` before line 3 [SYNTAX]
