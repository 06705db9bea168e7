#include "cli/cases_bench.hpp"

#include "cli/plugging.hpp"
#include "report/csv.hpp"
#include "report/html.hpp"
#include "report/text.hpp"

namespace remit::cli {

std::unique_ptr<study::Bench> bench_of(const std::string& pack, const lua::LoadOptions& options, const std::vector<std::string>& plugins) {
  study::Outside outside;
  outside.plugins = [plugins](const policy::Pack& asked, const std::string& round) { return open_plugins(asked, round, plugins); };
  outside.report = [](const std::string& bytes, const std::string& form) {
    const record::DecisionDocument document = record::read_document(bytes, "this case");
    std::string out;
    if (form == "html") report::write_html(document, out);
    else if (form == "csv") report::write_csv(document, out);
    else report::write_text(document, {false, 100}, out);
    return out;
  };
  return std::make_unique<study::Bench>(lua::find_pack(pack, options.search), options, std::move(outside));
}

}  // namespace remit::cli
