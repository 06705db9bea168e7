#include "trial.hpp"

#include <stdlib.h>

#include <fstream>

#include "plugins/examine.hpp"

namespace remit::test {

using policy::Capability;

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "remit-plugins-XXXXXX").string();
  path_ = ::mkdtemp(name.data());
}
Folder::~Folder() {
  std::error_code none;
  fs::remove_all(path_, none);
}
void Folder::write(const std::string& name, std::string_view bytes) const {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << bytes;
}

std::unique_ptr<policy::Pack> empty_pack() {
  auto pack = std::make_unique<policy::Pack>();
  pack->id = "trial";
  intake::add_round_types(pack->schema);
  for (const char* type : {"eligibility", "scores", "proposal", "facts"}) pack->schema.make(type);
  static constexpr std::pair<const char*, const char*> roots[policy::root::first_free] = {
      {"round", "round"}, {"stream", "stream"}, {"application", "application"}, {"applicant", "organisation"}, {"panel", "panel"}, {"member", "member"},
      {"tie", "tie"}, {"declaration", "declaration"}, {"partner", "partner"}, {"element", "element"}, {"clarification", "clarification"},
      {"other", "application"}, {"parameters", nullptr}, {"eligibility", "eligibility"}, {"scores", "scores"}, {"proposal", "proposal"},
      {"lodged", "lodged"}, {"facts", "facts"}, {"records", nullptr}};
  for (const auto& [name, type] : roots) pack->roots.push_back({name, type == nullptr ? nullptr : pack->schema.find(type)});
  return pack;
}

policy::PluginNeed& need(policy::Pack& pack, const std::string& id, const std::string& version) {
  policy::PluginNeed made;
  made.id = id;
  made.version = version;
  made.file = "pack.lua";
  made.line = 3;
  pack.plugins.push_back(std::move(made));
  return pack.plugins.back();
}

void use(policy::Pack& pack, std::uint16_t need, const std::string& item, Capability capability) {
  policy::PluginUse made;
  made.need = need;
  made.item = item;
  made.capability = capability;
  made.by = "criterion \"x\"";
  pack.uses.push_back(std::move(made));
}

Applications::Applications(const policy::Pack& pack) : width_(pack.schema.find("application")->fields.size()) {}

void Applications::add(std::string title, std::int64_t pence) {
  ids_.push_back("A" + std::to_string(ids_.size() + 1));
  titles_.push_back(std::make_unique<std::string>(std::move(title)));
  rows_.emplace_back(width_);
  rows_.back()[intake::application_field::title] = base::Value::of_text(*titles_.back());
  rows_.back()[intake::application_field::amount_requested] = base::Value::of(base::Kind::money, pence);
}

const policy::Facts& Applications::turn_to(std::size_t i) {
  facts_.records[policy::root::application] = rows_[i].data();
  return facts_;
}
const policy::Facts& Applications::whole() {
  facts_.records[policy::root::application] = nullptr;
  return facts_;
}

Installed::Installed(bool in_process) {
  for (const char* id : {"little-rules", "rude-rules", "deep-rules"}) {
    for (const char* end : {".so", ".plugin.json"}) fs::copy_file(fs::path(REMIT_FIXTURES) / (std::string(id) + end), folder() / (std::string(id) + end));
    plugins::trust(folder(), plugins::manifest_at(folder() / (std::string(id) + ".plugin.json")), in_process);
  }
}

plugins::Places Installed::places() const {
  plugins::Places places;
  places.folders = {folder()};
  places.program = REMIT_PLUGIN_PROGRAM;
  return places;
}

std::string refusal(const policy::Pack& pack, const plugins::Places& places, const fs::path& round) {
  try {
    plugins::open_plugins(pack, round, places);
    return "not refused";
  } catch (const base::Refused& refused) {
    std::string out = "exit " + std::to_string(refused.exit_code);
    for (const auto& problem : refused.problems) out += "\n" + problem.text();
    return out;
  }
}

}  // namespace remit::test
