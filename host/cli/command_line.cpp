#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
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

// What was wrong with the words of the command line, with the nearest command or option.
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

}  // namespace

Option* Option::required() { return option_.required(), this; }
Option* Option::one_of(const std::vector<std::string>& words) { return option_.check(CLI::IsMember(words)), this; }
Option* Option::between(int lowest, int highest) { return option_.check(CLI::Range(lowest, highest)), this; }
Option* Option::between(double lowest, double highest) { return option_.check(CLI::Range(lowest, highest)), this; }
Option* Option::check(const std::function<std::string(const std::string&)>& wrong, const std::string& called) {
  option_.check([wrong](const std::string& value) { return wrong(value); }, called);
  return this;
}
Option* Option::type_name(const std::string& called) { return option_.type_name(called), this; }
Option* Option::one_at_a_time() { return option_.allow_extra_args(false), this; }
Option* Option::expected(int fewest, int most) { return option_.expected(fewest, most), this; }
Option* Option::needs(Option* other) { return option_.needs(&other->option_), this; }
Option* Option::excludes(Option* other) { return option_.excludes(&other->option_), this; }
Option* Option::show_default() { return option_.capture_default_str(), this; }

Command::Command(const std::string& about, const std::string& name) : program_(std::make_unique<CLI::App>(about, name)), app_(*program_) {
  app_.formatter(std::make_shared<ExamplesFirst>());
}
Command::Command(CLI::App& below) : app_(below) {}
Command::~Command() = default;

Command* Command::add_subcommand(const std::string& name, const std::string& about) { return &commands_.emplace_back(*app_.add_subcommand(name, about)); }

template <class Value>
Option* Command::add_option(const std::string& name, Value& value, const std::string& about) {
  return &options_.emplace_back(*app_.add_option(name, value, about));
}
template Option* Command::add_option(const std::string&, std::string&, const std::string&);
template Option* Command::add_option(const std::string&, std::filesystem::path&, const std::string&);
template Option* Command::add_option(const std::string&, std::vector<std::string>&, const std::string&);
template Option* Command::add_option(const std::string&, std::vector<std::filesystem::path>&, const std::string&);
template Option* Command::add_option(const std::string&, int&, const std::string&);
template Option* Command::add_option(const std::string&, unsigned&, const std::string&);
template Option* Command::add_option(const std::string&, std::int64_t&, const std::string&);
template Option* Command::add_option(const std::string&, std::uint64_t&, const std::string&);
template Option* Command::add_option(const std::string&, std::optional<unsigned>&, const std::string&);
template Option* Command::add_option(const std::string&, double&, const std::string&);

Option* Command::add_flag(const std::string& name, bool& value, const std::string& about) { return &options_.emplace_back(*app_.add_flag(name, value, about)); }
void Command::footer(const std::string& examples) { app_.footer(examples); }
void Command::require_subcommand() { app_.require_subcommand(1); }
void Command::fallthrough() { app_.fallthrough(); }
void Command::callback(std::function<void()> chosen) { app_.callback(std::move(chosen)); }

std::optional<int> Command::read(int count, char** words) {
  try {
    app_.parse(count, words);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) return app_.exit(e);
    const std::string name = app_.get_name();
    std::cerr << name << ": " << complaint(app_, count, words, e) << "\n" << name << " --help lists the commands; " << name << " COMMAND --help says more of each\n";
    return 2;
  }
  return {};
}

}  // namespace remit::cli
