#!/usr/bin/env python3
"""A round that goes through a workbook is the same round: the records of both are the same bytes. Usage: same_round.py --binary REMIT"""
import argparse
import datetime
import hashlib
import json
import pathlib
import re
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from making import Sheet, read_xlsx, write_ods, write_xlsx  # noqa: E402
from running import EXAMPLE, POLICIES, Checks, Remit, read_round  # noqa: E402


def day(text):
    return datetime.datetime.fromisoformat(text) if "T" in text else datetime.date.fromisoformat(text)


def lines(items):
    return "\n".join(items) if items else None


def plain_sheets(r):
    """The example round as somebody would type it in: a sheet for each table, the fields' names as headings."""
    head = [["Id", r["id"]], ["Partnership", r["partnership"]], ["Title", r["title"]], ["As of", day(r["as_of"])], ["Currency", "GBP"], ["Pack: id", r["pack"]["id"]],
            ["Pack: version", r["pack"]["version"]], ["Framework status", r["framework_status"]], ["Participation of", lines(r["participation_of"])],
            ["Panel: id", r["panel"]["id"]], ["Panel: quorum", r["panel"]["quorum"]], ["Panel: established by", r["panel"]["established_by"]]]
    keys = {"opens": day, "closes": day, "priorities_agreed_on": day, "specification_published_on": day, "criteria_agreed_on": day, "submitted_at": day, "declared_on": day, "secured_on": day}

    def table(name, records, above=()):
        paths = []
        for record in records:
            for path in flat(record):
                if path not in paths:
                    paths.append(path)
        headings = [h for h, _ in above] + [p.replace("_", " ").replace(".", ": ").capitalize() for p in paths]
        rows = [headings]
        for n, record in enumerate(records):
            values = flat(record)
            rows.append([of[n] for _, of in above] + [keys[p.split(".")[-1]](values[p]) if p.split(".")[-1] in keys and p in values else values.get(p) for p in paths])
        return Sheet(name, rows)

    def flat(record, within=""):
        out = {}
        for key, value in record.items():
            if isinstance(value, dict):
                out.update(flat(value, within + key + "."))
            elif isinstance(value, list) and value and isinstance(value[0], dict):
                continue
            elif isinstance(value, list):
                out[within + key] = lines([str(v) for v in value])
            else:
                out[within + key] = "yes" if value is True else "no" if value is False else value
        return out

    def inner(name, records, key, heading):
        items = [(record["id"], item) for record in records for item in record.get(key, [])]
        return table(name, [item for _, item in items], [(heading, [of for of, _ in items])])

    return [Sheet("Round", head), table("Streams", r["streams"]), inner("Sources", r["streams"], "sources", "Stream"), inner("Measures", r["streams"], "measures", "Stream"),
            table("Panel", r["panel"]["members"]), table("Declarations", r["declarations"]), table("Organisations", r["organisations"]), table("Applications", r["applications"]),
            inner("Elements", r["applications"], "elements", "Application"), inner("Partners", r["applications"], "partners", "Application"),
            inner("Clarifications", r["applications"], "clarifications", "Application"), table("Scores", [{k: v for k, v in s.items() if v} for s in r["scores"]])]


def records(remit, folder, checks):
    done = remit("decide", folder, "--format", "ndjson")
    checks.equal(f"{folder} is decided", (done.returncode, done.err), (0, ""))
    return done.stdout


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        wanted = records(remit, EXAMPLE, checks)

        for path in (write_xlsx(scratch / "typed.xlsx", plain_sheets(read_round())), write_ods(scratch / "typed.ods", plain_sheets(read_round()))):
            made = remit("import", path, "--out", scratch / path.suffix[1:])
            checks.equal(f"{path.name} is imported without a question", (made.returncode, made.err), (0, ""))
            checks.contains("what the round holds is said", made.out, "37 applications, 3 streams, 6 members of the panel, 267 marks")
            checks.check(f"{path.name}: the records are those of the folder", records(remit, scratch / path.suffix[1:], checks) == wanted)

        # ---- the workbook that decide writes, read back
        for pack, name in (("northern-ireland", "family-support-2012"), ("small-grants", "spring-2026")):
            folder = POLICIES / pack / "rounds" / name
            done = remit("decide", folder, "--format", "xlsx", "--out", scratch / name)
            book = scratch / name / "round.xlsx"
            checks.equal(f"{name}: a workbook is written", (done.returncode, done.out), (0, f"{book}\n"))
            again = remit("decide", folder, "--format", "xlsx")
            checks.equal(f"{name}: the same round gives the same bytes", hashlib.sha256(again.stdout).hexdigest(), hashlib.sha256(book.read_bytes()).hexdigest())
            back = remit("import", book, "--out", scratch / (name + "-back"))
            checks.equal(f"{name}: it is read back without a question or a note", (back.returncode, back.err), (0, ""))
            checks.check(f"{name}: it is the same round", records(remit, scratch / (name + "-back"), checks) == records(remit, folder, checks))
            answers = [remit("appeal", f, "--format", "json") for f in (folder, scratch / (name + "-back"))]
            checks.equal(f"{name}: its appeals came too, with fresh panels, marks and declarations", (answers[1].returncode, answers[1].stdout == answers[0].stdout), (0, True))

        see_workbook(scratch / "family-support-2012" / "round.xlsx", wanted, checks)
        see_hard_texts(remit, scratch, checks)
        see_broken_appeal(remit, scratch, checks)
    return checks.finish()


