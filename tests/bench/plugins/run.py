#!/usr/bin/env python3
"""What one criterion costs by what stands behind it: a sentence, a function, a plug-in in the host's process, a plug-in in a worker.

  run.py --remit REMIT --tool REMIT_PLUGIN --library BENCH_LIMIT_SO [--applications 100000] [--criteria 10] [--turns 7]

Each is the same question, at most 60,000 pounds, asked of the same round. The round is decided without it and with so many
criteria of each sort, by turns, A B C D E A B C D E. What a sort adds in a turn over the run without it, for one criterion and one
application, is its figure; printed are the medians over the turns, and their ratios. Both the time that passed and the processor's
are taken, the latter with that of the workers.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SORTS = {
    "none": "",
    "sentence": "passes_when = application.amount_requested:at_most(pounds(60000))",
    "function": "test = function (application) if application.amount_requested <= pounds(60000) then return pass end return fail end",
    "in process": 'plugin = "bench-limit/limit"',
    "isolated": 'plugin = "bench-limit/limit"',
}
PACK = 'pack "bench" { title = "Benchmark", version = "1.0.0", document = "none", status = "adopted" }\n'
CRITERION = 'criterion "limit-%d" { title = "At most 60,000 pounds", clause = "L%d", force = must, effect = blocks, %s }\n'


def write_pack(folder, rule, criteria):
    folder.mkdir(parents=True)
    text = PACK
    if "plugin" in rule:
        text += 'plugin "bench-limit" { version = "1.0.0" }\n'
    if rule:
        text += "".join(CRITERION % (i, i, rule) for i in range(criteria))
    (folder / "pack.lua").write_text(text)


def write_round(folder, applications):
    folder.mkdir()
    (folder / "round.json").write_text(json.dumps({
        "id": "bench", "partnership": "bench", "title": "An invented round", "as_of": "2026-03-12", "currency": "GBP",
        "streams": [{"id": "s", "title": "Stream", "budget": 1000000, "opens": "2026-01-01", "closes": "2026-03-01",
                     "measures": [{"id": "need", "title": "Need", "weight": 1, "scale": [0, 5]}]}],
        "panel": {"id": "p", "quorum": 1, "members": [{"id": "m1", "agency": "Trust", "functions": ["commissioner"]}]},
        "organisations": [{"id": "local:1", "name": "Valley families", "type": "community"}]}))
    with open(folder / "applications.ndjson", "w") as out:
        for i in range(applications):
            out.write('{"id":"A%06d","stream":"s","applicant":"local:1","title":"Evenings for families %d","submitted_at":"2026-02-01","amount_requested":%d}\n'
                      % (i, i, 1000 + i * 7919 % 80000))
    (folder / "scores.csv").write_text("member,application,measure,score,justification\n")


def run(command, environment):
    """Seconds that passed and seconds of the processor, the workers' included."""
    with open(os.devnull, "wb") as nowhere, tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdout=nowhere, stderr=said, env=environment)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            said.seek(0)
            sys.exit("%s\n%s" % (" ".join(command), said.read().decode()))
        return wall, used.ru_utime + used.ru_stime


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--remit", "--tool", "--library"):
        options.add_argument(name, required=True)
    for name, usual in (("--applications", 100000), ("--criteria", 10), ("--turns", 7)):
        options.add_argument(name, type=int, default=usual)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        place = scratch / "round"
        write_round(place, given.applications)
        commands = {}
        for sort, rule in SORTS.items():
            name = sort.replace(" ", "_")
            write_pack(scratch / name / "policies" / "bench", rule, given.criteria)
            shutil.copytree(pathlib.Path(__file__).resolve().parents[3] / "policies" / "core", scratch / name / "policies" / "core")
            command = [given.remit, "decide", str(place), "--format", "brief"]
            if "plugin" in rule:
                folder = scratch / name / "plugins"
                folder.mkdir()
                library = shutil.copy(given.library, folder / "bench-limit.so")
                subprocess.run([given.tool, "manifest", library], check=True, stdout=subprocess.DEVNULL)
                trusting = ["--in-process"] if sort == "in process" else []
                subprocess.run([given.tool, "trust", *trusting, library], check=True, stdout=subprocess.DEVNULL)
                command += ["--plugins", str(folder)]
            commands[sort] = (command, {"PATH": "/usr/bin:/bin", "REMIT_POLICIES": str(scratch / name / "policies")})

        # the same answers, or the figures mean nothing
        said = {sort: subprocess.run(*[command], env=env, stdout=subprocess.PIPE, check=True).stdout for sort, (command, env) in commands.items()}
        for sort in SORTS:
            if sort != "none" and said[sort] != said["sentence"]:
                sys.exit("%s does not decide as the sentence does" % sort)

        added = {sort: ([], []) for sort in SORTS}
        for turn in range(given.turns):
            took = {sort: run(*commands[sort]) for sort in SORTS}
            for sort in SORTS:
                for which in (0, 1):
                    added[sort][which].append((took[sort][which] - took["none"][which]) / given.applications / given.criteria * 1e9)
            print("turn %d: %s" % (turn + 1, ", ".join("%s %.2f s (processor %.2f s)" % (s, *took[s]) for s in SORTS)), file=sys.stderr)
        middle = {sort: [statistics.median(values) for values in added[sort]] for sort in SORTS}
        print("%d applications, %d criteria, %d turns, one criterion on one application:" % (given.applications, given.criteria, given.turns))
        print("%-12s %12s %12s %14s %12s" % ("", "passed, ns", "least", "processor, ns", "to sentence"))
        for sort in list(SORTS)[1:]:
            print("%-12s %12.0f %12.0f %14.0f %12.2f" % (sort, middle[sort][0], min(added[sort][0]), middle[sort][1], middle[sort][1] / middle["sentence"][1]))
    return 0


sys.exit(main())
