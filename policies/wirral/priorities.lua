-- Priority areas for the next year: section 6.0

outcome "disabilities-and-complex-needs" {
  title = "Better and more efficient services for children with disabilities and complex needs", clause = "6.0 b1", row = "WI-025",
}

outcome "children-at-risk" {
  title = "Children at risk of poor outcomes found as early as can be, and acted for", clause = "6.0 b2", row = "WI-026",
}

outcome "early-intervention-and-prevention" {
  title = "A marked shift to early intervention and prevention", clause = "6.0 b3", row = "WI-027",
}

note "priority-areas" {
  title = "The three are priorities for action in the next year", clause = "6.0 lead", row = "WI-097",
  text  = "Found by the self analysis and tied to the financial summit of September 2009; the Board may have them in mind. Exact dates are not in the paper.",
}

requirement "priorities-within-their-year" {
  title        = "The priority areas of section 6 are used within their year",
  clause       = "6.0 lead", row = "WI-097", force = data,
  of           = priority,
  applies_when = priority.from_section_6:is(yes),
  passes_when  = all_of {
    not_ { priority.used_on:is_before(parameters.priority_year_from) },
    not_ { priority.used_on:is_after(parameters.priority_year_until) },
  },
  otherwise    = "outside the year: used on {priority.used_on}, and the list is for the next year only",
}
