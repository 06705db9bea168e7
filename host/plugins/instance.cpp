#include "plugins/instance.hpp"

#include <remit/ext/appeal_rule.h>
#include <remit/ext/conflict_rule.h>
#include <remit/ext/criterion.h>
#include <remit/ext/measure.h>

#include <utility>

namespace remit::plugins {

using policy::Answer;
using policy::Capability;
using policy::Outcome;

namespace {

constexpr const char* thrown = "threw an exception across the edge of its library";

std::string_view str(remit_text text) { return {text.data == nullptr ? "" : text.data, text.data == nullptr ? 0 : text.size}; }
remit_text text_of(std::string_view s) { return {s.data(), s.size()}; }

template <class Calls>
const Calls& calls(const remit_item* item) {
  return *static_cast<const Calls*>(item->calls);
}

Answer with_outcome(Hearing& hearing, remit_outcome outcome) {
  switch (outcome) {
    case REMIT_PASS: return hearing.answer(Outcome::pass);
    case REMIT_FAIL: return hearing.answer(Outcome::fail);
    case REMIT_REFER: return hearing.answer(Outcome::refer);
    case REMIT_NOT_APPLICABLE: return hearing.answer(Outcome::not_applicable);
    case REMIT_ERROR: return hearing.answer(Outcome::error);
    default:
      hearing.misuse("gave the outcome " + std::to_string(outcome) + ", which there is not");
      return hearing.answer(Outcome::error);
  }
}

Answer with_score(Hearing& hearing, remit_status status, remit_ratio score) {
  if (status == REMIT_NOT_THERE) return hearing.answer(Outcome::refer);
  if (status != REMIT_OK) return hearing.answer(Outcome::error);
  if (score.den == 0) {
    hearing.misuse("gave a score over nought");
    return hearing.answer(Outcome::error);
  }
  hearing.said().score = base::Rational(score.num, base::int128{score.den});
  return hearing.answer(Outcome::pass);
}

}  // namespace

Instance::Instance(const remit_plugin& plugin) : plugin_(plugin) { set_host(); }

void Instance::set_host() {
  host_.struct_size = sizeof(remit_host);
  host_.abi_minor = REMIT_ABI_MINOR;
  host_.reserved = 0;
  host_.of = this;
  host_.get = get;
  host_.at = at;
  host_.field = [](const remit_host* host, remit_text path) -> remit_field {
    const Instance& self = *static_cast<const Host*>(host)->of;
    if (self.binding_ != nullptr)
      for (const auto& [name, field] : self.binding_->fields)
        if (name == str(path)) return field;
    return REMIT_NO_FIELD;
  };
  host_.setting = [](const remit_host* host, remit_text name, remit_text* out) -> remit_status {
    for (const auto& [key, value] : static_cast<const Host*>(host)->of->opening_.settings)
      if (key == str(name)) return *out = text_of(value), REMIT_OK;
    return *out = {}, REMIT_NOT_THERE;
  };
  host_.file = [](const remit_host* host, remit_text name, remit_text* out) -> remit_status {
    const Instance& self = *static_cast<const Host*>(host)->of;
    for (std::size_t i = 0; i < self.opening_.files.size(); ++i)
      if (self.opening_.files[i].first == str(name)) return *out = text_of(self.files_[i]), REMIT_OK;
    return *out = {}, REMIT_NOT_THERE;
  };
}

const remit_item* Instance::item_named(std::string_view name) const {
  for (std::uint32_t i = 0;; ++i) {
    const remit_item* item = plugin_.item(i);
    if (item == nullptr || str(item->name) == name) return item;
  }
}

std::vector<std::string> Instance::open(Opening opening, std::vector<std::string_view> files) {
  opening_ = std::move(opening);
  files_ = std::move(files);
  std::vector<std::string> wrong;
  const auto attempt = [&](const std::string& what, auto call) {
    hearing_.begin();
    remit_status status = REMIT_FAILED;
    try {
      status = call();
    } catch (...) {
      hearing_.misuse(thrown);
    }
    if (status == REMIT_OK && !hearing_.failed()) return true;
    wrong.push_back(what + hearing_.cause());
    return false;
  };
  if (plugin_.init != nullptr && !attempt("", [&] { return plugin_.init(&host_, hearing_.report(), &state_); })) return wrong;
  for (const auto& item : opening_.items) {
    const remit_item* found = item_named(item.name);
    if (found == nullptr) {
      wrong.push_back("it has no item `" + item.name + "`");
      continue;
    }
    bound_.push_back({item.capability, found});
    binding_ = &item;
    attempt("`" + item.name + "`: ", [&] { return bind(bound_.back()); });
    binding_ = nullptr;
  }
  return wrong;
}

remit_status Instance::bind(Bound& bound) {
  const auto with = [&](auto function) -> remit_status { return function == nullptr ? REMIT_OK : function(state_, &host_, hearing_.report(), &bound.bound); };
  switch (bound.capability) {
    case Capability::criterion: return with(calls<remit_criterion_v1>(bound.item).bind);
    case Capability::measure: return with(calls<remit_measure_v1>(bound.item).bind);
    case Capability::conflict_rule: return with(calls<remit_conflict_rule_v1>(bound.item).bind);
    case Capability::appeal_rule: return with(calls<remit_appeal_rule_v1>(bound.item).bind);
    case Capability::round_check: return with(calls<remit_round_check_v1>(bound.item).bind);
    case Capability::allocator: return with(calls<remit_allocator_v1>(bound.item).bind);
    case Capability::data_source: return with(calls<remit_data_source_v1>(bound.item).open);
    case Capability::exporter: return with(calls<remit_exporter_v1>(bound.item).bind);
  }
  return REMIT_FAILED;
}

Answer Instance::ask(std::size_t item, const remit_record* subject) {
  hearing_.begin();
  try {
    return call(bound_[item], subject);
  } catch (...) {
    hearing_.misuse(thrown);
    return hearing_.answer(Outcome::error);
  }
}

Answer Instance::call(Bound& bound, const remit_record* subject) {
  switch (bound.capability) {
    case Capability::criterion: return with_outcome(hearing_, calls<remit_criterion_v1>(bound.item).evaluate(bound.bound, subject, hearing_.report()));
    case Capability::conflict_rule: return with_outcome(hearing_, calls<remit_conflict_rule_v1>(bound.item).check(bound.bound, subject, hearing_.report()));
    case Capability::appeal_rule: return with_outcome(hearing_, calls<remit_appeal_rule_v1>(bound.item).review(bound.bound, subject, hearing_.report()));
    case Capability::measure: {
      remit_ratio score{0, 1};
      const remit_status status = calls<remit_measure_v1>(bound.item).score(bound.bound, subject, &score, hearing_.report());
      return with_score(hearing_, status, score);
    }
    case Capability::data_source: {
      const remit_status status = calls<remit_data_source_v1>(bound.item).look_up(bound.bound, subject, hearing_.facts(), hearing_.report());
      return hearing_.answer(status == REMIT_OK ? Outcome::pass : Outcome::error);
    }
    default: return hearing_.answer(Outcome::error);   // sessions are not asked so
  }
}

template <class Call>
void Instance::in_session(SessionWords& words, Call call) {
  hearing_.begin(words);
  remit_status status = REMIT_FAILED;
  try {
    status = call();
  } catch (...) {
    hearing_.misuse(thrown);
  }
  if (status != REMIT_OK || hearing_.failed()) words.cause = hearing_.cause();
  hearing_.begin();
}

void Instance::begin(std::size_t item, const remit_record* whole, SessionWords& words) {
  Bound& bound = bound_[item];
  bound.session = nullptr;
  in_session(words, [&] {
    switch (bound.capability) {
      case Capability::round_check: return calls<remit_round_check_v1>(bound.item).begin(bound.bound, whole, &bound.session, hearing_.report());
      case Capability::allocator: return calls<remit_allocator_v1>(bound.item).begin(bound.bound, whole, &bound.session, hearing_.report());
      case Capability::exporter: return calls<remit_exporter_v1>(bound.item).begin(bound.bound, whole, &bound.session, hearing_.output(), hearing_.report());
      default: return remit_status{REMIT_FAILED};
    }
  });
}

void Instance::application(std::size_t item, std::string_view id, const remit_record* subject, SessionWords& words) {
  Bound& bound = bound_[item];
  in_session(words, [&] {
    switch (bound.capability) {
      case Capability::round_check: return calls<remit_round_check_v1>(bound.item).application(bound.session, text_of(id), subject, hearing_.report());
      case Capability::allocator: return calls<remit_allocator_v1>(bound.item).application(bound.session, text_of(id), subject, hearing_.report());
      case Capability::exporter: return calls<remit_exporter_v1>(bound.item).record(bound.session, subject, hearing_.output(), hearing_.report());
      default: return remit_status{REMIT_FAILED};
    }
  });
}

void Instance::finish(std::size_t item, SessionWords& words) {
  Bound& bound = bound_[item];
  in_session(words, [&] {
    switch (bound.capability) {
      case Capability::round_check: return calls<remit_round_check_v1>(bound.item).finish(bound.session, hearing_.findings(), hearing_.report());
      case Capability::allocator: {
        const auto& allocator = calls<remit_allocator_v1>(bound.item);
        const remit_status status = allocator.allocate(bound.session, hearing_.awards(), hearing_.report());
        if (status == REMIT_OK && !hearing_.failed()) allocator.end(bound.session);
        return status;
      }
      case Capability::exporter: return calls<remit_exporter_v1>(bound.item).end(bound.session, hearing_.output(), hearing_.report());
      default: return remit_status{REMIT_FAILED};
    }
  });
  bound.session = nullptr;
}

void Instance::close() {
  const auto unbind = [](Bound& bound, auto function) {
    if (function != nullptr) function(bound.bound);
  };
  for (Bound& bound : bound_) {
    switch (bound.capability) {
      case Capability::criterion: unbind(bound, calls<remit_criterion_v1>(bound.item).unbind); break;
      case Capability::measure: unbind(bound, calls<remit_measure_v1>(bound.item).unbind); break;
      case Capability::conflict_rule: unbind(bound, calls<remit_conflict_rule_v1>(bound.item).unbind); break;
      case Capability::appeal_rule: unbind(bound, calls<remit_appeal_rule_v1>(bound.item).unbind); break;
      case Capability::round_check: unbind(bound, calls<remit_round_check_v1>(bound.item).unbind); break;
      case Capability::allocator: unbind(bound, calls<remit_allocator_v1>(bound.item).unbind); break;
      case Capability::data_source: unbind(bound, calls<remit_data_source_v1>(bound.item).close); break;
      case Capability::exporter: unbind(bound, calls<remit_exporter_v1>(bound.item).unbind); break;
    }
  }
  bound_.clear();
  if (plugin_.close != nullptr) plugin_.close(state_);
}

}  // namespace remit::plugins
