#!/usr/bin/env python3
"""A pack that uses every plug-in that comes with Remit, from outside: what each of them says of an invented round, that the records
replay where no plug-in is, and that asking again gives the same. Usage: run.py --binary REMIT --plugins FOLDER"""
import argparse
import copy
import csv
import hashlib
import json
import pathlib
import re
import shutil
import sqlite3
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, SOURCE, Checks, Remit, copy_of, replace_in  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROUND = HERE / "round"

# Worked out by hand. need = 10 - decile (9 at decile 1, 0 at decile 10); quality is the mean of three marks;
# total = 100 x (45 x need / 9 + 55 x quality / 5) / 100 = 5 x need + 11 x quality.
#
# The budget is 100,000. In rank order A01 (60,000) and A10 (40,000) take it all and count 89 + 121/3 = 129.33 points. The most that
# it can pay for is A02 + A03 + A06: 50,000 + 45,000 + 5,000 and 84 + 226/3 + 32 = 191.33 points. (With A01: A06 and A08, 137.
# Without A06: A02 + A03, 159.33. Without A03: A02 + A10 + A06, 156.33. All other sets count less or cost more.)
#
#         identifier registered    own-name          deprived-area     eligibility   need  exact    rank  decision                amount
EXPECTED = {
    "A01": ("pass", "pass",          "pass",           "pass",           "eligible",   "9",  "89",    1,    "decline",              "0.00"),
    "A02": ("pass", "pass",          "pass",           "pass",           "eligible",   "8",  "84",    2,    "approve-total",        "50000.00"),
    "A03": ("pass", "pass",          "pass",           "pass",           "eligible",   "7",  "226/3", 3,    "approve-total",        "45000.00"),
    "A04": ("fail", "refer",         "not_applicable", "pass",           "ineligible", "6",  "63",    None, "decline",              "0.00"),
    "A05": ("pass", "fail",          "pass",           "pass",           "ineligible", "6",  "63",    None, "decline",              "0.00"),
    "A06": ("pass", "refer",         "not_applicable", "fail",           "refer",      "2",  "32",    5,    "approve-in-principle", "5000.00"),
    "A07": ("pass", "fail",          "pass",           "pass",           "ineligible", "6",  "63",    None, "decline",              "0.00"),
    "A08": ("refer", "refer",        "not_applicable", "fail",           "refer",      "1",  "16",    6,    "decline",              "0.00"),
    "A09": ("pass", "pass",          "pass",           "not_applicable", "eligible",   None, None,    None, "refer",                "0.00"),
    "A10": ("pass", "pass",          "fail",           "fail",           "eligible",   "0",  "121/3", 4,    "decline",              "0.00"),
}
# What is said, to those for whom it matters: (application, rule) -> parts of the message
SAID = {
    ("A04", "identifier"): ["GB-CHC-01999003", "leading nought", "six or seven digits", "GB-CHC-1999003"],
    ("A04", "registered"): ["GB-CHC-01999003 is not among the 8 organisations", "Quay Arts"],
    ("A05", "registered"): ["Old Mill Trust", "was taken off the register on 2019-12-31"],
    ("A06", "registered"): ["GB-CHC-1999077 is not among the 8 organisations"],
    ("A06", "deprived-area"): ["its area is in decile 8"],
    ("A07", "registered"): ["Bridge Nursery Limited", "on 2021-07-06 (Dissolved)"],
    ("A08", "identifier"): ["local:glen-family is known to the partnership alone"],
    ("A10", "own-name"): ["the register calls it Harbour Play Association"],
}
SIMILAR = {"A02", "A08"}     # Glen Family Centre, Glen Family Center: two ids, one name
DISAGREE = {"A10"}           # marks 5, 5 and 1
# Of the round and the stream. Krippendorff's alpha of the marks (intervals): within applications the squared distances come to 2 (A03)
# and 32 (A10), over 30 marks that sum to 91 with squares of 311: 1 - 34 x 29 / (2 x (30 x 311 - 91 x 91)) = 556/1049 = 0.530.
ACROSS = {
    ("assessor-agreement", "agreement", "round"): ["by 0.530 on `quality` (30 marks of 10 applications)"],
    ("similar-applicants", "similar", "round"): ["2 of 10 applicants look like another one"],
    ("best-fit-allocator", "best-fit", "stream"): ["191.33 points for £100,000", "rank order would count 129.33 points", "goes to A02, A03 and A06", "goes to A01 and A10"],
}
PLUGINS = ["assessor-agreement", "best-fit-allocator", "charity-register", "deprivation", "similar-applicants"]


