#!/usr/bin/env python3
"""The Northern Ireland pack, case by case.

Each case of cases/*.json names the rows of the document's list that it proves, a change to base_round.json, perhaps a
change to the text of the pack, and what must come out of `remit decide - --format json`. Besides: the example round
against expected.json, rules said as functions instead of sentences, and SOURCES.md against the pack.
"""
import argparse
import copy
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction

HERE = pathlib.Path(__file__).resolve().parent
POLICIES = HERE.parents[2] / "policies"
PACK = "northern-ireland"
EXAMPLE = POLICIES / PACK / "rounds" / "family-support-2012"


# ---- the round of a case

def step_into(at, key):
    """The member `key` of an object, or the item of a list that has this id (or place)."""
    if isinstance(at, dict):
        return at.setdefault(key, {})
    for item in at:
        if item.get("id") == key:
            return item
    return at[int(key)]


def put(document, path, value):
    """Sets the field at `path`: `applications/A1/title`; `declarations/+` appends; null takes the field away."""
    *way, last = path.split("/")
    at = document
    for key in way:
        at = step_into(at, key)
    if last == "+":
        at.append(value)
    elif value is None:
        at.pop(last, None)
    else:
        at[last] = value


def round_of(base, change):
    """The document that a case is about, and its appeals."""
    made = copy.deepcopy(base)
    for path, value in (change or {}).items():
        put(made, path, value)
    unjustified = {tuple(mark) for mark in made.pop("unjustified", [])}
    appeals = made.pop("appeals", None)
    made["scores"] = [
        {"member": member, "application": application, "measure": measure, "score": score,
         **({} if (member, application, measure) in unjustified else {"justification": "as written"})}
        for member, of_member in made.pop("sheets").items()
        for application, marks in of_member.items()
        for measure, score in marks.items()]
    return made, appeals


# ---- running Remit

class Remit:
    def __init__(self, binary):
        self.binary = binary

    def run(self, arguments, policies, stdin=None):
        environment = dict(os.environ, REMIT_POLICIES=str(policies), NO_COLOR="1")
        done = subprocess.run([self.binary, *arguments], input=stdin, env=environment, capture_output=True, timeout=120)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def decide(self, document, policies):
        return self.run(["decide", "-", "--format", "json"], policies, json.dumps(document).encode())

    def appeal(self, document, appeals, policies):
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            alone = {k: v for k, v in document.items() if k not in ("applications", "scores")}
            (folder / "round.json").write_text(json.dumps(alone))
            (folder / "applications.json").write_text(json.dumps(document["applications"]))
            rows = ["member,application,measure,score,justification"]
            rows += [",".join([s["member"], s["application"], s["measure"], str(s["score"]), s.get("justification", "")])
                     for s in document["scores"]]
            (folder / "scores.csv").write_text("\n".join(rows) + "\n")
            (folder / "appeals.json").write_text(json.dumps(appeals))
            return self.run(["appeal", str(folder), "--format", "json"], policies)


def changed_policies(changes, place):
    """A copy of the policies in which texts are replaced. A text that is not there is a mistake of the case."""
    copied = pathlib.Path(place) / "policies"
    for name in ("core", PACK):
        shutil.copytree(POLICIES / name, copied / name, ignore=shutil.ignore_patterns("rounds", "tests"))
    for change in changes:
        file = copied / PACK / change["file"]
        text = file.read_text()
        if text.count(change["find"]) < 1:
            raise AssertionError(f"{change['file']} has no text `{change['find']}` to change")
        file.write_text(text.replace(change["find"], change["put"], 1))
    return copied


def as_functions(place):
    """A copy of the policies in which the rules of as_functions.lua stand as functions."""
    copied = changed_policies([], place)
    file = copied / PACK / "eligibility.lua"
    text = file.read_text()
    written = re.findall(r'^criterion "([^"]+)" \{\n.*?^\}\n', (HERE / "as_functions.lua").read_text(), re.S | re.M)
    for rule in written:
        block = re.compile(r'^criterion "%s" \{\n.*?^\}\n' % re.escape(rule), re.S | re.M)
        function = block.search((HERE / "as_functions.lua").read_text()).group(0)
        text, replaced = block.subn(lambda _: function, text)
        if replaced != 1:
            raise AssertionError(f"eligibility.lua has {replaced} criteria `{rule}`")
    file.write_text(text)
    return copied, set(written)


# ---- what must come out

