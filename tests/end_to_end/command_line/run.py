#!/usr/bin/env python3
"""What the command line promises. Usage: run.py --binary REMIT"""
import argparse
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import EXAMPLE, POLICIES, SOURCE, Checks, Remit, copy_of, read_round, replace_in, write_round  # noqa: E402

WRITTEN = {"records.ndjson", "decision.json", "ranked.csv", "report.html"}


def exit_codes(remit, checks, scratch):
    def gives(code, *words, **more):
        done = remit(*words, **more)
        what = "remit " + " ".join(str(w) for w in words)
        checks.equal(f"{what}: exit code", done.returncode, code)
        if code in (2, 3):
            checks.equal(f"{what}: nothing on standard output", done.out, "")
            checks.check(f"{what}: says why on standard error", done.err.strip())
            checks.check(f"{what}: no stack trace, no C++", not re.search(r"std::|terminate|what\(\)|0x[0-9a-f]{6}|\.cpp", done.err), done.err)
        return done

    checks.equal("decide: nothing on standard error", gives(0, "decide", EXAMPLE).err, "")
    gives(0, "explain", EXAMPLE, "FS-01")
    gives(0, "check", "northern-ireland")
    checks.equal("version", gives(0, "version").out.split()[0], "remit")
    gives(0, "--help")

    broken = copy_of(POLICIES, scratch / "broken")
    replace_in(broken / "northern-ireland" / "eligibility.lua", "application.added_value:is_answered()", "application.aded_value:is_answered()")
    said = gives(1, "check", broken / "northern-ireland", REMIT_POLICIES=broken)
    checks.contains("a misspelt field: place, name and nearest", said.out + said.err, "eligibility.lua:", "aded_value", "the nearest is `added_value`")
    gives(3, "decide", EXAMPLE, REMIT_POLICIES=broken)
    checks.contains("a pack that is not there: the nearest", gives(3, "check", "northern-irland").err, "northern-ireland")

    gives(2, "decide", scratch / "nowhere")
    gives(2, "decide", "-", given=b"{")
    gives(2, "decide", "-", given=b"")
    gives(2, "explain", EXAMPLE)
    checks.contains("an unknown application: the nearest", gives(2, "explain", EXAMPLE, "FS-1").err, "FS-")
    checks.contains("an unknown rule: the nearest", gives(2, "explain", EXAMPLE, "FS-09", "--rule", "added-valu").err, "added-value")
    gives(2, "decide", EXAMPLE, "--as-of", "tomorrow")
    gives(2, "decide", EXAMPLE, "--threads", "many")

    # pinned to another pack: refused, unless what-if, which every record says
    another = copy_of(POLICIES, scratch / "another")
    replace_in(another / "northern-ireland" / "pack.lua", 'version  = "1.0.0"', 'version  = "1.1.0"')
    said = gives(3, "decide", EXAMPLE, REMIT_POLICIES=another).err
    checks.contains("pinned: both versions, and the way out", said, "1.0.0", "1.1.0", "--what-if")
    gives(3, "decide", EXAMPLE, "--pack", "core")
    what_if = gives(0, "decide", EXAMPLE, "--what-if", "--format", "ndjson", REMIT_POLICIES=another)
    checks.check("--what-if marks every record", all(json.loads(line)["what_if"] for line in what_if.out.splitlines()))

    # every mistake of an input at once
    document = read_round()
    document["applications"][0]["amount_requested"] = "a lot"
    document["applications"][1]["stream"] = "early-famly-support"
    document["applications"][2]["titel"] = "x"
    said = gives(2, "decide", write_round(document, scratch / "wrong")).err
    checks.contains("three mistakes, three lines", said, "amount_requested", "early-family-support", "titel", "applications.ndjson:1", "applications.ndjson:3")


def unknown_words(remit, checks):
    for words, near in ((("decied",), "decide"), (("repaly",), "replay"), (("--log-level", "info", "explian"), "explain"),
                        (("decide", str(EXAMPLE), "--formt", "json"), "--format"), (("decide", str(EXAMPLE), "--treads=2"), "--threads"),
                        (("explain", str(EXAMPLE), "FS-01", "--rul", "x"), "--rule")):
        done = remit(*words)
        checks.equal(f"{words}: exit code", done.returncode, 2)
        checks.contains(f"{words}: the nearest", done.err, f"did you mean `{near}`?")
    done = remit("decide", EXAMPLE, "--format", "jsn")
    checks.equal("an unknown form: exit code", done.returncode, 2)
    checks.contains("an unknown form: all that there are, and the nearest", done.err, "`--format` is text, json, ndjson, brief, html, csv, xlsx or plugin/item, not `jsn`", "did you mean `json`?")
    done = remit("xyzzy")
    checks.check("nothing is suggested when nothing is near", "did you mean" not in done.err, done.err)
    done = remit()
    checks.equal("no command: exit code", done.returncode, 2)
    checks.contains("no command: what there is", done.err, "decide", "check")


