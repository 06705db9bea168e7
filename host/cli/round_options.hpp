// Options that many commands share, so that they are called and explained alike.
#pragma once
#include <string>
#include <vector>

namespace remit::cli {

class Command;
struct Wanted;

/// `--plugins`: folders to look for plug-ins in.
void add_plugins(Command& command, std::vector<std::string>& folders);
/// `--pack`, `--what-if` and `--as-of`. `noted` is where a what-if says that it is one: "every record says so".
void add_what_if(Command& command, Wanted& wanted, const std::string& noted);

}  // namespace remit::cli
