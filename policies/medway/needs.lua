-- Needs: stages one to three of the cycle

requirement "data-break-down" {
  title       = "Data can be broken down, and cover the full age range",
  clause      = "2.5 s3", row = "ME-036", force = must,
  reading     = "the list ends in etc.; these are what it names",
  of          = dataset,
  passes_when = all_of {
    dataset.breakdown.ages:is_answered(), dataset.breakdown.ethnicity:is_answered(), dataset.breakdown.gender:is_answered(),
    dataset.breakdown.sexual_orientation:is_answered(), dataset.breakdown.religion:is_answered(),
    dataset.breakdown.looked_after:is_answered(), dataset.breakdown.risk_of_criminality:is_answered(),
    dataset.breakdown.location:is_answered(),
  },
  otherwise   = "the data cannot be broken down by {missing}",
}

requirement "data-break-down-by-disability" {
  title       = "Data can be broken down by learning difficulty and disability",
  clause      = "2.5 s3", row = "ME-036", force = must,
  reading     = "a comma is lost between the two words: one dimension or two, either is accepted",
  of          = dataset,
  passes_when = any_of {
    dataset.breakdown.learning_difficulty_disability:is_answered(),
    all_of { dataset.breakdown.learning_difficulty:is_answered(), dataset.breakdown.disability:is_answered() },
  },
  otherwise   = "the data cannot be broken down by learning difficulty and disability",
}

requirement "baseline-compares" {
  title       = "The baseline can be compared with statistical neighbours and within Medway",
  clause      = "2.6", row = "ME-038", force = data,
  of          = dataset,
  passes_when = all_of {
    dataset.baseline:is_answered(),
    dataset.compares.statistical_neighbours:is_answered(), dataset.compares.within_medway:is_answered(),
  },
  otherwise   = "the data have no {missing}",
}

requirement "data-inform-all-uses" {
  title       = "Data on local needs inform negotiations, plans, commissioning large and small, and design",
  clause      = "2.8 s2", row = "ME-040", force = must,
  of          = needs_assessment,
  passes_when = all_of {
    needs_assessment.dataset:is_answered(),
    needs_assessment.informs.area_agreement:is_answered(), needs_assessment.informs.plan:is_answered(),
    needs_assessment.informs.macro:is_answered(), needs_assessment.informs.design:is_answered(),
    needs_assessment.informs.individual:is_answered(),
  },
  otherwise   = "no needs data are named for {missing}",
}

requirement "universal-and-specialist-needs" {
  title       = "The assessment covers universal as well as specialist needs, and parents-to-be",
  clause      = "2.9", row = "ME-041", force = should,
  of          = needs_assessment,
  passes_when = all_of {
    needs_assessment.groups.universal:is_answered(), needs_assessment.groups.specialist:is_answered(),
    needs_assessment.groups.parents_to_be:is_answered(),
  },
  otherwise   = "the assessment leaves out {missing}",
}

requirement "quantitative-with-qualitative" {
  title       = "Quantitative data are combined with qualitative information",
  clause      = "2.10 s1", row = "ME-042", force = should,
  of          = needs_assessment,
  passes_when = all_of { needs_assessment.quantitative:is_answered(), needs_assessment.qualitative:is_answered() },
  otherwise   = "the assessment has no {missing}",
}

requirement "qualitative-sources" {
  title       = "Qualitative information comes from six sources",
  clause      = "2.10 s1", row = "ME-042", force = should,
  of          = needs_assessment,
  passes_when = all_of {
    needs_assessment.views.children:is_answered(), needs_assessment.views.young_people:is_answered(),
    needs_assessment.views.families:is_answered(), needs_assessment.views.carers:is_answered(),
    needs_assessment.views.community:is_answered(), needs_assessment.views.professionals:is_answered(),
  },
  otherwise   = "the assessment has no views of {missing}",
}

note "local-ownership" {
  title = "Stakeholders who take part own what is developed", clause = "2.11", row = "ME-043",
  text  = "Background, with Sure Start and the Children's Fund as examples.",
}
