#!/usr/bin/env python3
"""Records that are no applications, assessed by an invented pack. Usage: run.py --binary REMIT"""
import argparse
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, Remit, copy_of, replace_in  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROUND = HERE / "rounds" / "autumn"


class Assessed:
    """The records of one run, by type and id."""

    def __init__(self, remit, round_=ROUND, *words):
        self.done = remit("assess", round_, "--format", "ndjson", *words)
        self.lines = self.done.out.splitlines()
        self.of = {(r["type"], r["id"]): r for r in map(json.loads, self.lines)}

    def outcome(self, type_, id_, rule):
        record = self.of[type_, id_]
        return next((f["outcome"] for f in record["findings"] + record["conflicts"] + record["classifications"] if f["rule"] == rule), None)

    def said(self, type_, id_, rule):
        record = self.of[type_, id_]
        return next(f for f in record["findings"] + record["conflicts"] + record["classifications"] if f["rule"] == rule)


def governance(remit, checks):
    a = Assessed(remit)
    checks.equal("exit code", a.done.returncode, 0)
    checks.equal("nothing on standard error", a.done.err, "")
    checks.equal("sorted by type and id", list(a.of), sorted(a.of))
    for part, wanted in (("p1", "fail"), ("p2", "pass"), ("p3", "fail"), ("p4", "pass"), ("p5", "pass")):
        checks.equal(f"a conflict of parts: {part}", a.outcome("part", part, "provider-in-governance"), wanted if wanted == "fail" else None)
    conflict = a.said("part", "p1", "provider-in-governance")
    checks.equal("whom it is about, and what follows", (conflict["member"], conflict["action"]), ("m1", "exclude"))
    checks.equal("its words name both records", conflict["message"], "Ash provides services and The Board governs or decides")
    checks.equal("what it looked at", conflict["read"], {"member.functions": ["provider"], "body.functions": ["governance"]})
    for body, wanted in (("board", "pass"), ("exec", "pass"), ("team", "fail"), ("lost", "fail")):
        checks.equal(f"a sentence over all bodies: {body}", a.outcome("body", body, "every-body-under-one-that-governs"), wanted)
    checks.contains("other bodies are named by their id", json.dumps(a.said("body", "exec", "every-body-under-one-that-governs")["read"]), '"bodies[board].functions"')
    for body, wanted in (("board", "pass"), ("team", "pass"), ("lost", "fail")):
        checks.equal(f"a function over all parts: {body}", a.outcome("body", body, "somebody-takes-part"), wanted)
    for item, wanted in (("audit", "not_applicable"), ("leads", "fail"), ("review", "pass")):
        checks.equal(f"the timetable: {item}", a.outcome("timetable_item", item, "timetable-in-order"), wanted)
    checks.equal("what it depends on is named", a.said("timetable_item", "leads", "timetable-in-order")["message"],
                 "Lead commissioners begins before The audit, which it depends on")


def points_here(remit, checks, scratch):
    """What decides a panel's round says of records alone that `remit assess` looks at them."""
    round_ = POLICIES / "haringey" / "rounds" / "june-2006"
    for words in (("decide", round_), ("letters", round_, "--out", scratch / "none"), ("papers", round_, "--out", scratch / "none"), ("compare-areas", round_)):
        done = remit(*words, REMIT_POLICIES=POLICIES)
        checks.equal(f"{words[0]} of records alone", (done.returncode, done.out, (scratch / "none").exists()), (2, "", False))
        checks.contains(f"{words[0]}: where to go", done.err, f"`remit assess {round_}`")


def changed_rules(remit, checks, scratch):
    """What a layer above made of a rule stands in an assessment too, wherever it is said."""
    below = copy_of(HERE / "policies", scratch / "packs")
    above = below / "above"
    above.mkdir()
    (above / "pack.lua").write_text('pack "above" { title = "Above", version = "1.0.0", extends = "willowford" }\n')
    (above / "more.lua").write_text('override "willowford/provider-in-governance" { authority = "minute 4", reason = "for every group", written_against = "willowford 1.0.0", test = function (part) return part.id == "p1" end }\n')
    done = remit("assess", ROUND, "--what-if", "--pack", above, "--format", "ndjson", REMIT_POLICIES=f"{below}:{POLICIES}")
    if not checks.equal("an override of a conflict rule of records", done.returncode, 0):
        return print(done.err)
    said = [c for line in done.out.splitlines() for c in json.loads(line)["conflicts"] if c["rule"] == "provider-in-governance"]
    checks.check("there are such conflicts", said)
    for conflict in said:
        checks.equal("who changed it, and with what authority", conflict["changed_by"], [{"authority": "minute 4", "change": "test", "layer": "above", "reason": "for every group"}])


