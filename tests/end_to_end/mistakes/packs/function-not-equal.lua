criterion "small" { title = "It asks for little", clause = "minute 2", test = function (application)
  if application.title != "x" then return pass end
  return fail
end }
-- 2:24: "not equal" is written `~=` [SYNTAX]
