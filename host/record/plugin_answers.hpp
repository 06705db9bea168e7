// What plug-ins said about one application, as records show it: by plug-in, by item, faults included, so that a decision can be
// proved where the plug-in is gone.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "record/constants.hpp"

namespace remit::record {

class PluginAnswerWriter {
 public:
  explicit PluginAnswerWriter(const RoundConstants& constants);
  /// Appends the members of the list `plugins`: those that were asked about the application, by id.
  void write(std::uint32_t application, std::string& out) const;

 private:
  struct Plugin {
    std::map<std::string_view, std::size_t> items;   // item -> one of its uses: all give the same answer
    int facts = -1;                                  // the use that looks facts up
  };
  void write_item(std::size_t use, std::uint32_t application, std::string& out) const;
  void write_members(const policy::Replies& replies, std::uint32_t application, std::string& out) const;
  void write_facts(std::size_t use, const policy::Answer& answer, std::string& out) const;
  bool concerns(std::size_t use, std::uint32_t application) const;
  const policy::Answer* answer_about_stream(std::size_t use, std::uint32_t stream) const;

  const RoundConstants& c_;
  std::vector<Plugin> plugins_;   // by Pack::plugins
};

/// Appends `{"outcome":"pass","reasons":[...],...}`: the answer alone.
void append_answer(const policy::Answer& answer, std::string& out);
/// Appends `{"digest":...,"files":{...},"id":...,"version":...}`, with `answers` and `facts` (JSON, or empty) in their places.
void append_identity(const policy::PluginIdentity& identity, std::string_view answers, std::string_view facts, std::string& out);

}  // namespace remit::record
