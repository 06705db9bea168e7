-- The six outcomes for children. The paper has seven bullets, one of them a stray "and": the outcomes are six.

outcome "being-healthy" { title = "Being healthy", clause = "1.1.1 b1 o1", row = "NI-002" }

outcome "enjoying-learning-and-achieving" {
  title = "Enjoying, learning and achieving", clause = "1.1.1 b1 o2", row = "NI-003",
}

outcome "living-in-safety-and-with-stability" {
  title = "Living in safety and with stability", clause = "1.1.1 b1 o3", row = "NI-004",
}

outcome "experience-economic-and-environmental-well-being" {
  title = "Experience economic and environmental well being", clause = "1.1.1 b1 o4", row = "NI-005",
}

outcome "contributing-positively-to-community-and-society" {
  title = "Contributing positively to community and society", clause = "1.1.1 b1 o5", row = "NI-006",
}

outcome "living-in-a-society-which-respects-their-rights" {
  title = "Living in a society which respects their rights", clause = "1.1.1 b1 o6", row = "NI-007",
}
