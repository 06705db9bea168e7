// The words in which reports speak to people: decisions, outcomes, values and dates, the same in every report.
#pragma once
#include <string>
#include <string_view>

#include "record/record.hpp"

namespace remit::report {

std::string_view decision_words(std::string_view decision);   // "approve-parts" -> "approve in part"
/// Whether a proposal is of a kind that the framework does not name, so that the procedure of Remit gives it its own name.
bool is_remits_own(const record::Proposal& proposal);
std::string_view outcome_words(std::string_view outcome);     // "not_applicable" -> "does not apply"
std::string_view effect_words(std::string_view effect);       // "blocks" -> "a failure declines the application"
std::string_view scope_words(std::string_view scope);         // "stream" -> "the whole stream"
/// Why an application is not ranked, as the heading of a list: "ineligible" -> "Ineligible".
std::string_view why_heading(std::string_view why);

/// "for publication: ..." of a report made from what is left of its records; empty when nothing was left out.
std::string_view redacted_words(std::string_view redacted);

/// A fact as people read it: "yes", "not answered", "a; b and c".
std::string value_words(const intake::Json& value);
/// "2 agencies", or what follows from the source's silence.
std::string parameter_words(const record::ParameterValue& parameter);
/// "1 March 2012" for "2012-03-01"; the text itself when it is no date.
std::string date_words(std::string_view iso);
/// "75.80" for "75.8": marks of a list stand under each other. Empty stays empty.
std::string two_decimals(std::string_view number);
/// "4", "3.67 (11/3)" for an exact fraction, "3.25".
std::string number_words(std::string_view exact);
/// "3 applications", "1 application".
std::string counted(std::size_t n, std::string_view one, std::string_view many);
/// "rank 3: the budget is spent" -> "the budget is spent", for lists that show the rank already.
std::string_view without_rank(std::string_view message);
/// "asked more by wirral: two sites only (minute 3)", or what else an override made of a rule.
std::string change_words(const record::RuleChange& change);
/// "E2: who insures the sitters?"
std::string pending_words(const record::Pending& pending);
/// "Alpha Trust £30,000 and Beta Council £15,000, in proportion...": what each agency bears of an award.
std::string traced_words(const record::Traced& traced);
/// "1.1.3 decided and 3 proposed".
std::string section_words(const std::vector<record::SectionStatus>& sections);
/// "application.title: needed at least 60, had 54".
std::string shortfall_words(std::string_view field, std::string_view needed, std::string_view had);
/// "Ann Lee (m4)", or "m4" when no name was given.
std::string member_words(const record::DecisionDocument& document, std::string_view member);
/// "charity-register could not tell: ended by signal 11", of the cause of a finding that a plug-in stands behind.
std::string cause_words(const record::Finding& finding);
/// "charity-register 1.0.0 (registered)", of what a finding or measure names; empty when it names none.
std::string plugin_words(const std::vector<record::Plugin>& plugins, std::string_view plugin);
/// "charity-register 1.0.0, reads register".
std::string plugin_words(const record::Plugin& plugin);
/// "registered: not met; struck off in 2003": what a plug-in said and why, without its evidence.
std::string answer_words(const record::DecisionDocument& document, const record::PluginAnswer& answer);
/// "4.5.3 b2: they had already sent ..." for the first reason of a proposal; steps of the procedure are not named.
std::string first_reason(const record::DecisionRecord& record);

}  // namespace remit::report
