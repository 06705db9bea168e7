#!/usr/bin/env python3
"""The Northern Ireland round exported by award-list, from outside: a row for each award that the ranked list names, with its money, and
the same for the library that Clang built. Usage: run.py --binary REMIT --tool REMIT_PLUGIN --gcc LIBRARY --clang LIBRARY"""
import argparse
import csv
import io
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import EXAMPLE, Checks, Remit  # noqa: E402

PACK = 'pack "own" { title = "Example", version = "1.0.0", extends = "northern-ireland" }\n'
KIND = 'parameter "award_kind" { title = "Whether an award is a grant or a contract", clause = "minute of the group (invented)", value = "grant" }\n'
PLUGIN = """plugin "award-list" {
  version = "1.0.0",
  settings = { prefix = "360G-example", funder_id = "GB-LAE-XXX", funder_name = "Example Council", approved_on = "2012-05-31" },
}
"""


def main():
    options = argparse.ArgumentParser()
    for name in ("--binary", "--tool", "--gcc", "--clang"):
        options.add_argument(name, required=True)
    options = options.parse_args()
    checks, run, tool = Checks(), Remit(options.binary), Remit(options.tool)
    ranked = csv.DictReader(io.StringIO(run("decide", EXAMPLE, "--format", "csv").out))
    wanted = {r["application"]: r for r in ranked if r["decision"] in ("approve-total", "approve-parts")}
    checks.check("the round has awards of both kinds", len({r["decision"] for r in wanted.values()}) == 2)
    written = {}
    with tempfile.TemporaryDirectory() as scratch:
        pack = pathlib.Path(scratch) / "own"
        pack.mkdir()
        (pack / "pack.lua").write_text(PACK)
        (pack / "records.lua").write_text(PLUGIN)
        for compiler, library in (("gcc", options.gcc), ("clang", options.clang)):
            folder = pathlib.Path(scratch) / compiler
            folder.mkdir()
            shutil.copy(library, folder / "award-list.so")
            checks.equal(f"{compiler}: its manifest", tool("manifest", folder / "award-list.so").returncode, 0)
            asked = ("decide", EXAMPLE, "--what-if", "--pack", pack, "--plugins", folder, "--format", "award-list/awards")
            refused = run(*asked)
            checks.equal(f"{compiler}: not trusted, refused", (refused.returncode, refused.out), (4, ""))
            checks.equal(f"{compiler}: trusted", tool("trust", folder / "award-list.so").returncode, 0)
            unsaid = run(*asked)
            checks.equal(f"{compiler}: while nobody says what an award is, none is exported", (unsaid.returncode, unsaid.out), (3, ""))
            checks.contains(f"{compiler}: and why", unsaid.err, "whether an award is a grant or a contract (4.5.3", "`award_kind`")
            (pack / "parameters").mkdir(exist_ok=True)
            (pack / "parameters" / "kind.lua").write_text(KIND)
            done = run(*asked)
            (pack / "parameters" / "kind.lua").unlink()
            checks.equal(f"{compiler}: exported", (done.returncode, done.err), (0, ""))
            written[compiler] = done.stdout
    checks.equal("GCC and Clang write the same bytes", written["gcc"], written["clang"])

    rows = {r["Identifier"].removeprefix("360G-example-family-support-2012-"): r for r in csv.DictReader(io.StringIO(written["gcc"].decode()))}
    checks.equal("a row for each award", sorted(rows), sorted(wanted))
    for id, row in rows.items():
        award = wanted[id]
        checks.equal(f"{id}: money, day, stream and name",
                     (row["Amount Awarded"], row["Award Date"], row["Grant Programme:Code"], row["Recipient Org:Name"]),
                     (award["amount"], "2012-05-31", award["stream"], award["applicant"]))
    return checks.finish()


sys.exit(main())
