// What is wrong with a library is said before an application is touched, in its own words, and the host goes on.
#include "faults.hpp"

namespace remit::plugins::test {

// the ELF file, before anything of it runs
TEST_F(Faults, NoEntry) {
  is_refused("no_entry", "it exports no `remit_plugin_entry_v1`, so it is no plug-in; define it with REMIT_PLUGIN, or with REMIT_EXPORT in C");
}
TEST_F(Faults, EntryOfVersion2) { is_refused("entry_of_version_2", "it speaks version 2 of the contract, this host speaks 1"); }
TEST_F(Faults, ExportsMore) {
  is_refused("exports_more", "it exports `getenv` beside its entry function, which could be taken for the same name in another plug-in; "
                             "build it with hidden visibility, as remit_add_plugin does");
}
TEST_F(Faults, SharesAClass) {
  is_refused_saying("shares_a_class", {"_ZN4area8RegisterIiE4sizeE", "as unique in the process, so that the same C++ class in two plug-ins would share its data",
                                       "build it with -fno-gnu-unique and hidden visibility"});
}
TEST_F(Faults, ExportsItsLibrary) { is_refused_saying("exports_its_library", {"it exports `_ZN", "as unique in the process"}); }
TEST_F(Faults, OldString) { is_refused_saying("old_string", {"it is built with the old std::string (-D_GLIBCXX_USE_CXX11_ABI=0), as `_ZNSs", "build it with the new one"}); }
TEST_F(Faults, Sanitizers) {
  for (const std::string sanitizer : {"address", "thread", "undefined"})
    is_refused("sanitizer_" + sanitizer, "it is built with a sanitizer (" + sanitizer + "), which ends the process that loads it; build it without");
}

// the loader
TEST_F(Faults, MissingSymbol) { is_refused("missing_symbol", "it needs `function_that_nobody_has`, which no library has that it is linked with"); }
TEST_F(Faults, MissingLibrary) {
  is_refused("missing_library", "it cannot be loaded: libarea_of_nobody.so: cannot open shared object file: No such file or directory");
}

// what it says that it is
TEST_F(Faults, EntryGivesNull) { is_refused("entry_gives_null", "its entry function gives NULL"); }
TEST_F(Faults, PluginTooSmall) { is_refused("plugin_too_small", "its remit_plugin has 16 bytes; in version 1 of the contract it has 88"); }
TEST_F(Faults, ItemTooSmall) { is_refused("item_too_small", "its remit_item (item 1) has 24 bytes; in version 1 of the contract it has 136"); }
TEST_F(Faults, CallsTooSmall) { is_refused("calls_too_small", "its remit_criterion_v1 of `check` has 8 bytes; in version 1 of the contract it has 32"); }
TEST_F(Faults, LongerWithNothingNew) { is_no_fault("longer_with_nothing_new"); }
TEST_F(Faults, LongerPluginUsed) { is_refused("longer_plugin_used", "its remit_plugin was built for a newer host and uses what this one lacks"); }
TEST_F(Faults, LongerItemUsed) { is_refused("longer_item_used", "its remit_item (item 1) was built for a newer host and uses what this one lacks"); }
TEST_F(Faults, LongerCallsUsed) { is_refused("longer_calls_used", "its remit_criterion_v1 of `check` was built for a newer host and uses what this one lacks"); }
TEST_F(Faults, NeedsNewerHost) { is_refused("needs_newer_host", "it needs version 1.7 of the contract, this host speaks 1.0"); }
TEST_F(Faults, UnknownCapability) { is_refused("unknown_capability", "its item `check` offers `remit.criterium/1`, which this host does not know"); }
TEST_F(Faults, NoEvaluate) { is_refused("no_evaluate", "its item `check` has no `evaluate`"); }
TEST_F(Faults, NoCalls) { is_refused("no_calls", "its item `check` has no calls"); }
TEST_F(Faults, NoItemsFunction) { is_refused("no_items_function", "it has no `item`"); }
TEST_F(Faults, NoItems) { is_refused("no_items", "it offers no item"); }
TEST_F(Faults, NoName) { is_refused("no_name", "item ``: that is no name: small letters, digits and hyphens, a letter first"); }
TEST_F(Faults, CrookedName) { is_refused("crooked_name", "item `../che ck`: that is no name: small letters, digits and hyphens, a letter first"); }
TEST_F(Faults, NameAtNowhere) { is_refused("name_at_nowhere", "while it was loaded and bound it ended by signal 11 (segmentation fault)"); }
TEST_F(Faults, NoReads) { is_refused("no_reads", "its reads of `check` cannot be read: more than 1024, or NULL"); }
TEST_F(Faults, EndlessReads) { is_refused("endless_reads", "its reads of `check` cannot be read: more than 1024, or NULL"); }
TEST_F(Faults, EndlessItems) { is_refused("endless_items", "it offers more than 256 items"); }
TEST_F(Faults, SameItemTwice) { is_refused("same_item_twice", "it offers two items of the name `check`"); }
TEST_F(Faults, CrookedId) { is_refused("crooked_id", "id: `../Fix ture` is no id: small letters, digits and hyphens, a letter first"); }
TEST_F(Faults, CrookedVersion) { is_refused("crooked_version", "version: `one` is no version; write three numbers, `1.2.0`"); }

// init and bind, and what comes before them; the first time is in a worker, whatever is trusted to run in this process
TEST_F(Faults, CrashInAConstructor) {
  for (const Where where : {Where::worker, Where::host_process})
    is_refused("crash_in_constructor", "while it was loaded and bound it ended by signal 11 (segmentation fault)", where);
}
TEST_F(Faults, ExitInAConstructor) {
  for (const Where where : {Where::worker, Where::host_process})
    is_refused("exit_in_constructor", "while it was loaded and bound it left in the middle of its work, with exit status 0", where);
}
TEST_F(Faults, InitCrashes) {
  for (const Where where : {Where::worker, Where::host_process})
    is_refused("init_crashes", "while it was loaded and bound it ended by signal 6 (aborted)", where);
}
TEST_F(Faults, HangsBeforeItIsReady) {
  for (const std::string fault : {"hang_in_constructor", "init_hangs", "bind_hangs"})
    for (const Where where : {Where::worker, Where::host_process})
      is_refused(fault, "while it was loaded and bound it gave no answer within 1500 ms", where, short_deadlines());
}
TEST_F(Faults, InitFails) { is_refused("init_fails", "the licence of the register has run out"); }
TEST_F(Faults, InitFailsWithoutWords) { is_refused("init_fails_without_words", "could not tell, and did not say why"); }
TEST_F(Faults, BindFails) { is_refused("bind_fails", "`check`: the register of the year before is missing"); }

}  // namespace remit::plugins::test
