#include "record/saved.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"

namespace remit::record {

using intake::Json;

namespace {

[[noreturn]] void refuse_saved(const std::string& file, int line, std::string message) {
  base::Problem problem;
  problem.code = "NOT_A_RECORD";
  problem.file = file;
  problem.line = line;
  problem.message = std::move(message);
  base::refuse(std::move(problem));
}

Json read_line(std::string_view bytes, const std::string& file, int line) try {
  return intake::read_json(bytes, file);
} catch (base::Refused& refused) {
  for (auto& problem : refused.problems) problem.line = line;   // each line is a document of its own
  throw;
}

/// A document that spans lines cannot be told from NDJSON by its first line alone.
bool is_whole_document(std::string_view bytes) {
  const std::string_view first = base::trim(bytes.substr(0, bytes.find('\n')));
  return first == "{" || !first.ends_with('}');
}

bool is_document(const Json& json) {
  const std::string& format = json["format"].str();
  return format == "remit.decision/1" || format == "remit.assessments/1";
}

}  // namespace

std::string subject_of(const Json& record) {
  return record["application"].str().empty() ? record["type"].str() + " " + record["id"].str() : record["application"].str();
}

Saved::Saved(std::string_view bytes, const std::string& file) {
  if (base::trim(bytes).empty()) refuse_saved(file, 0, "there are no records in it");
  if (is_whole_document(bytes)) {
    add_document(intake::read_json(bytes, file), file);
    return;
  }
  int number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = base::trim(bytes.substr(at, end - at));
    at = end + 1;
    ++number;
    if (line.empty()) continue;
    const Json json = read_line(line, file, number);
    const bool document = records_.empty() && is_document(json);
    if (document) add_document(json, file);
    else add(json, line, file, number);
  }
}

void Saved::add(const Json& record, std::string_view bytes, const std::string& file, int line) {
  const std::string& format = record["format"].str();
  if (format == "remit.assessment/1") {
    if (record["type"].str().empty() || record["id"].str().empty()) refuse_saved(file, line, "this record does not say its `type` and `id`");
    records_.push_back({subject_of(record), bytes});
    return;
  }
  if (format != "remit.record/1")
    refuse_saved(file, line, "this is no `remit.record/1` and no `remit.assessment/1`" + (format.empty() ? std::string() : ", it is `" + format + "`"));
  if (record["application"].str().empty()) refuse_saved(file, line, "this record does not say its `application`");
  records_.push_back({record["application"].str(), bytes});
}

void Saved::add_document(const Json& document, const std::string& file) {
  const bool one = !is_document(document);   // a single record, spread over lines
  for (const Json& record : one ? std::vector<Json>{document} : document["records"].items) {
    intake::write_canonical_json(record, owned_.emplace_back());
    add(record, owned_.back(), file, 1);
  }
}

bool digest_holds(const Json& record) {
  Json rest = record;
  std::erase_if(rest.members, [](const auto& member) { return member.first == "digest"; });
  std::string bytes;
  intake::write_canonical_json(rest, bytes);
  return base::digest_of(bytes) == record["digest"].str();
}

}  // namespace remit::record
