// A tiny round as reports get it: one stream of £1,000; A1 approved in full, A2 in part, A3 declined for the money, A4
// ineligible, A5 withdrawn; member m2 recused because of A2.
#pragma once
#include "record/record.hpp"

namespace remit::report::test {

record::DecisionDocument small_document();

}  // namespace remit::report::test
