// Archives as an enemy would write them: a good one, and every part of it that can be another.
#pragma once
#include <zstd.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/digest.hpp"
#include "base/problem.hpp"
#include "pack/bundle.hpp"

namespace hostile {

using Header = std::function<void(std::string&)>;   // changes the 512 bytes of a header; its checksum is made afterwards

inline std::string octal(std::size_t number, std::size_t digits) {
  std::string out(digits, '0');
  for (; number > 0; number /= 8) out[--digits] = static_cast<char>('0' + number % 8);
  return out;
}

/// A header as GNU tar or anyone else would write it, written apart from the code under test.
inline std::string header(const std::string& path, std::size_t size, const Header& change = {}) {
  std::string h(512, '\0');
  const auto put = [&](std::size_t at, const std::string& text) { h.replace(at, text.size(), text); };
  put(0, path.substr(0, 100));
  put(100, "0000644");
  put(108, "0000000");
  put(116, "0000000");
  put(124, octal(size, 11));
  put(136, "00000000000");
  h[156] = '0';
  put(257, std::string("ustar\00000", 8));
  if (change) change(h);
  put(148, "        ");
  std::size_t sum = 0;
  for (const char c : h) sum += static_cast<unsigned char>(c);
  put(148, octal(sum, 6) + std::string("\0 ", 2));
  return h;
}

inline std::string entry(const std::string& path, const std::string& bytes, const Header& change = {}) {
  return header(path, bytes.size(), change) + bytes + std::string((512 - bytes.size() % 512) % 512, '\0');
}
inline std::string end() { return std::string(1024, '\0'); }

inline const std::string pack_lua = "pack \"little\" { title = \"Little\", version = \"1.0.0\" }\n";

/// A pack.json that lists these files.
inline std::string manifest_of(std::vector<std::pair<std::string, std::string>> files) {
  remit::pack::Manifest m;
  m.id = "little";
  m.title = "Little";
  m.version = {{1, 0, 0}};
  m.release = 1;
  m.expires = "2030-01-01";
  m.minimum_host = {{0, 1, 0}};
  for (const auto& [path, bytes] : files) m.files.push_back({path, remit::base::digest_of(bytes), bytes.size()});
  return remit::pack::write_manifest(m);
}

/// The beginning of a good archive: its pack.json, for pack.lua and these others.
inline std::string beginning(std::vector<std::pair<std::string, std::string>> others = {}) {
  others.insert(others.begin(), {"pack.lua", pack_lua});
  return entry("pack.json", manifest_of(others));
}
inline std::string good() { return beginning() + entry("pack.lua", pack_lua) + end(); }

inline std::string compressed(const std::string& bytes, bool with_size = true) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, with_size ? 1 : 0);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress2(context, out.data(), out.size(), bytes.data(), bytes.size()));
  ZSTD_freeCCtx(context);
  return out;
}

/// What is said when these packed bytes are opened; "opened" when they are.
inline std::string said_of_packed(const std::string& bytes) {
  try {
    remit::pack::open_bundle(bytes, "x.remitpack");
  } catch (const remit::base::Refused& refused) {
    return refused.exit_code == 3 ? refused.problems.at(0).text() : "with another exit code: " + refused.problems.at(0).text();
  }
  return "opened";
}
inline std::string said_of(const std::string& archive) { return said_of_packed(compressed(archive)); }
/// Of an archive with this entry in the place of pack.lua's.
inline std::string said_of_entry(const std::string& path, const std::string& bytes = "x", const Header& change = {}) { return said_of(beginning() + entry(path, bytes, change) + end()); }

}  // namespace hostile
