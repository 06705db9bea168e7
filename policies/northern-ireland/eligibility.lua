-- Who may be considered: the bullets of 4.5.3. The paper states no consequence for missing one; what follows here is the
-- partnership's own decision, said with each rule.

criterion "answers-the-specification" {
  title         = "Says how the funding meets each objective and outcome of the specification",
  clause        = "4.5.3 b1", row = "NI-076", force = must, effect = blocks,
  effect_reason = "the partnership's own decision (invented): what does not answer the specification cannot be weighed against it",
  passes_when   = all_of {
    application.use_of_funding:is_answered(),
    application.objectives:covers(stream.specification.objectives),
    application.outcomes:covers(stream.outcomes),
  },
  otherwise     = "nothing is said about {missing}",
}

criterion "one-application-per-stream" {
  title         = "One application from an organisation in each funding stream",
  clause        = "4.5.3 b2", row = "NI-077", force = should, effect = blocks,
  effect_reason = "the partnership's own decision (invented): if two stood, the limit would limit nothing",
  reading       = "the earliest stands; equal times go to a person; one withdrawn does not count",
  passes_when   = applications:none(all_of {
    other.applicant:is(application.applicant),
    other.stream:is(application.stream),
    any_of { other.status:is_not "withdrawn", parameters.count_withdrawn:is(yes) },
    any_of {
      all_of { parameters.which_stands:is "earliest", other.submitted_at:is_before(application.submitted_at) },
      all_of { parameters.which_stands:is "latest", other.submitted_at:is_after(application.submitted_at) },
    },
  }),
  refers_when   = applications:any(all_of {
    other.id:is_not(application.id),
    other.applicant:is(application.applicant),
    other.stream:is(application.stream),
    any_of { other.status:is_not "withdrawn", parameters.count_withdrawn:is(yes) },
    other.submitted_at:is(application.submitted_at),
  }),
  otherwise     = "{applicant.name} also sent {other.title} in this stream",
}

criterion "partners-have-agreed" {
  title         = "Shows that each partner it needs has agreed",
  clause        = "4.5.3 b3", row = "NI-078", force = should, effect = blocks,
  effect_reason = "the partnership's own decision (invented): cooperation that nobody has promised cannot be funded",
  applies_when  = stream.requires_cooperation:is(yes),
  passes_when   = all_of {
    application.partners:is_answered(),
    application.partners:every(any_of { partner.required:is(no), partner.evidence:is_answered() }),
  },
  otherwise     = "no evidence that {partner.organisation} has agreed",
  or_else       = "no partner is named, and this stream needs one",
}

criterion "complements-strategies" {
  title         = "Is clear how it complements the strategies and programmes there are",
  clause        = "4.5.3 b4a", row = "NI-079", force = should, effect = refers,
  effect_reason = "the partnership's own decision (invented): the applicant is asked before anyone is turned down",
  passes_when   = application.complements:is_answered(),
  otherwise     = "the application does not say how it complements existing strategies and programmes",
}

criterion "fits-existing-provision" {
  title         = "Is clear how it fits the pattern of provision there is",
  clause        = "4.5.3 b4b", row = "NI-080", force = should, effect = refers,
  effect_reason = "the partnership's own decision (invented): the applicant is asked before anyone is turned down",
  passes_when   = application.fits_provision:is_answered(),
  otherwise     = "the application does not say how it fits existing provision",
}

criterion "beyond-core-functions" {
  title         = "A statutory body shows that this differs from its core functions",
  clause        = "4.5.3 b5a", row = "NI-081", force = should, effect = blocks,
  effect_reason = "the partnership's own decision (invented): this money does not pay for what a body must do anyway",
  applies_when  = applicant.type:is "statutory",
  passes_when   = application.different_from_core:is_answered(),
  otherwise     = "{applicant.name} does not say how this differs from its core functions",
}

criterion "added-value" {
  title         = "Is clear about the value it adds",
  clause        = "4.5.3 b5b", row = "NI-082", force = should, effect = blocks,
  effect_reason = "the partnership's own decision (invented); the paper says that generally all applications should",
  passes_when   = application.added_value:is_answered(),
  otherwise     = "the application does not say what it adds",
}
