// What editors are told and what the loader takes are the same: every word, key, name and verb, and after which types a verb may stand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/problem.hpp"
#include "lua/loading.hpp"
#include "study/editor_words.hpp"
#include "lua/vocabulary.hpp"

namespace remit::study {

using base::Type;
using testing::IsEmpty;

namespace {

const lua::Vocabulary& vocabulary() {
  static const lua::Vocabulary made = lua::vocabulary();
  return made;
}

/// "CODE message" of every mistake in a pack of this text.
std::vector<std::string> mistakes_in(const std::string& rules, const std::string& records = {}) {
  std::vector<std::string> out;
  try {
    lua::load_layers({{"p", "p", {{"p/pack.lua", "pack \"p\" { title = \"P\", version = \"1.0.0\" }"}, {"p/records.lua", records}, {"p/rules.lua", rules}}}}, {});
  } catch (const base::Refused& refused) {
    for (const auto& problem : refused.problems) out.push_back(problem.code + " " + problem.message);
  }
  return out;
}

bool holds(const std::vector<std::string>& mistakes, std::string_view code) {
  return std::ranges::any_of(mistakes, [&](const auto& m) { return m.starts_with(code); });
}

}  // namespace

TEST(EditorWords, TheLoaderItselfSaysWhichKeysAWordHas) {
  ASSERT_TRUE(vocabulary().keys.contains("criterion"));
  EXPECT_TRUE(vocabulary().keys.at("criterion").contains("passes_when"));
  EXPECT_FALSE(vocabulary().keys.at("criterion").contains("arises_when"));
  EXPECT_TRUE(vocabulary().keys.at("conflict").contains("arises_when"));
  EXPECT_TRUE(vocabulary().keys.at("marking").contains("set_aside_when"));
  EXPECT_TRUE(vocabulary().keys.at("unless").contains("when"));
  EXPECT_TRUE(vocabulary().keys.at("case").contains("code"));
  EXPECT_TRUE(vocabulary().keys.at("period").contains("clause"));
}

TEST(EditorWords, AKeyThatIsListedIsTakenAndNoOther) {
  for (const auto& [word, keys] : vocabulary().keys) {
    if (!vocabulary().names.contains(word) || word == "pack" || word == "marking") continue;   // inside another; said once; only with each/1
    for (const std::string& key : keys) {
      const auto mistakes = mistakes_in(word + " \"x\" { " + key + " = 1 }");
      EXPECT_FALSE(std::ranges::any_of(mistakes, [&](const auto& m) { return m.starts_with("UNKNOWN_KEY") && m.find("`" + key + "`") != m.npos && m.find("no `" + key) != m.npos; }))
          << word << "." << key << ": " << testing::PrintToString(mistakes);
    }
    const bool open = word == "record" || mistakes_in(word + " \"x\" { title = \"T\", clause = \"1\", zzzz = \"x\" }").empty();
    if (open) continue;
    EXPECT_TRUE(holds(mistakes_in(word + " \"x\" { zzzz = 1 }"), "UNKNOWN_KEY")) << word;
  }
}

TEST(EditorWords, EveryKeyIsSaidAndNoneBesides) {
  std::vector<std::string> unsaid, unknown;
  for (const auto& [word, keys] : vocabulary().keys)
    for (const std::string& key : keys)
      if (!said_of_key(word, key)) unsaid.push_back(word + "." + key);
  EXPECT_THAT(unsaid, IsEmpty());
  for (const SaidKey& said : said_keys()) {
    const bool known = std::ranges::any_of(vocabulary().keys, [&](const auto& k) { return (said.word.empty() || k.first == said.word) && k.second.contains(std::string(said.key)); });
    if (!known) unknown.push_back(std::string(said.word) + "." + std::string(said.key));
  }
  EXPECT_THAT(unknown, IsEmpty());
}

TEST(EditorWords, EveryNameIsSaidAndNoneBesides) {
  std::vector<std::string> unsaid, unknown;
  for (const auto& [name, entry] : vocabulary().names)
    if (!said_of_name(name)) unsaid.push_back(name);
  EXPECT_THAT(unsaid, IsEmpty());
  for (const SaidName& said : said_names())
    if (const std::string table(said.name.substr(0, said.name.find('.'))); !vocabulary().names.contains(table)) unknown.emplace_back(said.name);
  EXPECT_THAT(unknown, IsEmpty());
}

TEST(EditorWords, EveryVerbIsSaid) {
  std::vector<std::string> unsaid;
  for (const std::string& verb : lua::verb_names())
    if (!said_of_verb(verb)) unsaid.push_back(verb);
  EXPECT_THAT(unsaid, IsEmpty());
}

/// What stands between the brackets of a verb, so that it is not that which is told.
std::string called(const std::string& verb) { return ":" + verb + (verb == "every" || verb == "any" || verb == "none" ? "(panel.id:is_answered())" : "()"); }

// Asked of the loader, verb by verb: one that does not fit is told as WRONG_VERB.
TEST(EditorWords, VerbsFollowTheTypesThatTheLoaderLetsThemFollow) {
  struct Asked {
    const char *declared, *said;
    Type type, item;
  };
  const std::string records = "record \"thing\" { size = count }\nrecord \"application\" { a_text = text, a_yes = yes_no, a_count = count, a_number = number, a_money = money, a_date = date,"
                              " a_moment = moment, an_organisation = organisation, a_word = { \"b\", \"c\" }, an_answer = answer, a_list = list_of(text), things = list_of(thing), a_group = { inner = text } }";
  const Asked all[] = {{"text", "a_text", Type::text, Type::text}, {"yes_no", "a_yes", Type::yes_no, Type::text}, {"count", "a_count", Type::count, Type::text},
                       {"number", "a_number", Type::number, Type::text}, {"money", "a_money", Type::money, Type::text}, {"date", "a_date", Type::date, Type::text},
                       {"moment", "a_moment", Type::moment, Type::text}, {"organisation", "an_organisation", Type::organisation, Type::text},
                       {"one_of", "a_word", Type::one_of, Type::text}, {"answer", "an_answer", Type::answer, Type::text}, {"list_of(text)", "a_list", Type::list, Type::text},
                       {"list_of(thing)", "things", Type::list, Type::record}, {"a group", "a_group", Type::record, Type::text}};
  for (const Asked& asked : all) {
    const auto verbs = verbs_after(asked.type, asked.item);
    for (const std::string& verb : lua::verb_names()) {
      const auto mistakes = mistakes_in("criterion \"c\" { title = \"T\", clause = \"1\", passes_when = application." + std::string(asked.said) + called(verb) + " }", records);
      EXPECT_EQ(!holds(mistakes, "WRONG_VERB"), std::ranges::find(verbs, verb) != verbs.end()) << asked.declared << ":" << verb << ": " << testing::PrintToString(mistakes);
    }
  }
}

TEST(EditorWords, VerbsFollowNumbersAndApplicationsAsTheLoaderLetsThem) {
  for (const std::string& verb : lua::verb_names()) {
    auto refused = [&](const std::string& left) { return holds(mistakes_in("criterion \"c\" { title = \"T\", clause = \"1\", passes_when = " + left + called(verb) + " }"), "WRONG_VERB"); };
    const auto number = verbs_after_number(), applications = verbs_after_applications();
    EXPECT_EQ(!refused("application.outcomes:count()"), std::ranges::find(number, verb) != number.end()) << "number:" << verb;
    EXPECT_EQ(!refused("applications"), std::ranges::find(applications, verb) != applications.end()) << "applications:" << verb;
  }
}

}  // namespace remit::study