def help_of_each(remit, checks):
    top = remit("--help").out
    commands = re.findall(r"^  ([a-z]+)\s{2,}", top[top.index("Subcommands:"):], re.M)
    checks.check("help lists the commands", {"decide", "explain", "replay", "check", "version"} <= set(commands), commands)
    for command in [None, *commands]:
        done = remit(*([command] if command else []), "--help")
        name = command or "remit"
        checks.equal(f"{name} --help: exit code", done.returncode, 0)
        checks.equal(f"{name} --help: nothing on standard error", done.err, "")
        at = re.search(r"^examples?:\n  remit ", done.out, re.M)
        checks.check(f"{name} --help leads with examples", at and at.start() < done.out.index("Usage:"), done.out[:600])
        checks.check(f"{name} --help fits a screen's width", max(map(len, done.out.splitlines())) <= 170, max(done.out.splitlines(), key=len))


def colour(remit, checks):
    def on_a_terminal(*words, **environment):
        ours, theirs = pty.openpty()
        env = {"PATH": "/usr/bin:/bin", "REMIT_POLICIES": str(POLICIES), "TERM": "xterm", **environment}
        child = subprocess.Popen([remit.binary, *map(str, words)], stdout=theirs, stderr=theirs, env=env)
        os.close(theirs)
        out = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            out += piece
        os.close(ours)
        child.wait()
        return out

    escape = b"\x1b["
    words = ("decide", EXAMPLE)
    if os.path.exists("/dev/pts/ptmx"):
        checks.check("colour on a terminal", escape in on_a_terminal(*words))
        checks.check("NO_COLOR: none", escape not in on_a_terminal(*words, NO_COLOR="1"))
        checks.check("--color never: none", escape not in on_a_terminal(*words, "--color", "never"))
    else:
        print("no terminal can be made on this machine: colour on a terminal was not looked at")
    checks.check("into a pipe: none", escape not in remit(*words).stdout)
    checks.check("--color always: into a pipe too", escape in remit(*words, "--color", "always").stdout)
    checks.check("--color always: never in a record", escape not in remit(*words, "--color", "always", "--format", "ndjson").stdout)


def whole_files_or_none(remit, checks, scratch):
    out = scratch / "results"
    done = remit("decide", EXAMPLE, "--out", out)
    checks.equal("--out: exit code", done.returncode, 0)
    checks.equal("--out: what is written", {p.name for p in out.iterdir()}, WRITTEN)
    checks.equal("--out: records as on standard output", (out / "records.ndjson").read_bytes(), remit("decide", EXAMPLE, "--format", "ndjson").stdout)
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    remit("decide", EXAMPLE, "--out", out)
    checks.equal("--out again: the same bytes", {p.name: p.read_bytes() for p in out.iterdir()}, before)

    done = remit("decide", EXAMPLE, "--format", "csv", "--out", scratch / "one")
    checks.equal("--format csv --out: that alone", [p.name for p in (scratch / "one").iterdir()], ["ranked.csv"])

    def cannot(what, folder, watched):
        done = remit("decide", EXAMPLE, "--out", folder)
        checks.equal(f"{what}: exit code", done.returncode, 2)
        checks.contains(f"{what}: said", done.err, "cannot be written", str(folder))
        left = [str(p) for p in pathlib.Path(watched).rglob("*.part")]
        checks.equal(f"{what}: nothing half-written is left", left, [])

    (scratch / "file").write_text("mine")
    cannot("a file where the folder should be", scratch / "file", scratch)
    checks.equal("that file is as it was", (scratch / "file").read_text(), "mine")
    shutil.copytree(out, scratch / "earlier")
    (scratch / "earlier" / "report.html").unlink()
    (scratch / "earlier" / "report.html").mkdir()
    for name in ("records.ndjson", "decision.json", "ranked.csv"):
        (scratch / "earlier" / name).write_text("of an earlier day")
    cannot("the last of four files cannot be written", scratch / "earlier", scratch / "earlier")
    checks.equal("the other three are as they were", {(scratch / "earlier" / n).read_text() for n in ("records.ndjson", "decision.json", "ranked.csv")}, {"of an earlier day"})
    taken = scratch / "taken"
    (taken / "records.ndjson").mkdir(parents=True)
    cannot("a folder where a file should be", taken, taken)
    if os.geteuid() != 0:
        locked = scratch / "locked"
        locked.mkdir(mode=0o500)
        cannot("a folder that may not be written", locked, locked)
    full = pathlib.Path("/dev/full")
    if full.exists():
        with open(full, "wb") as file:
            done = subprocess.run([remit.binary, "decide", str(EXAMPLE)], stdout=file, stderr=subprocess.PIPE, env={"REMIT_POLICIES": str(POLICIES)})
        checks.equal("standard output on a full disk: exit code", done.returncode, 2)
        checks.contains("standard output on a full disk: said", done.stderr.decode(), "standard output")


