#include "study/ask_each.hpp"

#include "base/date.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "engine/each.hpp"
#include "intake/mistakes.hpp"
#include "intake/record_reader.hpp"
#include "record/each_writer.hpp"

namespace remit::study {

using intake::Json;

namespace {

base::Value day_of(const std::string& said, const std::string& place) {
  base::Value day;
  if (!base::read_moment(said, day) || day.kind != base::Kind::date)
    base::refuse({"WRONG_TYPE", place, 0, 0, "as_of", "the day that stands for today is a date like 2012-03-31, and `" + base::printable(said, 60) + "` is none", {}, {}});
  return day;
}

}  // namespace

std::string decide_each(const Json& round, const std::string& place, const std::string& as_of, const policy::Pack& pack) {
  const base::Value day = day_of(as_of.empty() ? round["as_of"].str() : as_of, place);
  for (const auto& [key, value] : round.members)
    if (key != "as_of" && key != "applications")
      base::refuse({"UNKNOWN_KEY", place, 0, 0, key, "the pack decides each application by itself: a base of it holds `as_of` and `applications`, and no `" + base::printable(key, 60) + "`", {}, {}});
  std::string lines;
  for (const Json& application : round["applications"].items) {
    intake::write_canonical_json(application, lines);
    lines += '\n';
  }
  const record::EachConstants constants = record::each_constants_of(pack, day, {});
  engine::Each each(pack, day.integer, true);
  record::EachWriter writer(constants, each);
  intake::RecordReader reader(*pack.roots[policy::root::application].type);
  intake::Mistakes mistakes;
  const intake::FileText text(place, lines);
  base::Arena arena;
  std::string out;
  std::string_view rest = lines, line;
  while (intake::next_line(rest, line)) {
    const base::Value* application = reader.read(line, text, arena, mistakes);
    if (mistakes.count() > 0) continue;   // all mistakes are told, and nothing is decided beside them
    if (!out.empty()) out += ',';
    writer.write(each.decide(application), application, out);
  }
  mistakes.refuse_if_any();
  writer.sign(out);
  return "{\"records\":[" + out + "]}";
}

}  // namespace remit::study
