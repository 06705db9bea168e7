#!/usr/bin/env python3
"""A workbook as an officer keeps it: its own headings, titles above them, merged cells, a wide score sheet, money and dates in
British habit, totals, hidden rows. What is not sure is asked in a mapping file; with that file the next workbook needs nothing.
Usage: officers.py --binary REMIT"""
import argparse
import csv
import datetime
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from making import Error, Formula, Sheet, write_ods, write_xlsx  # noqa: E402
from running import Checks, Remit  # noqa: E402

DAY = datetime.date


def bids(year=2026, wrong=False):
    rows = [["Borough small grants: bids received"], [f"Spring {year}, last changed by Jo"], [],
            ["Ref", "Name of organisation", "Charity no.", "Type of organisation", "Project", "Amount sought (£)", "Date rec'd", "Outcomes", "Income", "Safeguarding policy?", "Starts on",
             "Officer notes", "Risk"],
            ["B1", "Lantern Theatre", None, "Community group", "A play about the flood", "£2,800", f"9 Feb {year}", "belonging; skills", "£18k", "Y", DAY(year, 5, 1), "rang 3/2", "low"],
            ["B2", "Mill Lane Play", 9900201, "Charity", "Summer play", 2500, DAY(year, 2, 10), "play", 64000.5, "Yes", f"1/5/{year}", None, "low"],
            ["B3", "Ferry Explorers", None, "Comm", "Rafts", Formula("1000*1.5", 1500), datetime.datetime(year, 2, 27, 16, 30), "play", "9,950.50", "✓", f"1st May {year}", None, "high"],
            ["B4", "Westfield School", None, "Council", "Books", "1,200.00", f"Fri 27 February {year} 5.15pm", "skills", "-", "No", f"02/06/{year}", None, "low"],
            ["Total", None, None, None, None, Formula("SUM(F5:F8)", 8000), None, None, None, None, None, None, None], [],
            ["Late bids are kept in the other folder and go to the chair for a decision of hers."]]
    if wrong:
        rows[4][5], rows[5][6], rows[6][8], rows[7][10] = "two thousand", "2/13/26", Error("#REF!"), Formula("TODAY()", None)
    return Sheet("Bids received", rows, merged=["A1:E1"], hidden_rows=[6], hidden_columns=[8])


PANEL = Sheet("Panel", [["Initials", "Panel member", "Employer", "Chair?"], ["AO", "Ada Okafor", "Borough council", "yes"], ["BC", "Bryn Castell", "Sector forum", None]])


def scoring(late="4"):
    """Assessors above, merged over their measures; a mark that is no mark."""
    return Sheet("Scoring grid", [["Ref", "Ada Okafor", None, None, None, "Bryn Castell", None, None, None, "Average"], [None, "Need", "Part", "Plan", "Value", "Need", "Part", "Plan", "Value", None],
                                  ["B1", 4, 4, 3, 3, 4, 3, "3", 4, Formula("AVERAGE(B3:I3)", 3.5)], ["B2", 3, 3, 2, 3, "COI", "COI", "COI", "COI", 2.75], ["B3", 4, 2, 2, 2, 3, 2, 2, 2.5, 2.4],
                                  ["B4", 1, 1, 2, 2, 2, 2, 1, late, 1.6], ["Average", Formula("AVERAGE(B3:B6)", 3.0), 2.5, 2.25, 2.5, 3, 2.3, 2, 3.2, None]], merged=["B1:E1", "F1:I1"])


FACTS = {("round", "id"): "grants-2026", ("round", "title"): "Spring 2026", ("round", "as_of"): "16 March 2026", ("round", "panel.id"): "panel", ("round", "partnership"): "small-grants",
         ("round", "stream"): "Grants to groups", ("stream Grants to groups", "budget"): "£12k", ("stream Grants to groups", "opens"): "2/2/2026", ("stream Grants to groups", "closes"): "27 Feb 2026 5pm"}


def fill_in(path, checks):
    """What an officer writes into the mapping file, run after run."""
    rows = list(csv.DictReader(open(path, newline="", encoding="utf-8")))
    said = 0
    for row in rows:
        if not row["means"].startswith("?"):
            continue
        said += 1
        if row["about"] == "fact":
            row["means"] = FACTS[(row["of"], row["what"])]
        elif row["about"] == "word":
            checks.equal("a word that is no mark is asked for", row["what"], "COI")
            row["means"] = "-"
        elif row["what"] == "Income":
            row["means"] = "annual_income"
        else:
            checks.check(f"a question that was not expected: {row}", False)
            row["means"] = "-"
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["about", "of", "what", "means", "note"])
        writer.writeheader()
        writer.writerows(rows)
    return said