def numbers(remit, checks, scratch):
    a = Assessed(remit)
    checks.equal("three areas of four pilots", a.outcome("round", "autumn-2008", "at-most-three-areas"), "pass")
    checks.equal("three of them pooled, where two may be", a.outcome("round", "autumn-2008", "two-pooled-areas"), "fail")
    checks.equal("needed and had", a.said("round", "autumn-2008", "two-pooled-areas")["shortfalls"],
                 [{"field": "the number of different other_pilot.area", "had": "3", "needed": "at most 2"}])
    checks.equal("sums of those that belong to it", [a.outcome("fund", f, "contributions-make-the-fund") for f in ("play", "clinic")], ["pass", "fail"])
    fourth = copy_of(ROUND, scratch / "fourth")
    replace_in(fourth / "pilots.json", '"title": "More clubs", "area": "youth"', '"title": "More clubs", "area": "transition"')
    checks.equal("a fourth area", Assessed(remit, fourth).outcome("round", "autumn-2008", "at-most-three-areas"), "fail")
    unsaid = copy_of(ROUND, scratch / "unsaid")
    replace_in(unsaid / "pilots.json", ', "title": "More clubs", "area": "youth"', '')
    checks.equal("an area that is not said: a person must look", Assessed(remit, unsaid).outcome("round", "autumn-2008", "at-most-three-areas"), "refer")


def levels(remit, checks, scratch):
    a = Assessed(remit)
    codes = {id_: r["classifications"][0].get("code") for (type_, id_), r in a.of.items() if type_ == "need"}
    checks.equal("the level of each case", codes, {"n1-library": "1", "n2-caf": "2a", "n3-grown": "2b", "n4-led": "2b", "n5-one": None, "n6-empty": None})
    checks.equal("what fits none", a.said("need", "n5-one", "level-of-need")["message"], "no level of the document fits this case")
    checks.equal("what cannot be told", a.said("need", "n6-empty", "level-of-need")["message"], "it cannot be told whether 4 fits")
    checks.equal("later rules read the class", [a.outcome("need", n, "lead-professional-at-2b") for n in ("n2-caf", "n3-grown", "n4-led")], ["not_applicable", "fail", "pass"])
    checks.equal("what was written beside what is found", a.said("need", "n4-led", "stated-level-is-the-level")["message"], "the team wrote 2a, the document gives 2b")
    two = copy_of(ROUND, scratch / "two")
    replace_in(two / "needs.ndjson", '"stated_level": "2a"', '"stated_level": "2"')
    checks.contains("an ambiguous code is refused in the words of the pack", remit("assess", two).err, "needs.ndjson:4: stated_level: `2` is refused: say 2a or 2b")
    given = copy_of(ROUND, scratch / "given")
    replace_in(given / "needs.ndjson", '"stated_level": "2a"', '"level": "2a"')
    done = remit("assess", given)
    checks.equal("a class is worked out, and no file may hold it", done.returncode, 2)
    checks.contains("and it is said where", done.err, "needs.ndjson:4: level")


