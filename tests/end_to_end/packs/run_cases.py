#!/usr/bin/env python3
"""An area's pack, case by case.

policies/<area>/tests/*.json: a file that holds a list holds cases, another is a base, a whole small round in one document. A case:

  {"rows": ["LE-046"], "name": "two services", "base": "base.json", "change": {"needs/N1/services_involved": 2},
   "expect": {"classes": [{"type": "need", "id": "N1", "rule": "level-of-need", "code": "2a"}]}}

Further keys: "command" is `assess` (if left out), `decide`, `check` or `appeal`; "policy" changes texts of the pack before the run:
[{"file", "find", "put"}]; "arguments" are added to the command. A case whose expectations are all about the pack's files runs
nothing. A case of `expect` {"exit": 2, "text": [...]} is refused, and says so in these words.

What may be expected:

  findings        [{"type", "id", "rule", "outcome", "clause", "force", "effect", "message_has", "reading_has", "names", "reads"}]
                  ("type" and "id" may be left out where there is one; "names" looks in the shortfalls too)
  findings_none   [{"type", "id", "rule"}]
  classes         [{"type", "id", "rule", "code", "outcome", "clause", "message_has"}]
  codes           {"need/N1": {"level-of-need": "2a"}}, null where it is in no class
  not_met         {"need/N1": ["rule", ...]}: of the whole document, and no others
  conflicts       [{"type", "id", "rule", "member", "action", "message_has"}], conflicts_none alike
  records         {"need": 6}: how many were assessed
  silences, silences_none, parameters {"meeting_gap": 42}, pack_status
  decisions, eligibility, amounts, ranks, totals, ties {"A1": ["m1"]} (of decide); appeals {"A1": "admitted"} (of appeal)
  elements, unjustified, set_aside, set_aside_none, counts_sheets, unfit, fit, reason_has, pending, parameter_clauses   (of decide)
  exit, text, text_none                     (of any command)
  entries         [{"kind", "id", "clause", "row", "text_has", "list": "steps", "length": 7, "at": 1, "item": {...}, "place": 2, "of": 6,
                    and any other key as it stands}], no_provisions alike, counts {"outcome": 6}, absent ["id"]   (of the pack's files)

Each policies/<area>/tests/rounds/<name>.json is a list of such cases too, about the example round of that name (without "rows",
"base" and "change"); so is an expected.json in the round's own folder, though `remit assess` says that it reads no such file.
Where one of them says "every_rule", each rule of the pack holds and does not hold somewhere in the rounds of the pack, but those of
"every_rule_but" {"rule": "why no round can show it"}.

Besides: SOURCES.md, the pack and the cases hold together, and every rule has a case for each way it can go.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from expectations import OF_DOCUMENT as OF_ALL, OF_PACK, Wrong, expect, findings_of, records_of, same
from of_decide import OF_DECIDE
from pack_text import read_pack
from rounds_of_cases import cases_of, round_of
from sources import ROWS, check_rules_proved, check_sources, count_states, states_of

OF_DOCUMENT = {**OF_ALL, **OF_DECIDE}
POLICIES = pathlib.Path(__file__).resolve().parents[3] / "policies"


# ---- running Remit

class Remit:
    def __init__(self, binary):
        self.binary = str(pathlib.Path(binary).resolve())

    def run(self, arguments, policies):
        environment = {"PATH": "/usr/bin:/bin", "REMIT_POLICIES": str(policies), "NO_COLOR": "1"}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH"):
            if name in os.environ:
                environment[name] = os.environ[name]
        done = subprocess.run([self.binary, *arguments], env=environment, capture_output=True, timeout=120)
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


class Given:
    """What a case is compared with: the pack's items, and the document that Remit gave."""

    def __init__(self, items, document=None):
        self.items, self.document = items, document


def changed_policies(area, changes, place):
    """A copy of the policies in which texts are replaced. A text that is not there is a mistake of the case."""
    copied = pathlib.Path(place) / "policies"
    shutil.copytree(POLICIES, copied, ignore=shutil.ignore_patterns("rounds", "tests"))
    for change in changes:
        file = copied / area / change["file"]
        text = file.read_text()
        expect(change["find"] in text, f"{change['file']} has no text `{change['find']}` to change")
        file.write_text(text.replace(change["find"], change["put"], 1))
    return copied


def listed(value):
    return [value] if isinstance(value, str) else value


def check_case(remit, area, case, round_path, policies, items, seen):
    wanted = case["expect"]
    unknown = set(wanted) - set(OF_PACK) - set(OF_DOCUMENT) - {"exit", "text", "text_none"}
    expect(not unknown, f"nothing is known of the expectation {sorted(unknown)}")
    expect(wanted, "it expects nothing")
    given = Given(items)
    if set(wanted) - set(OF_PACK):
        command = case.get("command", "assess")
        where = str(policies / area) if command == "check" else str(round_path)
        plain = command == "check" or "--format" in case.get("arguments", [])
        code, out, err = remit.run([command, where, *([] if plain else ["--format", "json"]), *case.get("arguments", [])], policies)
        said = out + err
        same("exit code", wanted.get("exit", 0), code, f"remit {command} ({err.strip()[:1500]})")
        for text in listed(wanted.get("text", [])):
            expect(text in said, f"`{text}` is not in what Remit says: {said.strip()[:1500]}")
        for text in listed(wanted.get("text_none", [])):
            expect(text not in said, f"`{text}` is in what Remit says")
        if set(wanted) & set(OF_DOCUMENT):
            given.document = json.loads(out)
    for name, value in wanted.items():
        if name in OF_PACK:
            OF_PACK[name](given, value)
        elif name in OF_DOCUMENT:
            OF_DOCUMENT[name](given, value)
    note_seen(wanted, seen)
    return given


