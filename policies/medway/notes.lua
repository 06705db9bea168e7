-- Where the document says two things. Both stand here, each with its place.

note "rationalisation" {
  title = "Efficient practice can support fewer contracts and simpler supply chains across partners", clause = "6.3", row = "ME-105",
  text  = "Background.",
}

note "advises-and-determines" {
  title = "The Joint Commissioning Group advises, and determines", clause = "5.3", row = { "ME-089", "ME-090" },
  statements = {
    { says = "it advises the Trust Board and recommends to it", clause = "5.3 s1" },
    { says = "it determines the allocation of resources", clause = "5.3 s2" },
  },
  text = "Who has the last word is a parameter that the partners set.",
}

note "jointly-funded" {
  title = "Two bodies are jointly funded", clause = "1.13, 5.5 s1", row = { "ME-023", "ME-113" },
  statements = {
    { says = "NHS Medway and Medway Council fund the Division", clause = "1.13" },
    { says = "Medway Council and the PCT fund the Unit in it", clause = "5.5 s1" },
  },
  text = "Whether one funding is meant twice is not said. Each body has its own funders here.",
}

note "targeted-services" {
  title = "Targeted interventions are ensured, and moved away from", clause = "1.9 b3, 2.14, 4.1 b5", row = { "ME-014", "ME-048", "ME-082" },
  statements = {
    { says = "arrangements ensure timely and targeted interventions", clause = "1.9 b3" },
    { says = "deployment should show a move away from targeted and specialist services", clause = "2.14" },
    { says = "commissioners will move resources to prevention and early intervention", clause = "4.1 b5" },
  },
  text = "Each is kept with its own force: the first and the last must, the second should.",
}

note "local-and-central" {
  title = "As locally as possible, with a Unit in the middle", clause = "2.18, 3.7, 3.9, 4.1 b2, b6", row = { "ME-052", "ME-076", "ME-079", "ME-083" },
  statements = {
    { says = "the focus for commissioning is the Unit", clause = "2.18" },
    { says = "locality commissioning is not well developed yet", clause = "3.7" },
    { says = "locality bodies commission and in some cases provide", clause = "3.9" },
    { says = "decisions are presumed to be most local", clause = "4.1 b2" },
    { says = "decisions are independent of providers", clause = "4.1 b6" },
  },
  text = "Another level than the most local needs a reason; a locality body that does both says how they are kept apart.",
}

note "improve-or-test" {
  title = "Improving with the provider, and testing the market", clause = "2.25, 3.6, 4.1 b7", row = { "ME-067", "ME-073", "ME-084" },
  statements = {
    { says = "the Trust works with a provider to improve before it considers other options", clause = "2.25" },
    { says = "in-house services may be tested in the market on review", clause = "3.6" },
    { says = "internal and external services can be contested", clause = "4.1 b7" },
  },
  text = "Improvement comes before commissioning anew; a market test is not held back.",
}

note "lost-comma" {
  title = "Learning difficulty disability", clause = "2.5 s3", row = "ME-036",
  text  = "The copy lost a comma, or means one thing: one dimension or two is left open.",
}

note "bodies-of-the-day" {
  title = "Bodies of 2009 and 2010", clause = "1.6, 1.12, 2.18, 5.1, 5.5", row = { "ME-087", "ME-113" },
  text  = "The PCT, the Local Area Agreement, the CAA and the Trust's boards are those of the document's day; a body's record says from when until when it existed.",
}
