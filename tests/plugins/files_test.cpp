// The files of a plug-in: damaged, replaced, lying about each other, there twice or not at all. What is trusted are bytes.
#include <sys/stat.h>

#include <algorithm>
#include <functional>

#include "base/digest.hpp"
#include "faults.hpp"

namespace remit::plugins::test {

namespace fs = std::filesystem;
using policy::Capability;

namespace {

/// An honest plug-in whose manifest, changed by `change`, the operator trusts.
std::string refusal_of_manifest(const std::function<void(Manifest&)>& change, std::string (*refusal)(const Folder&)) {
  const Folder folder;
  const std::string bytes = bytes_of(fixture("good"));
  Manifest manifest = manifest_of(bytes);
  change(manifest);
  write(folder.path / "fixture.so", bytes);
  write(folder.path / "fixture.plugin.json", write_manifest(manifest));
  trust(folder.path, manifest, false);
  return refusal(folder);
}

std::string not_trusted(const std::string& bytes, const std::string& trusted) {
  return "4: pack.lua:1: plugin `fixture`: fixture.so is not the library that was trusted: its digest is " + base::digest_of(bytes) + ", trusted was " +
         base::digest_of(trusted) + "; if it was replaced on purpose, write `remit plugin trust fixture.so` [PLUGIN_CHANGED]";
}

}  // namespace

class Files : public Faults {
 protected:
  static std::string of_folder(const Folder& folder) { return refusal(folder); }
  static std::string of_manifest(const std::function<void(Manifest&)>& change) { return refusal_of_manifest(change, of_folder); }
  /// The library is not what the manifest and the lock say.
  static std::string of_bytes(const std::string& bytes) {
    const Folder folder;
    put(folder, bytes_of(fixture("good")));
    write(folder.path / "fixture.so", bytes);
    return refusal(folder);
  }
  /// The manifest and the lock agree with these bytes: only the file itself can tell.
  static std::string of_trusted_bytes(const std::string& bytes) {
    const Folder folder;
    put(folder, bytes);
    return refusal(folder);
  }
  static std::string of_folders(const Folder& first, const Folder& second) {
    Places places = places_of(first);
    places.folders.push_back(second.path);
    try {
      open_plugins(pack_using("fixture", Capability::criterion), {}, places);
    } catch (const base::Refused& refused) {
      return std::to_string(refused.exit_code) + ": " + refused.problems.front().text();
    }
    return "accepted";
  }
};

TEST_F(Files, Honest) { EXPECT_EQ(of_trusted_bytes(bytes_of(fixture("good"))), "accepted"); }

// lies of the manifest
TEST_F(Files, ManifestOfAnotherLibrary) {
  EXPECT_EQ(of_manifest([](Manifest& m) { m.digest = base::digest_of("another"); }), not_trusted(bytes_of(fixture("good")), "another"));
}
TEST_F(Files, ManifestOfAnotherId) { is_refused("other_id", "its id is `feature`, in the manifest `fixture`"); }
TEST_F(Files, ManifestOfAnotherVersion) { is_refused("other_version", "its version is `1.0.1`, in the manifest `1.0.0`"); }
TEST_F(Files, ManifestThatHidesReads) { is_refused("other_reads", "its item `check` is not as the manifest says; it reads `applicant.name` besides"); }
TEST_F(Files, ManifestOfAnotherItem) {
  EXPECT_EQ(of_manifest([](Manifest& m) { m.items[0].name = "cheque"; }), "3: pack.lua:1: plugin `fixture`: criterion \"amounts\" asks `fixture/check`, and it has no item `check`; it offers cheque [PLUGIN_ITEM]");
}
TEST_F(Files, ManifestOfAnotherCapability) {
  EXPECT_EQ(of_manifest([](Manifest& m) { m.items[0].capability = Capability::measure; }), "3: pack.lua:1: plugin `fixture`: criterion \"amounts\" asks `fixture/check`, which is a measure; there it takes a criterion [PLUGIN_ITEM]");
}
TEST_F(Files, ManifestOfAnotherContract) {
  EXPECT_EQ(of_manifest([](Manifest& m) { m.abi_major = 2; }), "3: fixture.plugin.json: abi.major: the plug-in speaks version 2 of the contract, this host speaks 1 [PLUGIN_MANIFEST]");
}
TEST_F(Files, ManifestThatNamesALibraryElsewhere) {
  EXPECT_EQ(of_manifest([](Manifest& m) { m.library = "../fixture.so"; }), "3: fixture.plugin.json: library: it is the name of a file beside the manifest [PLUGIN_MANIFEST]");
}
TEST_F(Files, ManifestThatIsNone) {
  for (const std::string text : {"", "{}", "[]", "{\"format\":\"remit.plugin/1\"", "\xff\xfe", "null"}) {
    const Folder folder;
    put(folder, bytes_of(fixture("good")));
    write(folder.path / "fixture.plugin.json", text);
    EXPECT_TRUE(refusal(folder).starts_with("3: fixture.plugin.json:")) << text << "\n" << refusal(folder);
  }
}
TEST_F(Files, NoManifest) {
  const Folder folder;
  put(folder, bytes_of(fixture("good")));
  fs::remove(folder.path / "fixture.plugin.json");
  EXPECT_EQ(refusal(folder), "3: pack.lua:1: plugin `fixture`: it is in none of the folders of plug-ins (" + folder.path.string() + "); put its library and manifest into one, or name its folder with `--plugins` [NO_PLUGIN]");
}
TEST_F(Files, NoLibrary) {
  const Folder folder;
  put(folder, bytes_of(fixture("good")));
  fs::remove(folder.path / "fixture.so");
  EXPECT_EQ(refusal(folder), "3: pack.lua:1: plugin `fixture`: fixture.so: there is no such file [PLUGIN_FILE]");
}
TEST_F(Files, NoPlugin) {
  const Folder folder;
  EXPECT_EQ(refusal(folder), "3: pack.lua:1: plugin `fixture`: it is in none of the folders of plug-ins (" + folder.path.string() + "); put its library and manifest into one, or name its folder with `--plugins` [NO_PLUGIN]");
}

// trust
TEST_F(Files, NoLock) {
  const Folder folder;
  put(folder, bytes_of(fixture("good")));
  fs::remove(folder.path / lock_name);
  EXPECT_EQ(refusal(folder), "4: pack.lua:1: plugin `fixture`: it is not trusted on this machine; whoever answers for that can write `remit plugin trust fixture.so` [PLUGIN_NOT_TRUSTED]");
}
TEST_F(Files, LockOfOtherBytes) {   // manifest and library were replaced together; the lock remembers
  const Folder folder;
  put(folder, bytes_of(fixture("good")));
  const std::string other = bytes_of(fixture("segfault"));
  write(folder.path / "fixture.so", other);
  write(folder.path / "fixture.plugin.json", write_manifest(manifest_of(other)));
  EXPECT_EQ(refusal(folder), not_trusted(other, bytes_of(fixture("good"))));
}
TEST_F(Files, LockThatIsNone) {
  const Folder folder;
  put(folder, bytes_of(fixture("good")));
  write(folder.path / lock_name, "{");
  EXPECT_TRUE(refusal(folder).starts_with("4: pack.lua:1: plugin `fixture`: plugins.lock.json:1:2: ")) << refusal(folder);
}

// damaged: every copy of the library with one byte changed, at places all over it, is refused before it is loaded
TEST_F(Files, FlippedBytes) {
  const std::string whole = bytes_of(fixture("good"));
  const std::string wanted = of_bytes(whole + "x");
  for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 40) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_TRUE(of_bytes(damaged).starts_with("4: ")) << at << ": " << of_bytes(damaged);
  }
}
// ... and where the operator has trusted the damaged bytes themselves, the host refuses them or loads them, and lives
TEST_F(Files, FlippedBytesThatAreTrusted) {
  const std::string whole = bytes_of(fixture("good"));
  for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 60) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
    const std::string said = of_trusted_bytes(damaged);
    EXPECT_TRUE(said == "accepted" || said.starts_with("3: ")) << at << ": " << said;
  }
}
TEST_F(Files, CutShort) {
  const std::string whole = bytes_of(fixture("good"));
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{63}, std::size_t{64}, std::size_t{4096}, whole.size() / 4, whole.size() / 2}) {
    const std::string said = of_trusted_bytes(whole.substr(0, size));
    EXPECT_TRUE(said.starts_with("3: pack.lua:1: plugin `fixture`: it is ")) << size << ": " << said;
  }
}
TEST_F(Files, TextInsteadOfALibrary) { EXPECT_EQ(of_trusted_bytes("#!/bin/sh\necho hello\n"), "3: pack.lua:1: plugin `fixture`: it is no shared library: it does not begin as one [PLUGIN_REFUSED]"); }
TEST_F(Files, LibraryOfAnotherMachine) {
  std::string bytes = bytes_of(fixture("good"));
  bytes[18] = static_cast<char>(183);   // EM_AARCH64
  EXPECT_EQ(of_trusted_bytes(bytes), "3: pack.lua:1: plugin `fixture`: it is a library for another kind of machine (ELF machine 183, this one is 62) [PLUGIN_REFUSED]");
}
TEST_F(Files, LibraryOf32Bits) {
  std::string bytes = bytes_of(fixture("good"));
  bytes[4] = 1;
  EXPECT_EQ(of_trusted_bytes(bytes), "3: pack.lua:1: plugin `fixture`: it is a library for another kind of machine: this one takes 64 bits, least byte first [PLUGIN_REFUSED]");
}
TEST_F(Files, FolderInsteadOfALibrary) {
  const Folder folder;
  put(folder, bytes_of(fixture("good")));
  fs::remove(folder.path / "fixture.so");
  fs::create_directory(folder.path / "fixture.so");
  EXPECT_EQ(refusal(folder), "3: pack.lua:1: plugin `fixture`: fixture.so: it is no ordinary file [PLUGIN_FILE]");
}
TEST_F(Files, PipeInsteadOfALibrary) {   // nobody waits for what never comes
  const Folder folder;
  put(folder, bytes_of(fixture("good")));
  fs::remove(folder.path / "fixture.so");
  ASSERT_EQ(::mkfifo((folder.path / "fixture.so").c_str(), 0600), 0);
  EXPECT_EQ(refusal(folder), "3: pack.lua:1: plugin `fixture`: fixture.so: it is no ordinary file [PLUGIN_FILE]");
}

