criterion "dated" { title = "Letters are dated", clause = "minute 2", test = function (application)
  for _, partner in ipairs(application.partners) do
    if not partner.evidence.secured_on then return fail end
  end
  return pass
end }
-- 3:19: error: criterion "dated" goes wrong when application.partners is a list of 1 (nothing answered), and nothing else is answered: `evidence` is nothing (nil), so `secured_on` cannot be read. Check first: `if partner.evidence then ...` [MISSING]
