-- The common language of the framework. Its words are its own: "contracting" is choosing the provider, and "procurement" includes
-- drawing up the contract. They are never read with the meaning of another area.

definition "purpose" {
  title  = "What the framework sets out, so that all stakeholders understand how commissioning works", clause = "1.1", row = "ME-001", closed = "yes",
  shares = { "a vision", "common principles", "joint commissioning of services", "a common language and approach" },
}

definition "joint-commissioning" {
  title = "Joint commissioning", clause = "1.2 s1", row = "ME-002",
  text  = "How partners decide together on the best use of all that there is for children, young people and parents, so that outcomes improve with most efficiency and effect, and last.",
}

definition "technical-approaches" {
  title = "Technical approaches to joint commissioning", clause = "1.2 s2", row = "ME-003", closed = "no",
  kinds = { "aligned spend", "joint budget", "pooled fund", "one partner leads on procurement" },
}

definition "vision" {
  title = "The vision for children and young people", clause = "1.7", row = "ME-008",
  text  = "Each child is to be safe and loved, with a childhood that is happy, healthy and free from harm, and the chance to fulfil promise and potential.",
}

definition "commissioning" {
  title = "Commissioning", clause = "1.14 d1", row = "ME-024",
  text  = "A strategic process and more than buying: finding out needs, present provision, resources and priorities; tendering, procuring and contracting; monitoring and evaluation.",
}

definition "procurement" {
  title = "Procurement", clause = "1.14 d2", row = "ME-025",
  text  = "Buying the services that were specified, and drawing up the contract for what is to be done.",
}

definition "tendering" {
  title = "Tendering", clause = "1.14 d3", row = "ME-026",
  text  = "Letting people know that the contracts are on offer.",
}

definition "contracting" {
  title = "Contracting", clause = "1.14 d4", row = "ME-027",
  text  = "Agreeing on and choosing who provides. An unusual use: elsewhere that is the award.",
}

definition "national-themes" {
  title = "Themes of the national guidance", clause = "1.5 s2", row = "ME-006", closed = "no",
  themes = { "a focus on outcomes", "prevention and early intervention", "joint working and responsibility", "citizen-centred services", "an important role for the third sector" },
}

definition "forms" {
  title = "Forms that commissioning can embrace", clause = "2.4 s3", row = "ME-032", closed = "yes",
  forms = { "partnership working", "joint venture", "grant-giving", "co-production with communities", "individualised budgets" },
}

note "local-strategies" {
  title = "Local strategies", clause = "1.6", row = "ME-007",
  strategies = {
    { name = "Framework arrangements for the Trust Board and associated groups", period = "March 2009", clause = "1.6, 5.1" },
    { name = "Children and Young People's Plan", period = "2009 to 2011", clause = "1.6" },
    { name = "Growing Healthier, strategic commissioning plan of NHS Medway", period = "five years", clause = "1.6" },
  },
}

note "shaped-by" {
  title = "Shaped by national policy and by Medway's own priorities, capacity and skills", clause = "1.4", row = "ME-005",
  text  = "Background.",
}

note "step-change" {
  title = "What the change to joint commissioning needs", clause = "2.1", row = "ME-028",
  text  = "Clear leadership, new partnerships, power moved towards the user, an understanding of how outcomes are met, and procurement with a commercial mind.",
}
