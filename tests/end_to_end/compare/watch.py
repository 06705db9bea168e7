#!/usr/bin/env python3
"""remit compare --watch: the effect of a change is there at each save of the pack or of the round. Usage: watch.py --binary REMIT"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, copy_of, replace_in  # noqa: E402

SMALL = POLICIES / "small-grants" / "rounds" / "spring-2026"


class Watching:
    def __init__(self, binary, *words):
        environment = {"PATH": "/usr/bin:/bin", "REMIT_POLICIES": str(POLICIES), **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}
        self.child = subprocess.Popen([binary, "compare", *map(str, words), "--watch"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
        self.end = threading.Timer(120, self.child.kill)   # what never answers fails, and does not hang
        self.end.start()

    def next(self):
        """What is said until it waits again."""
        said = []
        for line in self.child.stdout:
            said.append(line)
            if "waiting for the next save" in line:
                break
        return "".join(said)

    def close(self):
        self.end.cancel()
        self.child.kill()
        self.child.wait()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    binary, checks = options.parse_args().binary, Checks()
    with tempfile.TemporaryDirectory() as place:
        ours, round_ = copy_of(POLICIES / "small-grants", pathlib.Path(place) / "small-grants"), copy_of(SMALL, pathlib.Path(place) / "round")
        watching = Watching(binary, "small-grants", ours, round_)
        try:
            checks.contains("nothing yet", watching.next(), "0 decisions flipped of 12", "waiting for the next save")
            replace_in(ours / "parameters" / "money.lua", "pounds(100000)", "pounds(60000)")
            checks.contains("a save of the pack", watching.next(), "2 decisions flipped of 12", "because of small-group [minute 2.2]")
            replace_in(ours / "parameters" / "money.lua", "pounds(60000)", "pounds(60000")
            checks.contains("a mistake is told, and it waits", watching.next(), "money.lua", "waiting for the next save")
            replace_in(ours / "parameters" / "money.lua", "pounds(60000", "pounds(60000)")
            checks.contains("mended", watching.next(), "2 decisions flipped of 12")
            replace_in(round_ / "round.json", '"budget": 12000', '"budget": 9000')
            checks.contains("a save of the round", watching.next(), "of £9,000 before")
        finally:
            watching.close()
        # the text as it was when the command began, against itself as it is saved
        same = Watching(binary, ours, ours, round_)
        try:
            checks.contains("against itself", same.next(), "both are the same text")
            replace_in(ours / "parameters" / "money.lua", "pounds(60000)", "pounds(100000)")
            checks.contains("as it was when it began", same.next(), "decisions flipped of 12", "largest_income: £60,000 before, £100,000 now")
        finally:
            same.close()
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
