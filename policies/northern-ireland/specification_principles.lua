-- Whether a specification answers the principles of 4.3: each looks for its words in the specification's list of principles.
-- The words are the partnership's own shorthand. A group that does not apply is listed with its reason in the minutes.

requirement "principle-rights" {
  title = "Rights of children and young people are promoted",
  clause = "4.3 p1", row = "NI-052", force = must, effect = warns,
  effect_reason = "the paper asks for principles and states no consequence; the panel is told",
  of = stream,
  reading = "a word in a list is not enough for this one: the text that shows it stands beside",
  passes_when = all_of { stream.specification.principles:includes "rights", stream.rights_shown_by:is_answered() },
  otherwise   = "the specification of {stream.title} does not answer {missing}",
  or_else     = "the specification of {stream.title} does not answer this principle",
}

requirement "principle-whole-child" {
  title = "The specification sees child, family and community together",
  clause = "4.3 p2", row = "NI-053", force = must, effect = warns,
  effect_reason = "the paper asks for principles and states no consequence; the panel is told",
  of = stream,
  passes_when = all_of {
    stream.specification.principles:includes "child",
    stream.specification.principles:includes "family",
    stream.specification.principles:includes "community",
  },
  otherwise   = "the specification of {stream.title} does not answer {missing}",
  or_else     = "the specification of {stream.title} does not answer this principle",
}

requirement "principle-partnership" {
  title = "The specification says how it works in partnership",
  clause = "4.3 p3 s1", row = "NI-054", force = must, effect = warns,
  effect_reason = "the paper asks for principles and states no consequence; the panel is told",
  of = stream,
  passes_when = stream.specification.principles:includes "partnership",
  otherwise   = "the specification of {stream.title} does not answer {missing}",
  or_else     = "the specification of {stream.title} does not answer this principle",
}

requirement "principle-partnership-groups" {
  title = "Partnership seeks to include children, families, professionals and communities",
  clause = "4.3 p3 s2", row = "NI-123", force = should, effect = warns,
  of = stream,
  passes_when = all_of {
    stream.specification.principles:includes "with children",
    stream.specification.principles:includes "with families",
    stream.specification.principles:includes "with professionals",
    stream.specification.principles:includes "with communities",
  },
  otherwise   = "the specification of {stream.title} does not answer {missing}",
  or_else     = "the specification of {stream.title} does not answer this principle",
}

requirement "principle-needs-led" {
  title = "The specification rests on needs",
  clause = "4.3 p4", row = "NI-055", force = must, effect = warns,
  effect_reason = "the paper asks for principles and states no consequence; the panel is told",
  of = stream,
  passes_when = stream.specification.principles:includes "needs",
  otherwise   = "the specification of {stream.title} does not answer {missing}",
  or_else     = "the specification of {stream.title} does not answer this principle",
}

requirement "principle-child-focus" {
  title = "The specification keeps wishes, feelings, safety and well-being in view",
  clause = "4.3 p5", row = "NI-056", force = must, effect = warns,
  effect_reason = "the paper asks for principles and states no consequence; the panel is told",
  of = stream,
  passes_when = all_of {
    stream.specification.principles:includes "wishes",
    stream.specification.principles:includes "feelings",
    stream.specification.principles:includes "safety",
    stream.specification.principles:includes "well-being",
  },
  otherwise   = "the specification of {stream.title} does not answer {missing}",
  or_else     = "the specification of {stream.title} does not answer this principle",
}

requirement "principle-strengths" {
  title = "The specification builds on strengths and resilience",
  clause = "4.3 p6", row = "NI-057", force = must, effect = warns,
  effect_reason = "the paper asks for principles and states no consequence; the panel is told",
  of = stream,
  passes_when = all_of {
    stream.specification.principles:includes "strengths",
    stream.specification.principles:includes "resilience",
  },
  otherwise   = "the specification of {stream.title} does not answer {missing}",
  or_else     = "the specification of {stream.title} does not answer this principle",
}

requirement "principle-informal-support" {
  title = "The specification strengthens informal support networks",
  clause = "4.3 p7", row = "NI-058", force = must, effect = warns,
  effect_reason = "the paper asks for principles and states no consequence; the panel is told",
  of = stream,
  passes_when = stream.specification.principles:includes "informal networks",
  otherwise   = "the specification of {stream.title} does not answer {missing}",
  or_else     = "the specification of {stream.title} does not answer this principle",
}

requirement "principle-accessible" {
  title = "The service is flexible in location, timing, setting and changing needs",
  clause = "4.3 p8", row = "NI-059", force = should, effect = warns,
  of = stream,
  passes_when = all_of {
    stream.specification.principles:includes "location",
    stream.specification.principles:includes "timing",
    stream.specification.principles:includes "setting",
    stream.specification.principles:includes "changing needs",
  },
  otherwise   = "the specification of {stream.title} does not answer {missing}",
  or_else     = "the specification of {stream.title} does not answer this principle",
}

requirement "principle-inclusion" {
  title = "The specification promotes social inclusion",
  clause = "4.3 p11", row = "NI-062", force = must, effect = warns,
  effect_reason = "the paper asks for principles and states no consequence; the panel is told",
  of = stream,
  passes_when = all_of {
    stream.specification.principles:includes "disadvantage",
    stream.specification.principles:includes "ethnicity",
    stream.specification.principles:includes "disability",
    stream.specification.principles:includes "rural and urban",
  },
  otherwise   = "the specification of {stream.title} does not answer {missing}",
  or_else     = "the specification of {stream.title} does not answer this principle",
}
