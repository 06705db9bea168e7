// A pack and applications made by hand, and the plug-ins of fixtures/ in a folder of their own.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "intake/fields.hpp"
#include "plugins/registry.hpp"
#include "plugins/sealed_copy.hpp"
#include "policy/pack.hpp"

namespace remit::test {

namespace fs = std::filesystem;

/// A folder that goes with the test.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }
  void write(const std::string& name, std::string_view bytes) const;

 private:
  fs::path path_;
};

/// A pack that knows the types of every round, as the loader makes them.
std::unique_ptr<policy::Pack> empty_pack();
/// Declares a plug-in, and one use of it for each item.
policy::PluginNeed& need(policy::Pack& pack, const std::string& id, const std::string& version = "0.1.0");
void use(policy::Pack& pack, std::uint16_t need, const std::string& item, policy::Capability capability);

/// Applications with a title and an amount; the rest of them is absent.
class Applications : public policy::Subjects {
 public:
  explicit Applications(const policy::Pack& pack);
  void add(std::string title, std::int64_t pence = 100);
  void set(std::size_t application, std::uint16_t field, base::Value value) { rows_[application][field] = value; }
  std::size_t size() const override { return rows_.size(); }
  const policy::Facts& turn_to(std::size_t i) override;
  Key key(std::size_t i) const override { return {ids_[i], {}}; }
  const policy::Facts& whole() override;

 private:
  std::size_t width_;
  std::vector<std::vector<base::Value>> rows_;
  std::vector<std::string> ids_;
  std::vector<std::unique_ptr<std::string>> titles_;
  policy::Facts facts_;
};

/// A folder with a copy of the fixture plug-ins, trusted.
class Installed {
 public:
  explicit Installed(bool in_process = false);
  const fs::path& folder() const { return folder_.path(); }
  plugins::Places places() const;

 private:
  Folder folder_;
};

/// What is refused: the messages, one a line, after "exit CODE".
std::string refusal(const policy::Pack& pack, const plugins::Places& places, const fs::path& round = {});

}  // namespace remit::test
