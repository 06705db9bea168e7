// What most commands begin with: the round that the user named, the pack that decides it, and both made ready.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "intake/read_round.hpp"
#include "policy/pack.hpp"

namespace remit::cli {

/// Where packs are looked for: REMIT_POLICIES (folders, separated by colons), ./policies, and those that came with Remit.
std::vector<std::filesystem::path> pack_places();
/// Of these, the person's own: REMIT_POLICIES and ./policies.
std::vector<std::filesystem::path> own_places();
/// Loads the pack in a folder. What it extends is looked for in `first`, then in the usual places; where `first` is not said, in the person's
/// own places, among what was adopted, and then in the others. Throws base::Refused: exit code 3, or 4 when what was adopted is not what lies there.
/// `exporter`: "plugin/item" that will write what is decided, or empty.
std::shared_ptr<const policy::Pack> open_folder(const std::string& folder, std::optional<std::vector<std::filesystem::path>> first = std::nullopt, const std::string& exporter = {});

/// A pack that was named: by its folder; else by its id, or ID@VERSION: the one that is installed, else the one in the usual places.
struct Named {
  std::string name;
  std::string version = {};   // the one that a round is pinned to: it is taken if it is installed
  std::string as_of = {};     // the day that stands for today: an installed pack must not have expired on it
  std::string exporter = {};
};
struct Opened {
  std::shared_ptr<const policy::Pack> pack;
  std::string publisher;      // of an installed pack: who signed it, as records have it; else empty
};
/// Throws base::Refused: exit code 3, or 4 when an installed pack is not what was adopted.
Opened open_named(const Named& named);
std::shared_ptr<const policy::Pack> open_pack(const std::string& name);

struct Wanted {
  std::string round;      // folder, document, or "-"
  std::string pack;       // empty: the round's own
  std::string as_of;      // empty: the round's own
  bool what_if = false;
  std::vector<std::string> plugins;   // folders to look for plug-ins in, before the usual ones
  std::string exporter;   // "plugin/item" that writes what is decided; empty: none
  bool records_alone = false;   // the round need not hold streams and a panel
  bool known_alone = false;     // fields that the pack does not know are left out
};
struct Session {
  intake::Source source;
  std::shared_ptr<const policy::Pack> pack;
  std::string publisher;  // of the pack, as records have it
  std::unique_ptr<intake::Round> round;
  bool what_if = false;   // as wanted: every record says so
};
/// Throws base::Refused: exit code 2 for the round, 3 for the pack, or when the pack is not the one that the round is pinned to.
Session open_round(const Wanted& wanted);
/// A round without applications and streams, but with records of the pack's own types, is nothing that a panel decides: throws base::Refused
/// (exit code 2), pointing to what looks at it.
void refuse_records_alone(const intake::Source& source, const base::Schema& schema, const std::string& round);

/// Writes the file whole or not at all: to a temporary name, synced, then renamed. Throws base::Refused (exit code 2).
void write_file(const std::filesystem::path& path, std::string_view bytes);
/// Writes to standard output; a reader that went away ends the program quietly.
void print(std::string_view text);

}  // namespace remit::cli
