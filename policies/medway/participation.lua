-- Participation of service users (section seven)

requirement "everybody-participates" {
  title       = "Children, young people, parents, carers and families take a genuine part",
  clause      = "7.1", row = "ME-106", force = must,
  of          = commission,
  passes_when = all_of {
    commission.took_part.children:is_answered(), commission.took_part.young_people:is_answered(),
    commission.took_part.parents:is_answered(), commission.took_part.carers:is_answered(), commission.took_part.families:is_answered(),
  },
  otherwise   = "no record says how these took part: {missing}",
}

requirement "users-are-involved-throughout" {
  title       = "Service users are involved in assessing needs, in strategies and plans, design, tendering and monitoring",
  clause      = "7.2", row = "ME-107", force = must,
  of          = commission,
  passes_when = all_of {
    commission.users_involved_in.needs_assessment:is_answered(), commission.users_involved_in.strategies_and_plans:is_answered(),
    commission.users_involved_in.service_design:is_answered(), commission.users_involved_in.tendering:is_answered(),
    commission.users_involved_in.monitoring:is_answered(),
  },
  otherwise   = "no involvement of service users in {missing}",
}

requirement "confidentiality-is-kept" {
  title        = "Information is used appropriately, and without breach of confidentiality",
  clause       = "7.3 s1", row = "ME-108", force = must,
  of           = publication,
  applies_when = publication.published:is(yes),
  passes_when  = all_of { publication.personal_data:is_answered(), publication.personal_data:is(no) },
  otherwise    = "blocked: {publication.title} holds personal data, or nobody has said that it does not",
}

requirement "participants-are-told" {
  title       = "Participants are told how the process supports better outcomes",
  clause      = "7.3 s2", row = "ME-109", force = must,
  of          = exercise,
  passes_when = exercise.explanation:is_answered(),
  otherwise   = "nothing was explained to those who took part in {exercise.title}",
}

requirement "participants-are-diverse" {
  title       = "Participants represent the diversity of the local community",
  clause      = "7.3 s3", row = "ME-110", force = should,
  reading     = "set against the baseline, by dimensions that 2.5 names",
  of          = exercise,
  passes_when = all_of {
    exercise.dataset:is_answered(),
    exercise.profile.ages:is_answered(), exercise.profile.ethnicity:is_answered(), exercise.profile.gender:is_answered(),
    exercise.profile.disability:is_answered(), exercise.profile.location:is_answered(),
  },
  otherwise   = "participants are not set against the community by {missing}",
}

definition "participant-groups" {
  title  = "Examples of participation", clause = "7.4", row = "ME-111", closed = "no",
  groups = { "Medway Young Commissioners", "Medway Young Inspectors", "Medway Youth Parliament" },
}
