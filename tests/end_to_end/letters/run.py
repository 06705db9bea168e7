#!/usr/bin/env python3
"""Letters and panel papers from outside: each letter is about its own application and nobody else's, says what would have passed and
how to appeal, reads easily, and can be edited. Usage: run.py --binary REMIT"""
import argparse
import csv
import html
import io
import json
import pathlib
import re
import shutil
import sys
import tempfile
import xml.dom.minidom
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from reading import grade, syllables  # noqa: E402
from running import EXAMPLE, POLICIES, Checks, Remit, copy_of, little_round, read_round, replace_in, write_round  # noqa: E402

SMALL = POLICIES / "small-grants" / "rounds" / "spring-2026"
DECIDED = (SMALL, EXAMPLE, POLICIES / "medway" / "rounds" / "bids-2010")
CODE_WORDS = re.compile(r"\b(approve-total|approve-parts|approve-in-principle|not_applicable|would_have_passed|blake2b\b(?!-256:)|null|true|false)\b|\b[a-z]+_[a-z]+\b|\b[a-z]+\.[a-z]+\b")


def text_of_html(page):
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    page = re.sub(r"</(p|h\d|li|footer|div)>|<br>", "\n", page)
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def words_of(text):
    return re.findall(r"\w+", text)


def named_in(name, text):
    """Whether the words of `name` stand next to each other in `text`, whatever the case but for a capital at the beginning."""
    there = re.search(r"\b" + r"\W+".join(map(re.escape, words_of(name))) + r"\b", text, re.I)
    return there is not None and not (name[0].isupper() and text[there.start()].islower())


def letters_of(checks, remit, round_, out, *more):
    done = remit("letters", round_, "--out", out, *more)
    checks.equal(f"letters {pathlib.Path(round_).name}: exit code", done.returncode, 0) or print(done.err[:2000])
    return done


def about_others(checks, document, letters):
    """Every other applicant's name, id, application and title is searched for in each letter; so is each member's name."""
    for record in document["records"]:
        text = letters[record["application"]]
        found = []
        for other in document["records"]:
            if other["applicant"]["id"] == record["applicant"]["id"]:
                continue
            texts = [other["applicant"]["id"], other["applicant"].get("name", ""), other["application"], other.get("title", "")]
            texts += [e["title"] for e in other["request"]["elements"] if len(words_of(e.get("title", ""))) > 2]
            own = " ".join([record.get("title", ""), record["applicant"].get("name", ""), *(e.get("title", "") for e in record["request"]["elements"])])
            found += [t for t in texts if t and named_in(t, text) and not named_in(t, own)]
        found += [m["name"] for m in document["panel"]["members"] if m.get("name") and named_in(m["name"], text)]
        checks.equal(f"{record['application']}: others in the letter", found, [])


def one_round(checks, remit, round_, scratch):
    document = json.loads(remit("decide", round_, "--format", "json").out)
    out = scratch / pathlib.Path(round_).name
    letters_of(checks, remit, round_, out)
    letters = {r["application"]: text_of_html((out / f"{r['application']}.html").read_text()) for r in document["records"]}
    about_others(checks, document, letters)
    for record in document["records"]:
        text = letters[record["application"]]
        checks.contains(f"{record['application']}: the letter", text, record["applicant"]["name"], record["title"], record["digest"], "Draft.", record["application"])
        told = text.split("Record:")[0].replace(record["title"], "").replace(record["applicant"]["name"], "")
        checks.equal(f"{record['application']}: code words", [m.group() for m in CODE_WORDS.finditer(told)], [])
        if record["proposal"]["decision"] == "decline":
            for missed in record["would_have_passed"]:
                checks.contains(f"{record['application']}: what would have passed", text, "What would have passed", missed["clause"])
            for finding in record["eligibility"]["findings"]:
                if finding["outcome"] == "fail" and finding["effect"] == "blocks" and record["proposal"]["why"] == "ineligible":
                    checks.contains(f"{record['application']}: the criterion", text, finding["title"], finding["clause"])
        for sheet in (record["scores"] or {}).get("sheets", []):
            for mark in sheet["marks"].values():
                if sheet["counted"] and record["scores"].get("total") and record["proposal"]["decision"] != "refer" and "justification" in mark:
                    checks.contains(f"{record['application']}: a mark's reason", " ".join(text.split()), " ".join(mark["justification"].split()))
    return document, letters


