// A plug-in in a worker process. Subjects go in batches, two of them on their way at a time. A batch that fails is asked again in a
// new worker, for what fell over may have been left behind by those before it; when it fails again it is taken apart until the one
// subject stands alone that nothing can be said of.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "plugins/adapter.hpp"
#include "plugins/worker_process.hpp"

namespace remit::plugins {

class Isolated : public Adapter {
 public:
  Isolated(std::shared_ptr<const Material> material, const Places& places);
  ~Isolated() override;
  /// Starts the first worker; why it cannot be used, or nothing.
  std::vector<std::string> start();
  std::vector<policy::Answer> ask(std::size_t item, policy::Subjects& subjects) override;
  SessionWords hold(std::size_t item, policy::Subjects& subjects) override;

 private:
  struct Range {
    std::size_t begin, end;
    std::size_t size() const { return end - begin; }
  };
  /// What one call of `ask` works on.
  struct Asking {
    std::size_t item;
    policy::Subjects& subjects;
    std::vector<policy::Answer>& answers;
  };
  struct Count {
    std::size_t faults = 0, missed = 0;
  };
  std::vector<std::string> open_worker();
  void need_worker();
  void recycle();
  void send(const Asking& asking, Range range);
  void receive(const Asking& asking, Range range);
  bool attempt(const Asking& asking, Range range);
  void take_apart(const Asking& asking, Range range);
  void note(std::size_t item, const Fault& fault);
  std::string given_up(std::size_t item) const;
  std::chrono::milliseconds deadline(std::size_t subjects) const;
  void tell(Frame type, std::size_t item, policy::Subjects& subjects, Range range, SessionWords& words);
  SessionWords hold_once(std::size_t item, policy::Subjects& subjects);

  std::shared_ptr<const Material> material_;
  Places places_;
  std::unique_ptr<WorkerProcess> worker_;
  Packer packer_{true};
  std::string head_;
  std::vector<Count> counts_;        // by item
  std::size_t batches_ = 0;          // of this worker
  Fault last_;
  std::string dead_;                 // why no worker can be started any more
};

}  // namespace remit::plugins
