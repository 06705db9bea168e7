#include "cli/help.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace remit::cli {

namespace {

class ExamplesFirst : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    if (mode == CLI::AppFormatMode::Sub) return make_expanded(app);
    std::stringstream out;
    out << make_description(app) << "\n" << make_footer(app) << "\n" << make_usage(app, name) << make_positionals(app)
        << make_groups(app, mode) << make_subcommands(app, mode);
    return out.str();
  }
};

std::string nearest_or(const std::string& what, const std::string& word, const std::vector<std::string>& names) {
  const std::string near = base::nearest(word, names);
  return what + " `" + base::printable(word, 60) + "`" + (near.empty() ? "" : "; did you mean `" + near + "`?");
}

void add_options(const CLI::App& app, std::vector<std::string>& names) {
  for (const auto* option : app.get_options())
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
}

// The command that was named, with those below it: "remit pack install".
std::string called(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return (parent == nullptr ? "" : called(*parent) + " ") + command.get_name();
}

// The innermost command that the words name, from the word after `command`; `unknown` becomes the word where one should be and is not.
const CLI::App* innermost(const CLI::App* command, int at, int count, char** words, std::string& unknown) {
  for (; at < count && words[at][0] != '-'; ++at) {
    const auto below = command->get_subcommands({});
    const auto next = std::ranges::find_if(below, [&](const CLI::App* one) { return one->get_name() == words[at]; });
    if (below.empty()) break;
    if (next == below.end()) {
      std::vector<std::string> names;
      for (const auto* one : below) names.push_back(one->get_name());
      unknown = nearest_or("`" + called(*command) + "` has no command", words[at], names);
      break;
    }
    command = *next;
  }
  return command;
}

// The first option that neither the command nor the program has; empty when there is none.
std::string unknown_option(const CLI::App& app, const CLI::App& command, int count, char** words) {
  std::vector<std::string> names;
  add_options(command, names);
  add_options(app, names);
  for (int i = 1; i < count && std::string_view(words[i]) != "--"; ++i) {
    std::string word = words[i];
    word = word.substr(0, word.find('='));
    if (!word.starts_with("--") || std::ranges::find(names, word) != names.end()) continue;
    return nearest_or("`" + called(command) + "` has no option", word, names);
  }
  return {};
}

// "--format: jsn not in {text,json}" in our words; anything else as it is.
std::string in_our_words(const std::string& said) {
  const auto colon = said.find(": "), brace = said.find(" not in {");
  if (colon == std::string::npos || brace == std::string::npos || brace < colon || !said.ends_with('}')) return said;
  const std::string option = said.substr(0, colon), word = said.substr(colon + 2, brace - colon - 2);
  std::vector<std::string> words;
  std::stringstream list(said.substr(brace + 9, said.size() - brace - 10));
  for (std::string one; std::getline(list, one, ',');) words.push_back(one);
  return nearest_or("`" + option + "` is " + base::join_and(words, " or ") + ", not", word, words);
}

}  // namespace

void lead_with_examples(CLI::App& app) { app.formatter(std::make_shared<ExamplesFirst>()); }

std::string complaint(const CLI::App& app, int count, char** words, const CLI::Error& error) {
  const auto commands = app.get_subcommands({});
  std::vector<std::string> names;
  for (const auto* command : commands) names.push_back(command->get_name());
  std::vector<std::string> of_program;
  add_options(app, of_program);
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word.starts_with("-")) {   // the value of --log-level is no command
      i += word != "--help" && std::ranges::find(of_program, word) != of_program.end();
      continue;
    }
    const auto at = std::ranges::find(names, word);
    if (at == names.end()) return nearest_or("there is no command", word, names);
    std::string unknown;
    const CLI::App* command = innermost(commands[static_cast<std::size_t>(at - names.begin())], i + 1, count, words, unknown);
    if (!unknown.empty()) return unknown;
    const std::string option = unknown_option(app, *command, count, words);
    return option.empty() ? in_our_words(error.what()) : option;
  }
  return count == 1 ? "which command? there is " + base::join_and(names) : in_our_words(error.what());
}

}  // namespace remit::cli
