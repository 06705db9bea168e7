// The files that make an editor help with a pack: definitions for the Lua language server (names and fields complete, with hover text),
// its settings, and the settings of luacheck, which names a misspelt field. All of them are made from the record types of the pack and
// from what the loader itself knows (lua/vocabulary.hpp); none is a part of the pack.
#pragma once
#include <string>
#include <vector>

#include "lua/vocabulary.hpp"
#include "policy/pack.hpp"

namespace remit::study {

struct EditorFile {
  std::string path;   // below the pack's folder
  std::string text;
  bool ours = true;   // written anew each time; false: only where there is none, for people put settings of their own there
};

/// `.editor/remit.lua`: everything that the pack's files may name, as a `---@meta` file. Lua, never run.
std::string definitions(const policy::Pack& pack, const lua::Vocabulary& words);
/// `.luacheckrc`: the same names, with closed lists of fields and verbs.
std::string luacheck_settings(const policy::Pack& pack, const lua::Vocabulary& words);
/// `.luarc.json`: where the definitions are, for the language server; the same for every pack.
std::string language_server_settings();

/// All three.
std::vector<EditorFile> editor_files(const policy::Pack& pack);

/// One thing that a sentence can be about: a record and its fields, as `stream.specification.objectives` names them.
struct EditorRecord {
  std::string name;                // the global: "stream", "other_body"
  const base::RecordType* type;
  std::string says;                // who or what it is
};
/// Every record that the pack's sentences can name, by name.
std::vector<EditorRecord> editor_records(const policy::Pack& pack);

}  // namespace remit::study