// replaced while it is in use: what was opened goes on as it was
class Replaced : public Files {
 protected:
  static void while_in_use(Where where, const std::function<void(const fs::path&)>& replace) {
    const Folder folder;
    put(folder, bytes_of(fixture("good")), Capability::criterion, where == Where::host_process);
    const policy::Pack pack = pack_using("fixture", Capability::criterion);
    const auto plugins = open_plugins(pack, {}, places_of(folder));
    const auto round = applications(200);
    Asked asked(pack, round);
    expect_same(say(plugins->ask(0, asked)), honest_but(round, ""));
    replace(folder.path / "fixture.so");
    expect_same(say(plugins->ask(0, asked)), honest_but(round, ""));
  }
};
TEST_F(Replaced, OverwrittenInPlace) {
  for (const Where where : {Where::worker, Where::host_process})
    while_in_use(where, [](const fs::path& library) { write(library, std::string(fs::file_size(library), '\xcc')); });
}
TEST_F(Replaced, CutShortInPlace) {
  for (const Where where : {Where::worker, Where::host_process}) while_in_use(where, [](const fs::path& library) { fs::resize_file(library, 0); });
}
TEST_F(Replaced, ByAnotherLibrary) {
  for (const Where where : {Where::worker, Where::host_process})
    while_in_use(where, [](const fs::path& library) { fs::copy_file(fixture("crash_at_all"), library, fs::copy_options::overwrite_existing); });
}
TEST_F(Replaced, Removed) {
  for (const Where where : {Where::worker, Where::host_process}) while_in_use(where, [](const fs::path& library) { fs::remove_all(library.parent_path()); });
}
// a worker that is started anew after a fault runs the bytes that were trusted, not what lies there now
TEST_F(Replaced, BeforeAWorkerIsStartedAnew) {
  const Folder folder;
  put(folder, bytes_of(fixture("segfault")));
  const policy::Pack pack = pack_using("fixture", Capability::criterion);
  const auto plugins = open_plugins(pack, {}, places_of(folder));
  write(folder.path / "fixture.so", bytes_of(fixture("crash_at_all")));
  const auto round = applications(100, {40});
  Asked asked(pack, round);
  expect_same(say(plugins->ask(0, asked)), honest_but(round, "error: fixture: ended by signal 11 (segmentation fault)"));
}

