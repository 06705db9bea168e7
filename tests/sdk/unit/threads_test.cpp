// A bound rule may be asked by many threads at once: neither the comfort in C++ nor the fake host keeps anything between two calls.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "plugin_of.hpp"

namespace {

struct Doubled : remit::criterion {
  remit::field count{*this, "application.count"}, elements{*this, "application.elements"}, cost{*this, "application.elements.cost"};
  Doubled() : criterion("doubled", "Twice as many") {}
  remit::outcome evaluate(const remit::record& r, remit::report& say) const override {
    const auto n = count.count(r);
    if (!n) throw remit::failure("nobody counted");
    std::int64_t sum = 0;
    for (const remit::record e : elements.list(r)) sum += cost.money(e).value_or(0);
    say.evidence("doubled", 2 * *n);
    say.evidence("sum", remit::money{sum});
    return remit::outcome::pass;
  }
};

TEST(Threads, AskAtOnceAndHearTheirOwnAnswers) {
  remit::testing::host host(plugin_of<Doubled>());
  const auto rule = host.bind("doubled");
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 50; ++i) {
        const int n = 1000 * t + i;
        remit::testing::record r;
        if (i % 10 != 0) r.set("application.count", n);
        r.add("application.elements").set("cost", remit::money{n});
        const auto a = rule.ask(r);
        if (i % 10 == 0 ? a.cause == "nobody counted" : a.evidence("doubled") == 2 * n && a.evidence("sum") == remit::money{n}) ++right;
      }
    });
  for (auto& t : threads) t.join();
  EXPECT_EQ(right, 200);
}

}  // namespace
