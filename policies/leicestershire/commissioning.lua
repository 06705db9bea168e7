-- Who commissions what, and where: the end of the section on levels, and the paper's opening quotation

requirement "specialists-commission" {
  title         = "Specialist commissioning is done by those with detailed knowledge of the needs and the market",
  clause        = "Levels end s1", row = "LE-051", force = must, effect = blocks,
  effect_reason = "the paper has it continue as it is; a commission by somebody else is a change that nobody decided",
  reading       = "specialist are levels 3 and 4",
  of            = commission,
  applies_when  = commission.level:is_one_of("3", "4"),
  passes_when   = all_of { commission.knowledge_of:is_answered(), commission.knowledge_of:includes "needs", commission.knowledge_of:includes "market" },
  otherwise     = "no detailed knowledge of the needs and the market is recorded of {commission.commissioner}",
}

requirement "additional-universal-services-locally" {
  title        = "Additional universal services are often best commissioned at a local level",
  clause       = "Levels end s1", row = "LE-052", force = should,
  reading      = "often best is advice: other places are told, and nothing is stopped",
  of           = commission,
  applies_when = all_of { commission.additional_universal:is(yes), commission.level:is "1" },
  passes_when  = commission.area:is "local",
  otherwise    = "advice: this additional universal service is commissioned at the level {commission.area}, and a local one is often best",
}

requirement "strategies-rest-on-the-plan" {
  title       = "A joint commissioning strategy rests on the Children and Young People's Plan",
  clause      = "Intro", row = "LE-001", force = context,
  reading     = "quoted by the paper from a white paper of February 2006, and so background",
  of          = strategy,
  passes_when = strategy.plan_link:is_answered(),
  otherwise   = "the strategy is not linked to the Children and Young People's Plan",
}

note "white-paper" {
  title = "Joint commissioning through the Children's Trust", clause = "Intro", row = "LE-001",
  text  = "Quoted from the public health white paper of 2006: strategies rest on the plan, which children, young people, their families and the community inform.",
}
