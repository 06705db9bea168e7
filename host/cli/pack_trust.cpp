// remit pack trust: which publishers this machine believes, with which keys, of which packs. Every change says who made it and why.

#include <algorithm>

#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/pack_commands.hpp"
#include "cli/session.hpp"
#include "cli/store_change.hpp"
#include "pack/limits.hpp"
#include "pack/manifest.hpp"
#include "pack/minisign.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string publisher, key, required;
  std::vector<std::string> packs;
  std::int64_t needed = 0;
  pack::Act act;
};

[[noreturn]] void refuse(const std::string& message) { base::refuse({"TRUST", {}, 0, 0, {}, message, {}, {}}); }

pack::Adoption noted(const Options& o, const std::string& words) {
  pack::Adoption act;
  act.kind = "trust";
  act.act = o.act;
  act.publisher = o.publisher;
  act.words = words;
  return act;
}

std::string described(const pack::Publisher& publisher) {
  std::string out = publisher.id + "\n  may publish " + (publisher.packs.empty() ? "nothing" : base::join_and(publisher.packs)) + "\n";
  for (const auto& [key, retired] : publisher.keys) out += "  key " + pack::key_name(key.id) + (retired ? ", retired: what was adopted with it stays good\n" : "\n") + "    " + pack::key_line(key) + "\n";
  if (publisher.needed > 1) out += "  " + std::to_string(publisher.needed) + " of its keys must have signed\n";
  return out;
}

int add(Options o) {
  settle_day(o.act);
  if (!pack::is_pack_id(o.publisher)) refuse("`" + base::printable(o.publisher, 60) + "` is no id of a publisher: small letters, digits and hyphens, a letter first");
  for (const auto& id : o.packs)
    if (!pack::is_pack_id(id)) refuse("`" + base::printable(id, 60) + "` is no id of a pack");
  StoreChange change;
  if (change.trust.find(o.publisher) == nullptr) {
    if (o.key.empty()) refuse("nobody knows `" + o.publisher + "` here yet: give its public key with `--key`");
    if (o.packs.empty()) refuse("say with `--may` which packs `" + o.publisher + "` may publish");
    change.trust.publishers.push_back({o.publisher, {}, {}, 1});
    std::ranges::sort(change.trust.publishers, {}, &pack::Publisher::id);
  }
  pack::Publisher& publisher = *change.trust.find(o.publisher);
  std::string words;
  if (!o.key.empty()) {
    std::error_code none;
    const bool is_file = std::filesystem::exists(o.key, none);
    const auto key = pack::read_public_key(is_file ? base::read_file(o.key, pack::limits::key_bytes) : o.key, is_file ? o.key : "--key");
    if (const auto* owner = change.trust.owner(key.id)) refuse("the key " + pack::key_name(key.id) + " is known here already, as one of `" + owner->id + "`");
    publisher.keys.push_back({key, false});
    words += "key " + pack::key_name(key.id) + " added; ";
  }
  for (const auto& id : o.packs)
    if (!publisher.may_publish(id)) {
      publisher.packs.push_back(id);
      words += "may publish " + id + "; ";
    }
  std::ranges::sort(publisher.packs);
  if (o.needed > 0) {
    publisher.needed = o.needed;
    words += std::to_string(o.needed) + " signatures needed; ";
  }
  if (words.empty()) refuse("there is nothing to change: give a key, a pack that it may publish, or how many signatures are needed");
  if (publisher.needed > std::ranges::count(publisher.keys, false, &pack::TrustedKey::retired)) refuse("`" + o.publisher + "` would need " + std::to_string(publisher.needed) + " signatures and have fewer keys");
  const std::string said = described(publisher);
  change.keep(noted(o, words.substr(0, words.size() - 2)), true);
  print(said + "recorded for " + o.act.by + ", " + day_in_words(o.act) + "\nread the key's line to its owner, on the telephone or on paper, before you adopt anything\n");
  return 0;
}

// A key by the name that minisign shows.
struct Found {
  pack::Publisher* publisher = nullptr;
  std::vector<pack::TrustedKey>::iterator key;
};
Found key_named(pack::Trust& trust, const std::string& name) {
  std::vector<std::string> known;
  for (auto& publisher : trust.publishers)
    for (auto at = publisher.keys.begin(); at != publisher.keys.end(); ++at) {
      known.push_back(pack::key_name(at->key.id));
      if (known.back() == name) return {&publisher, at};
    }
  refuse("no key `" + base::printable(name, 60) + "` is trusted here" + (known.empty() ? "" : "; there is " + base::join_and(known)));
}

int retire(Options o) {
  settle_day(o.act);
  StoreChange change;
  const Found found = key_named(change.trust, o.key);
  if (found.key->retired) refuse("the key " + o.key + " is retired already");
  found.key->retired = true;
  o.publisher = found.publisher->id;
  change.keep(noted(o, "key " + o.key + " retired"), true);
  print("the key " + o.key + " of " + o.publisher + " is retired: what was adopted with it stays in use, and nothing new is adopted with it\nrecorded for " + o.act.by + ", " + day_in_words(o.act) + "\n");
  return 0;
}

