#!/usr/bin/env python3
"""Children's cases bear pseudonyms, and even those never leave with an export: no form of a decided round, no letter, no list and no
plug-in's export names one. The example rounds that hold cases are decided here together with applications, and everything that is written
is searched. Only the assessment of the cases themselves names them: it stays in the house, and shows that the search can find.
Usage: children.py --binary REMIT --tool REMIT_PLUGIN --exporter LIBRARY
"""
import argparse
import json
import pathlib
import re
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, Remit, csv_of  # noqa: E402
from rounds_of_cases import round_of  # noqa: E402

PSEUDONYM = re.compile(r"\bcase-\d+\b")
DECIDED = ("streams", "panel", "organisations", "declarations")
FORMS = ("text", "json", "ndjson", "brief", "html", "csv")
IF_THERE = ("letters", "compare-areas")   # searched as soon as there is such a command, whatever its exit code
EXPORTER = """plugin "award-list" {
  version = "1.0.0", settings = { prefix = "360G-example", funder_id = "GB-LAE-XXX", funder_name = "Example Council", approved_on = "2012-05-31" },
}
"""


def pseudonyms_in(folder):
    return {name for file in folder.iterdir() if file.suffix != ".md" for name in PSEUDONYM.findall(file.read_text())}


def deciding_part(area):
    """Streams, panel, organisations, applications and scores of a round that the area's cases decide."""
    file = POLICIES / area / "tests" / "decide.json"
    if file.exists() and isinstance(held := json.loads(file.read_text()), dict):
        return round_of(held, None)
    folder = next(f.parent for f in sorted((POLICIES / area / "rounds").glob("*/applications.ndjson")))
    made = json.loads((folder / "round.json").read_text())
    made["applications"] = [json.loads(line) for line in (folder / "applications.ndjson").read_text().splitlines() if line.strip()]
    made["scores_csv"] = (folder / "scores.csv").read_text()
    return made


def with_applications(folder, area, place):
    """The round of cases, and beside them applications that can be decided."""
    shutil.copytree(folder, place)
    part = deciding_part(area)
    head = json.loads((place / "round.json").read_text())
    head.update({key: part[key] for key in DECIDED if key in part})
    (place / "round.json").write_text(json.dumps(head))
    (place / "applications.ndjson").write_text("".join(json.dumps(a) + "\n" for a in part["applications"]))
    (place / "scores.csv").write_text(part.get("scores_csv") or csv_of(part["scores"]))
    return place


def exported(remit, tool, library, area, place, scratch):
    pack, plugins = scratch / f"{area}-exporting", scratch / f"{area}-plugins"
    for folder in (pack, plugins):
        folder.mkdir()
    (pack / "pack.lua").write_text(f'pack "{pack.name}" {{ title = "With an exporter (invented)", version = "1.0.0", extends = "{area}" }}\n')
    (pack / "plugins.lua").write_text(EXPORTER)
    shutil.copy(library, plugins / "award-list.so")
    tool("manifest", plugins / "award-list.so")
    tool("trust", plugins / "award-list.so")
    return remit("decide", place, "--what-if", "--pack", pack, "--plugins", plugins, "--format", "award-list/awards")


def outputs_of(remit, tool, library, area, place, scratch):
    """(what it is, exit code, text) of everything that leaves the house with a round."""
    for form in FORMS:
        done = remit("decide", place, "--format", form)
        yield f"decide --format {form}", done.returncode, done.out + done.err
    results = scratch / f"{area}-results"
    done = remit("decide", place, "--out", results)
    yield "decide --out", done.returncode, done.out + done.err
    for file in sorted(results.rglob("*")):
        if file.is_file():
            yield f"decide --out: {file.name}", 0, file.read_bytes().decode(errors="replace")
    done = exported(remit, tool, library, area, place, scratch)
    yield "the award list of a plug-in", done.returncode, done.out + done.err
    known = remit("--help").out
    for command in IF_THERE:
        if re.search(rf"^  {command}\b", known, re.M):
            done = remit(command, place)
            yield command, 0, done.out + done.err


def main():
    options = argparse.ArgumentParser()
    for name in ("--binary", "--tool", "--exporter"):
        options.add_argument(name, required=True)
    given = options.parse_args()
    remit, tool, checks = Remit(given.binary), Remit(given.tool), Checks()
    areas = set()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for folder in sorted(POLICIES.glob("*/rounds/*/")):
            names, area = pseudonyms_in(folder), folder.parts[-3]
            if not names:
                continue
            areas.add(area)
            mine = scratch / f"{area}-{folder.name}"
            mine.mkdir()
            place = with_applications(folder, area, mine / folder.name)
            in_house = remit("assess", place, "--format", "json")
            checks.check(f"{area}, {folder.name}: the assessment names the cases", names <= set(PSEUDONYM.findall(in_house.out)), in_house.err[:500])
            for what, code, text in outputs_of(remit, tool, given.exporter, area, place, mine):
                about = f"{area}, {folder.name}, {what}"
                checks.equal(f"{about}: exit code", code, 0)
                checks.equal(f"{about}: no child's case", sorted(set(PSEUDONYM.findall(text))), [])
    checks.equal("areas whose example rounds hold children's cases", areas, {"leicestershire", "medway"})
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
