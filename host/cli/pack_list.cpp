// remit pack list: what is in use here, who published it, and who adopted it. The JSON form is what a partnership gives to its region.
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/pack_commands.hpp"
#include "cli/session.hpp"
#include "cli/store_change.hpp"
#include "pack/installed.hpp"
#include "record/append.hpp"
#include "report/layout.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string format = "text";
  std::vector<std::string> own;
  bool all = false;
  pack::Act act;
};

// A pack as it would be used now, or why it cannot be.
struct Held {
  std::shared_ptr<const policy::Pack> pack;
  std::string fault;
};
Held hold(const pack::Adoption& a) {
  try {
    return {open_pack(a.pack + "@" + a.version.text()), {}};
  } catch (const base::Refused& refused) {
    return {nullptr, refused.problems.empty() ? "it does not load" : refused.problems.front().message};   // without the place: a list goes to others
  }
}

std::string what_of(const pack::Adoption& a) { return a.kind == "rollback" ? "rolled back to" : "adopted"; }

std::string as_text(const pack::Adoptions& adoptions, const Options& o) {
  report::Table table({{"pack", false, false}, {"version", false, false}, {"release", true, false}, {"publisher", false, false}, {"until", false, false}, {"adopted", false, true}});
  for (const auto& id : adoptions.packs()) {
    const pack::Adoption& a = *adoptions.active(id);
    table.add({id, a.version.text(), std::to_string(a.release), a.publisher.empty() ? "NOT SIGNED" : a.publisher, a.expires + (o.act.as_of > a.expires ? " EXPIRED" : ""), a.act.as_of + " by " + a.act.by});
  }
  table.fit(118);
  std::string out = table.size() == 0 ? "no pack is installed here; those that came with Remit are used\n" : table.heading() + "\n";
  const auto ids = adoptions.packs();
  for (std::size_t i = 0; i < table.size(); ++i) {
    out += table.row(i) + "\n";
    if (const Held held = hold(*adoptions.active(ids[i])); !held.fault.empty()) out += "    CANNOT BE USED: " + held.fault + "\n";
  }
  out += day_in_words(o.act) + "\n";
  if (!o.all) return out;
  for (const auto& a : adoptions.all()) {
    if (a.kind == "trust") continue;
    out += "\n" + a.act.as_of + "  " + a.pack + " " + a.version.text() + " " + what_of(a) + ", release " + std::to_string(a.release) + " of " + (a.publisher.empty() ? "nobody" : a.publisher) + "\n  " + a.act.by + ": " + a.act.why + "\n";
    if (a.despite_expiry) out += "  although it expires on " + a.expires + "\n";
    if (a.despite_index) out += "  although the index that named it was old\n";
    if (a.despite_release) out += "  although a later release was adopted before\n";
    out += "  " + a.digest + "\n";
  }
  return out;
}

void append_overrides(const policy::Pack& pack, std::string& out) {
  record::append_key("overrides", out);
  out += '[';
  for (const auto& o : pack.overrides) {
    record::append_comma(out);
    out += '{';
    record::append_stated("authority", o.authority, out);
    record::append_stated("change", o.change, out);
    record::append_stated("layer", o.layer, out);
    record::append_stated("reason", o.reason, out);
    record::append_stated("rule", o.rule, out);
    out += '}';
  }
  out += ']';
}

// The packs of the partnership's own, which nobody published.
void append_own(const std::vector<std::string>& names, std::string& out) {
  record::append_key("own", out);
  out += '[';
  for (const auto& name : names) {
    const auto pack = open_pack(name);
    record::append_comma(out);
    out += '{';
    record::append_stated("id", pack->id, out);
    record::append_key("layers", out);
    out += '[';
    for (const auto& layer : pack->layers) {
      if (layer.id == pack->id) continue;
      record::append_comma(out);
      out += '{';
      record::append_stated("id", layer.id, out);
      record::append_stated("version", layer.version, out);
      out += '}';
    }
    out += ']';
    append_overrides(*pack, out);
    record::append_stated("version", pack->version, out);
    out += '}';
  }
  out += ']';
}

std::string as_json(const pack::Adoptions& adoptions, const Options& o) {
  std::string out = "{";
  record::append_stated("as_of", o.act.as_of, out);
  record::append_stated("format", "remit.installed/1", out);
  append_own(o.own, out);
  record::append_key("packs", out);
  out += '[';
  for (const auto& id : adoptions.packs()) {
    const pack::Adoption& a = *adoptions.active(id);
    const Held held = hold(a);
    record::append_comma(out);
    out += '{';
    record::append_stated("by", a.act.by, out);
    record::append_flag("despite_expiry", a.despite_expiry, out);
    if (a.despite_index) record::append_flag("despite_index", true, out);
    record::append_flag("despite_release", a.despite_release, out);
    record::append_stated("digest", a.digest, out);
    record::append_stated("expires", a.expires, out);
    record::append_member("fault", held.fault, out);
    record::append_stated("id", id, out);
    record::append_stated("kind", a.kind, out);
    record::append_stated("on", a.act.as_of, out);
    if (held.pack) append_overrides(*held.pack, out);
    record::append_stated("publisher", a.publisher, out);
    record::append_key("release", out);
    out += std::to_string(a.release);
    record::append_stated("version", a.version.text(), out);
    record::append_stated("why", a.act.why, out);
    out += '}';
  }
  return out + "]}\n";
}

int run(Options o) {
  settle_day(o.act);
  const pack::Adoptions adoptions = usual_store().adoptions();
  print(o.format == "json" ? as_json(adoptions, o) : as_text(adoptions, o));
  return 0;
}

}  // namespace

void add_pack_list(Program& program, Command& pack) {
  auto* command = pack.add_subcommand("list", "the installed packs: version, publisher, until when, adopted by whom");
  auto o = std::make_shared<Options>();
  command->add_flag("--all", o->all, "and every adoption and rollback there has been, with its reason");
  command->add_option("--as-of", o->act.as_of, "the day that stands for today; without it today's date, which is then said")->type_name("DATE");
  command->add_option("--format", o->format, "text or json: what a partnership gives to `remit pack status`")->one_of({"text", "json"});
  command->add_option("--own", o->own, "with json: also a pack of your own that nobody published, by its folder, and what it overrides; may be repeated")->one_at_a_time();
  command->footer("examples:\n  remit pack list\n  remit pack list --format json > region/river-towns.json\n  remit pack list --format json --own policies/ashby > region/ashby.json");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli
