#!/usr/bin/env python3
"""What is restricted is in no redacted output. Every leaf of the whole records is classified by the table; whatever may not be read and
stands in no field that may be is then searched for in every form of every command. Usage: run.py --binary REMIT"""
import argparse
import datetime
import hashlib
import html
import json
import pathlib
import re
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import EXAMPLE, POLICIES, SOURCE, Checks, Remit, copy_of, read_round, replace_in, write_round  # noqa: E402

LEVELS = ("public", "on-request")
NAMES = {"record": "remit.record/1", "document": "remit.decision/1", "assessment": "remit.assessment/1", "assessments": "remit.assessments/1", "brief": "brief", "appeal": "remit.appeal/1", "appeals": "remit.appeals/1", "comparison": "remit.comparison/1", "sensitivity": "remit.sensitivity/1"}
CLASSES = {"open": 0, "asked": 1, "closed": 2}
ASSESSED = SOURCE / "tests" / "end_to_end" / "assess"


def table():
    """{(format, path): class}, as the code has it."""
    text = (SOURCE / "host" / "record" / "publication_table.cpp").read_text()
    rows = re.findall(r"\{(\w+), \"([^\"]+)\", (\w+)\}", text)
    return {(NAMES[f], path): CLASSES[c] for f, path, c in rows}


TABLE = table()
PATTERNS = sorted(((f, re.compile("".join("[^.]+" if c == "*" and i < len(path) - 1 else ".+" if c == "*" else re.escape(c) for i, c in enumerate(path)) + r"\Z"), path, to)
                   for (f, path), to in TABLE.items()), key=lambda row: -len(row[2]))


def row_of(form, path):
    """(path of the row, its class) or None."""
    if (form, path) in TABLE:
        return path, TABLE[form, path]
    return next(((p, to) for f, pattern, p, to in PATTERNS if f == form and pattern.match(path)), None)


def leaves(value, form=None, path=""):
    """(format, path, text) of everything that is no list or object; the records of a document have formats of their own."""
    if isinstance(value, dict):
        if not path:
            form = value.get("format", "brief")
        for key, inner in value.items():
            if not path and (key == "records" or (key == "appeals" and form == "remit.appeals/1")):
                for record in inner:
                    yield from leaves(record)
            elif not path and form == "remit.appeal/1" and key in ("first", "second") and inner:
                yield from leaves(inner)
            else:
                yield from leaves(inner, form, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, form, path)
    else:
        yield form, path, value


def keys(value):
    if isinstance(value, list):
        return set().union(*map(keys, value)) if value else set()
    return set(value).union(*map(keys, value.values())) if isinstance(value, dict) else set()


def said_of(text):
    """How reports say a value that may be read: "2900.00" as £2,900, "50" as at least 50, a day by its month."""
    if re.fullmatch(r"\d+\.\d\d", text):
        pounds = f"{float(text):,.2f}"
        text += f" £{pounds} £{pounds.removesuffix('.00')}"
    if day := re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):\d\d)?", text):
        of = datetime.date.fromisoformat(day[1])
        text += f" {of.day} {of:%B %Y}" + (f" at {day[2]}" if day[2] else "")
    return f"{text} at least {text}" if re.match(r"\d", text) else text


def elements_as_read(wholes):
    """The elements of each proposal, which all may read, as a sentence has them: "E1, E2 and E3"."""
    lists = [r["proposal"]["elements"] for whole in wholes for r in whole.get("records", []) if "proposal" in r]
    return "\n".join(", ".join(e[:-1]) + " and " + e[-1] for e in lists if len(e) > 1)


def text_of(path):
    if path.suffix in (".odt", ".xlsx"):
        with zipfile.ZipFile(path) as file:
            return "\n".join(html.unescape(re.sub(r"<[^>]+>", "", file.read(n).decode())) for n in file.namelist())
    return html.unescape(path.read_text(encoding="utf-8"))


