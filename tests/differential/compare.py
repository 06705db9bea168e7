"""Decides random rounds with the engine and with the evaluator beside this file, and stops where they differ.

    compare.py --binary PATH [--rounds 2000] [--seed 1] [--jobs N]      closing line: N passed, M failed
    compare.py --binary PATH --round FILE                               one round from a file
    compare.py --rounds 2000                                            no binary: what the generator reaches

The first seed that differs is shrunk to the smallest round that still differs in the same fields; that round and both
answers are printed. Whatever follows `--` is given to the binary as further arguments.
"""
import argparse
import collections
import json
import multiprocessing
import os
import subprocess
import sys

from coverage import MUST_OCCUR, features
from evaluate import CRITERIA, evaluate, load, printable
from generate import dumps, generate
from shrink import shrink

ENOUGH = 2000           # rounds after which every feature must have occurred


def run(command, document):
    """(records, None), or (None, what went wrong)."""
    try:
        done = subprocess.run(command, input=dumps(document).encode(), capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return None, "no answer in 60 seconds"
    if done.returncode != 0:
        return None, f"exit {done.returncode}: {done.stderr.decode(errors='replace').strip()[:2000]}"
    try:
        return [json.loads(line) for line in done.stdout.decode().splitlines()], None
    except ValueError as error:
        return None, f"unreadable output: {error}: {done.stdout[:500]!r}"


def findings_of(record):
    """Outcomes of the ten criteria; one that occurs twice shows both."""
    if record["eligibility"] is None:
        return None
    found = {}
    for finding in record["eligibility"]["findings"]:
        if finding["rule"] in CRITERIA:
            before = found.get(finding["rule"])
            found[finding["rule"]] = f"{before} and {finding['outcome']}" if before else finding["outcome"]
    return found


def as_answer(record):
    """A record of the engine in the shape of the evaluator's answers."""
    scores = record["scores"]
    recusals = [c for c in record["conflicts"] or [] if c["action"] == "recuse"]
    scopes = sorted({c["scope"] for c in recusals})
    total = scores.get("total") if scores else None
    return {
        "application": record["application"], "stream": record["stream"], "applicant": record["applicant"]["id"],
        "eligibility": record["eligibility"]["outcome"] if record["eligibility"] else None,
        "findings": findings_of(record),
        "recused": sorted({c["member"] for c in recusals}),
        "scope": None if not scopes else scopes[0] if len(scopes) == 1 else scopes,
        "means": {m["measure"]: m["mean"] for m in scores.get("measures", [])} if total is not None else {},
        "exact": scores.get("exact") if scores else None, "total": total,
        "counted": sorted(s["member"] for s in scores["sheets"] if s["counted"]) if total is not None else [],
        "rank": record["rank"], "decision": record["proposal"]["decision"], "amount": record["proposal"]["amount"],
        "elements": sorted(record["proposal"]["elements"]),
    }


def not_compared(field, expected):
    """Withdrawn: the scores are null, and what the record says of conflicts is not laid down."""
    return expected["decision"] == "withdrawn" and field in ("recused", "scope", "means", "counted")


def differences(command, document):
    """[(application, field, engine's, evaluator's)]"""
    expected = [printable(answer) for answer in evaluate(document)]
    records, problem = run(command, document)
    if problem:
        return [(None, "exit", problem, "a record for each application")]
    try:
        given = [as_answer(record) for record in records]
    except (KeyError, TypeError) as error:
        return [(None, "shape", f"{type(error).__name__}: {error} in {json.dumps(records)[:3000]}", "the keys of a record")]
    order = [(a["stream"], a["application"]) for a in given]
    if order != [(a["stream"], a["application"]) for a in expected]:
        return [(None, "order", order, [(a["stream"], a["application"]) for a in expected])]
    return [(want["application"], field, got[field], want[field])
            for got, want in zip(given, expected) for field in want
            if got[field] != want[field] and not not_compared(field, want)]


def check(task):
    """(seed, differences, features met) of one seed; runs in a process of its own."""
    command, seed = task
    document = load(dumps(generate(seed)))
    met = features(document, evaluate(document))
    return seed, differences(command, document) if command else [], met


def report(command, document, found):
    """The smallest round that differs in one of the same fields, and both answers."""
    fields = {field for _, field, _, _ in found}
    small = shrink(document, lambda d: bool(fields & {field for _, field, _, _ in differences(command, d)}))
    print("the smallest round that differs:")
    print(dumps(small))
    for application, field, got, want in differences(command, small):
        print(f"{application or 'round'}: {field}")
        print(f"   engine     {json.dumps(got, ensure_ascii=False) if field != 'exit' else got}")
        print(f"   evaluator  {json.dumps(want, ensure_ascii=False)}")


def check_all(options, command):
    """(passed, the first that failed or None, how many rounds met each feature)"""
    passed, failed, met = 0, None, collections.Counter()
    seeds = range(options.seed, options.seed + options.rounds)
    with multiprocessing.Pool(options.jobs) as pool:
        for seed, found, features_met in pool.imap(check, ((command, seed) for seed in seeds), chunksize=8):
            met.update(features_met)
            if found:
                failed = (seed, found)
                pool.terminate()
                break
            passed += 1
    return passed, failed, met


def arguments():
    parser = argparse.ArgumentParser(description="the engine against the evaluator, on random rounds")
    parser.add_argument("--binary")
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--round", help="compare this one document")
    parser.add_argument("--coverage", action="store_true", help="print how many rounds met each feature")
    parser.add_argument("further", nargs="*", help="after --: arguments for the binary")
    return parser.parse_args()


def main():
    options = arguments()
    command = [options.binary, "decide", "-", "--format", "ndjson", *options.further] if options.binary else None
    if options.round:
        with open(options.round, encoding="utf-8") as file:
            document = load(file.read())
        found = differences(command, document)
        if found:
            report(command, document, found)
        print(f"{int(not found)} passed, {int(bool(found))} failed")
        return 1 if found else 0
    passed, failed, met = check_all(options, command)
    if options.coverage or not command:
        for feature in sorted(set(MUST_OCCUR) | set(met)):
            print(f"{met[feature]:8}  {feature}")
    if failed:
        print(f"seed {failed[0]} differs")
        report(command, load(dumps(generate(failed[0]))), failed[1])
    missed = [feature for feature in MUST_OCCUR if not met[feature]]
    if missed and not failed and options.rounds >= ENOUGH:
        print("never met, so not tested: " + ", ".join(missed))
    bad = int(bool(failed)) + (len(missed) if options.rounds >= ENOUGH and not failed else 0)
    print(f"{passed} passed, {bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
