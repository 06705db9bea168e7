-- One function scores the panel and chooses the decision, as the hand-written engines do.
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
    local declarations = panel.declarations
    local need, delivery, value, participation, sustainability, counting = 0, 0, 0, 0, 0, 0
    for _, sheet in ipairs(panel.scores) do
      if not conflicted(declarations, sheet.assessor) then
        counting = counting + 1
        need = need + sheet.need
        delivery = delivery + sheet.delivery
        value = value + sheet.value
        participation = participation + sheet.participation
        sustainability = sustainability + sheet.sustainability
      end
    end
    if counting == 0 then
      return { decision = "decline", total = 0, reasons = eligibility.outcome ~= "ineligible" and { "s01" } or {} }
    end
    -- the total is points / (5 x counting); compared without dividing
    local points = 30 * need + 25 * delivery + 20 * value + 15 * participation + 10 * sustainability
    local total = ratio(points, 5 * counting)
    if eligibility.outcome == "ineligible" then return { decision = "decline", total = total } end
    if points < 50 * 5 * counting then return { decision = "decline", total = total, reasons = { "s01" } } end
    local reasons, least = {}, 2 * counting
    if points < 65 * 5 * counting then reasons[1] = "s02" end
    if need < least then reasons[#reasons + 1] = "w-need" end
    if delivery < least then reasons[#reasons + 1] = "w-delivery" end
    if value < least then reasons[#reasons + 1] = "w-value" end
    if participation < least then reasons[#reasons + 1] = "w-participation" end
    if sustainability < least then reasons[#reasons + 1] = "w-sustainability" end
    if #reasons > 0 then return { decision = "approve-parts", total = total, reasons = reasons } end
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
