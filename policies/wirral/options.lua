-- Options for change: section 11.0. Three options in six rows, told in words; the paper scores none of them.

definition "appraisal-rows" {
  title = "The rows of the three options", clause = "11.0 rows", row = "WI-090", closed = "yes",
  rows  = {
    "what it looks like", "governance and executive functions", "commissioner and provider", "lead commissioner",
    "commissioning officers", "commissioning support (team)",
  },
}

definition "option-1" {
  title = "Option 1: virtual joint commissioning", clause = "11.0 O1",
  row   = { "WI-072", "WI-073", "WI-074", "WI-075", "WI-076", "WI-077" }, closed = "yes",
  cells = {
    { says = "joint commissioning is talked over in the CTE; decisions and management stay as they are", clause = "11.0 O1 a" },
    { says = "executive functions limited by management structures side by side; risk of lost focus; no gain across boundaries", clause = "11.0 O1 b" },
    { says = "conflicts of interest are managed; nothing further is arranged for distinct roles", clause = "11.0 O1 c" },
    { says = "leads not widely identified, perhaps not aligned with key priorities; risk of lost focus; no gain across boundaries", clause = "11.0 O1 d" },
    { says = "more clarity on officers; without lead roles, risk of lost focus; no gain across boundaries", clause = "11.0 O1 e" },
    { says = "support unchanged and dispersed; risk that expertise is not used well or aligned with key priorities", clause = "11.0 O1 f" },
  },
}

definition "option-2" {
  title = "Option 2: joint commissioning, targeted areas", clause = "11.0 O2",
  row   = { "WI-078", "WI-079", "WI-080", "WI-081", "WI-082", "WI-083" }, closed = "yes",
  cells = {
    { says = "agreed priority areas; CTE supported by joint commissioning groups; joint posts possible; CTE and Board formally decide for these areas", clause = "11.0 O2 a" },
    { says = "PCT and Cabinet approve finally; joint commissioning needs approval through the Trust structure; better focus and work across boundaries", clause = "11.0 O2 b" },
    { says = "more transparent and robust ways to keep the roles", clause = "11.0 O2 c" },
    { says = "leads for the agreed areas, perhaps not joint appointments; better focus and work across boundaries; matrix management needed", clause = "11.0 O2 d" },
    { says = "officers accountable to a lead for the joint areas, from anywhere in the system, single or joint; matrix management needed", clause = "11.0 O2 e" },
    { says = "limited support for the joint areas, ideally managed centrally, perhaps by matrix; leads agree its priorities and workplans", clause = "11.0 O2 f" },
  },
}

definition "option-3" {
  title = "Option 3: joint commissioning, whole system", clause = "11.0 O3",
  row   = { "WI-084", "WI-085", "WI-086", "WI-087", "WI-088", "WI-089" }, closed = "yes",
  cells = {
    { says = "every area, few excepted; joint commissioning groups support the CTE; joint posts and structures; CTE and Board formally decide for every area", clause = "11.0 O3 a" },
    { says = "PCT and Cabinet approve finally; joint commissioning needs approval through the Trust structure; better focus and work across boundaries", clause = "11.0 O3 b" },
    { says = "more transparent and robust ways to keep the roles", clause = "11.0 O3 c" },
    { says = "leads for all areas, who should be joint appointments; better focus and work across boundaries; matrix management needed", clause = "11.0 O3 d" },
    { says = "officers accountable to a lead for the joint areas, from anywhere in the system, and joint appointments; matrix management needed", clause = "11.0 O3 e" },
    { says = "more comprehensive support for all commissioning, managed centrally; leads agree its priorities and workplans", clause = "11.0 O3 f" },
  },
}

requirement "model-is-complete" {
  title         = "A model takes an element for each of the six rows, from any option",
  clause        = "11.0 p1", row = "WI-071", force = data, effect = refers,
  effect_reason = "an incomplete model is a draft; the Board mixes and matches",
  of            = model,
  passes_when   = all_of {
    model.what_it_looks_like:is_answered(), model.governance_executive:is_answered(), model.commissioner_provider:is_answered(),
    model.lead_commissioner:is_answered(), model.officers:is_answered(), model.support:is_answered(),
  },
  otherwise     = "incomplete: no element is chosen for {missing}",
}

