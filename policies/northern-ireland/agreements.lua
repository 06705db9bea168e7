-- From a recorded decision to a monitored service, as it happened

requirement "decision-has-a-rationale" {
  title       = "The panel records why it decided as it did, a refusal too",
  clause      = "4.5.5 s2", row = { "NI-087", "NI-093" }, force = should,
  of          = panel_decision,
  passes_when = panel_decision.rationale:is_answered(),
  otherwise   = "no rationale is recorded for {panel_decision.application}",
}

requirement "declined-gets-nothing" {
  title       = "Who is declined is given no money",
  clause      = "4.5.6 b4", row = "NI-093", force = data, effect = blocks,
  effect_reason = "a sum beside a refusal is a slip in one of the two",
  of          = panel_decision,
  applies_when = panel_decision.decision:is "decline",
  passes_when = any_of { not_ { panel_decision.amount:is_answered() }, panel_decision.amount:is(pounds(0)) },
  otherwise   = "{panel_decision.application} is declined, and an amount stands beside it",
}

requirement "parts-are-named" {
  title         = "An approval of parts, or in principle, names the elements that it is about",
  clause        = "4.5.6 b2-3", row = { "NI-091", "NI-092" }, force = data, effect = blocks,
  effect_reason = "without elements nobody can tell what was approved",
  of            = panel_decision,
  applies_when  = panel_decision.decision:is_one_of("approve-parts", "approve-in-principle"),
  passes_when   = panel_decision.elements:is_answered(),
  otherwise     = "the decision about {panel_decision.application} names no element",
}

requirement "pending-is-named" {
  title         = "An approval in principle names what is to be clarified or refined",
  clause        = "4.5.6 b3", row = "NI-092", force = data, effect = blocks,
  effect_reason = "an approval that waits for nothing that is named waits for ever",
  of            = panel_decision,
  applies_when  = panel_decision.decision:is "approve-in-principle",
  passes_when   = panel_decision.pending:is_answered(),
  otherwise     = "the decision about {panel_decision.application} names nothing that is to be cleared",
}

requirement "rationale-is-clear" {
  title         = "The rationale of each decision is complete: what it rests on stands in the record",
  clause        = "4.6.2", row = "NI-106", force = must, effect = warns,
  effect_reason = "the paper says what the process is, and no consequence",
  reading       = "complete is a rationale and the criteria that it rests on",
  of            = panel_decision,
  passes_when   = all_of { panel_decision.rationale:is_answered(), panel_decision.criteria:is_answered() },
  otherwise     = "the rationale for {panel_decision.application} leaves out {missing}",
}

requirement "every-rationale-is-exported" {
  title         = "Each application of the stream has a recorded decision whose rationale is complete",
  clause        = "4.6.2", row = "NI-106", force = must, effect = warns,
  effect_reason = "the paper says what the process is, and no consequence",
  reading       = "asked of a stream whose decisions are recorded; that it was withdrawn is the rationale of one that was",
  of            = stream,
  applies_when  = records.panel_decisions:any(other_panel_decision.stream:is(stream.id)),
  passes_when   = records.panel_decisions:count_distinct(other_panel_decision.application, all_of {
    other_panel_decision.stream:is(stream.id), other_panel_decision.rationale:is_answered(), other_panel_decision.criteria:is_answered(),
  }):at_least(stream.applications_count),
  otherwise     = "not every application of {stream.title} has a recorded decision with its rationale and criteria",
}

requirement "changes-are-discussed" {
  title         = "Changes to a proposal are discussed with the applicant before an offer",
  clause        = "4.5.5 s4", row = "NI-089", force = must,
  effect_reason = "the partnership's own decision, for the paper only proposes this: an offer of parts waits for the talk about them",
  of            = award,
  applies_when  = all_of { award.only_parts:is(yes), award.offered_on:is_answered() },
  passes_when   = all_of { award.changes_discussed_on:is_answered(), not_ { award.changes_discussed_on:is_after(award.offered_on) } },
  otherwise     = "{award.title} is offered in parts, and nothing says that the changes were discussed before",
}

requirement "offer-follows-approval" {
  title         = "A letter of offer follows the final approval of the wider group",
  clause        = "4.5.7, 4.5.8 a", row = { "NI-094", "NI-095" }, force = must,
  effect_reason = "the partnership's own decision, for the paper only proposes this: no money is promised before the wider group approves",
  of            = award,
  applies_when  = award.offered_on:is_answered(),
  passes_when   = all_of { award.approved_on:is_answered(), not_ { award.offered_on:is_before(award.approved_on) } },
  otherwise     = "{award.title} is offered without the approval of the wider group, or before it",
}

requirement "monitoring-is-arranged" {
  title         = "Contracting arrangements are put in place, monitoring arrangements among them",
  clause        = "4.5.8 b", row = "NI-096", force = must,
  effect_reason = "the partnership's own decision, for the paper only proposes this: nothing is paid that nobody watches",
  of            = award,
  applies_when  = award.stage:is_one_of("contracting", "running"),
  passes_when   = all_of { award.contracting:is_answered(), award.monitoring:is_answered() },
  otherwise     = "{award.title} is contracted without {missing}",
}

requirement "each-provider-has-an-agreement" {
  title         = "There is a service level agreement with each provider",
  clause        = "4.4.1 s1", row = "NI-064", force = must,
  effect_reason = "the partnership's own decision, for the paper only proposes this: nothing is paid without an agreement",
  reading       = "asked once it is contracted: a letter of offer does not wait for it",
  of            = provider_part,
  applies_when  = award.stage:is_one_of("contracting", "running"),
  passes_when   = records.agreements:any(all_of {
    other_agreement.award:is(provider_part.award), other_agreement.provider:is(provider_part.provider) }),
  otherwise     = "{provider_part.provider} has no service level agreement for {award.title}",
}

requirement "agreement-has-a-framework" {
  title         = "A service level agreement includes a performance management framework",
  clause        = "4.4.1 s1", row = "NI-065", force = must,
  effect_reason = "the partnership's own decision, for the paper only proposes this: an agreement that cannot be monitored is none",
  of            = agreement,
  passes_when   = agreement.performance_framework:is_answered(),
  otherwise     = "the agreement with {agreement.provider} has no performance management framework",
}

requirement "agreement-addresses-all" {
  title         = "The framework of an agreement addresses value for money, the six outcomes, the agreed priorities and the indicators",
  clause        = "4.4.1 s2", row = "NI-066", force = must,
  effect_reason = "the partnership's own decision, for the paper only proposes this: what the framework leaves out is not monitored",
  of            = agreement,
  passes_when   = all_of {
    agreement.addresses:includes "value for money",
    agreement.addresses:includes "being-healthy",
    agreement.addresses:includes "enjoying-learning-and-achieving",
    agreement.addresses:includes "living-in-safety-and-with-stability",
    agreement.addresses:includes "experience-economic-and-environmental-well-being",
    agreement.addresses:includes "contributing-positively-to-community-and-society",
    agreement.addresses:includes "living-in-a-society-which-respects-their-rights",
    agreement.addresses:includes "agreed priorities",
    agreement.addresses:includes "indicators",
  },
  otherwise     = "the framework of the agreement with {agreement.provider} leaves something out",
}
