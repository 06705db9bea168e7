// The capabilities that look across many applications: they begin, are shown each, and answer at the end. What is kept between the
// calls stands in a session, one for each round or stream. A record is good only in the call that gives it: copy what you keep.
#ifndef REMIT_CPP_SESSIONS_HPP
#define REMIT_CPP_SESSIONS_HPP

#include <utility>

#include "edge.hpp"
#include "field.hpp"
#include "supplies.hpp"

namespace remit {
namespace edge {

/// A session beside the item that it belongs to, as the host holds it.
template <class Capability>
struct held {
  const Capability* of;
  std::unique_ptr<typename Capability::session> session;
};

template <class Capability>
remit_status hold(const Capability& of, std::unique_ptr<typename Capability::session> made, void** session) {
  if (!made) throw failure("begin gave no session");
  *session = new held<Capability>{&of, std::move(made)};
  return REMIT_OK;
}

/// What a call of a session answers. One that fails is the last: the session ends with it.
template <class Capability, class Work>
remit_status in_session(void* session, const remit_report* to, Work&& work) noexcept {
  auto* const s = static_cast<held<Capability>*>(session);
  const remit_status status = guarded(to, failed, [&]() -> remit_status {
    work(*s->session, s->of->by());
    return REMIT_OK;
  });
  if (status != REMIT_OK) delete s;
  return status;
}
/// The same where the session ends with the call in any case.
template <class Capability, class Work>
remit_status end_session(void* session, const remit_report* to, Work&& work) noexcept {
  const remit_status status = in_session<Capability>(session, to, std::forward<Work>(work));
  if (status == REMIT_OK) delete static_cast<held<Capability>*>(session);
  return status;
}

}  // namespace edge

/// Looks across a round and reports findings.
class round_check : public item {
 public:
  using item::item;
  class session {
   public:
    virtual ~session() = default;
    /// Each application, in order of ids.
    virtual void application(std::string_view id, const record& subject, report& say) = 0;
    virtual void finish(findings& found, report& say) = 0;
  };
  virtual std::unique_ptr<session> begin(const record& round, report& say) const = 0;

  static constexpr std::string_view capability = REMIT_ROUND_CHECK_1;
  template <class Item>
  static const void* calls() {
    static const remit_round_check_v1 table{sizeof(remit_round_check_v1), edge::bind<round_check, Item>, begun, shown, finished,
                                            edge::unbind<round_check>};
    return &table;
  }

 private:
  static remit_status begun(const void* bound, const remit_record* round, void** session, const remit_report* to) noexcept {
    return edge::guarded(to, edge::failed, [&] {
      report say(to);
      const auto& self = edge::as<round_check>(bound);
      return edge::hold(self, self.begin(record(round, self.by()), say), session);
    });
  }
  static remit_status shown(void* session, remit_text id, const remit_record* subject, const remit_report* to) noexcept {
    return edge::in_session<round_check>(session, to, [&](round_check::session& s, const readers& by) {
      report say(to);
      s.application(view(id), record(subject, by), say);
    });
  }
  static remit_status finished(void* session, const remit_findings* into, const remit_report* to) noexcept {
    return edge::end_session<round_check>(session, to, [&](round_check::session& s, const readers&) {
      report say(to);
      findings found(into);
      s.finish(found, say);
    });
  }
};

/// Shares out the budget of a stream.
class allocator : public item {
 public:
  using item::item;
  class session {
   public:
    virtual ~session() = default;
    /// Each ranked application, by rank, then id.
    virtual void application(std::string_view id, const record& subject, report& say) = 0;
    virtual void allocate(awards& to, report& say) = 0;
  };
  virtual std::unique_ptr<session> begin(const record& stream, report& say) const = 0;

  static constexpr std::string_view capability = REMIT_ALLOCATOR_1;
  template <class Item>
  static const void* calls() {
    static const remit_allocator_v1 table{sizeof(remit_allocator_v1), edge::bind<allocator, Item>, begun, shown, allocated, ended,
                                          edge::unbind<allocator>};
    return &table;
  }

 private:
  static remit_status begun(const void* bound, const remit_record* stream, void** session, const remit_report* to) noexcept {
    return edge::guarded(to, edge::failed, [&] {
      report say(to);
      const auto& self = edge::as<allocator>(bound);
      return edge::hold(self, self.begin(record(stream, self.by()), say), session);
    });
  }
  static remit_status shown(void* session, remit_text id, const remit_record* subject, const remit_report* to) noexcept {
    return edge::in_session<allocator>(session, to, [&](allocator::session& s, const readers& by) {
      report say(to);
      s.application(view(id), record(subject, by), say);
    });
  }
  static remit_status allocated(void* session, const remit_awards* into, const remit_report* to) noexcept {
    return edge::in_session<allocator>(session, to, [&](allocator::session& s, const readers&) {
      report say(to);
      awards give(into);
      s.allocate(give, say);
    });
  }
  static void ended(void* session) noexcept { delete static_cast<edge::held<allocator>*>(session); }
};

/// Writes decided records in another form.
class exporter : public item {
 public:
  using item::item;
  class session {
   public:
    virtual ~session() = default;
    /// Each application, by stream, then id.
    virtual void record(const remit::record& subject, output& to, report& say) = 0;
    virtual void end(output& to, report& say) = 0;
  };
  virtual std::unique_ptr<session> begin(const record& round, output& to, report& say) const = 0;

  static constexpr std::string_view capability = REMIT_EXPORTER_1;
  template <class Item>
  static const void* calls() {
    static const remit_exporter_v1 table{sizeof(remit_exporter_v1), edge::bind<exporter, Item>, begun, shown, ended, edge::unbind<exporter>};
    return &table;
  }

 private:
  static remit_status begun(const void* bound, const remit_record* round, void** session, const remit_output* into,
                            const remit_report* to) noexcept {
    return edge::guarded(to, edge::failed, [&] {
      report say(to);
      output out(into);
      const auto& self = edge::as<exporter>(bound);
      return edge::hold(self, self.begin(record(round, self.by()), out, say), session);
    });
  }
  static remit_status shown(void* session, const remit_record* subject, const remit_output* into, const remit_report* to) noexcept {
    return edge::in_session<exporter>(session, to, [&](exporter::session& s, const readers& by) {
      report say(to);
      output out(into);
      s.record(remit::record(subject, by), out, say);
    });
  }
  static remit_status ended(void* session, const remit_output* into, const remit_report* to) noexcept {
    return edge::end_session<exporter>(session, to, [&](exporter::session& s, const readers&) {
      report say(to);
      output out(into);
      s.end(out, say);
    });
  }
};

}  // namespace remit

#endif
