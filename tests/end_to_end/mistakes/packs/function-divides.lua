criterion "small" { title = "It asks for little", clause = "minute 2", test = function (application)
  if application.share_of_budget and application.share_of_budget < 1 / 2 then return pass end
  return fail
end }
-- 2:70: `/` would round. Write `ratio(a, b)`, or `share(part, whole)` for a percentage [INEXACT]
