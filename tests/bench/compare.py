#!/usr/bin/env python3
"""How long `remit compare` takes, beside two runs of `remit decide --format brief` over the same round, by turns: A B A B.

  compare.py --remit REMIT [--applications 300,100000] [--pairs 5]

The round is invented: four streams, five members who mark four measures, Northern Ireland's pack against itself with another reading of
"one application". A ratio is the median of the ratios of the pairs, of time that passes. `watch` is what --watch says that a save took.
"""
import argparse
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

POLICIES = pathlib.Path(__file__).resolve().parents[2] / "policies"
PACK = "northern-ireland"


def write_round(folder, applications):
    chance = random.Random(applications)
    folder.mkdir(parents=True)
    measures = [{"id": m, "title": m.title(), "weight": w, "scale": [0, 5]} for m, w in (("need", 30), ("difference", 30), ("delivery", 25), ("value", 15))]
    streams = [{"id": f"s{n}", "title": f"Stream {n}", "budget": applications * 4000, "opens": "2012-01-16", "closes": "2012-02-24", "measures": measures, "minimum_total": 50, "tie_break": ["need"],
                "outcomes": ["being-healthy"], "specification": {"objectives": ["Support parents"]}} for n in range(4)]
    members = [{"id": f"m{n}", "agency": f"Agency {n % 3}"} for n in range(5)]
    bodies = max(1, applications * 9 // 10)
    with open(folder / "organisations.csv", "w") as file:
        file.write("id,name,type\n")
        file.writelines(f"local:o{n},Body {n},{('voluntary', 'community')[n % 2]}\n" for n in range(bodies))
    with open(folder / "applications.ndjson", "w") as file:
        for n in range(applications):
            file.write(json.dumps({"id": f"A{n:06d}", "stream": f"s{n % 4}", "applicant": f"local:o{n % bodies}", "title": f"Work {n}", "submitted_at": f"2012-02-{1 + n % 20:02d}T{n % 24:02d}:{n // 24 % 60:02d}",
                                   "amount_requested": str(chance.randint(5000, 60000)), "use_of_funding": "work with families", "objectives": ["Support parents"], "outcomes": ["being-healthy"],
                                   "complements": "others", "fits_provision": "yes", "added_value": "more of it", "different_from_core": "it is new", "participation": "they plan it"}) + "\n")
    with open(folder / "scores.csv", "w") as file:
        file.write("member,application,measure,score,justification\n")
        for n in range(applications):
            file.writelines(f"m{m},A{n:06d},{measure['id']},{chance.randint(1, 5)},seen\n" for m in range(5) for measure in measures)
    (folder / "round.json").write_text(json.dumps({"id": f"r{applications}", "partnership": PACK, "title": "Invented", "as_of": "2012-03-12", "currency": "GBP", "streams": streams, "panel": {"id": "p", "members": members}}))


def seconds(*command):
    begun = time.perf_counter()
    done = subprocess.run(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    took = time.perf_counter() - begun
    if done.returncode != 0:
        sys.exit(f"{command}\n{done.stderr.decode()}")
    return took


def watched(remit, changed, round_, saves):
    """Milliseconds of each save, as --watch says them."""
    child = subprocess.Popen([remit, "compare", PACK, str(changed), str(round_), "--watch"], stdout=subprocess.PIPE, text=True)
    took = []
    try:
        while len(took) <= saves:
            line = child.stdout.readline()
            if not line:
                sys.exit("--watch ended")
            if said := re.search(r"after (\d+) ms; waiting", line):
                took.append(int(said[1]))
                file = changed / "parameters" / "applications.lua"
                file.write_text(file.read_text() + "\n")
    finally:
        child.kill()
    return took[1:]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--remit", required=True)
    parser.add_argument("--applications", default="300,100000")
    parser.add_argument("--pairs", type=int, default=5)
    o = parser.parse_args()
    remit = os.path.abspath(o.remit)
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        changed = place / "changed" / PACK
        shutil.copytree(POLICIES / PACK, changed)
        file = changed / "parameters" / "applications.lua"
        file.write_text(file.read_text().replace('{ "earliest", clause', '{ "latest", clause', 1))
        print("%-14s %10s %12s %10s   %s" % ("applications", "compare ms", "two decides", "ratio", "watch, ms a save"))
        for applications in map(int, o.applications.split(",")):
            round_ = place / f"r{applications}"
            write_round(round_, applications)

            def two():
                return sum(seconds(remit, "decide", round_, "--what-if", "--pack", pack, "--format", "brief") for pack in (PACK, changed))

            def one():
                return seconds(remit, "compare", PACK, changed, round_, "--format", "json")

            two(), one()
            pairs = [(two(), one()) for _ in range(o.pairs)]
            saves = watched(remit, changed, round_, o.pairs)
            print("%-14d %10.0f %12.0f %10.2f   %s" % (applications, statistics.median(b for _, b in pairs) * 1e3, statistics.median(a for a, _ in pairs) * 1e3, statistics.median(b / a for a, b in pairs), statistics.median(saves)), flush=True)


if __name__ == "__main__":
    main()
