#!/usr/bin/env python3
"""Silence is shown and not filled: no pack of policies/ holds a rule of another area unless it says so in its pack.lua; what the core
adds says that it is Remit's own procedure and is never cited as an area's clause; a number that cites a source without numbers is an
error; reports and explain say what the framework is silent about, all of it of a round and what touches it of one thing.
Usage: run.py --binary REMIT"""
import argparse
import csv
import json
import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, Remit, copy_of, little_round, replace_in  # noqa: E402

PACKS = sorted(p.name for p in POLICIES.iterdir() if (p / "pack.lua").exists())
# the sections by which Northern Ireland decides, recuses and composes its panel: nobody else may cite them
OF_NORTHERN_IRELAND = re.compile(r"\b4\.5\.[3-9]|\b4\.6\.1")


def said_to_stand_on(name):
    """The packs that a pack.lua names, and those that they name."""
    text = (POLICIES / name / "pack.lua").read_text()
    text = re.sub(r"--[^\n]*", "", text)
    named = set(re.findall(r'extends\s*=\s*"([^"]+)"', text))
    for takes in re.findall(r"takes\s*=\s*{([^}]*)}", text):
        named |= {said.split()[0] for said in re.findall(r'"([^"]+)"', takes)}
    return named | {deeper for one in named for deeper in said_to_stand_on(one)}


def nobody_borrows(remit, checks):
    for name in PACKS:
        shown = json.loads(remit("pack", "show", name, "--format", "json").out)
        checks.equal(f"{name} stands on what it names, and on nothing else", {layer["id"] for layer in shown["layers"]}, said_to_stand_on(name) | {name})
        named = said_to_stand_on(name) | {name}
        for kind in ("rules", "parameters", "silences"):
            for one in shown[kind]:
                checks.check(f"{name}: {one['id']} is of a layer that the pack names", one["layer"] in named, one["layer"])
        for rule in shown["rules"]:
            checks.equal(f"{name}: {rule['id']} cites the procedure of Remit if it is the core's, and then only", rule["clause"].startswith("Remit procedure"), rule["layer"] == "core")
        rows = POLICIES / name / "clauses.csv"
        if not rows.exists():
            continue
        with open(rows, newline="") as file:
            own = {line["row"] for line in csv.DictReader(file)}
        carried = {row["id"] for row in json.loads(remit("pack", "clauses", name, "--format", "json").out)["rows"] if row["carried_by"]}
        checks.equal(f"{name} carries no row of another area's source", carried - own, set())


def defaults_are_remits_own(remit, checks, place):
    for name in PACKS:
        if name in ("core", "crosswalks"):   # no framework of an area
            continue
        folder = little_round(place / name, name)
        done = remit("decide", folder, "--format", "ndjson")
        if not checks.equal(f"{name}: an ordinary application is decided", (done.returncode, done.err), (0, "")):
            continue
        record = json.loads(done.out)
        for finding in record["eligibility"]["findings"] + record["conflicts"] + record["proposal"]["reasons"]:
            own = finding.get("layer", "") == "core" or finding.get("rule", "").startswith("procedure/")
            checks.equal(f"{name}: {finding['rule']} is named as what it is", finding["clause"].startswith("Remit procedure"), own)
        if name != "northern-ireland":
            checks.check(f"{name}: nothing cites what is Northern Ireland's", not OF_NORTHERN_IRELAND.search(json.dumps(record)))
        shown = json.loads(remit("pack", "show", name, "--format", "json").out)
        kinds = {(r["kind"], r["of"]) for r in shown["rules"]}
        checks.equal(f"{name}: the tie is shown", [(t["member"], t["organisation"]) for t in record["ties"]], [("m1", "local:club")])
        pages = {"explain": remit("explain", folder, "A1").out, "text": remit("decide", folder).out, "html": remit("decide", folder, "--format", "html").out}
        for page, text in pages.items():
            checks.contains(f"{name}: {page} says where the framework is silent", text, "Where the framework is silent")
        if ("conflict", "application") not in kinds:
            checks.equal(f"{name}: without a conflict rule nobody is set aside", (record["conflicts"], record["panel"]["taking_part"]), ([], ["m1", "m2"]))
            checks.contains(f"{name}: and it is said", pages["text"], "no rule of this framework acts on it")
        if ("decision", "application") not in kinds:
            checks.contains(f"{name}: the kind of decision is Remit's own", pages["explain"], "the framework names no kinds of decision; this one is of Remit's own procedure", "Remit procedure, step 5")
            checks.contains(f"{name}: on the page of the round too", pages["text"], "kinds of decision: the framework names none")
            checks.contains(f"{name}: and in HTML", pages["html"], "The framework names no kinds of decision")
        if ("appeal", "appeal") not in kinds:
            appeal(remit, checks, name, folder)


