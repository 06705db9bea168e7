// The table itself. Kept by itself so that it can be read, and argued about, as the list that it is.

#include "record/publication.hpp"

namespace remit::record {

namespace {

constexpr Publication open = Publication::open, asked = Publication::on_request, closed = Publication::restricted;
constexpr std::string_view record = "remit.record/1", document = "remit.decision/1", assessment = "remit.assessment/1",
                           assessments = "remit.assessments/1", brief = "brief", comparison = "remit.comparison/1", sensitivity = "remit.sensitivity/1";

constexpr std::string_view appeal = "remit.appeal/1", appeals = "remit.appeals/1";

constexpr PublishedField fields[] = {
    // which round, which text, which application
    {record, "format", open}, {record, "engine", open}, {record, "procedure", open}, {record, "what_if", open}, {record, "redacted", open},
    {record, "round", open}, {record, "stream", open}, {record, "application", open}, {record, "as_of", open},
    {record, "title", open}, {record, "applicant.id", open}, {record, "applicant.name", open}, {record, "applicant.type", open},
    {record, "request.amount", open}, {record, "request.submitted_at", open},
    {record, "request.elements.id", open}, {record, "request.elements.title", open}, {record, "request.elements.cost", open},
    {record, "pack.id", open}, {record, "pack.version", open}, {record, "pack.digest", open},
    {record, "pack.layers.id", open}, {record, "pack.layers.version", open}, {record, "pack.layers.digest", open},
    {record, "parameters.*.value", open}, {record, "parameters.*.clause", open}, {record, "parameters.*.so", open},
    {record, "silences.id", open}, {record, "silences.title", open}, {record, "silences.clause", open}, {record, "silences.so", open},
    {record, "input", closed},    // a digest of everything: whoever knows nearly all of it could test a guess at the rest
    {record, "digest", open},     // of what is left

    // what was found: the rule and its clause are for all, the applicant's own facts for those who ask
    {record, "eligibility", open}, {record, "eligibility.outcome", open},
    {record, "eligibility.findings.rule", open}, {record, "eligibility.findings.title", open}, {record, "eligibility.findings.outcome", open},
    {record, "eligibility.findings.force", open}, {record, "eligibility.findings.effect", open}, {record, "eligibility.findings.effect_reason", open},
    {record, "eligibility.findings.clause", open}, {record, "eligibility.findings.layer", open}, {record, "eligibility.findings.reading", open},
    {record, "eligibility.findings.plugin", open}, {record, "eligibility.findings.message", asked}, {record, "eligibility.findings.cause", closed},
    {record, "eligibility.findings.read.application.*", asked}, {record, "eligibility.findings.read.applicant.*", asked},
    {record, "eligibility.findings.read.stream.*", asked}, {record, "eligibility.findings.read.round.*", asked},
    {record, "eligibility.findings.read.parameters.*", asked}, {record, "eligibility.findings.read.*", closed},
    {record, "eligibility.findings.changed_by.layer", open}, {record, "eligibility.findings.changed_by.change", open}, {record, "eligibility.findings.changed_by.authority", open}, {record, "eligibility.findings.changed_by.reason", open},
    {record, "eligibility.findings.shortfalls.field", asked}, {record, "eligibility.findings.shortfalls.needed", asked},
    {record, "eligibility.findings.shortfalls.had", asked},
    {record, "findings.rule", open}, {record, "findings.title", open}, {record, "findings.outcome", open}, {record, "findings.force", open},
    {record, "findings.effect", open}, {record, "findings.effect_reason", open}, {record, "findings.clause", open}, {record, "findings.layer", open},
    {record, "findings.reading", open}, {record, "findings.plugin", open}, {record, "findings.message", asked}, {record, "findings.cause", closed},
    {record, "findings.read.application.*", asked}, {record, "findings.read.applicant.*", asked}, {record, "findings.read.stream.*", asked},
    {record, "findings.read.round.*", asked}, {record, "findings.read.parameters.*", asked}, {record, "findings.read.*", closed},
    {record, "findings.changed_by.layer", open}, {record, "findings.changed_by.change", open}, {record, "findings.changed_by.authority", open}, {record, "findings.changed_by.reason", open},
    {record, "findings.shortfalls.field", asked}, {record, "findings.shortfalls.needed", asked}, {record, "findings.shortfalls.had", asked},
    {record, "would_have_passed.rule", open}, {record, "would_have_passed.clause", open}, {record, "would_have_passed.field", asked},
    {record, "would_have_passed.needed", asked}, {record, "would_have_passed.had", asked},

    {record, "conflicts.changed_by.layer", open}, {record, "conflicts.changed_by.change", open}, {record, "conflicts.changed_by.authority", open}, {record, "conflicts.changed_by.reason", open},
    // who judged: that somebody stepped aside is for all, who it was and why is not
    {record, "conflicts.action", open}, {record, "conflicts.scope", open}, {record, "conflicts.rule", open}, {record, "conflicts.clause", open},
    {record, "conflicts.plugin", open}, {record, "conflicts.detected_by", asked}, {record, "conflicts.arises_in", asked},
    {record, "conflicts.member", closed}, {record, "conflicts.message", closed}, {record, "conflicts.organisation", closed}, {record, "conflicts.nature", closed},
    {record, "ties", closed}, {record, "ties.member", closed}, {record, "ties.organisation", closed}, {record, "ties.nature", closed}, {record, "ties.detected_by", closed},
    {record, "panel.id", open}, {record, "panel.taking_part", closed}, {record, "panel.unfit", asked},

    // marks: each measure and the total for those who ask, what a person wrote for those who decide
    {record, "scores", open}, {record, "scores.measures.measure", open}, {record, "scores.measures.title", open}, {record, "scores.measures.weight", open},
    {record, "scores.measures.high", open}, {record, "scores.measures.minimum", open}, {record, "scores.measures.plugin", open},
    {record, "scores.measures.mean", asked}, {record, "scores.measures.met", asked}, {record, "scores.total", asked}, {record, "scores.exact", asked},
    {record, "scores.threshold", open}, {record, "scores.met", asked}, {record, "scores.problem", asked}, {record, "scores.unjustified", asked},
    {record, "scores.sheets", asked}, {record, "scores.sheets.member", closed}, {record, "scores.sheets.counted", asked}, {record, "scores.sheets.sheet.*", closed},
    {record, "scores.sheets.marks.*.score", asked}, {record, "scores.sheets.marks.*.justification", closed},
    {record, "scores.sheets.marks.*.*.score", asked}, {record, "scores.sheets.marks.*.*.justification", closed},
    {record, "rank", open},

    // what is proposed
    {record, "proposal.decision", open}, {record, "proposal.why", open}, {record, "proposal.title", open}, {record, "proposal.clause", open},
    {record, "proposal.holds_back", open}, {record, "proposal.amount", open}, {record, "proposal.elements", open},
    {record, "proposal.pending.element", open}, {record, "proposal.pending.rule", open}, {record, "proposal.pending.question", asked},
    {record, "proposal.reasons.rule", open}, {record, "proposal.reasons.clause", open}, {record, "proposal.reasons.message", asked},
    {record, "proposal.traced.method", open}, {record, "proposal.traced.clause", open}, {record, "proposal.traced.parts.agency", open},
    {record, "proposal.traced.parts.amount", open},

    // plug-ins: which one is for all, what it looked up may be anything
    {record, "plugins.id", open}, {record, "plugins.version", open}, {record, "plugins.digest", open}, {record, "plugins.files.*", closed},
    {record, "plugins.answers.*.outcome", asked}, {record, "plugins.answers.*.score", asked}, {record, "plugins.answers.*.award", asked},
    {record, "plugins.answers.*.elements", asked}, {record, "plugins.answers.*.*", closed}, {record, "plugins.facts.outcome", asked}, {record, "plugins.facts.*", closed},

    // the document around the records
    {document, "format", open}, {document, "engine", open}, {document, "procedure", open}, {document, "what_if", open}, {document, "redacted", open},
    {document, "input", closed}, {document, "round.id", open}, {document, "round.title", open}, {document, "round.partnership", open},
    {document, "round.as_of", open}, {document, "round.currency", open},
    {document, "pack.id", open}, {document, "pack.version", open}, {document, "pack.digest", open}, {document, "pack.title", open},
    {document, "pack.document", open}, {document, "pack.status", open}, {document, "pack.layers.id", open}, {document, "pack.layers.version", open},
    {document, "pack.layers.digest", open}, {document, "pack.layers.title", open},
    {document, "pack.sections.section", open}, {document, "pack.sections.status", open}, {document, "pack.sections.clause", open},
    {document, "streams.id", open}, {document, "streams.title", open}, {document, "streams.budget", open}, {document, "streams.proposed", open},
    {document, "streams.in_principle", open}, {document, "streams.left", open}, {document, "streams.may_change", open}, {document, "streams.opens", open},
    {document, "streams.closes", open}, {document, "streams.applications", open}, {document, "streams.notes", asked},
    {document, "panel.id", open}, {document, "panel.quorum", open}, {document, "panel.members.agency", open}, {document, "panel.members.chair", closed},
    {document, "panel.members.id", closed}, {document, "panel.members.name", closed}, {document, "panel.members.organisation", closed},
    {document, "findings.rule", open}, {document, "findings.title", open}, {document, "findings.of", open}, {document, "findings.outcome", open},
    {document, "findings.force", open}, {document, "findings.effect", open}, {document, "findings.effect_reason", open}, {document, "findings.clause", open},
    {document, "findings.layer", open}, {document, "findings.reading", open}, {document, "findings.plugin", open}, {document, "findings.subject", closed},
    {document, "findings.message", closed}, {document, "findings.cause", closed}, {document, "findings.read.*", closed},
    {document, "findings.changed_by.layer", open}, {document, "findings.changed_by.change", open}, {document, "findings.changed_by.authority", open}, {document, "findings.changed_by.reason", open},
    {document, "findings.shortfalls.field", closed}, {document, "findings.shortfalls.needed", closed}, {document, "findings.shortfalls.had", closed},
    {document, "parameters.id", open}, {document, "parameters.title", open}, {document, "parameters.value", open}, {document, "parameters.unit", open},
    {document, "parameters.clause", open}, {document, "parameters.so", open}, {document, "parameters.in_force", open},
    {document, "parameters.by_stream.stream", open}, {document, "parameters.by_stream.value", open}, {document, "parameters.by_stream.clause", open},
    {document, "silences.id", open}, {document, "silences.title", open}, {document, "silences.clause", open}, {document, "silences.so", open},
    {document, "appeals.rules.rule", open}, {document, "appeals.rules.title", open}, {document, "appeals.rules.clause", open}, {document, "appeals.rules.reading", open},
    {document, "appeals.parameters", open}, {document, "appeals.silences", open}, {document, "labels.*", open},
    {document, "plugins.id", open}, {document, "plugins.version", open}, {document, "plugins.digest", open}, {document, "plugins.files.*", closed},

    // assessments: of bodies, people and plans; which rule found what is for all, about whom is not
    {assessment, "format", open}, {assessment, "engine", open}, {assessment, "what_if", open}, {assessment, "redacted", open}, {assessment, "round", open},
    {assessment, "as_of", open}, {assessment, "input", closed}, {assessment, "digest", open}, {assessment, "type", open}, {assessment, "id", closed}, {assessment, "title", closed},
    {assessment, "pack.id", open}, {assessment, "pack.version", open}, {assessment, "pack.digest", open},
    {assessment, "pack.layers.id", open}, {assessment, "pack.layers.version", open}, {assessment, "pack.layers.digest", open},
    {assessment, "parameters.*.value", open}, {assessment, "parameters.*.clause", open}, {assessment, "parameters.*.so", open}, {assessment, "parameters.*.in_force", open},
    {assessment, "silences.id", open}, {assessment, "silences.title", open}, {assessment, "silences.clause", open}, {assessment, "silences.so", open},
    {assessment, "findings.rule", open}, {assessment, "findings.title", open}, {assessment, "findings.outcome", open}, {assessment, "findings.force", open},
    {assessment, "findings.effect", open}, {assessment, "findings.effect_reason", open}, {assessment, "findings.clause", open}, {assessment, "findings.layer", open},
    {assessment, "findings.reading", open}, {assessment, "findings.message", closed}, {assessment, "findings.cause", closed}, {assessment, "findings.read.*", closed},
    {assessment, "findings.changed_by.layer", open}, {assessment, "findings.changed_by.change", open}, {assessment, "findings.changed_by.authority", open}, {assessment, "findings.changed_by.reason", open},
    {assessment, "findings.shortfalls.field", closed}, {assessment, "findings.shortfalls.needed", closed}, {assessment, "findings.shortfalls.had", closed},
    {assessment, "conflicts.rule", open}, {assessment, "conflicts.title", open}, {assessment, "conflicts.outcome", open}, {assessment, "conflicts.action", open},
    {assessment, "conflicts.force", open}, {assessment, "conflicts.clause", open}, {assessment, "conflicts.layer", open}, {assessment, "conflicts.reading", open},
    {assessment, "conflicts.member", closed}, {assessment, "conflicts.message", closed}, {assessment, "conflicts.cause", closed}, {assessment, "conflicts.read.*", closed},
    {assessment, "classifications.rule", open}, {assessment, "classifications.title", open}, {assessment, "classifications.outcome", open},
    {assessment, "classifications.gives", open}, {assessment, "classifications.clause", open}, {assessment, "classifications.layer", open},
    {assessment, "classifications.reading", open}, {assessment, "classifications.code", asked}, {assessment, "classifications.message", closed},
    {assessment, "classifications.cause", closed}, {assessment, "classifications.read.*", closed},
    {assessment, "conflicts.changed_by.layer", open}, {assessment, "conflicts.changed_by.change", open}, {assessment, "conflicts.changed_by.authority", open}, {assessment, "conflicts.changed_by.reason", open},
    {assessment, "classifications.changed_by.layer", open}, {assessment, "classifications.changed_by.change", open}, {assessment, "classifications.changed_by.authority", open}, {assessment, "classifications.changed_by.reason", open},
    {assessments, "format", open}, {assessments, "engine", open}, {assessments, "what_if", open}, {assessments, "redacted", open}, {assessments, "input", closed},
    {assessments, "round.id", open}, {assessments, "round.title", open}, {assessments, "round.partnership", open}, {assessments, "round.as_of", open}, {assessments, "round.currency", open},
    {assessments, "pack.id", open}, {assessments, "pack.version", open}, {assessments, "pack.digest", open}, {assessments, "pack.title", open}, {assessments, "pack.document", open},
    {assessments, "pack.status", open}, {assessments, "pack.layers.id", open}, {assessments, "pack.layers.version", open}, {assessments, "pack.layers.digest", open},
    {assessments, "pack.sections.section", open}, {assessments, "pack.sections.status", open}, {assessments, "pack.sections.clause", open},
    {assessments, "pack.layers.title", open}, {assessments, "parameters.id", open}, {assessments, "parameters.title", open}, {assessments, "parameters.value", open},
    {assessments, "parameters.unit", open}, {assessments, "parameters.clause", open}, {assessments, "parameters.so", open},
    {assessments, "silences.id", open}, {assessments, "silences.title", open}, {assessments, "silences.clause", open}, {assessments, "silences.so", open},

    // appeals: that one was made, and what came of it, is for all; what it says for those who ask; who judged it for those who decide
    {appeal, "format", open}, {appeal, "engine", open}, {appeal, "procedure", open}, {appeal, "what_if", open}, {appeal, "redacted", open},
    {appeal, "round", open}, {appeal, "stream", open}, {appeal, "application", open}, {appeal, "as_of", open}, {appeal, "input", closed}, {appeal, "digest", open},
    {appeal, "appeal.application", open}, {appeal, "appeal.ground", open}, {appeal, "appeal.by", open}, {appeal, "appeal.received", open},
    {appeal, "appeal.views", asked}, {appeal, "appeal.no_fresh_panel", asked}, {appeal, "appeal.fresh_panel", closed}, {appeal, "appeal.fresh_panel.*", closed},
    {appeal, "appeal.scores", closed}, {appeal, "appeal.scores.*", closed}, {appeal, "appeal.declarations", closed}, {appeal, "appeal.declarations.*", closed},
    {appeal, "by.id", open}, {appeal, "by.name", open}, {appeal, "outcome", open},
    {appeal, "findings.rule", open}, {appeal, "findings.title", open}, {appeal, "findings.outcome", open}, {appeal, "findings.asks", open}, {appeal, "findings.force", open},
    {appeal, "findings.clause", open}, {appeal, "findings.layer", open}, {appeal, "findings.reading", open}, {appeal, "findings.plugin", open},
    {appeal, "findings.message", asked}, {appeal, "findings.cause", closed}, {appeal, "findings.read.application.*", asked}, {appeal, "findings.read.applicant.*", asked},
    {appeal, "findings.read.lodged.*", asked}, {appeal, "findings.read.lodged.fresh_panel", closed}, {appeal, "findings.read.stream.*", asked},
    {appeal, "findings.read.round.*", asked}, {appeal, "findings.read.parameters.*", asked}, {appeal, "findings.read.*", closed},
    {appeal, "findings.changed_by.layer", open}, {appeal, "findings.changed_by.change", open}, {appeal, "findings.changed_by.authority", open}, {appeal, "findings.changed_by.reason", open},
    {appeal, "findings.shortfalls.field", asked}, {appeal, "findings.shortfalls.needed", asked}, {appeal, "findings.shortfalls.had", asked},
    {appeal, "fresh_panel.constituted", open}, {appeal, "fresh_panel.fit", open}, {appeal, "fresh_panel.id", open}, {appeal, "fresh_panel.quorum", open},
    {appeal, "fresh_panel.reason", asked}, {appeal, "fresh_panel.members.agency", open}, {appeal, "fresh_panel.members.chair", closed},
    {appeal, "fresh_panel.members.id", closed}, {appeal, "fresh_panel.members.name", closed}, {appeal, "fresh_panel.members.organisation", closed},
    {appeal, "fresh_panel.checks.rule", open}, {appeal, "fresh_panel.checks.clause", open}, {appeal, "fresh_panel.checks.outcome", open}, {appeal, "fresh_panel.checks.message", closed},
    {appeal, "second", open}, {appeal, "not_again", asked}, {appeal, "changes.kind", open}, {appeal, "changes.measure", open}, {appeal, "changes.first", asked},
    {appeal, "changes.second", asked}, {appeal, "changes.points", asked}, {appeal, "changes.message", asked},
    {appeal, "elsewhere.application", open}, {appeal, "elsewhere.first.*", open}, {appeal, "elsewhere.second.*", open},
    {appeal, "left", open}, {appeal, "left.first", open}, {appeal, "left.second", open},
    {appeal, "parameters.id", open}, {appeal, "parameters.title", open}, {appeal, "parameters.value", open}, {appeal, "parameters.unit", open},
    {appeal, "parameters.clause", open}, {appeal, "parameters.so", open},
    {appeal, "silences.id", open}, {appeal, "silences.title", open}, {appeal, "silences.clause", open}, {appeal, "silences.so", open},
    {appeal, "pack.id", open}, {appeal, "pack.version", open}, {appeal, "pack.digest", open}, {appeal, "pack.publisher", open},
    {appeal, "pack.layers.id", open}, {appeal, "pack.layers.version", open}, {appeal, "pack.layers.digest", open},
    {appeals, "format", open}, {appeals, "engine", open}, {appeals, "redacted", open}, {appeals, "input", closed}, {appeals, "round", open},

    {brief, "application", open}, {brief, "decision", open}, {brief, "eligibility", open}, {brief, "failed", open}, {brief, "total", asked},

    // two texts over one round: what a record may show, before and now; the marks of persons stand in none
    {comparison, "format", open}, {comparison, "redacted", open}, {comparison, "before.*", open}, {comparison, "after.*", open}, {comparison, "totals.*", open},
    {comparison, "rounds.id", open}, {comparison, "rounds.title", open}, {comparison, "rounds.warnings", open}, {comparison, "rounds.totals.*", open}, {comparison, "rounds.streams.*", open},
    {comparison, "rounds.changes.application", open}, {comparison, "rounds.changes.applicant", open}, {comparison, "rounds.changes.name", open},
    {comparison, "rounds.changes.title", open}, {comparison, "rounds.changes.stream", open}, {comparison, "rounds.changes.before.*", open}, {comparison, "rounds.changes.after.*", open},
    {comparison, "rounds.changes.before.total", asked}, {comparison, "rounds.changes.after.total", asked}, {comparison, "rounds.changes.cause.*", open},
    {comparison, "rounds.changes.cause.words", asked}, {comparison, "rounds.changes.findings.*", open}, {comparison, "rounds.findings.*", open}, {comparison, "rounds.findings.subject", closed},
    {comparison, "rounds.groups.*", open}, {comparison, "rounds.groups.place", asked}, {comparison, "expected.*", open},

    // how far a pack and its marks could move: all of it comes from totals and means, and some of it from single persons
    {sensitivity, "format", open}, {sensitivity, "redacted", open}, {sensitivity, "pack.*", open}, {sensitivity, "rounds.id", open}, {sensitivity, "rounds.title", open},
    {sensitivity, "rounds.notes", open}, {sensitivity, "rounds.streams.id", open}, {sensitivity, "rounds.streams.title", open}, {sensitivity, "rounds.streams.funded", open},
    {sensitivity, "rounds.streams.moves.*", asked}, {sensitivity, "rounds.streams.assessors.*", closed},
};

}  // namespace

std::span<const PublishedField> published_fields() { return fields; }

}  // namespace remit::record
