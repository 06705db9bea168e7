// The capabilities that are asked about one subject at a time. Each call may come on any thread and must answer the same for the
// same subject, whatever was asked before; so the functions are const.
#ifndef REMIT_CPP_RULES_HPP
#define REMIT_CPP_RULES_HPP

#include "../ext/appeal_rule.h"
#include "../ext/conflict_rule.h"
#include "../ext/criterion.h"
#include "../ext/measure.h"
#include "edge.hpp"
#include "field.hpp"
#include "supplies.hpp"

namespace remit {

/// Whether an application meets a criterion.
class criterion : public item {
 public:
  using item::item;
  virtual outcome evaluate(const record& subject, report& say) const = 0;

  static constexpr std::string_view capability = REMIT_CRITERION_1;
  template <class Item>
  static const void* calls() {
    static const remit_criterion_v1 table{sizeof(remit_criterion_v1), edge::bind<criterion, Item>, ask, edge::unbind<criterion>};
    return &table;
  }

 private:
  static remit_outcome ask(const void* bound, const remit_record* subject, const remit_report* to) noexcept {
    return edge::guarded(to, edge::error, [&] {
      report say(to);
      const auto& self = edge::as<criterion>(bound);
      return static_cast<remit_outcome>(self.evaluate(record(subject, self.by()), say));
    });
  }
};

/// Whether an appeal is admitted.
class appeal_rule : public item {
 public:
  using item::item;
  virtual outcome review(const record& subject, report& say) const = 0;

  static constexpr std::string_view capability = REMIT_APPEAL_RULE_1;
  template <class Item>
  static const void* calls() {
    static const remit_appeal_rule_v1 table{sizeof(remit_appeal_rule_v1), edge::bind<appeal_rule, Item>, ask, edge::unbind<appeal_rule>};
    return &table;
  }

 private:
  static remit_outcome ask(const void* bound, const remit_record* subject, const remit_report* to) noexcept {
    return edge::guarded(to, edge::error, [&] {
      report say(to);
      const auto& self = edge::as<appeal_rule>(bound);
      return static_cast<remit_outcome>(self.review(record(subject, self.by()), say));
    });
  }
};

/// Whether a conflict of interest arises: outcome::fail says that it does, and the first reason why.
class conflict_rule : public item {
 public:
  using item::item;
  virtual outcome check(const record& subject, report& say) const = 0;

  static constexpr std::string_view capability = REMIT_CONFLICT_RULE_1;
  template <class Item>
  static const void* calls() {
    static const remit_conflict_rule_v1 table{sizeof(remit_conflict_rule_v1), edge::bind<conflict_rule, Item>, ask,
                                              edge::unbind<conflict_rule>};
    return &table;
  }

 private:
  static remit_outcome ask(const void* bound, const remit_record* subject, const remit_report* to) noexcept {
    return edge::guarded(to, edge::error, [&] {
      report say(to);
      const auto& self = edge::as<conflict_rule>(bound);
      return static_cast<remit_outcome>(self.check(record(subject, self.by()), say));
    });
  }
};

/// The mean of an application on one measure, on the scale that the pack gives; none: a person must look.
class measure : public item {
 public:
  using item::item;
  virtual std::optional<remit::ratio> score(const record& subject, report& say) const = 0;

  static constexpr std::string_view capability = REMIT_MEASURE_1;
  template <class Item>
  static const void* calls() {
    static const remit_measure_v1 table{sizeof(remit_measure_v1), edge::bind<measure, Item>, ask, edge::unbind<measure>};
    return &table;
  }

 private:
  static remit_status ask(const void* bound, const remit_record* subject, remit_ratio* out, const remit_report* to) noexcept {
    return edge::guarded(to, edge::failed, [&]() -> remit_status {
      report say(to);
      const auto& self = edge::as<measure>(bound);
      const auto given = self.score(record(subject, self.by()), say);
      if (!given) return REMIT_NOT_THERE;
      *out = *given;
      return REMIT_OK;
    });
  }
};

/// Facts about an application that the round does not hold, given through the item's columns.
class data_source : public item {
 public:
  using item::item;
  virtual void look_up(const record& subject, facts& found, report& say) const = 0;

  static constexpr std::string_view capability = REMIT_DATA_SOURCE_1;
  template <class Item>
  static const void* calls() {
    static const remit_data_source_v1 table{sizeof(remit_data_source_v1), edge::bind<data_source, Item>, ask, edge::unbind<data_source>};
    return &table;
  }

 private:
  static remit_status ask(const void* bound, const remit_record* subject, const remit_facts* into, const remit_report* to) noexcept {
    return edge::guarded(to, edge::failed, [&]() -> remit_status {
      report say(to);
      facts found(into);
      const auto& self = edge::as<data_source>(bound);
      self.look_up(record(subject, self.by()), found, say);
      return REMIT_OK;
    });
  }
};

}  // namespace remit

#endif