def appeal(remit, checks, name, folder):
    """A framework without an appeal rule hears none, and borrows none."""
    (folder / "appeals.json").write_text(json.dumps([{"application": "A1", "ground": "misapplication", "by": "local:club", "received": "2026-02-02", "views": "we think so"}]))
    record = json.loads(remit("appeal", folder, "--format", "ndjson").out)
    checks.equal(f"{name}: no appeal is heard", (record["outcome"], record["findings"], record["second"]), ("no_provision", [], None))
    checks.equal(f"{name}: and the silences are those about appeals", {s["id"] for s in record["silences"]}, {"appeal"})
    text = remit("appeal", folder).out
    checks.contains(f"{name}: in words", text, "no provision: the framework has no rule that speaks about this appeal, and none is borrowed", "has no appeal rule")
    (folder / "appeals.json").unlink()


def silences_of_one_thing(remit, checks):
    governance = POLICIES / "wirral" / "rounds" / "march-2010"
    whole, bodies = remit("assess", governance).out, remit("assess", governance, "--type", "body").out
    checks.contains("a whole assessment tells every silence", whole, "The three options have no scores", "The paper has no criteria that are scored")
    checks.check("of one type only those that touch its rules", "The three options have no scores" not in bodies and "no criteria that are scored" not in bodies)
    checks.contains("and how many there are besides", bodies, "about other things: `remit pack show wirral` lists all")
    listed = remit("pack", "show", "wirral").out
    shown = json.loads(remit("pack", "show", "wirral", "--format", "json").out)
    checks.check("which lists them", len(shown["silences"]) > 5 and all(s["title"] and s["so"] for s in shown["silences"]))
    checks.contains("in text too", listed, "Where the framework is silent", "The three options have no scores")
    records = [json.loads(line) for line in remit("assess", governance, "--type", "body", "--format", "ndjson").out.splitlines()]
    checks.check("records keep all of them", records and all(len(r["silences"]) > 5 for r in records))


def numbers_come_from_somewhere(remit, checks, place):
    changes = {"a parameter": ("parameters/panel.lua", 'parameter "minimum_pages" { title = "P", clause = "4.5.5", unit = count, value = 3 }\n'),
               "a parameter of one date": ("parameters/panel.lua", 'parameter "minimum_pages" { title = "P", unit = count, from = { ["2011-04-01"] = { 3, clause = "4.5.3 b2" } } }\n'),
               "a sentence": ("panel.lua", 'criterion "c" { title = "T", clause = "4.5.3 b1", passes_when = application.elements:count():at_least(2) }\n'),
               "a function": ("panel.lua", 'criterion "c" { title = "T", clause = "4.5.3 b1", test = function (application)\n  if count(application.elements) > 2 then return pass end\n  return fail\nend }\n'),
               "a measure": ("panel.lua", 'measure "m" { title = "M", clause = "4.5.4", weight = 30 }\n')}
    for what, (file, text) in changes.items():
        policies = copy_of(POLICIES, place / "policies")
        at = policies / "northern-ireland" / file
        at.write_text((at.read_text() if at.exists() else "") + text)
        done = remit("check", "northern-ireland", REMIT_POLICIES=policies)
        checks.equal(f"{what} that cites a clause without a number is an error", done.returncode, 1)
        checks.contains(f"{what}: in words", done.out, "for a number, and the source states none there; cite the paper or the decision it comes from")
    policies = copy_of(POLICIES, place / "policies")
    replace_in(policies / "core" / "eligibility.lua", 'clause      = "Remit procedure, step 1"', 'clause      = "4.5.3 b1"')
    done = remit("check", "haringey", REMIT_POLICIES=policies)
    checks.equal("a core rule that cites a document is an error", done.returncode, 1)
    checks.contains("in words too", done.out, "is a rule of the core and cites 4.5.3 b1, as if a document said so")
    policies = copy_of(POLICIES, place / "policies")
    at = policies / "haringey" / "decisions.lua"
    at.write_text(at.read_text() + 'criterion "c" { title = "T", clause = "Remit procedure, step 4", passes_when = application.added_value:is_answered() }\n')
    checks.contains("and so is an area's rule that cites the procedure", remit("check", "haringey", REMIT_POLICIES=policies).out, "cites the procedure of Remit for a rule of haringey")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    remit, checks = Remit(parser.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        nobody_borrows(remit, checks)
        defaults_are_remits_own(remit, checks, place)
        silences_of_one_thing(remit, checks)
        numbers_come_from_somewhere(remit, checks, place)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
