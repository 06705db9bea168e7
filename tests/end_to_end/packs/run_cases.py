#!/usr/bin/env python3
"""An area's pack against its document. `remit test` runs its cases (docs/testing-packs.md says how they are written); here stands what is
true of the cases and the pack together, and of no case alone: SOURCES.md, the pack and the cases agree, and every rule has a case for each
way it can go.

Where a case about an example round says "every_rule", each rule of the pack holds and does not hold somewhere in the rounds of the pack, but
those of "every_rule_but" {"rule": "why no round can show it"}.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys

from pack_text import read_pack
from sources import ROWS, Wrong, check_rules_proved, check_sources, count_states, expect, states_of

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


# ---- what the cases say

def lists_in(files):
    """[(file, case)] of the files that hold cases."""
    found = []
    for file in files:
        held = json.loads(file.read_text())
        if isinstance(held, list):
            found += [(file, case) for case in held]
    return found


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
    for record in document["records"]:
        for finding in (record.get("eligibility") or {}).get("findings", []) + record.get("findings", []):
            seen.setdefault(finding["rule"], set()).add(finding["outcome"])
        for one in record.get("classifications", []):
            seen.setdefault(one["rule"], set()).add(one.get("code"))
        for conflict in record.get("conflicts", []):
            seen.setdefault(conflict["rule"], set()).update(("arise", "not arise"))
    for finding in document.get("findings", []):
        seen.setdefault(finding["rule"], set()).add(finding["outcome"])


# ---- what must hold

def check_cases(remit, folder, number):
    """`remit test` runs every case that stands in the files, and each is as expected."""
    code, out, err = remit.run(["test", str(folder), "--format", "json"], POLICIES)
    expect(out, f"remit test ended with {code}: {err.strip()[:4000]}")
    told = json.loads(out)
    wrong = [f"{c['file']}:{c['line']}: {c['name']}: {json.dumps(c['differences'])[:1500]}" for c in told["cases"] if c["outcome"] != "passed"]
    expect(not wrong, "\n    ".join(wrong))
    expect(code == 0 and len(told["cases"]) == number, f"remit test ended with {code} after {len(told['cases'])} cases; the files hold {number}")


def check_example_rounds(remit, folder, of_rounds, items):
    """The example rounds show every rule both ways, where a case about one of them says so."""
    but, seen = {}, {}
    for file, case in of_rounds:
        but.update(case.get("every_rule_but", {}))
        if case.get("command") == "appeal":
            continue
        name = file.parent.name if file.name == "expected.json" else file.stem
        code, out, err = remit.run([case.get("command", "assess"), str(folder / "rounds" / name), "--format", "json"], POLICIES)
        expect(code == 0, f"the example round {name} ended with {code}: {err.strip()[:1500]}")
        note_shown(json.loads(out), seen)
    check_rules_proved([i for i in items if i.word != "criterion" and i.id not in but], seen)


def check_pack(remit, area):
    """`remit check` finds nothing wrong, and warns of nothing."""
    code, out, err = remit.run(["check", str(POLICIES / area)], POLICIES)
    expect(code == 0 and out.endswith("nothing is wrong with it\n") and not err, f"remit check ended with {code}: {(out + err).strip()[:2000]}")


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
        except (Wrong, KeyError, ValueError, OSError, subprocess.TimeoutExpired) as why:
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
    cases = [dict(case, file=file.stem) for file, case in lists_in(sorted((folder / "tests").glob("*.json")))]
    of_rounds = lists_in(sorted(folder.glob("tests/rounds/*.json")) + sorted(folder.glob("rounds/*/expected.json")))
    run, seen = Run(chosen.only), {}
    for case in cases:
        note_seen(case["expect"], seen)

    run("remit test", lambda: check_cases(remit, folder, len(cases) + len(of_rounds)))
    if any(case.get("every_rule") for _, case in of_rounds):
        run("the example rounds show every rule both ways", lambda: check_example_rounds(remit, folder, of_rounds, items))
    run("remit check", lambda: check_pack(remit, area))
    if area in ROWS:
        run("remit pack clauses", lambda: check_clauses(remit, folder))
        run("sources: every row of the list", lambda: check_sources(folder, items, cases))
    run("every rule has a case for each way it can go", lambda: check_rules_proved(items, seen))
    print(f"{run.passed} passed, {len(run.failed)} failed")
    if area in ROWS and (folder / "SOURCES.md").exists():
        print("rows: " + ", ".join(f"{n} {state}" for state, n in count_states(folder).items()))
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
