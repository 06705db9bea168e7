
#include <algorithm>
#include <iostream>

#include "base/problem.hpp"
#include "cli/plugin_commands.hpp"
#include "intake/json.hpp"
#include "plugins/validate.hpp"

namespace remit::cli {

namespace {

using plugins::Check;

constexpr const char* word(Check::Outcome outcome) {
  return outcome == Check::Outcome::good ? "good" : outcome == Check::Outcome::wrong ? "wrong" : "not done";
}

void print_text(const plugins::Validated& validated) {
  if (validated.loads) std::cout << validated.manifest.id << " " << validated.manifest.version << "\n  " << validated.manifest.digest << "\n";
  for (const auto& check : validated.checks) {
    std::cout << "  " << word(check.outcome) << ": " << (check.item.empty() ? "" : "`" + check.item + "` ") << check.what << "\n";
    for (const auto& found : check.found) std::cout << "    " << found << "\n";
  }
  const auto wrong = std::ranges::count(validated.checks, Check::Outcome::wrong, &Check::outcome);
  const auto open = std::ranges::count(validated.checks, Check::Outcome::not_done, &Check::outcome);
  const auto counted = [](auto n) { return std::to_string(n) + (n == 1 ? " is" : " are"); };
  std::cout << validated.checks.size() << (validated.checks.size() == 1 ? " check with " : " checks with ") << validated.subjects << " made-up records: "
            << (wrong != 0 ? counted(wrong) + " wrong" : open == 0 ? "nothing is wrong with it" : "nothing is wrong so far")
            << (open == 0 ? "" : ", " + counted(open) + " not done") << "\n";
}

void print_json(const plugins::Validated& validated) {
  std::string out = "{\"checks\":[";
  const auto text = [&](const char* key, const std::string& value) {
    out += std::string("\"") + key + "\":";
    intake::write_json_text(value, out);
  };
  for (const auto& check : validated.checks) {
    out += &check == validated.checks.data() ? "{" : ",{";
    text("check", check.what);
    out += ",\"found\":[";
    for (const auto& found : check.found) {
      if (&found != check.found.data()) out += ',';
      intake::write_json_text(found, out);
    }
    out += "],";
    text("item", check.item);
    out += ',';
    text("outcome", word(check.outcome));
    out += '}';
  }
  out += "],";
  text("digest", validated.manifest.digest);
  out += ",\"format\":\"remit.plugin-validation/1\",\"good\":" + std::string(validated.good() ? "true" : "false") + ",";
  text("id", validated.manifest.id);
  out += ",\"loads\":" + std::string(validated.loads ? "true" : "false") + ",\"records\":" + std::to_string(validated.subjects) + ",";
  text("version", validated.manifest.version);
  std::cout << out << "}\n";
}

// "register=extract.csv"
std::pair<std::string, std::string> named(const std::string& option, const std::string& word) {
  const auto equals = word.find('=');
  if (equals == word.npos || equals == 0) base::refuse({"USAGE", {}, 0, 0, {}, "`" + option + "` takes NAME=VALUE, not `" + word + "`", {}, {}});
  return {word.substr(0, equals), word.substr(equals + 1)};
}

}  // namespace

void add_plugin_validate(Program& program, Command& parent, const std::string& called) {
  struct Wanted {
    std::string file, format = "text";
    std::vector<std::string> files, settings;
  };
  auto* command = parent.add_subcommand("validate", "look for what is wrong with a plug-in, each check in a process of its own");
  auto wanted = std::make_shared<Wanted>();
  command->add_option("library", wanted->file, "the library")->required();
  command->add_option("--format", wanted->format, "text or json")->one_of({"text", "json"});
  command->add_option("--file", wanted->files, "a file to hand to it: NAME=PATH; may be given several times")->type_name("NAME=PATH");
  command->add_option("--setting", wanted->settings, "a setting to give it: NAME=TEXT; may be given several times")->type_name("NAME=TEXT");
  command->footer("examples:\n  " + called + " build/my-plugin.so\n  " + called + " plugins/charity-register.so --file register=sample.csv --format json");
  command->callback([wanted, &program] {
    program.chosen = [wanted] {
      plugins::Trial trial;
      for (const auto& one : wanted->files) trial.files.emplace_back(named("--file", one));
      for (const auto& one : wanted->settings) trial.settings.push_back(named("--setting", one));
      const auto validated = plugins::validate(wanted->file, trial, plugins::usual_places());
      wanted->format == "json" ? print_json(validated) : print_text(validated);
      return !validated.loads ? 3 : validated.good() ? 0 : 1;
    };
  });
}

}  // namespace remit::cli
