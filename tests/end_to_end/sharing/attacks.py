#!/usr/bin/env python3
"""Whoever can write in the store, send a file or choose a name tries to have another text used than the one that was adopted.
Usage: attacks.py --binary REMIT"""
import json
import os
import pathlib
import shutil

from share import WHO, main

PLACE = "store/packs/river-towns/1.0.0"


def adopted(desk):
    desk.key("north")
    desk.key("second")
    desk.key("stranger")
    desk.remit("pack", "trust", "add", "north-region", "--key", "north.pub", "--may", "river-towns", *WHO)
    desk.sign(desk.build(1), "north")
    desk.remit("pack", "install", "river-towns-1.0.0.remitpack", *WHO)


def symlinks(desk):
    """A link in the place of a file, of a folder, of the signed bytes, of the whole version."""
    place, away = desk.place / PLACE, desk.place / "away"
    shutil.copytree(place, away)
    for what in ("river-towns/eligibility.lua", "river-towns/parameters", "river-towns"):
        target = place / what
        is_folder = target.is_dir()
        shutil.rmtree(target) if is_folder else target.unlink()
        target.symlink_to(away / what)
        if what != "river-towns":   # the folder as a whole: the same bytes, verified at each use, decide
            desk.refused(4, "it is no file of the pack that was adopted" if is_folder else "it is not the file that was adopted", "check", "river-towns")
        else:
            other = away / what / "eligibility.lua"
            text = other.read_text()
            other.write_text(text + "-- another\n")
            desk.refused(4, "it is not the file that was adopted", "check", "river-towns")
            other.write_text(text)
        target.unlink()
        shutil.copytree(away / what, target) if is_folder else shutil.copy(away / what, target)
    desk.remit("check", "river-towns")
    template = place / "river-towns/letters/letter.md"
    template.parent.mkdir(exist_ok=True)
    template.write_text("You have won.\n")
    desk.refused(4, "it is no file of the pack that was adopted", "check", "river-towns")
    template.unlink()
    (place / "river-towns/tests/more.json").symlink_to("/etc/passwd")
    desk.refused(4, "it is no file of the pack that was adopted", "check", "river-towns")
    (place / "river-towns/tests/more.json").unlink()
    shutil.rmtree(away)


def another_version_in_its_place(desk):
    """A signed pack of the same publisher, put where another version was adopted."""
    desk.sign(desk.build(2, version="1.1.0"), "north")
    for name, ending in (("river-towns-1.1.0.remitpack", ""), ("river-towns-1.1.0.remitpack.minisig", ".minisig")):
        shutil.copy(desk.place / PLACE / f"pack.remitpack{ending}", desk.place / f"kept{ending}")
        shutil.copy(desk.place / name, desk.place / PLACE / f"pack.remitpack{ending}")
    desk.refused(4, "it is not the pack that was adopted", "check", "river-towns")
    for ending in ("", ".minisig"):
        shutil.copy(desk.place / f"kept{ending}", desk.place / PLACE / f"pack.remitpack{ending}")
    desk.remit("check", "river-towns")


def permissions(desk):
    """What anybody on the machine may write proves nothing: the trust file, the list of adoptions, the store itself."""
    store = desk.place / "store"
    for what in (store / "trust.json", store / "adoptions.ndjson", store):
        mode = what.stat().st_mode
        what.chmod(mode | 0o002)
        desk.refused(4, "anybody on this machine may change it", "check", "river-towns")
        desk.refused(4, f"chmod o-w {what}", "pack", "trust", "show")
        what.chmod(mode)
    trust = store / "trust.json"
    text = trust.read_text()
    trust.unlink()
    trust.symlink_to(store / "nowhere")
    desk.refused(4, "there is no such file", "check", "river-towns")   # a link to nothing is not "nobody is trusted here"
    trust.unlink()
    for wrong in (text[:-5], text.replace('"signature_required":true', '"signature_required":"no"'), text.replace("{", '{"more":1,', 1), "[]", ""):
        trust.write_text(wrong)
        desk.remit("check", "river-towns", exit_code=4)
    trust.write_text(text)
    desk.remit("check", "river-towns")


