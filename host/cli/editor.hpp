// What editors need beside a pack: written by `remit editor` and by `remit new pack`.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace remit::cli {

struct EditorHelp {
  std::vector<std::string> written, kept;   // paths; kept: somebody's own settings, which stay
};
/// Loads the pack in `folder` and writes .editor/remit.lua, .luacheckrc and .luarc.json into it, as far as they differ from what is there.
/// Throws base::Refused: exit 3 when the pack does not load, 2 when a file cannot be written.
EditorHelp write_editor_files(const std::filesystem::path& folder);

}  // namespace remit::cli