def outputs(checks, remit, round_, level, scratch, assessed_only=False):
    """Everything that the program writes of a round at this level: name -> text."""
    made = {}

    def run(name, *words):
        done = remit(*words, "--redact", level)
        checks.check(f"{name} at {level}: exit code {done.returncode}", done.returncode == 0, done.err[:600])
        made[name] = done.out

    for form in ("text", "json", "ndjson"):
        run(f"assess {form}", "assess", round_, "--format", form)
    if assessed_only:
        return made
    for form in ("text", "json", "ndjson", "brief", "html", "csv"):
        run(f"decide {form}", "decide", round_, "--format", form)
    pack = json.loads((pathlib.Path(round_) / "round.json").read_text())["partnership"]
    other = copy_of(POLICIES / pack, scratch / "other" / pack)
    if pack == "small-grants":
        replace_in(other / "parameters/money.lua", "pounds(100000)", "pounds(60000)")
    else:
        replace_in(other / "parameters/applications.lua", '{ "earliest", clause', '{ "latest", clause')
    for form in ("text", "json", "html"):
        run(f"compare --weights {form}", "compare", "--weights", pack, round_, "--format", form)
        if form != "json":
            run(f"pack diff {form}", "pack", "diff", pack, other, "--rounds", round_, "--format", form)
        run(f"compare {form}", "compare", pack, other, round_, "--format", form)
    if (pathlib.Path(round_) / "appeals.json").exists():
        for form in ("text", "json", "ndjson"):
            run(f"appeal {form}", "appeal", round_, "--format", form)
    run("decide --format xlsx", "decide", round_, "--format", "xlsx", "--out", scratch / "results")
    run("decide --out", "decide", round_, "--out", scratch / "results")
    run("letters", "letters", round_)
    run("letters --out", "letters", round_, "--out", scratch / "letters")
    run("papers", "papers", round_)
    run("papers --out", "papers", round_, "--out", scratch / "papers")
    for folder in ("results", "letters", "papers"):
        for path in sorted((scratch / folder).iterdir()):
            made[f"{folder}/{path.name}"] = text_of(path)
    for record in json.loads(made["decide json"])["records"]:
        run(f"explain {record['application']}", "explain", round_, record["application"])
    return made


def nothing_leaks(checks, remit, round_, scratch, assessed_only=False):
    name = pathlib.Path(round_).name
    wholes = [json.loads(remit("assess", round_, "--format", "json").out)]
    if not assessed_only:
        wholes.append(json.loads(remit("decide", round_, "--format", "json").out))
        if (pathlib.Path(round_) / "appeals.json").exists():
            wholes.append(json.loads(remit("appeal", round_, "--format", "json").out))
    found = [leaf for whole in wholes for leaf in leaves(whole)]
    checks.equal(f"{name}: every field has a class", sorted({f"{f} {p}" for f, p, _ in found if row_of(f, p) is None and not re.search(r"\.read\.", p)}), [])
    for at, level in enumerate(LEVELS):
        readable = "\n".join(said_of(str(text)) for f, p, text in found if (row_of(f, p) or ("", 2))[1] <= at)
        readable += "\n" + "\n".join(keys(wholes)) + "\n" + elements_as_read(wholes)
        hidden = {str(text) for f, p, text in found if (row_of(f, p) or ("", 2))[1] > at and isinstance(text, str) and len(text) >= 6 and not re.fullmatch(r"[\d./-]+", text)}
        hidden = {text for text in hidden if text not in readable}
        checks.check(f"{name}: there is something to hide at {level}", len(hidden) > 3, len(hidden))
        for where, said in outputs(checks, remit, round_, level, scratch / f"{name}-{level}", assessed_only).items():
            said = " ".join(said.split())
            leaked = sorted(text for text in hidden if " ".join(text.split()) in said and " ".join(text.split()) not in " ".join(readable.split()))
            checks.equal(f"{name}, {where} at {level}: what leaks", leaked[:5], [])


def members_in_marks(folder, turned=False):
    """A round in which everything about the members can be told from all else, and a finding names one."""
    made = read_round(EXAMPLE)
    names = {m["id"]: f"zq{9 - i if turned else i}member" for i, m in enumerate(made["panel"]["members"])}
    for member in made["panel"]["members"]:
        member["id"] = names[member["id"]]
        member["name"] = f"Zqname {member['id'].upper()}"
    for row in (*made["scores"], *made["declarations"]):
        row["member"] = names.get(row["member"], row["member"])
    for i, row in enumerate(made["scores"]):
        row["justification"] = f"zqreason number {i}"
    for row in made["declarations"]:
        row["note"] = "zqnote about it"
    made.pop("appeals", None)
    return write_round(made, folder)


