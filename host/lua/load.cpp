#include "lua/load.hpp"

#include <algorithm>
#include <deque>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "intake/fields.hpp"
#include "lua/function_test.hpp"
#include "lua/lexer.hpp"
#include "lua/loading.hpp"
#include "lua/vocabulary.hpp"
#include "lua/words.hpp"
#include "policy/contradictions.hpp"

namespace remit::lua {

namespace fs = std::filesystem;
using base::Field;
using base::Problem;
using base::Problems;
using base::Type;
namespace root = policy::root;

namespace {

int line_of_bad_byte(std::string_view text) {
  int line = 1;
  for (; !text.empty(); ++line) {
    const auto end = std::min(text.find('\n'), text.size());
    if (!base::valid_utf8(text.substr(0, end))) return line;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return line;
}

Field field(std::string name, Type type, std::vector<std::string> words = {}) {
  Field f;
  f.name = f.path = name;
  f.label = base::spoken(name);
  f.type = type;
  f.derived = true;
  f.words = std::move(words);
  return f;
}

// The record types that every pack speaks about, those of the procedure's own steps included.
void add_types(policy::Pack& pack) {
  intake::add_round_types(pack.schema);
  pack.schema.make("eligibility").add(field("outcome", Type::one_of, {"eligible", "ineligible", "refer"}));
  auto& scores = pack.schema.make("scores");
  scores.add(field("total", Type::number));
  auto& proposal = pack.schema.make("proposal");
  proposal.add(field("affordable", Type::yes_no));
  proposal.add(field("amount", Type::money));
  auto& panel = *pack.schema.find("panel");
  panel.add(field("agencies", Type::count));
  panel.add(field("size", Type::count));
  auto& stream = *pack.schema.find("stream");
  stream.add(field("applications_count", Type::count));
  stream.add(field("measures_count", Type::count));
  pack.schema.make("facts");
  pack.parameter_type.name = "parameters";
}

void add_roots(Loading& loading) {
  struct Named {
    const char *name, *type;
  };
  static constexpr Named names[root::first_free] = {
      {"round", "round"}, {"stream", "stream"}, {"application", "application"}, {"applicant", "organisation"}, {"panel", "panel"},
      {"member", "member"}, {"tie", "tie"}, {"declaration", "declaration"}, {"partner", "partner"}, {"element", "element"},
      {"clarification", "clarification"}, {"other", "application"}, {"parameters", nullptr}, {"eligibility", "eligibility"},
      {"scores", "scores"}, {"proposal", "proposal"}, {"lodged", "lodged"}, {"facts", "facts"}, {"records", "records"}};
  for (const auto& [name, type] : names)
    loading.add_root(name, type ? loading.pack.schema.find(type) : &loading.pack.parameter_type);
  loading.add_root("source", loading.pack.schema.find("source"));
  loading.add_others("member", intake::records_field::members);
  loading.add_others("organisation", intake::records_field::organisations);
  Handle all;
  all.root = root::other;
  loading.push(all);
  loading.sandbox.define("applications");
}

// A mistake that may be no more than the shadow of another one: something is not known that a refused file would have said.
bool is_shadow(const Problem& p) {
  static constexpr std::string_view codes[] = {"UNKNOWN_NAME", "UNKNOWN_FIELD", "UNKNOWN_PARAMETER", "UNKNOWN_RULE", "UNKNOWN_TYPE", "UNKNOWN_VERB"};
  return std::ranges::find(codes, p.code) != std::end(codes);
}

// One file: what is wrong with it.
Problems run_file(Loading& loading, const std::string& name, const std::string& text) {
  if (!base::valid_utf8(text)) {
    loading.names_unknown = true;
    return {{"NOT_UTF8", name, line_of_bad_byte(text), 0, {}, "here stands a byte that no UTF-8 text has; save the file as UTF-8", {}, {}}};
  }
  Problems problems;
  loading.file = name;
  try {
    loading.sandbox.load(name, text);
  } catch (base::Refused& refused) {
    problems = std::move(refused.problems);
    if (const auto& names = loading.foreseen[name].names; !loading.finished(name)) loading.lost.insert(names.begin(), names.end());
  }
  for (const auto& [what, line] : loading.pending)
    problems.push_back({"NO_BODY", name, line, 0, {}, what + " has no contents: write `{ ... }` after it", std::string(loading.sandbox.source_line(name, line)), {}});
  loading.pending.clear();
  if (const Chunk* chunk = loading.sandbox.chunk(name); chunk && std::ranges::none_of(problems, [](const auto& p) { return p.code == "SYNTAX" || p.code == "TOO_COMPLEX"; })) {
    loading.look_over(*chunk);
    place_spoken(loading, *chunk);
    std::ranges::move(loading.doubles, std::back_inserter(problems));
    loading.doubles.clear();
    std::ranges::stable_sort(problems, {}, [](const Problem& p) { return std::pair(p.line, p.column); });
  }
  return problems;
}

// Fields that hold the id of a record which no file can hold.
Problems unread_references(const Loading& loading) {
  static constexpr std::string_view core[] = {"member", "organisation", "stream", "application"};
  Problems problems;
  for (const auto& said : loading.references) {
    const base::RecordType* type = loading.pack.schema.find(said.refers);
    if (std::ranges::find(core, said.refers) != std::end(core) || (type && !type->plural.empty())) continue;
    problems.push_back({"NOT_READ", said.file, said.line, 0, {}, "record \"" + said.record + "\": `" + said.field + "` holds the id of a " + base::spoken(said.refers) +
                        ", and no file of a round holds those: give `record \"" + said.refers + "\"` a `key = \"id\"`", {}, {}});
  }
  return problems;
}

// What the themes that are taken from a layer name: of its parameters and records, no others are read.
void read_themes(Loading& loading, const LayerText& layer) {
  loading.taken = !layer.themes.empty();
  loading.themes_name.clear();
  loading.themes_need.clear();
  for (const auto& [name, text] : layer.files) {
    const fs::path file(name);
    if (!loading.taken || file.parent_path().filename() == "parameters" || std::ranges::find(layer.themes, file.stem().string()) == layer.themes.end()) continue;
    std::deque<std::string> texts;
    try {
      Lexer lexer(text, texts);
      for (Token t = lexer.next(); t.kind != TokenKind::end_of_file; t = lexer.next())
        if (t.kind == TokenKind::name) loading.themes_name.emplace(t.words);
    } catch (const base::Problem&) {   // told when the file is loaded
    }
  }
  if (loading.taken) loading.need_records(layer.files);
}

// Which other packs a pack.lua names.
struct Said {
  std::string extends;
  std::vector<Loading::Take> takes;
};

// Runs the files of `layers`; the pack and trees grow. What was wrong comes back.
Problems run(const std::vector<LayerText>& layers, policy::Pack& pack, Loaded& loaded, Sandbox& sandbox, Said* said = nullptr, Vocabulary* vocabulary = nullptr) {
  add_types(pack);
  Loading loading(pack, loaded, sandbox);
  loading.vocabulary = vocabulary;
  for (const char* word : loading.words)
    if (vocabulary) vocabulary->keys[word];
  Problems all;
  for (const auto& layer : layers) {
    loading.layer = layer.id;
    loading.named = false;
    loading.parameter_files.clear();
    pack.layers.push_back({layer.id, {}, {}, {}, layer.place, layer.themes, layer.taken_by});
    read_themes(loading, layer);
    for (const auto& [name, text] : layer.files) loading.foresee(name, text);
    for (const auto& [name, text] : layer.files) {
      const bool unsure = loading.names_unknown;
      Problems problems = run_file(loading, name, text);
      if (unsure) std::erase_if(problems, is_shadow);
      for (auto& problem : problems)
        if (std::ranges::find(all, problem.text(), &Problem::text) == all.end()) all.push_back(std::move(problem));
    }
    if (!loading.named && all.empty())
      all.push_back({"NO_PACK", layer.files.front().first, 0, 0, {}, "pack.lua says which pack this is: `pack \"" + layer.id + "\" { title = \"...\", version = \"1.0.0\" }`", {}, {}});
    loading.names_unknown |= !all.empty();   // what a layer above calls unknown may stand here
  }
  Problems undeclared = settle_plugins(loading);
  if (!loading.names_unknown) std::ranges::move(undeclared, std::back_inserter(all));
  if (all.empty()) all = unread_references(loading);
  if (said) *said = {loading.extends, loading.takes};
  if (all.empty())
    for (const auto& crosswalk : loading.crosswalks) std::ranges::move(policy::crosswalk_mistakes(crosswalk, pack), std::back_inserter(all));
  return all;
}

std::string digest_of_layer(const LayerText& layer) {
  auto files = layer.files;
  std::ranges::sort(files);
  base::Digest digest;
  for (const auto& [name, text] : files) {
    digest.update(fs::path(name).lexically_relative(layer.place).generic_string());
    digest.update(std::string(1, '\0') + std::to_string(text.size()) + std::string(1, '\0'));
    digest.update(text);
  }
  return digest.finish();
}

// "plugin/item": a use that no rule of the pack names.
void add_exporter(const std::string& name, policy::Pack& pack) {
  const std::size_t slash = name.find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 == name.size()) return;
  auto at = std::ranges::lower_bound(pack.plugins, name.substr(0, slash), {}, &policy::PluginNeed::id);
  if (at == pack.plugins.end() || at->id != name.substr(0, slash)) {
    for (auto& use : pack.uses) use.need = static_cast<std::uint16_t>(use.need + (use.need >= at - pack.plugins.begin()));
    at = pack.plugins.insert(at, policy::PluginNeed{.id = name.substr(0, slash), .version = {}, .layer = {}, .file = {}, .line = 0, .reads = {}, .settings = {}, .files = {}, .facts = {}});
  }
  pack.uses.push_back({static_cast<std::uint16_t>(at - pack.plugins.begin()), name.substr(slash + 1), policy::Capability::exporter, false, "--format " + name});
}

// What plug-ins see of the panel's work: the rank, and every sheet. Sentences come before there is any of it.
void add_sheets(policy::Pack& pack) {
  if (pack.procedure != "default/1") return;
  auto& mark = pack.schema.make("score_mark");
  mark.add(field("measure", Type::text));
  mark.add(field("part", Type::text));
  mark.add(field("score", Type::number));
  auto& sheet = pack.schema.make("score_sheet");
  sheet.add(field("member", Type::text));
  sheet.add(field("agency", Type::text));
  sheet.add(field("counted", Type::yes_no));
  auto list_of = [](const std::string& name, const base::RecordType& items) {
    Field made = field(name, Type::list);
    made.item = Type::record;
    made.item_type = &items;
    return made;
  };
  sheet.add(list_of("marks", mark));
  auto& scores = *pack.schema.find("scores");
  scores.add(field("rank", Type::count));
  scores.add(list_of("sheets", sheet));
  pack.schema.find("proposal")->add(field("decision", Type::text));
}

// Which packs the pack.lua of a layer names. Its other mistakes are reported when it is loaded for good.
Said said_of(const LayerText& layer) {
  policy::Pack pack;
  Loaded loaded;
  Sandbox sandbox;
  Said found;
  LayerText first{layer.id, layer.place, {layer.files.front()}};
  run({first}, pack, loaded, sandbox, &found);
  return found;
}

fs::path layer_folder(const std::string& id, const LoadOptions& options) {
  std::vector<fs::path> places;
  if (options.places) places = options.places(id);
  places.insert(places.end(), options.search.begin(), options.search.end());
  return find_pack(id, places);
}

// The themes that a layer takes from other packs, a layer for each of those.
std::vector<LayerText> taken_by(const LayerText& layer, const std::vector<Loading::Take>& takes, const LoadOptions& options) {
  std::vector<LayerText> all;
  for (const auto& take : takes) {
    auto at = std::ranges::find(all, take.pack, &LayerText::id);
    const LayerText whole = read_layer(layer_folder(take.pack, options));
    if (at == all.end()) {
      all.push_back({whole.id, whole.place, {}, {}, layer.id});
      at = all.end() - 1;
      for (const auto& file : whole.files) {
        const fs::path path(file.first);
        if (path.filename() == "pack.lua" || path.filename() == "records.lua" || path.parent_path().filename() == "parameters") at->files.push_back(file);
      }
    }
    std::vector<std::string> themes;
    bool found = false;
    for (const auto& file : whole.files) {
      const fs::path path(file.first);
      if (path.parent_path().filename() == "parameters" || path.filename() == "pack.lua" || path.filename() == "records.lua") continue;
      themes.push_back(path.stem().string());
      if (themes.back() != take.theme) continue;
      found = true;
      at->files.push_back(file);
    }
    at->themes.push_back(take.theme);
    if (found) continue;
    const std::string near = base::nearest(take.theme, themes);
    base::refuse({"NO_THEME", layer.files.front().first, 0, 0, {}, "the pack `" + take.pack + "` has no theme `" + take.theme + "`, for it has no file " + take.theme + ".lua" +
                  (near.empty() ? "; there is " + base::join_and(themes) : "; the nearest is `" + near + "`"), {}, {}}, 3);
  }
  return all;
}

// Whether the layer's pack.lua could name another pack: not without that word, unless it is put together in [ ].
bool may_extend(const LayerText& layer) {
  const std::string& text = layer.files.front().second;
  return text.find("extends") != text.npos || text.find("takes") != text.npos || text.find('[') != text.npos;
}

bool has_functions(const policy::Pack& pack) {
  auto functions = [](const auto& rules) { return std::ranges::any_of(rules, [](const auto& r) { return r.test->needs_runtime(); }); };
  if (std::ranges::any_of(pack.decisions, [](const auto& d) { return d.chooser != nullptr; })) return true;
  return functions(pack.criteria) || functions(pack.conflicts) || functions(pack.record_conflicts) || functions(pack.requirements) || functions(pack.decisions) || functions(pack.appeals);
}

}  // namespace

void note_words(const std::vector<LayerText>& layers, Vocabulary& out) {
  policy::Pack pack;
  Loaded loaded;
  Sandbox sandbox;
  run(layers, pack, loaded, sandbox, nullptr, &out);   // what is wrong with the text is not asked
  for (const auto& [name, entry] : sandbox.names().all()) out.names[name] = entry;
  for (const auto& root : pack.roots) out.names.erase(root.name);   // records, which a pack adds to
}

Loading::Loading(policy::Pack& pack_, Loaded& loaded_, Sandbox& sandbox_) : pack(pack_), loaded(loaded_), sandbox(sandbox_) {
  define_handles(*this);
  add_roots(*this);
  define_joiners(*this);
  define_constants(*this);
  define_record_words(*this);
  define_data_words(*this);
  define_crosswalk_word(*this);
  define_parameter_word(*this);
  define_rule_words(*this);
  define_plugin_words(*this);
}

LayerText read_layer(const fs::path& folder) {
  LayerText layer;
  layer.place = folder.string();
  layer.id = fs::weakly_canonical(folder).filename().string();
  if (!fs::exists(folder / "pack.lua"))
    base::refuse({"NO_PACK", folder.string(), 0, 0, {}, "there is no pack.lua here; a pack is a folder with one", {}, {}}, 3);
  // what the others name: records, and facts of plug-ins, which may be of those records
  static constexpr std::string_view first[] = {"pack.lua", "records.lua", "plugins.lua"};
  std::vector<fs::path> parameters, rest, order;
  for (const auto name : first)
    if (fs::exists(folder / name)) order.push_back(folder / name);
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".lua" && std::ranges::find(first, entry.path().filename().string()) == std::end(first)) rest.push_back(entry.path());
  if (fs::is_directory(folder / "parameters"))
    for (const auto& entry : fs::directory_iterator(folder / "parameters"))
      if (entry.path().extension() == ".lua") parameters.push_back(entry.path());
  std::ranges::sort(parameters);
  std::ranges::sort(rest);
  order.insert(order.end(), parameters.begin(), parameters.end());
  order.insert(order.end(), rest.begin(), rest.end());
  for (const auto& path : order) layer.files.emplace_back(path.string(), base::read_file(path, std::size_t{1} << 30, 3));
  return layer;
}

