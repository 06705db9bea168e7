// Help that begins with examples, and what is said of words that no command knows.
#pragma once
#include <string>

namespace CLI {
class App;
class Error;
}

namespace remit::cli {

/// From here on the help of `app`, and of commands added to it, shows the examples (the footer) before the options.
void lead_with_examples(CLI::App& app);
/// What was wrong with the words of the command line, with the nearest command or option.
std::string complaint(const CLI::App& app, int count, char** words, const CLI::Error& error);

}  // namespace remit::cli
