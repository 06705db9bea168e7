// The only file that knows the template library. What it lets pass silently is refused here before anything is filled.
#include "letters/templates.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <kainjow/mustache.hpp>
#include <set>
#include <string_view>

#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "letters/names.hpp"

namespace remit::letters {

namespace fs = std::filesystem;
namespace mustache = kainjow::mustache;
using intake::Json;

namespace {

struct Tag {
  char kind;          // '#', '^', '/', '>', '!', '&', '{', '=' or 'v' for a name
  std::string name;
  int line;
};

/// Every {{tag}} of a text, in order.
std::vector<Tag> tags_of(std::string_view text) {
  std::vector<Tag> out;
  for (std::size_t at = text.find("{{"); at != text.npos; at = text.find("{{", at)) {
    const std::size_t end = std::min(text.find("}}", at), text.size());
    std::string_view inside = base::trim(text.substr(at + 2, end - at - 2));
    const char first = inside.empty() ? 'v' : inside.front();
    const bool sign = std::string_view("#^/>!&{=").find(first) != std::string_view::npos;
    if (sign) inside.remove_prefix(1);
    out.push_back({sign ? first : 'v', std::string(base::trim(inside)), 1 + static_cast<int>(std::ranges::count(text.substr(0, at), '\n'))});
    at = end;
  }
  return out;
}

mustache::data data_of(const Json& json) {
  switch (json.kind) {
    case Json::Kind::text:
    case Json::Kind::number: return mustache::data(json.text);
    case Json::Kind::boolean: return mustache::data(json.boolean);
    case Json::Kind::list: {
      mustache::data list(mustache::data::type::list);
      for (const Json& item : json.items) list.push_back(data_of(item));
      return list;
    }
    case Json::Kind::object: {
      mustache::data object(mustache::data::type::object);
      for (const auto& [name, value] : json.members) object.set(name, data_of(value));
      return object;
    }
    case Json::Kind::null: break;
  }
  return mustache::data(false);
}

class Reader {
 public:
  Reader(const std::map<std::string, std::string>& texts, const std::map<std::string, std::string>& files) : texts_(texts), files_(files) {}

  base::Problems problems() {
    for (const auto& [name, text] : texts_) read(name, text);
    return std::move(problems_);
  }

 private:
  void read(const std::string& name, const std::string& text);
  void tag(const Tag& tag);
  bool leads_to(const std::string& from, const std::string& to) const;
  void wrong(int line, std::string message) { problems_.push_back({"TEMPLATE", file_, line, 0, {}, std::move(message), {}, {}}); }

  const std::map<std::string, std::string>& texts_;
  const std::map<std::string, std::string>& files_;
  std::string name_, file_;
  std::vector<Tag> open_;
  base::Problems problems_;
};

/// Whether `from`, or any part that it holds, is `to`.
bool Reader::leads_to(const std::string& from, const std::string& to) const {
  std::set<std::string> seen;
  std::vector<std::string> next{from};
  while (!next.empty()) {
    const std::string name = std::move(next.back());
    next.pop_back();
    if (name == to) return true;
    const auto text = texts_.find(name);
    if (text == texts_.end() || !seen.insert(name).second) continue;
    for (const Tag& tag : tags_of(text->second))
      if (tag.kind == '>') next.push_back(tag.name);
  }
  return false;
}

void Reader::tag(const Tag& tag) {
  if (tag.kind == '!') return;
  if (tag.kind == '{' || tag.kind == '&') return wrong(tag.line, "write {{" + tag.name + "}} with two brackets: what people wrote is never markup");
  if (tag.kind == '=') return wrong(tag.line, "the brackets of names cannot be changed");
  if (tag.kind == '>') {
    if (leads_to(tag.name, name_)) wrong(tag.line, "`" + tag.name + "` leads back to `" + name_ + "`: a part cannot hold itself");
    if (!texts_.contains(tag.name)) wrong(tag.line, "there is no part `" + tag.name + "`: no layer of the pack has letters/" + tag.name + ".md");
    return;
  }
  if (!is_name(tag.name)) {
    const std::string near = base::nearest(tag.name, all_names());
    return wrong(tag.line, "nothing is called `" + tag.name + "`" + (near.empty() ? "; docs/letters.md lists the names" : "; the nearest is `" + near + "`"));
  }
  if (tag.kind == '#' || tag.kind == '^') open_.push_back(tag);
  if (tag.kind != '/') return;
  if (open_.empty() || open_.back().name != tag.name) return wrong(tag.line, "{{/" + tag.name + "}} closes nothing that is open here");
  open_.pop_back();
}

void Reader::read(const std::string& name, const std::string& text) {
  const auto file = files_.find(name);
  name_ = name;
  file_ = file == files_.end() ? name + ".md" : file->second;
  open_.clear();
  if (!base::valid_utf8(text)) return wrong(0, "this is no UTF-8 text; save the file as UTF-8");
  for (const Tag& one : tags_of(text)) tag(one);
  for (const Tag& left : open_) wrong(left.line, std::string("{{") + left.kind + left.name + "}} is never closed: write {{/" + left.name + "}} where it ends");
}

}  // namespace

Templates::Templates(const std::vector<fs::path>& folders) {
  for (const fs::path& folder : folders) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
      const std::string name = entry.path().stem().string();
      if (entry.path().extension() != ".md" || texts_.contains(name)) continue;
      texts_.emplace(name, base::read_file(entry.path()));
      files_.emplace(name, entry.path().string());
    }
  }
  if (auto problems = Reader(texts_, files_).problems(); !problems.empty()) throw base::Refused(std::move(problems), 3);
}

Templates::Templates(std::map<std::string, std::string> texts) : texts_(std::move(texts)) {
  if (auto problems = Reader(texts_, files_).problems(); !problems.empty()) throw base::Refused(std::move(problems), 3);
}

std::string Templates::filled(const std::string& name, const Json& facts) const {
  const auto text = texts_.find(name);
  if (text == texts_.end()) base::refuse({"TEMPLATE", name + ".md", 0, 0, {}, "no layer of the pack has this text in its folder `letters`, and neither has the core", {}, {}}, 3);
  mustache::data data = data_of(facts);
  for (const auto& [part, of_part] : texts_) data.set(part, mustache::data(mustache::partial([&of_part] { return of_part; })));
  mustache::mustache filling(text->second);
  filling.set_custom_escape(as_words);
  return filling.render(data);
}

std::string as_words(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const auto b = static_cast<unsigned char>(c);
    if (b < 0x20 || b == 0x7f) {
      out += ' ';
      continue;
    }
    if (std::ispunct(b)) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace remit::letters
