#include "report/html_index.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "report/html_streams.hpp"
#include "report/markup.hpp"
#include "report/words.hpp"

namespace remit::report {

namespace {

struct Entry {
  std::string initial, key;          // "D", "drumlea family hub"
  const record::DecisionRecord* record;
};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// The letter under which people look; what begins with none stands under "#".
std::string initial_of(std::string_view name) {
  if (name.empty()) return "#";
  const auto first = static_cast<unsigned char>(name[0]);
  if (first >= 'a' && first <= 'z') return std::string(1, static_cast<char>(first - 32));
  if (first >= 'A' && first <= 'Z') return std::string(1, static_cast<char>(first));
  return "#";
}

std::vector<Entry> entries_of(const record::DecisionDocument& d) {
  std::vector<Entry> out;
  for (const auto& r : d.records) {
    const std::string& name = r.applicant_name.empty() ? r.applicant : r.applicant_name;
    out.push_back({initial_of(name), lower(name), &r});
  }
  std::ranges::stable_sort(out, {}, [](const Entry& e) { return std::tie(e.initial, e.key); });
  return out;
}

void write_entry(const Entry& entry, Markup& m) {
  const auto& r = *entry.record;
  m.raw("<li>").text(r.applicant_name.empty() ? r.applicant : r.applicant_name).raw(" ").link_to(r.application).raw("</li>\n");
}

}  // namespace

void write_html_index(const record::DecisionDocument& document, std::string& out) {
  Markup m(out);
  const auto entries = entries_of(document);
  if (entries.empty()) return;
  m.raw("<h2 id=\"index\">Find an application</h2>\n");
  if (entries.size() <= many_applications) {
    m.raw("<ul class=\"index\">\n");
    for (const Entry& entry : entries) write_entry(entry, m);
    m.raw("</ul>\n");
    return;
  }
  m.element("p", counted(entries.size(), "application", "applications") + ", by who applied. Or look for a name or a number with your browser's own search, which opens what is folded.", "find").raw("\n");
  for (std::size_t from = 0; from < entries.size();) {
    std::size_t to = from;
    while (to < entries.size() && entries[to].initial == entries[from].initial) ++to;
    m.raw("<details class=\"letter\"><summary>").text(entries[from].initial + " (" + std::to_string(to - from) + ")").raw("</summary><ul class=\"index\">\n");
    for (; from < to; ++from) write_entry(entries[from], m);
    m.raw("</ul></details>\n");
  }
}

}  // namespace remit::report
