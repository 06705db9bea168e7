#!/usr/bin/env python3
"""remit editor: what it writes beside a pack is sound, luacheck passes on every shipped pack and names what is misspelt, and the watch of
check tells it too, in lines that editors can jump from. Usage: run.py --binary REMIT --luacheck LUACHECK"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, Remit  # noqa: E402

SHIPPED = sorted(p.parent.name for p in POLICIES.glob("*/pack.lua"))


class Luacheck:
    def __init__(self, program):
        self.program = program

    def __call__(self, folder, *words):
        return subprocess.run([self.program, "--no-color", "--codes", *words], cwd=folder, capture_output=True, text=True)


def shipped(remit, luacheck, checks, policies):
    """Every pack that comes with Remit, as it stands."""
    checks.check("there are packs", len(SHIPPED) >= 8, SHIPPED)
    for pack in SHIPPED:
        before = remit("check", policies / pack, REMIT_POLICIES=policies).out
        made = remit("editor", policies / pack, REMIT_POLICIES=policies)
        checks.equal(f"{pack}: remit editor: exit code", made.returncode, 0)
        found = luacheck(policies / pack, ".")
        checks.equal(f"{pack}: luacheck passes\n{found.stdout[-1500:]}", found.returncode, 0)
        checks.check(f"{pack}: luacheck read its files", f"{len(list((policies / pack).glob('*.lua'))) + len(list((policies / pack).glob('parameters/*.lua')))} files" in found.stdout, found.stdout[-200:])
        checks.equal(f"{pack}: what is written is no part of the pack", remit("check", policies / pack, REMIT_POLICIES=policies).out, before)
        again = remit("editor", policies / pack, REMIT_POLICIES=policies)
        checks.contains(f"{pack}: written again, nothing changes", again.out, "nothing has changed since it was written last")


def sound(luacheck, checks, policies):
    """The definitions are Lua, and no type in them is without its own definition."""
    for pack in SHIPPED:
        place = policies / pack / ".editor"
        found = luacheck(place, "remit.lua", "--no-config", "--std", "max", "--only", "0")   # syntax alone
        checks.equal(f"{pack}: the definitions are Lua\n{found.stdout[-600:]}", found.returncode, 0)
        text = (place / "remit.lua").read_text()
        checks.check(f"{pack}: a meta file", text.startswith("---@meta"))
        defined = set(re.findall(r"^---@(?:class|alias) (remit\.[\w.]+)", text, re.M))
        used = {m.rstrip(".") for line in text.splitlines() if line.startswith("---@") for m in re.findall(r"remit\.[\w.]+", re.sub(r" #.*", "", line))}
        checks.equal(f"{pack}: every type is defined", sorted(used - defined), [])
        settings = json.loads((policies / pack / ".luarc.json").read_text())
        checks.check(f"{pack}: the settings name the folder of the definitions, below the pack", all((policies / pack / f / "remit.lua").exists() for f in settings["workspace.library"]))
    text = (policies / "small-grants/.editor/remit.lua").read_text()
    checks.contains("hover text of a field", text, "---@field annual_income remit.money # what the group had last year")
    checks.contains("hover text of a word", text, "---what an application must meet\n---@param name string", "function criterion(name) end")
    checks.contains("hover text of a key", text, "---@field passes_when? remit.condition # the rule: yes is pass, no is fail, unknown is refer")
    checks.contains("hover text of a verb", text, "---it is this or less\n---@param value remit.amount|remit.handle\n---@return remit.condition\nfunction here:at_most(value) end")
    checks.contains("the words of a field complete", text, '---@param value "submitted"|"withdrawn"|remit.handle')
    checks.contains("what a function is given", text, "---@field annual_income? remit.amount # what the group had last year")


def misspelt(remit, luacheck, checks, policies):
    """A misspelt field, verb, record, word or parameter is named at its line and column, by luacheck and by remit check."""
    pack = policies / "small-grants"
    rules = pack / "eligibility.lua"
    text = rules.read_text()
    for right, wrong, says in (("application.annual_income:", "application.annual_incom:", "annual_incom"), ("stream.closes)", "stream.closs)", "closs"),
                               ("amount_requested:at_most", "amount_requested:at_mots", "at_mots"), ("applicant.type:", "aplicant.type:", "aplicant"),
                               ("parameters.largest_grant", "parameters.largest_grnat", "largest_grnat"), ("all_of {", "al_of {", "al_of")):
        checks.equal(f"{right} stands once or more", right in text, True)
        rules.write_text(text.replace(right, wrong, 1))
        found = luacheck(pack, ".")
        checks.equal(f"{wrong} luacheck: exit code", found.returncode, 1)
        line = 1 + text[:text.index(right)].count("\n")
        named = re.search(rf"eligibility\.lua:{line}:(\d+): .*{says}", found.stdout)
        checks.check(f"{wrong} luacheck names it, with its line and column", named is not None, found.stdout)
        told = remit("check", pack, REMIT_POLICIES=policies)
        checks.check(f"{wrong} remit check names it too", re.search(rf"eligibility\.lua:{line}:\d+: .*{says}", told.out + told.err) is not None, told.err)
    rules.write_text(text)


def kept_up(remit, luacheck, checks, policies):
    """A new field is known after the next `remit editor`; settings of one's own stay."""
    pack = policies / "small-grants"
    records, rules = pack / "records.lua", pack / "own.lua"
    records.write_text(records.read_text() + '\nrecord "application" { has_van = yes_no { label = "whether the group has a van" } }\n')
    rules.write_text('criterion "van" { title = "Has a van", clause = "1", effect = warns, passes_when = application.has_van:is(yes) }\n')
    checks.equal("a field that is new is not known yet", luacheck(pack, ".").returncode, 1)
    (pack / ".luarc.json").write_text('{ "completion.callSnippet": "Both" }\n')
    made = remit("editor", pack, REMIT_POLICIES=policies)
    checks.contains("what is written, and what stays", made.out, f"{pack}/.editor/remit.lua\n", f"{pack}/.luacheckrc\n", f"{pack}/.luarc.json is there already and stays as it is")
    checks.equal("settings of one's own stay", (pack / ".luarc.json").read_text(), '{ "completion.callSnippet": "Both" }\n')
    checks.equal("then it is known", luacheck(pack, ".").returncode, 0)
    checks.contains("with its label", (pack / ".editor/remit.lua").read_text(), "---@field has_van remit.yes_no # whether the group has a van")
    rules.write_text("criterion {")
    broken = remit("editor", pack, REMIT_POLICIES=policies)
    checks.equal("a pack that does not load: exit code", broken.returncode, 3)
    checks.contains("a pack that does not load: what is wrong", broken.err, "own.lua:1")
    rules.unlink()


