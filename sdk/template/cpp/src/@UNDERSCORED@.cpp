// @TITLE@: whether an applicant is on a list that the partnership keeps, one id a line.
#include <remit/plugin.hpp>

#include <set>

namespace {

struct Listed : remit::criterion {
  remit::field applicant{*this, "applicant.id"};   // all that the host sends
  remit::file list{*this, "list"};                 // supplied by the round or the pack; the host reads it
  std::set<std::string_view> ids;

  Listed() : criterion("listed", "The applicant is on the list") {}

  void bind() override {
    std::string_view rest = *list.bytes();
    while (!rest.empty()) {
      const auto end = rest.find('\n');
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (!line.empty()) ids.insert(line);
    }
    if (ids.empty()) throw remit::failure("the list names nobody");   // the pack is refused before any application is touched
  }

  remit::outcome evaluate(const remit::record& subject, remit::report& say) const override {
    const auto id = applicant.text(subject);
    if (!id) {
      say.reason("the applicant has no id to look for");
      return remit::outcome::refer;
    }
    say.evidence("applicant", *id);
    if (ids.count(*id) != 0) return remit::outcome::pass;
    say.reason("the applicant is not on the list");
    return remit::outcome::fail;
  }
};

}  // namespace

REMIT_PLUGIN("@ID@", "0.1.0", "@TITLE@", Listed)
