// Records of a whole round, in order, by several threads: each takes the next run of records, writes it to a buffer of
// its own, and waits for its turn to hand it on. No more is held than a run for each thread.
#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "record/write.hpp"

namespace remit::record {
namespace {

constexpr std::size_t run_length = 256;

class Runs {
 public:
  Runs(const RoundConstants& c, Form form, std::string_view separator, const std::function<void(std::string_view)>& sink)
      : c_(c), form_(form), separator_(separator), sink_(sink) {}

  void work() try {
    RecordWriter writer(c_);
    std::string buffer;
    for (std::size_t run; take(run);) {
      buffer.clear();
      write(writer, run, buffer);
      hand_on(run, buffer);
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    turn_.notify_all();
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  bool take(std::size_t& run) {
    const std::lock_guard lock(mutex_);
    run = next_++;
    return !failure_ && run * run_length < c_.order.size();
  }

  void write(RecordWriter& writer, std::size_t run, std::string& out) const {
    const std::size_t end = std::min(c_.order.size(), (run + 1) * run_length);
    for (std::size_t i = run * run_length; i < end; ++i) {
      if (form_ == Form::brief) writer.write_brief(c_.order[i], out);
      else writer.write(c_.order[i], out);
      out += separator_;
    }
  }

  void hand_on(std::size_t run, std::string_view bytes) {
    std::unique_lock lock(mutex_);
    turn_.wait(lock, [&] { return written_ == run || failure_; });
    if (failure_) return;
    sink_(bytes);
    ++written_;
    turn_.notify_all();
  }

  const RoundConstants& c_;
  const Form form_;
  const std::string_view separator_;
  const std::function<void(std::string_view)>& sink_;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::size_t next_ = 0, written_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

void write_records(const RoundConstants& constants, Form form, std::string_view separator, unsigned threads,
                   const std::function<void(std::string_view)>& sink) {
  Runs runs(constants, form, separator, sink);
  const std::size_t most = (constants.order.size() + run_length - 1) / run_length;
  {
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < std::min<std::size_t>(threads, most); ++t) others.emplace_back([&] { runs.work(); });
    runs.work();
  }
  runs.rethrow();
}

}  // namespace remit::record
