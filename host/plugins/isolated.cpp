#include "plugins/isolated.hpp"

#include <algorithm>
#include <deque>
#include <thread>

#include "base/text.hpp"
#include "plugins/answers.hpp"

namespace remit::plugins {

using policy::Answer;
using std::chrono::milliseconds;

namespace {

constexpr int most_starts = 4;              // in a row, that fail
constexpr std::size_t on_their_way = 2;     // batches

std::vector<std::string> causes_in(std::string_view bytes) {
  Reader in(bytes);
  std::vector<std::string> causes;
  for (auto n = in.count(most_items * 16, 4); n > 0; --n) causes.emplace_back(base::printable(in.text(REMIT_MOST_TEXT), 1000));
  if (causes.empty()) throw Garbled{};
  return causes;
}

}  // namespace

Isolated::Isolated(std::shared_ptr<const Material> material, const Places& places)
    : material_(std::move(material)), places_(places), counts_(material_->opening.items.size()) {}

Isolated::~Isolated() {
  if (worker_) worker_->quit(std::min(places_.limits.start, milliseconds(1000)));
}

std::vector<std::string> Isolated::start() {
  try {
    auto wrong = open_worker();
    if (!wrong.empty()) worker_.reset();
    return wrong;
  } catch (const Fault& fault) {
    worker_.reset();
    if (places_.talk) places_.talk(material_->manifest.id + ": " + fault.cause + (fault.written.empty() ? "" : "; it wrote: " + fault.written));
    return {"while it was loaded and bound it " + fault.cause};
  }
}

std::vector<std::string> Isolated::open_worker() {
  std::vector<int> files;
  std::uint64_t memory = places_.limits.memory;
  for (const auto& file : material_->files) {
    files.push_back(file.file());
    memory += file.bytes().size();
  }
  worker_ = std::make_unique<WorkerProcess>(places_.program, material_->library.file(), files);
  batches_ = 0;
  std::string bytes;
  Writer out(bytes);
  out.put(memory);
  out.put(places_.limits.processor_seconds);
  worker_->send(Frame::load, bytes);
  worker_->send(Frame::open, encode(material_->opening));
  try {
    const auto [type, said] = worker_->receive(places_.limits.start);
    if (type == Frame::refused) return causes_in(said);
    if (type != Frame::described) throw Garbled{};
    Reader in(said);
    if (auto other = differences(material_->manifest, decode_manifest(in)); !other.empty()) return other;
    const auto [second, causes] = worker_->receive(places_.limits.start);
    if (second == Frame::refused) return causes_in(causes);
    if (second != Frame::ready) throw Garbled{};
  } catch (const Garbled&) {
    throw worker_->garbled();
  }
  return {};
}

// A worker that is ready, a new one where there is none. Throws Fault when none can be had; dead_ then says why.
void Isolated::need_worker() {
  if (worker_) return;
  Fault why;
  for (int tried = 0; tried < most_starts && dead_.empty(); ++tried) {
    if (tried > 0) std::this_thread::sleep_for(milliseconds(1 << tried));
    try {
      const auto wrong = open_worker();
      if (wrong.empty()) return;
      why.cause = wrong.front();
    } catch (const Fault& fault) {
      why = fault;
    }
    worker_.reset();
  }
  if (dead_.empty()) dead_ = "could not be started again: " + why.cause;
  throw why;
}

void Isolated::recycle() {
  if (!worker_ || batches_ < places_.limits.batches_of_a_worker) return;
  worker_->quit(std::min(places_.limits.start, milliseconds(1000)));
  worker_.reset();
}

milliseconds Isolated::deadline(std::size_t subjects) const {
  const auto whole = places_.limits.batch;
  return std::max(whole / 10, milliseconds(whole.count() * static_cast<long>(subjects) / static_cast<long>(places_.limits.batch_size)));
}

void Isolated::send(const Asking& asking, Range range) {
  packer_.clear();
  head_.clear();
  Writer out(head_);
  out.put(static_cast<std::uint32_t>(asking.item));
  out.put(static_cast<std::uint32_t>(range.size()));
  for (std::size_t i = range.begin; i < range.end; ++i)
    out.put(static_cast<std::uint32_t>(packer_.add(material_->reads[asking.item], asking.subjects.turn_to(i))));
  out.align();
  worker_->send(Frame::batch, head_, packer_.bytes());
  ++batches_;
}

void Isolated::receive(const Asking& asking, Range range) {
  const auto [type, bytes] = worker_->receive(deadline(range.size()));
  try {
    if (type != Frame::answers) throw Garbled{};
    Reader in(bytes);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      asking.answers[i] = decode_answer(in);
      check_answer(asking.answers[i], material_->manifest.id, material_->columns[asking.item]);
    }
    in.finish();
  } catch (const Garbled&) {
    throw worker_->garbled();
  }
}

void Isolated::note(std::size_t item, const Fault& fault) {
  if (fault.deadline) ++counts_[item].missed;
  last_ = fault;
  if (places_.talk) places_.talk(material_->manifest.id + ": " + fault.cause + (fault.written.empty() ? "" : "; it wrote: " + fault.written));
}

std::string Isolated::given_up(std::size_t item) const {
  if (!dead_.empty()) return dead_;
  if (counts_[item].faults >= places_.limits.faults) return "was not asked any more after " + std::to_string(places_.limits.faults) + " faults";
  if (counts_[item].missed >= places_.limits.missed_deadlines) return "was not asked any more after " + std::to_string(places_.limits.missed_deadlines) + " missed deadlines";
  return {};
}

