#include "cli/stream.hpp"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/problem.hpp"
#include "engine/each.hpp"
#include "intake/limits.hpp"
#include "intake/record_reader.hpp"
#include "record/each_writer.hpp"

namespace remit::cli {

namespace {

constexpr std::size_t block_bytes = 256 * 1024;   // read at once: enough to share out, little enough to stay in the cache

constexpr std::size_t signed_at_once = 32;         // records whose digests are made together, while they are in the cache

/// Whole lines, without a promise of how many.
struct Block {
  std::unique_ptr<char[]> data;
  std::size_t size = 0, room = 0;
  std::uint64_t number = 0;
  bool too_long = false;   // it is the beginning of a line that has no end within the limit

  std::string_view bytes() const { return {data.get(), size}; }
  void make_room(std::size_t wanted) {
    if (room >= wanted) return;
    auto larger = std::make_unique_for_overwrite<char[]>(wanted);
    if (size > 0) std::memcpy(larger.get(), data.get(), size);
    data = std::move(larger);
    room = wanted;
  }
};

/// Cuts the input into blocks at line ends. One thread at a time.
class Input {
 public:
  /// `stop`: set by another thread when nothing more is wanted.
  Input(int file, const std::string& name, const std::atomic<bool>& stop) : file_(file), name_(name), stop_(stop) {
    struct stat facts {};
    regular_ = ::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode);
  }
  bool regular() const { return regular_; }
  bool ended() const { return ended_; }

  bool take(Block& block) {
    block.size = 0;
    block.too_long = false;
    if (ended_) return false;
    block.make_room(std::max(block_bytes, rest_.size() * 2));
    std::memcpy(block.data.get(), rest_.data(), rest_.size());
    block.size = rest_.size();
    rest_.clear();
    std::size_t looked_at = block.size;   // no line ends before here
    while (!ended_) {
      read_more(block);
      const std::string_view fresh = block.bytes().substr(looked_at);
      const std::size_t end = fresh.rfind('\n');
      if (end != fresh.npos && !ended_) {
        rest_.assign(fresh.substr(end + 1));
        block.size = looked_at + end + 1;
        break;
      }
      looked_at = block.size;
      if (block.size > intake::limits::line_bytes && !ended_) block.too_long = ended_ = true;
      if (block.size == block.room) block.make_room(block.room * 2);
    }
    if (number_ == 0 && block.bytes().starts_with("\xef\xbb\xbf")) std::memset(block.data.get(), ' ', 3);
    block.number = number_++;
    return block.size > 0;
  }

 private:
  /// Fills the block's room from a file; takes what is there from a pipe, so that nobody waits for more.
  void read_more(Block& block) {
    do {
      if (!regular_ && !wait()) return;
      const ssize_t got = ::read(file_, block.data.get() + block.size, block.room - block.size);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) base::refuse({"UNREADABLE", name_, 0, 0, {}, std::string("it cannot be read: ") + std::strerror(errno), {}, {}});
      if (got == 0) ended_ = true;
      block.size += static_cast<std::size_t>(got);
    } while (regular_ && !ended_ && block.size < block.room);
  }

  /// For something to read; false when nothing more is wanted.
  bool wait() {
    pollfd ready{file_, POLLIN, 0};
    while (!stop_)
      if (::poll(&ready, 1, 200) != 0) return true;
    ended_ = true;
    return false;
  }

  int file_;
  const std::string& name_;
  const std::atomic<bool>& stop_;
  bool regular_ = false, ended_ = false;
  std::string rest_;            // the beginning of a line whose end is not read yet
  std::uint64_t number_ = 0;
};

bool blank(std::string_view line) { return line.find_first_not_of(" \t\r") == line.npos; }

class Stream {
 public:
  Stream(const StreamJob& job, const std::function<void(std::string_view)>& sink)
      : job_(job), sink_(sink), type_(*job.pack->roots[policy::root::application].type),
        input_(job.input, job.name, no_more_),
        constants_(record::each_constants_of(*job.pack, job.day, job.run, job.form == record::Form::record, job.digest_input)) {}

  Streamed run() {
    {
      std::vector<std::jthread> others;
      // Others are called once there is more to do than the first block.
      work([&] {
        for (unsigned t = 1; t < job_.threads && !input_.ended(); ++t) others.emplace_back([this] { work({}); });
      });
    }
    if (failure_) std::rethrow_exception(failure_);
    if (mistakes_.count() > 0) refuse();
    return done_;
  }

