#include "record/publication.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/digest.hpp"

namespace remit::record {

using intake::Json;

namespace {

constexpr std::string_view withheld = "[withheld]";

/// Where members are named. Consensus marks stand under `panel`, which is nobody.
constexpr std::array<std::string_view, 8> names_of_members{"panel.members.id", "panel.members.name", "panel.taking_part", "conflicts.member",
                                                           "ties.member", "scores.sheets.member", "fresh_panel.members.id", "fresh_panel.members.name"};
/// Lists in the order of members or of those whom records are about.
constexpr std::array<std::string_view, 5> told_by_order{"conflicts", "panel.members", "scores.sheets", "findings", "fresh_panel.members"};

/// Where whole records stand in what is around them: each is redacted by the rows of its own format.
bool holds_records(std::string_view format, std::string_view key) {
  return key == "records" || (format == "remit.appeals/1" && key == "appeals") || (format == "remit.appeal/1" && (key == "first" || key == "second"));
}
template <class Take>
void each_record(Json& holder, Take&& take) {
  for (Json& one : holder.items) take(one);
  if (holder.kind == Json::Kind::object) take(holder);
}

/// Whether "findings.read.application.*" says it of "findings.read.application.title": a star at the end stands for all that
/// comes (under `read` the keys are paths), any other for one key.
bool says_it_of(std::string_view pattern, std::string_view path) {
  std::size_t at = 0;
  for (std::size_t p = 0; p < pattern.size(); ++p) {
    if (pattern[p] != '*') {
      if (at == path.size() || path[at] != pattern[p]) return false;
      ++at;
      continue;
    }
    if (p + 1 == pattern.size()) return at < path.size();
    const std::size_t before = at;
    while (at < path.size() && path[at] != '.') ++at;
    if (at == before) return false;
  }
  return at == path.size();
}

/// The row that says most exactly who may read it; null when none does.
const PublishedField* row_of(std::string_view format, std::string_view path) {
  const PublishedField* found = nullptr;
  for (const PublishedField& row : published_fields()) {
    if (row.format != format || !says_it_of(row.path, path)) continue;
    if (row.path == path) return &row;
    if (found == nullptr || row.path.size() > found->path.size()) found = &row;
  }
  return found;
}

/// "4", "11/3", "60000.00": what is read as a number is left out, for "[withheld]" is none.
bool is_number(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789./-") == std::string_view::npos; }

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }

/// By what is left of each.
void put_in_order(std::vector<Json>& items) {
  std::vector<std::pair<std::string, Json>> ordered;
  for (Json& item : items) {
    std::string bytes;
    intake::write_canonical_json(item, bytes);
    ordered.emplace_back(std::move(bytes), std::move(item));
  }
  std::ranges::stable_sort(ordered, {}, [](const auto& o) -> const std::string& { return o.first; });
  for (std::size_t i = 0; i < ordered.size(); ++i) items[i] = std::move(ordered[i].second);
}

class Redactor {
 public:
  explicit Redactor(Publication to) : to_(to) {}

  void whole(Json& json) {
    note_names(json, format_of(json), {});
    object(json, format_of(json), {});
  }

 private:
  /// The table's own text, which stays while the record changes; of an unknown format nothing may be read.
  static std::string_view format_of(const Json& json) {
    if (!json.has("format")) return "brief";
    const auto rows = published_fields();
    const auto known = std::ranges::find(rows, std::string_view(json["format"].str()), &PublishedField::format);
    return known == rows.end() ? std::string_view("unknown") : known->format;
  }
  void note_names(const Json& json, std::string_view format, const std::string& path);
  /// False when nothing of it may be read.
  bool value(Json& json, std::string_view format, const std::string& path);
  void object(Json& json, std::string_view format, const std::string& path);
  void list(Json& json, std::string_view format, const std::string& path);
  void strike(std::string& text) const;
  const PublishedField* row(std::string_view format, const std::string& path);
  bool may_read(std::string_view format, const std::string& path) {
    const PublishedField* of = row(format, path);
    return of != nullptr && of->to <= to_;
  }