def finding(record, rule):
    every = record["eligibility"]["findings"] + record["findings"]
    return next((f for f in every if f["rule"] == rule), {"outcome": "not there", "message": ""})


def check_decisions(checks, records):
    checks.equal("the applications", sorted(records), sorted([*EXPECTED, "A11"]))
    for id, row in EXPECTED.items():
        record = records[id]
        *rules, eligibility, need, exact, rank, decision, amount = row
        for rule, outcome in zip(("identifier", "registered", "own-name", "deprived-area"), rules):
            checks.equal(f"{id}: {rule}", finding(record, rule)["outcome"], outcome)
        checks.equal(f"{id}: eligibility", record["eligibility"]["outcome"], eligibility)
        measures = {m["measure"]: m.get("mean") for m in record["scores"]["measures"]}
        checks.equal(f"{id}: mean on need", measures.get("need"), need)
        checks.equal(f"{id}: total", record["scores"].get("exact"), exact)
        checks.equal(f"{id}: rank", record["rank"], rank)
        checks.equal(f"{id}: decision", record["proposal"]["decision"], decision)
        checks.equal(f"{id}: amount", record["proposal"]["amount"], amount)
        checks.equal(f"{id}: similar-applicants", finding(record, "similar-applicants")["outcome"] == "pass", id not in SIMILAR)
        checks.equal(f"{id}: agreement", finding(record, "agreement")["outcome"] == "pass", id not in DISAGREE)
    checks.equal("A11 is withdrawn", records["A11"]["proposal"]["decision"], "withdrawn")


def check_words(checks, records):
    for (id, rule), parts in SAID.items():
        checks.contains(f"{id}: what {rule} says", finding(records[id], rule).get("message", ""), *parts)
    checks.contains("A02: who is like it", finding(records["A02"], "similar-applicants").get("message", ""), "A08")
    checks.contains("A08: who is like it", finding(records["A08"], "similar-applicants").get("message", ""), "A02")
    checks.contains("A10: who marks otherwise", finding(records["A10"], "agreement").get("message", ""), "m3")
    checks.contains("A09: why it has no score", json.dumps(records["A09"]["scores"]), "E01999999 is not among the 7 areas")
    answers = {p["id"]: p["answers"] for p in records["A01"]["plugins"]}
    for (plugin, item, whole), parts in ACROSS.items():
        checks.contains(f"{plugin}: of the {whole}", "; ".join(answers[plugin][item][whole]["reasons"]), *parts)
    passed_over = json.dumps(records["A01"]["proposal"])
    checks.contains("A01: why it is passed over", passed_over, "passed over though ranked 1")


def check_record(checks, record):
    told = {p["id"]: p for p in record["plugins"]}
    checks.equal("who answered stands in the record", sorted(told), PLUGINS)
    for id, plugin in told.items():
        checks.check(f"{id}: its digest and version", plugin["digest"].startswith("blake2b-256:") and plugin["version"] == "1.0.0", plugin)
    checks.equal("the register's digest is in the record", list(told["charity-register"]["files"]), ["register"])
    checks.equal("the table's digest is in the record", list(told["deprivation"]["files"]), ["areas"])


