-- Outcomes, by their titles alone: no document speaks of another. Leicestershire lists none, and Wirral's three are its own priorities:
-- they are named in no crosswalk, and stand as gaps whole.

crosswalk "northern-ireland-outcomes-to-haringey" {
  title   = "The six outcomes of Northern Ireland and the five of Haringey", clause = "Northern Ireland 1.1.1 b1, Haringey 2",
  reading = "by their titles alone; neither document speaks of the other",
  from    = "northern-ireland/outcomes", to = "haringey/outcomes",
  pairs   = {
    { from = "being-healthy", to = "be-healthy" },
    { from = "enjoying-learning-and-achieving", to = "enjoy-and-achieve", reading = "learning is named in the one alone" },
    { from = "living-in-safety-and-with-stability", to = "stay-safe", reading = "stability is named in the one alone" },
    { from = "experience-economic-and-environmental-well-being", to = "achieve-economic-well-being", reading = "environmental well being is named in the one alone" },
    { from = "contributing-positively-to-community-and-society", to = "make-a-positive-contribution" },
    { from = "living-in-a-society-which-respects-their-rights", reading = "no outcome of Haringey's names rights" },
  },
}

crosswalk "northern-ireland-outcomes-to-medway" {
  title   = "The six outcomes of Northern Ireland and the three of Medway's Trust", clause = "Northern Ireland 1.1.1 b1, Medway 1.8",
  reading = "by their titles alone; neither document speaks of the other",
  from    = "northern-ireland/outcomes", to = "medway/trust",
  pairs   = {
    { from = "living-in-safety-and-with-stability", to = "are-safe-and-cared-for", reading = "stability is named in the one alone, care in the other" },
    { from = "enjoying-learning-and-achieving", to = "succeed-in-learning", reading = "enjoying is named in the one alone" },
  },
}

crosswalk "haringey-outcomes-to-medway" {
  title   = "The five outcomes of Haringey and the three of Medway's Trust", clause = "Haringey 2, Medway 1.8",
  reading = "by their titles alone; thrive says no more than its name, and none of the five is taken for it",
  from    = "haringey/outcomes", to = "medway/trust",
  pairs   = {
    { from = "stay-safe", to = "are-safe-and-cared-for", reading = "care is named in the one alone" },
    { from = "enjoy-and-achieve", to = "succeed-in-learning", reading = "enjoying is named in the one alone, learning in the other" },
  },
}

crosswalk "haringey-outcomes-to-medway-ecm" {
  title   = "The five outcomes of Haringey and the five that Medway counts and does not name", clause = "Haringey 2, Medway 2.5 s2, 5.5 b2",
  reading = "five stands beside five, and nothing else: Haringey's names fill no place of Medway's",
  from    = "haringey/outcomes", to = "medway/ecm",
  pairs   = {
    { from = "be-healthy", to = "not in source" },
    { from = "stay-safe", to = "not in source" },
    { from = "enjoy-and-achieve", to = "not in source" },
    { from = "make-a-positive-contribution", to = "not in source" },
    { from = "achieve-economic-well-being", to = "not in source" },
  },
}