std::vector<Answer> Isolated::ask(std::size_t item, policy::Subjects& subjects) {
  std::vector<Answer> answers(subjects.size());
  const Asking asking{item, subjects, answers};
  const std::size_t batch = std::max<std::size_t>(places_.limits.batch_size, 1);
  std::deque<Range> way;
  std::size_t done = 0, sent = 0;
  while (done < answers.size()) {
    if (const std::string why = given_up(item); !why.empty()) {
      for (; done < answers.size(); ++done) answers[done] = error_of(material_->manifest.id, why);
      break;
    }
    try {
      if (way.empty()) recycle();
      need_worker();
      while (sent < answers.size() && way.size() < on_their_way && (way.empty() || batches_ < places_.limits.batches_of_a_worker)) {
        way.push_back({sent, std::min(sent + batch, answers.size())});
        send(asking, way.back());
        sent = way.back().end;
      }
      receive(asking, way.front());
      done = way.front().end;
      way.pop_front();
    } catch (const Fault& fault) {
      worker_.reset();
      note(item, fault);
      if (way.empty()) continue;   // no worker could be had
      const Range failed = way.front();
      way.clear();
      sent = failed.begin;
      if (!given_up(item).empty()) continue;
      if (!attempt(asking, failed)) take_apart(asking, failed);
      done = sent = failed.end;
    }
  }
  return answers;
}

// Asks about the range alone. False: it failed, and last_ says how.
bool Isolated::attempt(const Asking& asking, Range range) {
  try {
    need_worker();
    send(asking, range);
    receive(asking, range);
    return true;
  } catch (const Fault& fault) {
    worker_.reset();
    note(asking.item, fault);
    return false;
  }
}

// The range is known to fail.
void Isolated::take_apart(const Asking& asking, Range range) {
  const std::string_view id = material_->manifest.id;
  const auto give_up = [&](Range part, const std::string& why) {
    for (std::size_t i = part.begin; i < part.end; ++i) asking.answers[i] = error_of(id, why);
  };
  if (const std::string why = dead_; !why.empty()) return give_up(range, why);
  if (range.size() == 1) {
    asking.answers[range.begin] = error_of(id, last_.cause);
    ++counts_[asking.item].faults;
    return;
  }
  // First the subject that it was asked about last stands alone; where that is no hint, halves.
  const std::size_t hint = last_.subject < range.size() ? range.begin + last_.subject : range.begin + range.size() / 2;
  for (const Range part : {Range{range.begin, hint}, Range{hint, hint + 1}, Range{hint + 1, range.end}}) {
    if (part.size() == 0) continue;
    if (part.size() == 1) worker_.reset();   // nothing may be laid to one subject that those before it left behind
    if (const std::string why = given_up(asking.item); !why.empty()) give_up(part, why);
    else if (!attempt(asking, part)) take_apart(asking, part);
  }
}

void Isolated::tell(Frame type, std::size_t item, policy::Subjects& subjects, Range range, SessionWords& words) {
  packer_.clear();
  head_.clear();
  Writer out(head_);
  const Reads& reads = material_->reads[item];
  out.put(static_cast<std::uint32_t>(item));
  if (type == Frame::applications) {
    out.put(static_cast<std::uint32_t>(range.size()));
    for (std::size_t i = range.begin; i < range.end; ++i) out.put(static_cast<std::uint32_t>(packer_.add(reads, subjects.turn_to(i))));
    for (std::size_t i = range.begin; i < range.end; ++i) out.text(subjects.key(i).application);
  } else {
    out.put(std::uint32_t{type == Frame::begin ? 1u : 0u});
    if (type == Frame::begin) out.put(static_cast<std::uint32_t>(packer_.add(reads, subjects.whole())));
  }
  out.align();
  worker_->send(type, head_, packer_.bytes());
  ++batches_;
  const auto [answer, bytes] = worker_->receive(places_.limits.batch);
  try {
    if (answer != Frame::told) throw Garbled{};
    Reader in(bytes);
    decode_session(in, words);
    in.finish();
  } catch (const Garbled&) {
    throw worker_->garbled();
  }
}

SessionWords Isolated::hold_once(std::size_t item, policy::Subjects& subjects) {
  SessionWords words;
  recycle();
  need_worker();
  tell(Frame::begin, item, subjects, {0, 0}, words);
  const std::size_t batch = std::max<std::size_t>(places_.limits.batch_size, 1);
  for (std::size_t i = 0; i < subjects.size() && words.cause.empty(); i += batch)
    tell(Frame::applications, item, subjects, {i, std::min(i + batch, subjects.size())}, words);
  if (words.cause.empty()) tell(Frame::finish, item, subjects, {0, 0}, words);
  return words;
}

SessionWords Isolated::hold(std::size_t item, policy::Subjects& subjects) {
  for (int tried = 0; tried < 2; ++tried) {
    if (!given_up(item).empty()) break;
    try {
      return hold_once(item, subjects);
    } catch (const Fault& fault) {
      worker_.reset();
      note(item, fault);
    }
  }
  ++counts_[item].faults;
  SessionWords words;
  words.cause = dead_.empty() ? last_.cause : dead_;
  return words;
}

std::unique_ptr<Adapter> start_isolated(std::shared_ptr<const Material> material, const Places& places, std::vector<std::string>& wrong) {
  auto made = std::make_unique<Isolated>(std::move(material), places);
  wrong = made->start();
  if (!wrong.empty()) return nullptr;
  return made;
}

}  // namespace remit::plugins