def check_pages(checks, run, scratch):
    """The packs that the plug-ins' own pages show are packs."""
    for page in sorted((SOURCE / "plugins").glob("*/README.md")):
        pack = scratch / page.parent.name
        pack.mkdir()
        (pack / "pack.lua").write_text('pack "%s" { title = "Example", version = "1.0.0", extends = "core" }\n' % pack.name)
        example = re.findall(r"```lua\n(.*?)```", page.read_text(), re.S)
        checks.check(f"{page.parent.name}: its page shows a pack", f'plugin "{page.parent.name}" {{' in "".join(example))
        (pack / "records.lua").write_text("\n".join(example))
        done = run("check", pack)
        checks.equal(f"{page.parent.name}: the pack on its page", (done.returncode, done.err), (0, ""))


def as_database(csv_file, to):
    """The same register as an SQLite database."""
    with open(csv_file, newline="") as file:
        rows = list(csv.DictReader(file))
    with tempfile.TemporaryDirectory() as scratch:
        made = pathlib.Path(scratch) / "register.db"
        database = sqlite3.connect(made)
        database.execute("CREATE TABLE organisations(id TEXT PRIMARY KEY, name TEXT, status TEXT, registered TEXT, removed TEXT)")
        database.executemany("INSERT INTO organisations VALUES (:id, :name, :status, :registered, :removed)", rows)
        database.commit()
        database.close()
        shutil.copy(made, to)


def check_ways(checks, run, scratch, plugins, lines):
    """Threads, and where a plug-in runs, change the time and not a byte."""
    for threads in (1, 2, 0):
        done = run("decide", ROUND, "--plugins", plugins, "--format", "ndjson", "--threads", threads)
        checks.equal(f"{threads} threads: the same bytes", done.stdout, lines)
    inside = scratch / "in-process"
    inside.mkdir()
    for name in PLUGINS:
        for end in (".so", ".plugin.json"):
            shutil.copy(plugins / (name + end), inside)
        done = run("plugin", "trust", "--in-process", inside / f"{name}.so")
        checks.equal(f"{name}: trusted in process", done.returncode, 0)
    lock = json.loads((inside / "plugins.lock.json").read_text())
    checks.equal("all of them are", [p["in_process"] for p in lock["plugins"]], [True] * len(PLUGINS))
    for threads in (1, 2):
        done = run("decide", ROUND, "--plugins", inside, "--format", "ndjson", "--threads", threads)
        checks.equal(f"in process, {threads} threads: the same bytes as in workers", (done.returncode, done.stdout), (0, lines))


def canonical(record):
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def signed(record):
    """The record as somebody writes it who knows how digests are made."""
    rest = {k: v for k, v in record.items() if k != "digest"}
    return {**rest, "digest": "blake2b-256:" + hashlib.blake2b(canonical(rest).encode(), digest_size=32).hexdigest()}


def check_tampered(checks, run, scratch, plugins, records):
    """A04 fails for its identifier. Somebody writes into the record that the plug-in said otherwise."""
    turned = copy.deepcopy(records)
    mine = next(p for p in turned["A04"]["plugins"] if p["id"] == "charity-register")["answers"]["identifier"]
    checks.check("the answer to turn is in the record", mine["applications"]["A04"]["outcome"] == "fail" if "applications" in mine else bool(mine), json.dumps(mine))
    text = json.dumps(mine)
    checks.contains("the answer to turn is a fail", text, '"fail"')
    next(p for p in turned["A04"]["plugins"] if p["id"] == "charity-register")["answers"]["identifier"] = json.loads(text.replace('"fail"', '"pass"'))
    saved = scratch / "tampered.ndjson"

    def replayed(made, *words):
        saved.write_text("".join(canonical(r) + "\n" for r in made.values()))
        done = run("replay", saved, ROUND, *words)
        checks.equal("a turned answer: exit code", done.returncode, 1)
        checks.check("a turned answer is not called identical", done.out.startswith("NOT THE SAME") and "IDENTICAL" not in done.out, done.out)
        return done.out

    checks.contains("a turned answer breaks the record's digest", replayed(turned), "changed after it was written", "A04")
    turned["A04"] = signed(turned["A04"])
    checks.contains("with a digest made for it, what was decided does not follow from it", replayed(turned), "A04")
    checks.contains("and whoever is asked again says otherwise", replayed(turned, "--live", "--plugins", plugins), "charity-register")