// two of one id
TEST_F(Files, TwoOfOneId) {
  const Folder folder;
  put(folder, bytes_of(fixture("good")));
  Manifest second = manifest_of(bytes_of(fixture("good")));
  second.library = "another.so";
  write(folder.path / "another.so", bytes_of(fixture("good")));
  write(folder.path / "another.plugin.json", write_manifest(second));
  EXPECT_EQ(refusal(folder), "3: fixture.plugin.json: this is a second plug-in `fixture`; the first is another.plugin.json; remove one of them [PLUGIN_TWICE]");
}
TEST_F(Files, TwoFoldersOfOneIdButOtherLibraries) {
  const Folder first, second;
  put(first, bytes_of(fixture("good")));
  put(second, bytes_of(fixture("crash_at_all")));
  EXPECT_EQ(of_folders(first, second), "3: " + (second.path / "fixture.plugin.json").string() + ": this is a second, different plug-in `fixture`; the first is " +
                                        (first.path / "fixture.plugin.json").string() + "; remove one of them, or leave its folder out [PLUGIN_TWICE]");
}
TEST_F(Files, TwoFoldersOfOneLibrary) {   // one plug-in, and the first folder's lock counts
  const Folder first, second;
  put(first, bytes_of(fixture("good")));
  put(second, bytes_of(fixture("good")));
  fs::remove(second.path / lock_name);
  EXPECT_EQ(of_folders(first, second), "accepted");
}
TEST_F(Files, OneFolderUnderTwoNames) {
  const Folder folder, names;
  const fs::path other = names.path / "other";
  fs::create_directory_symlink(folder.path, other);
  const auto places = usual_places({folder.path.string(), other.string(), folder.path.string() + "/."});
  EXPECT_EQ(places.folders[0], folder.path);
  EXPECT_EQ(std::ranges::count_if(places.folders, [&](const fs::path& one) { return fs::exists(one) && fs::equivalent(one, folder.path); }), 1);
}

