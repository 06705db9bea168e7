"""The pages of docs/errors: every code that the sources give has one, and every page's wrong example gives its code and its right one does not.

A page is `## CODE`, what it means, and two fenced blocks, `wrong` and `right`. A `lua` block is the file rules.lua of a pack that stands on the
core (`-- file: name` begins another file of it) and goes to `remit check`. An `sh` block is run in a folder with the pack
policies/river-towns, which `remit new pack` wrote, its round in `round`, and the pack as a file in `shared`, signed with a key in `keys`. A `text` block is only read: what it shows needs a machine that
is broken, or somebody at a keyboard; those codes are listed in UNTRIED, and no others may use it."""
import argparse
import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, SOURCE, Checks, Remit  # noqa: E402

PAGES = SOURCE / "docs" / "errors"
HOST = SOURCE / "host"
# words in capitals and quotes that are no codes: variables of the environment, what options take, texts of formats
NO_CODES = set("""REMIT_STORE REMIT_POLICIES REMIT_PLUGINS REMIT_KEY_PASSWORD REMIT_FETCH_SECONDS XDG_DATA_HOME HOME PATH NO_COLOR TRUE FALSE NULL
GBP NIC DIR FILE FORM ROUND BENCH DATE OPEN CSV REGISTRY C14 B33B2759D4EFC48F VERSION LOAD VALUE""".split())
UNTRIED = set((pathlib.Path(__file__).parent / "untried.txt").read_text().split("\n")[1:]) - {""}


def codes_of_sources():
    found = {}
    for file in sorted([*HOST.rglob("*.cpp"), *HOST.rglob("*.hpp")]):
        for number, line in enumerate(file.read_text().splitlines(), 1):
            if line.lstrip().startswith("//"):
                continue
            for code in re.findall(r'"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*)"', line.split("  // ")[0]):
                if code not in NO_CODES and len(code) > 2:
                    found.setdefault(code, f"{file.relative_to(SOURCE)}:{number}")
    return found


def pages():
    """(code, file, {"wrong": (language, text), "right": ...}, words)"""
    for file in sorted(PAGES.glob("*.md")):
        for part in re.split(r"(?m)^## ", file.read_text())[1:]:
            code, _, text = part.partition("\n")
            blocks = {kind: (language, body) for language, kind, body in re.findall(r"(?ms)^```(\w+) (wrong|right)\n(.*?)^```$", text)}
            yield code.strip(), file, blocks, re.sub(r"(?ms)^```.*?^```$", "", text).strip()


def lua(remit, text, place):
    folder = place / "policies" / "area"
    (folder / "parameters").mkdir(parents=True)
    (folder / "pack.lua").write_text('pack "area" { title = "An area", version = "1.0.0", extends = "core" }\n')
    parts = re.split(r"(?m)^-- file: (.+)\n", text)
    if parts[0].strip():
        (folder / "rules.lua").write_text(parts[0])
    for name, body in zip(parts[1::2], parts[2::2]):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body)
    done = remit("check", folder, REMIT_POLICIES=f"{place / 'policies'}:{POLICIES}")
    return done.out + done.err, done.returncode


def sh(binary, begun, text, place):
    shutil.copytree(begun, place, dirs_exist_ok=True)
    environment = {"PATH": f"{pathlib.Path(binary).resolve().parent}:/usr/bin:/bin", "HOME": str(place), "REMIT_POLICIES": f"{place / 'policies'}:{POLICIES}",
                   "REMIT_STORE": str(place / "store")}
    done = subprocess.run(["sh", "-c", text], cwd=place, env=environment, capture_output=True, text=True, errors="replace", timeout=120, stdin=subprocess.DEVNULL)
    return done.stdout + done.stderr, done.returncode


def tried(given, begun, remit, page):
    code, file, blocks, words = page
    where = f"{file.name}: {code}"
    said = []
    for kind in ("wrong", "right"):
        language, text = blocks.get(kind, ("", ""))
        if language not in ("lua", "sh"):
            said.append((f"{where}: {kind} example", language == "text" and code in UNTRIED, language or "there is none"))
            continue
        with tempfile.TemporaryDirectory() as scratch:
            out, ended = lua(remit, text, pathlib.Path(scratch)) if language == "lua" else sh(given.binary, begun, text, pathlib.Path(scratch))
        gives = f"[{code}]" in out
        said.append((f"{where}: the {kind} example {'gives' if kind == 'wrong' else 'does not give'} it", gives == (kind == "wrong"), out[:800]))
        if kind == "right":
            said.append((f"{where}: nothing else is wrong with the right example", ended == 0 and not re.search(r"error: ", out), out[:800]))
    said.append((f"{where}: says what it means", len(words) > 20, words))
    return said


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    checks, remit = Checks(), Remit(given.binary)
    all_pages = list(pages())
    if not given.only:
        codes = codes_of_sources()
        have = [page[0] for page in all_pages]
        checks.equal("no code has two pages", sorted(have), sorted(set(have)))
        for code, place in codes.items():
            checks.check(f"{place} gives {code}, and a page in docs/errors says what that is", code in have)
        for code in have:
            checks.check(f"a message has the code {code} of a page", code in codes)
        checks.check("what is only read is a page", UNTRIED <= set(have), UNTRIED - set(have))
        listed = remit("error")
        checks.check("remit error lists all", all(re.search(rf"(?m)^  {code} ", listed.out) for code in have), listed.out[-300:])
        checks.contains("a code as it is copied or typed", remit("error", "[unknown-field]").out, "UNKNOWN_FIELD", "wrong:", "right:", "the nearest")
        near = remit("error", "UNKNOWN_FEILD")
        checks.contains("the nearest of an unknown one", near.err, "no message has the code `UNKNOWN_FEILD`; the nearest is `UNKNOWN_FIELD`")
        checks.equal("its exit code", near.returncode, 2)
    with tempfile.TemporaryDirectory() as scratch:
        begun = pathlib.Path(scratch)
        remit("new", "pack", "river-towns", "--out", begun / "policies")
        shutil.copytree(begun / "policies/river-towns/rounds/spring-2026", begun / "round")
        remit("pack", "key", "new", "north-region", "--out", begun / "keys", "--no-password")
        remit("pack", "build", begun / "policies/river-towns", "--release", "1", "--expires", "2027-03-31", "--out", f"{begun / 'shared'}/")
        remit("pack", "sign", begun / "shared/river-towns-1.0.0.remitpack", "--key", begun / "keys/north-region.key")
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for said in pool.map(lambda page: tried(given, begun, remit, page), [p for p in all_pages if given.only in p[0]]):
                for what, held, detail in said:
                    checks.check(what, held, detail)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
