#include "plugins/lock.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "base/problem.hpp"
#include "intake/json.hpp"
#include "plugins/sealed_copy.hpp"

namespace remit::plugins {

using intake::Json;

const Trusted* Lock::find(std::string_view id) const {
  for (const auto& one : plugins)
    if (one.id == id) return &one;
  return nullptr;
}

Lock read_lock(std::string_view bytes, const std::string& file) {
  base::Refused refused;
  refused.exit_code = 4;
  const auto wrong = [&](std::string message) { refused.problems.push_back({"PLUGIN_LOCK", file, 0, 0, {}, std::move(message), {}, {}}); };
  Lock lock;
  Json json;
  try {
    json = intake::read_json(bytes, file);
  } catch (base::Refused& unreadable) {
    unreadable.exit_code = 4;
    throw;
  }
  if (json["format"].str() != "remit.plugin-lock/1") wrong("format: a lock of plug-ins is `remit.plugin-lock/1`");
  if (json["plugins"].kind != Json::Kind::list) wrong("plugins: it is a list");
  std::size_t number = 0;
  for (const Json& one : json["plugins"].items) {
    const std::string place = "plugins[" + std::to_string(++number) + "]";
    Trusted trusted;
    const auto text = [&](const char* key) {
      if (one[key].kind != Json::Kind::text || one[key].text.empty()) wrong(place + "." + key + ": it is a text");
      return one[key].text;
    };
    trusted.id = text("id");
    trusted.version = text("version");
    trusted.digest = text("digest");
    trusted.library = text("library");
    if (one["in_process"].kind != Json::Kind::boolean) wrong(place + ".in_process: it is true or false");
    trusted.in_process = one["in_process"].boolean;
    if (lock.find(trusted.id) != nullptr) wrong(place + ": `" + trusted.id + "` stands twice");
    lock.plugins.push_back(std::move(trusted));
  }
  if (!refused.problems.empty()) throw refused;
  return lock;
}

std::string write_lock(const Lock& lock) {
  std::string out = "{\"format\":\"remit.plugin-lock/1\",\"plugins\":[";
  for (const auto& one : lock.plugins) {
    out += &one == lock.plugins.data() ? "\n  {\"digest\":" : ",\n  {\"digest\":";
    intake::write_json_text(one.digest, out);
    out += ",\"id\":";
    intake::write_json_text(one.id, out);
    out += one.in_process ? ",\"in_process\":true,\"library\":" : ",\"in_process\":false,\"library\":";
    intake::write_json_text(one.library, out);
    out += ",\"version\":";
    intake::write_json_text(one.version, out);
    out += "}";
  }
  return out + "\n]}\n";
}

Lock lock_of(const std::filesystem::path& folder) {
  const auto path = folder / lock_name;
  std::error_code none;
  if (!std::filesystem::exists(path, none)) return {};
  return read_lock(SealedCopy::of_file(path, most_page_bytes).bytes(), path.string());
}

void trust(const std::filesystem::path& folder, const Manifest& manifest, bool in_process) {
  Lock lock = lock_of(folder);
  std::erase_if(lock.plugins, [&](const Trusted& one) { return one.id == manifest.id; });
  lock.plugins.push_back({manifest.id, manifest.version, manifest.digest, manifest.library, in_process});
  std::ranges::sort(lock.plugins, {}, &Trusted::id);
  const std::string bytes = write_lock(lock), path = (folder / lock_name).string(), part = path + ".part";
  const auto cannot_write = [&] {
    const int why = errno;
    ::unlink(part.c_str());
    base::refuse({"CANNOT_WRITE", path, 0, 0, {}, std::string("it cannot be written: ") + std::strerror(why) + "; nothing was changed", {}, {}});
  };
  const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) cannot_write();
  std::string_view rest = bytes;
  bool good = true;
  while (good && !rest.empty()) {
    const ssize_t n = ::write(file, rest.data(), rest.size());
    good = n > 0 || (n < 0 && errno == EINTR);
    if (n > 0) rest.remove_prefix(static_cast<std::size_t>(n));
  }
  good = good && ::fsync(file) == 0;
  if (::close(file) != 0 || !good) cannot_write();
  if (std::rename(part.c_str(), path.c_str()) != 0) cannot_write();
}

}  // namespace remit::plugins
