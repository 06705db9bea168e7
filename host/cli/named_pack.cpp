// A pack by its name: an adopted one before those that only lie in a folder, for it is the one that somebody decided to use.
#include "base/date.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/log.hpp"
#include "cli/adopted_layers.hpp"
#include "cli/session.hpp"
#include "lua/load.hpp"
#include "pack/installed.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

// On the last day itself it has not.
void check_expiry(const pack::Adoption& adoption, const std::string& as_of) {
  base::Value day, last;
  if (adoption.despite_expiry || !base::read_moment(as_of, day) || !base::read_moment(adoption.expires, last) || base::first_second(day) <= base::last_second(last)) return;
  const std::string name = adoption.pack + "@" + adoption.version.text();
  base::refuse({"EXPIRED", name, 0, 0, {}, "it may be used until " + adoption.expires + ", and the day of this round is " + as_of + "; install a newer release, or say why it is used all the same: `remit pack install " + name + " --despite-expiry --by WHO --why REASON`", {}, {}}, 3);
}

void check_layers(const policy::Pack& pack, const std::string& as_of) {
  for (const auto& adoption : adoptions_below(pack)) check_expiry(adoption, as_of);
}

// The version that is asked for, or that the round is pinned to where that one is installed, or the one in use.
std::optional<pack::Installed> installed(const std::string& id, const std::string& asked, const std::string& pinned) {
  const pack::Store store(pack::Store::usual_folder());
  if (!asked.empty()) {
    const auto version = base::Version::read(asked);
    auto found = version ? pack::find_installed(store, id, version) : std::nullopt;
    if (!found) base::refuse({"NO_PACK", {}, 0, 0, {}, "`" + base::printable(id + "@" + asked, 80) + "` is not installed; `remit pack list --all` says what is", {}, {}}, 3);
    return found;
  }
  if (const auto version = base::Version::read(pinned))
    if (auto found = pack::find_installed(store, id, version)) return found;
  return pack::find_installed(store, id, std::nullopt);
}

}  // namespace

Opened open_named(const Named& named) {
  std::error_code none;
  const auto at = named.name.find('@');
  const std::string id = named.name.substr(0, at), asked = at == named.name.npos ? "" : named.name.substr(at + 1);
  const bool is_folder = named.name.contains('/') || fs::exists(fs::path(named.name) / "pack.lua", none);
  if (const auto found = is_folder || !pack::is_pack_id(id) ? std::nullopt : installed(id, asked, named.version)) {
    for (const auto& place : pack_places())
      if (fs::exists(place / id / "pack.lua", none)) log_info("the installed pack " + id + " " + found->adoption.version.text() + " is used, not the one in " + (place / id).string());
    check_expiry(found->adoption, named.as_of);
    Opened opened{open_folder(found->folder.string(), found->search, named.exporter), pack::publisher_text(found->adoption)};
    pack::check_loaded(*found, *opened.pack);
    check_layers(*opened.pack, named.as_of);
    return opened;
  }
  Opened opened{open_folder(lua::find_pack(named.name, pack_places()).string(), std::nullopt, named.exporter), {}};
  check_layer_lock(*opened.pack);
  check_layers(*opened.pack, named.as_of);
  return opened;
}

}  // namespace remit::cli