def nobody_is_told(checks, remit, scratch):
    """Names of members are struck from what is readable too: an unscored application says whose sheet is not whole."""
    round_ = members_in_marks(scratch / "members")
    whole = remit("decide", round_, "--format", "json").out
    checks.check("the sheet of a member is named in a reason that may be read", re.search(r'"message":"the sheet of zq\dmember has', whole) is not None)
    for level in LEVELS:
        for where, said in outputs(checks, remit, round_, level, scratch / f"told-{level}").items():
            checks.equal(f"{where} at {level}: members and what they wrote", sorted(set(re.findall(r"zq\dmember|Zqname \w+|zqreason number \d+|zqnote", said, re.I)))[:5], [])
    turned = members_in_marks(scratch / "turned", turned=True)   # the same people under ids in the opposite order
    for level in LEVELS:
        checks.equal(f"no order tells who is who, at {level}", *(remit("decide", r, "--format", "ndjson", "--redact", level).out for r in (turned, round_)))


def proved(checks, remit, scratch):
    """A redacted record has the digest of what is left of it, and whoever has the round can prove it."""
    for level in LEVELS:
        remit("decide", EXAMPLE, "--redact", level, "--out", scratch / level)
        for line in (scratch / level / "records.ndjson").read_text().splitlines():
            record = json.loads(line)
            digest = record.pop("digest")
            bytes_ = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
            checks.equal(f"{record['application']} at {level}: digest", digest, "blake2b-256:" + hashlib.blake2b(bytes_, digest_size=32).hexdigest())
            checks.equal(f"{record['application']} at {level}: says so", record["redacted"], level)
            checks.check(f"{record['application']} at {level}: no digest of the whole", "input" not in record or record["input"] == "[withheld]")
        done = remit("replay", scratch / level / "records.ndjson", EXAMPLE)
        checks.contains(f"replay at {level}", done.out, "IDENTICAL")
    replace_in(scratch / "public" / "records.ndjson", '"rank":1', '"rank":2')
    checks.equal("a changed redacted record does not replay", remit("replay", scratch / "public" / "records.ndjson", EXAMPLE).returncode, 1)


def workbook_alone(checks, remit, scratch):
    """A workbook to publish holds the officer's sheets and nothing of the round behind them."""
    done = remit("decide", EXAMPLE, "--format", "xlsx", "--redact", "public", "--out", scratch / "book")
    checks.equal("a workbook to publish", (done.returncode, done.out), (0, f"{scratch / 'book' / 'published.xlsx'}\n"))
    with zipfile.ZipFile(scratch / "book" / "published.xlsx") as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        said = "".join(book.read(n).decode() for n in book.namelist())
    checks.equal("holds the officer's sheets alone", names, ["Ranked list", "Marks", "Findings", "Recusals", "Allocation"])
    checks.contains("says that something is left out", said, "For publication: ")
    back = remit("import", scratch / "book" / "published.xlsx", "--out", scratch / "no-round")
    checks.equal("and is no round to import", (back.returncode, (scratch / "no-round").exists()), (2, False))


def lines_too(checks, remit, scratch):
    lines = scratch / "applications.ndjson"
    sys.path.insert(0, str(SOURCE / "tests" / "bench"))
    import subprocess
    lines.write_bytes(subprocess.run([sys.executable, SOURCE / "tests" / "bench" / "generate.py", "30"], capture_output=True, check=True).stdout)
    pack = SOURCE / "tests" / "bench" / "packs" / "funding-sentences"
    whole = remit("decide", lines, "--pack", pack, "--as-of", "2026-03-31", "--format", "ndjson")
    done = remit("decide", lines, "--pack", pack, "--as-of", "2026-03-31", "--format", "ndjson", "--redact", "public")
    checks.equal("lines: exit code", done.returncode, 0)
    checks.equal("lines: as many", len(done.out.splitlines()), len(whole.out.splitlines()))
    for record in map(json.loads, done.out.splitlines()):
        checks.equal("lines: what may not be read", [p for f, p, text in leaves(record) if (row_of(f, p) or ("", 2))[1] > 0 and text != "[withheld]"], [])
    brief = remit("decide", lines, "--pack", pack, "--as-of", "2026-03-31", "--format", "brief", "--redact", "public")
    checks.check("lines in brief: no totals", '"total"' not in brief.out or '"total":null' in brief.out, brief.out[:300])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    checks.check("the table is read", len(TABLE) > 200)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        nothing_leaks(checks, remit, POLICIES / "small-grants" / "rounds" / "spring-2026", scratch)
        nothing_leaks(checks, remit, EXAMPLE, scratch)
        nobody_is_told(checks, remit, scratch)
        proved(checks, remit, scratch)
        lines_too(checks, remit, scratch)
        workbook_alone(checks, remit, scratch)
        done = remit("decide", EXAMPLE, "--redact", "some")
        checks.equal("another word: exit code", done.returncode, 2)
        checks.contains("another word", done.err, "public", "on-request")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