def see_round(folder, checks, year="2026"):
    applications = [json.loads(line) for line in (folder / "applications.ndjson").read_text().splitlines()]
    checks.equal("the first application", {k: v for k, v in applications[0].items() if k != "title"},
                 {"id": "B1", "stream": "grants-to-groups", "applicant": "local:lantern-theatre", "amount_requested": "2800.00", "submitted_at": f"{year}-02-09", "outcomes": ["belonging", "skills"],
                  "annual_income": "18000.00", "safeguarding_policy": True, "starts_on": f"{year}-05-01"})
    checks.equal("amounts", [a["amount_requested"] for a in applications], ["2800.00", "2500.00", "1500.00", "1200.00"])
    checks.equal("income; a dash is no answer", [a.get("annual_income") for a in applications], ["18000.00", "64000.50", "9950.50", None])
    checks.equal("days and times", [a["submitted_at"] for a in applications], [f"{year}-02-09", f"{year}-02-10", f"{year}-02-27T16:30:00", f"{year}-02-27T17:15:00"])
    checks.equal("starts", [a["starts_on"] for a in applications], [f"{year}-05-01", f"{year}-05-01", f"{year}-05-01", f"{year}-06-02"])
    checks.equal("yes and no", [a["safeguarding_policy"] for a in applications], [True, True, True, False])
    head = json.loads((folder / "round.json").read_text())
    checks.equal("organisations are those of the bids", [(o["id"], o["type"]) for o in head["organisations"]],
                 [("local:lantern-theatre", "community"), ("GB-CHC-9900201", "voluntary"), ("local:ferry-explorers", "community"), ("local:westfield-school", "statutory")])
    checks.equal("the panel", head["panel"]["members"], [{"id": "AO", "name": "Ada Okafor", "agency": "Borough council", "chair": True}, {"id": "BC", "name": "Bryn Castell", "agency": "Sector forum"}])
    marks = {(r["member"], r["application"], r["measure"]): r["score"] for r in csv.DictReader(open(folder / "scores.csv", newline=""))}
    checks.equal("every mark and no average", (len(marks), marks[("BC", "B3", "value")], marks[("AO", "B4", "plan")], ("BC", "B2", "need") in marks), (28, "2.5", "2", False))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        book, mapping = write_xlsx(scratch / "bids.xlsx", [bids(), PANEL, scoring()]), scratch / "map.csv"
        asked = remit("import", book, "--out", scratch / "round", "--map", mapping, "--pack", "small-grants")
        checks.equal("what is not sure is asked, and nothing is written but the questions", (asked.returncode, asked.out, sorted(p.name for p in scratch.iterdir())), (2, "", ["bids.xlsx", "map.csv"]))
        checks.contains("the questions name their places", asked.err, "sheet `Bids received`, column I", "`COI`", "sheet `Scoring grid`, F4", "no round was written", "--map")
        rounds = 0
        while fill_in(mapping, checks) and rounds < 5:   # the stream is known only once it is named
            done = remit("import", book, "--out", scratch / "round", "--map", mapping, "--pack", "small-grants")
            rounds += 1
        checks.equal("filled in, it is imported", (done.returncode, rounds), (0, 2))
        checks.contains("what was passed over is told", done.err, "hidden rows were read like the others: 7", "hidden columns were read like the others: I (Income)", "passed over as totals: row 9",
                        "`Officer notes` is passed over", "`Risk` is passed over", "column J: `Average` is passed over", "a note: Late bids", "4 organisations were taken from the sheet of applications")
        see_round(scratch / "round", checks)
        checks.equal("the round decides", remit("decide", scratch / "round", "--format", "brief").returncode, 0)

        next_book = write_ods(scratch / "next.ods", [bids(), PANEL, scoring("3")])
        again = remit("import", next_book, "--out", scratch / "next", "--map", mapping)
        checks.equal("with the mapping the next workbook, from another program, needs nothing", again.returncode, 0)
        see_round(scratch / "next", checks)
        there = remit("import", next_book, "--out", scratch / "next", "--map", mapping)
        checks.equal("a round that is there is kept", (there.returncode, "write over it with `--replace`" in there.err), (2, True))
        checks.equal("unless it is to be replaced", remit("import", next_book, "--out", scratch / "next", "--map", mapping, "--replace").returncode, 0)

        wrong = remit("import", write_xlsx(scratch / "wrong.xlsx", [bids(wrong=True), PANEL, scoring()]), "--out", scratch / "none", "--map", mapping)
        checks.contains("every cell that cannot be used is named", wrong.err, "cell F5", "found `two thousand`", "cell G6", "a day is written before its month", "cell I7", "#REF!", "cell K8", "never worked out")
        checks.equal("and no round is written", (wrong.returncode, (scratch / "none").exists()), (2, False))

        see_csv(remit, scratch, mapping, checks)
        see_long_and_named(remit, scratch, mapping, checks)
        see_records_alone(remit, scratch, checks)
    return checks.finish()


