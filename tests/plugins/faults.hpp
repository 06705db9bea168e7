// What the tests of faults share: a folder for a faulty plug-in, and the two ways in which a fault can end. All tests run in one
// process, and after each of them two honest plug-ins that were opened before the first, one in a worker and one in this process,
// must still answer rightly.
#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "fault_round.hpp"
#include "plugins/lock.hpp"
#include "plugins/manifest.hpp"
#include "plugins/registry.hpp"

namespace remit::plugins::test {

/// A folder of plug-ins that goes away with everything in it.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path path;
};

/// The library of a fixture, as built.
std::filesystem::path fixture(const std::string& fault);
std::string bytes_of(const std::filesystem::path& file);
void write(const std::filesystem::path& file, const std::string& bytes);
/// The manifest that an honest author would have made for this library.
Manifest manifest_of(const std::string& bytes, policy::Capability capability = policy::Capability::criterion);
/// Puts the library with these bytes into the folder, with a manifest and a lock that know it.
void put(const Folder& folder, const std::string& bytes, policy::Capability capability = policy::Capability::criterion, bool in_process = false);
Places places_of(const Folder& folder);

/// Expects the same of each, and says where it is not so.
void expect_same(const std::vector<std::string>& got, const std::vector<std::string>& wanted, const std::string& about = {});

enum class Where { worker, host_process };

class Faults : public testing::Test {
 protected:
  static void SetUpTestSuite();
  static void TearDownTestSuite();
  /// A test that hangs is named and ends the run, long before whoever runs all tests loses patience.
  void SetUp() override;
  void TearDown() override;

  /// What the fixture says of the applications.
  static std::vector<std::string> answers(const std::string& fault, const std::vector<Application>& round, Where where = Where::worker,
                                          policy::Capability capability = policy::Capability::criterion, Limits limits = {});
  /// One application of a hundred is poisoned: it ends in an error with this cause, and all others are told what an honest plug-in
  /// would have told them.
  static void poisons_one(const std::string& fault, const std::string& cause, Where where = Where::worker, Limits limits = {});
  /// The same in a worker and in this process.
  static void poisons_one_anywhere(const std::string& fault, const std::string& cause);
  /// Nothing is amiss, wherever it runs.
  static void is_no_fault(const std::string& fault);
  /// It is refused with exit code 3, at the line of the pack that asks for it, in these words, before an application is touched.
  static void is_refused(const std::string& fault, const std::string& words, Where where = Where::worker, Limits limits = {});
  /// The same of words that hold these parts: the rest names symbols that another compiler would call otherwise.
  static void is_refused_saying(const std::string& fault, const std::vector<std::string>& parts);
  /// The words of a refusal of what lies in the folder, as "4: words"; "accepted" when nothing was refused.
  static std::string refusal(const Folder& folder, Limits limits = {}, policy::Capability capability = policy::Capability::criterion);
};

/// Faults that only the limits of a worker and its shut system calls hold: there are none in builds with sanitizers, whose workers
/// could do all of it.
class Confined : public Faults {};

/// Deadlines that a test can wait for.
Limits short_deadlines();

}  // namespace remit::plugins::test
