#!/usr/bin/env python3
"""Dated values: what is in force on a day, what changes next, and which of two days counts: the one on which a call opened or the one on
which it is decided. Usage: run.py --binary REMIT"""
import argparse
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, Remit  # noqa: E402

PACK = 'pack "weir-fund" { title = "Weir fund (invented)", version = "1.0.0", status = "adopted", extends = "core" }\n'
VALUES = '''parameter "largest" {
  title = "Largest grant", clause = "2", unit = pounds, in_force = when_opened,
  from = { ["2025-01-01"] = { pounds(1000), clause = "minute of 2024" }, ["2026-03-01"] = { pounds(2000), clause = "minute of 2026" } },
}
parameter "needed" {
  title = "What is asked for", clause = "3", unit = count,
  from = { ["2025-01-01"] = { 1, clause = "3 a" }, ["2026-05-01"] = { 2, clause = "3 b" } },
}
parameter "minimum_total" {
  title = "Lowest total", clause = "4", unit = points, in_force = when_opened,
  from = { ["2025-01-01"] = { 40, clause = "4 a" }, ["2026-03-01"] = { 60, clause = "4 b" } },
}
parameter "gap" { title = "Days between meetings", clause = "5", unit = days, from = { ["2026-05-01"] = { 42, clause = "5 a" } } }
parameter "tie_break" { title = "What breaks a tie", clause = "6", so = "equal totals go to the panel" }
'''
RULES = '''criterion "no-more-than-the-largest" {
  title = "Asks for no more than the largest grant", clause = "2", force = must,
  passes_when = application.amount_requested:at_most(parameters.largest),
}
criterion "enough-outcomes" {
  title = "Names enough outcomes", clause = "3", force = must,
  passes_when = application.outcomes:count():at_least(parameters.needed),
}
requirement "a-full-grant-fits" {
  title = "The stream can pay the largest grant", clause = "2", of = stream, effect = warns,
  passes_when = stream.budget:at_least(parameters.largest),
}
requirement "small-at-first" {
  title = "The first call was for small grants", clause = "2", of = round, effect = warns,
  passes_when = parameters.largest:at_most(pounds(1000)),
}
measure "need" { title = "Need", clause = "4", scale = { 0, 10 } }
'''


def application(name, stream):
    return {"id": name, "stream": stream, "applicant": "local:" + name.lower(), "title": name, "submitted_at": "2026-04-01", "amount_requested": 1500, "outcomes": ["play"]}


ROUND = {
    "id": "r", "partnership": "weir-fund", "title": "Two calls (invented)", "as_of": "2026-04-20", "currency": "GBP",
    "streams": [{"id": "early", "title": "Early", "budget": 1800, "opens": "2026-02-01", "closes": "2026-04-10"},
                {"id": "late", "title": "Late", "budget": 1800, "opens": "2026-03-01", "closes": "2026-04-10"}],
    "panel": {"id": "p", "members": [{"id": "m1", "agency": "Council"}]},
    "declarations": [],
    "organisations": [{"id": "local:a1", "name": "Alder", "type": "community"}, {"id": "local:b1", "name": "Beech", "type": "community"}],
    "applications": [application("A1", "early"), application("B1", "late")],
    "scores": [{"member": "m1", "application": a, "measure": "need", "score": 5, "justification": "read"} for a in ("A1", "B1")],
}


def outcomes(record):
    return {f["rule"]: f["outcome"] for f in record["eligibility"]["findings"]}