def see_csv(remit, scratch, mapping, checks):
    """Three CSV files, one as Excel saves it in Windows-1252, with semicolons."""
    (scratch / "Bids received.csv").write_bytes("Ref;Organisation;Sector;Project;Amount requested (£);Received;Safeguarding policy\r\nB1;Café Lantern;Charity;Play – “Flood”;£2,800;09/02/2026;Y\r\n".encode("cp1252"))
    (scratch / "Panel.csv").write_text("Initials,Panel member,Employer\nAO,Ada Okafor,Council\nBC,Bryn Castell,Forum\n")
    (scratch / "Scores.csv").write_text("Assessor,Reference,Criterion,Mark,Comments\nAda Okafor,B1,need,4,\"shown, with figures\"\nada okafor,B1,part,3,\nAO,B1,plan,2,\nAO,B1,value,1,\n")
    done = remit("import", scratch / "Bids received.csv", scratch / "Panel.csv", scratch / "Scores.csv", "--out", scratch / "of-csv", "--map", mapping)
    checks.equal("CSV files are imported", (done.returncode, done.err if done.returncode else ""), (0, ""))
    one = json.loads((scratch / "of-csv" / "applications.ndjson").read_text())
    checks.equal("Windows-1252 and a long score sheet", (one["title"], one["applicant"], json.loads((scratch / "of-csv" / "round.json").read_text())["organisations"][0]["name"]),
                 ("Play – “Flood”", "local:caf-lantern", "Café Lantern"))
    checks.equal("marks by name, in any case", (scratch / "of-csv" / "scores.csv").read_text().splitlines()[1:],
                 ['AO,B1,need,4,"shown, with figures"', "AO,B1,part,3,", "AO,B1,plan,2,", "AO,B1,value,1,"])


def see_records_alone(remit, scratch, checks):
    """A sheet of a pack's own records, and nothing that a panel decides: `remit assess` takes it."""
    (scratch / "Bodies.csv").write_text("Id,Name,Kind,Minutes by\nboard,Children's partnership,partnership,Health trust\nvoice,Voice group,Sub group,\n")
    (scratch / "bodies-map.csv").write_text("about,of,what,means\nfact,round,id,bodies-2012\nfact,round,partnership,northern-ireland\nfact,round,title,Bodies\nfact,round,as_of,1 May 2012\n")
    done = remit("import", scratch / "Bodies.csv", "--out", scratch / "bodies", "--map", scratch / "bodies-map.csv")
    checks.equal("records alone ask for no panel", (done.returncode, done.out), (0, f"{scratch / 'bodies'} holds the round bodies-2012: 2 records of the pack's own types\n  remit assess {scratch / 'bodies'}\n"))
    checks.equal("they are the pack's records", json.loads((scratch / "bodies" / "bodies.json").read_text())[1], {"id": "voice", "name": "Voice group", "kind": "sub group"})
    checks.equal("and are assessed", remit("assess", scratch / "bodies").returncode, 0)


def see_long_and_named(remit, scratch, mapping, checks):
    """A sheet for each assessor, called after them, with a comment beside each mark; the other assessor by initials in the headings."""
    heads = ["Ref", "Need", "Comments", "Part", "Comments", "Plan", "Comments", "Value", "Comments"]
    named = Sheet("Scores Ada", [["Assessor: Ada Okafor"], [], heads, ["B1", 4, "shown", 3, "asked", 2, None, 1, "dear"]])
    wide = Sheet("Marks", [["Ref", "BC need", "BC part", "BC - plan", "Value (BC)"], ["B1", 1, 2, 3, 4]])
    rest = bids()
    rest.rows = rest.rows[:5]
    rest.hidden_rows = set()
    done = remit("import", write_xlsx(scratch / "named.xlsx", [rest, PANEL, named, wide], absolute=False), "--out", scratch / "named", "--map", mapping)
    checks.equal("sheets called after assessors", (done.returncode, done.err if done.returncode else ""), (0, ""))
    checks.equal("their marks and reasons", (scratch / "named" / "scores.csv").read_text().splitlines()[1:],
                 ["AO,B1,need,4,shown", "AO,B1,part,3,asked", "AO,B1,plan,2,", "AO,B1,value,1,dear", "BC,B1,need,1,", "BC,B1,part,2,", "BC,B1,plan,3,", "BC,B1,value,4,"])


if __name__ == "__main__":
    sys.exit(main())
