"""The mistakes that officers make, one in each file of packs/: the rules.lua of a pack, and below it, in comments, every line that `remit check`
prints about it, word for word ("1:47: a comma is missing ..."; the file's name is left out). Those of the policy language's page are tested
where the page is."""
import argparse
import json
import pathlib
import sys
import tempfile
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, Remit  # noqa: E402

PACKS = pathlib.Path(__file__).parent / "packs"
FEWEST = 50


def said(out):
    return [line.replace("area/rules.lua:", "") for line in out.splitlines() if line.startswith("area") and not line.startswith("area 1.0.0") and "[NO_CASES]" not in line]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    checks, remit = Checks(), Remit(parser.parse_args().binary)
    files = sorted(PACKS.glob("*.lua"))
    checks.check(f"there are {FEWEST} mistakes", len(files) >= FEWEST, len(files))
    for file in files:
        lines = file.read_text().splitlines()
        expected = [line[3:] for line in lines if line.startswith("-- ")]
        with tempfile.TemporaryDirectory() as place:
            area = pathlib.Path(place) / "area"
            area.mkdir()
            (area / "pack.lua").write_text('pack "area" { title = "An area", version = "1.0.0", extends = "core" }\n')
            (area / "rules.lua").write_text("\n".join(line for line in lines if not line.startswith("-- ")) + "\n")
            text = remit("check", "area", cwd=place, REMIT_POLICIES=POLICIES)
            checks.equal(f"{file.stem}: what is said", said(text.out + text.err), expected)
            errors = [line for line in expected if " warning: " not in line and " note: " not in line]
            checks.equal(f"{file.stem}: the exit code", text.returncode, 1 if errors else 0)
            made = remit("check", "area", "--format", "json", cwd=place, REMIT_POLICIES=POLICIES)
            document = json.loads(made.out)
            codes = sorted(line[line.rindex("[") + 1:-1] for line in expected)
            checks.equal(f"{file.stem}: as JSON", (document["format"], sorted(f["code"] for f in document["findings"] if f["code"] != "NO_CASES")), ("remit.check/1", codes))
            suite = xml.fromstring(remit("check", "area", "--format", "junit", cwd=place, REMIT_POLICIES=POLICIES).out)
            checks.equal(f"{file.stem}: as JUnit", suite.attrib["failures"] != "0", bool(errors))
            again = remit("check", "area", "--format", "json", cwd=place, REMIT_POLICIES=POLICIES)
            checks.equal(f"{file.stem}: the same again", again.out, made.out)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
