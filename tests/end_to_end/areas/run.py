#!/usr/bin/env python3
"""Packs side by side, one round under each of them, and crosswalks. Usage: run.py --binary REMIT"""
import argparse
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import EXAMPLE, POLICIES, Checks, Remit, copy_of, replace_in  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
SMALL = HERE / "policies"


def table(remit, checks):
    places = f"{SMALL}:{POLICIES}"
    done = remit("areas", "--format", "json", REMIT_POLICIES=places)
    checks.equal("exit code", (done.returncode, done.err), (0, ""))
    areas = {a["id"]: a for a in json.loads(done.out)["areas"]}
    checks.check("core and packs of crosswalks alone are no areas", "core" not in areas and "bridges" not in areas, list(areas))
    brook, vale = areas["brook"], areas["vale"]
    checks.equal("outcomes", [o["id"] for o in brook["outcomes"]], ["warm", "fed", "heard"])
    checks.equal("rows that are carried", (brook["rows"], brook["open"]), (4, 0))
    checks.equal("the approach that a pack states", brook["conflict_approach"], "By application: a tie sets a member aside")
    checks.equal("no appeal rule, and no silence stated", (brook["appeals"], brook["appeal_silence"]), ([], None))
    checks.equal("a silence has its clause", vale["appeal_silence"], {"clause": "whole note", "title": "The note has no appeal rule"})
    checks.equal("silent of conflicts", (vale["conflict_approach"], vale["conflicts"]), ("", []))
    real = {a: areas[a] for a in ("haringey", "leicestershire", "northern-ireland", "wirral", "medway")}
    checks.equal("outcomes of the five", {a: len(r["outcomes"]) for a, r in real.items()}, {"haringey": 5, "leicestershire": 0, "northern-ireland": 6, "wirral": 3, "medway": 3})
    checks.equal("who hears appeals", [a for a in real if real[a]["appeals"]], ["northern-ireland"])
    checks.equal("nothing is open", {a: r["open"] for a, r in real.items()}, dict.fromkeys(real, 0))
    for area, words in (("northern-ireland", "By application"), ("wirral", "By function"), ("medway", "By independence from providers")):
        checks.check(f"the approach of {area}", real[area]["conflict_approach"].startswith(words), real[area]["conflict_approach"])
    checks.equal("levels of the five", {a: [len(s["ids"]) + s["unnamed"] for s in r["levels"]] for a, r in real.items()},
                 {"haringey": [3], "leicestershire": [5], "northern-ireland": [4], "wirral": [4], "medway": [5, 6]})
    checks.equal("outcomes of Medway that are counted and not named", [(s["set"], s["unnamed"]) for s in real["medway"]["other_outcomes"]], [("ecm", 5)])
    checks.equal("whose source lists no types of decision", [a for a in real if real[a]["decision_silence"]], ["haringey", "leicestershire", "wirral", "medway"])
    checks.equal("Leicestershire's codes", next(c["codes"] for c in real["leicestershire"]["classifications"] if c["id"] == "level-of-need"), ["4", "3", "2b", "2a", "1"])
    text = remit("areas", REMIT_POLICIES=places).out
    checks.contains("in words", text, "silent: The note has no appeal rule (whole note)", "Remit's own procedure", "core 1.0.0: no framework of an area", "draft")


def one_round(remit, checks, scratch):
    places = f"{SMALL}:{POLICIES}"
    done = remit("compare-areas", EXAMPLE, "--application", "FS-09", "--format", "json", REMIT_POLICIES=places)
    checks.equal("exit code", done.returncode, 0)
    made = json.loads(done.out)
    checks.equal("one application", [a["application"] for a in made["applications"]], ["FS-09"])
    under = {u["area"]: u for u in made["applications"][0]["under"]}
    checks.equal("its own comes first, and is no what-if", (made["areas"][0]["id"], under["northern-ireland"]["what_if"], under["brook"]["what_if"]), ("northern-ireland", False, True))
    rules = {a: {f["rule"]: (f["outcome"], f["clause"]) for f in u["findings"] if f["layer"] != "core"} for a, u in under.items()}
    checks.equal("a rule of one pack at its clause", rules["northern-ireland"]["added-value"], ("fail", "4.5.3 b5b"))
    checks.equal("another pack's rule at its own", rules["brook"]["says-what-it-adds"], ("fail", "2 s1"))
    checks.equal("a pack without criteria borrows none", rules["vale"], {})
    checks.equal("and Remit's own procedure decides there", {f["layer"] for f in under["vale"]["findings"]}, {"core"})
    checks.equal("nobody is set aside where the source is silent", under["vale"]["conflicts"], [])
    nothing = {a["id"]: a["says_nothing"] for a in made["areas"]}
    checks.contains("silence in words", " | ".join(nothing["vale"]), "no criterion of its own", "The note has no rule on conflicts (whole note)", "Remit's own procedure")
    same = json.loads(remit("decide", EXAMPLE, "--format", "json").out)
    wanted = next(r["proposal"]["decision"] for r in same["records"] if r["application"] == "FS-09")
    checks.equal("under its own pack it is as decided", under["northern-ireland"]["decision"], wanted)
    text = remit("compare-areas", EXAMPLE, "--application", "FS-09", REMIT_POLICIES=places).out
    checks.contains("in words", text, "added-value, 4.5.3 b5b (should, blocks)", "vale, what if: ", "because        the application does not say what it adds (4.5.3 b5b)", "says nothing", "nothing here is a decision", "Remit's own procedure, the same under each")
    everything = remit("compare-areas", EXAMPLE, REMIT_POLICIES=places).out
    checks.contains("all applications", everything, "FS-01", "FS-20", "Clause by clause", "says-what-it-adds, 2 s1 (must, blocks): Says what it adds", "fail: FS-09", "What they say nothing of")
    wrong = remit("compare-areas", EXAMPLE, "--application", "FS-9", REMIT_POLICIES=places)
    checks.equal("an application that is not there", wrong.returncode, 2)
    checks.contains("the nearest is named", wrong.err, "the round has no application `FS-9`")
    strict = remit("decide", EXAMPLE, "--what-if", "--pack", "haringey")
    checks.contains("elsewhere fields that a pack does not know are refused as ever", strict.err, "`framework_status` is not a field of a round")


