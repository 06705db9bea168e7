-- The five features that the statutory guidance calls essential for agencies to work together (paragraph 5)

chain "essential-features" {
  title = "Essential features of working together", clause = "5 b1-5", row = { "HA-013", "HA-014", "HA-015", "HA-016", "HA-017" }, closed = "yes",
  steps = {
    { feature = "a child centred, outcome-led vision", clause = "5 b1" },
    { feature = "integrated frontline delivery, organised around the child", clause = "5 b2" },
    { feature = "integrated processes: a common language, information that is shared", clause = "5 b3" },
    { feature = "integrated strategy: joint planning and commissioning", clause = "5 b4" },
    { feature = "inter-agency governance", clause = "5 b5" },
  },
}

requirement "has-a-vision" {
  title         = "There is a child centred, outcome-led vision",
  clause        = "5 b1", row = "HA-013", force = must, effect = warns,
  effect_reason = "a self check shows what is missing; it stops nothing that is under way",
  of            = self_check,
  passes_when   = self_check.vision:is_answered(),
  otherwise     = "no child centred, outcome-led vision is recorded",
}

requirement "delivers-around-the-child" {
  title         = "Frontline delivery is integrated and organised around the child",
  clause        = "5 b2", row = "HA-014", force = must, effect = warns,
  effect_reason = "a self check shows what is missing; it stops nothing that is under way",
  of            = self_check,
  passes_when   = self_check.frontline:is_answered(),
  otherwise     = "no integrated frontline delivery is recorded",
}

requirement "shares-language-and-information" {
  title         = "Processes are integrated: a common language, information that is shared effectively",
  clause        = "5 b3", row = "HA-015", force = must, effect = warns,
  effect_reason = "a self check shows what is missing; it stops nothing that is under way",
  of            = self_check,
  passes_when   = all_of {
    self_check.common_language:is_answered(),
    self_check.information_sharing:is_answered(),
  },
  otherwise     = "nothing is recorded of {missing}",
}

requirement "plans-and-commissions-jointly" {
  title         = "Strategy is integrated, in five parts: needs, resources, planning, a range of providers, shared or pooled resources",
  clause        = "5 b4", row = "HA-016", force = must, effect = warns,
  effect_reason = "a self check shows what is missing; it stops nothing that is under way",
  reading       = "resources are shared or pooled as appropriate: what is written may say that none are, and why",
  of            = self_check,
  passes_when   = all_of {
    self_check.needs_assessment:is_answered(),
    self_check.resources:is_answered(),
    self_check.integrated_planning:is_answered(),
    self_check.range_of_providers:is_answered(),
    self_check.shared_resources:is_answered(),
  },
  otherwise     = "nothing is recorded of {missing}",
}

requirement "governs-between-agencies" {
  title         = "There is inter-agency governance",
  clause        = "5 b5", row = "HA-017", force = must, effect = warns,
  effect_reason = "a self check shows what is missing; it stops nothing that is under way",
  of            = self_check,
  passes_when   = self_check.governance:is_answered(),
  otherwise     = "no inter-agency governance is recorded",
}
