// A database is read from memory: SQLite is given the bytes and opens no file, which a sealed worker could not do, and its
// sorting stays in memory too. The texts are then copied out and the database closed.
#include "register.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>

namespace charity_register {
namespace {

std::string lowered(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return made;
}

// The words of the registers of charities and of Companies House that mean one of the two; any other needs a person.
Standing standing(std::string_view status) {
  const std::string word = lowered(status);
  for (const char* one : {"registered", "active", "open"})
    if (word == one) return Standing::registered;
  for (const char* one : {"removed", "dissolved", "deregistered", "de-registered", "closed", "struck off", "ceased"})
    if (word == one) return Standing::removed;
  return Standing::other;
}

std::optional<int> number(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most) return std::nullopt;
  int made = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    made = made * 10 + (c - '0');
  }
  return made;
}

// "GB-CHC-1": two letters, a hyphen, letters, a hyphen, something.
bool coded(std::string_view id) {
  const auto letter = [&](std::size_t i) { return (id[i] >= 'A' && id[i] <= 'Z') || (id[i] >= 'a' && id[i] <= 'z'); };
  if (id.substr(0, 6) == "local:") return true;
  if (id.size() < 6 || !letter(0) || !letter(1) || id[2] != '-') return false;
  const auto second = id.find('-', 3);
  return second != std::string_view::npos && second > 3 && second + 1 < id.size();
}

bool is_database(std::string_view bytes) { return bytes.substr(0, 16) == std::string_view("SQLite format 3\0", 16); }

}  // namespace

std::optional<std::int64_t> day(std::string_view text) {
  std::optional<int> year, month, of_month;
  if (text.size() >= 10 && text[4] == '-' && text[7] == '-' && (text.size() == 10 || text[10] == 'T' || text[10] == ' ')) {
    year = number(text.substr(0, 4), 4, 4), month = number(text.substr(5, 2), 2, 2), of_month = number(text.substr(8, 2), 2, 2);
  } else if (const auto first = text.find('/'), second = text.find('/', first + 1); second != std::string_view::npos) {
    of_month = number(text.substr(0, first), 1, 2), month = number(text.substr(first + 1, second - first - 1), 1, 2);
    year = number(text.substr(second + 1), 4, 4);
  }
  if (!year || !month || !of_month) return std::nullopt;
  const std::chrono::year_month_day made{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*of_month)}};
  if (!made.ok()) return std::nullopt;
  return std::chrono::sys_days{made}.time_since_epoch().count();
}

std::string written(std::int64_t day) {
  const std::chrono::year_month_day at{std::chrono::sys_days{std::chrono::days{static_cast<int>(day)}}};
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const std::string year = std::to_string(static_cast<int>(at.year()));
  return std::string(year.size() < 4 ? 4 - year.size() : 0, '0') + year + '-' + two(static_cast<unsigned>(at.month())) + '-' +
         two(static_cast<unsigned>(at.day()));
}

Register::Register(std::string_view bytes) {
  if (is_database(bytes)) read_database(bytes);
  else read_csv(bytes);
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.id < b.id; });
}

void Register::read_csv(std::string_view bytes) {
  rows_ = std::make_unique<remit::csv_reader>(bytes, "register");
  const auto id = rows_->column("id"), status = rows_->column("status");
  const auto name = rows_->find("name"), registered = rows_->find("registered"), removed = rows_->find("removed");
  const auto cell = [&](std::optional<std::size_t> column) { return column ? rows_->cell(*column) : std::string_view{}; };
  while (rows_->next()) take(rows_->cell(id), cell(name), rows_->cell(status), cell(registered), cell(removed), rows_->line());
}

void Register::read_database(std::string_view bytes) {
  if (bytes.size() > 20 && (bytes[18] == 2 || bytes[19] == 2))
    throw remit::failure("register: the database keeps a write-ahead log, so a part of it may be in another file; run "
                             "\"PRAGMA journal_mode = DELETE\" on it and supply it again");
  try {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    // read-only, so the bytes are not touched; they are the caller's, so nothing is freed
    auto* data = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (sqlite3_deserialize(database.getHandle(), "main", data, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
      throw remit::failure("register: the database cannot be opened");
    database.exec("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
    SQLite::Statement rows(database, "SELECT * FROM organisations");
    std::vector<std::string> headings;
    for (int i = 0; i < rows.getColumnCount(); ++i) headings.push_back(lowered(rows.getColumnName(i)));
    const auto column = [&](const char* heading) {
      const auto found = std::find(headings.begin(), headings.end(), heading);
      return found == headings.end() ? -1 : static_cast<int>(found - headings.begin());
    };
    for (const char* heading : {"id", "status"})
      if (column(heading) < 0) throw remit::failure("register: the table organisations has no column \"" + std::string(heading) + "\"");
    const int id = column("id"), name = column("name"), status = column("status"), registered = column("registered"), removed = column("removed");
    for (std::size_t row = 1; rows.executeStep(); ++row) {
      const auto text = [&](int at) {
        std::string said = at < 0 || rows.getColumn(at).isNull() ? std::string() : rows.getColumn(at).getString();
        if (!remit::is_utf8(said)) throw remit::failure("register: row " + std::to_string(row) + " of organisations holds a text that is not UTF-8");
        return said;
      };
      const auto kept = [&](int at) { return std::string_view(texts_.emplace_back(text(at))); };
      take(kept(id), kept(name), kept(status), text(registered), text(removed), row);
    }
  } catch (const SQLite::Exception& fault) {
    throw remit::failure(remit::presentable(std::string("register: the database cannot be read: ") + fault.what(), 400));
  }
}

void Register::take(std::string_view id, std::string_view name, std::string_view status, std::string_view registered,
                    std::string_view removed, std::size_t line) {
  const auto fail = [&](const std::string& words) { throw remit::failure("register: line " + std::to_string(line) + " " + words); };
  if (!coded(id)) fail("has the id \"" + remit::presentable(id, 60) + "\"; ids begin with the code of their list, such as GB-CHC-1089464");
  Entry entry{id, name, status, standing(status), std::nullopt, std::nullopt, line};
  for (const auto& [text, into, what] : {std::tuple{registered, &entry.registered, "registered"}, std::tuple{removed, &entry.removed, "removed"}}) {
    if (text.empty()) continue;
    *into = day(text);
    if (!*into) fail("has \"" + remit::presentable(text, 40) + "\" under " + what + ", which is no date; dates are written 2019-04-30 or 30/04/2019");
  }
  entries_.push_back(entry);
}

std::span<const Entry> Register::find(std::string_view id) const {
  const auto first = std::lower_bound(entries_.begin(), entries_.end(), id, [](const Entry& a, std::string_view b) { return a.id < b; });
  auto last = first;
  while (last != entries_.end() && last->id == id) ++last;
  return {first, last};
}

}  // namespace charity_register
