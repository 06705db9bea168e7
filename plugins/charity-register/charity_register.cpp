// charity-register: is the applicant's identifier written as its register writes it, is the applicant on the register that the
// partnership supplies, and what does that register say of it. What is not known is said to be not known: nobody is turned down
// for an extract that is older than the application, unless the pack says so.
#include <remit/plugin.hpp>

#include <algorithm>
#include <optional>

#include "identifiers.hpp"
#include "names.hpp"
#include "register.hpp"

using namespace charity_register;

namespace {

constexpr std::int64_t seconds_a_day = 86400;

struct Written : remit::criterion {
  remit::field id{*this, "applicant.id"};

  Written() : criterion("identifier", "The applicant's identifier is written as its register writes it") {}
  remit::outcome evaluate(const remit::record& r, remit::report& say) const override {
    const Identifier found = identify(id.text(r).value_or(""));
    say.reason(found.words);
    if (!found.list.empty()) say.evidence("list", found.list);
    if (!found.nearest.empty()) {
      say.reason("perhaps " + found.nearest);
      say.evidence("nearest", found.nearest);
    }
    return found.form == Form::right ? remit::outcome::pass : found.form == Form::wrong ? remit::outcome::fail : remit::outcome::refer;
  }
};

// What several entries for one id come to: the first when all say the same, else nothing.
const Entry* agreed(std::span<const Entry> entries) {
  if (entries.empty()) return nullptr;
  const auto same = [&](const Entry& one) {
    return one.name == entries[0].name && one.status == entries[0].status && one.registered == entries[0].registered && one.removed == entries[0].removed;
  };
  return std::all_of(entries.begin(), entries.end(), same) ? &entries[0] : nullptr;
}

std::string twice(std::span<const Entry> entries) {
  return "the register has " + std::string(entries[0].id) + " more than once, and lines " + std::to_string(entries[0].line) + " and " +
         std::to_string(entries[1].line) + " do not agree";
}

std::string called(const Entry& entry) { return entry.name.empty() ? std::string(entry.id) : std::string(entry.id) + ", \"" + std::string(entry.name) + "\","; }

struct Registered : remit::criterion {
  remit::field id{*this, "applicant.id"};
  remit::field as_of{*this, "round.as_of"};
  remit::file supplied{*this, "register"};
  remit::setting unknown{*this, "unknown?"};

  Registered() : criterion("registered", "The applicant is on the register that was supplied") {}

  void bind() override {
    const auto said = unknown.text().value_or("refer");
    if (said != "refer" && said != "fail")
      throw remit::failure("setting `unknown` is \"" + std::string(said) + "\"; it says what an applicant is who is not in the register: \"refer\" or \"fail\"");
    if_unknown_ = said == "fail" ? remit::outcome::fail : remit::outcome::refer;
    register_.emplace(*supplied.bytes());
  }

  remit::outcome evaluate(const remit::record& r, remit::report& say) const override {
    const auto wanted = id.text(r).value_or("");
    const auto entries = register_->find(wanted);
    if (entries.empty()) return missing(wanted, say);
    const Entry* entry = agreed(entries);
    if (!entry) {
      say.reason(twice(entries));
      return remit::outcome::refer;
    }
    if (!entry->status.empty()) say.evidence("status", entry->status);
    if (!entry->name.empty()) say.evidence("name_on_register", entry->name);
    if (entry->registered) say.evidence("registered", remit::date{*entry->registered * seconds_a_day});
    if (entry->removed) say.evidence("removed", remit::date{*entry->removed * seconds_a_day});
    const auto seconds = as_of.date(r);
    return judge(*entry, seconds ? std::optional(*seconds / seconds_a_day) : std::nullopt, say);
  }

