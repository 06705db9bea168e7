// The parts of a zipped workbook (sole user of libzip). Sizes are checked before anything is unpacked, and again while it is:
// a small file that says it unpacks to gigabytes, or does so without saying it, is refused.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace remit::import {

class Archive {
 public:
  /// `bytes` must stay alive. Throws base::Refused (exit 2) when they are no whole archive, or one of too many parts.
  Archive(std::string file, std::string_view bytes);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool has(const std::string& part) const;
  /// Whether any part's name ends so; case does not matter.
  bool has_ending(std::string_view ending) const;
  bool has_beginning(std::string_view beginning) const;
  /// The bytes of a part; nothing when there is none. Throws base::Refused (exit 2) when it is damaged, locked by a password
  /// or too large.
  std::optional<std::string> read(const std::string& part);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace remit::import
