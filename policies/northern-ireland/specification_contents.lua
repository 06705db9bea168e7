-- What a specification includes. The paper's list is of five; it also counts on outcomes and priorities being there.

requirement "specification-describes" {
  title = "The specification describes the service or support", clause = "4.5.2 b1", row = "NI-070", force = must,
  effect = warns, effect_reason = "a specification cannot be mended once applications are in; the panel is told",
  of = stream, passes_when = stream.specification.description:is_answered(),
  otherwise = "the specification of {stream.title} has no description",
}

requirement "specification-has-objectives" {
  title = "The specification has objectives", clause = "4.5.2 b2", row = "NI-071", force = must,
  effect = warns, effect_reason = "a specification cannot be mended once applications are in; the panel is told",
  of = stream, passes_when = stream.specification.objectives:is_answered(),
  otherwise = "the specification of {stream.title} has no objectives",
}

requirement "specification-has-indicators" {
  title = "The specification has indicators", clause = "4.5.2 b3", row = "NI-072", force = must,
  effect = warns, effect_reason = "a specification cannot be mended once applications are in; the panel is told",
  of = stream, passes_when = stream.specification.indicators:is_answered(),
  otherwise = "the specification of {stream.title} has no indicators",
}

requirement "specification-has-regional-criteria" {
  title = "The specification has regional criteria", clause = "4.5.2 b4", row = "NI-073", force = must,
  effect = warns, effect_reason = "a specification cannot be mended once applications are in; the panel is told",
  reading = "the paper does not say what regional criteria are; any text is one",
  of = stream, passes_when = stream.specification.regional_criteria:is_answered(),
  otherwise = "the specification of {stream.title} has no regional criteria",
}

requirement "specification-has-principles" {
  title = "The specification has principles", clause = "4.5.2 b5", row = "NI-074", force = must,
  effect = warns, effect_reason = "a specification cannot be mended once applications are in; the panel is told",
  of = stream, passes_when = stream.specification.principles:is_answered(),
  otherwise = "the specification of {stream.title} has no principles",
}

requirement "specification-outlines-outcomes" {
  title = "The specification outlines outcomes", clause = "4.5.3 b1", row = "NI-076", force = must,
  effect = warns, effect_reason = "not in the list of 4.5.2, yet 4.5.3 asks applicants to achieve them",
  of = stream, passes_when = stream.outcomes:is_answered(),
  otherwise = "{stream.title} names no outcome to achieve",
}

requirement "specification-outlines-priorities" {
  title = "The specification outlines priorities", clause = "4.4.1 s2", row = "NI-066", force = must,
  effect = warns, effect_reason = "not in the list of 4.5.2, yet 4.4.1 monitors by them",
  of = stream, passes_when = stream.priorities:is_answered(),
  otherwise = "{stream.title} names no priority",
}
