criterion "half" { title = "Less than half", clause = "minute 2", test = function (application)
  if application.share_of_budget < ratio(1, 2) then return pass end
  return fail
end }
-- 2:34: error: criterion "half" goes wrong when nothing is answered: this application has no `share_of_budget`, so it cannot be compared. Check first: `if application.share_of_budget then ...` [TYPE_MISMATCH]
