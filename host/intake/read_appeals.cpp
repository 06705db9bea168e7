// An appeal's fresh panel is read as the panel of a round is: a Reading holds the tables of the round, and for one appeal
// after the other its own members, declarations and marks stand in it.
#include "intake/read_appeals.hpp"

#include <algorithm>
#include <tuple>

#include "base/date.hpp"
#include "intake/appeal_types.hpp"
#include "intake/json.hpp"
#include "intake/json_place.hpp"
#include "intake/round_reading.hpp"

namespace remit::intake {

using base::Value;

namespace {

class AppealReader {
 public:
  AppealReader(const base::Schema& schema, const Round& round) : types_(schema), reading_(schema) {
    Round& here = *reading_.round;
    here.header = round.header;
    here.panel = round.panel;
    here.streams = round.streams;
    here.organisations = round.organisations;
    here.applications = round.applications;
    here.scoring = round.scoring;
    here.stream_of = round.stream_of;
    here.applicant_of = round.applicant_of;
    reading_.panel = "fresh panel";
  }

  Appeals read(const Source& source) {
    open(source);
    sound_ = reading_.mistakes.count() == 0;
    for (const Row& row : sheet_.rows) read_one(row);
    reading_.mistakes.refuse_if_any();
    const auto place = [](const Appeal& a) {
      return std::tuple(a.application, base::first_second(a.lodged[lodged_field::received]), std::string_view(a.canonical));
    };
    std::ranges::sort(made_.list, {}, place);
    made_.arena = std::move(reading_.round->arena);
    return std::move(made_);
  }

 private:
  const FileText& keep(const Source::File& file) {
    made_.inputs.push_back(file.bytes);
    std::string_view bytes = *file.bytes;
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    reading_.mistakes.order(file.name);
    return *reading_.files.emplace_back(std::make_unique<FileText>(file.name, bytes));
  }

  void open(const Source& source) {
    const bool in_document = source.round && read_document(*source.round);
    if (source.appeals && in_document)
      reading_.mistakes.add({"DUPLICATE_TABLE", source.appeals->name, 0, 0, "", "`appeals` stand here and in `" + source.round->name + "`; keep one of them", "", ""});
    if (in_document) return;
    if (!source.appeals)
      base::refuse({"MISSING_FILE", source.place, 0, 0, "", "there is no `appeals.json` in this folder, and no `appeals` in the round's document", "", ""});
    sheet_.file = &keep(*source.appeals);
    RecordReader(types_.appeal).read_list(sheet_.file->bytes(), *sheet_.file, reading_.round->arena, reading_.mistakes, sheet_.rows);
  }

  /// Whether the document of the round has appeals. All other keys of it were read with the round.
  bool read_document(const Source::File& document) {
    base::RecordType type;
    type.name = "round";
    base::Field list;
    list.path = "appeals";
    list.type = base::Type::list;
    list.item = base::Type::record;
    list.item_type = &types_.appeal;
    type.add(std::move(list));
    std::vector<std::string> others = reading_.types.document.names_in(-1);
    std::ranges::remove_copy(reading_.types.passed_over, std::back_inserter(others), "appeals");
    sheet_.file = &keep(document);
    RecordReader reader(type, std::move(others));
    const std::size_t before = reading_.mistakes.count();
    const Value* read = reader.read(sheet_.file->bytes(), *sheet_.file, reading_.round->arena, reading_.mistakes);
    if (read == nullptr || (!read[0].answered() && reading_.mistakes.count() == before)) return false;
    sheet_.prefix = "appeals";
    sheet_.rows = reader.inner_rows();
    return true;
  }

  void mistake(const Row& row, const char* code, const std::string& path, std::string message) {
    reading_.mistake(sheet_, row, code, path, std::move(message));
  }

  /// The row of `table` that the field names; false, with the mistake added, when there is none.
  bool refer(const Row& row, const Value& id, const char* path, std::string_view what, const Table& table, std::uint32_t& found) {
    if (!id.answered()) return false;
    const int at = table.find(id.str());
    if (at < 0) mistake(row, "UNKNOWN_ID", path, unknown_id_message(reading_, what, id.str(), table));
    found = static_cast<std::uint32_t>(std::max(at, 0));
    return at >= 0;
  }