def begun(remit, luacheck, checks, policies):
    """`remit new pack` writes them; an archive does not hold them."""
    remit("new", "pack", "river-towns", cwd=policies.parent)
    pack = policies / "river-towns"
    checks.check("a new pack has them", all((pack / f).exists() for f in (".editor/remit.lua", ".luarc.json", ".luacheckrc")))
    checks.equal("luacheck passes on a new pack", luacheck(pack, ".").returncode, 0)
    checks.equal("its cases pass", remit("test", pack, REMIT_POLICIES=policies).returncode, 0)
    built = remit("pack", "build", pack, "--release", "1", "--expires", "2027-03-31", "--out", policies.parent, REMIT_POLICIES=policies)
    archive = next(policies.parent.glob("*river-towns*"), None)
    if checks.check("a new pack can be built", archive is not None, built.out + built.err):
        listed = subprocess.run(["tar", "--zstd", "-tf", archive], capture_output=True, text=True).stdout
        checks.check("what editors need does not travel", "pack.lua" in listed and "editor" not in listed and "luacheckrc" not in listed, listed)


def watched(remit, checks, policies):
    """remit check --watch: checked at each save, each finding at the start of a line."""
    pack = policies / "small-grants"
    rules = pack / "eligibility.lua"
    text = rules.read_text()
    process = subprocess.Popen([remit.binary, "check", str(pack), "--watch"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               env={"PATH": "/usr/bin:/bin", "REMIT_POLICIES": str(policies)})

    def until_ready():
        said = ""
        for line in process.stdout:
            said += line
            if "waiting for the next save" in line:
                break
        return said
    try:
        checks.contains("--watch: begins and ends each round", until_ready(), f"checking {pack}\n", "nothing is wrong with it", "checked in ")
        rules.write_text(text.replace("application.annual_income:", "application.annual_incom:"))
        said = until_ready()
        checks.check("--watch: a mistake begins its line with the place", re.search(rf"^{re.escape(str(rules))}:\d+:\d+: `application` has no field `annual_incom`; the nearest is", said, re.M), said)
        rules.write_text(text.replace('clause      = "minute 2.2", force = must,', 'clause      = "minute 2.2", force = should, effect = blocks,'))
        said = until_ready()
        checks.contains("--watch: when it is mended", said, "checked in ")
        rules.write_text(text)
        checks.contains("--watch: and again", until_ready(), "nothing is wrong with it")
    finally:
        process.terminate()
        process.wait()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    options.add_argument("--luacheck", required=True)
    given = options.parse_args()
    remit, luacheck, checks = Remit(given.binary), Luacheck(given.luacheck), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        policies = pathlib.Path(scratch) / "policies"
        shutil.copytree(POLICIES, policies, ignore=shutil.ignore_patterns(".editor", ".luarc.json", ".luacheckrc"))
        shipped(remit, luacheck, checks, policies)
        sound(luacheck, checks, policies)
        misspelt(remit, luacheck, checks, policies)
        kept_up(remit, luacheck, checks, policies)
        begun(remit, luacheck, checks, policies)
        watched(remit, checks, policies)
    return checks.finish()


sys.exit(main())
