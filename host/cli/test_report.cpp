#include "cli/test_report.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "record/append.hpp"
#include "report/layout.hpp"
#include "report/markup.hpp"

namespace remit::cli {

using study::Difference;
using study::Result;

namespace {

std::size_t failed(const std::vector<Result>& results) {
  return static_cast<std::size_t>(std::ranges::count_if(results, [](const Result& r) { return !r.wrong.empty(); }));
}

std::string place(const study::Case& c) { return c.file + ":" + std::to_string(c.line) + ":" + std::to_string(c.column); }

std::string heading(const study::Case& c) {
  std::string out = c.name;
  if (!c.rows.empty()) out += " (" + base::join_and(c.rows, ", ") + ")";
  if (!c.clause.empty()) out += " [" + c.clause + "]";
  return out;
}

// One difference in lines, each beginning with `margin`.
std::string in_lines(const Difference& d, const std::string& margin) {
  std::string out;
  if (d.field.empty()) out = margin + d.about + ": " + d.expected + "\n";
  else out = margin + d.about + ": " + d.field + "\n" + margin + "  expected: " + d.expected + "\n" + margin + "  actual:   " + d.actual + "\n";
  for (const std::string& line : d.why) out += margin + "  " + line + "\n";
  return out;
}

void append_texts(std::string_view key, const std::vector<std::string>& texts, std::string& out) {
  record::append_key(key, out);
  out += '[';
  for (const auto& text : texts) {
    record::append_comma(out);
    record::append_text(text, out);
  }
  out += ']';
}

void append_number(std::string_view key, std::int64_t n, std::string& out) {
  record::append_key(key, out);
  record::append_integer(n, out);
}

void append_result(const Result& r, std::string& out) {
  out += '{';
  record::append_stated("clause", r.about->clause, out);
  record::append_key("differences", out);
  out += '[';
  for (const Difference& d : r.wrong) {
    record::append_comma(out);
    out += '{';
    record::append_stated("about", d.about, out);
    record::append_stated("actual", d.actual, out);
    record::append_stated("expected", d.expected, out);
    record::append_stated("field", d.field, out);
    append_texts("why", d.why, out);
    out += '}';
  }
  out += ']';
  record::append_stated("file", r.about->file, out);
  append_number("line", r.about->line, out);
  record::append_stated("name", r.about->name, out);
  record::append_stated("outcome", r.wrong.empty() ? "passed" : "failed", out);
  append_texts("rows", r.about->rows, out);
  out += '}';
}

std::string seconds(std::int64_t microseconds) {
  const std::string part = std::to_string(1'000'000 + microseconds % 1'000'000);
  return std::to_string(microseconds / 1'000'000) + "." + part.substr(1);
}

void append_case(const Result& r, report::Markup& xml) {
  xml.raw("    <testcase").attribute("classname", r.about->file).attribute("name", heading(*r.about)).attribute("file", r.about->file);
  xml.attribute("line", std::to_string(r.about->line)).attribute("time", seconds(r.microseconds));
  if (r.wrong.empty()) {
    xml.raw("/>\n");
    return;
  }
  const Difference& first = r.wrong.front();
  std::string text;
  for (const Difference& d : r.wrong) text += in_lines(d, "");
  xml.raw(">\n      <failure").attribute("message", first.about + ": " + (first.field.empty() ? first.expected : first.field + " expected " + first.expected + ", actual " + first.actual));
  xml.attribute("type", "difference").raw(">").text(text).raw("</failure>\n    </testcase>\n");
}

std::int64_t time_of(const std::vector<const Result*>& results) {
  std::int64_t all = 0;
  for (const Result* r : results) all += r->microseconds;
  return all;
}

}  // namespace

std::string test_count(const std::vector<Result>& results) {
  const std::size_t bad = failed(results);
  return std::to_string(results.size()) + (results.size() == 1 ? " case: " : " cases: ") +
         (bad == 0 ? "all as expected" : std::to_string(results.size() - bad) + " as expected, " + std::to_string(bad) + " not");
}

std::string test_text(const std::vector<Result>& results, bool colour) {
  const report::Paint paint(colour);
  std::string out;
  for (const Result& r : results) {
    if (r.wrong.empty()) continue;
    out += place(*r.about) + ": " + paint.bad("failed") + ": " + paint.bold(heading(*r.about)) + "\n";
    for (const Difference& d : r.wrong) out += in_lines(d, "    ");
  }
  return out + test_count(results) + "\n";
}

std::string test_json(const policy::Pack& pack, const std::vector<Result>& results) {
  std::string out = "{";
  record::append_key("cases", out);
  out += '[';
  for (const Result& r : results) {
    record::append_comma(out);
    append_result(r, out);
  }
  out += ']';
  append_number("failed", static_cast<std::int64_t>(failed(results)), out);
  record::append_stated("format", "remit.test/1", out);
  record::append_stated("pack", pack.id, out);
  append_number("passed", static_cast<std::int64_t>(results.size() - failed(results)), out);
  record::append_stated("version", pack.version, out);
  return out + "}\n";
}

std::string test_junit(const policy::Pack& pack, const std::vector<Result>& results) {
  std::map<std::string, std::vector<const Result*>> by_file;
  std::vector<const Result*> all;
  for (const Result& r : results) {
    by_file[r.about->file].push_back(&r);
    all.push_back(&r);
  }
  const auto counts = [](report::Markup& xml, const std::vector<const Result*>& some) {
    const auto bad = std::ranges::count_if(some, [](const Result* r) { return !r->wrong.empty(); });
    xml.attribute("tests", std::to_string(some.size())).attribute("failures", std::to_string(bad)).attribute("errors", "0").attribute("time", seconds(time_of(some)));
  };
  std::string out;
  report::Markup xml(out);
  xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites").attribute("name", pack.id + " " + pack.version);
  counts(xml, all);
  xml.raw(">\n");
  for (const auto& [file, some] : by_file) {
    xml.raw("  <testsuite").attribute("name", file);
    counts(xml, some);
    xml.raw(">\n");
    for (const Result* r : some) append_case(*r, xml);
    xml.raw("  </testsuite>\n");
  }
  xml.raw("</testsuites>\n");
  return out;
}

}  // namespace remit::cli