def forms(remit, checks, scratch):
    a = Assessed(remit)
    document = json.loads(remit("assess", ROUND, "--format", "json").out)
    checks.equal("the document", (document["format"], document["round"]["id"], document["pack"]["status"]), ("remit.assessments/1", "autumn-2008", "invented"))
    checks.equal("silences stand in the document too", [s["id"] for s in document["silences"]], ["appeal"])
    checks.equal("it holds the same records", [json.dumps(r, sort_keys=True) for r in document["records"]], [json.dumps(json.loads(line), sort_keys=True) for line in a.lines])
    keys = {"as_of", "classifications", "conflicts", "digest", "engine", "findings", "format", "id", "input", "pack", "parameters", "round", "silences", "type", "what_if"}
    for line in a.lines:
        record = json.loads(line)
        checks.check("keys are sorted", list(record) == sorted(record))
        checks.equal("keys", set(record) - {"title"}, keys)
    text = remit("assess", ROUND).out
    checks.contains("the text", text, "Assessment of autumn-2008", "body: 4 assessed, 2 pass, 2 fail", "m1 is excluded", "level-of-need: 1: 1, 2a: 1, 2b: 2 and no class: 2",
                    "[9.0 s2]", "The paper has no appeal rule; so nothing can be appealed [whole paper]")
    only = Assessed(remit, ROUND, "--type", "body")
    checks.equal("one type", {t for t, _ in only.of}, {"body"})
    wrong = remit("assess", ROUND, "--type", "bod")
    checks.equal("a type that is not there", (wrong.returncode, "the nearest is `body`" in wrong.err), (2, True))
    remit("assess", ROUND, "--out", scratch / "out")
    checks.equal("--out", sorted(p.name for p in (scratch / "out").iterdir()), ["assessments.json", "assessments.ndjson", "assessments.txt"])


def explain_and_replay(remit, checks, scratch):
    said = remit("explain", ROUND, "p1", "--type", "part").out
    checks.contains("explain", said, "part p1", "rule provider-in-governance", "member.functions: provider", "m1 is excluded")
    checks.contains("explain one rule", remit("explain", ROUND, "n3-grown", "--type", "need", "--rule", "level-of-need").out, "class 2b", "gives need.level")
    missing = remit("explain", ROUND, "bord", "--type", "body")
    checks.equal("an id that is not there", (missing.returncode, "the nearest is `board`" in missing.err), (2, True))
    saved = scratch / "saved.ndjson"
    saved.write_text(remit("assess", ROUND, "--format", "ndjson").out)
    again = remit("replay", saved, ROUND)
    checks.equal("replay: the same", (again.returncode, again.out.splitlines()[0][:9]), (0, "IDENTICAL"))
    document = scratch / "saved.json"
    document.write_text(remit("assess", ROUND, "--format", "json", "--type", "body").out)
    checks.equal("replay of a document of one type", remit("replay", document, ROUND).returncode, 0)
    changed = copy_of(ROUND, scratch / "changed")
    replace_in(changed / "bodies.csv", "team,The Team,operational,exec", "team,The Team,operational,board")
    differs = remit("replay", saved, changed)
    checks.equal("replay: a changed round", differs.returncode, 1)
    checks.contains("its cause, then the first difference", differs.out, "the round is not the same", "first difference, body team: findings, rule every-body-under-one-that-governs, outcome: was \"fail\", now \"pass\"")
    tampered = scratch / "tampered.ndjson"
    tampered.write_text(saved.read_text().replace('"outcome":"fail"', '"outcome":"pass"', 1))
    checks.contains("replay: a changed record", remit("replay", tampered, ROUND).out, "changed after it was written")


def reading(remit, checks, scratch):
    wrong = copy_of(ROUND, scratch / "wrong")
    replace_in(wrong / "parts.json", '"body": "exec", "item": "i2"', '"body": "exek", "item": "i9"')
    replace_in(wrong / "bodies.csv", "board,The Board,governance,", "board,The Board,governing,")
    replace_in(wrong / "funds.json", '"total": 50', '"totl": 50')
    done = remit("assess", wrong)
    checks.equal("mistakes: exit code", done.returncode, 2)
    checks.contains("all of them, with their places", done.err, "parts.json:2: [2].body: there is no body `exek`; the nearest is `exec`", "parts.json:2: [2].item",
                    "bodies.csv:2: functions", "`totl` is not a field of a fund; the nearest is `total`")
    other = copy_of(ROUND, scratch / "other")
    (other / "minutes.csv").write_text("a,b\n")
    done = remit("assess", other)
    checks.equal("a file that nothing reads: told, and no mistake", (done.returncode, "`minutes.csv`" in done.err), (0, True))
    (other / "bodis.csv").write_text("a,b\n")
    (other / "bodies.csv").unlink()
    checks.contains("a misspelt file", remit("assess", other).err, "no record type of the pack is read from `bodis.csv`; the nearest is `bodies.csv`")
    alone = scratch / "alone"
    alone.mkdir()
    (alone / "round.json").write_text(json.dumps({"id": "r", "partnership": "willowford", "title": "T", "as_of": "2008-10-01", "currency": "GBP",
                                                  "bodies": [{"id": "board", "name": "The Board", "functions": ["governance"]}]}))
    a = Assessed(remit, alone)
    checks.equal("a round of records alone", a.outcome("body", "board", "every-body-under-one-that-governs"), "pass")
    refused = remit("decide", alone)
    checks.equal("which cannot be decided", refused.returncode, 2)
    as_csv = copy_of(ROUND, scratch / "as_csv")
    (as_csv / "funds.json").unlink()
    (as_csv / "fund.csv").write_text("total,id\n50.00,clinic\n100,play\n")
    checks.equal("CSV and JSON give the same bytes", Assessed(remit, as_csv).lines, Assessed(remit).lines)


