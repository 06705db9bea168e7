#!/usr/bin/env python3
"""What is no workbook, or none that can be read, is refused in clear words with exit code 2, and nothing is written. Usage: broken.py --binary REMIT"""
import argparse
import pathlib
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from making import Sheet, write_ods, write_parts, write_xlsx, xlsx_parts  # noqa: E402
from running import Checks, Remit  # noqa: E402

ONE = [Sheet("Applications", [["Id", "Title"], ["A1", "x"]])]


def bomb(path):
    """256 MiB of one cell, packed into a quarter of a megabyte; it says so itself."""
    parts = xlsx_parts(ONE)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if not name.endswith("sheet1.xml"):
                archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(257):
                part.write(b" " * (1 << 20))
    return path


def lying(path):
    """The same size, but the archive says that it is small."""
    bomb(path)
    data = bytearray(path.read_bytes())
    size = (257 << 20).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at:at + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(data)
    return path


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)

        def refused(what, path, *said):
            before = sorted(p.name for p in scratch.iterdir())
            done = remit("import", path, "--out", scratch / "round", "--pack", "small-grants")
            checks.equal(f"{what}: exit code, output, what was written", (done.returncode, done.out, sorted(p.name for p in scratch.iterdir())), (2, "", before))
            checks.contains(f"{what}: clear words", done.err, pathlib.Path(path).name, *said)
            checks.check(f"{what}: no fault of Remit's own", "a fault in Remit" not in done.err, done.err)

        def file(name, data):
            (scratch / name).write_bytes(data)
            return scratch / name

        whole = write_xlsx(scratch / "whole.xlsx", ONE).read_bytes()
        refused("nothing there", scratch / "gone.xlsx", "there is no such file")
        refused("an empty file", file("empty.xlsx", b""), "the file is empty")
        refused("cut short", file("cut.xlsx", whole[:700]), "the file is damaged")
        refused("changed inside", file("inside.xlsx", whole.replace(b"PK\x01\x02", b"PK\x01\x03")), "the file is damaged")
        refused("no XML", write_parts(scratch / "xml.xlsx", xlsx_parts(ONE) | {"xl/worksheets/sheet1.xml": "<worksheet><sheetData>"}), "the file is damaged", "sheet1.xml")
        refused("a sheet gone", write_parts(scratch / "sheet.xlsx", {k: v for k, v in xlsx_parts(ONE).items() if "sheet1" not in k}), "`Applications` is missing")
        refused("locked", file("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")), "locked by a password")
        refused("old Office", file("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)), "save it as .xlsx")
        refused("macros", write_parts(scratch / "macro.xlsm", xlsx_parts(ONE) | {"xl/vbaProject.bin": "x"}), "macros, which are never run here")
        refused("binary", write_parts(scratch / "b.xlsb", {"[Content_Types].xml": "", "xl/workbook.bin": ""}), "binary workbook")
        refused("a document", write_parts(scratch / "letter.docx", {"[Content_Types].xml": "", "word/document.xml": ""}), "no workbook")
        refused("an archive", write_parts(scratch / "a.zip", {"readme": "x"}), "an archive, but no workbook")
        refused("a picture", file("picture.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(50)), "it is no workbook")
        refused("nothing in it", write_xlsx(scratch / "blank.xlsx", [Sheet("Sheet1", [])]), "no sheet of the workbook holds anything")
        refused("a bomb", bomb(scratch / "bomb.xlsx"), "unpacks to more than a workbook may hold")
        refused("a bomb that lies", lying(scratch / "lying.xlsx"), "sheet1.xml")
        entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
        refused("entities are text, not blown up", write_parts(scratch / "entities.xlsx", xlsx_parts(ONE) | {"xl/worksheets/sheet1.xml": entities}), "no sheet holds a table", "`Applications`")
        far = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="1048575"><c r="XFD1048575"><v>1</v></c></row></sheetData></worksheet>'
        refused("two cells at the far end", write_parts(scratch / "far.xlsx", xlsx_parts(ONE) | {"xl/worksheets/sheet1.xml": far}), "no sheet holds a table", "`Applications`")
        wide = "<worksheet><sheetData>" + "".join(f'<row r="{r}"><c r="XFD{r}"><v>1</v></c></row>' for r in range(1, 400)) + "</sheetData></worksheet>"
        refused("gaps that would fill memory", write_parts(scratch / "gaps.xlsx", xlsx_parts(ONE) | {"xl/worksheets/sheet1.xml": wide}), "more than 5000000 cells")
        ods = write_ods(scratch / "whole.ods", ONE)
        content = zipfile.ZipFile(ods).read("content.xml").decode()
        refused("ODS locked", write_parts(scratch / "locked.ods", {"content.xml": content, "META-INF/manifest.xml": "<m><encryption-data/></m>"}), "locked by a password")
        refused("ODS with macros", write_parts(scratch / "macro.ods", {"content.xml": content, "Scripts/python/x.py": ""}), "macros, which are never run here")
        refused("ODS of text", write_parts(scratch / "text.odt", {"content.xml": "<document-content><body><text/></body></document-content>"}), "no workbook")
        many = content.replace("<table:table-row>", '<table:table-row table:number-rows-repeated="1000000">', 2).replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="4000" ', 4)
        refused("ODS that repeats a cell for ever", write_parts(scratch / "many.ods", {"content.xml": many}), "more than 5000000 cells")
        refused("quotes that do not match", file("quotes.csv", b'Id,Title\nA1,"x\n'), "opening quotes")
        whole_path = scratch / "whole.xlsx"
        file("map.csv", b"about,of,what,means\nheading,applications,Title,titel\n")
        done = remit("import", whole_path, "--out", scratch / "round", "--map", scratch / "map.csv", "--pack", "small-grants")
        checks.contains("a field that is none", done.err, "heading `Title`: `titel` is no field of applications; the nearest is `title`")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
