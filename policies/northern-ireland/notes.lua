-- What the paper says beside its rules: background, and what is decided and what only proposed in it

note "section-status" {
  title = "What is proposed and what is decided", clause = "1.1.2, 3.1.1, 3.1.2, 3.6, 4.1 s2", row = "NI-124",
  text = "Sections 3 and 4 are suggestions for discussion. 1.1.3 and 3.4.3 report what the partnership has decided or agreed already.",
}

note "section-1-1-3" {
  title = "Integration of separate planning processes, and commitments in agencies' plans", clause = "1.1.3", row = "NI-124",
  section = "1.1.3", status = "decided", text = "Reported as decided by the CYPSP.",
}

note "section-3" {
  title = "The continuum of commissioning", clause = "3.1.1, 3.6", row = "NI-124",
  section = "3", status = "proposed", text = "A suggestion for discussion.",
}

note "section-3-4-3" {
  title = "Priorities decided together and taken into agencies' own plans", clause = "3.4.3", row = "NI-124",
  section = "3.4.3", status = "decided", text = "Two steps on the way to aligning are reported as agreed already.",
}

note "section-4" {
  title = "The integrated commissioning framework", clause = "4.1 s2", row = "NI-124",
  section = "4", status = "proposed", text = "A starting point for discussion.",
}

note "planning-processes" {
  title = "Separate planning processes are to be integrated", clause = "1.1.3 s1", row = "NI-011", status = "decided",
  text = "Decided by the CYPSP before this paper.",
}

note "two-way-plans" {
  title = "The partnership and its members' own plans inform one another", clause = "1.1.1 b2", row = "NI-008",
  text = "A link from an agency's plan to the CYPSP alone is one direction only.",
}

note "commitments" {
  title = "Agencies' plans hold what they commit to the children's plan", clause = "1.1.3 s2-3", row = { "NI-012", "NI-013" },
  status = "decided", text = "Both what the agency does alone and what it does as a member of the partnership.",
}

note "mandate" {
  title = "An effective, efficient and fully mandated structure, representative of all key stakeholders",
  clause = "1.1.1 b4", row = "NI-010", text = "Asked of the partnership's bodies, not of a round.",
}

note "trust" {
  title = "Practical issues and issues of trust are worked through", clause = "1.1.4 s1", row = "NI-014",
  text = "Background for the Sub Group.",
}

note "diverse-streams" {
  title = "Money from several streams is tracked; aligned resources stay where they are", clause = "1.1.4 s4",
  row = { "NI-015", "NI-016" }, text = "The sources of a stream are listed with their agency and amount.",
}

note "space-to-come-together" {
  title = "The partnership is where agencies, children, families and communities come together", clause = "2.1.2 s3",
  row = "NI-018", text = "So that separate efforts link up across the whole range of needs.",
}

note "bodies" {
  title = "A high-level body, with joint commissioning units that report to it", clause = "2.2.1 s2-4", row = "NI-020",
  text = "The CYPSP and its Outcomes Groups are said to be the equivalent. Bodies named in this pack are those of 2011 and 2012.",
}

note "english-roles" {
  title = "English practice: procurement sub groups, a joint commissioning manager, financial support",
  clause = "2.2.1 s5-6", row = "NI-021", text = "Said to be useful; none is required here.",
}

note "challenges" {
  title = "Why joint commissioning takes time", clause = "2.3.2-3", row = { "NI-024", "NI-025" },
  text = "Resistance, culture, trust; a shared vision and language; stability, staff and good practice; joint and single accountability for pooled money.",
}

note "aims" {
  title = "Better outcomes, no duplication, more efficiency", clause = "2.3.4", row = "NI-026",
  text = "What England is said to have gained; a shared vision comes first.",
}

note "continuum-reasons" {
  title = "Why a continuum", clause = "3.1.2", row = "NI-030", text = "A shared vision, and time to decide what to contribute.",
}

note "statutory-duty" {
  title = "A statutory duty to cooperate is outside what the CYPSP decides", clause = "3.5.2", row = "NI-048",
  text = "The English act is background, and no legal ground here.",
}

note "robust-process" {
  title = "The process is robust and transparent, with a clear rationale", clause = "4.6.2", row = "NI-106",
  text = "Said to make conflicts of interest less likely.",
}

note "england" {
  title = "England starts from needs, and has five outcomes", clause = "2.1.1 s2, s6-7", row = "NI-125",
  text = "The joint route there is for what agencies cannot do alone. Its five outcomes are never those of this pack.",
}
