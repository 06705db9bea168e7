-- The joint commissioning team, the board to come, and the posts. The paper speaks of a Strategic Commissioner, a commissioning post, a
-- post for strategic commissioning and a Joint Commissioning Manager; whether they are one post is open, and here they are kept apart.

role "joint-commissioning-team" {
  title = "Joint commissioning team", clause = "16 s1", row = { "HA-052", "HA-053" },
  seats = {
    { role = "head of Children's Network", number = 3 },
    { role = "deputy director for Children and Families, chair", number = 1 },
    { role = "assistant director in the HTPCT", number = 1 },
    { role = "Head of Operational Commissioning", number = 1 },
  },
  text  = "Looks at the needs of each network and begins to commission, from universal services and beyond.",
}

requirement "team-has-three-network-heads" {
  title       = "The team has the three heads of the Children's Networks",
  clause      = "16 s1", row = "HA-052", force = data,
  of          = team,
  passes_when = team.seats:count(seat.role:is "head of Children's Network"):is(3),
  otherwise   = "missing: head of Children's Network",
}

requirement "team-has-its-chair" {
  title       = "The team is chaired by the deputy director for Children and Families",
  clause      = "16 s1", row = "HA-052", force = data,
  of          = team,
  passes_when = team.seats:count(seat.role:is "deputy director for Children and Families, chair"):is(1),
  otherwise   = "missing: deputy director for Children and Families, chair",
}

requirement "team-has-the-trust" {
  title       = "The team includes the assistant director in the HTPCT",
  clause      = "16 s1", row = "HA-052", force = data,
  of          = team,
  passes_when = team.seats:count(seat.role:is "assistant director in the HTPCT"):is(1),
  otherwise   = "missing: assistant director in the HTPCT",
}

requirement "team-has-operational-commissioning" {
  title       = "The team includes the Head of Operational Commissioning",
  clause      = "16 s1", row = "HA-052", force = data,
  of          = team,
  passes_when = team.seats:count(seat.role:is "Head of Operational Commissioning"):is(1),
  otherwise   = "missing: Head of Operational Commissioning",
}

role "lead-officers" {
  title = "Lead officers of the paper, by role", clause = "Lead officers", row = "HA-111",
  roles = { "Director of Children's Service", "Head of Children's Network (South), lead officer for Safeguarding" },
}

requirement "decisions-have-a-place" {
  title       = "It is established where strategic vision and high level decisions are made, in which structures",
  clause      = "Ann.3 P1.1, P1.1a", row = { "HA-069", "HA-070" }, force = proposed,
  of          = board,
  passes_when = all_of { board.decides:is_answered(), board.structures:is_answered() },
  otherwise   = "nothing is said of {missing}",
}

requirement "board-set-up-by-july" {
  title       = "A Joint Commissioning Board is set up by the end of July 2006",
  clause      = "Ann.3 P1.1b", row = "HA-071", force = proposed,
  of          = board,
  passes_when = all_of { board.set_up_on:is_answered(), board.set_up_on:at_most "2006-07-31" },
  otherwise   = "no board is recorded as set up by the end of July 2006",
}

requirement "board-has-its-terms" {
  title       = "Terms of reference, membership and frequency of meeting are clear",
  clause      = "Ann.3 P1.1c-e", row = "HA-072", force = proposed,
  of          = board,
  passes_when = all_of { board.terms_of_reference:is_answered(), board.membership:is_answered(), board.frequency:is_answered() },
  otherwise   = "the board has no {missing}",
}

-- Posts

role "strategic-commissioner" {
  title = "Strategic Commissioner Post, jointly funded", clause = "Summary", row = "HA-057", status = "proposed", same_post = "open",
}

role "commissioning-post" {
  title = "Jointly funded Commissioning post", clause = "Recs b2", row = { "HA-002", "HA-057" }, status = "proposed", same_post = "open",
}

role "post-for-strategic-commissioning" {
  title    = "Jointly funded post for strategic commissioning", clause = "17, 18", row = { "HA-054", "HA-055", "HA-056", "HA-057", "HA-110" },
  status   = "being explored", same_post = "open",
  benefits = {
    { is = "a dedicated focus at senior level on a joint strategy", clause = "17 b1" },
    { is = "knowledge, expertise and practice of single agencies, joined into a common approach", clause = "17 b2" },
    { is = "a chance to explore more pooling, resting on robust evaluations", clause = "17 b3" },
  },
}

