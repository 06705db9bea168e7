#!/usr/bin/env python3
"""Installs the build into a temporary prefix, builds example/ against the package there, decides a round with it, and
compares with what the command says. Usage: run.py --build FOLDER --binary REMIT --compiler CXX"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from running import EXAMPLE, POLICIES, Checks, Remit  # noqa: E402

NOT_OF_THE_CORE = ("spdlog", "fmt", "CLI", "report", "cli/")   # what a program that embeds the core must not need


def done(*words, **more):
    made = subprocess.run([str(w) for w in words], capture_output=True, text=True, **more)
    if made.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}\n{made.stdout[-4000:]}{made.stderr[-4000:]}")
    return made.stdout


def main():
    options = argparse.ArgumentParser()
    for name in ("--build", "--binary", "--compiler"):
        options.add_argument(name, required=True)
    given = options.parse_args()
    checks, remit = Checks(), Remit(given.binary)
    ccache = [f"-DCMAKE_CXX_COMPILER_LAUNCHER={shutil.which('ccache')}"] if shutil.which("ccache") else []
    with tempfile.TemporaryDirectory() as scratch:
        prefix, build = pathlib.Path(scratch) / "prefix", pathlib.Path(scratch) / "build"
        done("cmake", "--install", given.build, "--prefix", prefix)
        checks.check("the program is installed", (prefix / "bin" / "remit").is_file())
        checks.check("with its packs", (prefix / "share" / "remit" / "policies" / "northern-ireland" / "pack.lua").is_file())
        headers = sorted(prefix.glob("include/remit/**/*.hpp"))
        checks.check("with headers", len(headers) > 20)
        for header in headers:
            strange = re.findall(r'#include [<"]([^">]*(?:lua\.hpp|simdjson|sodium|csv\.h|CLI/|spdlog|report/|cli/)[^">]*)[">]', header.read_text())
            checks.equal(f"{header.name} needs no library's header", strange, [])

        done("cmake", "-S", HERE / "example", "-B", build, "-G", "Ninja", "-DEACH_HEADER=ON", f"-DCMAKE_PREFIX_PATH={prefix}",
             f"-DCMAKE_CXX_COMPILER={given.compiler}", *ccache)
        done("cmake", "--build", build)
        program = build / "panel_secretary"
        for line in (build / "build.ninja").read_text().splitlines():
            if "LINK_LIBRARIES" in line:
                found = [n for n in NOT_OF_THE_CORE if n in line]
                checks.equal("the core links without what only the command needs", found, [])

        told = done(program, POLICIES, EXAMPLE).splitlines()
        wanted = []
        for line in remit("decide", EXAMPLE, "--format", "ndjson").out.splitlines():
            record = json.loads(line)
            wanted.append(f"{record['application']} {record['proposal']['decision']} {record['proposal']['amount']}")
        checks.check("the round has applications", len(wanted) > 30)
        checks.equal("the embedded core decides as the command does", told, wanted)

        refused = subprocess.run([program, POLICIES, prefix / "nowhere"], capture_output=True, text=True)
        checks.equal("what was wrong comes as a problem, with its exit code", refused.returncode, 2)
        checks.contains("what was wrong is said", refused.stderr, "nowhere")
        refused = subprocess.run([program, prefix, EXAMPLE], capture_output=True, text=True)
        checks.equal("a pack that is not there is refused", refused.returncode, 3)
        installed = Remit(prefix / "bin" / "remit")
        found = installed("--log-level", "info", "check", "northern-ireland", cwd=scratch, REMIT_POLICIES="")
        checks.equal("the installed program finds the packs beside it: exit code", found.returncode, 0)
        checks.contains("the installed program finds the packs beside it", found.err, str(prefix / "share" / "remit" / "policies"))
        checks.equal("the installed program answers", installed("version").out, remit("version").out)
    return checks.finish()


sys.exit(main())