def pipes(remit, checks):
    for form in ("ndjson", "text", "json", "html"):
        child = subprocess.Popen([remit.binary, "decide", str(EXAMPLE), "--format", form], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                 env={"REMIT_POLICIES": str(POLICIES)})
        child.stdout.read(1)
        child.stdout.close()
        err = child.stderr.read()
        child.stderr.close()
        checks.check(f"{form} into a pipe that closes: ends quietly", child.wait() in (0, 141) and err == b"", (child.returncode, err))
    document = json.dumps(read_round()).encode()
    checks.equal("- is standard input", remit("decide", "-", "--format", "ndjson", given=document).stdout, remit("decide", EXAMPLE, "--format", "ndjson").stdout)
    checks.contains("standard input is called that", remit("decide", "-", given=b'{"id": 1,,}').err, "standard input")


def log_keeps_quiet(remit, checks, scratch):
    """At the most talkative level, nothing of an applicant, a member or an application stands in the log."""
    document = read_round()
    personal = set()
    for table, fields in (("organisations", ("name",)), ("applications", ("title", "use_of_funding", "added_value"))):
        for record in document[table]:
            personal.update(record[f] for f in fields if record.get(f))
    personal.update(m["name"] for m in document["panel"]["members"])
    personal.update(s["justification"] for s in document["scores"] if s["justification"])
    personal.update(d["note"] for d in document["declarations"])
    checks.check("there is something to look for", len(personal) > 100)
    records = scratch / "log.ndjson"
    records.write_bytes(remit("decide", EXAMPLE, "--format", "ndjson").stdout)
    for words in (("decide", EXAMPLE), ("explain", EXAMPLE, "FS-01"), ("replay", records, EXAMPLE), ("decide", EXAMPLE, "--out", scratch / "logged")):
        done = remit("--log-level", "trace", *words)
        checks.check(f"{words[0]} at trace level: says something", done.err)
        found = sorted(p for p in personal if p in done.err)
        checks.equal(f"{words[0]} at trace level: no personal value", found[:3], [])
        checks.equal(f"{words[0]}: standard output is as without a log", done.stdout, remit(*words).stdout)


def set_up(checks, scratch):
    """./run on a machine where nothing can be installed names what is missing, and how to get it."""
    here = scratch / "machine"
    here.mkdir()
    for name in ("run", ".setup", ".packages"):
        shutil.copy(SOURCE / name, here / name)
    tools = scratch / "tools"
    tools.mkdir()
    for name, script in (("dpkg", 'case "$2" in libcsv-dev|g++) exit 1;; esac; exit 0'), ("apt-get", "exit 100"), ("sudo", "exit 1")):
        (tools / name).write_text("#!/bin/sh\n" + script + "\n")
        (tools / name).chmod(0o755)
    done = subprocess.run([str(here / "run")], capture_output=True, text=True, env={"PATH": f"{tools}:/usr/bin:/bin"})
    checks.equal("missing packages: exit code", done.returncode, 2)
    checks.contains("missing packages: named, with the command", done.stderr, "g++ libcsv-dev", "apt-get install g++ libcsv-dev")
    checks.check("packages that are there are not named", "cmake" not in done.stderr, done.stderr)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        exit_codes(remit, checks, scratch)
        unknown_words(remit, checks)
        help_of_each(remit, checks)
        colour(remit, checks)
        whole_files_or_none(remit, checks, scratch)
        pipes(remit, checks)
        log_keeps_quiet(remit, checks, scratch)
        set_up(checks, scratch)
    return checks.finish()


sys.exit(main())