class Wrong(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise Wrong(message)


def same(field, wanted, had, about):
    expect(wanted == had, f"{about}: {field} is {had!r}, expected {wanted!r}")


def records_of(document):
    return {record["application"]: record for record in document["records"]}


def all_findings(document):
    """Every finding: of eligibility, beside it, and of the round; as (subject, finding)."""
    for record in document["records"]:
        for finding in (record["eligibility"] or {}).get("findings", []):
            yield record["application"], finding
        for finding in record.get("findings", []):
            yield record["application"], finding
    for finding in document.get("findings", []):
        yield finding.get("subject"), finding


def finding_of(document, subject, rule):
    found = [f for s, f in all_findings(document) if f["rule"] == rule and s == subject]
    expect(found, f"there is no finding of {rule} about {subject}")
    expect(len(found) == 1, f"there are {len(found)} findings of {rule} about {subject}")
    return found[0]


def check_finding(document, subject, wanted, words=True):
    had = finding_of(document, subject, wanted["rule"])
    about = f"{wanted['rule']} about {subject}"
    same("outcome", wanted["outcome"], had["outcome"], f"{about} ({had.get('message') or had.get('cause') or ''})")
    if not words:
        return
    for key in ("clause", "force", "effect"):
        if key in wanted:
            same(key, wanted[key], had.get(key), about)
    for key, field in (("message_has", "message"), ("reading_has", "reading")):
        if key in wanted:
            expect(wanted[key] in (had.get(field) or ""), f"{about}: {field} is {had.get(field)!r}, expected `{wanted[key]}` in it")
    if "names" in wanted:
        said = [had.get("message") or ""] + [s["needed"] for s in had.get("shortfalls", [])]
        expect(any(wanted["names"] in s for s in said), f"{about}: `{wanted['names']}` is not named in {said}")
    if wanted["outcome"] == "fail":
        expect(had.get("message"), f"{about}: it failed without a message")


def check_findings(document, wanted):
    for finding in wanted:
        check_finding(document, finding["application"], finding)


def check_round_findings(document, wanted):
    for finding in wanted:
        check_finding(document, finding["subject"], finding)


def for_each(of, take):
    """A check of {application: value}."""
    def check(document, wanted):
        records = records_of(document)
        for application, value in wanted.items():
            expect(application in records, f"there is no record of {application}")
            same(of, value, take(records[application]), application)
    return check


def check_conflicts(document, wanted):
    records = records_of(document)
    for conflict in wanted:
        keys = [k for k in conflict if k not in ("application", "message_has")]
        had = records[conflict["application"]]["conflicts"]
        match = [h for h in had if all(h.get(k) == conflict[k] for k in keys)]
        expect(match, f"{conflict['application']}: no conflict {({k: conflict[k] for k in keys})}; there are {had}")
        if "message_has" in conflict:
            expect(any(conflict["message_has"] in h["message"] for h in match), f"no message has `{conflict['message_has']}`: {match}")


def check_conflicts_none(document, wanted):
    for application in wanted:
        had = records_of(document)[application]["conflicts"]
        expect(not had, f"{application}: no conflict was expected, there are {had}")


def check_conflict_rules_absent(document, wanted):
    for record in document["records"]:
        for conflict in record["conflicts"]:
            expect(conflict["rule"] not in wanted, f"{record['application']}: {conflict['rule']} arose")


def counted(record):
    return {sheet["member"]: sheet["counted"] for sheet in (record["scores"] or {}).get("sheets", [])}


def check_set_aside(document, wanted):
    for application, member in wanted:
        had = counted(records_of(document)[application])
        expect(member in had, f"{application}: the sheet of {member} is not listed")
        expect(not had[member], f"{application}: the sheet of {member} counts")


def check_counts(document, wanted):
    for application, member in wanted:
        expect(counted(records_of(document)[application]).get(member), f"{application}: the sheet of {member} does not count")


def check_set_aside_none(document, wanted):
    for application in wanted:
        had = counted(records_of(document)[application])
        expect(all(had.values()), f"{application}: sheets are set aside: {had}")


def check_fitness(unfit):
    def check(document, wanted):
        for application in wanted:
            said = records_of(document)[application].get("panel", {}).get("unfit")
            expect(bool(said) == unfit, f"{application}: why the panel cannot decide is {said!r}")
    return check


def check_reason(document, wanted):
    for application, text in wanted.items():
        reasons = records_of(document)[application]["proposal"]["reasons"]
        expect(any(r.get("message") and text in r["message"] for r in reasons), f"{application}: no reason has `{text}`: {reasons}")


def check_pending(document, wanted):
    for application, text in wanted.items():
        pending = records_of(document)[application]["proposal"]["pending"]
        expect(any(text in json.dumps(p) for p in pending), f"{application}: nothing pending has `{text}`: {pending}")


def check_silences(wanted_there):
    def check(document, wanted):
        had = [s["id"] for s in document["silences"]]
        for name in wanted:
            if wanted_there:
                expect(name in had, f"`{name}` is not among the silences {had}")
            else:
                expect(name not in had, f"`{name}` is among the silences")
    return check


def check_parameters(document, wanted):
    had = {p["id"]: p for p in document["parameters"]}
    for name, value in wanted.items():
        expect(name in had, f"there is no parameter {name}")
        said = had[name].get("value")
        good = said is None if value is None else said is not None and value in str(said)
        expect(good, f"parameter {name} is {said!r}, expected {value!r}")


def check_parameter_clauses(document, wanted):
    had = {p["id"]: p.get("clause", "") for p in document["parameters"]}
    for name, text in wanted.items():
        expect(text in had.get(name, ""), f"parameter {name}: clause is {had.get(name)!r}, expected `{text}` in it")


CHECKS = {
    "findings": check_findings,
    "round_findings": check_round_findings,
    "eligibility": for_each("eligibility", lambda r: (r["eligibility"] or {}).get("outcome")),
    "decisions": for_each("decision", lambda r: r["proposal"]["decision"]),
    "amounts": for_each("amount", lambda r: r["proposal"]["amount"]),
    "elements": for_each("elements", lambda r: sorted(r["proposal"]["elements"])),
    "ranks": for_each("rank", lambda r: r["rank"]),
    "totals": for_each("total", lambda r: (r["scores"] or {}).get("exact")),
    "unjustified": for_each("unjustified", lambda r: (r["scores"] or {}).get("unjustified", 0)),
    "conflicts": check_conflicts,
    "conflicts_none": check_conflicts_none,
    "conflict_rules_absent": check_conflict_rules_absent,
    "set_aside": check_set_aside,
    "counts": check_counts,
    "set_aside_none": check_set_aside_none,
    "unfit": check_fitness(True),
    "fit": check_fitness(False),
    "reason_has": check_reason,
    "pending": check_pending,
    "silences": check_silences(True),
    "silences_none": check_silences(False),
    "parameters": check_parameters,
    "parameter_clauses": check_parameter_clauses,
    "pack_status": lambda document, wanted: same("status", wanted, document["pack"]["status"], "the pack"),
}


def appeals_of(document):
    """{application: outcome} of a remit.appeal/1 document."""
    return {answer["application"]: answer["outcome"] for answer in document["appeals"]}


def check_case(remit, base, case, policies):
    document, appeals = round_of(base, case.get("change"))
    wanted = case["expect"]
    if appeals is not None:
        code, out, err = remit.appeal(document, appeals, policies)
    else:
        code, out, err = remit.decide(document, policies)
    if "exit" in wanted:
        same("exit code", wanted["exit"], code, "remit")
        expect(wanted.get("text", "") in out + err, f"`{wanted['text']}` is not in what Remit says: {err.strip()}")
        return
    if appeals is not None:
        if "appeal_text" in wanted:
            expect(wanted["appeal_text"] in out + err, f"`{wanted['appeal_text']}` is not in: {(out + err).strip()}")
        if "appeals" in wanted:
            expect(code == 0, f"remit ended with {code}: {err.strip()}")
            had = appeals_of(json.loads(out))
            for application, outcome in wanted["appeals"].items():
                same("outcome of the appeal", outcome, had.get(application), application)
        return
    expect(code == 0, f"remit ended with {code}: {err.strip()}")
    decided = json.loads(out)
    for name, value in wanted.items():
        CHECKS[name](decided, value)


# ---- the example round

def check_example(remit, policies=POLICIES, words=True):
    wanted = json.loads((EXAMPLE / "expected.json").read_text())
    code, out, err = remit.run(["decide", str(EXAMPLE), "--format", "json"], policies)
    expect(code == 0, f"remit ended with {code}: {err.strip()}")
    document = json.loads(out)
    records = records_of(document)
    same("applications", sorted(wanted["applications"]), sorted(records), "the round")
    wrong = []
    for application, should in wanted["applications"].items():
        record = records[application]
        had = {"decision": record["proposal"]["decision"], "amount": record["proposal"]["amount"],
               "elements": sorted(record["proposal"]["elements"]), "rank": record["rank"], "stream": record["stream"],
               "eligibility": (record["eligibility"] or {}).get("outcome"), "total": (record["scores"] or {}).get("exact"),
               "failed": sorted({f["rule"] for f in (record["eligibility"] or {}).get("findings", [])
                                 if f["outcome"] in ("fail", "refer")} - {f["rule"] for f in document["findings"]})}
        for key, value in should.items():
            mine = had[key]
            if key == "total" and value is not None and mine is not None:
                value, mine = Fraction(value), Fraction(mine)
            if value != mine:
                wrong.append(f"{application}: {key} is {had[key]}, worked out by hand: {should[key]}")
        here = [c for c in record["conflicts"] if c.get("arises_in") in (None, "", application)]
        ties = {(c["member"], c["nature"]) for c in here}
        should_tie = {(t["member"], t["nature"]) for t in wanted["set_aside"].get(application, [])}
        if ties != should_tie:
            wrong.append(f"{application}: conflicts of {sorted(ties)}, worked out by hand: {sorted(should_tie)}")
    left = {s["id"]: s["left"] for s in document["streams"]}
    if left != wanted["left"]:
        wrong.append(f"left is {left}, worked out by hand: {wanted['left']}")
    for finding in wanted["findings"] if words else []:
        try:
            check_finding(document, finding["subject"], finding)
        except Wrong as why:
            wrong.append(str(why))
    expect(not wrong, "\n    ".join(wrong))


def check_example_appeals(remit):
    wanted = json.loads((EXAMPLE / "expected.json").read_text())["appeals"]
    code, out, err = remit.run(["appeal", str(EXAMPLE), "--format", "json"], POLICIES)
    expect(code == 0, f"remit ended with {code}: {err.strip()}")
    answers = {answer["application"]: answer for answer in json.loads(out)["appeals"]}
    for appeal in wanted:
        answer = answers[appeal["application"]]
        same("outcome of the appeal", appeal["outcome"], answer["outcome"], appeal["application"])
        if "second" in appeal:
            second = answer["second"]
            had = {"total": second["scores"]["exact"], "rank": second["rank"],
                   "decision": second["proposal"]["decision"], "amount": second["proposal"]["amount"]}
            same("second result", appeal["second"], had, appeal["application"])
            moved = {e["application"]: [e["second"]["decision"], e["second"]["amount"], e["second"]["rank"]]
                     for e in answer["elsewhere"]}
            same("what moves elsewhere", appeal["elsewhere"], moved, appeal["application"])
        else:
            same("second result", None, answer["second"], appeal["application"])


# ---- the pack against its sources

def pack_text():
    files = sorted((POLICIES / PACK).glob("*.lua")) + sorted((POLICIES / PACK / "parameters").glob("*.lua"))
    return {f.relative_to(POLICIES / PACK).as_posix(): f.read_text() for f in files}


def check_sources(cases):
    """Every row has a line in SOURCES.md; what it names stands in the pack with that row; its cases exist."""
    items = {}
    for name, text in pack_text().items():
        for kind, item, block in re.findall(r'^(\w+) "([^"]+)" \{(.*?)\}\n(?=\n|\Z|\w+ ")', text, re.S | re.M):
            row = re.search(r'\brow\s*=\s*(\{[^}]*\}|"[^"]*")', block)
            items[item] = set(re.findall(r"NI-\d+", row.group(1))) if row else set()
            if kind != "record" and kind != "pack":
                expect(items[item], f"{name}: {kind} \"{item}\" names no row")
    proved = {row for case in cases for row in case["rows"]}
    lines = re.findall(r"^\| (NI-\d+) \| (.*?) \| (.*?) \| (.*?) \|$", (POLICIES / PACK / "SOURCES.md").read_text(), re.M)
    seen = {}
    wrong = []
    for row, _, carried, status in lines:
        seen[row] = status
        for item in re.findall(r"`([^`]+)`", carried):
            if item not in items:
                wrong.append(f"{row}: SOURCES.md names `{item}`, which the pack does not have")
            elif row not in items[item]:
                wrong.append(f"{row}: `{item}` does not name this row")
        if status.startswith("proved") and row not in proved:
            wrong.append(f"{row}: no case proves it")
        if row in proved and not status.startswith("proved"):
            wrong.append(f"{row}: a case proves it and SOURCES.md says: {status}")
    for number in range(1, 126):
        if f"NI-{number:03}" not in seen:
            wrong.append(f"NI-{number:03} has no line in SOURCES.md")
    for item, rows in items.items():
        for row in rows - set(seen):
            wrong.append(f"`{item}` names {row}, which is no row")
    expect(not wrong, "\n    ".join(wrong))


def check_outcomes(_):
    """Six outcomes, not seven bullets and not the five of England."""
    found = re.findall(r'^outcome "([^"]+)"', "\n".join(pack_text().values()), re.M)
    same("number of outcomes", 6, len(found), "the pack")


def check_stages(_):
    found = re.findall(r'^definition "(stage-\d)" \{\s*title = "([^"]+)"', pack_text()["continuum.lua"], re.M)
    same("stages", [("stage-1", "Joint delivery"), ("stage-2", "Joint commissioning"), ("stage-3", "Aligning resources"),
                    ("stage-4", "Pooling resources")], found, "the continuum")


def check_numbers(_):
    """No number cites 4.5: the section states none (a reading of it says that it is one)."""
    for name, text in pack_text().items():
        for block in re.findall(r'^parameter "[^"]+" \{.*?^\}', text, re.S | re.M):
            value = re.search(r'(?:=|\{)\s*(?:pounds\()?\d+\)?,\s*clause = "([^"]+)"', block)
            plain = re.search(r'\bvalue\s*=\s*(?:pounds\(|\d)', block)
            cited = value.group(1) if value else re.search(r'clause = "([^"]+)"', block).group(1) if plain else ""
            expect(not cited.startswith("4.5"), f"{name}: a number cites {cited}")
        expect(not re.search(r'^measure "', text, re.M), f"{name}: a measure, where the document has none")


# ---- all of it

def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    options.add_argument("--only", default="", help="run the tests whose name holds this")
    chosen = options.parse_args()
    remit = Remit(chosen.binary)
    base = json.loads((HERE / "base_round.json").read_text())
    cases = []
    for file in sorted((HERE / "cases").glob("*.json")):
        for case in json.loads(file.read_text()):
            cases.append(dict(case, name=f"{file.stem}: {case['name']}"))
    passed, failed = 0, []

    def run(name, test):
        nonlocal passed
        if chosen.only not in name:
            return
        try:
            test()
            passed += 1
        except (Wrong, AssertionError, KeyError, IndexError, ValueError, TypeError, subprocess.TimeoutExpired) as why:
            said = str(why) if isinstance(why, (Wrong, AssertionError)) else f"{type(why).__name__}: {why}"
            failed.append(name)
            print(f"FAILED {name}\n    {said[:2000]}")

    with tempfile.TemporaryDirectory() as place:
        for number, case in enumerate(cases):
            def one(case=case, number=number):
                policies = POLICIES
                if "policy" in case:
                    policies = changed_policies(case["policy"], pathlib.Path(place) / str(number))
                check_case(remit, base, case, policies)
            run(f"{case['name']} ({' '.join(case['rows'])})", one)

        functions, written = as_functions(pathlib.Path(place) / "functions")
        for case in cases:
            both = [f for f in case["expect"].get("findings", []) if f["rule"] in written]
            if not both or "policy" in case:
                continue
            def as_function(case=case, both=both):
                code, out, err = remit.decide(round_of(base, case.get("change"))[0], functions)
                expect(code == 0, f"remit ended with {code}: {err.strip()}")
                document = json.loads(out)
                for finding in both:
                    check_finding(document, finding["application"], finding, words=False)
                if "decisions" in case["expect"]:
                    CHECKS["decisions"](document, case["expect"]["decisions"])
            run(f"as a function: {case['name']}", as_function)
        run("the example round with rules as functions", lambda: check_example(remit, functions, words=False))

    run("the example round as worked out by hand", lambda: check_example(remit))
    run("the appeals of the example round", lambda: check_example_appeals(remit))
    run("sources: every row of the list", lambda: check_sources(cases))
    run("sources: six outcomes", lambda: check_outcomes(cases))
    run("sources: four stages", lambda: check_stages(cases))
    run("sources: no number cites 4.5", lambda: check_numbers(cases))
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
