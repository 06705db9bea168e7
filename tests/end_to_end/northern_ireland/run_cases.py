#!/usr/bin/env python3
"""The example round of Northern Ireland against what was worked out by hand, and its rules said as functions.

The cases of the pack lie in policies/northern-ireland/tests and are run by tests/end_to_end/packs. Those whose rules stand in
as_functions.lua are asked once more here, with functions in the place of sentences: the answers must be the same. Besides: no
number of the pack cites section 4.5.
"""
import argparse
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
sys.path.insert(0, str(HERE.parent / "packs"))

from rounds_of_cases import cases_of, round_of
POLICIES = HERE.parents[2] / "policies"
PACK = "northern-ireland"
EXAMPLE = POLICIES / PACK / "rounds" / "family-support-2012"


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


def as_functions(place):
    """A copy of the policies in which the rules of as_functions.lua stand as functions."""
    copied = pathlib.Path(place) / "policies"
    for name in ("core", PACK):
        shutil.copytree(POLICIES / name, copied / name, ignore=shutil.ignore_patterns("rounds", "tests"))
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
    cases, bases = cases_of(POLICIES / PACK)
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
        functions, written = as_functions(place)
        for case in cases:
            both = [f for f in case["expect"].get("findings", []) if f["rule"] in written]
            if not both or "policy" in case:
                continue
            def as_function(case=case, both=both):
                code, out, err = remit.decide(round_of(bases["base.json"], case.get("change")), functions)
                expect(code == 0, f"remit ended with {code}: {err.strip()}")
                document = json.loads(out)
                for finding in both:
                    check_finding(document, finding["id"], finding, words=False)
                for application, decision in case["expect"].get("decisions", {}).items():
                    same("decision", decision, records_of(document)[application]["proposal"]["decision"], application)
            run(f"as a function: {case['file']}: {case['name']}", as_function)
        run("the example round with rules as functions", lambda: check_example(remit, functions, words=False))

    run("the example round as worked out by hand", lambda: check_example(remit))
    run("the appeals of the example round", lambda: check_example_appeals(remit))
    run("no number cites 4.5", lambda: check_numbers(cases))
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
