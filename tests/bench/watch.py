#!/usr/bin/env python3
"""How soon `remit test PACK --watch` answers a save: from the moment the file is written until it says what the save touched, and until all
cases have run. Beside it, by turns, `remit test PACK` from cold. A ratio is the median of the ratios of the pairs.

  watch.py --remit REMIT --policies POLICIES [--pairs 9] [--packs small-grants,northern-ireland]
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

SAVED = {"small-grants": ("eligibility.lua", "it had {application.annual_income} last year"), "northern-ireland": ("eligibility.lua", "also sent {other.title} in this stream"),
         "haringey": ("early_stage.lua", "{plan_step.what} has no date")}


def answer(lines, *words):
    """Reads up to a line with one of the words; seconds since `began` are the caller's."""
    while True:
        line = lines.readline()
        if not line or any(word in line for word in words):
            return line


def save(path, text):
    """As editors do: a temporary file, then its rename."""
    beside = path.with_suffix(".part")
    beside.write_text(text)
    os.replace(beside, path)


def measure(remit, policies, pack, pairs):
    folder = policies / pack
    name, words = SAVED[pack]
    path = folder / name
    text = path.read_text()
    if words not in text:
        raise SystemExit(f"{path} does not say {words!r} any more")
    environment = {"PATH": "/usr/bin:/bin", "REMIT_POLICIES": str(policies)}
    watch = subprocess.Popen([remit, "test", str(folder), "--watch"], stdout=subprocess.PIPE, text=True, env=environment)
    touched, whole, cold = [], [], []
    try:
        answer(watch.stdout, "waiting for the next save")
        for turn in range(pairs):
            time.sleep(0.1)
            began = time.perf_counter()
            save(path, text.replace(words, words + f" ({turn})"))
            first = answer(watch.stdout, "touched by this save", "waiting for the next save")
            touched.append(time.perf_counter() - began)
            if "waiting" not in first:
                answer(watch.stdout, "waiting for the next save")
            whole.append(time.perf_counter() - began)
            began = time.perf_counter()
            subprocess.run([remit, "test", str(folder)], env=environment, stdout=subprocess.DEVNULL, check=False)
            cold.append(time.perf_counter() - began)
    finally:
        watch.terminate()
        watch.wait()
        save(path, text)
    ratio = statistics.median(t / c for t, c in zip(touched, cold))
    print(f"{pack:18} touched after {1000 * statistics.median(touched):5.0f} ms (at most 200), all after {1000 * statistics.median(whole):5.0f} ms, "
          f"cold run {1000 * statistics.median(cold):5.0f} ms; touched / cold {ratio:.2f}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--remit", required=True)
    options.add_argument("--policies", required=True, type=pathlib.Path)
    options.add_argument("--pairs", type=int, default=9)
    options.add_argument("--packs", default=",".join(SAVED))
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        policies = pathlib.Path(scratch) / "policies"
        shutil.copytree(given.policies, policies)
        for pack in given.packs.split(","):
            measure(str(pathlib.Path(given.remit).resolve()), policies, pack, given.pairs)


main()
