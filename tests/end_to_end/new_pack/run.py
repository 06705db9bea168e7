#!/usr/bin/env python3
"""A pack from `remit new pack` checks and decides at once and bears no name but its own. Usage: run.py --binary REMIT"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, SOURCE, Checks, Remit  # noqa: E402

TITLE = 'River "Towns": youth grants \\ more'


def works(remit, checks, scratch):
    made = remit("new", "pack", "river-towns", "--title", TITLE, cwd=scratch)
    checks.equal("new pack: exit code", made.returncode, 0)
    checks.contains("new pack: says how to go on", made.out, "policies/river-towns", "remit check policies/river-towns", "docs/new-area.md")
    checked = remit("check", "policies/river-towns", cwd=scratch)
    checks.equal("it checks", checked.returncode, 0)
    checks.contains("it checks, and nothing is noted", checked.out, "river-towns 1.0.0 on core 1.0.0", "nothing is wrong with it")
    checks.check("it checks without a note or a warning", "note:" not in checked.out + checked.err and "warning" not in checked.out, checked.out + checked.err)
    decided = remit("decide", "policies/river-towns/rounds/spring-2026", cwd=scratch)
    checks.equal("it decides", decided.returncode, 0)
    checks.contains("its status is draft", decided.out, "(draft)", "approve in full")
    for file in sorted((scratch / "policies/river-towns").rglob("*")):
        text = file.read_text().lower() if file.is_file() else ""
        stale = [name for name in ("small-grants", "brindlemere", "bodies.json", "reports.json", "reports.lua") if name in text]
        checks.check(f"{file.name}: no stale names", not stale, stale)
    checks.check("its title is the one given", 'River \\"Towns\\": youth grants \\\\ more' in (scratch / "policies/river-towns/pack.lua").read_text())
    runner = scratch / "tests/end_to_end/packs"
    shutil.copytree(SOURCE / "tests/end_to_end/packs", runner)
    ran = subprocess.run([sys.executable, str(runner / "run_cases.py"), "--binary", remit.binary, "--area", "river-towns"], capture_output=True, text=True)
    checks.equal("it passes its cases", ran.returncode, 0)
    checks.contains("all of them", ran.stdout, "0 failed")


def refuses(remit, checks, scratch):
    for name, said in (("river-towns", "there is a pack `river-towns` already"), ("haringey", "there is a pack `haringey` already"),
                       ("core", "there is a pack `core` already"), ("River Towns 2", "the nearest is `river-towns-2`"),
                       ("1st", "a letter first, at most 60; the nearest is `st`"), ("../x", "the nearest is `x`"), ("a-", "the nearest is `a`"), ("", "is no id of a pack")):
        done = remit("new", "pack", name, cwd=scratch)
        checks.equal(f"`{name}` is refused", done.returncode, 2)
        checks.contains(f"`{name}`: why", done.err, said)
    done = remit("new", "pack", "other", "--title", "two\nlines", cwd=scratch)
    checks.contains("a title of two lines is refused", done.err, "a title is one line")
    (scratch / "policies/half").mkdir()
    checks.contains("a folder that is there is left alone", remit("new", "pack", "half", cwd=scratch).err, "there is something already")


def in_an_empty_folder(remit, checks, scratch):
    """The place is `policies`, where packs are looked for, whether it is there or not."""
    made = remit("new", "pack", "alone", cwd=scratch)
    checks.equal("empty folder: exit code", made.returncode, 0)
    checks.contains("empty folder: the pack is found by its name", remit("check", "alone", cwd=scratch).out, "nothing is wrong with it")


def elsewhere(remit, checks, scratch):
    """With --out, outside the places where packs are looked for: what it says to type works."""
    made = remit("new", "pack", "far-away", "--out", "mine", cwd=scratch)
    checks.equal("--out: exit code", made.returncode, 0)
    line = next((line for line in made.out.splitlines() if "remit decide" in line), "")
    checks.equal("--out: names the pack", line.split()[-2:], ["--pack", "mine/far-away"])
    checks.equal("--out: what it says works", remit(*line.split()[1:], cwd=scratch).returncode, 0)
    checks.contains("without a title, its id in words", (scratch / "mine/far-away/pack.lua").read_text(), '"Far away"')


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        shutil.copytree(POLICIES / "core", scratch / "policies/core")
        works(remit, checks, scratch)
        refuses(remit, checks, scratch)
        elsewhere(remit, checks, scratch)
    with tempfile.TemporaryDirectory() as scratch:
        in_an_empty_folder(remit, checks, pathlib.Path(scratch))
    return checks.finish()


sys.exit(main())