def two_clocks(remit, checks, place):
    """A call that opened under the old value keeps it; what goes by the decision does not."""
    (place / "round.json").write_text(json.dumps(ROUND))
    done = remit("decide", place / "round.json", "--format", "json", REMIT_POLICIES=place)
    if not checks.equal("decide: exit code", done.returncode, 0):
        return print(done.err)
    made = json.loads(done.out)
    a1, b1 = made["records"]
    checks.equal("the early call keeps the largest grant of its opening", outcomes(a1)["no-more-than-the-largest"], "fail")
    checks.equal("the late call has the new one", outcomes(b1)["no-more-than-the-largest"], "pass")
    checks.equal("the record says which value, whence, and by which day", a1["parameters"]["largest"],
                 {"value": "1000.00", "clause": "minute of 2024", "in_force": "when_opened"})
    checks.equal("of the late call too", b1["parameters"]["largest"]["value"], "2000.00")
    checks.equal("the threshold of each call is that of its opening", [r["scores"]["threshold"] for r in (a1, b1)], ["40", "60"])
    checks.equal("met by one, missed by the other", [r["scores"]["met"] for r in (a1, b1)], [True, False])
    subjects = {(f["rule"], f["subject"]): f["outcome"] for f in made["findings"]}
    checks.equal("a rule about a stream goes by that stream's call", [subjects["a-full-grant-fits", s] for s in ("early", "late")], ["pass", "fail"])
    checks.equal("without a stream in view, by the first call", subjects["small-at-first", "r"], "pass")
    listed = {p["id"]: p for p in made["parameters"]}
    checks.equal("the document lists it by stream", [(s["stream"], s["value"], s["clause"]) for s in listed["largest"]["by_stream"]],
                 [("early", "1000.00", "minute of 2024"), ("late", "2000.00", "minute of 2026")])
    checks.check("what goes by the decision is not listed by stream", "by_stream" not in listed["needed"] and "in_force" not in listed["needed"])
    html = remit("decide", place / "round.json", "--format", "html", REMIT_POLICIES=place).out
    checks.contains("the report says so", html, "Largest grant, when the call of early opened", "Largest grant, when the call of late opened")
    said = remit("explain", place / "round.json", "A1", REMIT_POLICIES=place).out
    checks.contains("explain says so", said, "Largest grant, when the call opened: £1,000 [minute of 2024]")


def as_of(remit, checks, place):
    """--as-of moves the day of the decision, and not the day on which the call opened."""
    records = {}
    for day in ("2026-04-20", "2026-05-02"):
        done = remit("decide", place / "round.json", "--as-of", day, "--format", "json", REMIT_POLICIES=place)
        records[day] = json.loads(done.out)["records"]
    checks.equal("what goes by the decision changes with --as-of", [outcomes(records[day][1])["enough-outcomes"] for day in records], ["pass", "fail"])
    checks.equal("what goes by the opening does not", [r[0]["parameters"]["largest"]["value"] for r in records.values()], ["1000.00", "1000.00"])
    done = remit("decide", place / "round.json", "--format", "ndjson", REMIT_POLICIES=place)
    (place / "records.ndjson").write_text(done.out)
    checks.contains("and replays", remit("replay", place / "records.ndjson", place / "round.json", REMIT_POLICIES=place).out, "IDENTICAL")


def listed(remit, checks, place):
    text = remit("parameters", place / "weir-fund", "--on", "2026-04-20", REMIT_POLICIES=place)
    checks.equal("parameters: exit code", text.returncode, 0)
    checks.contains("values with their references", text.out, "weir-fund 1.0.0 for a decision on 20 April 2026", "largest: £2,000 [minute of 2026]",
                    "Largest grant; in force when the call opened; since 1 March 2026", "needed: 1 [3 a]", "minimum_total: 60 points [4 b]")
    checks.contains("one without a value on that day says so", text.out, "gap: no value on that day: the first is from 1 May 2026")
    checks.contains("one without any value says that the source is silent", text.out, "tie_break: no value at all: the source is silent; equal totals go to the panel")
    checks.contains("what changes next, and when", text.out, "what changes next\n", "2026-05-01: needed: 2 from 1 May 2026, instead of 1 [3 b]",
                    "2026-05-01: gap: 42 days from 1 May 2026, the first value [5 a]")
    after = remit("parameters", place / "weir-fund", "--on", "2027-01-01", REMIT_POLICIES=place).out
    checks.contains("when nothing changes any more", after, "nothing in the pack changes after that")
    both = remit("parameters", place / "weir-fund", "--on", "2026-04-20", "--opened", "2026-02-01", REMIT_POLICIES=place).out
    checks.contains("for a call that opened before", both, "for a decision on 20 April 2026 about a call that opened on 1 February 2026", "largest: £1,000 [minute of 2024]",
                    "largest: £2,000 for calls that open from 1 March 2026, instead of £1,000 [minute of 2026]")
    ever = remit("parameters", place / "weir-fund", REMIT_POLICIES=place).out
    checks.contains("without a day, the values of all time", ever, "from 2025-01-01: £1,000 [minute of 2024]", "from 2026-03-01: £2,000 [minute of 2026]")


def as_json(remit, checks, place):
    made = json.loads(remit("parameters", place / "weir-fund", "--on", "2026-04-20", "--opened", "2026-02-01", "--format", "json", REMIT_POLICIES=place).out)
    checks.equal("json: format, days", [made[k] for k in ("format", "on", "opened", "pack", "version")], ["remit.parameters/1", "2026-04-20", "2026-02-01", "weir-fund", "1.0.0"])
    by_id = {p["id"]: p for p in made["parameters"]}
    checks.equal("json: a value, whence, since when, by which day", [by_id["largest"][k] for k in ("value", "clause", "since", "in_force")],
                 ["1000.00", "minute of 2024", "2025-01-01", "when_opened"])
    checks.equal("json: what is next", by_id["largest"]["next"], {"clause": "minute of 2026", "from": "2026-03-01", "value": "2000.00"})
    checks.equal("json: no value", [by_id["gap"]["value"], by_id["gap"]["why_none"]], [None, "no value on that day: the first is from 1 May 2026"])
    checks.equal("json: changes by day", [(c["on"], c["parameter"]) for c in made["changes"]],
                 [("2026-03-01", "largest"), ("2026-03-01", "minimum_total"), ("2026-05-01", "needed"), ("2026-05-01", "gap")])
    ever = json.loads(remit("parameters", place / "weir-fund", "--format", "json", REMIT_POLICIES=place).out)
    checks.check("json: without a day there is no value, and every period", "changes" not in ever and all("value" not in p for p in ever["parameters"]))
    checks.equal("json: periods", [p["from"] for p in ever["parameters"][0]["periods"]], ["2025-01-01", "2026-03-01"])


def refuses(remit, checks, place):
    for words, said in ((("--on", "2026-02-30"), "`--on` is a day of the calendar, like 2026-04-01, and `2026-02-30` is none"),
                        (("--on", "2026-02-01", "--opened", "2026-03-01"), "cannot have been decided before that"),
                        (("--opened", "2026-03-01"), "--on")):
        done = remit("parameters", place / "weir-fund", *words, REMIT_POLICIES=place)
        checks.equal(f"{words}: exit code", done.returncode, 2)
        checks.contains(f"{words}: why", done.err, said)
    values = place / "weir-fund/parameters/values.lua"
    values.write_text(VALUES.replace("in_force = when_opened", 'in_force = "when_opend"', 1))
    done = remit("check", place / "weir-fund", REMIT_POLICIES=place)
    checks.contains("a misspelt clock", done.out + done.err, "`in_force` is one of when_decided or when_opened, not `when_opend`; the nearest is `when_opened`")
    values.write_text(VALUES)
    each = place / "each"
    each.mkdir()
    (each / "pack.lua").write_text('pack "each" { title = "E", version = "1.0.0", procedure = "each/1" }\n'
                                   'parameter "p" { title = "P", clause = "1", in_force = when_opened, value = 3 }\n')
    done = remit("check", each, REMIT_POLICIES=place)
    checks.contains("no call opens with each/1", done.out + done.err, "no call opens: there are applications alone")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        place = pathlib.Path(scratch)
        (place / "core").symlink_to(POLICIES / "core")
        (place / "weir-fund/parameters").mkdir(parents=True)
        for name, text in (("pack.lua", PACK), ("parameters/values.lua", VALUES), ("rules.lua", RULES)):
            (place / "weir-fund" / name).write_text(text)
        two_clocks(remit, checks, place)
        as_of(remit, checks, place)
        listed(remit, checks, place)
        as_json(remit, checks, place)
        refuses(remit, checks, place)
    return checks.finish()


sys.exit(main())
