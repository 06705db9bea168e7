#!/usr/bin/env python3
"""remit new workbook: sheets, drop-down lists, checks and an example for every pack, and filled in it is a round. Usage: new_workbook.py --binary REMIT"""
import argparse
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from making import read_xlsx  # noqa: E402
from running import POLICIES, Checks, Remit  # noqa: E402


def imports_and_decides(remit, scratch, pack, checks):
    """The example has every sheet of the empty workbook, and is the pack's own round: imported, it gives the same records."""
    empty, filled = (list(read_xlsx(scratch / f"{pack}{end}.xlsx")[0]) for end in ("", "-example"))
    checks.equal(f"{pack}: the example has every sheet", filled, empty)
    made = remit("import", scratch / f"{pack}-example.xlsx", "--out", scratch / f"{pack}-round")
    if not checks.equal(f"{pack}: it is imported without a question", (made.returncode, made.err), (0, "")):
        return
    rounds = sorted((POLICIES / pack / "rounds").iterdir())
    own = next((r for r in rounds if (r / "applications.ndjson").exists()), rounds[0])
    command = "decide" if (own / "applications.ndjson").exists() else "assess"
    checks.contains(f"{pack}: what next", made.out, f"remit {command} {scratch / pack}-round")
    one, other = (remit(command, r, "--format", "ndjson") for r in (own, scratch / f"{pack}-round"))
    checks.equal(f"{pack}: the records are those of its round", (other.returncode, other.out == one.out, len(one.out) > 0), (0, True, True))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for pack in sorted(p.name for p in POLICIES.iterdir() if (p / "pack.lua").exists() and p.name != "core"):
            done = remit("new", "workbook", pack, "--out", scratch / f"{pack}.xlsx")
            if not checks.equal(f"{pack}: a workbook is written", (done.returncode, done.err), (0, "")):
                continue
            checks.contains(f"{pack}: what next", done.out, f"remit import {scratch / pack}.xlsx --out")
            if not (POLICIES / pack / "rounds").is_dir():
                checks.check(f"{pack}: without a round of its own it has no example", "example" not in done.out and not (scratch / f"{pack}-example.xlsx").exists(), done.out)
                continue
            checks.contains(f"{pack}: an example beside it", done.out, f"{scratch / pack}-example.xlsx is the same, filled in with an invented round")
            imports_and_decides(remit, scratch, pack, checks)
            sheets, _ = read_xlsx(scratch / f"{pack}.xlsx")
            checks.equal(f"{pack}: its guide comes first", list(sheets)[:2], ["How to fill this in", "Round"])
        sheets, raw = read_xlsx(scratch / "small-grants.xlsx")
        checks.contains("words drop down", raw["Organisations"], 'type="list"', "voluntary,community,statutory,private,in_house")
        checks.contains("streams, applicants and members drop down from their sheets", raw["Applications"] + raw["Scores"], "Streams!$A$2:$A$1001", "Organisations!$A$2:$A$1001", "Panel!$A$2:$A$1001")
        checks.contains("amounts and days are checked", raw["Applications"], 'type="decimal"', 'type="date"')
        guide = {(v[0], sheets["How to fill this in"].get("B" + k[1:], ("",))[0]): k[1:] for k, v in sheets["How to fill this in"].items() if k[0] == "A"}
        row = guide[("Applications", "Annual income")]
        checks.equal("what a field of the pack holds, with an example", [sheets["How to fill this in"][c + row][0] for c in "DEF"], ["what the group had last year", "an amount in pounds", "18000"])
        again = remit("new", "workbook", "small-grants", "--out", scratch / "small-grants.xlsx")
        checks.equal("what is there is kept", again.returncode, 2)
        remit("new", "workbook", "small-grants", "--out", scratch / "twice.xlsx")
        checks.check("the same bytes each time", (scratch / "twice.xlsx").read_bytes() == (scratch / "small-grants.xlsx").read_bytes())
        empty = remit("import", scratch / "small-grants.xlsx", "--out", scratch / "round")
        checks.equal("not filled in, it asks for the round", (empty.returncode, (scratch / "round").exists()), (2, False))
        checks.contains("by what is missing", empty.err, "fact of round `id`", "fact of round `as_of`")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
