#include "plugins/validate.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "plugins/answers.hpp"
#include "plugins/examine.hpp"
#include "plugins/made_up.hpp"
#include "plugins/open_set.hpp"
#include "plugins/resolve.hpp"

namespace remit::plugins {

using policy::Answer;
using policy::Capability;
using policy::Outcome;

namespace {

constexpr std::size_t made_up_records = 256;

bool is_session(Capability capability) {
  return capability == Capability::round_check || capability == Capability::allocator || capability == Capability::exporter;
}

std::string bytes_of(const Answer& answer) {
  std::string bytes;
  Writer out(bytes);
  encode(answer, out);
  if (answer.said) {
    out.put(answer.said->award);
    for (const auto& element : answer.said->elements) out.text(element);
    out.text(answer.said->written);
  }
  return bytes;
}

/// The checks of one item.
class Trying {
 public:
  Trying(const std::filesystem::path& library, const Manifest& manifest, const ItemManifest& item, const Trial& trial, const Places& places, Validated& out)
      : library_(library), manifest_(manifest), item_(item), trial_(trial), places_(places), out_(out), pack_(pack_for(item)) {
    places_.talk = [this](const std::string& fault) { faults_.push_back(fault); };
  }

  void run() {
    missing();
    if (!lacking_.empty()) tell("is bound", Check::Outcome::not_done, lacking_);
    else if (!bound()) return;
    else asked();
    if (!item_.files.empty()) damaged_files();
  }

 private:
  void tell(std::string what, Check::Outcome outcome, std::vector<std::string> found = {}) { out_.checks.push_back({item_.name, std::move(what), outcome, std::move(found)}); }
  void tell(std::string what, std::vector<std::string> wrong) {
    const auto outcome = wrong.empty() ? Check::Outcome::good : Check::Outcome::wrong;
    tell(std::move(what), outcome, std::move(wrong));
  }

  void missing() {
    const auto lacks = [&](const std::vector<std::string>& names, const auto& given, const char* option) {
      for (const auto& name : names)
        if (!can_do_without(name) && std::ranges::none_of(given, [&](const auto& one) { return one.first == name; }))
          lacking_.push_back(std::string("it needs ") + option + " " + name + "=...");
    };
    lacks(item_.files, trial_.files, "--file");
    lacks(item_.settings, trial_.settings, "--setting");
  }

  /// The item ready to be bound, with the files that are given, or with `bytes` in the place of each of its files.
  std::shared_ptr<Material> material(const std::string* bytes) {
    auto made = std::make_shared<Material>();
    made->manifest = manifest_;
    made->library = SealedCopy::of_file(library_);
    policy::PluginNeed need;
    need.id = manifest_.id;
    std::vector<std::string> wrong;
    Reads reads = resolve(*pack_, need, item_, wrong);
    unresolved_ = std::move(wrong);
    made->opening.items.push_back({item_.name, item_.capability, reads.names});
    made->reads.push_back(std::move(reads));
    made->columns.push_back(item_.columns);
    for (const auto& [name, text] : trial_.settings)
      if (std::ranges::any_of(item_.settings, [&](const auto& known) { return bare(known) == name; })) made->opening.settings.emplace_back(name, text);
    for (const auto& known : item_.files) {
      const auto at = std::ranges::find_if(trial_.files, [&](const auto& one) { return one.first == bare(known); });
      if (bytes == nullptr && at == trial_.files.end()) continue;
      made->files.push_back(bytes != nullptr ? SealedCopy::of_bytes(*bytes) : SealedCopy::of_file(at->second));
      made->opening.files.emplace_back(bare(known), made->files.back().bytes().size());
    }
    return made;
  }

  bool bound() {
    std::vector<std::string> wrong;
    const auto ready = material(nullptr);
    if (!unresolved_.empty()) return tell("reads what its capability sees", unresolved_), false;
    start_isolated(ready, places_, wrong);
    tell("is bound", wrong);
    return wrong.empty();
  }

  std::vector<Answer> answers(std::size_t size, bool backwards) {
    std::vector<std::string> wrong;
    const auto adapter = start_isolated(material(nullptr), places_, wrong);
    if (!adapter) {
      faults_.insert(faults_.end(), wrong.begin(), wrong.end());
      return {};
    }
    MadeUp subjects(*pack_, item_, size, backwards);
    out_.subjects += size;
    if (is_session(item_.capability)) return answers_of(adapter->hold(0, subjects), item_.capability, manifest_.id, subjects);
    return adapter->ask(0, subjects);
  }

