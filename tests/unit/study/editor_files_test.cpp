// The files for editors hold every record and field of the pack, and every verb after each of them.
#include <gtest/gtest.h>

#include "study/editor_files.hpp"
#include "study/editor_words.hpp"

namespace remit::study {

namespace {

std::shared_ptr<const policy::Pack> little_pack() {
  const std::string records = "record \"body\" { key = \"id\", name = text { label = \"what it is called\" }, kind = { \"board\", \"panel\" }, site = { town = text } }\n";
  const std::string rules = "parameter \"most\" { title = \"The most\", clause = \"1\", unit = count, value = 3 }\n"
                            "requirement \"r\" { title = \"R\", clause = \"1\", of = body, passes_when = body.name:is_answered() }\n";
  return lua::load_layers({{"p", "p", {{"p/pack.lua", "pack \"p\" { title = \"P\", version = \"1.0.0\" }"}, {"p/records.lua", records}, {"p/rules.lua", rules}}}}, {});
}

class EditorFiles : public testing::Test {
 protected:
  std::shared_ptr<const policy::Pack> pack = little_pack();
  lua::Vocabulary words = lua::vocabulary();

  /// The part of `text` from `begin` to the next empty line.
  static std::string paragraph(const std::string& text, const std::string& begin) {
    const auto at = text.find(begin);
    if (at == text.npos) return {};
    return text.substr(at, text.find("\n\n", at) - at);
  }
};

}  // namespace

TEST_F(EditorFiles, EveryFieldOfEveryRecordIsDefinedWithItsLabel) {
  const std::string text = definitions(*pack, words);
  std::size_t fields = 0;
  for (const EditorRecord& record : editor_records(*pack)) {
    EXPECT_NE(text.find("\n" + record.name + " = {}\n"), text.npos) << record.name;
    for (const base::Field& field : record.type->fields) {
      const auto dot = field.path.rfind('.');
      const std::string owner = dot == field.path.npos ? "remit.record." + record.name : "remit." + record.name + "." + field.path.substr(0, dot);
      const std::string here = paragraph(text, "---@class " + owner + ":");
      EXPECT_NE(here.find("---@field " + field.name + " remit."), here.npos) << record.name << "." << field.path;
      EXPECT_NE(here.find("# " + field.label), here.npos) << record.name << "." << field.path;
      ++fields;
    }
  }
  EXPECT_GT(fields, 100U);
}

TEST_F(EditorFiles, AFieldOfThePackHasItsOwnWordsAndItsGroup) {
  const std::string text = definitions(*pack, words);
  EXPECT_NE(text.find("---@field name remit.text # what it is called"), text.npos);
  EXPECT_NE(paragraph(text, "---@class remit.body.kind:").find("---@param value \"board\"|\"panel\"|remit.handle"), std::string::npos);
  EXPECT_NE(text.find("---@field town remit.text # town"), text.npos);
  EXPECT_NE(text.find("---@field most remit.count # "), text.npos);
  EXPECT_NE(text.find("each is called `other_body`"), text.npos);
}

TEST_F(EditorFiles, EveryWordIsAFunctionWithItsKeys) {
  const std::string text = definitions(*pack, words);
  for (const auto& [word, keys] : words.keys) {
    const bool inside = !words.names.contains(word);
    const std::string here = paragraph(text, "---@class remit." + std::string(inside ? "" : "word.") + word + "\n");
    ASSERT_FALSE(here.empty()) << word;
    for (const std::string& key : keys) EXPECT_NE(here.find("---@field " + key), here.npos) << word << "." << key;
    if (!inside) {
      EXPECT_NE(text.find("\nfunction " + word + "(name) end"), text.npos) << word;
    }
  }
}

TEST_F(EditorFiles, EveryVerbHasAFunctionAndASentence) {
  const std::string text = definitions(*pack, words);
  for (const char* verb : {"is", "is_not", "is_one_of", "is_answered", "at_least", "at_most", "is_before", "is_after", "includes", "includes_any", "excludes", "covers",
                           "every", "any", "none", "count", "count_distinct", "sum"}) {
    EXPECT_NE(text.find("function here:" + std::string(verb) + "("), text.npos) << verb;
    EXPECT_NE(text.find("---" + std::string(said_of_verb(verb)->says) + "\n"), text.npos) << verb;
  }
}

TEST_F(EditorFiles, LuacheckKnowsEveryFieldAndNoMore) {
  const std::string text = luacheck_settings(*pack, words);
  const auto at = text.find("  body = { fields = {\n");
  ASSERT_NE(at, text.npos);
  const std::string body = text.substr(at, text.find("  } },", at) - at);
  for (const char* line : {"    id = value,", "    name = value,", "    kind = value,", "    site = { fields = { is_answered = {},", "      town = value,"}) EXPECT_NE(body.find(line), body.npos) << line;
  EXPECT_NE(text.find("  applications = { fields = { any = {}, none = {}, count = {} } },"), text.npos);
}

TEST_F(EditorFiles, TheSameBytesEachTime) {
  const auto first = editor_files(*pack), second = editor_files(*little_pack());
  ASSERT_EQ(first.size(), 3U);
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].text, second[i].text) << first[i].path;
}

}  // namespace remit::study