// Packs in use that were adopted with one of these keys: they will not load any more.
std::vector<std::string> left_without(const pack::Adoptions& adoptions, const pack::Trust& trust) {
  std::vector<std::string> out;
  for (const auto& id : adoptions.packs()) {
    const pack::Adoption& active = *adoptions.active(id);
    const pack::Publisher* publisher = trust.find(active.publisher);
    const auto known = [&](const std::string& key) { return publisher != nullptr && std::ranges::any_of(publisher->keys, [&](const auto& k) { return pack::key_name(k.key.id) == key; }); };
    if (!active.publisher.empty() && std::ranges::none_of(active.keys, known)) out.push_back(id + " " + active.version.text());
  }
  return out;
}

int remove(Options o) {
  settle_day(o.act);
  StoreChange change;
  std::string words;
  if (const auto* publisher = change.trust.find(o.key)) {
    o.publisher = publisher->id;
    words = "publisher removed";
    std::erase_if(change.trust.publishers, [&](const auto& one) { return one.id == o.key; });
  } else {
    const Found found = key_named(change.trust, o.key);
    o.publisher = found.publisher->id;
    words = "key " + o.key + " removed";
    found.publisher->keys.erase(found.key);
    if (found.publisher->keys.empty()) {
      std::erase_if(change.trust.publishers, [&](const auto& one) { return one.id == o.publisher; });
      words += ", its last, and with it the publisher";
    }
  }
  const auto without = left_without(change.adoptions, change.trust);
  change.keep(noted(o, words), true);
  print(o.publisher + ": " + words + "\nrecorded for " + o.act.by + ", " + day_in_words(o.act) + "\n" +
        (without.empty() ? "" : "no longer usable, until adopted again with another signature: " + base::join_and(without) + "\n"));
  return 0;
}

int require(Options o) {
  settle_day(o.act);
  StoreChange change;
  change.trust.signature_required = o.required == "on";
  const std::string words = o.required == "on" ? "signatures are required" : "signatures are not required: a pack that nobody signed may be adopted";
  change.keep(noted(o, words), true);
  print(words + "\nrecorded for " + o.act.by + ", " + day_in_words(o.act) + "\n");
  return 0;
}

int show() {
  const pack::Store store = usual_store();
  const pack::Trust trust = store.trust();
  std::string out = trust.signature_required ? "signatures are required\n" : "signatures are NOT required: a pack that nobody signed may be adopted\n";
  for (const auto& publisher : trust.publishers) out += described(publisher);
  if (trust.publishers.empty()) out += "no publisher is trusted\n";
  const pack::Adoptions adoptions = store.adoptions();
  for (const auto& one : adoptions.all())
    if (one.kind == "trust") out += one.act.as_of + "  " + (one.publisher.empty() ? "" : one.publisher + ": ") + one.words + "\n            " + one.act.by + ": " + one.act.why + "\n";
  print(out);
  return 0;
}

}  // namespace

void add_pack_trust(Program& program, Command& pack) {
  auto* parent = pack.add_subcommand("trust", "which publishers are believed here, with which keys, of which packs");
  parent->require_subcommand();
  parent->footer("examples:\n  remit pack trust show\n  remit pack trust add north-region --key north-region.pub --may northern-ireland --by \"A. Byrne, secretary\" --why \"minute 4.2\"");
  const auto child = [&](const char* name, const char* says, int (*run)(Options), const std::shared_ptr<Options>& o, const char* example) {
    auto* command = parent->add_subcommand(name, says);
    command->footer(std::string("example:\n  ") + example);
    command->callback([o, run, &program] { program.chosen = [o, run] { return run(*o); }; });
    add_act(*command, o->act, true);
    return command;
  };
  auto o = std::make_shared<Options>();
  auto* adding = child("add", "believe a publisher, a further key of it, or it of a further pack", add, o,
                       "remit pack trust add north-region --key north-region.pub --may northern-ireland --by \"A. Byrne, secretary\" --why \"minute 4.2\"");
  adding->add_option("publisher", o->publisher, "what it is called here: small letters, digits and hyphens")->required();
  adding->add_option("--key", o->key, "its public key: the file, or the line");
  adding->add_option("--may", o->packs, "a pack that it may publish; may be repeated")->one_at_a_time();
  adding->add_option("--signatures-needed", o->needed, "how many of its keys must have signed; 1 when nothing is said")->between(1, static_cast<int>(pack::limits::signatures));
  o = std::make_shared<Options>();
  child("retire", "let a key sign nothing new; what was adopted with it stays in use", retire, o, "remit pack trust retire B33B2759D4EFC48F --by \"A. Byrne\" --why \"key of 2024, its term is over\"")
      ->add_option("key", o->key, "the name of the key, as `remit pack trust show` has it")->required();
  o = std::make_shared<Options>();
  child("remove", "believe a key, or a whole publisher, no longer: packs adopted with it stop being usable", remove, o, "remit pack trust remove B33B2759D4EFC48F --by \"A. Byrne\" --why \"the key was stolen\"")
      ->add_option("what", o->key, "the name of a key, or the id of a publisher")->required();
  o = std::make_shared<Options>();
  child("require", "whether a pack must be signed to be adopted", require, o, "remit pack trust require on --by \"A. Byrne\" --why \"minute 4.3\"")
      ->add_option("signature", o->required, "on, as it is when nothing is said, or off")->required()->one_of({"on", "off"});
  auto* showing = parent->add_subcommand("show", "the publishers, their keys and packs, and who changed what and why");
  showing->footer("example:\n  remit pack trust show");
  showing->callback([&program] { program.chosen = [] { return show(); }; });
}

}  // namespace remit::cli
