// The capabilities that look across many applications: they begin, are shown each, and answer at the end. What is kept between the
// calls stands in a session, one for each round or stream. A record is good only in the call that gives it: copy what you keep.
#ifndef REMIT_CPP_SESSIONS_HPP
#define REMIT_CPP_SESSIONS_HPP

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
  using held = edge::held<round_check>;
  static remit_status begun(const void* bound, const remit_record* round, void** session, const remit_report* to) noexcept {
    return edge::guarded(to, edge::failed, [&] {
      report say(to);
      const auto& self = edge::as<round_check>(bound);
      return edge::hold(self, self.begin(record(round, self.by()), say), session);
    });
  }
  static remit_status shown(void* session, remit_text id, const remit_record* subject, const remit_report* to) noexcept {
    return edge::guarded(to, edge::failed, [&]() -> remit_status {
      report say(to);
      auto& s = *static_cast<held*>(session);
      s.session->application(view(id), record(subject, s.of->by()), say);
      return REMIT_OK;
    });
  }
  static remit_status finished(void* session, const remit_findings* into, const remit_report* to) noexcept {
    const std::unique_ptr<held> s(static_cast<held*>(session));   // ends here, however it goes
    return edge::guarded(to, edge::failed, [&]() -> remit_status {
      report say(to);
      findings found(into);
      s->session->finish(found, say);
      return REMIT_OK;
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
  using held = edge::held<allocator>;
  static remit_status begun(const void* bound, const remit_record* stream, void** session, const remit_report* to) noexcept {
    return edge::guarded(to, edge::failed, [&] {
      report say(to);
      const auto& self = edge::as<allocator>(bound);
      return edge::hold(self, self.begin(record(stream, self.by()), say), session);
    });
  }
  static remit_status shown(void* session, remit_text id, const remit_record* subject, const remit_report* to) noexcept {
    return edge::guarded(to, edge::failed, [&]() -> remit_status {
      report say(to);
      auto& s = *static_cast<held*>(session);
      s.session->application(view(id), record(subject, s.of->by()), say);
      return REMIT_OK;
    });
  }
  static remit_status allocated(void* session, const remit_awards* into, const remit_report* to) noexcept {
    return edge::guarded(to, edge::failed, [&]() -> remit_status {
      report say(to);
      awards give(into);
      static_cast<held*>(session)->session->allocate(give, say);
      return REMIT_OK;
    });
  }
  static void ended(void* session) noexcept { delete static_cast<held*>(session); }
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
  using held = edge::held<exporter>;
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
    return edge::guarded(to, edge::failed, [&]() -> remit_status {
      report say(to);
      output out(into);
      auto& s = *static_cast<held*>(session);
      s.session->record(remit::record(subject, s.of->by()), out, say);
      return REMIT_OK;
    });
  }
  static remit_status ended(void* session, const remit_output* into, const remit_report* to) noexcept {
    const std::unique_ptr<held> s(static_cast<held*>(session));   // ends here, however it goes
    return edge::guarded(to, edge::failed, [&]() -> remit_status {
      report say(to);
      output out(into);
      s->session->end(out, say);
      return REMIT_OK;
    });
  }
};

}  // namespace remit

#endif
