"""What the Python tests of the command share: running remit, rounds as plain dictionaries, and counting what held."""
import csv
import io
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
POLICIES = SOURCE / "policies"
EXAMPLE = POLICIES / "northern-ireland" / "rounds" / "family-support-2012"


class Checks:
    """Counts checks; says at once what failed. `finish` gives the exit code."""

    def __init__(self):
        self.passed, self.failed = 0, 0

    def check(self, what, held, detail=""):
        if held:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {what}")
            if detail:
                print("    " + str(detail).replace("\n", "\n    "))
        return held

    def equal(self, what, got, wanted):
        return self.check(what, got == wanted, f"got    {got!r:.600}\nwanted {wanted!r:.600}")

    def contains(self, what, text, *parts):
        missing = [p for p in parts if p not in text]
        return self.check(what, not missing, f"not said: {missing}\nin: {text[:1200]}")

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0


class Remit:
    """The program, run with a plain environment so that nothing of the machine decides."""

    def __init__(self, binary):
        self.binary = str(pathlib.Path(binary).resolve())

    def __call__(self, *words, given=None, cwd=None, **environment):
        made = {"PATH": "/usr/bin:/bin", "REMIT_POLICIES": str(POLICIES)}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH"):
            if name in os.environ:
                made[name] = os.environ[name]
        made.update({k: str(v) for k, v in environment.items()})
        done = subprocess.run([self.binary, *map(str, words)], input=given, capture_output=True, cwd=cwd, env=made)
        done.out, done.err = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        return done


# ---- a round as dictionaries

def read_round(folder=EXAMPLE):
    """One document with everything that the folder holds: the shape of the single JSON form."""
    folder = pathlib.Path(folder)
    made = json.loads((folder / "round.json").read_text())
    made["applications"] = [json.loads(line) for line in (folder / "applications.ndjson").read_text().splitlines() if line.strip()]
    with open(folder / "scores.csv", newline="") as file:
        made["scores"] = list(csv.DictReader(file))
    if (folder / "appeals.json").exists():
        made["appeals"] = json.loads((folder / "appeals.json").read_text())
    return made


def shuffled(value, chance):
    """The same facts with the keys of every object in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {k: shuffled(value[k], chance) for k in keys}
    if isinstance(value, list):
        return [shuffled(item, chance) for item in value]
    return value


def in_other_order(document, seed):
    """The same round with its tables and keys in another order. Lists inside a record keep theirs: it means something."""
    chance = random.Random(seed)
    made = shuffled(document, chance)
    for table in ("applications", "scores", "streams", "organisations", "declarations", "appeals"):
        chance.shuffle(made.get(table, []))
    chance.shuffle(made["panel"]["members"])
    return made


def write_round(document, folder):
    """A folder of files, as officers keep it. What else was in the folder goes."""
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    head = {k: v for k, v in document.items() if k not in ("applications", "scores", "appeals")}
    (folder / "round.json").write_text(json.dumps(head, ensure_ascii=False, indent=1))
    (folder / "applications.ndjson").write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in document["applications"]))
    (folder / "scores.csv").write_text(csv_of(document["scores"]))
    if "appeals" in document:
        (folder / "appeals.json").write_text(json.dumps(document["appeals"], ensure_ascii=False))
    return folder


def little_round(folder, partnership, amount="400.00", **answers):
    """One application, two members of two agencies."""
    application = {"id": "A1", "stream": "s", "applicant": "local:club", "title": "Club", "submitted_at": "2026-01-10", "amount_requested": amount,
                   "use_of_funding": "rent", "added_value": "new", **answers}
    head = {"id": "r", "partnership": partnership, "title": "R", "as_of": "2026-02-01", "currency": "GBP",
            "streams": [{"id": "s", "title": "S", "budget": "1000.00", "opens": "2026-01-01", "closes": "2026-01-31", "measures": [{"id": "need", "title": "Need", "weight": 1, "scale": [0, 5]}]}],
            "organisations": [{"id": "local:club", "name": "Club", "type": "voluntary"}],
            "panel": {"id": "p", "members": [{"id": "m1", "agency": "Health", "organisation": "local:club"}, {"id": "m2", "agency": "Council"}]}}
    scores = [{"member": m, "application": "A1", "measure": "need", "score": 4, "justification": "seen"} for m in ("m1", "m2")]
    return write_round({**head, "applications": [application], "scores": scores}, folder)


def csv_of(rows):
    headings = list(rows[0])
    for row in rows[1:]:
        headings += [h for h in row if h not in headings]
    out = io.StringIO()
    writer = csv.DictWriter(out, headings, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def flat(value, name=""):
    """A record as cells with dotted headings: `elements[1].cost`, `objectives[2]`."""
    if isinstance(value, dict):
        return {k: v for key, inner in value.items() for k, v in flat(inner, f"{name}.{key}" if name else key).items()}
    if isinstance(value, list):
        return {k: v for i, inner in enumerate(value, 1) for k, v in flat(inner, f"{name}[{i}]").items()}
    if isinstance(value, bool):
        return {name: "yes" if value else "no"}
    return {name: "" if value is None else str(value)}


def copy_of(path, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(path, to)
    return pathlib.Path(to)


def replace_in(path, old, new):
    """Changes a text that must be there."""
    path = pathlib.Path(path)
    text = path.read_text()
    if old not in text:
        sys.exit(f"{path} no longer holds {old!r}")
    path.write_text(text.replace(old, new, 1))
