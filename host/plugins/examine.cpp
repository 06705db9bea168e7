#include "plugins/examine.hpp"

#include <system_error>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "plugins/answers.hpp"
#include "plugins/hearing.hpp"
#include "plugins/worker_process.hpp"

namespace remit::plugins {

namespace {

constexpr std::string_view manifest_end = ".plugin.json";

Manifest described_by(WorkerProcess& worker, const Limits& limits, std::vector<std::string>& wrong) {
  std::string bytes;
  Writer out(bytes);
  out.put(limits.memory);
  out.put(limits.processor_seconds);
  worker.send(Frame::load, bytes);
  const auto [type, said] = worker.receive(limits.start);
  Reader in(said);
  if (type == Frame::described) return decode_manifest(in);
  if (type != Frame::refused) throw Garbled{};
  for (auto n = in.count(most_items * 16, 4); n > 0; --n) wrong.push_back(base::printable(in.text(REMIT_MOST_TEXT), 1000));
  return {};
}

}  // namespace

Examined examine(const std::filesystem::path& library, const Places& places) {
  Examined out;
  out.copy = SealedCopy::of_file(library);
  out.elf = look_over(out.copy.bytes(), out.wrong);
  if (!out.wrong.empty()) return out;
  try {
    WorkerProcess worker(places.program, out.copy.file(), {});
    try {
      out.manifest = described_by(worker, places.limits, out.wrong);
    } catch (const Garbled&) {
      throw worker.garbled();
    }
  } catch (const Fault& fault) {
    out.wrong.push_back("while it was loaded it " + fault.cause);
  }
  if (out.wrong.empty()) {
    out.manifest.library = library.filename().string();
    out.manifest.digest = out.copy.digest();
    out.wrong = mistakes_in(out.manifest);
  }
  return out;
}

std::filesystem::path manifest_file_of(const std::filesystem::path& file) {
  if (file.string().ends_with(manifest_end)) return file;
  return file.parent_path() / (file.stem().string() + std::string(manifest_end));
}

Manifest manifest_at(const std::filesystem::path& manifest_file) {
  std::error_code none;
  if (!std::filesystem::exists(manifest_file, none))
    base::refuse({"NO_MANIFEST", manifest_file.string(), 0, 0, {}, "there is no such manifest; `remit-plugin manifest` writes it from the library", {}, {}}, 3);
  return read_manifest(SealedCopy::of_file(manifest_file, most_page_bytes).bytes(), manifest_file.string());
}

}  // namespace remit::plugins
