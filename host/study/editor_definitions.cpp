// .editor/remit.lua: the language as a `---@meta` file of the Lua language server. A field of a record is a class with the verbs that its type
// may be asked; a word is a function that gives a function, whose table has the word's keys.
#include <algorithm>
#include <set>

#include "study/editor_files.hpp"
#include "study/editor_words.hpp"

namespace remit::study {

using base::Field;
using base::RecordType;
using base::Type;

namespace {

struct Kind {
  Type type;
  const char* name;    // of its class: remit.text
  const char* value;   // what it is compared with
};
constexpr Kind kinds[] = {
    {Type::text, "text", "string|remit.handle"}, {Type::yes_no, "yes_no", "boolean|remit.handle"}, {Type::count, "count", "integer|remit.handle"},
    {Type::number, "number", "number|remit.exact|remit.handle"}, {Type::money, "money", "remit.amount|remit.handle"}, {Type::date, "date", "string|remit.handle"},
    {Type::moment, "moment", "string|remit.handle"}, {Type::organisation, "organisation", "string|remit.handle"}, {Type::one_of, "one_of", "string|remit.handle"},
    {Type::answer, "answer", "string|boolean|remit.handle"}, {Type::list, "list", "string|remit.handle"}, {Type::record, "group", ""}};

const Kind& kind_of(Type type) { return *std::ranges::find(kinds, type, &Kind::type); }

/// A text as a comment on one line.
std::string one_line(std::string_view text) {
  std::string out(text);
  std::ranges::replace(out, '\n', ' ');
  return out;
}

/// A text as a literal type.
std::string quoted(const std::string& word) {
  std::string out = "\"";
  for (const char c : word) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

class Definitions {
 public:
  Definitions(const policy::Pack& pack, const lua::Vocabulary& words) : pack_(pack), words_(words) {}

  std::string write() {
    out_ = "---@meta remit\n-- What the pack `" + pack_.id + "` may say, for editors: written by `remit editor`, and anew whenever that is said again.\n"
           "-- No part of the pack, and never run. The language server reads it; see .luarc.json.\n\n";
    write_kinds();
    for (const EditorRecord& record : editor_records(pack_)) write_record(record);
    for (const auto& type : pack_.schema.types())   // items of lists that no sentence names
      if (std::ranges::none_of(editor_records(pack_), [&](const EditorRecord& r) { return r.name == type->name; })) write_given("remit.given." + type->name, *type, -1);
    write_words();
    write_names();
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }

  void write_verb(const std::string& of, std::string_view verb, const std::string& value) {
    const SaidVerb* said = said_of_verb(verb);
    if (!said) return;
    const std::string takes(said->takes);
    line("---" + std::string(said->says));
    std::string names;
    for (std::size_t at = 0; at < takes.size();) {   // "field: remit.handle, condition?: remit.condition"
      const auto end = std::min(takes.find(", ", at), takes.size());
      const std::string one = takes.substr(at, end - at);
      const auto colon = one.find(':');
      std::string name = one.substr(0, colon);
      const std::string type = one.substr(colon + 2);
      line("---@param " + name + " " + (type == "VALUE" ? value : type));
      std::erase(name, '?');
      names += (names.empty() ? "" : ", ") + name;
      at = end + 2;
    }
    line("---@return " + std::string(said->gives));
    line("function " + of + ":" + std::string(verb) + "(" + names + ") end");
  }

  // Inside `do` and `local`: no name of it is a global that the pack does not have.
  void write_class(const std::string& name, const std::string& above, const std::vector<std::string_view>& verbs, const std::string& value, const std::vector<std::string>& fields = {}) {
    line("do\n---@class " + name + (above.empty() ? "" : ": " + above));
    for (const std::string& field : fields) line("---@field " + field);
    line("local here = {}");
    for (const auto verb : verbs) write_verb("here", verb, value);
    line("end\n");
  }

  void write_kinds() {
    for (const auto& [name, says] : {std::pair{"remit.condition", "a condition: what a sentence says"}, {"remit.handle", "a field that is asked about"},
                                     {"remit.record", "a kind of record"}, {"remit.amount", "money"}, {"remit.exact", "an exact fraction"}})
      line("---" + std::string(says) + "\n---@class " + name + "\n");
    for (const Kind& kind : kinds)
      if (kind.type != Type::record && kind.type != Type::list) write_class(std::string("remit.") + kind.name, "remit.handle", verbs_after(kind.type, Type::text), kind.value);
    line("---a list\n---@class remit.list: remit.handle\n");
    write_class("remit.list_of_values", "remit.list", verbs_after(Type::list, Type::text), "any");
    write_class("remit.list_of_records", "remit.list", verbs_after(Type::list, Type::record), "any");
    write_class("remit.group", "remit.handle", verbs_after(Type::record, Type::text), "any");
    write_class("remit.counted", "remit.handle", verbs_after_number(), "number|remit.exact|remit.handle");
    write_class("remit.summed", "remit.handle", verbs_after_number(), "number|remit.amount|remit.exact|remit.handle");
    write_class("remit.applications", "", verbs_after_applications(), "any");
    line("---@alias remit.force \"must\"|\"should\"|\"proposed\"|\"data\"|\"context\"\n---@alias remit.effect \"blocks\"|\"refers\"|\"warns\"\n"
         "---@alias remit.contract \"sealed\"|\"tighten_only\"|\"parameter_only\"|\"replaceable\"\n---@alias remit.action \"recuse\"|\"exclude\"\n"
         "---@alias remit.clock \"when_decided\"|\"when_opened\"\n");
    line("---what more is said of a field\n---@class remit.field_description\n---@field label? string # what people call it\n---@field required? boolean # yes refuses an input without it\n");
    line("---a type of field\n---@class remit.field_type\n---@overload fun(more: remit.field_description): remit.field_type\n");
    line("---@class remit.count_word: remit.field_type\n---@overload fun(list: any[], condition?: function): integer\n");
  }

  // The type of one field, and the classes that it needs before it.
  std::string type_of(const Field& field, const std::string& path, const RecordType& type, int index) {
    if (field.type == Type::record) {
      const std::string name = "remit." + path;
      write_group(name, "remit.group", type, index, path);
      return name;
    }
    if (field.type == Type::list) return field.item == Type::record ? "remit.list_of_records" : "remit.list_of_values";
    if (field.type != Type::one_of || field.words.empty()) return std::string("remit.") + kind_of(field.type).name;
    std::string value;   // its own words complete
    for (const std::string& word : field.words) value += (value.empty() ? "" : "|") + quoted(word);
    write_class("remit." + path, "remit.one_of", verbs_after(Type::one_of, Type::text), value + "|remit.handle");
    return "remit." + path;
  }

  void write_group(const std::string& name, const std::string& above, const RecordType& type, int parent, const std::string& path) {
    std::vector<std::string> fields;
    for (std::size_t f = 0; f < type.fields.size(); ++f) {
      const Field& field = type.fields[f];
      if (field.parent != parent) continue;
      std::string says = one_line(field.label);
      if (field.type == Type::list && field.item_type) says += "; each is called `" + called(*field.item_type, path) + "`";
      if (!field.words.empty() && field.type == Type::list) says += "; of " + std::to_string(field.words.size()) + " words";
      fields.push_back(field.name + " " + type_of(field, path + "." + field.name, type, static_cast<int>(f)) + " # " + says);
    }
    write_class(name, above, above == "remit.group" ? verbs_after(Type::record, Type::text) : std::vector<std::string_view>{}, "any", fields);
  }
  static std::string called(const RecordType& item, const std::string& path) { return (path == "records" ? "other_" : "") + item.name; }

  // What a function is given: plain values. `---@param application remit.given.application` before it says so.
  void write_given(const std::string& name, const RecordType& type, int parent) {
    std::vector<std::string> fields;
    for (std::size_t f = 0; f < type.fields.size(); ++f) {
      const Field& field = type.fields[f];
      if (field.parent != parent) continue;
      if (field.type == Type::record) write_given(name + "." + field.name, type, static_cast<int>(f));
      fields.push_back("---@field " + field.name + "? " + given_type(field, name) + " # " + one_line(field.label));
    }
    line("---@class " + name);
    for (const std::string& field : fields) line(field);
    line("");
  }
  static std::string given_type(const Field& field, const std::string& name) {
    switch (field.type) {
      case Type::yes_no: return "boolean";
      case Type::count: return "integer";
      case Type::number: return "number|remit.exact";
      case Type::money: return "remit.amount";
      case Type::answer: return "string|boolean";
      case Type::list: return field.item_type ? "remit.given." + field.item_type->name + "[]" : field.item == Type::text || field.item == Type::one_of ? "string[]" : "any[]";
      case Type::record: return name + "." + field.name;
      default: return "string";
    }
  }

  void write_record(const EditorRecord& record) {
    write_group("remit.record." + record.name, "remit.record", *record.type, -1, record.name);
    line("---" + one_line(record.says) + "\n---@type remit.record." + record.name + "\n" + record.name + " = {}\n");
    write_given("remit.given." + record.name, *record.type, -1);
  }

  // `unless`, and the words that are followed by a name and braces.
  void write_words() {
    for (const auto& [word, keys] : words_.keys) {
      const bool inside = !words_.names.contains(word);
      line("---@class remit." + (inside ? "" : std::string("word.")) + word);
      for (const std::string& key : keys) {
        const SaidKey* said = said_of_key(word, key);
        const bool needed = key == "title" || key == "clause";
        line("---@field " + key + (needed ? " " : "? ") + (said ? std::string(said->type) + " # " + std::string(said->says) : "any"));
      }
      if (is_open(word)) line("---@field [string] any");
      if (word == "classification") line("---@field [integer] remit.case # the cases, in the order in which they are taken");
      line("");
      if (inside) continue;
      const SaidName* said = said_of_name(word);
      line("---" + (said ? std::string(said->says) : word));
      line("---@param name string its name: words with hyphens" + std::string(word == "parameter" || word == "record" ? ", here with underscores" : "") + "\n---@return fun(body: remit.word." + word +
           ")\nfunction " + word + "(name) end\n");
    }
  }
  // Words that take keys of the pack's own.
  static bool is_open(const std::string& word) {
    static const std::set<std::string> open{"record", "outcome", "principle", "definition", "role", "chain", "timetable", "note"};
    return open.contains(word);
  }

  void write_names() {
    for (const auto& [name, entry] : words_.names) {
      if (words_.keys.contains(name)) continue;
      const SaidName* said = said_of_name(name);
      const auto functions = words_.functions.find(name);
      if (said) line("---" + std::string(said->says));
      if (functions != words_.functions.end()) {
        line(name == "string" ? "---@class stringlib\nstring = {}" : name + " = {}");
        for (const std::string& function : functions->second) write_name(name + "." + function);
        line("");
        continue;
      }
      write_declared(name, said ? said->declared : "any");
    }
  }
  void write_name(const std::string& name) {
    const SaidName* said = said_of_name(name);
    if (said) line("---" + std::string(said->says));
    write_declared(name, said ? said->declared : "function");
  }
  void write_declared(const std::string& name, std::string_view declared) {
    line("---@type " + std::string(declared));
    const bool literal = declared.starts_with('"') || declared == "true" || declared == "false";
    line(name + " = " + (literal ? std::string(declared) : declared.starts_with("fun(") ? "function (...) end" : "{}"));
  }

  const policy::Pack& pack_;
  const lua::Vocabulary& words_;
  std::string out_;
};

}  // namespace

std::string definitions(const policy::Pack& pack, const lua::Vocabulary& words) { return Definitions(pack, words).write(); }

}  // namespace remit::study
