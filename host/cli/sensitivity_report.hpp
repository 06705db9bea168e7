// What `remit compare --weights` shows: words, JSON, or a page with the intervals as pictures.
#pragma once
#include <string>

#include "study/sensitivity.hpp"

namespace remit::cli {

std::string sensitivity_text(const study::Sensitivity& sensitivity, bool colour);
/// "format":"remit.sensitivity/1", canonical, with a line end.
std::string sensitivity_json(const study::Sensitivity& sensitivity);
std::string sensitivity_html(const study::Sensitivity& sensitivity);

/// "weight of Need, 30 now [4.1 a]"
std::string move_words(const study::Move& move);
/// "past 45.20 (226/5): SG-12 gains, SG-05 loses"; "nothing changes, however far".
std::string edge_words(const study::Move& move, const study::Edge& edge, const std::string& application);
std::string left_out_words(const study::LeftOut& left_out);

}  // namespace remit::cli
