#include "record/words.hpp"

namespace remit::record {

std::string_view word(engine::Eligible outcome) {
  using enum engine::Eligible;
  switch (outcome) {
    case eligible: return "eligible";
    case ineligible: return "ineligible";
    case refer: return "refer";
  }
  return {};
}

std::string_view word(engine::Why why) {
  using enum engine::Why;
  switch (why) {
    case funded_whole: return "funded-whole";
    case funded_parts: return "funded-parts";
    case pending: return "pending";
    case ineligible: return "ineligible";
    case below_threshold: return "below-threshold";
    case no_money: return "no-money";
    case past_the_line: return "past-the-line";
    case error: return "error";
    case panel_unfit: return "panel-unfit";
    case unscored: return "unscored";
    case tie_on_the_line: return "tie-on-the-line";
    case below_a_tie: return "below-a-tie";
    case withdrawn: return "withdrawn";
    case not_chosen: return "not-chosen";
    case to_be_chosen: return "to-be-chosen";
    case not_allocated: return "not-allocated";
  }
  return {};
}

}  // namespace remit::record