  Publication to_;
  std::set<std::string, std::less<>> names_;   // of members, withheld everywhere
  std::map<std::pair<std::string_view, std::string>, const PublishedField*> rows_;   // what was looked up before
};

const PublishedField* Redactor::row(std::string_view format, const std::string& path) {
  const auto [at, is_new] = rows_.try_emplace(std::pair(format, path), nullptr);
  if (is_new) at->second = row_of(format, path);
  return at->second;
}

void Redactor::note_names(const Json& json, std::string_view format, const std::string& path) {
  if (json.kind == Json::Kind::list)
    for (const Json& item : json.items) note_names(item, format, path);
  for (const auto& [key, inner] : json.members) {
    if (path.empty() && holds_records(format, key)) {
      for (const Json& one : inner.items) note_names(one, format_of(one), {});
      if (inner.kind == Json::Kind::object) note_names(inner, format_of(inner), {});
    } else note_names(inner, format, path.empty() ? key : path + '.' + key);
  }
  const bool named = std::ranges::find(names_of_members, path) != names_of_members.end();
  if (json.kind == Json::Kind::text && named && json.text != "panel" && json.text != withheld && !may_read(format, path)) names_.insert(json.text);
}

void Redactor::strike(std::string& text) const {
  for (const std::string& name : names_) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
      const std::size_t end = at + name.size();
      if ((at > 0 && in_word(text[at - 1]) && in_word(name.front())) || (end < text.size() && in_word(text[end]) && in_word(name.back()))) {
        ++at;
        continue;
      }
      text.replace(at, name.size(), withheld);
      at += withheld.size();
    }
  }
}

bool Redactor::value(Json& json, std::string_view format, const std::string& path) {
  const PublishedField* of = row(format, path);
  if (json.kind == Json::Kind::object || json.kind == Json::Kind::list) {
    if (of != nullptr && of->to > to_) return false;   // whole, so that not even its length is told
    if (json.kind == Json::Kind::object) object(json, format, path);
    else list(json, format, path);
    return true;
  }
  if (may_read(format, path)) {
    if (json.kind == Json::Kind::text) strike(json.text);
    return true;
  }
  // a key that may be any may itself tell something: it goes too
  if (json.kind != Json::Kind::text || is_number(json.text) || of == nullptr || of->path.ends_with('*')) return false;
  json.text = withheld;
  return true;
}

void Redactor::list(Json& json, std::string_view format, const std::string& path) {
  std::erase_if(json.items, [&](Json& item) { return !value(item, format, path); });
  if (std::ranges::find(told_by_order, path) != told_by_order.end()) put_in_order(json.items);
}

void Redactor::object(Json& json, std::string_view format, const std::string& path) {
  const bool top = path.empty();
  std::erase_if(json.members, [&](auto& member) {
    auto& [key, inner] = member;
    if (top && holds_records(format, key)) {
      each_record(inner, [&](Json& one) { object(one, format_of(one), {}); });
      if (format == "remit.assessments/1") put_in_order(inner.items);
      return false;
    }
    return !value(inner, format, top ? key : path + '.' + key);
  });
  if (!top || format == "brief") return;
  Json& says = json.has("redacted") ? std::ranges::find(json.members, std::string("redacted"), &std::pair<std::string, Json>::first)->second
                                    : json.members.emplace_back("redacted", Json()).second;
  says.kind = Json::Kind::text;
  if (says.text != word(Publication::open)) says.text = word(to_);   // what is gone does not come back
  if (!json.has("digest")) return;
  std::erase_if(json.members, [](const auto& member) { return member.first == "digest"; });
  std::string bytes;
  intake::write_canonical_json(json, bytes);
  Json digest;
  digest.kind = Json::Kind::text;
  digest.text = base::digest_of(bytes);
  json.members.emplace_back("digest", std::move(digest));
}

}  // namespace

Publication publication_of(std::string_view format, std::string_view path) {
  const PublishedField* row = row_of(format, path);
  return row == nullptr ? Publication::restricted : row->to;
}

bool read_publication(std::string_view text, Publication& out) {
  if (text != "public" && text != "on-request") return false;
  out = text == "public" ? Publication::open : Publication::on_request;
  return true;
}

std::string_view word(Publication to) {
  return to == Publication::open ? "public" : to == Publication::on_request ? "on-request" : "restricted";
}

void redact(Json& json, Publication to) { Redactor(to).whole(json); }

std::string redacted(std::string_view bytes, Publication to) {
  Json json = intake::read_json(bytes, "what was decided");
  redact(json, to);
  std::string out;
  intake::write_canonical_json(json, out);
  return out;
}

}  // namespace remit::record
