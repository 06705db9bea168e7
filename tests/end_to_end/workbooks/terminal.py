#!/usr/bin/env python3
"""remit import asks on a terminal, one thing after the other, and again what cannot be so; whoever stops keeps what was said.
Usage: terminal.py --binary REMIT"""
import argparse
import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from making import Sheet, write_xlsx  # noqa: E402
from running import POLICIES, Checks, Remit  # noqa: E402

BIDS = Sheet("Bids", [["Ref", "Organisation", "Sector", "Project", "Amuont requested", "Received"], ["B1", "Kettle Club", "Faith group", "Warm rooms", "£2,400", "9 Feb 2026"]])
PANEL = Sheet("Panel", [["Initials", "Panel member", "Employer"], ["AO", "Ada Okafor", "Council"], ["BC", "Bryn Castell", "Forum"]])
SCORES = Sheet("Scores", [["Ref", "AO need", "AO part", "AO plan", "AO value"], ["B1", 4, 3, 3, 4]])
# what the program is waiting for -> what is typed, in turn
SAID = {"`Amuont requested`": ["amount", ""], "`Faith group`": ["volunteer", "voluntary"], "of round: `id`": ["kettle"], "of round: `partnership`": ["small-grants"], "of round: `title`": ["Spring"],
        "of round: `as_of`": ["tomorrow", "31/2/2026", "16 March 2026"], "of round: `panel.id`": ["p"], "of round: `stream`": ["Grants"], "of stream Grants: `budget`": ["lots", "£12k"],
        "of stream Grants: `opens`": ["2 Feb 2026"], "of stream Grants: `closes`": ["27/2/26"]}


def session(binary, words, said, stop_after=None):
    """Runs the program on a terminal of its own; answers each question that waits. Everything it printed, its exit code, the answers given."""
    leader, follower = pty.openpty()
    run = subprocess.Popen([binary, *map(str, words)], stdin=follower, stdout=follower, stderr=follower, close_fds=True,
                           env={"PATH": "/usr/bin:/bin", "REMIT_POLICIES": str(POLICIES), "TERM": "xterm", "NO_COLOR": "1"})
    os.close(follower)
    left, text, since, given = {k: list(v) for k, v in said.items()}, "", "", 0
    while True:
        ready, _, _ = select.select([leader], [], [], 60)
        if not ready:
            run.kill()
            return text + "\n[it waits for something that this test does not know]", None, given
        try:
            piece = os.read(leader, 4096).decode(errors="replace")
        except OSError:
            break
        if not piece:
            break
        text, since = text + piece, since + piece
        if not since.endswith("> "):
            continue
        asked = max((key for key in left if key in text), key=lambda key: text.rfind(key), default=None)
        if stop_after is not None and given >= stop_after:
            answer = "?"
        elif asked is None or not left[asked]:
            answer = "?"
        else:
            answer = left[asked].pop(0)
        given, since = given + 1, ""
        os.write(leader, (answer + "\n").encode())
    os.close(leader)
    return text.replace("\r\n", "\n"), run.wait(), given


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    binary = pathlib.Path(options.parse_args().binary).resolve()
    remit, checks = Remit(binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        book, mapping = write_xlsx(scratch / "bids.xlsx", [BIDS, PANEL, SCORES]), scratch / "map.csv"
        text, code, _ = session(binary, ["import", book, "--out", scratch / "round", "--map", mapping], SAID)
        checks.equal("asked and answered, it is imported", code, 0) or print(text)
        checks.contains("what is likely is offered", text, "Enter takes `amount_requested`", "1 of ")
        checks.contains("what cannot be so is asked again, with what can", text, "`volunteer` is none of them; the nearest is `voluntary`", "expected a day", "found `lots`")
        checks.contains("the end says what was made", text, "holds the round kettle: 1 application, 1 stream, 2 members of the panel, 4 marks")
        said = mapping.read_text()
        checks.contains("what was said is kept", said, "heading,applications,Amuont requested,amount_requested", "word,type,Faith group,voluntary", "fact,stream Grants,budget,£12k")
        again = remit("import", book, "--out", scratch / "again", "--map", mapping)
        checks.equal("and the next workbook needs nothing", again.returncode, 0)
        checks.equal("off a terminal and on it the round is the same", *[{p.name: p.read_bytes() for p in (scratch / name).iterdir()} for name in ("round", "again")])

        text, code, given = session(binary, ["import", book, "--out", scratch / "stopped", "--pack", "small-grants"], SAID, stop_after=3)
        checks.equal("whoever stops gets the mapping file, and no round", (code, (scratch / "stopped").exists(), (scratch / "stopped.map.csv").exists(), given), (2, False, True, 4))
        rest = (scratch / "stopped.map.csv").read_text()
        checks.contains("with what was said", rest, "amount_requested")
        checks.contains("and what is still open", rest, "fact,round,as_of,?")
        text, code, _ = session(binary, ["import", book, "--out", scratch / "stopped", "--map", scratch / "stopped.map.csv", "--pack", "small-grants"], SAID)
        checks.equal("and can go on from there", (code, (scratch / "stopped" / "round.json").exists()), (0, True)) or print(text)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
