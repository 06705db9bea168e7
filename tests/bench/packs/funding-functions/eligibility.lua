-- The same ten criteria, each as one function.
local streams = {
  good_relations   = { least = pounds(5000),  most = pounds(150000), closes = "closes_good_relations",   priority = { O1 = true, O2 = true, O3 = true } },
  community_safety = { least = pounds(1000),  most = pounds(75000),  closes = "closes_community_safety", priority = { O2 = true, O5 = true } },
  rural_support    = { least = pounds(500),   most = pounds(30000),  closes = "closes_rural_support",    priority = { O4 = true, O6 = true } },
  early_years      = { least = pounds(10000), most = pounds(250000), closes = "closes_early_years",      priority = { O1 = true, O6 = true } },
}

local function stream(application)
  local name = application.funding_stream
  return name and streams[name]
end

criterion "e01" {
  title = "Everything that must be said is said", clause = "E01", effect = blocks,
  test = function (application)
    local o = application.organisation
    local said = o and o.id and o.type and application.funding_stream and application.amount_requested and application.submitted
      and application.start_date and application.end_date and application.location and application.location.council
      and #application.objectives > 0 and application.existing_strategy_fit and application.title
    if said then return pass end
    return fail
  end,
}

criterion "e02" {
  title = "The kind of organisation may apply", clause = "E02", effect = blocks,
  test = function (application)
    local o = application.organisation
    local t = o and o.type
    if t == "voluntary" or t == "community" or t == "statutory" then return pass end
    if t == "private" and application.requires_cooperation == true then return pass end
    return fail
  end,
}

criterion "e03" {
  title = "A voluntary or community organisation is registered", clause = "E03", effect = blocks,
  test = function (application)
    local o = application.organisation
    local t = o and o.type
    if t ~= "voluntary" and t ~= "community" then return not_applicable end
    if o.registered == true then return pass end
    return fail
  end,
}

criterion "e04" {
  title = "The request lies within the stream's limits", clause = "E04", effect = blocks,
  test = function (application)
    local s = stream(application)
    local amount = application.amount_requested
    if s and amount and amount >= s.least and amount <= s.most then return pass end
    return fail
  end,
}

criterion "e05" {
  title = "An outcome is one of the stream's priorities", clause = "E05", effect = blocks,
  test = function (application)
    local s = stream(application)
    if s then
      for _, outcome in ipairs(application.outcomes) do
        if s.priority[outcome] then return pass end
      end
    end
    return fail
  end,
}

criterion "e06" {
  title = "A statutory body does something else than its core functions", clause = "E06", effect = blocks,
  test = function (application)
    local o = application.organisation
    if not o or o.type ~= "statutory" then return not_applicable end
    if application.differs_from_core_functions == true then return pass end
    return fail
  end,
}

criterion "e07" {
  title = "Each partner has agreed, where cooperation is required", clause = "E07", effect = blocks,
  test = function (application)
    if application.requires_cooperation ~= true then return not_applicable end
    local partners = application.partners
    if #partners == 0 then return fail end
    for _, p in ipairs(partners) do
      if p.evidence_secured ~= true then return fail end
    end
    return pass
  end,
}

criterion "e08" {
  title = "It came by the stream's closing date", clause = "E08", effect = blocks,
  test = function (application, parameters)
    local s = stream(application)
    local submitted = application.submitted
    if s and submitted and submitted <= parameters[s.closes] then return pass end
    return fail
  end,
}

criterion "e09" {
  title = "It says what it adds", clause = "E09", effect = blocks,
  test = function (application)
    local added = application.added_value
    if added == nil or added == false then return fail end
    return pass
  end,
}

criterion "e10" {
  title = "Where children take part there is a safeguarding policy", clause = "E10", effect = blocks,
  test = function (application)
    local p = application.participation
    if not p or p.involves_children ~= true then return not_applicable end
    if application.safeguarding_policy == true then return pass end
    return fail
  end,
}