def offers(checks, letters):
    checks.contains("an offer in parts", letters["FS-05"], "£36,000", "What the money is for", "What it is not for", "This is not an offer yet")
    checks.contains("an approval in principle", letters["FS-04"], "Who insures the sitters while they are alone with the person cared for?", "£42,000")
    checks.contains("no money left", letters["FS-06"], "The money ran out", "£8,500")
    checks.contains("a withdrawn application", letters["FS-19"], "You took your application back")
    checks.contains("a decline says how to appeal", letters["FS-08"], "You can appeal", "The rules do not say")


def reads_easily(checks, documents_and_letters):
    checks.equal("syllables are counted", [syllables(w) for w in ("money", "passed", "application", "rule", "the", "needed", "signed")], [2, 1, 4, 1, 1, 2, 1])
    checks.check("a hard text has a high grade", grade("Notwithstanding the aforementioned eligibility considerations, the partnership's determination is irrevocable.") > 12)
    grades = []
    for document, letters in documents_and_letters:
        for record in document["records"]:
            text = letters[record["application"]].split("Yours sincerely")[0]
            text = text[text.index("Dear "):]
            for name in (record["title"], record["applicant"]["name"]):
                text = text.replace(name, "it")
            grades.append((round(grade(text), 1), record["application"]))
    own = sum(g for g, _ in grades) / len(grades)
    checks.check(f"letters read at about twelve (grade 7): {own:.1f} over {len(grades)}", own < 7.5, sorted(grades)[-5:])
    checks.check("no letter is beyond fourteen", max(grades)[0] < 9.5, sorted(grades)[-5:])


