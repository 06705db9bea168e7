#!/usr/bin/env python3
"""Several tables on one sheet, below each other and side by side, each read as what it is. Usage: several_tables.py --binary REMIT"""
import argparse
import datetime
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from making import Sheet, write_ods, write_xlsx  # noqa: E402
from running import Checks, Remit  # noqa: E402

DAY = datetime.date
BIDS = [["Ref", "Organisation", "Sector", "Project", "Amount sought", "Date received", "Stream"],
        ["B1", "Kettle Club", "Charity", "Warm rooms", 2400, DAY(2026, 2, 9), "Grants"],
        ["B2", "Mill Lane Play", "Charity", "Summer play", "£1,850", "10 Feb 2026", "Grants"],
        ["Total", None, None, None, 4250, None, None]]
PANEL = [["Initials", "Panel member", "Employer"], ["AO", "Ada Okafor", "Borough council"], ["BC", "Bryn Castell", "Health board"]]
STREAMS = [["Stream title", "Budget", "Opening date", "Closing date"], ["Grants", "£12k", "2/2/2026", DAY(2026, 2, 27)]]
MARKS = [["Ref", "Assessor", "Criterion", "Mark", "Comments"]] + [[b, m, c, 3, f"{c} is shown"] for b in ("B1", "B2") for m in ("AO", "BC") for c in ("need", "part", "plan", "value")]
FACTS = "about,of,what,means\nfact,round,id,r\nfact,round,partnership,small-grants\nfact,round,title,R\nfact,round,as_of,16 March 2026\nfact,round,panel.id,p\n"


def beside(*tables):
    """Tables side by side, an empty column between them."""
    out = []
    for i in range(max(map(len, tables))):
        row = []
        for t in tables:
            row += (t[i] if i < len(t) else []) + [None] * (len(t[0]) - (len(t[i]) if i < len(t) else 0)) + [None]
        out.append(row)
    return out


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    below = [["Spring round, everything on one page"], [], *BIDS, [], ["Panel"], *PANEL, [], [], ["Money"], *STREAMS, [], *MARKS]
    ways = {"below each other": [Sheet("Spring", below)],
            "side by side": [Sheet("Spring", beside(BIDS, PANEL, STREAMS)), Sheet("Marks", MARKS)],
            "a gap inside a table": [Sheet("Bids", [*BIDS[:2], [], *BIDS[2:]]), Sheet("Panel", PANEL), Sheet("Streams", STREAMS), Sheet("Marks", MARKS)],
            "an empty column inside a table": [Sheet("Bids", [row[:3] + [None] + row[3:] for row in BIDS]), Sheet("Panel", PANEL), Sheet("Streams", STREAMS), Sheet("Marks", MARKS)]}
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "map.csv").write_text(FACTS)
        first = None
        for n, (way, sheets) in enumerate(ways.items()):
            for write, ending in ((write_xlsx, "xlsx"), (write_ods, "ods")):
                out = scratch / f"{n}-{ending}"
                done = remit("import", write(scratch / f"{n}.{ending}", sheets), "--out", out, "--map", scratch / "map.csv")
                if not checks.equal(f"{way}, {ending}: imported", done.returncode, 0):
                    print(done.err)
                    continue
                checks.contains(f"{way}, {ending}", done.out, "2 applications, 1 stream, 2 members of the panel, 16 marks")
                files = {p.name: p.read_text() for p in sorted(out.iterdir())}
                first = first or files
                checks.equal(f"{way}, {ending}: the same round", files, first)
        made = json.loads(first["round.json"])
        checks.equal("nothing is mixed up", ([m["id"] for m in made["panel"]["members"]], [s["title"] for s in made["streams"]], len(first["applications.ndjson"].splitlines())), (["AO", "BC"], ["Grants"], 2))
        wrong = [row[:] for row in below]
        wrong[-1] = ["B2", "BC", "value", "three", None]
        done = remit("import", write_xlsx(scratch / "wrong.xlsx", [Sheet("Spring", wrong)]), "--out", scratch / "wrong", "--map", scratch / "map.csv")
        checks.contains("a cell of the last of them is named by its own place", done.err, f"D{len(wrong)}", "`three`")
        checks.check("and nothing is written", not (scratch / "wrong").exists())
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