def names(desk):
    """An id has small letters a to z, digits and hyphens: nothing looks like another that is not it."""
    for id_ in ("river-tоwns", "river\u2010towns", "ríver-towns", "River-Towns", "river_towns", "river-towns ", "../river-towns", "river-towns\0", "river-towns-"):
        if "\0" not in id_:
            desk.remit("pack", "trust", "add", "north-region", "--may", id_, *WHO, exit_code=2)
            desk.remit("pack", "trust", "add", id_, "--key", "stranger.pub", "--may", "river-towns", *WHO, exit_code=2)
    folder = desk.place / "policies/river-tоwns"
    shutil.copytree(desk.place / "policies/river-towns", folder)
    for file in folder.glob("*.lua"):
        file.write_text(file.read_text().replace('pack "river-towns"', 'pack "river-tоwns"'))
    done = desk.program("pack", "build", folder, "--release", 1, "--expires", "2027-03-31", cwd=desk.place, REMIT_POLICIES="policies", REMIT_STORE=desk.place / "store")
    desk.checks.check("no pack of such an id is built", done.returncode in (1, 2, 3) and not list(desk.place.glob("river-tоwns*")))
    shutil.rmtree(folder)


def keys(desk):
    """Two keys of one publisher; a key that is another's already; two of two, when one signs twice; a key for other packs."""
    desk.refused(2, "`north-region`", "pack", "trust", "add", "other-region", "--key", "north.pub", "--may", "river-towns", *WHO)
    desk.remit("pack", "trust", "add", "north-region", "--key", "second.pub", "--signatures-needed", 2, *WHO)
    desk.refused(4, "with 1 of its keys, and 2 are needed", "check", "river-towns")
    lying = desk.place / PLACE / "pack.remitpack"
    shutil.copy(lying, desk.place / "two.remitpack")
    desk.sign("two.remitpack", "north")
    once = (desk.place / "two.remitpack.minisig").read_text()
    (desk.place / "two.remitpack.minisig").write_text(once + once)
    desk.remit("pack", "install", "two.remitpack", *WHO, exit_code=4)
    (desk.place / "two.remitpack.minisig").write_text(once)
    desk.sign("two.remitpack", "second", "--also")
    desk.remit("pack", "install", "two.remitpack", *WHO)
    desk.remit("check", "river-towns")
    desk.refused(4, "with 1 of its keys, and 2 are needed", "pack", "install", "river-towns-1.1.0.remitpack", *WHO)
    desk.remit("pack", "trust", "add", "coast-region", "--key", "stranger.pub", "--may", "coast-towns", *WHO)
    desk.sign("river-towns-1.1.0.remitpack", "stranger")
    desk.refused(4, "`coast-region` may not publish the pack `river-towns` here; it may publish coast-towns", "pack", "install", "river-towns-1.1.0.remitpack", *WHO)


def two_at_once(desk):
    """One change at a time: who comes second is told, and nothing is half done."""
    import fcntl
    with open(desk.place / "store/.changing", "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        desk.refused(2, "somebody is changing what is installed here at this moment", "pack", "install", "two.remitpack", *WHO)
        desk.remit("check", "river-towns")
    before = json.loads(desk.remit("pack", "list", "--format", "json", "--as-of", "2026-11-22").out)
    if os.geteuid() != 0:   # root writes wherever it likes
        (desk.place / "store/packs/river-towns").chmod(0o500)
        desk.remit("pack", "install", "two.remitpack", *WHO, exit_code=2)
        (desk.place / "store/packs/river-towns").chmod(0o755)
    desk.checks.equal("what is in use stays", json.loads(desk.remit("pack", "list", "--format", "json", "--as-of", "2026-11-22").out), before)


def looking(desk):
    """A packed pack is judged before it is unpacked, even to be looked at."""
    stranger = desk.place / "stranger.remitpack"
    shutil.copy(desk.place / "two.remitpack", stranger)
    desk.refused(4, "to look at it all the same, add `--unverified`", "pack", "show", stranger)
    stranger.write_bytes(stranger.read_bytes()[:200])
    desk.refused(4, "nobody has signed it", "pack", "show", stranger)
    desk.refused(3, "it is cut off, or damaged", "pack", "show", stranger, "--unverified")
    desk.checks.contains("a signed one", desk.remit("pack", "show", "two.remitpack").out, "two.remitpack: signed by north-region", "river-towns 1.0.0", "decided by")
    desk.checks.contains("an adopted one by its version", desk.remit("pack", "show", "river-towns@1.0.0").out, "river-towns 1.0.0:")
    shutil.copy(desk.place / "two.remitpack", stranger)
    desk.checks.contains("an unsigned one, asked for", desk.remit("pack", "show", stranger, "--unverified").out, "who signed it was not asked", "river-towns 1.0.0:")
    desk.checks.equal("and as JSON it is what the adopted one is", json.loads(desk.remit("pack", "show", stranger, "--unverified", "--format", "json").out), json.loads(desk.remit("pack", "show", "river-towns@1.0.0", "--format", "json").out))


def test(desk):
    adopted(desk)
    symlinks(desk)
    another_version_in_its_place(desk)
    permissions(desk)
    names(desk)
    keys(desk)
    two_at_once(desk)
    looking(desk)


main(test)
