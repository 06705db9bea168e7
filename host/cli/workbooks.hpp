// What needs the libraries of workbooks. They are in a program of their own, `remit-workbook`, which has every command of
// `remit` and reads and writes workbooks too: `remit` starts without them, and hands a command that needs them over.
#pragma once
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/deciding.hpp"

namespace remit::cli {

void add_import(Program& program);
/// `workbook` below `remit new`.
void add_new_workbook(Program& program, Command& parent);

struct Importing {
  std::vector<std::string> workbooks;
  std::string out, map, pack;
  bool replace = false;
};

/// Each returns the exit code, and in `remit` never returns: the same command goes on in `remit-workbook`. Throws base::Refused
/// (exit 2) when that is not there.
int import_workbooks(const Importing& options);
int write_new_workbook(const std::string& pack, const std::string& out);
/// The same for what `decide` is asked to write: call it before the round is decided.
void need_workbooks();
/// The bytes of the workbook of a decided round. `redact`: the officer's sheets alone, as that may be read; the round itself, which
/// holds everything, is left out.
std::string workbook_of(const Deciding& deciding, const std::string& redact);

}  // namespace remit::cli
