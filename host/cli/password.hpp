// The password of a secret key: never on the command line, where every user of the machine can read it.
#pragma once
#include <string>

namespace remit::cli {

/// From the file descriptor `from` (its first line) when it is not negative, else from REMIT_KEY_PASSWORD, else asked for on the
/// terminal without showing it; `twice`: a second time, to be sure. Throws base::Refused (exit code 2) when there is nobody to ask.
std::string ask_password(int from, bool twice, const std::string& key);

}  // namespace remit::cli