 private:
  /// What one thread works with.
  struct Hand {
    Hand(const Stream& s)
        : reader(s.type_), each(*s.job_.pack, s.job_.day.integer, s.job_.form == record::Form::record), writer(s.constants_, each) {}
    intake::RecordReader reader;
    engine::Each each;
    record::EachWriter writer;
    base::Arena arena;
    Block block;
    std::string out;
    std::uint64_t records = 0, lines = 0;
    bool mistaken = false;
  };

  void work(const std::function<void()>& begun) try {
    std::unique_ptr<Hand> hand;
    Block block;
    for (bool first = true; take(block); first = false) {
      if (first && begun) begun();
      if (!hand) hand = std::make_unique<Hand>(*this);
      decide(*hand, block);
      hand_on(*hand, block);
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    no_more_ = true;
    turn_.notify_all();
  }

  bool take(Block& block) {
    const std::lock_guard lock(input_mutex_);
    return !no_more_ && input_.take(block);
  }

  /// Up to the first line that cannot be read.
  void decide(Hand& hand, const Block& block) {
    hand.out.clear();
    hand.records = hand.lines = 0;
    hand.mistaken = block.too_long;
    if (block.too_long) return;
    intake::Mistakes mistakes;
    const intake::FileText text(job_.name, block.bytes());
    std::string_view rest = block.bytes(), line;
    while (intake::next_line(rest, line)) {
      ++hand.lines;
      if (line.empty() || (line.front() != '{' && blank(line))) continue;
      hand.arena.clear();
      const base::Value* application = hand.reader.read(line, text, hand.arena, mistakes);
      if (mistakes.count() > 0) {
        hand.mistaken = true;
        break;
      }
      write(hand, application);
      ++hand.records;
    }
    hand.writer.sign(hand.out);
  }

  void write(Hand& hand, const base::Value* application) const {
    const engine::EachResult& result = hand.each.decide(application);
    if (job_.form == record::Form::brief) hand.writer.write_brief(result, application, hand.out);
    else hand.writer.write(result, application, hand.out);
    hand.out += '\n';
    if (hand.writer.unsigned_records() >= signed_at_once) hand.writer.sign(hand.out);
  }

  /// In the order of the blocks.
  void hand_on(Hand& hand, const Block& block) {
    std::unique_lock lock(mutex_);
    turn_.wait(lock, [&] { return next_ == block.number || failure_; });
    if (failure_) return;
    if (!stopped_) {
      if (!hand.out.empty()) sink_(hand.out);
      done_.records += hand.records;
    }
    if (hand.mistaken) {
      stopped_ = true;
      hand.lines = note_mistakes(hand, block);
      if (!input_.regular()) no_more_ = true;
    }
    done_.lines += hand.lines;
    ++next_;
    turn_.notify_all();
  }

  /// Reads the block again, now that the number of its first line is known. Returns its lines.
  std::uint64_t note_mistakes(Hand& hand, const Block& block) {
    if (block.too_long) {
      mistakes_.add({"TOO_LARGE", job_.name, static_cast<int>(done_.lines + 1), 0, {},
                     "the line is longer than " + std::to_string(intake::limits::line_bytes >> 20) + " MiB; nothing after it was looked at", {}, {}});
      return 1;
    }
    const intake::FileText text(job_.name, block.bytes(), static_cast<int>(done_.lines + 1));
    std::string_view rest = block.bytes(), line;
    std::uint64_t lines = 0;
    while (intake::next_line(rest, line)) {
      ++lines;
      if (blank(line)) continue;
      hand.arena.clear();
      hand.reader.read(line, text, hand.arena, mistakes_);
    }
    return lines;
  }

  [[noreturn]] void refuse() {
    try {
      mistakes_.refuse_if_any();
      std::abort();
    } catch (base::Refused& refused) {
      const int line = refused.problems.front().line;
      refused.problems.push_back({"STOPPED", job_.name, 0, 0, {}, std::to_string(done_.records) + (done_.records == 1 ? " record was" : " records were") +
                                  " made, of the applications before line " + std::to_string(line) + "; none after it", {}, {}});
      throw;
    }
  }

  const StreamJob& job_;
  const std::function<void(std::string_view)>& sink_;
  const base::RecordType& type_;
  std::mutex input_mutex_;
  std::atomic<bool> no_more_ = false;        // nothing more is to be read
  Input input_;
  record::EachConstants constants_;

  std::mutex mutex_;
  std::condition_variable turn_;
  std::uint64_t next_ = 0;                   // the block whose turn it is
  Streamed done_;
  bool stopped_ = false;
  intake::Mistakes mistakes_;
  std::exception_ptr failure_;
};

}  // namespace

Streamed decide_stream(const StreamJob& job, const std::function<void(std::string_view)>& sink) { return Stream(job, sink).run(); }

}  // namespace remit::cli