fs::path find_pack(const std::string& name, const std::vector<fs::path>& search) {
  if (name.find('/') != std::string::npos || fs::exists(fs::path(name) / "pack.lua")) {
    if (fs::is_directory(name)) return name;
    base::refuse({"NO_PACK", name, 0, 0, {}, "there is no such folder", {}, {}}, 3);
  }
  std::vector<std::string> known, places;
  for (const auto& place : search) {
    places.push_back(place.string());
    if (fs::exists(place / name / "pack.lua")) return place / name;
    if (!fs::is_directory(place)) continue;
    for (const auto& entry : fs::directory_iterator(place))
      if (fs::exists(entry.path() / "pack.lua")) known.push_back(entry.path().filename().string());
  }
  std::ranges::sort(known);
  std::string near = base::nearest(name, known);
  base::refuse({"NO_PACK", {}, 0, 0, {}, "there is no pack `" + name + "` in " + base::join_and(places) +
                (near.empty() ? known.empty() ? "" : "; there is " + base::join_and(known) : "; the nearest is `" + near + "`"), {}, {}}, 3);
}

std::vector<LayerText> read_layers(const fs::path& folder, const LoadOptions& options) {
  std::vector<LayerText> layers{read_layer(folder)};
  if (!may_extend(layers.front())) return layers;
  std::vector<LayerText> taken;
  for (Said said = said_of(layers.front());; said = said_of(layers.front())) {
    for (auto& part : taken_by(layers.front(), said.takes, options)) taken.push_back(std::move(part));
    if (said.extends.empty()) break;
    for (const auto& layer : layers)
      if (layer.id == said.extends) base::refuse({"PACK_CYCLE", folder.string(), 0, 0, {}, "the pack `" + said.extends + "` extends itself", {}, {}}, 3);
    layers.insert(layers.begin(), read_layer(layer_folder(said.extends, options)));
  }
  for (auto& part : taken) {
    const auto by = std::ranges::find(layers, part.taken_by, &LayerText::id);
    if (std::ranges::find(layers, part.id, &LayerText::id) != layers.end())
      base::refuse({"TAKEN_TWICE", by->files.front().first, 0, 0, {}, "themes of `" + part.id + "` cannot be taken: its rules are part of this pack already", {}, {}}, 3);
    layers.insert(by, std::move(part));
  }
  return layers;
}