def crosswalks(remit, checks, scratch):
    places = f"{SMALL}:{POLICIES}"
    done = remit("pack", "crosswalk", "brook", "vale", REMIT_POLICIES=places)
    checks.equal("exit code", done.returncode, 0)
    checks.contains("mapped, and gaps in both directions", done.out, "brook/outcomes to vale/outcomes: 1 mapped, 2 of brook without a counterpart, 1 of vale without one",
                    "warm -> cosy; in part", "heard: nothing in vale/outcomes; Vale has nothing like it", "fed: nothing in vale/outcomes; the crosswalk does not speak of it",
                    "full: nothing in brook/outcomes", "Brook 1, Vale 4", "What no crosswalk between them names", "vale/aims: 3 outcomes")
    own = remit("pack", "crosswalk", "vale", "vale", REMIT_POLICIES=places).out
    checks.contains("two sets of one pack", own, "cosy -> be cosy (6 s1)", "full: nothing in vale/aims; its counterpart is not in the source", "2 places that the source counts and does not name")
    checks.contains("none is written", remit("pack", "crosswalk", "brook", "haringey", REMIT_POLICIES=places).out, "no crosswalk between brook and haringey is written", "haringey/outcomes: 5 outcomes", "haringey/levels-of-commissioning: 3 levels")
    bad = copy_of(SMALL, scratch / "policies")
    replace_in(bad / "bridges" / "pack.lua", 'to = "cosy"', 'to = "cozy"')
    wrong = remit("pack", "crosswalk", "brook", "vale", REMIT_POLICIES=bad)
    checks.equal("an id that another pack lacks is refused", wrong.returncode, 3)
    checks.contains("with the nearest", wrong.err, "`cozy` is none of `outcomes` of the pack `vale`; the nearest is `cosy`")
    medway = remit("pack", "crosswalk", "medway", "medway").out
    checks.contains("Medway's two sets of outcomes", medway, "medway/trust to medway/ecm: 0 mapped, 3 of medway without a counterpart, 5 of ecm without one", "5 places that the source counts and does not name")
    checks.contains("Medway's levels", medway, "individual (2.2) -> individual", "practice (2.2): nothing in medway/levels; stated to be unmapped")
    seen = {c["id"]: c for c in json.loads(remit("pack", "crosswalk", "--format", "json").out)["crosswalks"]}
    stages = seen["northern-ireland-continuum-to-wirral"]
    checks.equal("stages of Northern Ireland and points of Wirral", ([(p["from"], p["to"]) for p in stages["mapped"]], [g["id"] for g in stages["gaps_from"]], [g["id"] for g in stages["gaps_to"]]),
                 ([("aligning resources", "commissioners meeting to align plans"), ("joint commissioning", "virtual joint commissioning")],
                  ["joint delivery", "pooling resources"], ["silo commissioning", "one organisation"]))
    checks.equal("operational is a level of Haringey's alone", [g["id"] for g in seen["haringey-levels-to-medway"]["gaps_from"]], ["operational"])
    checks.equal("Haringey's outcomes fill none of the places that Medway leaves empty", (seen["haringey-outcomes-to-medway-ecm"]["mapped"], seen["haringey-outcomes-to-medway-ecm"]["unnamed_to"]), ([], 5))
    checks.contains("all of them in a table, and the sets that none names", remit("pack", "crosswalk").out, "medway/levels-named-elsewhere", "wirral/outcomes: 3 outcomes")
    ni = remit("pack", "crosswalk", "northern-ireland", "haringey").out
    checks.contains("the sixth outcome of Northern Ireland has no counterpart", ni, "5 mapped, 1 of northern-ireland without a", "living-in-a-society-which-respects-their-rights: nothing in haringey/outcomes")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        table(remit, checks)
        one_round(remit, checks, pathlib.Path(scratch))
        crosswalks(remit, checks, pathlib.Path(scratch))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
