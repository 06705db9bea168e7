// What a cell of a spreadsheet means, apart from the file it comes from: digits without the dust of binary fractions, days
// for the serial numbers that spreadsheets keep, and which number formats show a day.
#pragma once
#include <string>
#include <string_view>

namespace remit::import {

/// "60000.1" for "60000.1000000000001" or "6.00001E4": plain, at most 15 significant digits, half up. Spreadsheets keep no
/// more, and show none. Empty when it is no number, or one beyond 10^15 either way.
std::string plain_number(std::string_view digits);

/// The day and time of a serial number: "2012-03-31", or "2012-03-31T17:00:00" with `time`. `from_1904`: as workbooks of old
/// Macintoshes count. Empty when it is no day from 1900 to 9999.
std::string day_of_serial(std::string_view digits, bool time, bool from_1904);

enum class Shows { number, day, day_and_time };
/// What a number format shows, by its code: "dd/mm/yyyy" a day, "hh:mm" alone a number.
Shows shown_by(std::string_view format_code);
/// The same for the formats that XLSX knows by number alone.
Shows shown_by(std::size_t format);

/// Whether a text is how a spreadsheet shows that something could not be worked out: "#REF!", "#N/A", "Err:502".
bool is_error(std::string_view text);

/// "A line" for "A_x0020_line", as XLSX writes characters that XML cannot hold.
std::string unescaped(std::string_view text);

}  // namespace remit::import
