#!/usr/bin/env python3
"""remit pack build: the same bytes anywhere, an archive that another program writes too, and refusals. Usage: packing.py --binary REMIT"""
import io
import json
import os
import shutil
import subprocess
import tarfile

from share import main, replace_in

RIVER = "policies/river-towns"


def same_anywhere(desk):
    first = desk.build(1).read_bytes()
    again = desk.build(1, out="again.remitpack").read_bytes()
    desk.checks.check("built twice: the same bytes", first == again)
    elsewhere = desk.place / "elsewhere/deep/river-towns"
    shutil.copytree(desk.place / RIVER, elsewhere)
    files = [f for f in elsewhere.rglob("*") if f.is_file()]
    for n, file in enumerate(reversed(files)):   # other times, other modes, another order of making
        bytes_ = file.read_bytes()
        file.unlink()
        file.write_bytes(bytes_)
        os.utime(file, (10**9 + n, 10**9 + n))
        file.chmod(0o600)
    (elsewhere / ".hidden").write_text("left out")
    desk.remit("pack", "build", elsewhere, "--release", 1, "--expires", "31/03/2027", "--out", "third.remitpack", TZ="Asia/Tokyo", LC_ALL="C")
    desk.checks.check("built from elsewhere, of other times and modes: the same bytes", first == (desk.place / "third.remitpack").read_bytes())
    desk.checks.check("another release: other bytes", first != desk.build(2, out="fourth.remitpack").read_bytes())
    return first


def as_others_write_it(desk, packed):
    """The archive is what Python's tarfile makes of the same files, byte for byte, and pack.json is canonical."""
    archive = subprocess.run(["zstd", "-dc"], input=packed, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        members = [(m.name, tar.extractfile(m).read()) for m in tar.getmembers()]
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(data), 0o644
            tar.addfile(info, io.BytesIO(data))
    plain = made.getvalue()
    desk.checks.check("the archive is what Python's tarfile writes", archive == plain[:len(archive)] and not any(plain[len(archive):]))
    on_disk = {f.relative_to(desk.place / RIVER).as_posix(): f.read_bytes() for f in (desk.place / RIVER).rglob("*") if f.is_file()}
    on_disk = {name: data for name, data in on_disk.items() if not name.startswith(".")}   # those are the editor's
    desk.checks.equal("it holds pack.json and the pack's files", dict(members[1:]), on_disk)
    text = members[0][1].decode()
    manifest = json.loads(text)
    desk.checks.equal("pack.json is canonical", text, json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
    said = {k: manifest[k] for k in ("id", "version", "release", "expires", "minimum_host", "dependencies", "plugins")}
    desk.checks.equal("pack.json", said, {"id": "river-towns", "version": "1.0.0", "release": 1, "expires": "2027-03-31", "minimum_host": "0.1.0",
                                          "dependencies": [{"id": "core", "version": ">=1.0.0 <2.0.0"}], "plugins": []})
    desk.checks.equal("pack.json names every file", [f["path"] for f in manifest["files"]], sorted(on_disk))


def refuses(desk):
    folder = desk.place / RIVER
    words = ("pack", "build", RIVER, "--release", 1, "--expires", "2027-03-31", "--out", "x.remitpack")
    (folder / "naïve.lua").write_text("-- nothing\n")
    desk.refused(3, "outside a to z", *words)
    (folder / "naïve.lua").unlink()
    (folder / "notes.txt").symlink_to("/etc/passwd")
    desk.refused(3, "no ordinary file", *words)
    (folder / "notes.txt").unlink()
    (folder / "pack.json").write_text("{}")
    desk.refused(3, "it is made when the pack is built", *words)
    (folder / "pack.json").unlink()
    (folder / "Silences.md").write_text("")
    (folder / "silences.md").write_text("")
    desk.refused(3, "are one name on some machines", *words)
    (folder / "Silences.md").unlink()
    (folder / "silences.md").unlink()
    desk.refused(2, "it is built on core 1.0.0, which is not in >=2.0.0 <3.0.0", *words, "--needs", "core >=2.0.0 <3.0.0")
    desk.refused(2, "is no day", "pack", "build", RIVER, "--release", 1, "--expires", "soon")
    desk.refused(2, "--release", "pack", "build", RIVER, "--release", 0, "--expires", "2027-03-31")
    cases = folder / "tests" / "appeals.json"
    before = cases.read_text()
    replace_in(cases, '"admitted"', '"not_admitted"')
    done = desk.refused(1, "about procedure, on the last day", *words)
    desk.checks.contains("and where to look", done.err, "`remit test", cases.name)
    cases.write_text(before)
    (folder / "tests").rename(folder / "set-aside")
    desk.refused(1, "the pack has no cases", *words)
    (folder / "set-aside").rename(folder / "tests")
    replace_in(folder / "eligibility.lua", "criterion", "critreion")
    done = desk.refused(3, "critreion", *words)
    desk.checks.contains("what does not pass its check is not built, and says where", done.err, "eligibility.lua:")
    desk.checks.check("nothing was written", not (desk.place / "x.remitpack").exists() and not list(desk.place.glob("*.part")))


def test(desk):
    as_others_write_it(desk, same_anywhere(desk))
    refuses(desk)


main(test)
