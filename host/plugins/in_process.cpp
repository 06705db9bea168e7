// A trusted plug-in in the host's own process: no copies of texts, no batches. What it does to the process it does to the host, which
// is why it is first loaded in a worker, and why only the operator can put it here.
#include "plugins/adapter.hpp"
#include "plugins/answers.hpp"
#include "plugins/contract.hpp"
#include "plugins/instance.hpp"
#include "plugins/library.hpp"

namespace remit::plugins {

namespace {

class InProcess : public Adapter {
 public:
  InProcess(std::shared_ptr<const Material> material, const remit_plugin& plugin) : material_(std::move(material)), instance_(plugin) {}
  ~InProcess() override { instance_.close(); }

  std::vector<std::string> open() {
    std::vector<std::string_view> files;
    for (const auto& file : material_->files) files.push_back(file.bytes());
    return instance_.open(material_->opening, std::move(files));
  }

  std::vector<policy::Answer> ask(std::size_t item, policy::Subjects& subjects) override {
    std::vector<policy::Answer> answers(subjects.size());
    const Reads& reads = material_->reads[item];
    for (std::size_t i = 0; i < answers.size(); ++i) {
      packer_.clear();
      const std::size_t at = packer_.add(reads, subjects.turn_to(i));
      answers[i] = instance_.ask(item, record_at(packer_.bytes().data(), at));
      check_answer(answers[i], material_->manifest.id, material_->columns[item]);
    }
    return answers;
  }

  SessionWords hold(std::size_t item, policy::Subjects& subjects) override {
    SessionWords words;
    const Reads& reads = material_->reads[item];
    const auto pack = [&](const policy::Facts& facts) {
      packer_.clear();
      const std::size_t at = packer_.add(reads, facts);
      return record_at(packer_.bytes().data(), at);
    };
    instance_.begin(item, pack(subjects.whole()), words);
    for (std::size_t i = 0; i < subjects.size() && words.cause.empty(); ++i) {
      const remit_record* record = pack(subjects.turn_to(i));
      instance_.application(item, subjects.key(i).application, record, words);
    }
    if (words.cause.empty()) instance_.finish(item, words);
    return words;
  }

 private:
  std::shared_ptr<const Material> material_;
  Instance instance_;
  Packer packer_{false};
};

}  // namespace

std::unique_ptr<Adapter> start_in_process(std::shared_ptr<const Material> material, const Places& places, std::vector<std::string>& wrong) {
  if (!start_isolated(material, places, wrong)) return nullptr;
  const Loaded loaded = load_library(material->library.file());
  if (!loaded.wrong.empty()) {
    wrong.push_back(loaded.wrong);
    return nullptr;
  }
  const Described described = describe(loaded.plugin);
  wrong = described.wrong.empty() ? differences(material->manifest, described.manifest) : described.wrong;
  if (!wrong.empty()) return nullptr;
  auto made = std::make_unique<InProcess>(std::move(material), *loaded.plugin);
  wrong = made->open();
  if (!wrong.empty()) return nullptr;
  return made;
}

}  // namespace remit::plugins
