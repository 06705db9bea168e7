#!/usr/bin/env python3
"""The policy of policy.md gives the same answers in sentences, in functions and by hand: those of the checksums below, which
many other rule engines gave too. Usage: answers.py REMIT APPLICATIONS"""
import hashlib
import json
import os
import subprocess
import sys
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
EXPECTED = {
    1000: "f9955118acea572bf0be2c423c092d92237eaacf757200079e35676774be0eb5",
    10000: "cf55012a3022279173b5f5b8fb161d9aaab20d909dc8395a55d75d9db9523dab",
}


def normal(line):
    """One result line in the words of policy.md."""
    record = json.loads(line)
    score = (Fraction(record["exact"]) * 20000 + 1) // 2                # four decimals, half up
    reasons = ("W_" + r[2:] if r.startswith("w-") else r.upper() for r in record["reasons"])
    return "%s|%d|%s|%d.%04d|%s|%s" % (
        record["application"], record["eligibility"] == "eligible", ",".join(r.upper() for r in record["failed"]),
        score // 10000, score % 10000, record["decision"].replace("-", "_"), ",".join(reasons))


def checksum(lines):
    digest = hashlib.sha256()
    for line in lines:
        digest.update(normal(line).encode() + b"\n")
    return digest.hexdigest()


def main():
    remit, applications = sys.argv[1], int(sys.argv[2])
    data = subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), str(applications)], stdout=subprocess.PIPE, check=True).stdout
    wrong = 0
    for pack in ("funding-sentences", "funding-functions"):
        command = [remit, "decide", "-", "--pack", os.path.join(HERE, "packs", pack), "--as-of", "2026-03-31", "--format", "brief"]
        out = subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout.splitlines()
        same = len(out) == applications and checksum(out) == EXPECTED[applications]
        print(pack, applications, "same" if same else "DIFFERS")
        wrong += not same
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
