-- The twelve commissioning principles of 4.3. Each `words` are those by which a specification says that it answers the
-- principle: they stand in its list of principles, and specification_principles.lua looks for them.

principle "rights" {
  title = "Design and development promote the rights of children and young people",
  clause = "4.3 p1", row = "NI-052", words = "rights",
}

principle "whole-child" {
  title = "Services see the whole child: child, family and community together",
  clause = "4.3 p2", row = "NI-053", words = "child, family, community",
}

principle "partnership" {
  title = "Working in partnership is part of supporting vulnerable families, and seeks to include four groups",
  clause = "4.3 p3", row = { "NI-054", "NI-123" }, words = "partnership; with children, with families, with professionals, with communities",
}

principle "needs-led" {
  title = "Services are led by needs, through planning by outcomes", clause = "4.3 p4", row = "NI-055", words = "needs",
}

principle "child-focus" {
  title = "A clear focus on wishes, feelings, safety and well-being",
  clause = "4.3 p5", row = "NI-056", words = "wishes, feelings, safety, well-being",
}

principle "strengths" {
  title = "Services build on strengths and are mindful of resilience",
  clause = "4.3 p6", row = "NI-057", words = "strengths, resilience",
}

principle "informal-support" {
  title = "Services strengthen informal support networks", clause = "4.3 p7", row = "NI-058", words = "informal networks",
}

principle "accessible" {
  title = "Interventions should be accessible and flexible",
  clause = "4.3 p8", row = "NI-059", words = "location, timing, setting, changing needs",
}

principle "self-referral" {
  title = "Families are encouraged to refer themselves, and there are several ways in",
  clause = "4.3 p9", row = "NI-060", words = "asked of each application",
}

principle "participation" {
  title = "Service users and providers take part in planning, delivery and evaluation, all along",
  clause = "4.3 p10", row = "NI-061", words = "asked of each application",
}

principle "inclusion" {
  title = "Interventions promote social inclusion",
  clause = "4.3 p11", row = "NI-062", words = "disadvantage, ethnicity, disability, rural and urban",
}

principle "measures-of-success" {
  title = "Measures of success are built in, on outcomes for service users",
  clause = "4.3 p12", row = "NI-063", words = "asked of each application",
}
