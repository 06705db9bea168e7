// Where plug-ins are looked for, the program that runs them, and what their workers may use.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace remit::plugins {

/// What a worker may use before it is stopped. Counts come first; the deadlines are the outer net.
struct Limits {
  std::chrono::milliseconds start{5000};        // from its start until every item is bound
  std::chrono::milliseconds batch{10000};       // for one batch of subjects; fewer have less, a tenth at least
  std::uint64_t memory = std::uint64_t{512} << 20;   // bytes of address space, beside the files that it is given
  std::uint64_t processor_seconds = 600;        // of one worker
  std::size_t batch_size = 64;                  // subjects that are sent at once
  std::size_t faults = 64;                      // of one use; the subjects after that are not asked about any more
  std::size_t missed_deadlines = 16;            // of one use, likewise
  std::size_t batches_of_a_worker = 1024;       // then a new one takes its place, for what it may have leaked
};

struct Places {
  /// Folders with `<id>.so`, `<id>.plugin.json` and one `plugins.lock.json`, in the order in which they are searched. Of one
  /// library in two folders the first counts. Folders that are not there are passed over.
  std::vector<std::filesystem::path> folders;
  /// How many of the folders, the last ones, came with the program: nobody can leave them out, so they give way to what was named.
  std::size_t own = 0;
  /// The program `remit-plugin`; each plug-in runs in a process of it.
  std::filesystem::path program;
  Limits limits;
  /// Told of every fault, with the last that the plug-in wrote to its standard output: for the operational log, never for a record.
  std::function<void(const std::string&)> talk;
};

/// `given` (--plugins) first, then REMIT_PLUGINS (separated by colons), then `../plugins` and `../lib/remit/plugins` beside the
/// folder of the running program. `program` is `../libexec/remit/remit-plugin` from there, or else the `remit-plugin` beside the
/// running one.
Places usual_places(const std::vector<std::string>& given = {});

}  // namespace remit::plugins
