#include "lua/vocabulary.hpp"

#include "lua/library.hpp"

namespace remit::lua {

namespace {

// What has to stand between the braces of a word, or inside a key, so that all is asked for.
std::string body_of(const std::string& word) {
  if (word == "parameter") return R"( from = { ["2000-01-01"] = { 1, clause = "1" } } )";
  if (word == "classification") return " of = panel, { } ";
  if (word == "criterion" || word == "requirement") return " of = round, unless = { } ";
  if (word == "marking") return " sheets = application.sheets, set_aside_when = sheet.mark:is_answered() ";
  if (word == "record") return " key = \"id\", title = \"T\", clause = \"1\", row = \"R\", name = text ";
  if (word == "measure" || word == "pack") return " title = \"T\" ";
  return " ";
}

// A pack that says each of these words once.
std::vector<LayerText> pack_of(const std::set<std::string>& words, const std::string& procedure) {
  std::string rules;
  for (const std::string& word : words)
    if (word != "pack") rules += word + " \"" + (word == "override" ? "core/x" : "x") + "\" {" + body_of(word) + "}\n";
  const std::string records = procedure == "each/1" ? "record \"sheet\" { mark = count }\nrecord \"application\" { id = text, sheets = list_of(sheet) }\n" : "";
  const std::string start = "pack \"p\" { title = \"P\", version = \"1.0.0\", procedure = \"" + procedure + "\" }\n" + records;
  return {{"p", "p", {{"p/pack.lua", start}, {"p/rules.lua", rules}}}};
}

}  // namespace

Vocabulary vocabulary() {
  Vocabulary made;
  note_words(pack_of({}, "default/1"), made);
  std::set<std::string> words;
  for (const auto& [word, keys] : made.keys) words.insert(word);
  for (const char* procedure : {"default/1", "each/1"}) note_words(pack_of(words, procedure), made);
  for (const char* field : {"id", "name", "mark", "sheets"}) made.keys["record"].erase(field);   // of the records above: no keys of the word
  for (const auto& [name, entry] : made.names)
    for (const std::string_view function : library_names(name)) made.functions[name].emplace_back(function);
  return made;
}

}  // namespace remit::lua
