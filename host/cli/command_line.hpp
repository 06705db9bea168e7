// The words of the command line: commands, their options, help that begins with examples. The library that reads them takes longer to
// compile than all else in a command, so one file knows it (command_line.cpp) and the commands know this.
#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}

namespace remit::cli {

/// An option or a word that a command takes. Owned by its command; the calls may be chained.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_(option) {}
  Option(const Option&) = delete;
  Option& operator=(const Option&) = delete;

  Option* required();
  /// One of these words; another is refused with the nearest.
  Option* one_of(const std::vector<std::string>& words);
  Option* between(int lowest, int highest);
  Option* between(double lowest, double highest);
  /// `wrong` gives what is wrong with a value, in words, or nothing; the help calls the value `called`.
  Option* check(const std::function<std::string(const std::string&)>& wrong, const std::string& called);
  /// What the help calls its value.
  Option* type_name(const std::string& called);
  /// Given again for each further value, instead of taking all words that follow.
  Option* one_at_a_time();
  /// Takes from `fewest` to `most` words.
  Option* expected(int fewest, int most);
  Option* needs(Option* other);
  Option* excludes(Option* other);
  /// The help says the value that stands when nothing is given.
  Option* show_default();

 private:
  CLI::Option& option_;
};

/// A command, or the program itself. What its options are read into must outlive it: a command's options are kept by its callback.
class Command {
 public:
  /// Shows its examples (the footer) before the options, and so do the commands below it.
  Command(const std::string& about, const std::string& name);
  explicit Command(CLI::App& below);
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  ~Command();

  Command* add_subcommand(const std::string& name, const std::string& about);
  /// `name`: "--name" for an option, a plain word for one that is known by its place. The value must be of a kind that is instantiated in
  /// command_line.cpp: text, whole numbers, seconds, paths, and lists of text or paths.
  template <class Value>
  Option* add_option(const std::string& name, Value& value, const std::string& about);
  Option* add_flag(const std::string& name, bool& value, const std::string& about);
  void footer(const std::string& examples);
  void require_subcommand();
  /// Options of the program may stand behind the command too.
  void fallthrough();
  /// What happens when the command was named and its options are read.
  void callback(std::function<void()> chosen);

  /// Reads the words. Nothing when they name a command; else the exit code: 0 after help was printed, 2 after what was wrong was said on
  /// standard error, with the nearest command or option.
  std::optional<int> read(int count, char** words);

 private:
  std::unique_ptr<CLI::App> program_;   // of the program itself; commands are owned by the library's
  CLI::App& app_;
  std::deque<Option> options_;
  std::deque<Command> commands_;
};

}  // namespace remit::cli