def checking(remit, checks, scratch):
    checks.equal("the pack is sound", remit("check", HERE / "policies" / "willowford").returncode, 0)
    policies = copy_of(HERE / "policies", scratch / "policies")
    with open(policies / "willowford" / "money.lua", "a") as file:
        file.write('requirement "of-no-file" { title = "T", clause = "1", of = loose, passes_when = loose.name:is_answered() }\n')
    with open(policies / "willowford" / "records.lua", "a") as file:
        file.write('record "loose" { name = text }\n')
    done = remit("check", policies / "willowford")
    checks.equal("a rule of records that nothing reads", done.returncode, 1)
    checks.contains("and what to do", done.out + done.err, "give `record \"loose\"` a `key`")
    many = copy_of(ROUND, scratch / "many")
    (many / "parts.json").write_text(json.dumps([{"id": f"p{i}", "member": "m1", "body": "board"} for i in range(4000)]))
    with open(many / "bodies.csv", "a") as file:
        file.writelines(f"b{i},B,operational,board\n" for i in range(4000))
    done = remit("assess", many)
    checks.equal("too many looks", done.returncode, 2)
    checks.contains("the rule that looks most", done.err, "`every-body-under-one-that-governs` would look through too many records")


def clauses(remit, checks, scratch):
    policies = copy_of(HERE / "policies", scratch / "sources")
    pack = policies / "willowford"
    (pack / "tests").mkdir()
    (pack / "tests" / "governance.json").write_text(json.dumps([{"rows": ["WF-001"], "name": "a provider on the Board"}, {"rows": ["WF-001", "WF-011"], "name": "another"}]))
    (pack / "tests" / "base.json").write_text("{}")
    (pack / "clauses.csv").write_text("row,ref,kind,force\nWF-001,9.0 s2,conflict,must\nWF-012,13.0 p2,note,N\n")
    told = json.loads(remit("pack", "clauses", pack, "--format", "json").out)
    rows = {r["id"]: r for r in told["rows"]}
    checks.equal("a row, its rule and its cases", rows["WF-001"], {"id": "WF-001", "ref": "9.0 s2", "kind": "conflict", "force": "must", "carried_by": ["conflict provider-in-governance"],
                                                                   "proved_by": ["governance.json: a provider on the Board", "governance.json: another"]})
    checks.equal("what nothing carries is open, whoever names it", told["open"], ["WF-011", "WF-012"])
    checks.equal("and its clause is that of clauses.csv", rows["WF-012"]["ref"], "13.0 p2")
    checks.equal("what no case proves", told["unproved"], [f"WF-{n:03}" for n in range(2, 11)])
    checks.contains("in words", remit("pack", "clauses", pack).out, "willowford 1.0.0: 12 rows, 10 carried, 2 proved by a case, 2 open")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    program, checks = Remit(parser.parse_args().binary), Checks()

    def remit(*words, **more):
        return program(*words, **{"REMIT_POLICIES": HERE / "policies", **more})

    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        governance(remit, checks)
        numbers(remit, checks, scratch)
        points_here(remit, checks, scratch)
        changed_rules(remit, checks, scratch)
        levels(remit, checks, scratch)
        forms(remit, checks, scratch)
        explain_and_replay(remit, checks, scratch)
        reading(remit, checks, scratch)
        checking(remit, checks, scratch)
        clauses(remit, checks, scratch)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
