#!/usr/bin/env python3
"""Runs what README.md and docs/*.md tell the reader to type. Usage: commands.py --binary REMIT [PAGE...]

Each ```sh block of a page is run by bash, in order, in one scratch folder that holds a copy of policies/ and of the runner of its cases, with `remit` on
the PATH. A block ends with exit code 0, or with N where it begins with ```sh exit=N. Where a ```text block stands right
after it, that is what the block must print, errors included; a line `...` stands for any lines, `...` inside a line for any
words. ```lua, ```json, ```cmake and ```cpp blocks are not run. Blocks whose first word is in BY_NAME are left out.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, SOURCE, Checks  # noqa: E402

BY_NAME = {
    "./run": "installs packages and builds the program that is being tested",
    "./check": "runs this very test",
    "git": "needs the place where the source is kept",
    "cmake": "builds the program that is being tested; the test `embed` installs and uses the package",
}
FENCE = re.compile(r"^```(.*)$")


def blocks(text):
    """(kind, words after it, line, body, whether nothing but blank lines stands since the block before)"""
    lines, at, close = text.splitlines(), 0, False
    while at < len(lines):
        opened = FENCE.match(lines[at])
        if not opened:
            close = close and not lines[at].strip()
            at += 1
            continue
        end = next((i for i in range(at + 1, len(lines)) if lines[i].strip() == "```"), None)
        if end is None:
            sys.exit(f"line {at + 1}: a block without an end")
        kind, *words = opened.group(1).split() or [""]
        yield kind, words, at + 1, "\n".join(lines[at + 1:end]), close
        at, close = end + 1, True


def matches(shown, said):
    pattern = ""
    for line in shown.splitlines():
        if line.strip() == "...":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*?".join(re.escape(part) for part in line.rstrip().split("...")) + r"[ ]*\n"
    said = "".join(line.rstrip() + "\n" for line in said.splitlines())
    return re.fullmatch(pattern, said) is not None


def run_page(page, binary, checks):
    found = list(blocks(page.read_text()))
    ran = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        work, tools = scratch / "work", scratch / "tools"
        work.mkdir()
        tools.mkdir()
        shutil.copytree(POLICIES, work / "policies")
        shutil.copytree(SOURCE / "tests/end_to_end/packs", work / "tests/end_to_end/packs")   # which officers run from the source
        (tools / "remit").symlink_to(pathlib.Path(binary).resolve())
        if "cmake --workflow" in page.read_text():   # for developers of plug-ins, who have the SDK
            build = pathlib.Path(binary).resolve().parents[1]
            subprocess.run(["cmake", "--install", build, "--component", "sdk", "--prefix", scratch / "sdk"], check=True, capture_output=True)
        env = {"CMAKE_PREFIX_PATH": str(scratch / "sdk"), "PATH": f"{tools}:/usr/bin:/bin", "HOME": str(scratch), "LC_ALL": "C.UTF-8"}
        for place, (kind, words, line, body, _) in enumerate(found):
            if kind != "sh":
                continue
            what = f"{page.relative_to(SOURCE)}:{line}"
            if body.split()[0] in BY_NAME:
                continue
            wanted = next((int(w.removeprefix("exit=")) for w in words if w.startswith("exit=")), 0)
            done = subprocess.run(["bash", "-e", "-c", body], cwd=work, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            said, ran = done.stdout.decode(), ran + 1
            checks.check(f"{what}: exit code {wanted}", done.returncode == wanted, f"it is {done.returncode}\n{said[-1500:]}")
            if place + 1 < len(found) and found[place + 1][0] == "text" and found[place + 1][4]:
                shown = found[place + 1][3]
                checks.check(f"{what}: prints what the page shows", matches(shown, said), f"---- shown\n{shown}\n---- printed\n{said[:6000]}")
    return ran


def links(page, checks):
    """Links to places in this tree lead somewhere, down to the heading."""
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text()):
        if target.startswith("http"):
            continue
        path, _, heading = target.partition("#")
        there = page.parent / path if path else page
        if checks.check(f"{page.relative_to(SOURCE)}: {target} is there", there.exists()) and heading:
            headings = [re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.*)", there.read_text(), re.M)]
            checks.check(f"{page.relative_to(SOURCE)}: {target} is a heading", heading in headings, headings)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    options.add_argument("pages", nargs="*", type=pathlib.Path)
    given = options.parse_args()
    checks, ran = Checks(), 0
    checks.check("the comparison can fail", not matches("a\n...\nd", "a\nb\nc\n") and matches("a ... c\n...\nd", "a b c\nx\ny\nd\n"))
    pages = [p.resolve() for p in given.pages] or [SOURCE / "README.md", SOURCE / "CONTRIBUTING.md", *sorted((SOURCE / "docs").glob("*.md"))]
    for page in pages:
        ran += run_page(page, given.binary, checks)
        links(page, checks)
    print(f"{ran} blocks of commands run")
    checks.check("there is something to run", ran >= (1 if given.pages else 8))
    return checks.finish()


sys.exit(main())