  // Faults of the process, and answers that overstep the contract. To say in words that it cannot tell is no fault.
  std::vector<std::string> faults_in(const std::vector<Answer>& answers) {
    std::vector<std::string> wrong = std::move(faults_);
    faults_.clear();
    for (const auto& answer : answers)
      if (answer.outcome == Outcome::error && answer.said)
        for (const char* misuse : {": gave ", ": named ", ": threw ", ": used what ", ": wrote more ", ": said more "})
          if (answer.said->cause.find(manifest_.id + misuse) == 0) wrong.push_back(answer.said->cause);
    std::ranges::sort(wrong);
    wrong.erase(std::unique(wrong.begin(), wrong.end()), wrong.end());
    return wrong;
  }

  void asked() {
    tell("bears a record without any answer", faults_in(answers(1, false)));
    const auto first = answers(made_up_records, false);
    const auto wrong = faults_in(first);
    tell("bears " + std::to_string(made_up_records) + " records at the edges of what fields can hold", wrong);
    if (!wrong.empty()) return tell("answers the same twice", Check::Outcome::not_done, {"it does not bear the records"});
    const bool session = is_session(item_.capability);   // there the order is part of the question
    const auto second = answers(made_up_records, !session);
    std::vector<std::string> differ;
    for (std::size_t i = 0; i < std::min(first.size(), second.size()) && differ.empty(); ++i)
      if (bytes_of(first[i]) != bytes_of(second[session ? i : second.size() - 1 - i]))
        differ.push_back("asked again in a new process" + std::string(session ? "" : ", the last first,") + " it answered otherwise about record " + std::to_string(i + 1));
    if (first.size() != second.size()) differ.push_back("it could not be asked again");
    tell(session ? "answers the same twice" : "answers the same twice, in whatever order", differ);
  }

  // It may refuse a file in words, or do with it what it can; it may not fall over it.
  void damaged_files() {
    std::string noise;
    for (std::uint32_t i = 0; i < 5000; ++i) noise += static_cast<char>((i * 2654435761u) >> 23);
    const std::pair<const char*, std::string> kinds[] = {{"an empty file", ""}, {"a file of noise", noise}, {"a file of one endless line", std::string(1 << 20, 'a')}};
    for (const auto& [what, bytes] : kinds) {
      std::vector<std::string> said;
      start_isolated(material(&bytes), places_, said);
      auto wrong = std::move(faults_);
      faults_.clear();
      tell(std::string("bears ") + what, std::move(wrong));
    }
  }

  const std::filesystem::path& library_;
  const Manifest& manifest_;
  const ItemManifest& item_;
  const Trial& trial_;
  Places places_;
  Validated& out_;
  std::unique_ptr<policy::Pack> pack_;
  std::vector<std::string> lacking_, unresolved_, faults_;
};

Check manifest_beside(const std::filesystem::path& library, const Manifest& manifest) {
  Check check{{}, "has its manifest beside it", Check::Outcome::good, {}};
  const auto file = manifest_file_of(library);
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (bytes == write_manifest(manifest)) return check;
  check.outcome = Check::Outcome::wrong;
  check.found.push_back(file.string() + (in.is_open() ? " is of another library" : " is not there") + "; write it with `remit-plugin manifest " + library.string() + "`");
  return check;
}

}  // namespace

bool Validated::good() const {
  return std::ranges::none_of(checks, [](const Check& check) { return check.outcome == Check::Outcome::wrong; });
}

Validated validate(const std::filesystem::path& library, const Trial& trial, const Places& places) {
  Validated out;
  Examined examined = examine(library, places);
  out.loads = examined.wrong.empty();
  out.checks.push_back({{}, "is a library that the host can load", out.loads ? Check::Outcome::good : Check::Outcome::wrong, examined.wrong});
  out.manifest = std::move(examined.manifest);
  if (!out.loads) return out;
  out.checks.push_back(manifest_beside(library, out.manifest));
  for (const auto& item : out.manifest.items) Trying(library, out.manifest, item, trial, places, out).run();
  return out;
}

}  // namespace remit::plugins
