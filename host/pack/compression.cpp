#include "pack/compression.hpp"

#include <zstd.h>

#include <memory>
#include <new>

#include "base/problem.hpp"
#include "pack/limits.hpp"

namespace remit::pack {

namespace {

constexpr int level = 19;
constexpr int window_log = 23;   // 8 MiB: what a reader must be ready to keep

}  // namespace

std::string compress(std::string_view bytes) {
  const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  if (context == nullptr) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, window_log);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 1);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress2(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size)) throw std::bad_alloc();
  out.resize(size);
  return out;
}

std::string decompress(std::string_view bytes, const std::string& packed) {
  const auto refuse = [&](const std::string& message) { base::refuse({"BAD_ARCHIVE", packed, 0, 0, {}, message, {}, {}}, 3); };
  if (bytes.size() > limits::packed_bytes) refuse("it is larger than " + std::to_string(limits::packed_bytes) + " bytes");
  if (bytes.size() < 4 || bytes.substr(0, 4) != "\x28\xb5\x2f\xfd") refuse("it is no packed pack: it does not begin as one does");
  const std::size_t frame = ZSTD_findFrameCompressedSize(bytes.data(), bytes.size());
  if (ZSTD_isError(frame)) refuse("it is cut off, or damaged");
  if (frame != bytes.size()) refuse(std::to_string(bytes.size() - frame) + " bytes follow its end");
  const unsigned long long says = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (says == ZSTD_CONTENTSIZE_UNKNOWN || says == ZSTD_CONTENTSIZE_ERROR) refuse("it does not say how much it holds");
  if (says > limits::unpacked_bytes) refuse("it unpacks to " + std::to_string(says) + " bytes; a pack is at most " + std::to_string(limits::unpacked_bytes));
  const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  if (context == nullptr) throw std::bad_alloc();
  std::string out(static_cast<std::size_t>(says), '\0');
  const std::size_t size = ZSTD_decompressDCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size)) refuse("it is damaged: its contents do not unpack");
  if (size != out.size()) refuse("it holds another size than it says");
  return out;
}

}  // namespace remit::pack
