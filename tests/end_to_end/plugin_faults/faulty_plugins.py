"""What the tests of faulty plug-ins share: a folder with one fixture in it, as an operator would have it, and records by application."""
import json
import pathlib
import shutil
import subprocess
import sys


class Plugins:
    """Folders of one fixture each, with the manifest of the honest one: all say the same of themselves."""

    def __init__(self, tool, built, scratch):
        self.tool, self.built, self.scratch = tool, pathlib.Path(built), pathlib.Path(scratch)

    def folder(self, fault, *trusting, name=""):
        made = self.scratch / (name or fault)
        made.mkdir()
        shutil.copy(self.built / fault / "fixture.so", made / "fixture.so")
        for words in (["manifest"], ["trust", *trusting]):
            done = subprocess.run([self.tool, *words, made / "fixture.so"], capture_output=True, text=True)
            if done.returncode != 0:
                sys.exit(f"{words} {fault}: {done.stdout}{done.stderr}")
        return made


def records_of(done):
    return {r["application"]: r for r in map(json.loads, done.out.splitlines())}
