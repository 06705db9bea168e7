#include "cli/override_lock.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/session.hpp"
#include "intake/json.hpp"
#include "record/append.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

struct Locked {
  std::string digest;
  std::map<std::string, std::string> asks;
};

std::map<std::string, Locked> read_lock(const fs::path& file) {
  std::map<std::string, Locked> out;
  if (!fs::exists(file)) return out;
  const intake::Json lock = intake::read_json(base::read_file(file.string()), file.string());
  for (const intake::Json& one : lock["overrides"].items) {
    Locked& at = out[one["rule"].str()];
    at.digest = one["digest"].str();
    for (const intake::Json& part : one["asks"].items) at.asks[part["part"].str()] = part["words"].str();
  }
  return out;
}

// "`passes_when` was ... and now is ..." for each part that differs.
std::string difference(const std::map<std::string, std::string>& was, const std::map<std::string, std::string>& now) {
  std::vector<std::string> out;
  for (const auto& [part, words] : was) {
    const auto at = now.find(part);
    if (at == now.end()) out.push_back("`" + part + "` was `" + words + "` and is gone");
    else if (at->second != words) out.push_back("`" + part + "` was `" + words + "`, now it is `" + at->second + "`");
  }
  for (const auto& [part, words] : now)
    if (!was.contains(part)) out.push_back("`" + part + "` is new: `" + words + "`");
  return base::join_and(out);
}

}  // namespace

std::string lock_of(const policy::Pack& pack) {
  std::map<std::string, const policy::Override*> own;
  for (const auto& o : pack.overrides)
    if (o.layer == pack.id) own[o.rule] = &o;
  std::string out = "{";
  record::append_stated("format", "remit.overrides/1", out);
  record::append_key("overrides", out);
  out += '[';
  for (const auto& [rule, o] : own) {
    record::append_comma(out);
    out += '{';
    record::append_key("asks", out);
    out += '[';
    for (const auto& [part, words] : o->asks) {
      record::append_comma(out);
      out += '{';
      record::append_stated("part", part, out);
      record::append_stated("words", words, out);
      out += '}';
    }
    out += ']';
    record::append_stated("digest", o->digest, out);
    record::append_stated("rule", rule, out);
    record::append_stated("written_against", o->written_against, out);
    out += '}';
  }
  out += ']';
  record::append_stated("pack", pack.id, out);
  return out + "}\n";
}

LockFindings against_locks(const policy::Pack& pack) {
  LockFindings out;
  for (const auto& layer : pack.layers) {
    const auto own = [&](const policy::Override& o) { return o.layer == layer.id; };
    if (std::ranges::none_of(pack.overrides, own)) continue;
    const auto locked = read_lock(fs::path(layer.place) / override_lock);
    for (const auto& o : pack.overrides) {
      if (!own(o)) continue;
      const auto at = locked.find(o.rule);
      const std::string what = "override \"" + o.rule + "\"";
      if (at == locked.end())
        out.unlocked.push_back({"OVERRIDE_UNLOCKED", o.file, o.line, 0, {}, what + " is not in " + override_lock + ", so nobody would notice if that rule changed; when you have read it, run `remit pack lock " + layer.id + "`", {}, o.rule});
      else if (at->second.digest != o.digest)
        out.changed.push_back({"OVERRIDE_CHANGED", o.file, o.line, 0, {}, what + ": the rule that it was written against has changed: " + difference(at->second.asks, o.asks) +
                               ". Read both again, say so in `written_against`, and run `remit pack lock " + layer.id + "`", {}, o.rule});
    }
  }
  return out;
}

}  // namespace remit::cli
