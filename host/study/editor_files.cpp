#include "study/editor_files.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace remit::study {

namespace root = policy::root;

namespace {

std::string says_of(const policy::Pack& pack, std::size_t number) {
  const policy::Pack::RootName& named = pack.roots[number];
  switch (number) {
    case root::application: return "the application at hand";
    case root::other: return "another application, inside applications:any(...) and applications:none(...)";
    case root::applicant: return "the organisation that applies";
    case root::parameters: return "the values of the pack's parameters";
    case root::facts: return "what the pack's plug-ins look up";
    case root::records: return "all records of the round, in lists";
    case root::lodged: return "the appeal at hand";
    default: break;
  }
  const std::string name = base::spoken(named.name);
  if (named.others >= 0) return "an item of records." + pack.roots[root::records].type->fields[static_cast<std::size_t>(named.others)].path;
  return "the " + name + " at hand";
}

}  // namespace

std::vector<EditorRecord> editor_records(const policy::Pack& pack) {
  std::vector<EditorRecord> all;
  for (std::size_t r = 0; r < pack.roots.size(); ++r)
    if (pack.roots[r].type) all.push_back({pack.roots[r].name, r == root::parameters ? &pack.parameter_type : pack.roots[r].type, says_of(pack, r)});
  std::ranges::sort(all, {}, &EditorRecord::name);
  return all;
}

std::string language_server_settings() {
  // The library of the sandbox is not Lua's own: what is switched off here, the definitions say.
  std::string out = "{\n  \"runtime.version\": \"Lua 5.4\",\n  \"runtime.builtin\": {";
  const char* between = " ";
  for (const char* part : {"basic", "bit32", "coroutine", "debug", "io", "math", "os", "package", "string", "table", "utf8"}) {
    out += between + std::string("\"") + part + "\": \"disable\"";
    between = ", ";
  }
  return out + " },\n  \"workspace.library\": [\".editor\"],\n  \"workspace.ignoreDir\": [\"rounds\", \"tests\"],\n  \"workspace.checkThirdParty\": false,\n"
               "  \"diagnostics.libraryFiles\": \"Disable\"\n}\n";
}

std::vector<EditorFile> editor_files(const policy::Pack& pack) {
  const lua::Vocabulary words = lua::vocabulary();
  return {{".editor/remit.lua", definitions(pack, words)}, {".luacheckrc", luacheck_settings(pack, words)}, {".luarc.json", language_server_settings(), false}};
}

}  // namespace remit::study