def see_workbook(book, wanted, checks):
    sheets, raw = read_xlsx(book)
    names = list(sheets)
    checks.equal("the officer's sheets come first", names[:5], ["Ranked list", "Marks", "Findings", "Recusals", "Allocation"])
    for name in names[:5]:
        checks.contains(f"{name}: headings stay in sight and are filtered", raw[name], 'state="frozen"', "<autoFilter ")
        checks.contains(f"{name}: is printed as wide as a page", raw[name], 'orientation="landscape"', 'fitToHeight="0"')
        checks.contains(f"{name}: says that it proposes", sheets[name]["A1"][0], "Remit proposes; a named human decides")
    ranked = sheets["Ranked list"]
    checks.equal("the first of the list", [ranked[f"{c}4"][0] for c in "ABCDEFGHI"],
                 ["Early family support", "1", "FS-01", "Drumlea Family Hub", "Drumlea doorstep support", "89.67", "58000", "Approve a proposal in total for commissioning", "58000"])
    checks.equal("money is money and a day is a day", (ranked["I4"][1], ranked["J4"][1]), ('"£"#,##0.00', "d mmm yyyy hh:mm:ss"))
    checks.check("every application is listed once", sorted(v[0] for k, v in ranked.items() if re.fullmatch(r"C([4-9]|\d\d+)", k)) == sorted(json.loads(x)["application"] for x in wanted.splitlines()))
    checks.contains("a total says how it was made", raw["Ranked list"], "<legacyDrawing ")
    left = [v[0] for k, v in sheets["Allocation"].items() if k.startswith("H")]
    checks.check("the allocation comes down to what is left", {"300", "32000", "90000"} <= set(left), left)
    checks.check("a member who is recused is listed", any(v[0] == "m5" for k, v in sheets["Recusals"].items() if k.startswith("A")))
    import zipfile
    notes = zipfile.ZipFile(book).read("xl/comments1.xml").decode()
    checks.contains("the note of FS-01", notes, "100 x (28 + 28 +", "= 89.67 (exactly 269/3)")


def see_broken_appeal(remit, scratch, checks):
    """What is wrong with an appeal is told by its cell, and nothing is written."""
    head = [["Id", "r"], ["Partnership", "small-grants"], ["Title", "R"], ["As of", datetime.date(2026, 3, 16)], ["Currency", "GBP"], ["Panel: id", "p"]]
    sheets = [Sheet("Round", head), Sheet("Streams", [["Id", "Title", "Budget", "Opens", "Closes"], ["s", "Grants", 9000, datetime.date(2026, 2, 2), datetime.date(2026, 2, 27)]]),
              Sheet("Panel", [["Id", "Name", "Agency"], ["m1", "Ada Okafor", "Council"]]), Sheet("Organisations", [["Id", "Name", "Type"], ["local:club", "Club", "voluntary"]]),
              Sheet("Applications", [["Id", "Applicant", "Title", "Submitted at", "Amount requested"], ["B1", "Club", "Play", datetime.date(2026, 2, 9), 500]]),
              Sheet("Appeals", [["Number", "Application", "Ground", "By", "Received"], ["1", "B7", "procedure", "local:club", datetime.date(2026, 4, 2)]])]
    done = remit("import", write_xlsx(scratch / "appeal.xlsx", sheets), "--out", scratch / "appeal")
    checks.equal("an appeal about what is not there", (done.returncode, (scratch / "appeal").exists()), (2, False))
    checks.contains("is told by its cell", done.err, "sheet `Appeals`, cell B2", "`B7`")


def see_hard_texts(remit, scratch, checks):
    """Texts that look like something else, marks that no decimal holds, and lists whose items hold signs that divide lists."""
    folder = scratch / "hard"
    shutil.copytree(EXAMPLE, folder)
    rows = [json.loads(line) for line in (folder / "applications.ndjson").read_text().splitlines()]
    rows[0].update(title="=1+1", use_of_funding="two\nlines; and _x0041_ as such", indicators=["one; not two"], objectives=rows[0]["objectives"] + ["• a dot"], added_value="n/a", complements="12")
    rows[1].update(amount_requested="45000.05", submitted_at="2012-02-10T15:40:59")
    (folder / "applications.ndjson").write_text("".join(json.dumps(r) + "\n" for r in rows))
    scores = (folder / "scores.csv").read_text().replace("m1,FS-01,need,5,", "m1,FS-01,need,13/3,").replace("m1,FS-01,difference,5,", "m1,FS-01,difference,3.25,")
    (folder / "scores.csv").write_text(scores)
    done = remit("decide", folder, "--format", "xlsx", "--out", scratch / "hard-out")
    checks.equal("a round of hard texts is written", done.returncode, 0)
    back = remit("import", scratch / "hard-out" / "round.xlsx", "--out", scratch / "hard-back")
    checks.equal("and read back", (back.returncode, back.err), (0, ""))
    checks.check("and is the same", records(remit, scratch / "hard-back", checks) == records(remit, folder, checks))


if __name__ == "__main__":
    sys.exit(main())
