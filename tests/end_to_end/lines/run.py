#!/usr/bin/env python3
"""Applications by themselves (procedure each/1), from lines to records. Usage: run.py --binary REMIT"""
import argparse
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import SOURCE, Checks, Remit  # noqa: E402

BENCH = SOURCE / "tests" / "bench"
SENTENCES, FUNCTIONS = BENCH / "packs" / "funding-sentences", BENCH / "packs" / "funding-functions"
DAY = ("--as-of", "2026-03-31")

LITTLE = """pack "little" { title = "Little", version = "1.0.0", document = "none", status = "invented", procedure = "each/1" }
record "application" { key = "number", stream = "theme", number = text { required = yes }, theme = text, wanted = money, title = text }
criterion "modest" { title = "It is modest", clause = "1", effect = blocks, passes_when = application.wanted:at_most(pounds(100)) }
criterion "only-play" { title = "Play costs less", clause = "2", effect = blocks, streams = { "play" }, passes_when = application.wanted:at_most(pounds(50)) }
decision "no"  { title = "No",  clause = "3", proposed_when = eligibility.outcome:is "ineligible" }
decision "yes" { title = "Yes", clause = "4", proposed_when = eligibility.outcome:is "eligible" }
"""


def little(scratch, text=LITTLE):
    pack = scratch / "little"
    pack.mkdir(exist_ok=True)
    (pack / "pack.lua").write_text(text)
    return pack


def line(number, wanted=10, **more):
    return json.dumps({"number": number, "wanted": wanted, **more}) + "\n"


def records_hold(remit, checks, data):
    """Full records are canonical, carry their own digest, and are the same for any number of threads; the packs agree."""
    one = remit("decide", data, "--pack", SENTENCES, *DAY, "--threads", "1")
    checks.equal("exit code", one.returncode, 0)
    for threads in ("2", "5"):
        checks.check(f"the same bytes with {threads} threads", remit("decide", data, "--pack", SENTENCES, *DAY, "--threads", threads).stdout == one.stdout)
    checks.check("the same bytes from standard input", remit("decide", "-", "--pack", SENTENCES, *DAY, given=data.read_bytes()).stdout == one.stdout)
    ids = [json.loads(text)["application_id"] for text in data.read_text().splitlines()]
    wrong, inputs = [], set()
    for text, number in zip(one.stdout.splitlines(), ids):
        record = json.loads(text)
        written = json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
        bare = re.sub(rb',"digest":"[^"]*"', b"", text, count=1)
        digest = "blake2b-256:" + hashlib.blake2b(bare, digest_size=32).hexdigest()
        if written != text or record["digest"] != digest or record["application"] != number or record["procedure"] != "each/1":
            wrong.append(number)
        inputs.add(record["input"])
    checks.equal("records that are not canonical, whole and in order", wrong[:3], [])
    checks.equal("a record for each line", (len(one.stdout.splitlines()), len(inputs)), (len(ids), len(ids)))

    brief = [json.loads(text) for text in remit("decide", data, "--pack", SENTENCES, *DAY, "--format", "brief").stdout.splitlines()]
    by_functions = [json.loads(text) for text in remit("decide", data, "--pack", FUNCTIONS, *DAY, "--format", "brief").stdout.splitlines()]
    checks.check("sentences and functions decide alike", brief == by_functions)
    full = [json.loads(text) for text in one.stdout.splitlines()]
    checks.check("brief and full say the same", all(
        (b["application"], b["decision"], b["eligibility"], b["exact"], b["total"], b["reasons"])
        == (r["application"], r["proposal"]["decision"], r["eligibility"]["outcome"], r["scores"]["exact"], r["scores"]["total"], [x["rule"] for x in r["proposal"]["reasons"]])
        for b, r in zip(brief, full)))


def the_order_of_keys_is_nothing(remit, checks, data, scratch):
    """The digest of an application is over its facts, not over how its line is written."""
    turned = scratch / "turned.ndjson"
    turned.write_text("".join(json.dumps(dict(reversed(json.loads(text).items()))) + "\r\n" for text in data.read_text().splitlines()))
    a, b = (remit("decide", file, "--pack", SENTENCES, *DAY).stdout for file in (data, turned))
    checks.check("other order of keys, other white space: the same records", a == b)


def rules_of_streams(remit, checks, scratch):
    pack = little(scratch)
    given = (line("A", 60, theme="play") + line("B", 60, theme="work") + line("C", 60)).encode()
    done = remit("decide", "-", "--pack", pack, *DAY, given=given)
    records = [json.loads(text) for text in done.out.splitlines()]
    checks.equal("a rule of one stream runs there only", [[f["rule"] for f in r["eligibility"]["findings"]] for r in records],
                 [["modest", "only-play"], ["modest"], ["modest"]])
    checks.equal("and decides there only", [r["proposal"]["decision"] for r in records], ["no", "yes", "yes"])
    other = little(scratch, LITTLE.replace('stream = "theme", ', ""))
    done = remit("decide", "-", "--pack", other, *DAY, given=given)
    checks.equal("no field names the stream: exit code", done.returncode, 3)
    checks.contains("no field names the stream", done.err, "stream = ")


