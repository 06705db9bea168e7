// A file of a web server, fetched by the program `remit-fetch`, within limits of size and time. What comes back is believed no more
// than a file on a memory stick: whoever asks verifies it.
#pragma once
#include <optional>
#include <string>

namespace remit::cli {

/// Whether a place is one of a web server: it begins with http:// or https://.
bool is_web(const std::string& place);
/// The bytes at `url`, at most `most`; nothing when the server has no such file. Throws base::Refused (exit code 2) naming the URL: it is
/// none, the server is away, too slow, cuts off its answer, sends elsewhere than may be followed, or has more than `most` bytes.
std::optional<std::string> fetch(const std::string& url, std::size_t most);

}  // namespace remit::cli
