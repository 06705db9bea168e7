-- What the Board is asked on 12 June 2006: to consider the framework in four parts, to consider the post, to give its views

chain "board-is-asked" {
  title = "What the Board is asked", clause = "Recs b1-2, 18", row = { "HA-001", "HA-002", "HA-110" }, status = "proposed", closed = "yes",
  steps = {
    { asks = "consider", what = "the definition, the principles, the framework and the action plan", clause = "Recs b1" },
    { asks = "consider", what = "a jointly funded commissioning post", clause = "Recs b2" },
    { asks = "views", what = "the joint post that both bodies are exploring", clause = "18" },
  },
}

local of_definition = decision_item.parts:any(all_of { decision_part.part:is "definition", decision_part.outcome:is_answered() })
local of_principles = decision_item.parts:any(all_of { decision_part.part:is "principles", decision_part.outcome:is_answered() })
local of_framework = decision_item.parts:any(all_of { decision_part.part:is "framework", decision_part.outcome:is_answered() })
local of_action_plan = decision_item.parts:any(all_of { decision_part.part:is "action plan", decision_part.outcome:is_answered() })

requirement "four-parts-each-answered" {
  title        = "Definition, principles, framework and action plan are each considered, and each is answered by itself",
  clause       = "Recs b1", row = "HA-001", force = proposed,
  reading      = "to amend one of them and agree the others is an answer; any answer will do, so long as there is one for each",
  of           = decision_item,
  applies_when = decision_item.subject:is "framework",
  passes_when  = all_of { of_definition, of_principles, of_framework, of_action_plan },
  otherwise    = "one of definition, principles, framework and action plan has no answer of its own",
}

requirement "post-is-an-item-of-its-own" {
  title        = "The commissioning post is put to the Board as an item of its own",
  clause       = "Recs b2", row = "HA-002", force = proposed,
  of           = decision_item,
  applies_when = decision_item.subject:is "framework",
  passes_when  = all_of {
    decision_item.parts:none(decision_part.part:is "commissioning post"),
    records.decision_items:any(all_of { other_decision_item.subject:is "commissioning post", other_decision_item.asks:is "consider" }),
  },
  otherwise    = "the post is decided with the framework, or is not put to the Board",
}

requirement "views-are-asked-and-no-more" {
  title        = "On the joint post that is being explored the Board is asked for its views",
  clause       = "18 s2", row = "HA-110", force = proposed,
  of           = decision_item,
  applies_when = decision_item.subject:is "views on the joint post",
  passes_when  = decision_item.asks:is "views",
  otherwise    = "the Board was asked for more than its views",
}

requirement "no-appointment-from-views" {
  title        = "An appointment rests on an agreement to have the post, and never on views alone",
  clause       = "18, Ann.3 P1.3", row = "HA-110", force = proposed,
  reading      = "18 explores the post and asks for views; Annex 3 appoints in September 2006; nothing in between agrees to it",
  of           = post,
  applies_when = post.appointed_on:is_answered(),
  passes_when  = all_of { post.agreed_on:is_answered(), not_ { post.agreed_on:is_after(post.appointed_on) } },
  otherwise    = "somebody was appointed on {post.appointed_on}, and no agreement to have the post came before it",
}

-- If preferred, comments first

requirement "comment-in-time" {
  title        = "A comment is returned by the end of July 2006",
  clause       = "Recs p2", row = "HA-003", force = proposed,
  reading      = "the last day counts",
  of           = comment,
  applies_when = framework.route:is "comments first",
  passes_when  = comment.returned_on:at_most(parameters.comments_close),
  otherwise    = "late: it was returned on {comment.returned_on}, and comments closed on {parameters.comments_close}",
}

requirement "comment-to-the-director" {
  title        = "Comments are sent to the Director of the Children Service",
  clause       = "Recs p2", row = "HA-003", force = proposed,
  of           = comment,
  applies_when = framework.route:is "comments first",
  passes_when  = comment.sent_to:is "Director of the Children Service",
  otherwise    = "the comment was not sent to the Director of the Children Service",
}

chain "ways-to-adoption" {
  title = "From proposal to adoption, where comments are asked for", clause = "Recs p2", row = "HA-004", status = "proposed",
  steps = {
    { is = "proposed", clause = "Recs b1" },
    { is = "out for comments", clause = "Recs p2" },
    { is = "adopted", clause = "Recs p2" },
  },
}

requirement "adopted-after-comments" {
  title        = "Where comments are asked for, the framework is adopted once they are in",
  clause       = "Recs p2", row = "HA-004", force = proposed,
  of           = framework,
  applies_when = all_of { framework.route:is "comments first", framework.adopted_on:is_answered() },
  passes_when  = framework.adopted_on:is_after(parameters.comments_close),
  otherwise    = "adopted on {framework.adopted_on}, before comments closed on {parameters.comments_close}",
}

requirement "adopted-at-the-next-meeting" {
  title          = "Where comments are asked for, the framework is adopted at the next meeting of the CYPSP",
  clause         = "Recs p2", row = "HA-004", force = proposed,
  of             = framework,
  applies_when   = all_of { framework.route:is "comments first", framework.adopted_on:is_answered() },
  passes_when    = any_of { not_ { parameters.next_meeting:is_answered() }, framework.adopted_on:is(parameters.next_meeting) },
  refers_when    = not_ { parameters.next_meeting:is_answered() },
  refers_because = "the day of the next meeting is not in source",
  otherwise      = "adopted on {framework.adopted_on}, and the next meeting was on {parameters.next_meeting}",
}

requirement "status-says-adopted" {
  title        = "A framework is called adopted when there is a day on which it was, and not otherwise",
  clause       = "Recs p2", row = "HA-004", force = proposed,
  of           = framework,
  passes_when  = any_of {
    all_of { framework.status:is "adopted", framework.adopted_on:is_answered() },
    all_of { framework.status:is_not "adopted", not_ { framework.adopted_on:is_answered() } },
  },
  otherwise    = "the status of {framework.title} and its day of adoption do not go together",
}
