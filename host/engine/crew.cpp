#include "engine/crew.hpp"

#include <algorithm>
#include <exception>
#include <thread>

namespace remit::engine {

namespace {
constexpr std::size_t worth_a_thread = 256;   // below that many applications, starting one takes longer than the work
}

Crew::Crew(const policy::Pack& pack, unsigned threads) : pack_(&pack), works_(std::max(threads, 1u)) {}

policy::Work& Crew::work(std::size_t hand) {
  if (!works_[hand]) works_[hand] = pack_->start_work();
  return *works_[hand];
}

void Crew::share(std::size_t count, const std::function<void(std::size_t, std::size_t, std::size_t)>& run) const {
  const std::size_t hands = std::clamp<std::size_t>(count / worth_a_thread, 1, size());
  if (hands == 1) return run(0, 0, count);
  std::vector<std::exception_ptr> thrown(hands);
  {
    std::vector<std::jthread> threads;
    threads.reserve(hands);
    for (std::size_t hand = 0; hand < hands; ++hand)
      threads.emplace_back([&, hand] {
        try {
          run(hand, count * hand / hands, count * (hand + 1) / hands);
        } catch (...) {
          thrown[hand] = std::current_exception();
        }
      });
  }
  for (const auto& e : thrown)
    if (e) std::rethrow_exception(e);
}

}  // namespace remit::engine
