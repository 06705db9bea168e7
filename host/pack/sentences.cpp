#include "pack/sentences.hpp"

#include <deque>
#include <filesystem>

#include "base/problem.hpp"
#include "lua/lexer.hpp"

namespace remit::pack {

namespace {

bool opens(std::string_view word) { return word == "{" || word == "(" || word == "[" || word == "function" || word == "if" || word == "do"; }
bool closes(std::string_view word) { return word == "}" || word == ")" || word == "]" || word == "end"; }

// The words of a file; fewer when it is no text of Lua, which loading it has told already.
Words words_of(const std::string& text) {
  Words out;
  std::deque<std::string> kept;
  try {
    lua::Lexer lexer(text, kept);
    for (lua::Token token = lexer.next(); token.kind != lua::TokenKind::end_of_file; token = lexer.next()) out.emplace_back(token.words);
  } catch (const base::Problem&) {
  }
  return out;
}

std::string unquoted(const std::string& word) { return word.size() >= 2 && (word[0] == '"' || word[0] == '\'') ? word.substr(1, word.size() - 2) : std::string(); }

// `at` stands at the first word of a part; comes back with it at the `,` or `}` that ends the part.
Words part_from(const Words& words, std::size_t& at) {
  Words out;
  for (int depth = 0; at < words.size(); ++at) {
    if (depth == 0 && (words[at] == "," || words[at] == ";" || words[at] == "}")) break;
    depth += opens(words[at]) - closes(words[at]);
    out.push_back(words[at]);
  }
  return out;
}

}  // namespace

std::string Sentences::text(const std::string& part) const {
  const auto at = parts.find(part);
  return at == parts.end() || at->second.size() != 1 ? std::string() : unquoted(at->second.front());
}

std::map<std::string, Sentences> sentences_of(const lua::LayerText& layer) {
  std::map<std::string, Sentences> out;
  for (const auto& [file, text] : layer.files) {
    const Words words = words_of(text);
    for (std::size_t at = 0; at + 2 < words.size(); ++at) {
      const std::string id = unquoted(words[at + 1]);
      if (id.empty() || words[at + 2] != "{") continue;
      Sentences rule{words[at], id, std::filesystem::path(file).lexically_relative(layer.place).generic_string(), {}};
      at += 3;
      while (at < words.size() && words[at] != "}") {
        std::string name = std::to_string(rule.parts.size() + 1);   // a member without a name
        if (at + 1 < words.size() && words[at + 1] == "=") {
          name = words[at];
          at += 2;
        }
        rule.parts[name] = part_from(words, at);
        if (at < words.size() && words[at] != "}") ++at;
      }
      std::string key = rule.kind + " " + rule.id;
      out.emplace(std::move(key), std::move(rule));
    }
  }
  return out;
}

std::string in_line(const Words& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string &word = words[i], before = i == 0 ? "" : words[i - 1];
    const bool tight = i == 0 || word == "." || word == ":" || word == "," || word == "(" || word == ")" || word == "]" || word == "[" || before == "." || before == ":" || before == "(" || before == "[" || before == "#";
    out += (tight ? "" : " ") + word;
  }
  return out;
}

std::vector<Words> members_of(const Words& words, std::string_view joiner) {
  if (words.size() < 3 || words[0] != joiner || words[1] != "{" || words.back() != "}") return {words};
  std::vector<Words> out;
  for (std::size_t at = 2; at + 1 < words.size(); ++at) {
    Words member = part_from(words, at);
    if (!member.empty()) out.push_back(std::move(member));
  }
  return out;
}

}  // namespace remit::pack
