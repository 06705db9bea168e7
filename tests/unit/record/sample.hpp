// A small round, read from JSON and decided with a pack made in C++: what the tests of this folder write records of.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/decided.hpp"
#include "record/constants.hpp"

namespace remit::record::test {

/// What a rule answers about the records in view; it notes what it reads.
using Answer = std::function<policy::Outcome(const policy::Facts&, policy::Work&)>;
using Words = std::function<policy::Explanation(const policy::Facts&)>;

const base::Value& look(const policy::Facts& facts, policy::Work& work, std::uint16_t root, std::uint16_t field);

struct Sample {
  Sample();
  policy::Rule& criterion(const std::string& id, policy::Effect effect, Answer answer, Words words = {});
  policy::Conflict& conflict(const std::string& id, Answer answer);
  policy::Requirement& requirement(const std::string& id, std::uint16_t of, Answer answer, Words words = {});
  /// `asks`: what an appeal that is admitted should bring besides.
  policy::Appeal& appeal(const std::string& id, Answer answer, Words words = {}, Answer asks = {});
  void parameter(const std::string& id, base::Value value, const std::string& clause);
  void silence(const std::string& id, const std::string& title, const std::string& clause, const std::string& so);

  /// Reads `json` (a round as one document) and decides it. Call once, after the rules are there.
  void decide(const std::string& json, Run run = {});
  std::string record(const std::string& application);   // without a line end
  std::string brief(const std::string& application);
  std::string ndjson(unsigned threads = 1);
  std::string document(unsigned threads = 1);

  policy::Pack pack;
  policy::Plugins* plugins = nullptr;   // who answers for the pack's uses
  std::unique_ptr<intake::Round> round;
  engine::Decided decided;
  RoundConstants constants;

 private:
  std::uint32_t row(const std::string& application) const;
};

/// A round with the applications given (JSON objects, with commas between), one stream `s` of £1,000 with the measures
/// need (weight 3, at least 2) and value (weight 1), members m1 and m2, and the organisations o1 and o2.
std::string round_of(const std::string& applications, const std::string& scores = "");
/// An application with the keys that must be there; `more` is appended inside ("" or `,"key":...`).
std::string application(const std::string& id, const std::string& amount, const std::string& more = "");
/// Marks by both members: `need` and `value`, with justifications.
std::string scored(const std::string& application, const std::string& need, const std::string& value);

}  // namespace remit::record::test
