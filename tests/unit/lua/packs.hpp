// Packs from texts, and the records that their rules are asked about, for the tests of the file level.
#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/arena.hpp"
#include "base/date.hpp"
#include "lua/load.hpp"
#include "policy/applications.hpp"

namespace remit::lua {

using Files = std::vector<std::pair<std::string, std::string>>;

/// A layer called `id` with these files; a pack.lua is put before them when there is none.
inline LayerText layer(const std::string& id, Files files) {
  LayerText made{id, id, {}};
  if (files.empty() || files.front().first != "pack.lua") files.insert(files.begin(), {"pack.lua", "pack \"" + id + "\" { title = \"A test\", version = \"1.2.3\" }"});
  for (auto& [name, text] : files) made.files.emplace_back(id + "/" + name, std::move(text));
  return made;
}

/// The pack whose rules.lua is this text.
inline std::shared_ptr<const policy::Pack> pack_of(const std::string& rules, Files before = {}) {
  before.emplace_back("rules.lua", rules);
  try {
    return load_layers({layer("area", std::move(before))}, {});
  } catch (const base::Refused& refused) {
    for (const auto& p : refused.problems) ADD_FAILURE() << p.text();
    throw;
  }
}

/// "CODE rules.lua:3:5 message" of every mistake, in the order in which they are told.
inline std::vector<std::string> mistakes_of(std::vector<LayerText> layers) {
  std::vector<std::string> out;
  try {
    load_layers(std::move(layers), {});
  } catch (const base::Refused& refused) {
    EXPECT_EQ(refused.exit_code, 3);
    for (const auto& p : refused.problems) {
      const std::string file = p.file.substr(p.file.find('/') + 1);
      out.push_back(p.code + " " + file + ":" + std::to_string(p.line) + ":" + std::to_string(p.column) + " " + p.message);
    }
  }
  return out;
}
inline std::vector<std::string> mistakes_in(const std::string& rules, Files before = {}) {
  before.emplace_back("rules.lua", rules);
  return mistakes_of({layer("area", std::move(before))});
}
/// The same of one criterion that says `passes_when = <sentence>` on its second line, from column 15 on.
inline std::vector<std::string> mistakes_in_sentence(const std::string& sentence) {
  return mistakes_in("criterion \"c\" { title = \"T\", clause = \"1\",\n passes_when = " + sentence + " }");
}

/// The records in view of a pack's rules. Fields hold their stated defaults until they are set.
class InView {
 public:
  explicit InView(std::shared_ptr<const policy::Pack> pack, std::string_view today = "2012-03-01") : pack_(std::move(pack)), work(pack_->start_work()) {
    parameters_ = pack_->parameters_on(moment(today).integer);
    facts.records[policy::root::parameters] = parameters_.data();
  }

  static base::Value moment(std::string_view text) {
    base::Value v;
    EXPECT_TRUE(base::read_moment(text, v)) << text;
    return v;
  }
  base::Value text(std::string_view s) { return base::Value::of_text(arena_.copy(s)); }
  static base::Value money(std::int64_t pounds) { return base::Value::of(base::Kind::money, pounds * 100); }
  static base::Value count(std::int64_t n) { return base::Value::of(base::Kind::count, n); }
  static base::Value ratio(std::int64_t a, std::int64_t b) {
    static std::deque<base::Rational> kept;
    kept.emplace_back(a, b);
    base::Value v;
    v.kind = base::Kind::ratio;
    v.ratio = &kept.back();
    return v;
  }
  base::Value list(std::vector<base::Value> items) { return base::Value::of_items(base::Kind::list, arena_.copy(std::span<const base::Value>(items))); }
  base::Value texts(std::vector<std::string_view> items) {
    std::vector<base::Value> values;
    for (auto s : items) values.push_back(text(s));
    return list(std::move(values));
  }
  using Fields = std::vector<std::pair<std::string, base::Value>>;
  /// A record of the type that `root` names.
  base::Value record(const std::string& root, const Fields& fields) {
    auto values = blank(root);
    for (const auto& [path, value] : fields) put(root, values, path, value);
    return base::Value::of_items(base::Kind::record, arena_.copy(std::span<const base::Value>(values)));
  }
  /// Puts "application.title" in view with this value; its record and its groups come into view with it.
  void set(const std::string& name, base::Value value) {
    const auto dot = name.find('.');
    put(name.substr(0, dot), view(name.substr(0, dot)), name.substr(dot + 1), value);
  }
  std::vector<base::Value>& view(const std::string& root) {
    auto [at, fresh] = records_.try_emplace(root);
    if (fresh) {
      at->second = blank(root);
      facts.records[root_of(root)] = at->second.data();
    }
    return at->second;
  }
  /// The round's applications, in order.
  void applications(const std::vector<base::Value>& rows) {
    rows_.clear();
    order_.clear();
    for (const auto& row : rows) rows_.push_back(row.items);
    for (std::uint32_t i = 0; i < rows_.size(); ++i) order_.push_back(i);
    all_ = std::make_unique<policy::Applications>(rows_, order_, pack_->application_keys);
    facts.applications = all_.get();
  }

