#!/usr/bin/env python3
"""The report of five applications and of two thousand, from outside: whole, of one file, each application findable, each picture with its words,
its table and its data. Usage: run.py --binary REMIT"""
import argparse
import csv
import html.parser
import io
import json
import pathlib
import sys
import tempfile
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import Checks, Remit  # noqa: E402
from sizes import of_five, of_many  # noqa: E402

HEAVIEST = 7000   # bytes of the page for each application of a large round


class Page(html.parser.HTMLParser):
    """Ids, links, figures and what is downloaded, as a reader of the page meets them."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.downloads, self.figures, self.names, self.figure = [], set(), {}, {}, set(), None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.names.add(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "figure":
            self.figure = self.figures.setdefault(attributes["id"], [])
        if self.figure is not None:
            self.figure.append(tag)
        if tag == "a" and "download" in attributes:
            self.downloads[attributes["download"]] = list(csv.reader(io.StringIO(urllib.parse.unquote(attributes["href"].split(",", 1)[1]))))
            if self.figure is not None:
                self.figure.append("download")
        elif tag == "a" and attributes.get("href", "").startswith("#"):
            self.links.add(attributes["href"][1:])
            if self.figure is not None:
                self.figure.append(attributes["href"])

    def handle_endtag(self, tag):
        if tag == "figure":
            self.figure = None


def look(checks, remit, folder, name, wanted):
    text = remit("decide", folder, "--format", "html").out
    document = json.loads(remit("decide", folder, "--format", "json").out)
    page = Page(text)
    checks.equal(f"{name}: no id stands twice", len(page.ids), len(set(page.ids)))
    checks.equal(f"{name}: every link leads somewhere", sorted(page.links - set(page.ids))[:5], [])
    anchors = {f"application-{r['application']}" for r in document["records"]}
    checks.equal(f"{name}: every application has its anchor, and a link to it", (sorted(anchors - set(page.ids))[:5], sorted(anchors - page.links)[:5]), ([], []))
    checks.equal(f"{name}: nothing is run, and nothing fetched", page.names & {"script", "img", "link", "iframe", "object"}, set())
    checks.equal(f"{name}: its pictures", sorted(page.figures), sorted(wanted))
    for figure, holds in page.figures.items():
        checks.equal(f"{name}, {figure}: headline, title and words, a table, its data", [t for t in ("h3", "title", "desc", "download") if t not in holds], [])
        checks.check(f"{name}, {figure}: as a table too", "table" in holds or any(t.startswith("#ranked-") for t in holds), holds)
    for data in ("recusals.csv", "findings.csv", "silences.csv"):
        checks.check(f"{name}: {data} can be taken away", len(page.downloads.get(data, [])) > 1, list(page.downloads))
    ranked = [r for r in document["records"] if r["rank"] and r["stream"] == document["streams"][0]["id"]]
    rows = page.downloads["ranking-1.csv"][1:]
    checks.equal(f"{name}: the ranked list as data", [(r[0], r[1], r[6]) for r in rows],
                 [(str(r["rank"]), r["application"], r["proposal"]["amount"]) for r in sorted(ranked, key=lambda r: (r["rank"], r["application"]))])
    return text, document


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        look(checks, remit, of_five(scratch / "five"), "five", ["ranking-1", "budget-1", "marks-1", "sheets", "failures"])
        text, document = look(checks, remit, of_many(scratch / "many"), "two thousand",
                              ["ranking-1", "ranking-3", "budget-1", "budget-3", "marks-1", "marks-2", "marks-3", "sheets", "failures"])
        checks.equal("two thousand are there", len(document["records"]), 2000)
        checks.check(f"the page weighs at most {HEAVIEST} bytes for each", len(text.encode()) < HEAVIEST * 2000, len(text.encode()))
        checks.contains("what stands at the line is shown, the rest folded", text, "Around the funding line", "The whole ranked list: ")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