std::shared_ptr<const policy::Pack> load_pack(const fs::path& folder, const LoadOptions& options) { return load_layers(read_layers(folder, options), options); }

std::shared_ptr<const policy::Pack> load_layers(std::vector<LayerText> layers, const LoadOptions& options) { return load_to_study(std::move(layers), options).pack; }

Studied load_to_study(std::vector<LayerText> layers, const LoadOptions& options) {
  auto pack = std::make_shared<policy::Pack>();
  auto loaded = std::make_shared<Loaded>();
  auto texts = std::make_shared<const std::vector<LayerText>>(std::move(layers));
  auto sandbox = std::make_unique<Sandbox>(options.limits, options.dialect);
  Problems problems = run(*texts, *pack, *loaded, *sandbox);
  if (problems.empty()) problems = policy::contradictions(*pack);
  if (!problems.empty()) throw base::Refused{std::move(problems), 3};
  if (!pack->uses.empty() || !options.exporter.empty()) add_sheets(*pack);
  if (!options.exporter.empty()) add_exporter(options.exporter, *pack);
  sandbox->freeze();
  std::string all;
  for (std::size_t i = 0; i < texts->size(); ++i) {
    pack->layers[i].digest = digest_of_layer((*texts)[i]);
    all += pack->layers[i].id + " " + pack->layers[i].version + " " + pack->layers[i].digest + "\n";
  }
  pack->digest = base::digest_of(all);
  pack->place = texts->back().place;
  loaded->tree.number_reads();
  pack->keeps.push_back(loaded);
  const Studied studied{pack, {loaded, &loaded->tree}, {loaded, &loaded->spoken}};
  const policy::Pack* made = pack.get();
  if (!has_functions(*pack)) {
    pack->start_work = [] { return std::make_unique<policy::Work>(); };
    return studied;
  }
  // Each thread has its own state, loaded from the same texts, so that functions have the same numbers in all of them. The
  // first thread takes the one that is there already, later ones those that others have given back.
  auto idle = std::make_shared<IdleStates>();
  idle->give({std::move(sandbox), nullptr});
  auto again = [texts, options] {
    auto fresh = std::make_unique<Sandbox>(options.limits, options.dialect);
    policy::Pack scratch;
    Loaded trees;
    run(*texts, scratch, trees, *fresh);
    fresh->freeze();
    return fresh;
  };
  pack->start_work = [again, made, idle] {
    auto work = std::make_unique<policy::Work>();
    work->runtime = std::make_unique<Runtime>(again, made->roots, idle);
    return work;
  };
  return studied;
}

}  // namespace remit::lua
