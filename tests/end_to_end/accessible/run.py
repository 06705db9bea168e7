#!/usr/bin/env python3
"""The pages that people are given, in Chromium: the report of small rounds and of one that is folded, whole and redacted, letters, panel papers.
Usage: run.py --binary REMIT --modules NODE_MODULES [--shots FOLDER]"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "report"))
from running import EXAMPLE, POLICIES, Remit, copy_of, replace_in  # noqa: E402
from sizes import of_five, of_many  # noqa: E402

SMALL = POLICIES / "small-grants" / "rounds" / "spring-2026"


def compared(remit, scratch):
    """What a change does to a round, with a list of what was meant that does not hold; and how firm the result is."""
    pack = copy_of(POLICIES / "small-grants", scratch / "other" / "small-grants")
    replace_in(pack / "parameters" / "money.lua", "pounds(100000)", "pounds(60000)")
    meant = scratch / "meant.csv"
    meant.write_text("round,application,what,before,after,why\n*,*,rank,*,*,all move up\n*,SG-01,decision,*,*,never\n")
    (scratch / "compared.html").write_text(remit("compare", "small-grants", pack, SMALL, "--expect", meant, "--format", "html").out)
    (scratch / "firm.html").write_text(remit("compare", "--weights", "small-grants", SMALL, "--format", "html").out)
    return [scratch / "compared.html", scratch / "firm.html"]


def pages(remit, scratch):
    yield from compared(remit, scratch)
    reports = {"report-small": (SMALL,), "report-of-five": (of_five(scratch / "five"),), "report-of-many": (of_many(scratch / "many", 70),), "report-public": (SMALL, "--redact", "public")}
    for name, words in reports.items():
        (scratch / f"{name}.html").write_text(remit("decide", *words, "--format", "html").out)
        yield scratch / f"{name}.html"
    remit("letters", EXAMPLE, "--out", scratch / "letters")
    yield from (scratch / "letters" / f"{id_}.html" for id_ in ("FS-01", "FS-04", "FS-05", "FS-08", "FS-13", "FS-18"))
    remit("papers", EXAMPLE, "--out", scratch / "papers")
    yield from (scratch / "papers" / f"{name}.html" for name in ("agenda", "applications", "minutes"))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    options.add_argument("--modules", required=True)
    options.add_argument("--shots")
    given = options.parse_args()
    browser, node = shutil.which("chromium"), shutil.which("node")
    if not browser or not node or not (pathlib.Path(given.modules) / "axe-core").is_dir():
        print("skipped: this needs chromium, node and what ./check installs into the build folder")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        made = list(pages(Remit(given.binary), pathlib.Path(scratch)))
        words = ["--shots", given.shots] if given.shots else []
        return subprocess.run([node, pathlib.Path(__file__).with_name("look.cjs"), pathlib.Path(given.modules).resolve(), browser, *words, *made]).returncode


if __name__ == "__main__":
    sys.exit(main())