  policy::Outcome ask(const policy::Test& test) { return test.ask(facts, *work); }
  policy::Explanation explain(const policy::Test& test) {
    const policy::Outcome outcome = ask(test);
    return test.explain(facts, *work, outcome);
  }
  std::string message(const policy::Test& test) { return explain(test).message; }
  /// "field: needed X, had Y", each.
  std::vector<std::string> shortfalls(const policy::Test& test) {
    std::vector<std::string> out;
    for (const auto& s : explain(test).shortfalls) out.push_back(s.field + ": needed " + s.needed + (s.had.empty() ? "" : ", had " + s.had));
    return out;
  }
  /// "root.path" or "root[2].path" of all that the last rule read, in order.
  std::vector<std::string> reads() const {
    std::vector<std::string> out;
    for (const auto& r : work->reads)
      out.push_back(pack_->roots[r.root].name + (r.item ? "[" + std::to_string(r.item) + "]" : "") + "." + pack_->roots[r.root].type->fields[r.field].path);
    return out;
  }

  const policy::Pack& pack() const { return *pack_; }

 private:
  std::shared_ptr<const policy::Pack> pack_;

 public:
  std::unique_ptr<policy::Work> work;
  policy::Facts facts;

 private:
  std::uint16_t root_of(const std::string& name) const {
    for (std::size_t i = 0; i < pack_->roots.size(); ++i)
      if (pack_->roots[i].name == name) return static_cast<std::uint16_t>(i);
    ADD_FAILURE() << "no root " << name;
    return 0;
  }
  std::vector<base::Value> blank(const std::string& root) const {
    std::vector<base::Value> values;
    for (const auto& field : pack_->roots[root_of(root)].type->fields) values.push_back(field.fallback);
    return values;
  }
  void put(const std::string& root, std::vector<base::Value>& values, const std::string& path, base::Value value) const {
    const base::RecordType& type = *pack_->roots[root_of(root)].type;
    const int at = type.find(path);
    if (at < 0) {
      ADD_FAILURE() << "no field " << root << "." << path;
      return;
    }
    const base::Field& field = type.fields[static_cast<std::size_t>(at)];
    if (field.type == base::Type::one_of && value.kind == base::Kind::text)
      for (std::size_t w = 0; w < field.words.size(); ++w)
        if (field.words[w] == value.str()) value = base::Value::of_word(field.words[w], static_cast<std::uint16_t>(w));
    values[static_cast<std::size_t>(at)] = value;
    for (int group = field.parent; value.answered() && group >= 0; group = type.fields[static_cast<std::size_t>(group)].parent)
      values[static_cast<std::size_t>(group)].kind = base::Kind::record;
  }

  base::Arena arena_;
  std::vector<base::Value> parameters_;
  std::map<std::string, std::vector<base::Value>> records_;
  std::vector<const base::Value*> rows_;
  std::vector<std::uint32_t> order_;
  std::unique_ptr<policy::Applications> all_;
};

}  // namespace remit::lua
