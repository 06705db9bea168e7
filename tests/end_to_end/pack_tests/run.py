#!/usr/bin/env python3
"""remit test: what is expected against what follows, the formats, mistakes in cases, what cases reach and what they would notice.
Usage: run.py --binary REMIT"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, Remit  # noqa: E402

BASE = {"id": "b", "partnership": "mill-fund", "title": "A small round (invented)", "as_of": "2026-03-16", "currency": "GBP", "bodies": [{"id": "B1", "name": "Board", "seats": 5, "open": True}]}
PACK = '''pack "mill-fund" { title = "Mill fund (invented)", version = "1.0.0", status = "draft" }
'''
RECORDS = '''record "body" { key = "id", name = text, seats = count, open = yes_no, kind = { "board", "panel", "group" } }
'''
PARAMETERS = '''parameter "most" {
  title = "Most seats", clause = "2", unit = count,
  from = { ["2020-01-01"] = { 7, clause = "2 a" }, ["2030-01-01"] = { 9, clause = "2 b" } },
}
parameter "unread" { title = "Never read", clause = "9", unit = count, value = 3 }
'''
RULES = '''requirement "enough-seats" {
  title = "It has enough seats", clause = "1", of = body,
  applies_when = body.open:is(yes),
  passes_when = all_of { body.seats:at_least(3), body.seats:at_most(parameters.most) },
  otherwise = "it has {body.seats}",
}

requirement "known-kind" {
  title = "Its kind is known", clause = "3", of = body,
  passes_when = body.kind:is_one_of("board", "panel"),
}

requirement "by-function" {
  title = "By a function", clause = "4", of = body,
  test = function (body)
    if body.seats == 4 then
      return fail
    end
    return pass
  end,
}
'''
CASES = [
    {"name": "five seats", "rows": ["R-1"], "expect": {"findings": [{"type": "body", "id": "B1", "rule": "enough-seats", "outcome": "pass"}]}},
    {"name": "two seats", "change": {"bodies/B1/seats": 2}, "expect": {"findings": [{"type": "body", "id": "B1", "rule": "enough-seats", "outcome": "fail", "message_has": "it has 2"}]}},
    {"name": "two seats, and closed", "like": "two seats", "change": {"bodies/B1/open": False}, "expect": {"findings": [{"type": "body", "id": "B1", "rule": "enough-seats", "outcome": "not_applicable"}]}},
    {"name": "an open seat is no number", "change": {"bodies/B1/seats": "many"}, "expect": {"exit": 2, "text": "seats"}},
]


def make(place, cases, rules=RULES):
    folder = place / "mill-fund"
    if folder.exists():
        shutil.rmtree(folder)
    for name, text in (("pack.lua", PACK), ("records.lua", RECORDS), ("parameters/p.lua", PARAMETERS), ("rules.lua", rules), ("tests/base.json", json.dumps(BASE)), ("tests/cases.json", json.dumps(cases, indent=1))):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def passes_and_fails(remit, checks, place):
    good = remit("test", make(place, CASES))
    checks.equal("all as expected: exit code", good.returncode, 0)
    checks.equal("all as expected: said", good.out, "4 cases: all as expected\n")
    folder = make(place, CASES, RULES.replace("at_least(3)", "at_least(6)"))
    bad = remit("test", folder)
    checks.equal("a threshold was moved: exit code", bad.returncode, 1)
    checks.contains("expected against actual, and the rule explained", bad.out, f"{folder}/tests/cases.json:2:2: failed: five seats (R-1)", "body B1, rule `enough-seats`: outcome", "expected: pass",
                    "actual:   fail", "`enough-seats` (1): It has enough seats", "needed: body.seats at least 6; had 5", "body.seats = 5", "4 cases: 3 as expected, 1 not")
    told = json.loads(remit("test", folder, "--format", "json").out)
    checks.equal("json: counts", (told["format"], told["passed"], told["failed"]), ("remit.test/1", 3, 1))
    wrong = [c for c in told["cases"] if c["outcome"] == "failed"]
    checks.equal("json: the difference", [(d["field"], d["expected"], d["actual"]) for d in wrong[0]["differences"]], [("outcome", "pass", "fail")])
    tree = xml.fromstring(remit("test", folder, "--format", "junit").out)
    checks.equal("junit: counts", (tree.tag, tree.get("tests"), tree.get("failures")), ("testsuites", "4", "1"))
    checks.equal("junit: one suite for a file", [(s.get("name"), s.get("tests")) for s in tree], [(f"{folder}/tests/cases.json", "4")])
    failures = [(c.get("name"), c.get("line"), f.get("message")) for c in tree.iter("testcase") for f in c.iter("failure")]
    checks.equal("junit: the failure", failures, [("five seats (R-1)", "2", "body B1, rule `enough-seats`: outcome expected pass, actual fail")])
    checks.equal("the number of threads changes nothing", remit("test", folder, "--threads", "1").out, bad.out)
    checks.equal("--filter by name", remit("test", folder, "--filter", "two seats").out, "2 cases: all as expected\n")
    checks.equal("--filter by row", remit("test", folder, "--filter", "R-1").returncode, 1)
    none = remit("test", folder, "--filter", "nobody says this")
    checks.equal("--filter that fits nothing: exit code", none.returncode, 2)
    checks.contains("--filter that fits nothing: said", none.err, "no case has `nobody says this`")


def mistakes(remit, checks, place):
    told = remit("test", make(place, [
        {"name": "a", "expct": {}, "expect": {"finding": []}},
        {"name": "b", "base": "bsae.json", "expect": {"findings": []}},
        {"name": "c", "like": "nobody", "expect": {"counts": {"outcome": 0}}},
        {"name": "d"},
        {"name": "e", "command": "decid", "expect": {"counts": {}}},
    ]))
    checks.equal("mistakes in cases: exit code", told.returncode, 2)
    checks.contains("mistakes in cases: all at once", told.err, "a case has no `expct`; the nearest is `expect`", "nothing is known of the expectation `finding`; the nearest is `findings`",
                    "there is no base `bsae.json` beside it; there is base.json", "no case before this one is called `nobody`", "it expects nothing", "`command` is assess, decide, appeal or check, not `decid`")
    lost = remit("test", make(place, [{"name": "a", "change": {"bodies/B9/seats": 2}, "expect": {"records": {"body": 1}}}]))
    checks.equal("a change that leads nowhere: exit code", lost.returncode, 1)
    checks.contains("a change that leads nowhere: said", lost.out, "change `bodies/B9/seats`: the list has no item `B9`")
    near = remit("test", make(place, [{"name": "a", "expect": {"findings": [{"type": "body", "id": "B1", "rule": "enough-seat", "outcome": "pass"}]}}]))
    checks.contains("a rule that there is not", near.out, "there is no such finding; the nearest rule is `enough-seats`")
    shutil.rmtree(place / "mill-fund/tests")
    empty = remit("test", place / "mill-fund")
    checks.equal("a pack without cases: exit code", empty.returncode, 1)
    checks.contains("a pack without cases: what to do", empty.err, "write some in tests/*.json")


def coverage(remit, checks, place):
    folder = make(place, CASES)
    done = remit("test", folder, "--coverage", "--html", place / "coverage.html")
    checks.equal("coverage: exit code", done.returncode, 0)
    checks.contains("coverage: three states", done.out, f"{folder}/rules.lua:10:", "evaluated false: body.kind:is_one_of(\"board\", \"panel\") was asked 3 times and never held (rule `known-kind`, 3)",
                    f"{folder}/rules.lua:17: never reached: this line of the function of `by-function` never ran (4)")
    checks.contains("coverage: sums", done.out, "conditions: 4 of 5 met, 1 evaluated false, 0 never reached", "lines of functions: 2 of 3 run", "covered: 75%")
    periods = [line.split()[:3] for line in done.out.splitlines() if line.startswith(("most ", "unread "))]
    checks.contains("coverage: periods of parameters", done.out, "never in force", "in force, and not read")
    checks.equal("coverage: the period that was read is not listed", [p[:2] for p in periods], [["most", "2030-01-01"], ["unread", "always"]])
    page = (place / "coverage.html").read_text()
    checks.contains("coverage: the page says the states in words", page, "✓ met", "✗ evaluated false", "– never reached", "By clause", "By parameter", "yes 2, no 1")
    checks.equal("--minimum that is met", remit("test", folder, "--minimum", "75").returncode, 0)
    low = remit("test", folder, "--minimum", "76")
    checks.equal("--minimum that is not met", low.returncode, 1)
    checks.contains("--minimum that is not met: said", low.err, "the cases cover 75% of the pack, and 76% are asked for")
    told = json.loads(remit("test", folder, "--coverage", "--format", "json").out)["coverage"]
    checks.equal("coverage in json", (told["percent"], told["rules"]["known-kind"]), (75, {"evaluated_false": 1, "met": 0, "never_reached": 0}))
    broken = make(place, CASES, RULES.replace("at_least(3)", "at_least(6)"))
    plain, covered = (json.loads(remit("test", broken, "--format", "json", *more).out)["cases"] for more in ((), ("--coverage",)))
    checks.check("there is something to explain", any(c["differences"] for c in plain))
    checks.equal("covering changes no answer and no word", covered, plain)


def mutation(remit, checks, place):
    done = remit("test", make(place, CASES), "--mutate")
    checks.equal("mutation: exit code when something is not noticed", done.returncode, 1)
    checks.contains("mutation: a threshold that no case is at", done.out, "rules.lua:4:", "not noticed: `3` made `4`: body.seats:at_least(3) (enough-seats, 1)", "`panel` left out")
    checks.contains("mutation: what is noticed is not listed", done.out, "not noticed")
    checks.check("mutation: a turned comparison is noticed", "`:at_least` made `:at_most`" not in done.out, done.out)
    checks.contains("mutation: parameters and functions", done.out, "`7` from 2020-01-01 made `8`", "`4` made `5`")
    edges = CASES + [{"name": f"{n} seats", "change": {"bodies/B1/seats": n, "bodies/B1/kind": kind}, "expect": {"findings": [
        {"type": "body", "id": "B1", "rule": "enough-seats", "outcome": "pass" if 3 <= n <= 7 else "fail"},
        {"type": "body", "id": "B1", "rule": "known-kind", "outcome": "fail" if kind == "group" else "pass"},
        {"type": "body", "id": "B1", "rule": "by-function", "outcome": "fail" if n == 4 else "pass"}]}}
        for n, kind in ((3, "board"), (4, "panel"), (5, "group"), (7, "board"), (8, "board"))]
    better = remit("test", make(place, edges), "--mutate")
    checks.check("mutation: cases at the edges notice what the others did not", "made `4`: body.seats:at_least(3)" not in better.out and "left out" not in better.out, better.out)
    one = remit("test", make(place, edges), "--mutate", "--threads", "1")
    checks.equal("mutation: the number of threads changes nothing", one.out, better.out)


def from_a_record(remit, checks, place):
    """A case from a record: nothing of the names is left, and it is as expected."""
    folder = place / "packs/small-grants"
    shutil.copytree(POLICIES / "small-grants", folder)
    round_ = POLICIES / "small-grants/rounds/spring-2026"
    (place / "records.ndjson").write_text(remit("decide", round_, "--format", "ndjson").out)
    names = [o["name"] for o in json.loads((round_ / "round.json").read_text())["organisations"]] + ["Ada Okafor", "SG-09", "GB-CHC", "local:lantern"]
    done = remit("test", folder, "--from", place / "records.ndjson", "--application", "SG-09", "--round", round_)
    checks.equal("--from: exit code", done.returncode, 0)
    made = sorted((folder / "tests").glob("from_*"))
    checks.equal("--from: two files, as said", sorted(line for line in done.out.splitlines() if line.endswith(".json")), [str(f) for f in made])
    text = "".join(f.read_text() for f in made)
    checks.check("--from: nobody's name is left", not [n for n in names if n in text], [n for n in names if n in text])
    checks.contains("--from: what the record says is expected", text, '"rule":"one-application-each"', '"outcome":"fail"', '"A1":"ineligible"')
    checks.equal("--from: the case is as expected", remit("test", folder, "--filter", "from_").out, "1 case: all as expected\n")
    for of, rank, amount, total in (("SG-01", 1, "2800.00", "535/6"), ("SG-12", 6, "0.00", "175/3")):
        one = remit("test", folder, "--from", place / "records.ndjson", "--application", of, "--round", round_)
        cases, base = (json.loads(pathlib.Path(line).read_text()) for line in one.out.splitlines() if line.endswith(".json"))
        expect = cases[0]["expect"]
        checks.equal(f"--from {of}: rank, money and total are expected", [expect["ranks"], expect["amounts"], expect["totals"]], [{"A1": rank}, {"A1": amount}, {"A1": total}])
        checks.check(f"--from {of}: the case carries all marks of the stream, and none of what was written beside them",
                     len(base["sheets"]) == 3 and len(base["applications"]) == 12 and set(base["sheets"]["member-1"]["A1"]) == {"need", "part", "plan", "value"}
                     and "justification" not in json.dumps(base))
        checks.check(f"--from {of}: nothing is left out", "left out" not in one.out, one.out)
    checks.equal("--from: they are as expected too", remit("test", folder, "--filter", "from_").out, "3 cases: all as expected\n")
    several = remit("test", folder, "--from", place / "records.ndjson", "--round", round_)
    checks.contains("--from: several records", several.err, "say which with `--application`")
    near = remit("test", folder, "--from", place / "records.ndjson", "--application", "SG-9", "--round", round_)
    checks.contains("--from: a misspelt application", near.err, "it holds no record of `SG-9`; the nearest is `SG-09`")
    alone = remit("test", folder, "--from", place / "records.ndjson", "--application", "SG-09")
    checks.contains("--from without its round", alone.err, "add `--round`")


def watch(remit, checks, place):
    """At each save: what it touches first, mistakes told, and on it goes."""
    folder = make(place, CASES)
    running = subprocess.Popen([remit.binary, "test", str(folder), "--watch"], stdout=subprocess.PIPE, text=True)
    try:
        def until(text):
            said = []
            for line in running.stdout:
                said.append(line)
                if text in line:
                    break
            return "".join(said)
        checks.contains("--watch: the first run", until("waiting for the next save"), "4 cases: all as expected")
        rules = folder / "rules.lua"
        rules.write_text(RULES.replace("at_least(3)", "at_least(6)"))
        checks.contains("--watch: what the save touches comes first", until("waiting for the next save"), f"touched by this save:\n{folder}/tests/cases.json:2:2: failed: five seats (R-1)", "all others: 1 case: all as expected")
        rules.write_text(RULES.replace("at_least(3)", "at_leest(3)"))
        checks.contains("--watch: a mistake is told", until("waiting for the next save"), "at_leest", "the nearest is")
        rules.write_text(RULES)
        checks.contains("--watch: mended", until("waiting for the next save"), "as expected")
    finally:
        running.kill()
        running.wait()


EACH = {"pack.lua": 'pack "doorstep" { title = "Doorstep (invented)", version = "1.0.0", procedure = "each/1" }\n',
        "records.lua": 'record "application" { key = "number", number = text { required = yes }, asked = money, town = { "mill", "weir" } }\n',
        "rules.lua": 'criterion "not-too-much" { title = "Asks for no more than £50", clause = "1", passes_when = application.asked:at_most(pounds(50)), otherwise = "it asks for {application.asked}" }\n'
                     'decision "yes" { title = "Pay", clause = "2", proposed_when = eligibility.outcome:is "eligible" }\n'
                     'decision "no" { title = "Do not pay", clause = "2", proposed_when = eligibility.outcome:is "ineligible" }\n'}


def each_by_itself(remit, checks, place):
    """A pack that decides every application by itself has cases too: a base of applications, and no round around them."""
    folder = place / "doorstep"
    (folder / "tests").mkdir(parents=True)
    for name, text in EACH.items():
        (folder / name).write_text(text)
    base = {"as_of": "2026-03-31", "applications": [{"number": "N1", "asked": 50, "town": "mill"}, {"number": "N2", "asked": 20, "town": "weir"}]}
    cases = [{"name": "£50 is not too much", "command": "decide", "expect": {"decisions": {"N1": "yes", "N2": "yes"}}},
             {"name": "a penny more is", "command": "decide", "change": {"applications/0/asked": "50.01"},
              "expect": {"decisions": {"N1": "no"}, "eligibility": {"N1": "ineligible"},
                         "findings": [{"type": "application", "id": "N1", "rule": "not-too-much", "outcome": "fail", "message_has": "£50.01"}]}},
             {"name": "a town that is none", "command": "decide", "change": {"applications/1/town": "wier"}, "expect": {"exit": 2, "text": "weir"}}]
    (folder / "tests/base.json").write_text(json.dumps(base))
    (folder / "tests/cases.json").write_text(json.dumps(cases))
    good = remit("test", folder)
    checks.equal("each/1: as expected", [good.returncode, good.out], [0, "3 cases: all as expected\n"])
    (folder / "rules.lua").write_text(EACH["rules.lua"].replace("pounds(50)", "pounds(60)"))
    bad = remit("test", folder)
    checks.equal("each/1: a rule that was changed: exit code", bad.returncode, 1)
    checks.contains("each/1: a rule that was changed", bad.out, "failed: a penny more is", "application N1: decision", "expected: no", "actual:   yes")
    (folder / "tests/cases.json").write_text(json.dumps([{"name": "assessed", "expect": {"decisions": {"N1": "yes"}}}]))
    checks.contains("each/1: only decide", remit("test", folder).out, 'its cases say `"command": "decide"`')
    (folder / "tests/base.json").write_text(json.dumps({**base, "streams": []}))
    (folder / "tests/cases.json").write_text(json.dumps(cases))
    checks.contains("each/1: a base is no round", remit("test", folder).out, "a base of it holds `as_of` and `applications`, and no `streams`")


def of_a_round(remit, checks):
    """A pack with panel, marks and money, with what it reaches and notices."""
    done = remit("test", POLICIES / "small-grants", "--coverage")
    checks.equal("small-grants: exit code", done.returncode, 0)
    checks.contains("small-grants: its conditions", done.out, "as expected", "conditions: ")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        for test in (passes_and_fails, mistakes, coverage, mutation, watch, from_a_record, each_by_itself):
            test(remit, checks, pathlib.Path(scratch))
    of_a_round(remit, checks)
    return checks.finish()


sys.exit(main())
