// remit pack show: every rule and parameter of a pack, and who decided it. remit pack lock: the lock of its overrides.

#include <filesystem>

#include "base/text.hpp"
#include "cli/adopted_layers.hpp"
#include "cli/commands.hpp"
#include "cli/pack_commands.hpp"
#include "cli/pack_side.hpp"
#include "cli/override_lock.hpp"
#include "cli/session.hpp"
#include "lua/load.hpp"
#include "record/append.hpp"
#include "report/layout.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string pack, format = "text";
  bool layers = false, unverified = false;
};

struct Line {
  std::string kind;
  const policy::Rule* rule;
  std::string of;   // what it is asked of
};

std::vector<Line> rules_of(const policy::Pack& pack) {
  std::vector<Line> out;
  auto add = [&](const char* kind, const auto& rules, const auto& of) {
    for (const auto& rule : rules) out.push_back({kind, &rule, of(rule)});
  };
  const auto application = [](const auto&) { return std::string("application"); };
  const auto its_own = [&](const auto& rule) { return pack.roots[rule.of].name; };
  add("criterion", pack.criteria, application);
  add("conflict", pack.conflicts, application);
  add("conflict", pack.record_conflicts, its_own);
  add("requirement", pack.requirements, its_own);
  add("classification", pack.classifications, its_own);
  add("decision", pack.decisions, application);
  add("appeal", pack.appeals, [](const auto&) { return std::string("appeal"); });
  if (pack.marking) out.push_back({"marking", pack.marking.get(), "application"});
  if (pack.allocation) out.push_back({"allocation", &*pack.allocation, "stream"});
  return out;
}

std::vector<const policy::Override*> changes(const policy::Pack& pack, const policy::Rule& rule) {
  std::vector<const policy::Override*> out;
  for (const auto& o : pack.overrides)
    if (o.rule == rule.layer + "/" + rule.id) out.push_back(&o);
  return out;
}

std::string decided_by(const policy::Pack& pack, const policy::Rule& rule) {
  std::string out = rule.layer;
  for (const auto* o : changes(pack, rule)) out += ", " + o->layer;
  return out;
}

std::string layers_in_words(const policy::Pack& pack) {
  std::string out;
  for (const auto& layer : pack.layers) {
    out += "  " + layer.id + " " + layer.version + (layer.title.empty() ? "" : ": " + layer.title);
    if (!layer.themes.empty()) out += " (" + layer.taken_by + " takes " + base::join_and(layer.themes) + " from it, and nothing else)";
    out += "\n";
  }
  return out;
}

std::string_view contract_words(std::string_view contract) {
  if (contract == "tighten_only") return "add to it";
  if (contract == "replaceable") return "replace it";
  return contract == "parameter_only" ? "set its parameters" : "not change it";
}

void add_rules(const policy::Pack& pack, std::string& out) {
  report::Table rules({{"rule", false, true}, {"kind", false, false}, {"clause", false, true}, {"decided by", false, true}, {"other packs may", false, false}});
  for (const auto& [kind, rule, of] : rules_of(pack))
    rules.add({rule->id, of == "application" || of == kind ? kind : kind + " of " + of, rule->clause, decided_by(pack, *rule), std::string(contract_words(rule->contract))});
  rules.fit(118);
  out += rules.heading() + "\n";
  for (std::size_t i = 0; i < rules.size(); ++i) out += rules.row(i) + "\n";
  for (const auto& o : pack.overrides)
    out += "\n" + o.layer + " " + std::string(override_words(o.change)) + " " + o.rule + ", written against " + o.written_against + "\n  authority: " + o.authority + "\n  reason: " + o.reason + "\n";
}

void add_parameters(const policy::Pack& pack, std::string& out) {
  report::Table values({{"parameter", false, true}, {"set by", false, false}, {"clause", false, true}});
  for (const auto& p : pack.parameters) values.add({p.id, p.periods.empty() ? p.layer + " (no value)" : p.layer, p.periods.empty() ? p.clause : p.periods.back().clause});
  if (values.size() == 0) return;
  values.fit(118);
  out += "\n" + values.heading() + "\n";
  for (std::size_t i = 0; i < values.size(); ++i) out += values.row(i) + "\n";
}

// Where the source has no provision, and the parameters that it gives no value.
std::vector<policy::NoProvision> silences_of(const policy::Pack& pack) {
  std::vector<policy::NoProvision> all = pack.no_provisions;
  for (const auto& p : pack.parameters)
    if (p.periods.empty()) all.push_back({p.id, p.title, p.clause, p.so, p.layer, p.rows});
  return all;
}

void add_silences(const policy::Pack& pack, std::string& out) {
  const auto all = silences_of(pack);
  if (!all.empty()) out += "\nWhere the framework is silent\n";
  for (const auto& s : all) report::append_wrapped("  - ", s.title + (s.clause.empty() ? "" : " [" + s.clause + "]") + (s.so.empty() ? "" : ": " + s.so), 118, out);
}

std::string as_text(const policy::Pack& pack, bool layers) {
  std::string out = pack.id + " " + pack.version + ": " + pack.title + "\n" + layers_in_words(pack) + "\n";
  add_rules(pack, out);
  if (layers) add_parameters(pack, out);
  add_silences(pack, out);
  return out;
}

