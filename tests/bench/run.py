#!/usr/bin/env python3
"""Runs the benchmark: what is measured and the hand-written baseline by turns, A B A B, over the same applications from a
regular file, and prints what is to be reached beside what was.

  run.py --remit REMIT --programs FOLDER [--applications 100000] [--pairs 9] [--only WORD]

FOLDER holds floor_brief, floor_full and decide_lines (target `benchmarks` builds and runs everything). A ratio is the median
of the ratios of the pairs. It is taken of processor time where one thread works, so that others on the machine disturb it
less, and of the time that passes for threads and for starting. Sandbox on, input read and records written whole.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SENTENCES, FUNCTIONS = (os.path.join(HERE, "packs", p) for p in ("funding-sentences", "funding-functions"))
DAY = "2026-03-31"


class Run:
    """One run of a program: seconds that passed, seconds of the processor, most memory in KB, and its own figures."""

    def __init__(self, command, stdin=None):
        with open(stdin or os.devnull, "rb") as given, open(os.devnull, "wb") as nowhere, tempfile.TemporaryFile() as said:
            begun = time.perf_counter()
            child = subprocess.Popen(command, stdin=given, stdout=nowhere, stderr=said)
            _, status, used = os.wait4(child.pid, 0)
            self.wall = time.perf_counter() - begun
            child.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            text = said.read().decode()
            if child.returncode != 0:
                sys.exit("%s\n%s" % (" ".join(command), text))
            self.processor = used.ru_utime + used.ru_stime
            self.peak_kb = used.ru_maxrss
            self.own = json.loads(text) if text.startswith("{") else {}


def first_line(command, stdin=None):
    """Seconds from the start of a process to its first result."""
    with open(stdin or os.devnull, "rb") as given:
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE)
        line = child.stdout.readline()
        took = time.perf_counter() - begun
        child.stdout.read()
        child.wait()
    if not line.strip() or child.returncode != 0:
        sys.exit("no result: " + " ".join(command))
    return took


def pack_fragment(remit, data):
    """The pack as records show it, for the baseline that writes full records."""
    with open(data, "rb") as f:
        line = f.readline()
    out = subprocess.run([remit, "decide", "-", "--pack", SENTENCES, "--as-of", DAY], input=line, stdout=subprocess.PIPE, check=True).stdout
    return json.dumps(json.loads(out)["pack"], ensure_ascii=False, separators=(",", ":"))


def with_other_rules(folder, count):
    """The pack in sentences, and `count` criteria of streams that no application stands in."""
    pack = os.path.join(folder, "funding-sentences")
    shutil.copytree(SENTENCES, pack)
    records = os.path.join(pack, "records.lua")
    with open(records) as f:
        text = f.read()
    with open(records, "w") as f:
        f.write(text.replace('key = "application_id",', 'key = "application_id", stream = "funding_stream",'))
    rule = 'criterion "other-%d" { title = "Rule %d of another stream", clause = "X%d", streams = { "stream-%d" }, passes_when = application.title:is_answered() }\n'
    for begin in range(0, count, 250):
        with open(os.path.join(pack, "zz_other_%04d.lua" % begin), "w") as f:
            f.writelines(rule % (i, i, i, i % 40) for i in range(begin, min(count, begin + 250)))
    return pack


class Table:
    def __init__(self):
        self.rows = []

    def add(self, what, most, got, note=""):
        self.rows.append((what, most, got))
        mark = "" if most is None else "reached" if got <= most else "NOT REACHED"
        print("%-62s %9s %9.2f  %-12s %s" % (what, "" if most is None else "%.2f" % most, got, mark, note), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--remit", required=True)
    parser.add_argument("--programs", required=True)
    parser.add_argument("--applications", type=int, default=100000)
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument("--only", default="")
    o = parser.parse_args()
    remit, floor, full, lines = o.remit, *(os.path.join(o.programs, p) for p in ("floor_brief", "floor_full", "decide_lines"))
    with tempfile.TemporaryDirectory() as folder:
        data, one = os.path.join(folder, "applications.ndjson"), os.path.join(folder, "one.ndjson")
        with open(data, "wb") as f:
            subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), str(o.applications)], stdout=f, check=True)
        with open(data, "rb") as f, open(one, "wb") as g:
            g.write(f.readline())
        fragment = pack_fragment(remit, one)

        def decide(pack, form, threads=1, file=data):
            return [remit, "decide", file, "--pack", pack, "--as-of", DAY, "--format", form, "--threads", str(threads)]

        def pairs(a, b, measure):
            """Medians of b / a, of a and of b."""
            a(), b()
            got = [(measure(a()), measure(b())) for _ in range(o.pairs)]
            return statistics.median(y / x for x, y in got), statistics.median(x for x, _ in got), statistics.median(y for _, y in got)

        def processor(run):
            return run.processor

        def wall(run):
            return run.wall

        def each(seconds):
            return "%.2f us each, %s a second" % (seconds / o.applications * 1e6, format(round(o.applications / seconds), ","))

        table = Table()

        def wanted(word):
            return o.only in word

        def by_floor():
            return Run([floor], data)

        print("%-62s %9s %9s" % ("%d applications, %d pairs" % (o.applications, o.pairs), "at most", "got"))
        if wanted("sentences"):
            r, f, x = pairs(by_floor, lambda: Run(decide(SENTENCES, "brief")), processor)
            table.add("sentences, brief: times the floor", 2.5, r, each(x) + "; the floor " + each(f))
        if wanted("functions"):
            r, _, x = pairs(by_floor, lambda: Run(decide(FUNCTIONS, "brief")), processor)
            table.add("a function for each rule, brief: times the floor", 5, r, each(x))
        if wanted("full"):
            def without_input():
                return Run([lines, SENTENCES, data, "record", "no-input"])
            r, _, x = pairs(by_floor, without_input, processor)
            table.add("full records in sentences: times the floor", 7, r, each(x))
            r, f, _ = pairs(lambda: Run([full, fragment], data), without_input, processor)
            table.add("full records in sentences: times a floor that writes them", 3, r, "that floor " + each(f))
            r, _, x = pairs(without_input, lambda: Run(decide(SENTENCES, "ndjson")), processor)
            table.add("the digest of each input on top: times full records without", None, r, each(x))
        if wanted("threads"):
            for form in ("brief", "ndjson"):
                r, _, x = pairs(lambda: Run(decide(SENTENCES, form)), lambda: Run(decide(SENTENCES, form, 2)), wall)
                table.add("two threads, %s: times one" % ("full records" if form == "ndjson" else form), 0.6, r, each(x))
        if wanted("cold"):
            times = max(41, o.pairs)
            for name, pack in (("sentences", SENTENCES), ("functions", FUNCTIONS)):
                got = [(first_line([floor], one), first_line(decide(pack, "brief", file=one))) for _ in range(times)]
                a, b = (statistics.median(x) for x in zip(*got))
                table.add("cold start to the first decision, %s: times the floor's" % name, 3, statistics.median(y / x for x, y in got), "%.1f ms, the floor %.1f ms" % (b * 1e3, a * 1e3))
        if wanted("sandbox"):
            r, _, _ = pairs(lambda: Run([lines, FUNCTIONS, data, "brief", "unguarded"]), lambda: Run([lines, FUNCTIONS, data, "brief"]), lambda run: run.own["decide_cpu"])
            table.add("functions with the sandbox: times without", 1.3, r)
        if wanted("rules"):
            many = with_other_rules(folder, 5000)
            r, _, _ = pairs(lambda: Run([lines, SENTENCES, data, "brief"]), lambda: Run([lines, many, data, "brief"]), lambda run: run.own["decide_cpu"])
            load = Run([lines, many, one, "brief"]).own["load"]
            table.add("5,000 rules of other streams, loading apart: times without", 1.02, r, "loading %.0f ms" % (load * 1e3))
        if wanted("memory"):
            small = os.path.join(folder, "tenth.ndjson")
            with open(data, "rb") as f, open(small, "wb") as g:
                for _ in range(o.applications // 10):
                    g.write(f.readline())
            tenth, whole = (Run(decide(SENTENCES, "ndjson", file=file)).peak_kb for file in (small, data))
            table.add("peak memory of a stream, MB: no more than of a tenth of it", tenth / 1024 * 1.1, whole / 1024)
            sizes = Run([lines, SENTENCES, one, "brief"]).own
            table.add("state of a ranked application, bytes, scores apart", 200, sizes["ranking_bytes"])
        sys.exit(1 if any(most is not None and got > most for _, most, got in table.rows) else 0)


if __name__ == "__main__":
    main()
