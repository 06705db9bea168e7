#include "letters/others.hpp"

#include <algorithm>
#include <cctype>

namespace remit::letters {

namespace {

struct Word {
  std::string text;         // in small letters
  std::size_t begin, end;   // in the text it stands in
};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }

/// Letters and digits that stand together; “ ” – and the like are above ASCII and end words too.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with("\xe2\x80")) {   // general punctuation: quotes, dashes
      i += std::min<std::size_t>(3, text.size() - i);
      continue;
    }
    if (!in_word(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    std::string word;
    for (; i < text.size() && in_word(text[i]) && !text.substr(i).starts_with("\xe2\x80"); ++i)
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
    out.push_back({std::move(word), begin, i});
  }
  return out;
}

bool stand_at(const std::vector<std::string>& name, const std::vector<Word>& words, std::size_t at) {
  if (name.size() > words.size() - at) return false;
  for (std::size_t i = 0; i < name.size(); ++i)
    if (name[i] != words[at + i].text) return false;
  return true;
}

}  // namespace

Others::Others(const record::DecisionDocument& document) {
  for (const auto& r : document.records) {
    add(r.applicant_name, "[another applicant]", r.applicant);
    add(r.applicant, "[another applicant]", r.applicant);
    add(r.application, "[another application]", r.applicant);
    if (r.title.find(' ') != std::string::npos || r.title.size() >= 8) add(r.title, "[another application]", r.applicant, true);
  }
  for (const auto& m : document.members) add(m.name, "[a member of the panel]", {});
}

void Others::add(std::string_view name, std::string_view instead, const std::string& applicant, bool title) {
  Name made{{}, instead, applicant, title && !name.empty() && is_capital(name.front())};
  for (Word& word : words_of(name)) made.words.push_back(std::move(word.text));
  if (made.words.empty()) return;
  auto& same = by_first_word_[made.words.front()];
  if (std::ranges::none_of(same, [&](const Name& n) { return n.words == made.words && n.applicant == applicant; })) same.push_back(std::move(made));
}

std::string Others::struck_for(std::string_view applicant, std::string_view text, std::size_t& struck) const {
  const std::vector<Word> words = words_of(text);
  std::string out;
  std::size_t from = 0;
  for (std::size_t i = 0; i < words.size();) {
    const Name* found = nullptr;
    if (const auto known = by_first_word_.find(words[i].text); known != by_first_word_.end()) {
      for (const Name& name : known->second) {
        if (!stand_at(name.words, words, i) || (name.capital && !is_capital(text[words[i].begin]))) continue;
        // the longest name counts; of two that are the same, the reader's own
        if (found == nullptr || name.words.size() > found->words.size() || (name.words.size() == found->words.size() && name.applicant == applicant)) found = &name;
      }
    }
    if (found == nullptr) {
      ++i;
      continue;
    }
    const std::size_t last = i + found->words.size() - 1;
    if (found->applicant.empty() || found->applicant != applicant) {
      out += text.substr(from, words[i].begin - from);
      out += found->instead;
      from = words[last].end;
      ++struck;
    }
    i = last + 1;
  }
  return out += text.substr(from);
}

}  // namespace remit::letters
