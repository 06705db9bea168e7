#include "pack/bundle.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "pack/compression.hpp"
#include "pack/limits.hpp"

namespace remit::pack {

namespace {

// What stands in the way of packing these files.
base::Problems unfit(const std::vector<PackedFile>& files, const std::string& place) {
  base::Problems problems;
  const auto wrong = [&](const std::string& file, const std::string& message) { problems.push_back({"NOT_PACKABLE", file.empty() ? place : place + "/" + file, 0, 0, {}, message, {}, {}}); };
  std::size_t all = 0;
  for (const auto& [path, bytes] : files) {
    if (const std::string what = wrong_with_path(path); !what.empty()) wrong(base::printable(path, 120), "this path " + what);
    else if (path == manifest_name) wrong(path, "a pack in a folder has no pack.json: it is made when the pack is built");
    if (bytes.size() > limits::packed_file_bytes) wrong(path, "it is larger than " + std::to_string(limits::packed_file_bytes) + " bytes");
    all += bytes.size() + 1024;
  }
  if (files.size() + 1 > limits::packed_files) wrong({}, "it holds more than " + std::to_string(limits::packed_files - 1) + " files");
  if (all > limits::unpacked_bytes) wrong({}, "it is larger than " + std::to_string(limits::unpacked_bytes) + " bytes");
  return problems;
}

}  // namespace

std::string pack_files(Manifest manifest, std::vector<PackedFile> files, const std::string& place) {
  if (base::Problems problems = unfit(files, place); !problems.empty()) throw base::Refused{std::move(problems), 3};
  std::ranges::sort(files, stands_before, &PackedFile::path);
  manifest.files.clear();
  for (const auto& [path, bytes] : files) manifest.files.push_back({path, base::digest_of(bytes), bytes.size()});
  const std::string json = write_manifest(manifest);
  files.insert(files.begin(), {manifest_name, json});
  const std::string archive = write_archive(files);
  std::string packed = compress(archive);
  if (packed.size() > limits::packed_bytes) base::refuse({"NOT_PACKABLE", place, 0, 0, {}, "packed it is larger than " + std::to_string(limits::packed_bytes) + " bytes", {}, {}}, 3);
  open_bundle(packed, place);   // what is written can be read: two names that are one on some machines are found here
  return packed;
}

Bundle open_bundle(std::string_view bytes, const std::string& name) {
  Bundle bundle;
  bundle.unpacked = std::make_shared<const std::string>(decompress(bytes, name));
  bundle.files = read_archive(*bundle.unpacked, name);
  if (bundle.files.empty()) base::refuse({"BAD_ARCHIVE", name, 0, 0, {}, "it is empty", {}, {}}, 3);
  bundle.manifest = read_manifest(bundle.files.front().bytes, name);
  bundle.files.erase(bundle.files.begin());
  bundle.digest = base::digest_of(bytes);
  bundle.contents = base::digest_of(*bundle.unpacked);
  base::Problems problems;
  const auto wrong = [&](const std::string& path, const std::string& message) { problems.push_back({"BAD_MANIFEST", name, 0, 0, {}, "`" + base::printable(path, 120) + "` " + message, {}, {}}); };
  const auto& listed = bundle.manifest.files;
  for (std::size_t i = 0; i < std::max(listed.size(), bundle.files.size()) && problems.empty(); ++i) {
    if (i == bundle.files.size()) wrong(listed[i].path, "stands in pack.json and is not there");
    else if (i == listed.size() || listed[i].path != bundle.files[i].path) wrong(bundle.files[i].path, "is there and does not stand in its place in pack.json");
    else if (listed[i].size != bundle.files[i].bytes.size() || listed[i].digest != base::digest_of(bundle.files[i].bytes)) wrong(listed[i].path, "is another file than the one of pack.json");
  }
  if (!problems.empty()) throw base::Refused{std::move(problems), 3};
  return bundle;
}

}  // namespace remit::pack
