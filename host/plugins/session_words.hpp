// What a plug-in said in a session (round_check, allocator, exporter), as it said it: ids are not looked up yet.
#pragma once
#include <string>
#include <vector>

#include "policy/plugins.hpp"

namespace remit::plugins {

struct SessionWords {
  struct Finding {
    std::string application;             // empty: the round
    policy::Outcome outcome = policy::Outcome::pass;
    std::string words;
  };
  struct Evidence {
    std::string application, name;
    policy::Told value;
  };
  struct Award {
    std::string application;
    policy::Answer::Said::Award award = policy::Answer::Said::Award::none;
    std::vector<std::string> elements;
    std::string words;
  };
  std::string cause;                     // why it failed; empty: it did not
  std::vector<Finding> findings;
  std::vector<Evidence> evidence;
  std::vector<Award> awards;
  std::vector<std::string> notes;
  std::string output;
};

}  // namespace remit::plugins
