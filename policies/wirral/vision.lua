-- Why the paper was written, and the words it rests on: sections 1.0 and 2.0

timetable "board-meetings" {
  title = "The Board asked for an options paper for its next meeting", clause = "1.0", row = "WI-001", closed = "yes",
  items = { { what = "options paper before the Trust Board", due = "2010-03-19", clause = "1.0" } },
}

definition "childrens-trust" {
  title  = "Children's Trust", clause = "2.0 q", row = "WI-002", source = "statutory guidance on inter-agency cooperation, 2008, quoted by the paper",
  text   = "In part a partnership that commissions: strategic commissioning is how its partners make the duty to co-operate real.",
}

definition "vision" {
  title  = "Vision of the Children and Young People's Plan", clause = "2.0 vision", row = "WI-003",
  text   = "Children, young people and families of Wirral reach services quickly; they are secure, healthy, have fun and reach their potential.",
}

principle "aims" {
  title  = "Aims of the joint commissioning framework of 2007 to 2010", clause = "2.0 b1-b5", closed = "yes",
  row    = { "WI-004", "WI-005", "WI-006", "WI-007", "WI-008" },
  items  = {
    { what = "innovative ways of working across organisations and professions", clause = "2.0 b1" },
    { what = "best use of the resources there are", clause = "2.0 b2" },
    { what = "services commissioned on individual need, for better outcomes", clause = "2.0 b3" },
    { what = "investment in effective prevention and early intervention", clause = "2.0 b4" },
    { what = "an open process to commission, de-commission and procure", clause = "2.0 b5" },
  },
}

requirement "one-process-for-all-three" {
  title        = "What is de-commissioned or procured is recorded as what is commissioned is",
  clause       = "2.0 b5", row = "WI-008", force = data,
  reading      = "an open process names the area, the service and the agencies, whatever the action",
  of           = commission,
  passes_when  = all_of { commission.area:is_answered(), commission.service:is_answered(), commission.agencies:is_answered() },
  otherwise    = "this {commission.action} does not say {missing}",
}

definition "joint-commissioning" {
  title  = "Joint commissioning", clause = "2.0 def", row = "WI-009", author = "Wirral framework of 2007 to 2010",
  text   = "Two or more commissioning agencies co-ordinate what they commission and are jointly responsible for turning strategy into action.",
}

classification "joint-or-not" {
  title   = "Joint commissioning by the framework's definition",
  clause  = "2.0 def", row = "WI-009", force = data,
  of      = commission, takes = first,

  { code = "joint", clause = "2.0 def", when = all_of { commission.agencies:count():at_least(2), commission.joint_responsibility:is(yes) } },
  { code = "not joint", clause = "2.0 def", when = any_of {
      commission.agencies:count():at_most(1), commission.joint_responsibility:is(no) } },

  otherwise = refer "two agencies act, and nothing is recorded on joint responsibility",
}

note "self-analysis-2010" {
  title = "Self analysis of January 2010", clause = "2.0 SAPE", row = "WI-010",
  text  = "The framework stood three years and was little carried out; commissioning was not understood alike; good practice only in 0-19 commissioning and some of CAMHS.",
}
