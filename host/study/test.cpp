#include "study/test.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <thread>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "study/changed_round.hpp"

namespace remit::study {

using intake::Json;

namespace {

std::vector<std::string> texts_of(const Json& value) {
  std::vector<std::string> texts;
  if (value.kind == Json::Kind::text) texts.push_back(value.text);
  for (const Json& item : value.items) texts.push_back(item.str());
  return texts;
}

// How the run ended, and words in what was said.
void compare_run(const Case& c, const Answer& answer, Given& given) {
  if (answer.exit < 0) return given.says("the case", answer.said);
  const Json& exit = c.expect["exit"];
  const std::string wanted = exit.is_null() ? "0" : exit.str();
  if (wanted != std::to_string(answer.exit)) {
    given.wrong.push_back({"the run", "exit code", wanted, std::to_string(answer.exit), {}});
    if (answer.exit != 0) given.wrong.back().why.push_back("said: " + base::printable(answer.said, 1500));
  }
  for (const std::string& text : texts_of(c.expect["text"]))
    if (answer.said.find(text) == std::string::npos) given.wrong.push_back({"what Remit says", "text", "... " + text + " ...", base::printable(answer.said, 600), {}});
  for (const std::string& text : texts_of(c.expect["text_none"]))
    if (answer.said.find(text) != std::string::npos) given.wrong.push_back({"what Remit says", "text", "nothing of `" + text + "`", "it is there", {}});
}

// Every layer of the pack: core first, its own last.
std::vector<lua::LayerText> changed(std::vector<lua::LayerText> layers, const Json& changes, std::string& wrong) {
  lua::LayerText& own = layers.back();
  for (const Json& change : changes.items) {
    const std::string file = own.place + "/" + change["file"].str();
    const auto at = std::ranges::find_if(own.files, [&](const auto& f) { return f.first == file; });
    const auto found = at == own.files.end() ? std::string::npos : at->second.find(change["find"].str());
    if (found == std::string::npos) wrong = file + (at == own.files.end() ? " is no file of the pack" : " has no text `" + change["find"].str() + "` to change");
    else at->second.replace(found, change["find"].str().size(), change["put"].str());
  }
  return layers;
}

}  // namespace

Bench::Bench(std::filesystem::path folder, lua::LoadOptions options, Outside outside)
    : folder_(std::move(folder)), options_(std::move(options)), outside_(std::move(outside)), layers_(lua::read_layers(folder_, options_)) {
  studied_ = lua::load_to_study(layers_, options_);
  items_ = items_of(layers_.back());
  suite_ = read_suite(folder_);
}

const Bench::Variant& Bench::variant(const Case& c) const {
  std::string key;
  intake::write_canonical_json(c.policy, key);
  const std::lock_guard lock(mutex_);
  auto& made = variants_[key];
  if (made) return *made;
  made = std::make_unique<Variant>();
  try {
    std::vector<lua::LayerText> layers = changed(layers_, c.policy, made->wrong);
    if (made->wrong.empty()) {
      made->items = items_of(layers.back());
      made->pack = lua::load_layers(std::move(layers), options_);
    }
  } catch (base::Refused& refused) {
    made->problems = std::move(refused.problems);
  }
  return *made;
}

Answer Bench::ask(const Case& c, const policy::Pack*& pack, const std::vector<Item>*& items) const {
  pack = studied_.pack.get();
  items = &items_;
  if (!c.policy.is_null()) {
    const Variant& other = variant(c);
    Answer answer;
    answer.exit = !other.wrong.empty() ? -1 : c.command == Command::check ? 1 : 3;
    answer.said = other.wrong;
    for (const auto& problem : other.problems) answer.said += problem.text() + "\n";
    if (!other.pack) return answer;
    pack = other.pack.get();
    items = &other.items;
  }
  return asks_remit(c.expect) ? ask_case(c, suite_, *pack, outside_) : Answer();
}

void Bench::use(lua::Studied studied, std::vector<Item> items) {
  studied_ = std::move(studied);
  items_ = std::move(items);
}

Result Bench::run(const Case& c, Answer* kept) const {
  const auto began = std::chrono::steady_clock::now();
  const policy::Pack* pack = nullptr;
  const std::vector<Item>* items = nullptr;
  Answer answer = ask(c, pack, items);
  Given given(*items, answer.document.is_null() ? nullptr : &answer.document);
  compare_run(c, answer, given);
  if (answer.exit >= 0) compare(given, c.expect);
  Result result{&c, std::move(given.wrong), 0};
  result.microseconds = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began).count();
  if (kept) *kept = std::move(answer);
  return result;
}

std::vector<Result> Bench::run(const std::vector<std::size_t>& cases, unsigned threads) const {
  std::vector<Result> results(cases.size());
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failed;
  std::mutex guard;
  const auto work = [&] {
    try {
      for (std::size_t i = next++; i < cases.size(); i = next++) results[i] = run(suite_.cases[cases[i]]);
    } catch (...) {
      const std::lock_guard lock(guard);
      failed = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  for (unsigned t = 1; t < std::min<std::size_t>(std::max(threads, 1U), cases.size()); ++t) others.emplace_back(work);
  work();
  for (auto& other : others) other.join();
  if (failed) std::rethrow_exception(failed);
  return results;
}

std::set<std::string> own_files(const Bench& bench) {
  std::set<std::string> files;
  for (const auto& [name, text] : bench.layers().back().files) files.insert(name);
  return files;
}

bool speaks_of(const Case& c, const std::string& filter) {
  const auto holds = [&](const std::string& text) { return text.find(filter) != std::string::npos; };
  if (holds(c.file) || holds(c.name) || holds(c.clause) || std::ranges::any_of(c.rows, holds)) return true;
  for (const auto& [key, wanted] : c.expect.members)
    for (const Json& one : wanted.items)
      if (holds(one["rule"].str()) || holds(one["clause"].str()) || (one["rule"].is_null() && holds(one["id"].str()))) return true;
  return false;
}

std::vector<std::size_t> Bench::matching(const std::string& filter) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < suite_.cases.size(); ++i)
    if (filter.empty() || speaks_of(suite_.cases[i], filter)) found.push_back(i);
  return found;
}

}  // namespace remit::study
