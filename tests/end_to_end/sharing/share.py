"""What the tests of sharing have in common: a small pack, keys, and remit with a store of its own."""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, Remit, replace_in  # noqa: E402,F401

WHO = ("--by", "A. Byrne, secretary", "--why", "minute 4.2", "--as-of", "2026-11-22")


class Desk:
    """A folder to work in, with the core, a pack `river-towns`, and a store."""

    def __init__(self, binary, scratch):
        self.place, self.checks, self.program = pathlib.Path(scratch), Checks(), Remit(binary)
        shutil.copytree(POLICIES / "core", self.place / "policies/core")
        shutil.copytree(POLICIES / "small-grants", self.place / "policies/small-grants")
        self.remit("new", "pack", "river-towns")

    def remit(self, *words, given=None, exit_code=0, **environment):
        environment.setdefault("REMIT_STORE", self.place / "store")
        done = self.program(*words, given=given, cwd=self.place, REMIT_POLICIES="policies", **environment)
        self.checks.equal(f"remit {' '.join(map(str, words))}: exit code", done.returncode, exit_code) or print(done.out[-1500:], done.err[-1500:])
        return done

    def refused(self, exit_code, said, *words, **more):
        done = self.remit(*words, exit_code=exit_code, **more)
        self.checks.contains(f"remit {' '.join(map(str, words))}: why", done.err, said)
        return done

    def key(self, name):
        """A key without a password, for what is not about passwords: a password costs seconds."""
        self.remit("pack", "key", "new", name, "--no-password")
        return self.place / f"{name}.pub"

    def build(self, release, version="1.0.0", out=None, expires="2027-03-31", **replacements):
        folder = self.place / "policies/river-towns"
        lua = folder / "pack.lua"
        text = lua.read_text()
        lua.write_text("".join(f'  version  = "{version}",\n' if line.strip().startswith("version") else line + "\n" for line in text.splitlines()))
        for file, (old, new) in replacements.items():
            replace_in(folder / file, old, new)
        out = self.place / (out or f"river-towns-{version}.remitpack")
        self.remit("pack", "build", "policies/river-towns", "--release", release, "--expires", expires, "--out", out)
        return out

    def sign(self, file, key, *more):
        self.remit("pack", "sign", file, "--key", self.place / f"{key}.key", *more)
        return file

    def minisign(self, *words, given=None):
        return subprocess.run(["minisign", *map(str, words)], cwd=self.place, input=given, capture_output=True)


def main(test):
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        desk = Desk(given.binary, scratch)
        test(desk)
        sys.exit(desk.checks.finish())
