// remit error: the page of a code that a message carries, with a wrong and a right example.
#include <algorithm>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/error_pages.hpp"
#include "cli/session.hpp"
#include "report/layout.hpp"

namespace remit::cli {

namespace {

// "[unknown-field]" as it may be copied or typed: UNKNOWN_FIELD. What goes wrong while a file is read has LOAD_ before its code.
std::string as_code(std::string_view said) {
  std::string code;
  for (const char c : said)
    if (c != '[' && c != ']' && c != ' ') code += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return code;
}

std::string listed(const std::vector<ErrorPage>& pages, const report::Paint& paint) {
  std::string out, about;
  for (const auto& page : pages) {
    if (page.about != about) out += (about.empty() ? "" : "\n") + paint.bold(page.about) + "\n";
    about = page.about;
    report::append_wrapped("  " + page.code + std::string(page.code.size() < 24 ? 24 - page.code.size() : 1, ' '), page.first, 118, out);
  }
  return out + "\n`remit error CODE` shows the page, with a wrong and a right example\n";
}

int run(const std::string& said, bool colour) {
  const std::vector<ErrorPage> pages = error_pages();
  const report::Paint paint(colour);
  if (said.empty()) {
    print(listed(pages, paint));
    return 0;
  }
  std::string code = as_code(said);
  if (code.starts_with("LOAD_") && std::ranges::find(pages, code, &ErrorPage::code) == pages.end()) code.erase(0, 5);
  if (const auto page = std::ranges::find(pages, code, &ErrorPage::code); page != pages.end()) {
    print(paint.bold(page->code) + " (" + page->about + ")\n\n" + page->text);
    return 0;
  }
  std::vector<std::string> codes;
  for (const auto& page : pages) codes.push_back(page.code);
  const std::string near = base::nearest(code, codes);
  base::refuse({"UNKNOWN_CODE", {}, 0, 0, {}, "no message has the code `" + base::printable(said, 60) + "`" + (near.empty() ? "; `remit error` lists all" : "; the nearest is `" + near + "`"), {}, {}});
}

}  // namespace

void add_error(Program& program) {
  auto* command = program.app.add_subcommand("error", "what the code of a message means, with a wrong and a right example; all codes, without one");
  auto code = std::make_shared<std::string>();
  command->add_option("code", *code, "the word in brackets at the end of a message");
  command->footer("examples:\n  remit error UNKNOWN_FIELD\n  remit error");
  command->callback([code, &program] { program.chosen = [code, &program] { return run(*code, program.colour); }; });
}

}  // namespace remit::cli