  void read_one(const Row& row) {
    const Value* v = row.values;
    Appeal made;
    const bool known = refer(row, v[lodged_field::application], "application", "application", reading_.round->applications, made.application);
    refer(row, v[lodged_field::by], "by", "organisation", reading_.round->organisations, made.by);
    Value* lodged = reading_.round->arena.make<Value>(types_.lodged->fields.size());
    std::uninitialized_fill_n(lodged, types_.lodged->fields.size(), Value());
    types_.fill_lodged(v, lodged);
    made.lodged = lodged;
    if (v[types_.fresh_panel].answered()) {
      made.panel = v + types_.fresh_panel + 1;
      if (lodged[lodged_field::no_fresh_panel].answered())
        mistake(row, "CONTRADICTION", "no_fresh_panel", "a fresh panel is named, and a reason why there is none; keep one of them");
      read_panel(row, known, made);
    } else if (sound_) {
      for (const auto& [list, name] : {std::pair(types_.scores, "scores"), std::pair(types_.declarations, "declarations")})
        if (v[list].answered())
          mistake(row, "NO_FRESH_PANEL", name, std::string("`") + name + "` are those of a fresh panel, and `fresh_panel` does not say who sat on it");
    }
    if (reading_.mistakes.count() > 0) return;
    write_canonical(v, types_.appeal, made.canonical);
    made_.list.push_back(std::move(made));
  }

  /// The items of a list inside the appeal of `row`, as a sheet of their own.
  Sheet inner(const Row& row, std::uint16_t list) const {
    const std::string& path = types_.appeal.fields[list].path;
    Sheet out;
    out.file = sheet_.file;
    out.prefix = sheet_.prefix + '[' + std::to_string(row.number) + "]." + path;
    const char* end = sheet_.file->bytes().data() + sheet_.file->bytes().size();
    std::uint32_t number = 0;
    for (const Value& item : row.values[list].list()) {
      const std::string at = path + '[' + std::to_string(++number) + ']';
      out.rows.push_back({item.items, find_in_json(row.at, end, at), 0, number});
    }
    return out;
  }

  void read_panel(const Row& row, bool known_application, Appeal& out) {
    Round& round = *reading_.round;
    check_quorum(reading_, sheet_, row, out.panel[panel_field::quorum], "fresh_panel.quorum");
    reading_.members = inner(row, types_.members);
    reading_.members.whole = sound_ || !reading_.members.rows.empty();   // else a mistake has taken them all away
    reading_.declarations = inner(row, types_.declarations);
    round.members = {}, round.declarations = {}, round.marks.clear();
    settle_people(reading_);
    check_people(reading_);
    if (known_application) read_scores(row);
    out.members = std::move(round.members);
    out.declarations = std::move(round.declarations);
    out.marks = std::move(round.marks);
  }

  /// Gives each mark the application of the appeal, and reads them as those of a round.
  void read_scores(const Row& row) {
    reading_.scores = inner(row, types_.scores);
    const std::size_t width = reading_.types.score.fields.size();
    for (Row& score : reading_.scores.rows) {
      Value* whole = reading_.round->arena.make<Value>(width);
      std::uninitialized_fill_n(whole, width, Value());
      whole[score_field::application] = row.values[lodged_field::application];
      whole[score_field::member] = score.values[fresh_score_field::member];
      whole[score_field::measure] = score.values[fresh_score_field::measure];
      whole[score_field::part] = score.values[fresh_score_field::part];
      whole[score_field::score] = score.values[fresh_score_field::score];
      whole[score_field::justification] = score.values[fresh_score_field::justification];
      score.values = whole;
    }
    read_marks(reading_);
  }

  AppealTypes types_;
  Reading reading_;
  Sheet sheet_;           // the appeals themselves
  bool sound_ = true;     // every field of them could be read
  Appeals made_;
};

}  // namespace

Appeals read_appeals(const Source& source, const base::Schema& schema, const Round& round) { return AppealReader(schema, round).read(source); }

bool holds_appeals(const Source& source) { return source.appeals || (source.round && read_json(*source.round->bytes, source.round->name).has("appeals")); }

}  // namespace remit::intake
