criterion "small" { title = "It asks for little", clause = "minute 2", test = function (application)
  if application.title == "x" or "y" then return pass end
  return fail
end }
-- 2:31: this is always true. Write `one_of(application.title, "x", "y")` [ALWAYS_TRUE]