def lines_that_cannot_be_read(remit, checks, scratch):
    pack = little(scratch)
    good = [line(f"A{i}") for i in range(1, 4001)]
    lines = list(good)
    lines[2499] = '{"number": "A2500", "wanted": "much"}\n'
    lines[3999] = '{"nomber": "A4000"}\n'
    file = scratch / "bad.ndjson"
    file.write_text("".join(lines))
    for threads in ("1", "2", "4"):
        done = remit("decide", file, "--pack", pack, *DAY, "--format", "brief", "--threads", threads)
        checks.equal(f"{threads} threads: exit code", done.returncode, 2)
        checks.contains(f"{threads} threads: every mistake, with its line", done.err, "bad.ndjson:2500: wanted", "bad.ndjson:4000:", "the nearest is `number`")
        checks.contains(f"{threads} threads: how far the records go", done.err, "2499 records were made", "before line 2500")
        checks.equal(f"{threads} threads: those before the first mistake, and none after", [json.loads(x)["application"] for x in done.out.splitlines()], [f"A{i}" for i in range(1, 2500)])
    out = scratch / "out"
    done = remit("decide", file, "--pack", pack, *DAY, "--out", out)
    checks.equal("under --out: nothing is left of it", (done.returncode, os.listdir(out) if out.exists() else []), (2, []))
    (scratch / "good.ndjson").write_text("".join(good))
    done = remit("decide", scratch / "good.ndjson", "--pack", pack, *DAY, "--out", out, "--format", "brief")
    checks.equal("under --out: the whole file", (done.returncode, (out / "brief.ndjson").read_text().count("\n")), (0, 4000))


def edges(remit, checks, scratch):
    pack = little(scratch)

    def decided(given, *more):
        done = remit("decide", "-", "--pack", pack, *DAY, "--format", "brief", *more, given=given)
        return done.returncode, [json.loads(text)["application"] for text in done.out.splitlines()]

    checks.equal("no last line end", decided((line("A") + line("B").strip()).encode()), (0, ["A", "B"]))
    checks.equal("blank lines and a byte order mark", decided(b"\xef\xbb\xbf" + ("\n" + line("A") + "  \r\n\n" + line("B")).encode()), (0, ["A", "B"]))
    checks.equal("nothing", decided(b""), (0, []))
    long = line("A", title="t" * 900000) + line("B")
    checks.equal("lines longer than a block", decided(long.encode()), (0, ["A", "B"]))
    done = remit("decide", "-", "--pack", pack, *DAY, given=b'{"number":"' + b"x" * (17 << 20))
    checks.equal("a line without an end", done.returncode, 2)
    checks.contains("a line without an end", done.err, "standard input:1:", "longer than 16 MiB")
    checks.equal("a line that is no object", decided(line("A").encode() + b"[1]\n"), (2, ["A"]))


def a_pipe_is_not_waited_for(remit, checks, scratch):
    """What is there is decided at once, and a mistake ends the run though the pipe stays open."""
    pack = little(scratch)
    for threads in ("1", "2"):
        child = subprocess.Popen([remit.binary, "decide", "-", "--pack", str(pack), *DAY, "--format", "brief", "--threads", threads], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        child.stdin.write(line("A").encode())
        child.stdin.flush()
        checks.equal(f"{threads} threads: the first record while the pipe is open", json.loads(child.stdout.readline())["application"], "A")
        child.stdin.write(b"{]\n")
        child.stdin.flush()
        checks.equal(f"{threads} threads: it ends", child.wait(timeout=60), 2)
        checks.contains(f"{threads} threads: and says where", child.stderr.read().decode(), "standard input:2:")
        child.stdin.close()


def what_must_be_said(remit, checks, data, scratch):
    for what, words, code, said in (
            ("no date", ("decide", data, "--pack", SENTENCES), 2, "--as-of"),
            ("no day", ("decide", data, "--pack", SENTENCES, "--as-of", "soon"), 2, "soon"),
            ("no pack", ("decide", data, *DAY), 2, "--pack"),
            ("a pack that ranks", ("decide", data, "--pack", "northern-ireland", *DAY), 2, "round"),
            ("a form for rounds", ("decide", data, "--pack", SENTENCES, *DAY, "--format", "html"), 2, "html"),
            ("a file that is not there", ("decide", scratch / "nowhere.ndjson", "--pack", SENTENCES, *DAY), 2, "nowhere.ndjson"),
            ("a round for a pack without rounds", ("decide", SOURCE / "policies/northern-ireland/rounds/family-support-2012", "--pack", SENTENCES, "--what-if"), 2, "by itself")):
        done = remit(*words)
        checks.equal(f"{what}: exit code", done.returncode, code)
        checks.equal(f"{what}: no records", done.out, "")
        checks.contains(f"{what}: said", done.err, said)
    done = remit("decide", data, "--pack", SENTENCES, *DAY, "--what-if")
    checks.check("--what-if marks every record", all(json.loads(text)["what_if"] for text in done.out.splitlines()))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        data = scratch / "applications.ndjson"
        data.write_bytes(subprocess.run([sys.executable, str(BENCH / "generate.py"), "700"], stdout=subprocess.PIPE, check=True).stdout)
        records_hold(remit, checks, data)
        the_order_of_keys_is_nothing(remit, checks, data, scratch)
        rules_of_streams(remit, checks, scratch)
        lines_that_cannot_be_read(remit, checks, scratch)
        edges(remit, checks, scratch)
        a_pipe_is_not_waited_for(remit, checks, scratch)
        what_must_be_said(remit, checks, data, scratch)
    return checks.finish()


sys.exit(main())
