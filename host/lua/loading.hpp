// What the words and verbs of a pack's files share while it loads: the pack and the trees that grow, where we are, and
// what was wrong so far. (The file level of a rule file runs once, here; nothing of it runs while a round is decided.)
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "lua/body.hpp"
#include "lua/spoken.hpp"
#include "lua/sandbox.hpp"
#include "policy/crosswalk.hpp"
#include "rules/rule_test.hpp"
#include "rules/tree.hpp"

namespace remit::lua {

/// What a pack keeps alive.
struct Loaded {
  rules::Tree tree;
  std::vector<Spoken> spoken;   // by Node::spot - 1
};

/// A handle of the file level, as a Lua userdata. `broken` is what is spoken on with after a mistake was reported: whatever
/// is said of it or with it is broken too, and nothing more is reported.
struct Handle {
  enum class Kind : std::uint8_t { root, field, number, condition, broken } kind = Kind::root;
  std::uint16_t root = 0;
  std::uint16_t field = 0;          // field: its index
  std::uint32_t node = rules::nowhere;   // number, condition: its node
  base::Type type = base::Type::count;   // number: what it counts or adds up
};

/// What a rule of the pack was called, for overrides and against saying one twice.
struct KnownRule {
  std::string word, id, layer, file, contract;   // contract: "sealed", "tighten_only", "parameter_only", "replaceable"
  std::vector<std::uint16_t> roots;              // what its sentences see
  std::vector<std::pair<std::string, std::string>> changed;   // what overrides have made of it: "and_also of region", and the words
  rules::RuleTest* test = nullptr;               // null: it has no sentences
};

/// `plugin = "id/item"` in a rule, until all plug-ins that the layers declare are known.
struct UsedPlugin {
  std::size_t use;                               // index in Pack::uses
  std::string plugin, rule, called, file;        // called: `criterion "registered"`
  Spot spot;
};

struct Vocabulary;

/// One pack while it loads into one interpreter.
class Loading {
 public:
  Loading(policy::Pack& pack, Loaded& loaded, Sandbox& sandbox);
  ~Loading();   // what is left of the words in the interpreter says so and does nothing
  Loading(const Loading&) = delete;
  Loading& operator=(const Loading&) = delete;

  policy::Pack& pack;
  Loaded& loaded;
  Sandbox& sandbox;
  std::string layer, file;                 // what is being read now
  std::string extends;
  struct Take {                            // `takes = { conflicts = "northern-ireland 1.0.0" }`
    std::string theme, pack, version;
  };
  std::vector<Take> takes;
  bool taken = false;                      // this layer is here for themes that another takes: only what those name is read of it
  std::set<std::string, std::less<>> themes_name;   // every name in those
  std::set<std::string> themes_need;       // its record types with fields that they name
  std::map<std::string, std::map<std::string, std::string>> stood;   // "area:core/id": how that rule stood before the first override of it
  bool own_application = false;            // the pack has replaced the application's fields
  bool named = false;                      // the layer has said `pack`
  std::map<std::string, int> pending;      // `word "id"` that still waits for its { }, with its line
  std::vector<KnownRule> rules;            // in the order in which they stand
  std::vector<UsedPlugin> used_plugins;
  std::map<std::string, std::string> said;   // "word:id:layer" -> file:line
  std::map<std::string, std::string> parameter_files;   // of this layer: where each parameter stands, known before it is read
  std::map<std::string, std::uint16_t> root_of;

  // against one mistake making five: names that files would have declared, had they not stopped at a mistake
  struct Foreseen {
    std::vector<std::string> declared;     // "record:need:wirral", as in `said`
    std::set<std::string> names;           // the fields of its records, and its parameters
  };
  std::map<std::string, Foreseen> foreseen;   // by file
  std::set<std::string> lost;
  std::vector<const char*> words;          // `criterion` and all others that are followed by a name and braces
  Vocabulary* vocabulary = nullptr;        // where the words and the keys that they ask for are noted; null: nowhere
  bool names_unknown = false;              // a file could not be read, so nobody knows what it declares
  base::Problems doubles;

  struct Reference {                       // a field that holds the id of another record
    std::string file, record, field, refers;
    int line;
  };
  std::vector<Reference> references;
  std::vector<policy::Crosswalk> crosswalks;   // with their places; looked over when every set of the pack is known

