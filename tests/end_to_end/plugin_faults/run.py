#!/usr/bin/env python3
"""The Northern Ireland example with one criterion more, behind which a faulty plug-in stands. Only the record of the application that
it went wrong on says so; that application is referred and not declined; and the records prove themselves when the library is gone.
Usage: run.py --binary REMIT --tool REMIT_PLUGIN --faulty FOLDER"""
import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, Remit, copy_of, read_round, write_round  # noqa: E402
from faulty_plugins import Plugins, records_of  # noqa: E402

PACK = "northern-ireland"
RULES = '''plugin "fixture" { version = "1.0.0" }
criterion "amounts" { title = "The amount is a multiple of three", clause = "invented", force = must, effect = blocks, plugin = "fixture/check" }
'''
POISONED = "FS-05"   # its amount fails the criterion, so that it takes no money from others, whatever becomes of it
CAUSES = {           # of faults that come with an application
    "segfault": "ended by signal 11 (segmentation fault)",
    "abort": "ended by signal 6 (aborted)",
    "division": "ended by signal 8",
    "stack_overflow": "ended by signal 11 (segmentation fault)",
    "throws": "threw an exception across the edge of its library",
    "exit_0": "left in the middle of its work, with exit status 0",
    "exit_0_at_once": "left in the middle of its work, with exit status 0",
    "quick_exit": "left in the middle of its work, with exit status 0",
    "forks": "`clone`",
    "opens_a_file": "`openat`",
    "opens_a_socket": "`socket`",
    "kills_its_parent": "`getppid`",
    "closes_descriptors": "`close`",
    "writes_to_descriptors": "answered what cannot be read",
    "bad_utf8": "UTF-8",
    "huge_size": "more than 65536 bytes",
    "outcome_77": "77",
    "evidence_of_a_list": "it must be a plain one",
    "says_error": "the register is of last year",
    "says_control_characters": "gone",
}


SCORES = {           # title of an application -> how its score ends; the measure goes from 0 to 5, and the plug-in says 3 of what is not here
    "poison": "gave 1000, and the scale of need goes from 0 to 5",
    "low": "gave -1, and the scale of need goes from 0 to 5",
    "nought": "gave a score over nought",
    "none": "the measure need has no score",
    "huge": "the scale of need goes from 0 to 5",
}


def bare(record):
    """A record without what names the library: its digest, and the record's own, which covers it."""
    made = {k: v for k, v in record.items() if k not in ("plugins", "digest")}
    made["plugins"] = [{k: v for k, v in p.items() if k != "digest"} for p in record["plugins"]]
    return json.dumps(made, sort_keys=True)


def children(parent):
    """The processes that this one has started, each with the moment of its start: a number alone may come back."""
    found = set()
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                after_name = pathlib.Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if parent in (None, int(after_name[1])):
                found.add((entry, after_name[19]))
    return found


def check_scores(remit, checks, plugins, scratch):
    """A measure whose plug-in gives what is off its scale: no score is made up for it, and nobody is declined."""
    policies = scratch / "scored"
    copy_of(POLICIES / "core", policies / "core")
    (policies / "scored").mkdir()
    (policies / "scored" / "pack.lua").write_text(
        'pack "scored" { title = "Scored", version = "1.0.0", document = "none", status = "adopted" }\n'
        'plugin "fixture" { version = "1.0.0" }\n'
        'measure "need" { title = "Need", clause = "invented", weight = 1, scale = { 0, 5 }, plugin = "fixture/check" }\n')
    titles = ["Summer scheme", *SCORES]
    place = scratch / "scored-round"
    place.mkdir()
    (place / "round.json").write_text(json.dumps({
        "id": "scored", "partnership": "scored", "title": "An invented round", "as_of": "2026-03-12", "currency": "GBP",
        "streams": [{"id": "s", "title": "Stream", "budget": 1000, "opens": "2026-01-01", "closes": "2026-03-01"}],
        "panel": {"id": "p", "quorum": 1, "members": [{"id": "m1", "agency": "Trust", "functions": ["commissioner"]}]},
        "organisations": [{"id": f"local:{i}", "name": "Valley families", "type": "community"} for i in range(len(titles))]}))
    (place / "applications.ndjson").write_text("".join(json.dumps(
        {"id": f"A{i}", "stream": "s", "applicant": f"local:{i}", "title": title, "submitted_at": "2026-02-01", "amount_requested": 100}) + "\n"
        for i, title in enumerate(titles)))
    done = remit("decide", place, "--plugins", plugins.folder("measure_off_its_scale"), "--format", "ndjson", REMIT_POLICIES=policies)
    checks.equal("scores off the scale: exit code", done.returncode, 0) or print(done.err)
    got = records_of(done)
    checks.equal("a score on the scale stands", (got["A0"]["scores"]["total"], got["A0"]["proposal"]["decision"]), ("60.00", "approve-total"))
    for i, title in enumerate(titles[1:], 1):
        checks.equal(f"{title}: referred", got[f"A{i}"]["proposal"]["decision"], "refer")
        checks.contains(f"{title}: why", got[f"A{i}"]["proposal"]["reasons"][0]["message"], SCORES[title])