def note_seen(wanted, seen):
    """Which way each rule went in the cases, as they expect it."""
    for finding in wanted.get("findings", []):
        seen.setdefault(finding["rule"], set()).add(finding.get("outcome"))
    for one in wanted.get("classes", []):
        seen.setdefault(one["rule"], set()).add(one.get("code"))
    for conflict in wanted.get("conflicts", []):
        seen.setdefault(conflict["rule"], set()).add("arise")
    for conflict in wanted.get("conflicts_none", []):
        seen.setdefault(conflict.get("rule"), set()).add("not arise")


def note_shown(document, seen):
    """Which way each rule went in a round."""
    for _, _, finding in findings_of(document):
        seen.setdefault(finding["rule"], set()).add(finding["outcome"])
    for record in records_of(document).values():
        for one in record.get("classifications", []):
            seen.setdefault(one["rule"], set()).add(one.get("code"))
        for conflict in record.get("conflicts", []):
            seen.setdefault(conflict["rule"], set()).update(("arise", "not arise"))


def check_pack(remit, area):
    """`remit check` finds nothing wrong."""
    code, out, err = remit.run(["check", str(POLICIES / area)], POLICIES)
    expect(code == 0 and "nothing is wrong with it" in out + err, f"remit check ended with {code}: {(out + err).strip()[:2000]}")


def check_clauses(remit, folder):
    """`remit pack clauses` knows the same rows as SOURCES.md, and the same ones as open."""
    code, out, err = remit.run(["pack", "clauses", folder.name, "--format", "json"], POLICIES)
    expect(code == 0, f"remit pack clauses ended with {code}: {err.strip()}")
    rows = {row["id"]: row for row in json.loads(out)["rows"]}
    states = {row: state for row, _, _, state in states_of(folder)}
    wrong = [f"{row} is in SOURCES.md and no entry of the pack names it" for row, state in states.items() if row not in rows and not state.startswith("open")]
    wrong += [f"{row} is no row of SOURCES.md" for row in rows if row not in states]
    wrong += [f"{row}: SOURCES.md says `{states[row]}`, and remit pack clauses has {len(r['proved_by'])} cases" for row, r in rows.items()
              if row in states and bool(r["proved_by"]) != states[row].startswith("proved")]
    expect(not wrong, "\n    ".join(wrong))
    code, out, err = remit.run(["pack", "clauses", str(folder), "--format", "markdown"], POLICIES)
    expect(code == 0 and out == (folder / "SOURCES.md").read_text(), f"SOURCES.md is not what `remit pack clauses {folder.name} --format markdown` writes")


# ---- all of it

class Run:
    def __init__(self, only):
        self.only, self.passed, self.failed = only, 0, []

    def __call__(self, name, test):
        if self.only not in name:
            return
        try:
            test()
            self.passed += 1
        except (Wrong, KeyError, IndexError, ValueError, TypeError, AttributeError, OSError, subprocess.TimeoutExpired) as why:
            said = str(why) if isinstance(why, Wrong) else f"{type(why).__name__}: {why}"
            self.failed.append(name)
            print(f"FAILED {name}\n    {said[:4000]}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    options.add_argument("--area", required=True)
    options.add_argument("--only", default="", help="run the tests whose name holds this")
    chosen = options.parse_args()
    remit, area = Remit(chosen.binary), chosen.area
    folder = POLICIES / area
    items = read_pack(folder)
    cases, bases = cases_of(folder)
    run, seen = Run(chosen.only), {}

    with tempfile.TemporaryDirectory() as place:
        for number, case in enumerate(cases):
            def one(case=case, number=number):
                mine = pathlib.Path(place) / str(number)
                mine.mkdir()
                policies, own = POLICIES, items
                if "policy" in case:
                    policies = changed_policies(area, case["policy"], mine)
                    own = read_pack(policies / area)
                document = mine / "round.json"
                if bases or "base" in case:
                    document.write_text(json.dumps(round_of(bases[case.get("base", "base.json")], case.get("change"))))
                check_case(remit, area, case, document, policies, own, seen)
            run(f"{case['file']}: {case['name']} ({' '.join(case['rows'])})", one)

    shown, every_rule, but = {}, False, {}
    for file in sorted(folder.glob("tests/rounds/*.json")) + sorted(folder.glob("rounds/*/expected.json")):
        name = file.parent.name if file.name == "expected.json" else file.stem
        held = json.loads(file.read_text())
        if not isinstance(held, list):   # the round of a test of its own
            continue
        every_rule |= any(case.get("every_rule") for case in held)
        for case in held:
            but.update(case.get("every_rule_but", {}))

        def example(name=name, held=held):
            for case in held:
                given = check_case(remit, area, case, folder / "rounds" / name, POLICIES, items, {})
                if given.document and "records" in given.document:   # appeals have none
                    note_shown(given.document, shown)
        run(f"the example round {name} as worked out by hand", example)

    if every_rule and not chosen.only:
        run("the example rounds show every rule both ways", lambda: check_rules_proved([i for i in items if i.word != "criterion" and i.id not in but], shown))
    run("remit check", lambda: check_pack(remit, area))
    if area in ROWS:
        run("remit pack clauses", lambda: check_clauses(remit, folder))
        run("sources: every row of the list", lambda: check_sources(folder, items, cases))
    if not chosen.only:
        run("every rule has a case for each way it can go", lambda: check_rules_proved(items, seen))
    print(f"{run.passed} passed, {len(run.failed)} failed")
    if area in ROWS and (folder / "SOURCES.md").exists():
        print("rows: " + ", ".join(f"{n} {state}" for state, n in count_states(folder).items()))
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