// nobody waits for what never comes, and nobody reads what never ends
TEST_F(Files, PipesInsteadOfManifestAndLock) {
  for (const std::string name : {"fixture.plugin.json", "plugins.lock.json"}) {
    const Folder folder;
    put(folder, bytes_of(fixture("good")));
    fs::remove(folder.path / name);
    ASSERT_EQ(::mkfifo((folder.path / name).c_str(), 0600), 0);
    EXPECT_NE(refusal(folder).find(name + ": it is no ordinary file"), std::string::npos) << refusal(folder);
  }
}
TEST_F(Files, EndlessManifestAndLock) {
  for (const std::string name : {"fixture.plugin.json", "plugins.lock.json"}) {
    const Folder folder;
    put(folder, bytes_of(fixture("good")));
    fs::resize_file(folder.path / name, std::uintmax_t{1} << 40);   // (a file with a hole)
    EXPECT_NE(refusal(folder).find(name + ": it is larger than 16 MiB"), std::string::npos) << refusal(folder);
  }
}
TEST_F(Files, LinksLeadToTheSameLibrary) {
  const Folder folder, elsewhere;
  put(folder, bytes_of(fixture("good")));
  fs::rename(folder.path / "fixture.so", elsewhere.path / "real.so");
  fs::create_symlink(elsewhere.path / "real.so", folder.path / "fixture.so");
  EXPECT_EQ(refusal(folder), "accepted");
  write(elsewhere.path / "real.so", bytes_of(fixture("segfault")));
  EXPECT_EQ(refusal(folder).substr(0, 2), "4:");
}
TEST_F(Files, LockOfTwoEntriesOfOneId) {
  const Folder folder;
  put(folder, bytes_of(fixture("good")));
  Lock lock = lock_of(folder.path);
  lock.plugins.push_back(lock.plugins[0]);
  lock.plugins.back().in_process = true;
  write(folder.path / lock_name, write_lock(lock));
  EXPECT_NE(refusal(folder).find("plugins[2]: `fixture` stands twice"), std::string::npos) << refusal(folder);
}

}  // namespace remit::plugins::test
