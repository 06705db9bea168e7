-- One function scores the panel and chooses the decision, as the hand-written engines do.
local measures = { "need", "delivery", "value", "participation", "sustainability" }
local weights = { need = 30, delivery = 25, value = 20, participation = 15, sustainability = 10 }

local function conflicted(declarations, assessor)
  for _, d in ipairs(declarations) do
    if d.conflict == true and d.assessor == assessor then return true end
  end
  return false
end

decision "funding" {
  title = "The decision of the policy", clause = "Decision",
  chooses = function (application, eligibility)
    local panel = application.panel
    local sums = { need = 0, delivery = 0, value = 0, participation = 0, sustainability = 0 }
    local counting = 0
    for _, sheet in ipairs(panel.scores) do
      if not conflicted(panel.declarations, sheet.assessor) then
        counting = counting + 1
        for _, m in ipairs(measures) do sums[m] = sums[m] + sheet[m] end
      end
    end
    local points = 0
    local weak = {}
    for _, m in ipairs(measures) do
      points = points + weights[m] * sums[m]
      if sums[m] < 2 * counting or counting == 0 then weak[#weak + 1] = "w-" .. m end
    end
    -- the total is points / (5 x counting); compared without dividing
    local total = ratio(0, 1)
    if counting > 0 then total = ratio(points, 5 * counting) end
    if eligibility.outcome == "ineligible" then return { decision = "decline", total = total } end
    if points < 50 * 5 * counting or counting == 0 then return { decision = "decline", total = total, reasons = { "s01" } } end
    if points < 65 * 5 * counting or #weak > 0 then
      local reasons = {}
      if points < 65 * 5 * counting then reasons[1] = "s02" end
      for _, w in ipairs(weak) do reasons[#reasons + 1] = w end
      return { decision = "approve-parts", total = total, reasons = reasons }
    end
    local match = application.match_funding
    if match and match.required == true and match.secured ~= true then
      return { decision = "approve-in-principle", total = total, reasons = { "c01" } }
    end
    return { decision = "approve-total", total = total }
  end,
}
decision "decline"              { title = "Decline", clause = "Decision 1 and 2" }
decision "approve-parts"        { title = "Approve parts", clause = "Decision 3" }
decision "approve-in-principle" { title = "Approve in principle", clause = "Decision 4" }
decision "approve-total"        { title = "Approve in total", clause = "Decision 5" }