def main():
    options = argparse.ArgumentParser()
    for name in ("--binary", "--tool", "--faulty"):
        options.add_argument(name, required=True)
    given = options.parse_args()
    remit, checks = Remit(given.binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        plugins = Plugins(given.tool, given.faulty, scratch)
        policies = copy_of(POLICIES, scratch / "policies")
        (policies / PACK / "amounts.lua").write_text(RULES)
        document = read_round()
        for application in document["applications"]:
            if application["id"] == POISONED:
                application["title"] = "poison " + application["title"]
        place = write_round(document, scratch / "round")

        def decide(folder, *words):
            return remit("decide", place, "--plugins", folder, "--format", "ndjson", *words, REMIT_POLICIES=policies)

        good = decide(plugins.folder("good"))
        checks.equal("the honest plug-in: exit code", good.returncode, 0)
        twin = records_of(good)
        checks.check("the honest plug-in: there are records", len(twin) > 30, good.err)
        checks.equal("the honest plug-in declines the application", twin[POISONED]["proposal"]["decision"], "decline")
        answers = [p["answers"] for p in twin["FS-02"]["plugins"] if p["id"] == "fixture"]
        checks.check("what the plug-in answered is in the record", answers and "check" in answers[0], json.dumps(twin["FS-02"]["plugins"]))

        in_process = decide(plugins.folder("good", "--in-process", name="trusted"))
        checks.equal("in process or in a worker: the same bytes", in_process.stdout, good.stdout)

        for fault, cause in CAUSES.items():
            folder = plugins.folder(fault)
            done = decide(folder)
            checks.equal(f"{fault}: exit code", done.returncode, 0)
            got = records_of(done) if done.returncode == 0 else {}
            if not checks.equal(f"{fault}: a record for each", sorted(got), sorted(twin)):
                print(done.err)
                continue
            others = [a for a in twin if a != POISONED and bare(got[a]) != bare(twin[a])]
            checks.equal(f"{fault}: no other record has changed", others, [])
            poisoned = got[POISONED]
            checks.equal(f"{fault}: the application is referred", poisoned["proposal"]["decision"], "refer")
            checks.equal(f"{fault}: and is not called ineligible", poisoned["eligibility"]["outcome"], "refer")
            finding = [f for f in poisoned["eligibility"]["findings"] if f["rule"] == "amounts"][0]
            checks.equal(f"{fault}: the finding is an error", finding["outcome"], "error")
            checks.contains(f"{fault}: which names the plug-in and the cause", finding.get("cause", ""), "fixture: ", cause)
            again = decide(folder)
            checks.equal(f"{fault}: the same bytes the next time", again.stdout, done.stdout)
            explained = remit("explain", place, POISONED, "--plugins", folder, REMIT_POLICIES=policies)
            checks.contains(f"{fault}: explained", explained.out, "fixture", cause)
            checks.check(f"{fault}: no control characters are printed", not any(ord(c) < 32 and c != "\n" for c in explained.out), repr(explained.out))

            saved = scratch / f"{fault}.ndjson"
            saved.write_bytes(done.stdout)
            shutil.rmtree(folder)
            replayed = remit("replay", saved, place, REMIT_POLICIES=policies)
            checks.equal(f"{fault}: replayed without the library", (replayed.returncode, replayed.out), (0, f"IDENTICAL: {len(twin)} records\n"))

        check_scores(remit, checks, plugins, scratch)

        # written output of the plug-in is not the host's
        loud = decide(plugins.folder("writes_out"))
        checks.equal("megabytes on both streams: the records", {a: bare(r) for a, r in records_of(loud).items()}, {a: bare(r) for a, r in twin.items()})
        checks.check("megabytes on both streams: none of it on the host's", len(loud.err) < 10000, f"{len(loud.err)} bytes")

        # nothing is asked before everything is there
        for what, words in (("no folder of plug-ins", ["--plugins", scratch / "nowhere"]), ("no plug-in in it", ["--plugins", scratch / "round"])):
            done = remit("decide", place, *words, "--format", "ndjson", REMIT_POLICIES=policies)
            checks.equal(f"{what}: exit code", done.returncode, 3)
            checks.equal(f"{what}: no record is written", done.out, "")
            checks.contains(f"{what}: it is said which", done.err, "fixture")
        untrusted = plugins.folder("good", name="untrusted")
        (untrusted / "plugins.lock.json").unlink()
        done = decide(untrusted)
        checks.equal("not trusted: exit code", done.returncode, 4)
        checks.contains("not trusted: what to do is said", done.err, "remit plugin trust")

        # the host is killed while a plug-in sleeps: its worker goes with it
        asleep = plugins.folder("sleeps")
        host = subprocess.Popen([remit.binary, "decide", place, "--plugins", asleep, "--format", "ndjson"], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, env={"PATH": "/usr/bin:/bin", "REMIT_POLICIES": str(policies)})
        while not (mine := children(host.pid)) and host.poll() is None:
            time.sleep(0.01)
        checks.check("a worker runs", bool(mine))
        host.send_signal(signal.SIGKILL)
        host.wait()
        for _ in range(500):
            if not (left := mine & children(None)):
                break
            time.sleep(0.01)
        checks.equal("the worker ends with its host", left, set())
    return checks.finish()


sys.exit(main())