def decisions(records):
    return {id: (r["proposal"], r["rank"], r["eligibility"] and r["eligibility"]["outcome"]) for id, r in records.items()}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    options.add_argument("--plugins", required=True)
    options = options.parse_args()
    remit, checks = Remit(options.binary), Checks()
    plugins = pathlib.Path(options.plugins).resolve()
    policies = f"{HERE / 'policies'}:{POLICIES}"

    def run(*words, program=remit, **more):
        return program(*words, REMIT_POLICIES=policies, **more)

    def decided(what, place):
        done = run("decide", place, "--plugins", plugins, "--format", "ndjson")
        checks.equal(f"{what}: exit code", (done.returncode, done.err), (0, ""))
        return done.stdout, {r["application"]: r for r in map(json.loads, done.out.splitlines())}

    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        check_pages(checks, run, scratch)
        lines, records = decided("the round", ROUND)
        if not records:
            return checks.finish()
        check_decisions(checks, records)
        check_words(checks, records)
        check_record(checks, records["A01"])
        checks.equal("decided again, every byte is the same", decided("again", ROUND)[0], lines)
        check_ways(checks, run, scratch, plugins, lines)
        check_tampered(checks, run, scratch, plugins, records)

        saved = scratch / "records.ndjson"
        saved.write_bytes(lines)
        identical = f"IDENTICAL: {len(records)} records\n"
        # a program beside which no plug-in lies
        (scratch / "bin").mkdir()
        alone = Remit(shutil.copy(options.binary, scratch / "bin" / "remit"))
        done = run("replay", saved, ROUND, program=alone)
        checks.equal("replayed where no plug-in is", (done.returncode, done.out, done.err), (0, identical, ""))
        done = run("decide", ROUND, program=alone)
        checks.equal("decided where no plug-in is: refused", (done.returncode, done.out), (3, ""))
        checks.contains("what is missing is named", done.err, *PLUGINS)
        done = run("replay", saved, ROUND, "--live", "--plugins", plugins)
        checks.equal("asked again", (done.returncode, done.out, done.err), (0, identical, ""))

        # another register: the saved answers stand, who asks again sees what changed
        changed = copy_of(ROUND, scratch / "changed")
        replace_in(changed / "data/charity-register/register.csv", "SUNSHINE CLUB,Registered,2001-11-30,", "SUNSHINE CLUB,Removed,2001-11-30,2024-12-31")
        done = run("replay", saved, changed)
        checks.equal("another register: saved answers are read", (done.returncode, done.out), (0, identical))
        done = run("replay", saved, changed, "--live", "--plugins", plugins)
        checks.equal("another register, asked again: exit code", done.returncode, 1)
        checks.contains("another register, asked again: named", done.out, "NOT THE SAME", "charity-register", "register")

        # the same register as a database, found by its bytes and not its name
        database = copy_of(ROUND, scratch / "database")
        as_database(ROUND / "data/charity-register/register.csv", database / "data/charity-register/register.csv")
        checks.equal("a register in SQLite decides the same", decisions(decided("SQLite", database)[1]), decisions(records))

        # a register that is none, and none at all
        (database / "data/charity-register/register.csv").write_text("id,state\nGB-CHC-1999001,Registered\n")
        done = run("decide", database, "--plugins", plugins)
        checks.equal("a register without status: refused", (done.returncode, done.out), (3, ""))
        checks.contains("what it lacks is said", done.err, "charity-register", 'line 1 has no heading "status"; it has id, state')
        (database / "data/charity-register/register.csv").unlink()
        done = run("decide", database, "--plugins", plugins)
        checks.equal("no register: refused", (done.returncode, done.out), (3, ""))
        checks.contains("where it was looked for is said", done.err, "register.csv")
    return checks.finish()


sys.exit(main())
