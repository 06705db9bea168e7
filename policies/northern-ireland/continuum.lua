-- The continuum of commissioning: four stages, proposed for discussion. They are not mutually exclusive: an arrangement may be
-- at several, and no stage is the only one.

definition "continuum" {
  title = "Continuum of commissioning", clause = "3.1.1 s3-4, 3.6 s1", row = { "NI-027", "NI-028", "NI-029" },
  text = "A description of four types of integrated commissioning. Proposed; agreed only when the Sub Group has drawn it up as agreed.",
  status = "proposed", closed = "yes", exclusive = "no",
  levels = {
    { code = "joint delivery", clause = "3.2.1" },
    { code = "joint commissioning", clause = "3.3.1" },
    { code = "aligning resources", clause = "3.4.1" },
    { code = "pooling resources", clause = "3.5.1" },
  },
}

definition "stage-1" {
  title = "Joint delivery", clause = "3.2.1", row = { "NI-028", "NI-031" },
  text = "Two or more agencies coordinate to plan and deliver supports or services.",
}

definition "stage-2" {
  title = "Joint commissioning", clause = "3.3.1", row = { "NI-028", "NI-036" },
  text = "A multi-agency group with funding from one source plans and commissions together.",
}

definition "stage-3" {
  title = "Aligning resources", clause = "3.4.1", row = { "NI-028", "NI-038" },
  text = "Two or more agencies set joint priorities, put them in their own plans and set their own resources aside for them.",
}

definition "stage-4" {
  title = "Pooling resources", clause = "3.5.1", row = { "NI-028", "NI-046" },
  text = "Resources from more than one funding stream go to one pot, for integrated planning and commissioning by more than one agency.",
}

note "stage-1-examples" {
  title = "Examples of joint delivery", clause = "3.2.1 e1-3", row = { "NI-032", "NI-033", "NI-034" },
  text = "A Trust programme in a Council building; existing services opened to a further group of children; staff of different agencies in one place. The second names one agency where the definition asks for two: alone it is not stage 1.",
}

note "stage-1-sharing" {
  title = "All agencies can share resources so as to deliver jointly", clause = "3.2.2", row = "NI-035",
  text = "A resource in kind needs no sum of money.",
}

note "stage-2-example" {
  title = "Example of joint commissioning: the Outcomes Groups", clause = "3.3.2", row = "NI-037",
  text = "Recurrent money of the health department through the Health and Social Care Board, for partnership working, early gains and confidence.",
}

note "stage-3-bridge" {
  title = "Aligning is a bridge to pooling", clause = "3.4.2", row = "NI-039",
  text = "Members consider what they can contribute, in money or otherwise; it is easier to account for than pooling.",
}

note "stage-3-steps" {
  title = "Steps towards aligning that are already agreed", clause = "3.4.3", status = "decided",
  row = { "NI-040", "NI-041", "NI-042", "NI-043", "NI-044" },
  text = "Members decide priorities together; each puts them in its own plans. The agreed action plans of the planning groups make up the priorities. Once plans hold them, aligning begins, and each agency sets resources aside.",
}

note "stage-4-order" {
  title = "Outcomes and priorities come before pooling", clause = "3.5.1 p2", row = "NI-047", status = "proposed",
  text = "First what is to be achieved, then whose contributions are joined.",
}
