#!/usr/bin/env python3
"""The pages that people are given, in Chromium: the report of small rounds and of one that is folded, whole and redacted, letters, panel papers.
Usage: run.py --binary REMIT --modules NODE_MODULES [--shots FOLDER]"""
import argparse
import json
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


def shared(remit, scratch):
    """What a release changes, and a region's page with something of everything to look at."""
    pack = copy_of(POLICIES / "small-grants", scratch / "next" / "small-grants")
    replace_in(pack / "parameters" / "money.lua", "pounds(100000)", "pounds(60000)")
    (pack / "more.lua").write_text('criterion "enough" { title = "Asks for enough", clause = "minute 9", force = must, effect = blocks, passes_when = application.amount_requested:at_least(pounds(10)) }\n')
    (scratch / "pack-diff.html").write_text(remit("pack", "diff", "small-grants", pack, "--format", "html").out)
    region = scratch / "region"
    region.mkdir()
    listed = json.loads(remit("pack", "list", "--format", "json", "--own", "northern-ireland", "--own", "leicestershire", "--as-of", "2026-11-22", REMIT_STORE=scratch / "store").out)
    good = {"by": "A. Byrne, secretary", "despite_expiry": False, "despite_release": False, "digest": "", "expires": "2027-03-31", "id": "river-towns", "kind": "install", "on": "2026-11-22", "overrides": [],
            "publisher": "north-region", "release": 2, "version": "1.1.0", "why": "minute 4.2"}
    bad = good | {"release": 1, "version": "1.0.0", "publisher": "", "expires": "2026-11-01", "despite_expiry": True, "kind": "rollback", "why": "the next one is late", "fault": "it is not the pack that was adopted"}
    (region / "ashby.json").write_text(json.dumps(listed | {"packs": [good]}))
    (region / "cedar-hill-and-the-islands.json").write_text(json.dumps(listed | {"packs": [bad, good | {"release": 1}]}))
    (scratch / "pack-status.html").write_text(remit("pack", "status", region, "--format", "html", "--as-of", "2026-11-22").out)
    yield from (scratch / "pack-diff.html", scratch / "pack-status.html")


def pages(remit, scratch):
    yield from compared(remit, scratch)
    yield from shared(remit, scratch)
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