def can_be_edited(checks, out, letters):
    for application, text in letters.items():
        path = out / f"{application}.odt"
        checks.check(f"{application}.odt says what it is, where the standard wants it", path.read_bytes()[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text")
        with zipfile.ZipFile(path) as file:
            checks.equal(f"{application}.odt is whole", file.testzip(), None)
            parts = {name: xml.dom.minidom.parseString(file.read(name)) for name in file.namelist() if name.endswith(".xml")}
        said = " ".join(n.data for n in texts_of(parts["content.xml"]))
        there = [w for w in words_of(text.split("Application ")[0]) if w not in words_of(said)]
        checks.equal(f"{application}.odt says what the page says", there, [])
        checks.contains(f"{application}.odt carries the digest", parts["styles.xml"].toxml(), "blake2b-256:")


def texts_of(node):
    return [node] if node.nodeType == node.TEXT_NODE else [t for child in node.childNodes for t in texts_of(child)]


def mail_merge(checks, document, out):
    rows = list(csv.DictReader(io.StringIO((out / "letters.csv").read_text(encoding="utf-8"))))
    checks.equal("letters.csv: one line for each", [r["reference"] for r in rows], [r["application"] for r in document["records"]])
    for row, record in zip(rows, document["records"]):
        checks.equal(f"letters.csv: {row['reference']}", (row["applicant"], row["amount in figures"], row["record"]),
                     (record["applicant"]["name"], record["proposal"]["amount"], record["digest"]))
        checks.check(f"letters.csv: the file of {row['reference']}", (out / f"{row['file']}.html").exists())


def names_are_struck(checks, remit, scratch):
    """What people wrote may name others; a letter does not repeat it, in whatever case."""
    made = read_round(EXAMPLE)
    theirs = next(o["name"] for o in made["organisations"] if o["id"] == next(a["applicant"] for a in made["applications"] if a["id"] == "FS-02"))
    made["panel"]["members"][0]["name"] = "Wilhelmina Okonkwo"
    for row in made["scores"]:
        if row["application"] == "FS-01":
            row["justification"] = f"better than {theirs.upper()} (FS-02), as Wilhelmina  Okonkwo said <b>too</b>"
    folder = write_round(made, scratch / "naming")
    document, letters = one_round_of(checks, remit, folder, scratch / "naming-letters")
    about_others(checks, document, letters)
    checks.contains("struck names are shown as such", letters["FS-01"], "better than [another applicant] ([another application]), as [a member of the panel] said <b>too</b>")
    done = remit("letters", folder, "FS-01")
    checks.check("what people wrote is no markup", "<b>too</b>" in done.out)
    done = letters_of(checks, remit, folder, scratch / "naming-letters")
    checks.contains("the officer is told", done.out, "read again FS-01")


def one_round_of(checks, remit, round_, out):
    document = json.loads(remit("decide", round_, "--format", "json").out)
    letters_of(checks, remit, round_, out)
    return document, {r["application"]: text_of_html((out / f"{r['application']}.html").read_text()) for r in document["records"]}


def from_records(checks, remit, scratch):
    remit("decide", SMALL, "--out", scratch / "results")
    letters_of(checks, remit, SMALL, scratch / "fresh")
    letters_of(checks, remit, scratch / "results" / "decision.json", scratch / "saved")
    fresh = {p.name: p.read_bytes() for p in (scratch / "fresh").iterdir()}
    checks.equal("letters from saved records are the same bytes", {p.name: p.read_bytes() for p in (scratch / "saved").iterdir()} == fresh, True)
    done = remit("letters", scratch / "results" / "records.ndjson")
    checks.equal("records alone: exit code", done.returncode, 2)
    checks.contains("records alone", done.err, "decision.json")
    replace_in(scratch / "results" / "decision.json", "Little Otters", "Little Weasels")
    done = remit("letters", scratch / "results" / "decision.json", "--out", scratch / "none")
    checks.equal("a changed record: exit code", done.returncode, 2)
    checks.contains("a changed record", done.err, "`SG-10` was changed after it was written")
    checks.check("a changed record: nothing is written", not (scratch / "none").exists())


def own_templates(checks, remit, scratch):
    policies = copy_of(POLICIES, scratch / "policies")
    folder = policies / "small-grants" / "letters"
    folder.mkdir(exist_ok=True)
    (folder / "the-closing.md").write_text("Written by the grants officer of *Brindlemere*.\n")
    done = remit("letters", SMALL, "SG-01", REMIT_POLICIES=policies)
    checks.contains("a pack's own part stands in every letter", done.out, "Written by the grants officer of Brindlemere.", "How much it is needed")
    for text, says in (("Dear {{aplicant}}", "decline.md:1: nothing is called `aplicant`; the nearest is `applicant`"),
                       ("a\n{{{applicant}}}", "decline.md:2: write {{applicant}} with two brackets"),
                       ("{{#marks}}", "decline.md:1: {{#marks}} is never closed"),
                       ("{{> the-end}}", "decline.md:1: there is no part `the-end`"),
                       ("<b>Dear</b> {{applicant}}", "a letter holds headings, paragraphs, lists, bold and italics")):
        (folder / "decline.md").write_text(text)
        done = remit("letters", SMALL, "SG-08", REMIT_POLICIES=policies)
        checks.equal(f"{text!r}: exit code", done.returncode, 3)
        checks.contains(f"{text!r}", done.err, says)
    (folder / "decline.md").write_text("{{> decline}}")
    done = remit("letters", SMALL, "SG-08", REMIT_POLICIES=policies)
    checks.equal("a part inside itself: exit code", done.returncode, 3)


def without_appeals(checks, remit, scratch):
    policies = copy_of(POLICIES, scratch / "no-appeals")
    (policies / "small-grants" / "appeals.lua").unlink()
    (policies / "small-grants" / "parameters" / "appeals.lua").unlink()
    with open(policies / "small-grants" / "silences.lua", "a") as file:
        file.write('no_provision "appeal" { title = "The minutes have no appeal rule", clause = "whole minutes", so = "no appeal is heard" }\n')
    done = remit("letters", SMALL, "SG-08", REMIT_POLICIES=policies)
    checks.contains("a framework without a route says so", done.out, "Our rules have no way to appeal", "The minutes have no appeal rule (whole minutes)")


def papers(checks, remit, scratch):
    done = remit("papers", EXAMPLE, "--out", scratch / "papers")
    checks.equal("papers: exit code", done.returncode, 0) or print(done.err[:2000])
    document = json.loads(remit("decide", EXAMPLE, "--format", "json").out)
    pages = {name: text_of_html((scratch / "papers" / f"{name}.html").read_text()) for name in ("agenda", "applications", "minutes")}
    names = {m["id"]: m["name"] for m in document["panel"]["members"]}
    for record in document["records"]:
        there = record["eligibility"] is not None
        for name, text in pages.items():
            checks.equal(f"{name}: {record['application']}", record["application"] in text, there)
    agenda = pages["agenda"].splitlines()
    inside, item = set(names), None
    steps = {}
    for line in agenda:
        if m := re.match(r"(\d+)\. ", line):
            item = line
        for who in names.values():
            if line.startswith(f"{who} leaves"):
                inside -= {k for k, v in names.items() if v == who}
            if line.startswith(f"{who} comes back"):
                inside |= {k for k, v in names.items() if v == who}
        if m := re.search(r", ([A-Z]+-\d+)\. ", line):
            current = m.group(1)
        if item and re.match(r"\d+\. |Last item", line) is None and "current" in dir():
            steps[current] = set(inside)
    for record in document["records"]:
        if record["eligibility"] is not None:
            checks.equal(f"agenda: who is in the room for {record['application']}", steps.get(record["application"]), set(record["panel"]["taking_part"]))
    for name in pages:
        with zipfile.ZipFile(scratch / "papers" / f"{name}.odt") as file:
            xml.dom.minidom.parseString(file.read("content.xml"))
    checks.contains("minutes are to be filled in", pages["minutes"], "Decided:", "takes no part", "Signed by the chair")


def as_pdf(checks, remit, scratch):
    if not shutil.which("chromium", path="/usr/bin:/bin"):
        done = remit("letters", SMALL, "--out", scratch / "pdf", "--pdf")
        checks.equal("PDF without a printer: exit code", done.returncode, 2)
        return checks.contains("PDF without a printer", done.err, "there is no Chromium here")
    letters_of(checks, remit, SMALL, scratch / "pdf", "SG-08", "--pdf")
    checks.equal("a PDF beside the page", (scratch / "pdf" / "SG-08.pdf").read_bytes()[:5], b"%PDF-")


def in_every_pack(checks, remit, scratch):
    """An offer, a decline for the money and one for the day, of each pack whose own rounds have no applications."""
    for pack in ("haringey", "leicestershire", "wirral"):
        for name, more in (("offer", {}), ("dear", {"amount": "2000.00"}), ("late", {"submitted_at": "2026-03-01T10:00:00"})):
            made = one_round(checks, remit, little_round(scratch / f"{pack}-{name}", pack, **more), scratch / "every")
            text = made[1]["A1"]
            checks.contains(f"{pack}, {name}: what it is", text, "We have good news" if name == "offer" else "We are sorry")
            checks.contains(f"{pack}, {name}: how to appeal, or that there is no way", text, "If you think that this is wrong")
            yield made


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        made = [one_round(checks, remit, round_, scratch) for round_ in DECIDED]
        offers(checks, made[1][1])
        every = list(in_every_pack(checks, remit, scratch))
        shipped = {p.parent.name for p in POLICIES.glob("*/pack.lua")} - {"core", "crosswalks"}
        checks.equal("letters of every pack are read", shipped - {json.loads((r / "round.json").read_text())["partnership"] for r in DECIDED} - {"haringey", "leicestershire", "wirral"}, set())
        reads_easily(checks, made + every)
        for round_, (document, letters) in zip(DECIDED, made):
            can_be_edited(checks, scratch / round_.name, letters)
            mail_merge(checks, document, scratch / round_.name)
        names_are_struck(checks, remit, scratch)
        from_records(checks, remit, scratch)
        own_templates(checks, remit, scratch)
        without_appeals(checks, remit, scratch)
        papers(checks, remit, scratch)
        as_pdf(checks, remit, scratch)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
