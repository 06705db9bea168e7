#include "record/findings.hpp"

#include <algorithm>
#include <exception>
#include <new>

#include "record/append.hpp"
#include "record/words.hpp"

namespace remit::record {

using policy::Outcome;

/// As records call it, without quotes.
std::string ReadWriter::name_of(const policy::Read& read) const {
  const auto& root = pack_.roots[read.root];
  const bool parameter = read.root == policy::root::parameters;
  const std::string& path = (parameter ? &pack_.parameter_type : root.type)->fields[read.field].path;
  if (read.item == 0) return root.name + '.' + path;
  if (read.root == policy::root::other)
    return "applications[" + std::string(round_->applications.at(read.item - 1, intake::application_field::id).str()) + "]." + path;
  if (root.others >= 0 && round_ != nullptr) {   // "bodies[board].parent"
    const auto list = static_cast<std::size_t>(root.others);
    const intake::Table& table = list == intake::records_field::members         ? round_->members
                                 : list == intake::records_field::organisations ? round_->organisations
                                                                                : round_->records[list - intake::records_field::first_own];
    return pack_.roots[policy::root::records].type->fields[list].path + '[' + std::string(table.rows[read.item - 1][0].str()) + "]." + path;
  }
  return root.name + '[' + std::to_string(read.item) + "]." + path;
}

void ReadWriter::write(std::span<const policy::Read> reads, std::string& out) {
  if (std::ranges::any_of(reads, [](const auto& read) { return read.item != 0; })) return write_items(reads, out);
  by_order_.clear();
  for (const auto& read : reads) by_order_.emplace_back(keys_[read.root][read.field].order, &read);
  std::ranges::sort(by_order_, {}, [](const auto& entry) { return entry.first; });
  out += '{';
  const policy::Read* last = nullptr;
  for (const auto& [order, read] : by_order_) {
    if (last != nullptr && last->root == read->root && last->field == read->field) continue;
    last = read;
    append_comma(out);
    out += keys_[read->root][read->field].key;
    append_value(read->value, out);
  }
  out += '}';
}

void ReadWriter::write_items(std::span<const policy::Read> reads, std::string& out) {
  by_name_.clear();
  for (const auto& read : reads)
    by_name_.emplace_back(name_of(read), &read);
  std::ranges::stable_sort(by_name_, [](const auto& a, const auto& b) { return sorts_before(a.first, b.first); });
  out += '{';
  const std::string* last = nullptr;
  for (const auto& [name, read] : by_name_) {
    if (last != nullptr && *last == name) continue;
    last = &name;
    append_comma(out);
    append_text(name, out);
    out += ':';
    append_value(read->value, out);
  }
  out += '}';
}

policy::Explanation explain(const policy::Rule& rule, const policy::Facts& facts, policy::Work& work, Outcome outcome) {
  policy::Explanation words;
  try {
    words = rule.test->explain(facts, work, outcome);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    // the outcome stands; its words are only lost
  }
  if (words.message.empty()) words.message = rule.title;
  return words;
}

std::unique_ptr<policy::Work> start_work(const policy::Pack& pack) {
  auto work = pack.start_work ? pack.start_work() : std::make_unique<policy::Work>();
  work->ledger = false;   // what was read is known already
  return work;
}

void append_shortfalls(std::span<const policy::Shortfall> shortfalls, std::string& out) {
  if (shortfalls.empty()) return;
  append_key("shortfalls", out);
  out += '[';
  for (const auto& shortfall : shortfalls) {
    append_comma(out);
    out += '{';
    append_stated("field", shortfall.field, out);
    append_stated("had", shortfall.had, out);
    append_stated("needed", shortfall.needed, out);
    out += '}';
  }
  out += ']';
}

FindingWriter::FindingWriter(const RoundConstants& constants)
    : constants_(constants), reads_(constants.policy(), constants.read_keys, &constants.round()), work_(start_work(constants.policy())), facts_(engine::facts_of(constants.decided->view)) {}

void FindingWriter::find_words(std::span<const engine::Finding> findings, const auto& rules, std::uint32_t application,
                               std::vector<policy::Explanation>& words) {
  words.resize(std::max(words.size(), findings.size()));
  for (std::size_t f = 0; f < findings.size(); ++f) {
    if (!has_words(findings[f].outcome)) continue;
    engine::turn_to(constants_.decided->view, application, facts_);
    words[f] = explain(rules[findings[f].criterion], facts_, *work_, findings[f].outcome);
    work_->arena.clear();
  }
}

void FindingWriter::turn_to(std::uint32_t application) {
  const auto& eligibility = constants_.decided->eligibility.of[application];
  find_words(eligibility.findings, constants_.policy().criteria, application, words_);
  find_words(eligibility.beside, constants_.policy().requirements, application, beside_);
}

void FindingWriter::write_beside(std::uint32_t application, std::string& out) {
  const auto& findings = constants_.decided->eligibility.of[application].beside;
  out += R"(,"findings":[)";
  for (std::size_t f = 0; f < findings.size(); ++f) {
    append_comma(out);
    append_finding(findings[f], constants_.requirements[findings[f].criterion], beside_[f], reads_, out);
  }
  out += ']';
}

void FindingWriter::write(std::uint32_t application, std::string& out) {
  const auto& eligibility = constants_.decided->eligibility.of[application];
  if (eligibility.withdrawn) {
    out += "null";
    return;
  }
  out += R"({"findings":[)";
  for (std::size_t f = 0; f < eligibility.findings.size(); ++f) {
    append_comma(out);
    append_finding(eligibility.findings[f], constants_.criteria[eligibility.findings[f].criterion], words_[f], reads_, out);
  }
  out += R"(],"outcome":")";
  out += word(eligibility.outcome);
  out += R"("})";
}

void append_finding(const engine::Finding& finding, const RuleText& text, const policy::Explanation& words, ReadWriter& reads, std::string& out) {
  out += '{';
  append_member("cause", finding.cause, out);
  append_comma(out);
  out += text.clause_to_layer;
  if (has_words(finding.outcome)) append_stated("message", words.message, out);
  out += R"(,"outcome":")";
  out += policy::word(finding.outcome);
  out += '"';
  out += text.plugin;
  out += R"(,"read":)";
  reads.write(finding.reads, out);
  out += text.reading_to_rule;
  if (has_words(finding.outcome)) append_shortfalls(words.shortfalls, out);
  out += text.title;
}

void FindingWriter::write_missed(std::uint32_t application, std::string& out) const {
  const auto& findings = constants_.decided->eligibility.of[application].findings;
  for (std::size_t f = 0; f < findings.size(); ++f) {
    const policy::Rule& rule = constants_.policy().criteria[findings[f].criterion];
    if (!blocks(rule, findings[f].outcome) && !refers(rule, findings[f].outcome)) continue;
    append_missed(rule, words_[f], out);
  }
}

void append_missed(const policy::Rule& rule, const policy::Explanation& words, std::string& out) {
  for (const auto& shortfall : words.shortfalls) {
    append_comma(out);
    out += '{';
    append_member("clause", rule.clause, out);
    append_stated("field", shortfall.field, out);
    append_stated("had", shortfall.had, out);
    append_stated("needed", shortfall.needed, out);
    append_stated("rule", rule.id, out);
    out += '}';
  }
}

}  // namespace remit::record
