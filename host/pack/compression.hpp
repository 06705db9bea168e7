// The compression of a packed pack: one zstd frame that says how much it holds (sole user of libzstd, which is linked in, so that
// one Remit makes the same bytes on every machine).
#pragma once
#include <string>
#include <string_view>

namespace remit::pack {

/// One frame, at a fixed level.
std::string compress(std::string_view bytes);
/// What it holds. Memory is taken once, for the size that the frame states, which may be no more than the limit: a bomb is refused
/// before it is unpacked. `packed` is named in messages. Throws base::Refused (exit code 3).
std::string decompress(std::string_view bytes, const std::string& packed);

}  // namespace remit::pack
