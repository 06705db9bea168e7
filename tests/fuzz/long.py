#!/usr/bin/env python3
"""Runs the fuzz targets for a while, one after the other, on one core: what is new goes to a folder beside the build, so that the next
run begins there, and how many runs were clean is said. With --keep, what reaches more of the code is added to the corpus, as small as it goes.
Usage: cmake --preset fuzz && cmake --build --preset fuzz && tests/fuzz/long.py --build build-fuzz --seconds 1200 [--only manifest] [--keep]"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
LENGTH = {"archive": 8192, "packed": 8192, "manifest": 4096, "lists": 4096, "import": 65536}


def keep(program, target, found):
    """The fewest and smallest inputs that reach all that was reached; those of the corpus stay as they are."""
    with tempfile.TemporaryDirectory() as scratch:
        fewest = pathlib.Path(scratch) / "fewest"
        shutil.copytree(HERE / "corpus" / target, fewest)
        subprocess.run([program, "-set_cover_merge=1", "-use_counters=0", "-rss_limit_mb=4096", fewest, found], capture_output=True, check=True)
        known = {file.name for file in (HERE / "corpus" / target).iterdir()}
        new = [file for file in fewest.iterdir() if file.name not in known]
        for file in new:
            shutil.copy(file, HERE / "corpus" / target / file.name)
        return len(new)


def run(target, given):
    program = pathlib.Path(given.build).resolve() / "tests/fuzz" / f"fuzz_{target}"
    found = pathlib.Path(given.build).resolve() / "found" / target
    found.mkdir(parents=True, exist_ok=True)
    words = [program, f"-max_total_time={given.seconds}", f"-max_len={LENGTH[target]}", "-print_final_stats=1", "-timeout=30", "-rss_limit_mb=4096", "-verbosity=0", f"-artifact_prefix={found}-finding-"]
    if (HERE / f"{target}.dict").exists():
        words.append(f"-dict={HERE / target}.dict")
    done = subprocess.run(words + [found, HERE / "corpus" / target], capture_output=True, text=True)
    runs = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    print(f"{target}: {runs.group(1) if runs else 'an unknown number of'} runs in {given.seconds} s, {'all clean' if done.returncode == 0 else 'with a FINDING'}", flush=True)
    if done.returncode:
        print(done.stderr[-4000:])
    if given.keep:
        print(f"  {keep(program, target, found)} new in the corpus", flush=True)
    return done.returncode == 0


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--build", required=True)
    options.add_argument("--seconds", type=int, default=600)
    options.add_argument("--only", action="append", choices=sorted(LENGTH))
    options.add_argument("--keep", action="store_true")
    given = options.parse_args()
    return 0 if all([run(target, given) for target in given.only or LENGTH]) else 1


sys.exit(main())