std::string as_json(const policy::Pack& pack) {
  std::string out = "{";
  record::append_stated("format", "remit.pack/1", out);
  record::append_key("layers", out);
  out += '[';
  for (const auto& layer : pack.layers) {
    record::append_comma(out);
    out += '{';
    record::append_stated("id", layer.id, out);
    record::append_member("taken_by", layer.taken_by, out);
    if (!layer.themes.empty()) record::append_key("themes", out);
    for (std::size_t t = 0; t < layer.themes.size(); ++t) {
      out += t ? ',' : '[';
      record::append_text(layer.themes[t], out);
    }
    if (!layer.themes.empty()) out += ']';
    record::append_stated("title", layer.title, out);
    record::append_stated("version", layer.version, out);
    out += '}';
  }
  out += ']';
  record::append_stated("pack", pack.id, out);
  record::append_key("parameters", out);
  out += '[';
  for (const auto& p : pack.parameters) {
    record::append_comma(out);
    out += '{';
    record::append_member("clause", p.periods.empty() ? p.clause : p.periods.back().clause, out);
    record::append_stated("id", p.id, out);
    record::append_stated("layer", p.layer, out);
    record::append_flag("set", !p.periods.empty(), out);
    out += '}';
  }
  out += ']';
  record::append_key("rules", out);
  out += '[';
  for (const auto& [kind, rule, of] : rules_of(pack)) {
    record::append_comma(out);
    out += '{';
    record::append_stated("clause", rule->clause, out);
    record::append_stated("contract", rule->contract, out);
    record::append_stated("id", rule->id, out);
    record::append_stated("kind", kind, out);
    record::append_stated("layer", rule->layer, out);
    record::append_stated("of", of, out);
    record::append_key("overrides", out);
    out += '[';
    for (const auto* o : changes(pack, *rule)) {
      record::append_comma(out);
      out += '{';
      record::append_stated("authority", o->authority, out);
      record::append_stated("change", o->change, out);
      record::append_stated("layer", o->layer, out);
      record::append_stated("reason", o->reason, out);
      record::append_stated("written_against", o->written_against, out);
      out += '}';
    }
    out += ']';
    record::append_stated("title", rule->title, out);
    out += '}';
  }
  out += ']';
  record::append_key("silences", out);
  out += '[';
  for (const auto& silence : silences_of(pack)) {
    record::append_comma(out);
    out += '{';
    record::append_member("clause", silence.clause, out);
    record::append_stated("id", silence.id, out);
    record::append_stated("layer", silence.layer, out);
    record::append_member("so", silence.so, out);
    record::append_stated("title", silence.title, out);
    out += '}';
  }
  out += ']';
  record::append_stated("version", pack.version, out);
  return out + "}\n";
}

int show(const Options& o) {
  const PackSide looked(o.pack, o.unverified);
  if (o.format == "text" && !looked.packed_in.empty())
    print(looked.packed_in + ": " + (looked.signed_by.empty() ? "who signed it was not asked, or nobody did" : "signed by " + looked.signed_by) + "\n");
  print(o.format == "json" ? as_json(*looked.pack) : as_text(*looked.pack, o.layers));
  return 0;
}

int lock(const Options& o) {
  const auto pack = open_folder(lua::find_pack(o.pack, pack_places()).string());   // its locks are not asked: they are made anew
  const std::filesystem::path file = std::filesystem::path(pack->place) / override_lock, layers_file = std::filesystem::path(pack->place) / layer_lock;
  std::size_t own = 0;
  for (const auto& made : pack->overrides) own += made.layer == pack->id;
  const std::string layers = lock_of_layers(*pack);
  if (own == 0 && !std::filesystem::exists(file) && layers.empty() && !std::filesystem::exists(layers_file)) {
    print(pack->id + " overrides nothing and stands on no adopted pack; there is nothing to lock\n");
    return 0;
  }
  if (own > 0 || std::filesystem::exists(file)) {
    write_file(file, lock_of(*pack));
    print(file.string() + ": " + std::to_string(own) + (own == 1 ? " override" : " overrides") + ", each with the rule as it stands now\n");
  }
  if (!layers.empty()) {
    write_file(layers_file, layers);
    print(layers_file.string() + ": the packs that it stands on, as they are now\n");
  } else if (std::filesystem::remove(layers_file)) {
    print(layers_file.string() + ": removed, for it stands on no adopted pack any more\n");
  }
  return 0;
}

}  // namespace

void add_pack_show(Command& pack, Program& program) {
  auto o = std::make_shared<Options>();
  auto* command = pack.add_subcommand("show", "every rule of a pack: who wrote it, who has changed it, and what other packs may do to it");
  command->add_option("pack", o->pack, "its id or folder, ID@VERSION of an adopted one, or a packed pack")->required();
  command->add_flag("--unverified", o->unverified, unverified_words);
  command->add_flag("--layers", o->layers, "also which layer gives each parameter its value");
  command->add_option("--format", o->format, "text or json")->one_of({"text", "json"});
  command->footer("examples:\n  remit pack show northern-ireland --layers\n  remit pack show policies/wirral --format json\n  remit pack show river-towns@1.0.0\n  remit pack show river-towns-1.1.0.remitpack");
  command->callback([o, &program] { program.chosen = [o] { return show(*o); }; });
  auto* locking = pack.add_subcommand("lock", "note how the rules that a pack overrides, and the adopted packs that it stands on, are now, when somebody has read them");
  locking->add_option("pack", o->pack, "its id or folder")->required();
  locking->footer("example:\n  remit pack lock policies/northern-ireland");
  locking->callback([o, &program] { program.chosen = [o] { return lock(*o); }; });
}

}  // namespace remit::cli
