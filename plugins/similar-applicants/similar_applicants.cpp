// Finds applicants of a round that look like one organisation under several names. What makes names alike is in name.hpp and
// likeness.hpp, how all pairs are found in alike.hpp.
#include <algorithm>
#include <map>
#include <remit/plugin.hpp>
#include <set>

#include "alike.hpp"

namespace {

using similar::Likeness;
using similar::Way;

constexpr std::size_t most_named = 5;      // others named on one application
constexpr std::size_t most_kept = 64;      // names alike that are kept for one name, the most alike first

struct Similar : remit::round_check {
  remit::field applicant{*this, "applicant.id"}, name{*this, "applicant.name"}, aliases{*this, "applicant.aliases"};
  remit::setting threshold{*this, "threshold?"}, by{*this, "by?"};

  Similar() : round_check("similar", "No applicant looks like another one under another name") {}

  void bind() override {
    if (const auto t = threshold.ratio()) {
      const auto num = static_cast<std::uint64_t>(t->num), den = t->den;
      if (t->num <= 0 || den > 1'000'000 || num > den || num < den - num)
        throw remit::failure("setting `threshold` is " + std::string(*threshold.text()) + " where a fraction from 1/2 to 1 was expected");
      least = {t->num, static_cast<std::int64_t>(t->den)};
    }
    const auto word = by.text().value_or("either");
    if (word != "either" && word != "groups" && word != "words")
      throw remit::failure("setting `by` is \"" + std::string(word) + "\" where \"groups\", \"words\" or \"either\" was expected");
    ways = {word != "words", word != "groups"};
  }

  class Round;
  std::unique_ptr<session> begin(const remit::record& round, remit::report& say) const override;

  similar::Fraction least{9, 10};
  similar::By ways;
};

class Similar::Round : public session {
 public:
  explicit Round(const Similar& of) : of_(of) {}

  void application(std::string_view id, const remit::record& subject, remit::report&) override {
    const auto organisation = of_.applicant.text(subject);
    if (!organisation) return;
    const auto [at, is_new] = applicant_of_.try_emplace(std::string(*organisation), applicants_.size());
    if (is_new) applicants_.push_back({std::string(*organisation), {}, {}});
    Applicant& applicant = applicants_[at->second];
    applicant.applications.emplace_back(id);
    if (!is_new) return;
    if (const auto name = of_.name.text(subject)) add(at->second, *name);
    for (const std::string_view alias : of_.aliases.texts(subject)) add(at->second, alias);
  }

  void finish(remit::findings& found, remit::report&) override {
    std::vector<similar::Name> names;
    for (const auto& [words, number] : name_of_) {
      numbered_.push_back(number);
      names.emplace_back(words);
    }
    alike_.resize(names.size());
    similar::each_alike(names, of_.least, of_.ways, [&](std::size_t i, std::size_t k, const Likeness& how) {
      keep(numbered_[i], numbered_[k], how);
      keep(numbered_[k], numbered_[i], how);
    });
    std::size_t warned = 0;
    for (std::size_t a = 0; a < applicants_.size(); ++a) warned += tell(a, found);
    found.on_round(warned == 0 ? remit::outcome::pass : remit::outcome::refer,
                   warned == 0 ? "no two of " + std::to_string(applicants_.size()) + " applicants look alike"
                               : std::to_string(warned) + " of " + std::to_string(applicants_.size()) + " applicants look like another one");
  }

 private:
  struct Called {
    std::size_t name;      // number of the compared name
    std::string written;
  };
  struct Applicant {
    std::string id;
    std::vector<std::string> applications;
    std::vector<Called> names;   // its name, then its aliases
  };
  struct Near {
    Likeness how;
    std::size_t name;
  };
  /// Another applicant, and by which names it looks alike.
  struct Other {
    std::size_t applicant;
    Likeness how;
    const Called *mine, *its;
  };

  void add(std::size_t applicant, std::string_view written) {
    similar::Words words = similar::compared_words(written);
    if (words.empty()) return;
    const std::size_t number = name_of_.try_emplace(std::move(words), name_of_.size()).first->second;
    auto& names = applicants_[applicant].names;
    if (std::ranges::any_of(names, [&](const Called& c) { return c.name == number; })) return;
    names.push_back({number, std::string(written)});
    if (called_.size() <= number) called_.resize(number + 1);
    called_[number].push_back(applicant);
  }

