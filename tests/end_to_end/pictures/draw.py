#!/usr/bin/env python3
"""The pictures of README.md and docs/, out of what the program writes today. With --draw they are drawn again, in Chromium; without, they are
held against what they were drawn from: docs/pictures/drawn.json keeps a digest of each, digests of records left out.
Usage: draw.py --binary REMIT [--draw]"""
import argparse
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, SOURCE, Checks, Remit  # noqa: E402

PICTURES = SOURCE / "docs" / "pictures"
ROUND = POLICIES / "small-grants" / "rounds" / "spring-2026"


def between(text, begin, end, with_end=True):
    at = text.index(begin)
    to = text.index(end, at) + (len(end) if with_end else 0)
    return text[at:to]


def page_of(text, fragment):
    """The fragment alone, with the page's own style."""
    style = between(text, "<style>", "</style>")
    return f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8">{style}<style>body {{ padding: 1rem 1.25rem }} h2 {{ margin-top: 0 }}</style></head><body>{fragment}</body></html>'


def pages(remit, scratch):
    """name -> (page, width)"""
    report = remit("decide", ROUND, "--format", "html").out
    remit("letters", ROUND, "SG-08", "--out", scratch / "letters")
    letter = (scratch / "letters" / "SG-08.html").read_text()
    return {
        "report": (page_of(report, between(report, "<section>", '<figure id="budget-1">', with_end=False)), 900),
        "budget": (page_of(report, between(report, '<figure id="budget-1">', "</figure>")), 620),
        "marks": (page_of(report, between(report, '<figure id="marks-1">', "</figure>")), 620),
        "record": (page_of(report, between(report, '<article id="application-SG-08">', "<h4>The panel</h4>", with_end=False) + "</article>"), 900),
        "letter": (letter, 800),
    }


def digest(page):
    return hashlib.sha256(re.sub(r"blake2b-256:[0-9a-f]{64}", "", page).encode()).hexdigest()


def draw(name, page, width, scratch):
    """Twice: how high the page is, then the picture of just so much."""
    browser = [shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={scratch / 'browser'}"]
    path = scratch / f"{name}.html"
    asks = "<script>document.title = 'high ' + Math.ceil(document.documentElement.getBoundingClientRect().height)</script></body>"
    path.write_text(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page).replace("</body>", asks))
    seen = subprocess.run([*browser, f"--window-size={width},400", "--dump-dom", path.as_uri()], capture_output=True, text=True).stdout
    high = int(re.search(r"<title>high (\d+)", seen).group(1))
    path.write_text(page)
    subprocess.run([*browser, f"--window-size={width},{min(high, 1400)}", f"--screenshot={PICTURES / name}.png", path.as_uri()], check=True, capture_output=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    options.add_argument("--draw", action="store_true")
    given = options.parse_args()
    remit, checks = Remit(given.binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        made = pages(remit, scratch)
        if given.draw:
            for name, (page, width) in made.items():
                draw(name, page, width, scratch)
            (PICTURES / "drawn.json").write_text(json.dumps({name: digest(page) for name, (page, _) in made.items()}, indent=1) + "\n")
        drawn = json.loads((PICTURES / "drawn.json").read_text())
        for name, (page, _) in made.items():
            checks.check(f"docs/pictures/{name}.png shows what is written today", drawn.get(name) == digest(page),
                         f"draw it again, and look at it: python3 tests/end_to_end/pictures/draw.py --binary {given.binary} --draw")
            checks.check(f"docs/pictures/{name}.png is a picture", (PICTURES / f"{name}.png").read_bytes()[:4] == b"\x89PNG")
        shown = "".join(p.read_text() for p in [SOURCE / "README.md", *(SOURCE / "docs").glob("*.md")])
        checks.equal("each picture is shown on a page", [name for name in made if f"pictures/{name}.png" not in shown], [])
        checks.equal("and each picture is drawn here", sorted(p.stem for p in PICTURES.glob("*.png")), sorted(made))
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