role "joint-commissioning-manager" {
  title = "Joint Commissioning Manager", clause = "Ann.3 P1.3", row = { "HA-075", "HA-076" }, status = "proposed", same_post = "open",
}

role "lead-commissioners" {
  title = "Lead commissioners", clause = "Ann.3 P2.4, P1.5b", row = { "HA-089", "HA-090" }, status = "proposed",
}

local is_the_joint_post = post.called:is_one_of("Strategic Commissioner", "Commissioning post", "post for strategic commissioning")

requirement "post-has-senior-focus" {
  title        = "The joint post is a dedicated focus at senior level on a joint strategy, and joins what agencies know",
  clause       = "17 b1-2", row = { "HA-054", "HA-055" }, force = proposed,
  reading      = "the paper names these as benefits; a post whose role is not recorded shows neither",
  of           = post,
  applies_when = is_the_joint_post,
  passes_when  = post.role_identified:is_answered(),
  otherwise    = "the role of the {post.called} is not recorded",
}

requirement "post-is-jointly-funded" {
  title        = "The post is funded by both bodies, and their shares make up the whole",
  clause       = "17, 18", row = "HA-057", force = proposed,
  reading      = "that the shares make a hundred per cent is what jointly funded means; the paper gives no shares",
  of           = post,
  applies_when = is_the_joint_post,
  passes_when  = all_of {
    post.funders:any(contribution.agency:is "HTPCT"), post.funders:any(contribution.agency:is "Children's Service"),
    post.funders:sum(contribution.share):is(100),
  },
  otherwise    = "the HTPCT and the Children's Service do not both fund the {post.called}, or their shares are not the whole",
}

requirement "manager-appointed-by-september" {
  title        = "A Joint Commissioning Manager is appointed by the end of September 2006",
  clause       = "Ann.3 P1.3", row = "HA-075", force = proposed,
  of           = post,
  applies_when = post.called:is "Joint Commissioning Manager",
  passes_when  = all_of { post.appointed_on:is_answered(), post.appointed_on:at_most "2006-09-30" },
  otherwise    = "no appointment is recorded by the end of September 2006",
}

requirement "written-agreement-before-appointment" {
  title         = "Before the manager is appointed, accountability and employer are agreed, in writing",
  clause        = "Ann.3 P1.3a-c", row = "HA-076", force = proposed, effect = blocks,
  effect_reason = "nobody can be employed by bodies that have not agreed who employs them; that an appointment waits is our reading",
  of            = post,
  applies_when  = all_of { post.called:is "Joint Commissioning Manager", post.appointed_on:is_answered() },
  passes_when   = all_of { post.accountability:is_answered(), post.employer:is_answered(), post.written_agreement:is_answered() },
  otherwise     = "the appointment is blocked: there is no {missing}",
}

requirement "resources-are-agreed" {
  title       = "Key stakeholders agree on resources for an aspect of joint commissioning",
  clause      = "Ann.3 P2.2", row = "HA-085", force = proposed,
  of          = resource_agreement,
  passes_when = all_of {
    resource_agreement.aspect:is_answered(), resource_agreement.agreed_on:is_answered(), resource_agreement.agencies:count():at_least(2),
  },
  otherwise   = "an agreement on resources has no aspect, no day or fewer than two agencies",
}

requirement "joint-investment-is-identified" {
  title        = "The outcomes that the role is to achieve and the joint investment for posts are identified",
  clause       = "Ann.3 P2.2a-b", row = "HA-086", force = proposed,
  reading      = "of any post that is to be paid jointly; joint is two funders at least",
  of           = post,
  applies_when = post.called:is_not "lead commissioner",
  passes_when  = all_of { post.outcomes:is_answered(), post.funders:count():at_least(2) },
  otherwise    = "the {post.called} has no outcomes to achieve, or fewer than two funders",
}

requirement "lead-commissioners-are-described" {
  title        = "The role of lead commissioners is identified, and the resources that their posts need",
  clause       = "Ann.3 P2.4a-b", row = "HA-090", force = proposed,
  of           = post,
  applies_when = post.called:is "lead commissioner",
  passes_when  = all_of { post.role_identified:is_answered(), post.resources_identified:is_answered() },
  otherwise    = "nothing is said of {missing}",
}
