-- The joint commissioning continuum: section 5.0. A line from silo commissioning to one organisation; its figure is lost in the copy.

definition "continuum" {
  title  = "Joint commissioning continuum", clause = "5.0 p3-p4", row = { "WI-022", "WI-023" }, closed = "no", exclusive = "no",
  levels = {
    { code = "silo commissioning", clause = "5.0 p3", also = "silo commissioning and information exchange", also_clause = "5.0 p4" },
    { code = "commissioners meeting to align plans", clause = "5.0 p4" },
    { code = "virtual joint commissioning", clause = "5.0 p4" },
    { code = "one organisation", clause = "5.0 p3" },
  },
  text   = "Incomplete: the points that the text names. Whether the two wordings of the first are one point is not said.",
}

requirement "range-goes-along-the-line" {
  title   = "A position on the continuum is a range that goes along the line",
  clause  = "5.0 p4", row = { "WI-023", "WI-024" }, force = data, effect = refers,
  effect_reason = "a range written backwards is a slip to be asked about",
  reading = "the two wordings of the first point stand at one place; no point passes or fails for being where it is",
  of      = position,
  test    = function (position)
    local place = {
      ["silo commissioning"] = 1, ["silo commissioning and information exchange"] = 1,
      ["commissioners meeting to align plans"] = 2, ["virtual joint commissioning"] = 3, ["one organisation"] = 4,
    }
    if place[position.from] <= place[position.to] then return pass end
    return fail
  end,
  otherwise = "the range goes from {position.from} back to {position.to}",
}

note "benchmark-2010" {
  title = "Where the self analysis put Wirral in January 2010", clause = "5.0 p4", row = "WI-024",
  from  = "silo commissioning and information exchange", to = "commissioners meeting to align plans",
  some_examples_of = { "virtual joint commissioning" },
  text  = "Between two points, with some examples of a third beyond them.",
}

no_provision "best-point" {
  title = "No point of the continuum is said to be right", clause = "5.0 p3", row = "WI-022",
  so    = "every point has benefits and drawbacks, and Remit calls none of them good or bad",
}

no_provision "continuum-figure" {
  title = "The figure of the continuum is missing in the copy of the paper", clause = "5.0 fig 1", row = "WI-023",
  so    = "points that only the figure had are not known, and none are borrowed",
}

no_provision "options-on-the-continuum" {
  title = "No option is placed on the continuum; virtual joint commissioning is a point, a present practice and option 1",
  clause = "5.0, 11.0", row = { "WI-023", "WI-072" },
  so    = "an option is not read as a point, nor a point as an option",
}
