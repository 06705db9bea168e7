#include "faults.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/digest.hpp"
#include "round_decided.hpp"

namespace remit::plugins::test {

namespace fs = std::filesystem;
using policy::Capability;

namespace {

fs::path new_folder() {
  std::string pattern = (fs::temp_directory_path() / "remit-faults-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for plug-ins can be made");
  return pattern;
}

/// Open descriptors, but for those of the libraries that this process has loaded and keeps.
std::size_t descriptors() {
  std::size_t count = 0;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/proc/self/fd")) count += !fs::read_symlink(entry, ignored).string().starts_with("/memfd:remit-plugin");
  return count;
}

/// An honest plug-in that stays open while others go wrong.
struct Honest {
  Folder folder;
  policy::Pack pack = pack_using("fixture", Capability::criterion);
  std::unique_ptr<policy::Plugins> plugins;
  explicit Honest(Where where) {
    put(folder, bytes_of(fixture("good")), Capability::criterion, where == Where::host_process);
    plugins = open_plugins(pack, {}, places_of(folder));
  }
  void still_answers() {
    const auto round = applications(130);
    Asked asked(pack, round);
    expect_same(say(plugins->ask(0, asked)), honest_but(round, ""));
  }
};

std::unique_ptr<Honest> in_worker, in_process;
std::size_t descriptors_before = 0;
std::string decided_before;
std::string hanging;   // what to say when this test does not end

std::string without(std::string text, const std::string& part) {
  for (std::size_t at; (at = text.find(part)) != std::string::npos;) text.erase(at, part.size());
  return text;
}

}  // namespace

Folder::Folder() : path(new_folder()) {}
Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

fs::path fixture(const std::string& fault) { return fs::path(REMIT_FAULTY) / fault / "fixture.so"; }

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << bytes;
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

Manifest manifest_of(const std::string& bytes, Capability capability) {
  Manifest manifest;
  manifest.id = "fixture";
  manifest.version = "1.0.0";
  manifest.title = "A plug-in that goes wrong";
  manifest.library = "fixture.so";
  manifest.digest = base::digest_of(bytes);
  ItemManifest item;
  item.name = "check";
  item.title = "The amount is a multiple of three";
  item.capability = capability;
  item.reads = {"application.title", "application.amount_requested"};
  if (capability == Capability::data_source) item.columns = {"decile:count", "area:text"};
  manifest.items.push_back(item);
  return manifest;
}

void put(const Folder& folder, const std::string& bytes, Capability capability, bool in_process_too) {
  const Manifest manifest = manifest_of(bytes, capability);
  write(folder.path / "fixture.so", bytes);
  write(folder.path / "fixture.plugin.json", write_manifest(manifest));
  trust(folder.path, manifest, in_process_too);
}

Places places_of(const Folder& folder) {
  Places places;
  places.folders = {folder.path};
  places.program = REMIT_PLUGIN_PROGRAM;
  return places;
}

void expect_same(const std::vector<std::string>& got, const std::vector<std::string>& wanted, const std::string& about) {
  EXPECT_EQ(got.size(), wanted.size()) << about;
  for (std::size_t i = 0, shown = 0; i < std::min(got.size(), wanted.size()) && shown < 3; ++i) {
    EXPECT_EQ(got[i], wanted[i]) << "application " << i << " " << about;
    shown += got[i] != wanted[i];
  }
}

Limits short_deadlines() {
  Limits limits;
  limits.start = std::chrono::milliseconds(1500);
  limits.batch = std::chrono::milliseconds(2000);
  return limits;
}

void Faults::SetUpTestSuite() {
  descriptors_before = descriptors();
  in_worker = std::make_unique<Honest>(Where::worker);
  in_process = std::make_unique<Honest>(Where::host_process);
  decided_before = round_decided();
}

void Faults::SetUp() {
  const auto* info = testing::UnitTest::GetInstance()->current_test_info();
  hanging = std::string(info->test_suite_name()) + "." + info->name() + " hangs\n";
  std::signal(SIGALRM, [](int) {
    (void)!::write(STDERR_FILENO, hanging.data(), hanging.size());
    ::_exit(1);
  });
  ::alarm(240);
}

void Faults::TearDown() {
  in_worker->still_answers();
  in_process->still_answers();
  ::alarm(0);
}

// This process still decides a round as it did before all that went wrong, and nothing is left of it: no process, no descriptor.
void Faults::TearDownTestSuite() {
  EXPECT_NE(decided_before.find("one pound too many"), std::string::npos) << "the plug-in was not asked";
  EXPECT_TRUE(round_decided() == decided_before) << "another decision than before the faults";
  in_worker.reset();
  in_process.reset();
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a worker is left";
  EXPECT_LE(descriptors(), descriptors_before);
}

std::vector<std::string> Faults::answers(const std::string& fault, const std::vector<Application>& round, Where where, Capability capability,
                                         Limits limits) {
  const Folder folder;
  put(folder, bytes_of(fixture(fault)), capability, where == Where::host_process);
  const policy::Pack pack = pack_using("fixture", capability);
  Places places = places_of(folder);
  places.limits = limits;
  const auto plugins = open_plugins(pack, {}, places);
  Asked asked(pack, round);
  return say(plugins->ask(0, asked));
}

void Faults::poisons_one(const std::string& fault, const std::string& cause, Where where, Limits limits) {
  const auto round = applications(100, {40});
  expect_same(answers(fault, round, where, Capability::criterion, limits), honest_but(round, "error: fixture: " + cause));
}

void Faults::poisons_one_anywhere(const std::string& fault, const std::string& cause) {
  poisons_one(fault, cause, Where::worker);
  poisons_one(fault, cause, Where::host_process);
}

void Faults::is_no_fault(const std::string& fault) {
  const auto round = applications(100, {40});
  expect_same(answers(fault, round, Where::worker), honest_but(round, "", "never"));
  expect_same(answers(fault, round, Where::host_process), honest_but(round, "", "never"));
}

std::string Faults::refusal(const Folder& folder, Limits limits, Capability capability) {
  const policy::Pack pack = pack_using("fixture", capability);
  Places places = places_of(folder);
  places.limits = limits;
  try {
    open_plugins(pack, {}, places);
  } catch (const base::Refused& refused) {
    std::string words = std::to_string(refused.exit_code) + ":";
    for (const auto& problem : refused.problems) words += " " + problem.text();
    return without(words, folder.path.string() + "/");
  }
  return "accepted";
}

namespace {

const std::string at_its_line = "3: pack.lua:1: plugin `fixture`: ";

}  // namespace

void Faults::is_refused(const std::string& fault, const std::string& words, Where where, Limits limits) {
  const Folder folder;
  put(folder, bytes_of(fixture(fault)), Capability::criterion, where == Where::host_process);
  EXPECT_EQ(refusal(folder, limits), at_its_line + words + " [PLUGIN_REFUSED]");
}

void Faults::is_refused_saying(const std::string& fault, const std::vector<std::string>& parts) {
  const Folder folder;
  put(folder, bytes_of(fixture(fault)));
  const std::string said = refusal(folder);
  EXPECT_TRUE(said.starts_with(at_its_line)) << said;
  for (const auto& part : parts) EXPECT_NE(said.find(part), std::string::npos) << "not said: " << part << "\n" << said;
}

}  // namespace remit::plugins::test
