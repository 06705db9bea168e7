criterion "small" { title = "It asks for little", clause = "minute 2", test = function (application)
  if application.title == "x" then return pass end
end }
-- 3: this function can end without an answer. Put `return pass`, or another answer, before its `end` [NO_ANSWER]
