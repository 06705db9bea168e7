#include "study/editor_words.hpp"

#include <algorithm>

namespace remit::study {

using base::Type;

const std::vector<SaidKey>& said_keys() {
  static const std::vector<SaidKey> keys{
      // what rules share
      {"", "title", "string", "what it is or asks, as people call it"},
      {"", "clause", "string", "where the source says so; a rule without one does not load"},
      {"", "row", "string|string[]", "the items of the source's list that it carries"},
      {"", "text", "string", "the source's own words"},
      {"", "reading", "string", "how the partnership reads an unclear clause; letters show it"},
      {"", "so", "string", "what the silence leads to"},
      {"", "force", "remit.force", "the source's own word: must (if left out), should, proposed, data, context"},
      {"", "effect", "remit.effect", "what the partnership makes of it: blocks, refers to a person, warns"},
      {"", "effect_reason", "string", "why it has that effect"},
      {"", "streams", "string|string[]", "the streams that it is for, by id; elsewhere it is neither asked nor listed"},
      {"", "override", "remit.contract", "what other packs may do to it: sealed, tighten_only (if left out), parameter_only, replaceable"},
      {"", "applies_when", "remit.condition", "when it is asked at all; otherwise it does not apply"},
      {"", "passes_when", "remit.condition", "the rule: yes is pass, no is fail, unknown is refer"},
      {"", "refers_when", "remit.condition", "asked when passes_when holds: yes sends it to a person"},
      {"", "refers_because", "string", "why it goes to a person; names in braces are filled in"},
      {"", "unless", "remit.unless", "an exception: when it holds, the rule passes"},
      {"", "otherwise", "string", "what is said when it does not pass; names in braces are filled in: {application.title}"},
      {"", "or_else", "string", "the same where there is no item to name"},
      {"", "test", "function", "a function in the place of the sentence; it answers pass, fail, refer or not_applicable"},
      {"", "plugin", "string", "a plug-in in the place of the sentence: \"charity-register/registered\""},
      {"", "of", "remit.record", "the kind of record that it is asked of, without quotes: of = stream"},
      {"", "when", "remit.condition", "when this holds"},
      {"", "code", "string", "the class that this case gives"},
      // single words
      {"pack", "version", "string", "three numbers, like \"1.0.0\"; raise it with each text that is to decide"},
      {"pack", "document", "string", "the document that the pack carries"},
      {"pack", "status", "string", "of the document: \"draft\", \"adopted\""},
      {"pack", "extends", "string", "the pack that this one stands on: \"core\""},
      {"pack", "takes", "table<string, string>", "themes of other packs, and the version that was read: { conflicts = \"northern-ireland 1.0.0\" }"},
      {"pack", "procedure", "\"default/1\"|\"each/1\"", "a round with panel, ranking and money; or every application by itself"},
      {"record", "key", "string", "the field that tells one record from another; gives the type a file of its own"},
      {"record", "file", "string", "the name of that file, where it is not the type's own"},
      {"record", "plural", "string", "what several of them are called"},
      {"record", "stream", "string", "with each/1: the field that names the stream"},
      {"parameter", "unit", "any", "what is counted: points, pounds, days, yes_no, date, text, or a word in quotes"},
      {"parameter", "one_of", "string[]", "the words that it may be"},
      {"parameter", "value", "any", "its value, where that holds always"},
      {"parameter", "from", "table<string, any>", "a value for each day from which it holds: { [\"2026-04-01\"] = { 50, clause = \"...\" } }"},
      {"parameter", "in_force", "remit.clock", "which day chooses the value: when_decided (if left out) or when_opened, the day on which the call opened"},
      {"measure", "weight", "number", "how much it counts beside the others"},
      {"measure", "scale", "number[]", "the least and the most that it is marked with: { 0, 5 }"},
      {"measure", "minimum", "number", "the least mean that can be ranked"},
      {"measure", "parts", "table[]", "what is marked in its place: { { id = \"reach\", title = \"Reach\" } }"},
      {"measure", "marks", "table<integer, string>", "what each mark means: { [0] = \"no evidence\" }"},
      {"conflict", "arises_when", "remit.condition", "when the member steps aside"},
      {"conflict", "action", "remit.action", "recuse (if left out) or exclude"},
      {"conflict", "scope", "string|remit.handle", "how far: \"application\", \"stream\", \"panel\", or a parameter that says which"},
      {"classification", "levels", "integer", "how many levels the source counts"},
      {"classification", "takes", "string", "first: the first case that holds"},
      {"classification", "refused", "table<string, string>", "codes that are none, and what to say instead"},
      {"classification", "gives", "remit.handle", "the field of the record that holds the class from then on"},
      {"classification", "stated", "remit.handle", "the field in which somebody wrote a class down"},
      {"classification", "otherwise", "any", "what fits no class goes to a person: refer \"no level fits\""},
      {"decision", "proposed_when", "remit.condition", "when this decision is proposed"},
      {"decision", "because", "string|string[]", "requirements: those that fail are its reasons"},
      {"decision", "chooses", "function", "with each/1: a function that chooses among all decisions"},
      {"decision", "must_name", "string|string[]", "\"elements\", \"pending\" or both"},
      {"decision", "holds_back", "string", "\"offer\": no letter of offer yet"},
      {"appeal", "admitted_when", "remit.condition", "when the appeal is heard"},
      {"appeal", "asks", "remit.condition", "what should be there too; without it the appeal is incomplete"},
      {"marking", "sheets", "remit.handle", "the list of score sheets in an application"},
      {"marking", "set_aside_when", "remit.condition", "which sheets do not count"},
      {"marking", "without_sheets", "number", "the mean where no sheet counts"},
      {"plugin", "version", "string", "the version that the pack was written for"},
      {"plugin", "reads", "table<string, remit.handle>", "what it is told: { area = application.lsoa }"},
      {"plugin", "settings", "table<string, any>", "texts, numbers, yes or no"},
      {"plugin", "files", "table<string, string>", "files in data/ of the round or the pack"},
      {"plugin", "facts", "table<string, any>", "what it looks up: { decile = count }"},
      {"override", "authority", "string", "who decided it"},
      {"override", "reason", "string", "why"},
      {"override", "written_against", "string", "the version of the pack that was read: \"core 1.0.0\""},
      {"override", "and_also", "remit.condition", "what is asked besides"},
      {"override", "instead", "remit.condition", "what is asked in its place, of a replaceable rule"},
      {"crosswalk", "from", "string", "the set at one end: \"outcome\", or \"area/outcome\""},
      {"crosswalk", "to", "string", "the set at the other end"},
      {"crosswalk", "pairs", "table[]", "which meet: { { from = \"...\", to = \"...\" } }"},
  };
  return keys;
}

const SaidKey* said_of_key(std::string_view word, std::string_view key) {
  for (const std::string_view of : {word, std::string_view()})
    for (const SaidKey& said : said_keys())
      if (said.word == of && said.key == key) return &said;
  return nullptr;
}

const std::vector<SaidName>& said_names() {
  static const std::vector<SaidName> names{
      {"pack", "", "which pack this is"},
      {"record", "", "a record type of the pack, or further fields of one that every round has"},
      {"parameter", "", "a value that may change with time, each with its reference"},
      {"criterion", "", "what an application must meet"},
      {"requirement", "", "the same as a criterion, of a round, a stream, the panel, a member or a record type"},
      {"measure", "", "a scored criterion, for streams without measures of their own"},
      {"conflict", "", "when a member steps aside"},
      {"decision", "", "a type of decision"},
      {"appeal", "", "what is heard"},
      {"classification", "", "classes, such as levels of need: the first case that holds"},
      {"marking", "", "where an application brings its own score sheets (only with each/1)"},
      {"plugin", "", "a native plug-in that the pack needs"},
      {"allocation", "", "a plug-in that shares out the money"},
      {"override", "", "this pack's change to a rule of a pack below"},
      {"no_provision", "", "where the source is silent"},
      {"outcome", "", "an outcome of the framework"},
      {"principle", "", "a principle of the framework"},
      {"definition", "", "what a word means in the framework"},
      {"role", "", "who does what"},
      {"chain", "", "who approves what, in which order"},
      {"timetable", "", "what happens when"},
      {"note", "", "what is worth knowing; with `section` and `status` it says what a section of the source is"},
      {"crosswalk", "", "which outcomes or levels of one set meet which of another"},
      {"all_of", "fun(conditions: remit.condition[]): remit.condition", "holds when all of the conditions hold"},
      {"any_of", "fun(conditions: remit.condition[]): remit.condition", "holds when at least one of the conditions holds"},
      {"not_", "fun(conditions: remit.condition|remit.condition[]): remit.condition", "holds when the condition does not"},
      {"applications", "remit.applications", "all applications of the round, each called `other`"},
      {"yes", "true", "yes"},
      {"no", "false", "no"},
      {"pass", "\"pass\"", "the rule is met"},
      {"fail", "\"fail\"", "the rule is not met"},
      {"refer", "\"refer\"", "a person must look"},
      {"not_applicable", "\"not_applicable\"", "the rule does not apply"},
      {"must", "\"must\"", "force: the source says must"},
      {"should", "\"should\"", "force: the source says should"},
      {"proposed", "\"proposed\"", "force: the source only proposes it"},
      {"data", "\"data\"", "force: a figure or a fact of the source"},
      {"context", "\"context\"", "force: background"},
      {"blocks", "\"blocks\"", "effect: a failure makes the application ineligible"},
      {"refers", "\"refers\"", "effect: a failure goes to a person"},
      {"warns", "\"warns\"", "effect: a failure is shown, and decides nothing"},
      {"recuse", "\"recuse\"", "action: the member steps aside"},
      {"exclude", "\"exclude\"", "action: the member is left out"},
      {"sealed", "\"sealed\"", "no other pack may change it"},
      {"tighten_only", "\"tighten_only\"", "other packs may ask for more"},
      {"parameter_only", "\"parameter_only\"", "other packs may set its parameters"},
      {"replaceable", "\"replaceable\"", "other packs may put another rule in its place"},
      {"first", "\"first\"", "of a classification: the first case that holds"},
      {"points", "\"points\"", "unit: of a score out of 100"},
      {"days", "\"days\"", "unit: whole days"},
      {"when_opened", "\"when_opened\"", "in force on the day on which the call opened"},
      {"when_decided", "\"when_decided\"", "in force on the day of the decision"},
      {"text", "remit.field_type", "a field that holds text"},
      {"yes_no", "remit.field_type", "a field that holds yes or no"},
      {"number", "remit.field_type", "a field that holds an exact number"},
      {"money", "remit.field_type", "a field that holds pounds and pence"},
      {"date", "remit.field_type", "a field that holds a day"},
      {"moment", "remit.field_type", "a field that holds a day, or a day and a time"},
      {"organisation", "remit.field_type", "a field that holds the id of an organisation"},
      {"answer", "remit.field_type", "a field that holds a text, or yes or no"},
      {"list_of", "fun(type: any): remit.field_type", "a field that holds a list: list_of(text), list_of(partner)"},
      {"id_of", "fun(record: any): remit.field_type", "a field that holds the id of another record: id_of(body)"},
      {"count", "remit.count_word", "a field that holds a whole number; in a function, how many items a list has"},
      {"one_of", "fun(...: any): any", "a field that holds one of some words: one_of { \"draft\", \"agreed\" }; in a function, whether a value is one of several"},
      {"pounds", "fun(amount: number|string): remit.amount", "money: pounds(25000), pounds(\"12.50\")"},
      {"ratio", "fun(part: number, whole: number): remit.exact", "an exact fraction: ratio(1, 3)"},
      {"type", "fun(value: any): string", "what a value is: \"number\", \"text\""},
      {"tostring", "fun(value: any): string", "a value as text"},
      {"tonumber", "fun(text: any): number?", "the exact number that a text says; nothing when it says none"},
      {"ipairs", "fun(list: any[]): function", "walks a list in order"},
      {"pairs", "fun(group: table): function", "walks a table by key, sorted"},
      {"error", "fun(why: string)", "ends the rule in error"},
      {"assert", "fun(condition: any, why: string): any", "ends the rule in error unless the condition holds"},
      {"select", "fun(n: integer|\"#\", ...: any): any", "the values from the n-th on; with \"#\", how many"},
      {"days_between", "fun(from: any, to: any): integer", "whole days from the first date to the second"},
      {"sum", "fun(list: any[], of?: function): any", "the sum of numbers or money"},
      {"any", "fun(list: any[], condition?: function): boolean", "whether it holds of an item"},
      {"all", "fun(list: any[], condition?: function): boolean", "whether it holds of all items"},
      {"mean", "fun(list: any[], of?: function): any", "the exact mean; nothing of an empty list"},
      {"share", "fun(part: any, whole: any): remit.exact", "an exact percentage"},
      {"string", "", "functions of texts; they are methods too: (\"x\"):upper()"},
      {"table", "", "functions of lists"},
      {"math", "", "exact arithmetic"},
      {"string.len", "fun(s: string): integer", "how many characters"},
      {"string.sub", "fun(s: string, from: integer, to?: integer): string", "a part, by characters"},
      {"string.upper", "fun(s: string): string", "a to z in capitals"},
      {"string.lower", "fun(s: string): string", "A to Z in small letters"},
      {"string.contains", "fun(s: string, part: string): boolean", "whether the part stands in it"},
      {"string.starts_with", "fun(s: string, part: string): boolean", "whether it begins with the part"},
      {"string.ends_with", "fun(s: string, part: string): boolean", "whether it ends with the part"},
      {"string.trim", "fun(s: string): string", "without white space at its ends"},
      {"string.split", "fun(s: string, at: string): string[]", "its parts: (\"a,b\"):split(\",\")"},
      {"string.matches", "fun(s: string, mask: string): boolean", "the whole text against a mask: * any run, ? one character"},
      {"string.format_money", "fun(amount: any): string", "\"£60,000.50\""},
      {"table.insert", "fun(list: any[], value: any)", "adds to the end"},
      {"table.remove", "fun(list: any[], at?: integer): any", "takes out an item"},
      {"table.concat", "fun(list: string[], between?: string): string", "one text"},
      {"table.sort", "fun(list: any[], before?: function)", "in order; equal ones keep theirs"},
      {"math.abs", "fun(x: any): any", "without its sign"},
      {"math.ceil", "fun(x: number): integer", "the next whole number up"},
      {"math.floor", "fun(x: number): integer", "the next whole number down"},
      {"math.max", "fun(...: any): any", "the greatest number, amount or date"},
      {"math.min", "fun(...: any): any", "the least number, amount or date"},
      {"math.tointeger", "fun(x: any): integer?", "the whole number that it is; nothing when it is none"},
      {"math.fmod", "fun(x: integer, y: integer): integer", "the remainder"},
  };
  return names;
}

const SaidName* said_of_name(std::string_view name) {
  const auto at = std::ranges::find(said_names(), name, &SaidName::name);
  return at == said_names().end() ? nullptr : &*at;
}

const SaidVerb* said_of_verb(std::string_view verb) {
  static const std::vector<SaidVerb> verbs{
      {"is", "value: VALUE", "remit.condition", "it is this; a field may stand in the place of the value"},
      {"is_not", "value: VALUE", "remit.condition", "it is something else"},
      {"is_one_of", "...: VALUE", "remit.condition", "it is one of these"},
      {"is_answered", "", "remit.condition", "something was given; an empty text and an empty list are no answer"},
      {"at_least", "value: VALUE", "remit.condition", "it is this or more"},
      {"at_most", "value: VALUE", "remit.condition", "it is this or less"},
      {"is_before", "value: VALUE", "remit.condition", "it is earlier"},
      {"is_after", "value: VALUE", "remit.condition", "it is later; a closing day lasts until midnight"},
      {"includes", "value: VALUE", "remit.condition", "the value is in the list"},
      {"includes_any", "...: VALUE", "remit.condition", "one of the values is in the list"},
      {"excludes", "value: VALUE", "remit.condition", "the value is not in the list"},
      {"covers", "list: remit.list", "remit.condition", "all of the other list is in this one"},
      {"every", "condition: remit.condition", "remit.condition", "the condition holds of each item"},
      {"any", "condition: remit.condition", "remit.condition", "the condition holds of at least one item"},
      {"none", "condition: remit.condition", "remit.condition", "the condition holds of no item"},
      {"count", "condition?: remit.condition", "remit.counted", "how many items there are, or of how many the condition holds; go on: :at_least(2)"},
      {"count_distinct", "field: remit.handle, condition?: remit.condition", "remit.counted", "how many different values that field of the items has"},
      {"sum", "field: remit.handle, condition?: remit.condition", "remit.summed", "the sum of that field of the items; go on: :at_most(...)"},
  };
  const auto at = std::ranges::find(verbs, verb, &SaidVerb::verb);
  return at == verbs.end() ? nullptr : &*at;
}

std::vector<std::string_view> verbs_after(Type type, Type item) {
  if (type == Type::record) return {"is_answered"};
  if (type == Type::list && item == Type::record) return {"is_answered", "every", "any", "none", "count", "count_distinct", "sum"};
  if (type == Type::list) return {"is_answered", "includes", "includes_any", "excludes", "covers", "count"};
  std::vector<std::string_view> verbs{"is", "is_not", "is_one_of", "is_answered"};
  const bool time = type == Type::date || type == Type::moment;
  if (time || type == Type::count || type == Type::number || type == Type::money) verbs.insert(verbs.end(), {"at_least", "at_most"});
  if (time) verbs.insert(verbs.end(), {"is_before", "is_after"});
  return verbs;
}

std::vector<std::string_view> verbs_after_number() { return {"is", "is_not", "is_one_of", "at_least", "at_most"}; }
std::vector<std::string_view> verbs_after_applications() { return {"any", "none", "count"}; }

}  // namespace remit::study
