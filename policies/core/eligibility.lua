-- The three things that Remit asks of every application before a framework is opened

criterion "received-in-time" {
  title       = "Received while the stream was open",
  clause      = "Remit procedure, step 1", force = must, effect = blocks,
  reading     = "both days are included; a closing date lasts until midnight, a closing time to the second",
  passes_when = all_of {
    not_ { application.submitted_at:is_before(stream.opens) },
    not_ { application.submitted_at:is_after(stream.closes) },
  },
  otherwise   = "it came on {application.submitted_at}; the stream took applications from {stream.opens} to {stream.closes}",
}

criterion "within-award-limits" {
  title       = "Asks for no less and no more than the stream gives",
  clause      = "Remit procedure, step 1", force = must, effect = blocks,
  reading     = "a stream without a least or a greatest award asks nothing",
  passes_when = all_of {
    any_of {
      not_ { stream.minimum_award:is_answered() },
      application.amount_requested:at_least(stream.minimum_award),
    },
    any_of {
      not_ { stream.maximum_award:is_answered() },
      application.amount_requested:at_most(stream.maximum_award),
    },
  },
  otherwise   = "{application.amount_requested} is outside what one award of this stream may be",
}

criterion "costs-add-up" {
  title         = "The costs of its elements add up to what it asks for",
  clause        = "Remit procedure, step 1", force = should, effect = refers,
  effect_reason = "a sum that is wrong is a slip to be asked about, and no reason to turn anyone down",
  applies_when  = application.elements:is_answered(),
  passes_when   = application.elements:sum(element.cost):is(application.amount_requested),
  otherwise     = "the elements do not add up to {application.amount_requested}",
}
