#include "study/items.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <span>

#include "lua/lexer.hpp"
#include "study/changed_round.hpp"

namespace remit::study {

using intake::Json;
using lua::Token;
using lua::TokenKind;

namespace {

using Tokens = std::span<const Token>;

std::string word_of(const Token& token) { return std::string(token.kind == TokenKind::text ? token.value : token.words); }

int depth_after(int depth, const Token& t) {
  if (t.kind == TokenKind::text) return depth;
  for (const char* opens : {"{", "(", "[", "function", "if", "do"})
    if (t.words == opens) return depth + 1;
  for (const char* closes : {"}", ")", "]", "end"})
    if (t.words == closes) return depth - 1;
  return depth;
}

// The place of what closes the bracket at `at`; the last token when nothing does.
std::size_t closing(Tokens tokens, std::size_t at) {
  int depth = 0;
  for (std::size_t i = at; i < tokens.size(); ++i)
    if ((depth = depth_after(depth, tokens[i])) == 0) return i;
  return tokens.empty() ? 0 : tokens.size() - 1;
}

Json table_of(Tokens tokens);

Json value_of(Tokens tokens) {
  if (tokens.size() == 1) {
    Json one = text_value(word_of(tokens[0]));
    if (tokens[0].kind == TokenKind::integer) one.kind = Json::Kind::number;
    return one;
  }
  if (!tokens.empty() && tokens[0].is("{") && closing(tokens, 0) == tokens.size() - 1) return table_of(tokens.subspan(1, tokens.size() - 2));
  std::string said;
  for (const Token& token : tokens) said += (said.empty() ? "" : " ") + word_of(token);
  return text_value(std::move(said));
}

// A list, or an object in which what has no name is the list `items`.
Json table_of(Tokens tokens) {
  Json named, plain;
  named.kind = Json::Kind::object;
  plain.kind = Json::Kind::list;
  std::size_t start = 0;
  int depth = 0;
  for (std::size_t i = 0; i <= tokens.size(); ++i) {
    if (i < tokens.size() && !(depth == 0 && (tokens[i].is(",") || tokens[i].is(";")))) {
      depth = depth_after(depth, tokens[i]);
      continue;
    }
    const Tokens part = tokens.subspan(start, i - start);
    start = i + 1;
    if (part.empty()) continue;
    if (part.size() > 2 && part[0].kind == TokenKind::name && part[1].is("=")) named.members.emplace_back(part[0].words, value_of(part.subspan(2)));
    else if (part.size() > 4 && part[0].is("[") && part[3].is("=")) named.members.emplace_back(word_of(part[1]), value_of(part.subspan(4)));
    else plain.items.push_back(value_of(part));
  }
  if (named.members.empty()) return plain;
  if (!plain.items.empty()) named.members.emplace_back("items", std::move(plain));
  return named;
}

std::vector<Token> tokens_of(std::string_view text, const std::string& file, std::deque<std::string>& texts) {
  lua::Lexer lexer(text, texts);
  std::vector<Token> tokens;
  try {
    for (Token t = lexer.next(); t.kind != TokenKind::end_of_file; t = lexer.next()) tokens.push_back(t);
  } catch (base::Problem& problem) {
    problem.file = file;
    base::refuse(problem, 3);
  }
  return tokens;
}

}  // namespace

bool Item::carries(std::string_view row) const {
  const Json& rows = keys["row"];
  return rows.str() == row || std::ranges::any_of(rows.items, [&](const Json& r) { return r.str() == row; });
}

std::vector<Item> items_of(const lua::LayerText& layer) {
  std::vector<Item> found;
  for (const auto& [file, text] : layer.files) {
    std::deque<std::string> texts;
    const std::vector<Token> tokens = tokens_of(text, file, texts);
    const Tokens all = tokens;
    for (std::size_t i = 0; i + 2 < all.size(); ++i) {
      if (all[i].kind != TokenKind::name || all[i + 1].kind != TokenKind::text || !all[i + 2].is("{")) continue;
      const std::size_t end = closing(all, i + 2);
      Item item{word_of(all[i]), word_of(all[i + 1]), file, all[i].line, all[end].line, table_of(all.subspan(i + 3, end - i - 3)), {}};
      if (item.keys.kind == Json::Kind::list) {   // nothing has a name
        Json list = std::move(item.keys);
        item.keys = Json();
        item.keys.kind = Json::Kind::object;
        item.keys.members.emplace_back("items", std::move(list));
      }
      for (const Token& token : all.subspan(i, end - i + 1)) item.words.push_back(word_of(token));
      found.push_back(std::move(item));
      i = end;
    }
  }
  return found;
}

}  // namespace remit::study