  static bool nearer(const Near& a, const Near& b) {
    if (a.how.score < b.how.score || b.how.score < a.how.score) return b.how.score < a.how.score;
    return a.how.way != b.how.way ? a.how.way < b.how.way : a.name < b.name;
  }
  void keep(std::size_t name, std::size_t other, const Likeness& how) {
    std::vector<Near>& near = alike_[name];
    const Near it{how, other};
    near.insert(std::ranges::upper_bound(near, it, nearer), it);
    if (near.size() > most_kept) near.pop_back();
  }

  /// The others, the most alike first; at most one more than are named, and each once.
  std::vector<Other> others_of(std::size_t a) const {
    std::vector<std::pair<Near, const Called*>> near;
    for (const Called& mine : applicants_[a].names) {
      near.push_back({{{Way::same, {1, 1}}, mine.name}, &mine});
      for (const Near& n : alike_[mine.name]) near.push_back({n, &mine});
    }
    std::ranges::stable_sort(near, nearer, &std::pair<Near, const Called*>::first);
    std::vector<Other> out;
    std::set<std::size_t> told{a};
    for (const auto& [n, mine] : near)
      for (const std::size_t b : called_[n.name]) {
        if (out.size() > most_named) return out;
        if (!told.insert(b).second) continue;
        const auto its = std::ranges::find(applicants_[b].names, n.name, &Called::name);
        out.push_back({b, n.how, mine, &*its});
      }
    return out;
  }

  bool tell(std::size_t a, remit::findings& found) const {
    const std::vector<Other> others = others_of(a);
    if (others.empty()) return false;
    const Applicant& self = applicants_[a];
    for (const std::string& application : self.applications) {
      for (std::size_t i = 0; i < std::min(others.size(), most_named); ++i)
        found.finding(application, remit::outcome::refer, words(self, others[i]));
      if (others.size() > most_named) found.finding(application, remit::outcome::refer, "looks like further applicants too");
      const Other& nearest = others[0];
      found.evidence(application, "score", remit::ratio{nearest.how.score.num, static_cast<std::uint64_t>(nearest.how.score.den)});
      found.evidence(application, "other", applicants_[nearest.applicant].id);
      found.evidence(application, "other_application", applicants_[nearest.applicant].applications[0]);
    }
    return true;
  }

  std::string words(const Applicant& self, const Other& other) const {
    const Applicant& its = applicants_[other.applicant];
    std::string out;
    if (other.mine != &self.names[0]) out = "its other name `" + other.mine->written + "` ";
    out += "looks like `" + other.its->written + "`";
    if (other.its != &its.names[0]) out += ", another name of `" + its.names[0].written + "`,";
    out += its.applications.size() == 1 ? " of application " : " of applications ";
    for (std::size_t i = 0; i < its.applications.size(); ++i) {
      if (i == 3 && its.applications.size() > 4) {
        out += " and " + std::to_string(its.applications.size() - 3) + " more";
        break;
      }
      out += (i == 0 ? "" : i + 1 == its.applications.size() ? " and " : ", ") + its.applications[i];
    }
    return out + ": " + how_alike(other.how);
  }

  static std::string how_alike(const Likeness& how) {
    switch (how.way) {
      case Way::same: return "the same but for case, accents, punctuation and legal form";
      case Way::letters: return "the same letters, in words that are parted otherwise";
      case Way::groups: return std::to_string(how.score.num) + " of " + std::to_string(how.score.den) + " letter groups the same";
      case Way::words: break;
    }
    return "word by word at least " + std::to_string(how.score.num * 100 / how.score.den) + " in 100 the same (Jaro-Winkler)";
  }

  const Similar& of_;
  std::vector<Applicant> applicants_;                       // in order of their first application
  std::map<std::string, std::size_t, std::less<>> applicant_of_;
  std::map<similar::Words, std::size_t> name_of_;           // each compared name once, numbered as they come
  std::vector<std::size_t> numbered_;                       // in the order of name_of_
  std::vector<std::vector<std::size_t>> called_;            // by name: applicants
  std::vector<std::vector<Near>> alike_;                    // by name, nearest first
};

std::unique_ptr<remit::round_check::session> Similar::begin(const remit::record&, remit::report&) const {
  return std::make_unique<Round>(*this);
}

}  // namespace

REMIT_PLUGIN("similar-applicants", "1.0.0", "Applicants that look alike", Similar)
