#!/usr/bin/env python3
"""Equal facts have equal bytes: whatever the number of threads, the order in the files, the form of the input, the language
and the time zone of the machine, and the place where the pack stands. Usage: run.py --binary REMIT"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import EXAMPLE, POLICIES, Checks, Remit, csv_of, flat, in_other_order, read_round, write_round  # noqa: E402

FORMS = ("ndjson", "json", "csv", "html", "text")
LOCALES = {"de_DE": "de_DE.UTF-8", "tr_TR": "tr_TR.UTF-8"}
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns")


def locales(folder):
    """C, and the others as far as this machine has them or can make them: commas in numbers, a dotless i."""
    have = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower().replace("-", "").split()
    yield "C", {}
    for source, name in LOCALES.items():
        if name.lower().replace("-", "") in have:
            yield name, {}
        elif shutil.which("localedef"):
            made = subprocess.run(["localedef", "-i", source, "-f", "UTF-8", str(folder / name)], capture_output=True)
            if (folder / name).is_dir():
                yield name, {"LOCPATH": folder}
            else:
                print(f"{name}: not on this machine ({made.stderr.decode().strip()[:80]})")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    document = read_round()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)

        def decided(what, *words, form="ndjson", **more):
            done = remit("decide", *words, "--format", form, **more)
            checks.check(f"{what}: decided", done.returncode == 0, done.err[-2000:])
            return done.stdout

        wanted = {form: decided(form, EXAMPLE, "--threads", 1, form=form) for form in FORMS}
        checks.check("the example round has records", wanted["ndjson"].count(b"\n") >= 30)

        for threads in (2, 7):
            for form in FORMS:
                same = decided(f"{threads} threads", EXAMPLE, "--threads", threads, form=form) == wanted[form]
                checks.check(f"{form} with {threads} threads as with one", same)

        for seed in range(6):
            folder = write_round(in_other_order(document, seed), scratch / "round")
            for form in FORMS if seed == 0 else ("ndjson", "json"):
                same = decided(f"order {seed}", folder, "--threads", 1 + seed, form=form) == wanted[form]
                checks.check(f"{form} with rows, streams, members and keys in another order ({seed})", same)

        other = in_other_order(document, 0)   # the comparison itself can fail: one mark is another
        other["scores"][0]["score"] = "1" if other["scores"][0]["score"] != "1" else "2"
        other = decided("another mark", write_round(other, scratch / "round"))
        checks.check("another mark gives other bytes", other != wanted["ndjson"])

        single = json.dumps(in_other_order(document, 7), ensure_ascii=False).encode()
        checks.check("one document on standard input", decided("standard input", "-", given=single) == wanted["ndjson"])
        (scratch / "round.json").write_bytes(single)
        checks.check("one document in a file", decided("one file", scratch / "round.json") == wanted["ndjson"])

        folder = write_round(document, scratch / "csv")
        (folder / "applications.ndjson").unlink()
        (folder / "applications.csv").write_text(csv_of([flat(a) for a in document["applications"]]))
        checks.check("applications.csv as applications.ndjson", decided("CSV", folder) == wanted["ndjson"])
        folder = write_round(document, scratch / "array")
        (folder / "applications.ndjson").unlink()
        (folder / "applications.json").write_text(json.dumps(document["applications"]))
        checks.check("applications.json as applications.ndjson", decided("JSON", folder) == wanted["ndjson"])

        def answered(what, *words, **more):
            done = remit("appeal", *words, "--format", "ndjson", **more)
            checks.check(f"{what}: appeals answered", done.returncode == 0 and done.stdout, done.err[-2000:])
            return done.stdout

        appeals = answered("appeals", EXAMPLE)
        checks.check("the example round has an appeal", appeals.count(b"\n") >= 1)
        for seed in range(3):
            folder = write_round(in_other_order(document, seed), scratch / "round")
            checks.check(f"appeals in another order ({seed})", answered("order", folder) == appeals)
        checks.check("appeals on standard input", answered("standard input", "-", given=single) == appeals)
        checks.check("appeals elsewhere in the world", answered("zone", EXAMPLE, TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8") == appeals)

        tried = 0
        for name, more in locales(scratch):
            for form in ("ndjson", "html"):
                done = decided(name, EXAMPLE, form=form, LC_ALL=name, LANG=name, **more)
                tried += checks.check(f"{form} with LC_ALL={name}", done == wanted[form])
            done = decided(name, EXAMPLE, LANG=name, **more)
            checks.check(f"with LANG={name}", done == wanted["ndjson"])
        print(f"{tried // 2} languages tried")
        for zone in ZONES:
            for form in ("ndjson", "html"):
                checks.check(f"{form} with TZ={zone}", decided(zone, EXAMPLE, form=form, TZ=zone) == wanted[form])

        # the same pack written to another place, its files created in another order
        away = scratch / "elsewhere"
        for path in sorted((p for p in POLICIES.rglob("*.lua")), reverse=True):
            to = away / path.relative_to(POLICIES)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)
        for form in FORMS:
            done = decided("elsewhere", EXAMPLE, form=form, REMIT_POLICIES=away)
            checks.check(f"{form} with the pack in another place", done == wanted[form])
        checks.check("from another working folder", decided("cwd", EXAMPLE, cwd=scratch) == wanted["ndjson"])
    return checks.finish()


sys.exit(main())
