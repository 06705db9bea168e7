// remit-fetch URL MOST: one file from a web server to standard output, at most MOST bytes of it (sole user of libcurl). A program of its
// own, started by `remit` for this alone (cli/fetch.hpp): the others start without the libraries of networks, and what answers from
// outside is never in the memory of a program that holds keys. Exit codes: 0 it is all there; 1 the server has no such file; 2 any
// other failure. What went wrong stands on standard error, one line without a full stop.
#include <curl/curl.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "pack/limits.hpp"

namespace {

namespace limits = remit::pack::limits;

constexpr long slow_bytes = 200;

struct Taking {
  std::size_t left = 0;
  bool too_large = false, cannot_write = false;
};

std::size_t take(char* bytes, std::size_t one, std::size_t count, void* taking_as) {
  auto& taking = *static_cast<Taking*>(taking_as);
  const std::size_t size = one * count;
  if (size > taking.left) {
    taking.too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  taking.left -= size;
  if (std::fwrite(bytes, 1, size, stdout) == size) return size;
  taking.cannot_write = true;
  return CURL_WRITEFUNC_ERROR;
}

int tell(int code, const std::string& what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  return code;
}

// REMIT_FETCH_SECONDS, for a line that is slow or a person who will not wait.
long seconds() {
  const char* said = std::getenv("REMIT_FETCH_SECONDS");
  long number = 0;
  const std::string_view text = said == nullptr ? "" : said;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc{} && end == text.data() + text.size() && number > 0 && number <= 3600 ? number : limits::fetch_seconds;
}

void set_up(CURL* curl, const std::string& url, std::size_t most, Taking& taking, char* why) {
  const bool safe = url.starts_with("https://");
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, safe ? "https" : "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl, CURLOPT_MAXREDIRS, limits::redirects);
  curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, limits::connect_seconds);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds());
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, slow_bytes);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, limits::slow_seconds);
  curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(most));
  curl_easy_setopt(curl, CURLOPT_HTTP_CONTENT_DECODING, 0L);   // nothing is unpacked before it is verified
  curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "remit/" REMIT_VERSION);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, why);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &taking);
}

int judged(CURL* curl, CURLcode code, const Taking& taking, std::size_t most, const char* why) {
  long answer = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
  if (code == CURLE_OK) return std::fflush(stdout) == 0 ? 0 : tell(2, "it cannot be kept");
  if (taking.too_large || code == CURLE_FILESIZE_EXCEEDED) return tell(2, "it is larger than " + std::to_string(most) + " bytes");
  if (taking.cannot_write) return tell(2, "it cannot be kept");
  if (code == CURLE_HTTP_RETURNED_ERROR && (answer == 404 || answer == 410)) return tell(1, "the server has no such file (" + std::to_string(answer) + ")");
  if (code == CURLE_HTTP_RETURNED_ERROR) return tell(2, "the server answers " + std::to_string(answer));
  if (code == CURLE_PARTIAL_FILE || code == CURLE_GOT_NOTHING || code == CURLE_RECV_ERROR) return tell(2, "the answer of the server is cut off");
  if (code == CURLE_OPERATION_TIMEDOUT) return tell(2, "the server is too slow; REMIT_FETCH_SECONDS says how long to wait");
  if (code == CURLE_COULDNT_RESOLVE_HOST) return tell(2, "no server of that name is found; is there a network?");
  if (code == CURLE_COULDNT_CONNECT) return tell(2, "the server does not answer; is there a network?");
  if (code == CURLE_PEER_FAILED_VERIFICATION) return tell(2, "the server does not prove that it is the one of that name: " + std::string(why));
  if (code == CURLE_TOO_MANY_REDIRECTS) return tell(2, "the server sends from one place to the next and never answers");
  if (code == CURLE_UNSUPPORTED_PROTOCOL) return tell(2, "the server sends to a place that is not safe to follow");
  return tell(2, "it cannot be fetched: " + std::string(*why == '\0' ? curl_easy_strerror(code) : why));
}

}  // namespace

int main(int count, char** words) {
  std::size_t most = 0;
  const std::string_view text = count == 3 ? words[2] : "";
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), most);
  if (fault != std::errc{} || end != text.data() + text.size()) return tell(2, "usage: remit-fetch URL MOST-BYTES");
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return tell(2, "libcurl does not start");
  CURL* curl = curl_easy_init();
  if (curl == nullptr) return tell(2, "libcurl does not start");
  char why[CURL_ERROR_SIZE] = "";
  Taking taking{most, false, false};
  set_up(curl, words[1], most, taking, why);
  const int code = judged(curl, curl_easy_perform(curl), taking, most, why);
  curl_easy_cleanup(curl);
  curl_global_cleanup();
  return code;
}