 private:
  remit::outcome missing(std::string_view wanted, remit::report& say) const {
    say.reason(remit::presentable(wanted, 100) + " is not among the " + std::to_string(register_->size()) + " organisations of the register that was supplied");
    const std::string nearest = identify(wanted).nearest;
    if (const auto near = register_->find(nearest); !near.empty()) {
      say.reason("perhaps " + called(near[0]) + " which is");
      say.evidence("nearest", nearest);
    }
    return if_unknown_;
  }

  // `today` is the day of the round: a register that is newer than the round must not decide by what was not yet so.
  remit::outcome judge(const Entry& entry, std::optional<std::int64_t> today, remit::report& say) const {
    const auto on = [](std::int64_t day) { return " on " + written(day); };
    const auto later = [&](std::optional<std::int64_t> day) { return day && today && *day > *today; };
    const std::string round = today ? "the day of this round, " + written(*today) : "";
    switch (entry.standing) {
      case Standing::other:
        say.reason(called(entry) + (entry.status.empty() ? std::string(" has no status on the register")
                                                         : " is \"" + std::string(entry.status) + "\" on the register, which is neither registered nor removed"));
        return remit::outcome::refer;
      case Standing::removed:
        if (!entry.removed) say.reason(called(entry) + " is no longer on the register (" + std::string(entry.status) + "); it does not say since when");
        else if (later(entry.removed)) say.reason(called(entry) + " was taken off the register" + on(*entry.removed) + ", after " + round);
        else say.reason(called(entry) + " was taken off the register" + on(*entry.removed) + " (" + std::string(entry.status) + ")");
        return later(entry.removed) ? remit::outcome::refer : remit::outcome::fail;
      case Standing::registered:
        if (entry.removed && !later(entry.removed)) {
          say.reason(called(entry) + " is \"" + std::string(entry.status) + "\" on the register, which also says that it was removed" + on(*entry.removed));
          return remit::outcome::refer;
        }
        if (later(entry.registered)) {
          say.reason(called(entry) + " was registered" + on(*entry.registered) + ", after " + round);
          return remit::outcome::refer;
        }
        say.reason(called(entry) + " is on the register" + (entry.registered ? " since " + written(*entry.registered) : ""));
        return remit::outcome::pass;
    }
    throw remit::failure("a status of no kind");
  }

  remit::outcome if_unknown_ = remit::outcome::refer;
  std::optional<Register> register_;
};

struct Facts : remit::data_source {
  remit::field id{*this, "applicant.id"};
  remit::field name{*this, "applicant.name"};
  remit::file supplied{*this, "register"};
  remit::column status{*this, "status:text"};
  remit::column registered{*this, "registered:date"};
  remit::column name_on_register{*this, "name_on_register:text"};
  remit::column name_matches{*this, "name_matches:yes_no"};

  Facts() : data_source("facts", "What the register that was supplied says of the applicant") {}
  void bind() override { register_.emplace(*supplied.bytes()); }

  void look_up(const remit::record& r, remit::facts& found, remit::report&) const override {
    const auto entries = register_->find(id.text(r).value_or(""));
    if (entries.empty()) return;   // not found: nothing is known
    const Entry* entry = agreed(entries);
    if (!entry) throw remit::failure(twice(entries));
    if (!entry->status.empty()) status.give(found, word(*entry));
    if (entry->registered) registered.give(found, remit::date{*entry->registered * seconds_a_day});
    if (entry->name.empty()) return;
    name_on_register.give(found, entry->name);
    if (const auto own = name.text(r)) name_matches.give(found, same_name(*own, entry->name));
  }

 private:
  // One word whatever the register's own is, so that packs can compare it; the register's own where it is another.
  static std::string_view word(const Entry& entry) {
    return entry.standing == Standing::registered ? "registered" : entry.standing == Standing::removed ? "removed" : entry.status;
  }
  std::optional<Register> register_;
};

}  // namespace

REMIT_PLUGIN("charity-register", "1.0.0", "Identifiers of organisations, and the registers of charities and companies", Written, Registered, Facts)
