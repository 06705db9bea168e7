-- Levels and stages. They answer different questions: how far agencies work together (Northern Ireland, Wirral), who commissions for
-- whom (Haringey, Medway), what a child needs (Leicestershire). Where two ask the same, ids are set side by side; else the gap is said.

crosswalk "northern-ireland-continuum-to-wirral" {
  title   = "The four stages of Northern Ireland and the points on Wirral's continuum", clause = "Northern Ireland 3.1.3, Wirral 5.0",
  reading = "stages are types that may hold together and points lie on a line: no order carries over, and an arrangement is placed in each anew",
  from    = "northern-ireland/continuum", to = "wirral/continuum",
  pairs   = {
    { from = "aligning resources", to = "commissioners meeting to align plans", reading = "in part: plans are aligned in both, resources set aside in the one alone" },
    { from = "joint commissioning", to = "virtual joint commissioning", reading = "by name: Wirral's paper does not say what virtual means, nor how many sources of money there are" },
    { from = "joint delivery", reading = "no point named in Wirral's text is about delivery" },
    { from = "pooling resources", reading = "Wirral's paper speaks of pooled budgets (8.0) and puts them at no point of its continuum" },
  },
}

crosswalk "haringey-levels-to-medway" {
  title   = "The three levels of commissioning of Haringey and the five of Medway", clause = "Haringey 23, Medway 3.2",
  reading = "what each means is taken from the rest of its own document",
  from    = "haringey/levels-of-commissioning", to = "medway/levels",
  pairs   = {
    { from = "strategic", to = "Medway-wide", clause = "Haringey 15 s1-2", reading = "strategic commissioning is at whole-borough level there" },
    { from = "individual", to = "individual", clause = "Haringey 24 s1, Medway 3.10", reading = "for one child; an agency by itself (Haringey 20) is called individual, too, and is not meant" },
    { from = "operational", reading = "Haringey's paper does not say what is operational" },
  },
}

crosswalk "leicestershire-levels-to-medway" {
  title   = "The levels of need of Leicestershire and the levels of commissioning of Medway", clause = "Leicestershire Levels, Medway 3.2",
  reading = "a level of need says nothing of who commissions, but where Leicestershire's paper says so itself",
  from    = "leicestershire/levels", to = "medway/levels",
  pairs   = {
    { from = "4", to = "regional and sub-regional", clause = "Leicestershire Level 4, Medway 3.4", reading = "may be regionally commissioned" },
    { from = "4", to = "national", clause = "Leicestershire Level 4", reading = "or nationally" },
    { from = "3", reading = "a level of need alone" },
    { from = "2b", reading = "a level of need alone" },
    { from = "2a", reading = "a level of need alone" },
    { from = "1", reading = "additional universal services are often best commissioned locally (Levels end 3); which level that is, Medway's words decide" },
  },
}