requirement "distinct-roles-arranged" {
  title         = "A model arranges for distinct commissioning and provider roles",
  clause        = "11.0 O1 c, O2 c, O3 c; 9.0 s1", row = { "WI-074", "WI-080", "WI-086" }, force = data,
  reading       = "options 2 and 3 would allow for it; option 1 arranges nothing further, and 9.0 s1 wants clear distinction",
  of            = model,
  applies_when  = model.commissioner_provider:is_answered(),
  passes_when   = model.commissioner_provider:is_one_of("2", "3"),
  otherwise     = "option 1 has systems for conflicts of interest, and nothing further for distinct roles",
}

requirement "targeted-areas-agreed" {
  title         = "Where areas are targeted, they are agreed",
  clause        = "11.0 O2 a", row = "WI-078", force = data, effect = refers,
  effect_reason = "without the areas nobody can tell whose approval a decision needs",
  of            = model,
  applies_when  = model.what_it_looks_like:is "2",
  passes_when   = model.targeted_areas:is_answered(),
  otherwise     = "no targeted area is agreed",
}

requirement "exceptions-listed" {
  title         = "Where the whole system is meant, the few exceptions are listed",
  clause        = "11.0 O3 a", row = "WI-084", force = data, effect = refers,
  effect_reason = "the paper names no exception, and says in other cells that all areas are meant",
  of            = model,
  applies_when  = model.what_it_looks_like:is "3",
  passes_when   = model.exceptions:is_answered(),
  otherwise     = "the few exceptions are not listed: they are asked for",
}

requirement "leads-where-recommended" {
  title         = "The model's element for lead commissioners fits the recommendation of leads for all areas",
  clause        = "10.0 R1, 11.0 O1 d, O2 d, O3 d", row = { "WI-067", "WI-075", "WI-081", "WI-087" }, force = proposed,
  reading       = "option 1 adds no leads, option 2 has them for agreed areas, option 3 for all",
  of            = model,
  applies_when  = model.lead_commissioner:is_answered(),
  passes_when   = model.lead_commissioner:is "3",
  otherwise     = "clash: 10.0 R1 wants lead commissioners for all areas, and option {model.lead_commissioner} does not",
}

requirement "support-where-recommended" {
  title         = "The model's element for commissioning support fits the recommendation of a virtual support team",
  clause        = "10.0 R2b, 11.0 O1 f", row = { "WI-070", "WI-077" }, force = proposed,
  of            = model,
  applies_when  = model.support:is_answered(),
  passes_when   = model.support:is_one_of("2", "3"),
  otherwise     = "clash: 10.0 R2b wants a support team, and option 1 changes nothing",
}

requirement "scores-are-the-boards-own" {
  title         = "A score of an option is the Board's own",
  clause        = "11.0 rows", row = "WI-090", force = data, effect = refers,
  effect_reason = "the paper has no scores: one without a minute has no source",
  of            = appraisal,
  applies_when  = appraisal.score:is_answered(),
  passes_when   = appraisal.scored_by:is_answered(),
  otherwise     = "the paper scores no option, and no minute of the Board is named for this score",
}

no_provision "option-scores" {
  title = "The three options have no scores", clause = "11.0 rows", row = "WI-090",
  so    = "the appraisal is a matrix of words, three options by six rows, and Remit adds no number to it",
}

no_provision "gains" {
  title = "The options were selected on assumptions about gains in outcomes and efficiency", clause = "11.0 p1", row = "WI-099",
  so    = "selected on assumptions: no gain is given as a figure, and none is shown",
}

no_provision "exceptions" {
  title = "The few exceptions to the whole system are not named; other cells say all areas", clause = "11.0 O3 a", row = "WI-084",
  so    = "exceptions are asked for, and what the cells say is kept",
}
