#!/usr/bin/env python3
"""No area is ever judged by another area's rule: whatever a record of an example round names was written in the core or in the area's own
pack. What the core says is Remit's own procedure and never a clause of the area; where an area is silent, reports and `explain` say so in
words. A pack that does build on another one says so in each record.
Usage: own_rules.py --binary REMIT
"""
import argparse
import json
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, Remit  # noqa: E402
from pack_text import read_pack  # noqa: E402
from rounds_of_cases import round_of  # noqa: E402

AREAS = ("northern-ireland", "haringey", "leicestershire", "wirral", "medway", "small-grants")


def ruled(value):
    """Every object in a document that names the rule behind it."""
    if isinstance(value, list):
        for one in value:
            yield from ruled(one)
    elif isinstance(value, dict):
        if "rule" in value and "layer" in value:
            yield value
        for one in value.values():
            yield from ruled(one)


def documents(remit, area, scratch):
    """What `decide` and `assess` say of each example round of an area, and of the round that its cases decide."""
    rounds = [r for r in sorted((POLICIES / area / "rounds").iterdir()) if (r / "round.json").exists()]
    decided = POLICIES / area / "tests" / "decide.json"
    if decided.exists() and isinstance(held := json.loads(decided.read_text()), dict):
        (scratch / f"{area}.json").write_text(json.dumps(round_of(held, None)))
        rounds.append(scratch / f"{area}.json")
    for place in rounds:
        for command in ("decide", "assess"):
            done = remit(command, place, "--format", "json")
            if done.returncode == 0:
                yield place, command, json.loads(done.out)


def own_rules(checks, remit, scratch):
    written = {name: {item.id for item in read_pack(POLICIES / name)} for name in ("core", *AREAS)}
    for area in AREAS:
        seen = set()
        for place, command, document in documents(remit, area, scratch):
            about = f"{area}, {command} {place.name}"
            checks.equal(f"{about}: layers", {layer["id"] for layer in document["pack"]["layers"]}, {"core", area})
            for one in ruled(document):
                seen.add(one["layer"])
                written_there = one["layer"] in ("core", area) and one["rule"] in written[one["layer"]]
                of_remit = (one.get("clause") or "").startswith("Remit procedure")
                if not written_there or of_remit != (one["layer"] == "core"):
                    checks.check(f"{about}: {one['rule']} is of the core or of the area, and says which", False, str(one)[:300])
        checks.equal(f"{area}: rules of the area and of the core were seen", seen, {"core", area})


def built_openly(checks, remit, scratch):
    """A pack on top of another area's names it among its layers, in each record and with each of its rules."""
    policies = scratch / "policies"
    shutil.copytree(POLICIES, policies, ignore=shutil.ignore_patterns("tests", "rounds"))
    (policies / "borrower").mkdir()
    (policies / "borrower" / "pack.lua").write_text('pack "borrower" { title = "Built on another (invented)", version = "1.0.0", extends = "northern-ireland" }\n')
    document = json.loads((POLICIES / "northern-ireland" / "tests" / "base.json").read_text())
    (scratch / "borrowed.json").write_text(json.dumps(round_of({**document, "partnership": "borrower"}, None)))
    done = remit("decide", scratch / "borrowed.json", "--format", "json", REMIT_POLICIES=policies)
    if not checks.equal("a pack on top of another area's decides", done.returncode, 0):
        return print(done.err[:1000])
    decided = json.loads(done.out)
    checks.equal("it names what it is built on", [layer["id"] for layer in decided["records"][0]["pack"]["layers"]], ["core", "northern-ireland", "borrower"])
    checks.check("so do the rules", {one["layer"] for one in ruled(decided)} == {"core", "northern-ireland"})


def silences_in_words(checks, remit, scratch):
    for area in ("haringey", "leicestershire", "wirral"):
        place = scratch / f"{area}.json"
        items = [item for item in read_pack(POLICIES / area) if item.word == "no_provision"]
        every = [item.keys["title"] for item in items]
        of_the_whole = [item.keys["title"] for item in items if item.keys["clause"].startswith("whole ")]
        checks.check(f"{area}: there are silences", len(every) > 3 and of_the_whole)
        for words in (("decide", place), ("decide", place, "--format", "html"), ("explain", place, "A1")):
            silences = of_the_whole if words[0] == "explain" else every   # of one application what the source as a whole leaves open
            done = remit(*words)
            said = " ".join(done.out.split())
            missing = [title for title in silences if title not in said and title.replace("'", "&#39;") not in said]
            checks.check(f"{area}: {words[0]} {' '.join(map(str, words[2:]))} says its silences", done.returncode == 0 and not missing, f"{done.err[:300]} {missing}")
    place = POLICIES / "medway" / "rounds" / "bids-2010"
    checks.contains("medway: the report says that it has no appeal rule", " ".join(remit("decide", place).out.split()), "Where the framework is silent")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        own_rules(checks, remit, scratch)
        built_openly(checks, remit, scratch)
        silences_in_words(checks, remit, scratch)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
