-- Rules of the Northern Ireland pack said a second time, as functions. The test puts them in the place of the sentences and
-- asks that nothing but the wording of messages changes.

criterion "answers-the-specification" {
  title  = "Says how the funding meets each objective and outcome of the specification",
  clause = "4.5.3 b1", row = "NI-076", force = must, effect = blocks,
  test   = function (application, stream)
    if not application.use_of_funding then return fail end
    for _, asked in ipairs(stream.specification.objectives) do
      local found = false
      for _, said in ipairs(application.objectives) do
        if said == asked then found = true end
      end
      if not found then return fail end
    end
    for _, asked in ipairs(stream.outcomes) do
      local found = false
      for _, said in ipairs(application.outcomes) do
        if said == asked then found = true end
      end
      if not found then return fail end
    end
    return pass
  end,
  otherwise = "the specification is not answered",
}

criterion "partners-have-agreed" {
  title  = "Shows that each partner it needs has agreed",
  clause = "4.5.3 b3", row = "NI-078", force = should, effect = blocks,
  test   = function (application, stream)
    if stream.requires_cooperation ~= yes then return not_applicable end
    if count(application.partners) == 0 then return fail end
    for _, partner in ipairs(application.partners) do
      if partner.required ~= no and not partner.evidence then return fail end
    end
    return pass
  end,
  otherwise = "a partner has not agreed",
}

criterion "beyond-core-functions" {
  title  = "A statutory body shows that this differs from its core functions",
  clause = "4.5.3 b5a", row = "NI-081", force = should, effect = blocks,
  test   = function (application, applicant)
    if applicant.type ~= "statutory" then return not_applicable end
    if application.different_from_core then return pass end
    return fail
  end,
  otherwise = "it is not said how this differs from core functions",
}

criterion "added-value" {
  title  = "Is clear about the value it adds",
  clause = "4.5.3 b5b", row = "NI-082", force = should, effect = blocks,
  test   = function (application)
    if application.added_value then return pass end
    return fail
  end,
  otherwise = "the application does not say what it adds",
}
