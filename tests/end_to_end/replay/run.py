#!/usr/bin/env python3
"""remit replay: IDENTICAL (exit 0), or what differs, its cause first (exit 1). Usage: run.py --binary REMIT"""
import argparse
import copy
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import EXAMPLE, POLICIES, Checks, Remit, copy_of, read_round, replace_in, write_round  # noqa: E402

PACK = "northern-ireland"


def folder(remit, checks, scratch):
    """What `decide --out` and `assess --out` wrote to one folder is replayed together."""
    out = scratch / "results"
    remit("decide", EXAMPLE, "--out", out)
    remit("assess", EXAMPLE, "--out", out)
    done = remit("replay", out, EXAMPLE)
    checks.equal("a folder: exit code", (done.returncode, done.err), (0, ""))
    checks.equal("a folder: each of its files once", [line.split(": ")[0].split("/")[-1] for line in done.out.splitlines()], ["records.ndjson", "assessments.ndjson"])
    checks.equal("a folder: what is said of each", [line.split(": ")[1] for line in done.out.splitlines()], ["IDENTICAL", "IDENTICAL"])
    replace_in(out / "assessments.ndjson", '"outcome":"fail"', '"outcome":"pass"')
    differs = remit("replay", out, EXAMPLE)
    checks.equal("a folder: one difference counts", differs.returncode, 1)
    checks.contains("a folder: and is said", differs.out, "records.ndjson: IDENTICAL", "assessments.ndjson: NOT THE SAME")
    none = remit("replay", EXAMPLE, EXAMPLE)
    checks.equal("a folder without records", (none.returncode, none.out), (2, ""))
    checks.contains("a folder without records: in words", none.err, "there are no records in this folder", "remit decide --out")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        records, document = scratch / "records.ndjson", scratch / "decision.json"
        records.write_bytes(remit("decide", EXAMPLE, "--format", "ndjson").stdout)
        document.write_bytes(remit("decide", EXAMPLE, "--format", "json").stdout)
        lines = records.read_text().splitlines()
        checks.check("there are records", len(lines) > 30)

        def identical(what, saved, place, *words, **more):
            done = remit("replay", saved, place, *words, **more)
            checks.equal(f"{what}: exit code", done.returncode, 0)
            checks.equal(f"{what}: what is said", done.out, f"IDENTICAL: {len(lines)} records\n")
            checks.equal(f"{what}: nothing beside it", done.err, "")

        def differs(what, saved, place, *parts, **more):
            done = remit("replay", saved, place, *more.pop("words", ()), **more)
            checks.equal(f"{what}: exit code", done.returncode, 1)
            checks.check(f"{what}: is not called identical", "IDENTICAL" not in done.out and done.out.startswith("NOT THE SAME"), done.out)
            checks.contains(f"{what}: names it", done.out, *parts)
            at = [done.out.find(p) for p in parts]
            checks.check(f"{what}: the cause is said before what came of it", at == sorted(at), done.out)

        identical("records", records, EXAMPLE)
        identical("a document", document, EXAMPLE)
        (scratch / "turned.ndjson").write_text("\n".join(reversed(lines)) + "\n")
        identical("records in another order", scratch / "turned.ndjson", EXAMPLE)
        later = scratch / "later.ndjson"
        later.write_bytes(remit("decide", EXAMPLE, "--format", "ndjson", "--as-of", "2012-04-01").stdout)
        identical("records of another day, which they name themselves", later, EXAMPLE)
        away = copy_of(POLICIES, scratch / "away")
        folder(remit, checks, scratch)
        identical("the pack in another place", records, EXAMPLE, REMIT_POLICIES=away)

        # a parameter
        policies = copy_of(POLICIES, scratch / "policies")
        replace_in(policies / PACK / "parameters" / "panel.lua", '{ 2, clause = "our reading of 4.5.4 s2', '{ 3, clause = "our reading of 4.5.4 s2')
        differs("a parameter", records, EXAMPLE, f"layer with id {PACK}, digest", "parameter minimum_agencies, value: was 2, now 3",
                "first difference, ", REMIT_POLICIES=policies)

        # the words of a rule, then what it asks
        policies = copy_of(POLICIES, scratch / "policies")
        replace_in(policies / PACK / "eligibility.lua", '"the application does not say what it adds"', '"no word about added value"')
        differs("a rule's words", records, EXAMPLE, f"layer with id {PACK}, digest",
                'rule added-value, message: was "the application does not say what it adds", now "no word about added value"', REMIT_POLICIES=policies)
        policies = copy_of(POLICIES, scratch / "policies")
        replace_in(policies / PACK / "eligibility.lua", "passes_when   = application.added_value:is_answered()",
                   "passes_when   = application.participation:is_answered()")
        differs("what a rule asks", records, EXAMPLE, f"layer with id {PACK}, digest", "first difference, ", "rule added-value", REMIT_POLICIES=policies)
        policies = copy_of(POLICIES, scratch / "policies")
        with open(policies / "core" / "eligibility.lua", "a") as file:
            file.write("\n-- a comment\n")
        differs("a comment in the core: its digest alone", records, EXAMPLE, "layer with id core, digest", REMIT_POLICIES=policies)

        # the input
        base = read_round()
        other = copy.deepcopy(base)
        other["applications"][0]["amount_requested"] -= 1
        differs("one pound of a request", records, write_round(other, scratch / "round"), "the round is not the same", "first difference, ",
                "amount")
        other = copy.deepcopy(base)
        other["scores"][0]["score"] = "1"
        differs("one mark", records, write_round(other, scratch / "round"), "the round is not the same", "first difference, ")
        other = copy.deepcopy(base)
        gone = other["applications"].pop(5)["id"]
        other["scores"] = [s for s in other["scores"] if s["application"] != gone]
        differs("an application less", records, write_round(other, scratch / "round"), "the round is not the same", gone)
        other = copy.deepcopy(base)
        other["as_of"] = "2012-03-13"
        differs("the round's own date", records, write_round(other, scratch / "round"), "the round is not the same")

        # the records themselves
        tampered = [json.loads(line) for line in lines]
        of = next(r for r in tampered if r["rank"] == 1)
        of["proposal"]["amount"] = "1.00"
        changed = scratch / "changed.ndjson"
        changed.write_text("".join(json.dumps(r, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n" for r in tampered))
        differs("a tampered record", changed, EXAMPLE, "changed after it was written", of["application"], "proposal, amount")
        changed.write_text("\n".join(lines[:-1]) + "\n")
        differs("a record that is missing", changed, EXAMPLE, json.loads(lines[-1])["application"])
        other = [json.loads(line) for line in lines]
        for r in other:
            r["as_of"] = "2012-03-14"
        changed.write_text("".join(json.dumps(r, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n" for r in other))
        differs("the date in the records", changed, EXAMPLE, "changed after it was written")

        # what is no record
        for name, text in (("empty", ""), ("another document", '{"format":"something/1"}\n'), ("not JSON", "hello\n"), ("half a record", lines[0][:200])):
            changed.write_text(text)
            done = remit("replay", changed, EXAMPLE)
            checks.equal(f"{name}: exit code", done.returncode, 2)
            checks.contains(f"{name}: names the file", done.err, "changed.ndjson")
            checks.equal(f"{name}: nothing on standard output", done.out, "")
        done = remit("replay", scratch / "none", EXAMPLE)
        checks.equal("no such file: exit code", done.returncode, 2)
    return checks.finish()


sys.exit(main())
