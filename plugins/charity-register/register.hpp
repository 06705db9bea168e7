// An extract of a register of organisations, as a partnership supplies it: a CSV file, or an SQLite database with a table (or
// view) `organisations`, known by its first bytes. Headings are id and status, and name, registered and removed where there are
// any. All of it is read once; what is looked up later changes nothing, so many threads may ask.
#pragma once
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <remit/csv.hpp>

namespace charity_register {

enum class Standing { registered, removed, other };

struct Entry {
  std::string_view id, name, status;              // as the register writes them
  Standing standing = Standing::other;            // what `status` comes to
  std::optional<std::int64_t> registered, removed;   // days from 1970-01-01
  std::size_t line = 0;                           // of the CSV file; of a table, the row's number from 1
};

class Register {
 public:
  /// Reads `bytes`, which must outlive the register. Throws remit::failure when a heading is
  /// missing, an id has no list code, a date cannot be read, or the database is not one.
  explicit Register(std::string_view bytes);

  /// Every entry with this very id: none, one, or several where the register has it more than once.
  std::span<const Entry> find(std::string_view id) const;
  std::size_t size() const { return entries_.size(); }

 private:
  void read_csv(std::string_view bytes);
  void read_database(std::string_view bytes);
  void take(std::string_view id, std::string_view name, std::string_view status, std::string_view registered, std::string_view removed,
            std::size_t line);

  std::unique_ptr<remit::csv_reader> rows_;       // holds the texts of a CSV file
  std::deque<std::string> texts_;                 // those of a database
  std::vector<Entry> entries_;                    // by id
};

/// Days from 1970-01-01 of "2019-04-30", with or without a time after it, or "30/04/2019"; nothing for any other text.
std::optional<std::int64_t> day(std::string_view text);
/// "2019-04-30".
std::string written(std::int64_t day);

}  // namespace charity_register