  /// Registers the globals of the file level.
  void define_words();
  /// Makes `name` a root of sentences for records of `type`, and a global; one that stands already keeps its number.
  std::uint16_t add_root(const std::string& name, const base::RecordType* type);

  /// Makes `other_<name>` a root, for the items of list `field` of `records`.
  void add_others(const std::string& name, std::uint16_t field);

  /// Whether `word "id"` of a layer is read: all of it, except parameters and records that no theme taken from it names.
  bool wants(const std::string& word, const std::string& id) const;
  /// Fills themes_need from themes_name and the files of a layer that themes are taken from.
  void need_records(const std::vector<std::pair<std::string, std::string>>& files);
  /// Learns what the files of a layer will declare, before the first of them runs: record types, so that files may name them
  /// in any order, and parameters.
  void foresee(const std::string& file, std::string_view text);
  /// Whether all that was foreseen of a file was said when it ran.
  bool finished(const std::string& file) const;
  /// Over a file that has run: adds to `doubles` what stands twice between braces, and marks the parameters that functions use.
  void look_over(const Chunk& chunk);

  /// Adds a problem at the line that runs now; `near` is found in that line for the caret.
  void problem(std::string code, std::string message, std::string_view near = {});
  void problem_at(int line, std::string code, std::string message, std::string_view near = {}, const std::string& rule = {});
  void problem_at(Spot spot, std::string code, std::string message, const std::string& rule = {});
  int current_line() const;

  /// Notes that the node was said by the verb or joiner that is running.
  void note_spoken(std::uint32_t node);

  // handles on the Lua stack
  void push(const Handle& handle);
  int push_broken();            // 1, as a host function answers
  Handle* handle_at(int index);
  /// How many comparisons and joiners the condition at `node` is when it is written out, and how deep they stand in each other.
  struct Size {
    std::uint32_t parts = 0, levels = 0;
  };
  Size size_of(std::uint32_t node);
  /// The node for what stands at `index` seen as a value; nowhere after reporting a problem.
  std::uint32_t node_of(const Handle& handle);
  const base::Field* field_of(const Handle& handle) const;
  std::string name_of(const Handle& handle) const;   // "application.added_value"
  std::string_view keep(std::string_view text) { return loaded.tree.arena.copy(text); }

  lua_State* L() const { return sandbox.state(); }

 private:
  friend void place_spoken(Loading&, const Chunk&);
  std::size_t placed_ = 0;      // how many of loaded.spoken know where they stand
  std::vector<Size> sizes_;   // by node, as far as they were asked for
};

/// The Loading that this interpreter belongs to.
Loading& loading_of(lua_State* L);

// handles.cpp
void define_handles(Loading& loading);
/// Whether `name` can stand after a dot: small letters, digits and underscores, a letter first, no word of Lua.
bool good_name(std::string_view name);
// verbs.cpp
/// Pushes the verb `name` of the handle at `index` and answers 1; 0 and nothing pushed when there is no such verb.
int push_verb(lua_State* L, int index, std::string_view name);
const std::vector<std::string>& verb_names();
// joiners.cpp
void define_joiners(Loading& loading);                     // all_of, any_of, not_
/// Pushes the condition at `node`; answers 1. Reports one that is too large.
int push_condition(Loading& loading, std::uint32_t node);
// constants.cpp
/// The constant at `index` as a value that can be compared with `field` (an item of it, for lists); absent after reporting why not.
base::Value constant_for(Loading& loading, int index, const base::Field& field, base::Type type, const std::string& whose);
base::Rational exact_number(Loading& loading, int index, const std::string& what);   // an integer, a ratio or a short decimal
void define_constants(Loading& loading);
// words_*.cpp
void define_rule_words(Loading& loading);       // and those of the next three
void define_conflict_word(Loading& loading);
void define_classification_word(Loading& loading);
void define_override_word(Loading& loading);
void define_data_words(Loading& loading);
void define_crosswalk_word(Loading& loading);
void define_parameter_word(Loading& loading);
void define_record_words(Loading& loading);
void define_plugin_words(Loading& loading);
/// Finds the plug-in of every use, now that all are declared, and puts them in order of id. What is not declared comes back.
base::Problems settle_plugins(Loading& loading);

}  // namespace remit::lua
