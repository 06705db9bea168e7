#!/usr/bin/env python3
"""Trust, install, list, rollback, expiry, dependencies, tampering, and a round that an installed pack decides.
Usage: adopting.py --binary REMIT"""
import json
import pathlib
import shutil

from share import WHO, main, replace_in

ROUND = "policies/river-towns/rounds/spring-2026"


def trusted_packs(desk):
    desk.key("north")
    desk.key("other")
    one = desk.sign(desk.build(1), "north")
    two = desk.sign(desk.build(2, version="1.1.0"), "north")
    desk.refused(4, "which nobody here trusts", "pack", "install", one, *WHO)
    desk.remit("pack", "trust", "add", "north-region", "--key", "north.pub", "--may", "somewhere-else", *WHO)
    desk.refused(4, "`north-region` may not publish the pack `river-towns` here; it may publish somewhere-else", "pack", "install", one, *WHO)
    desk.remit("pack", "trust", "add", "north-region", "--may", "river-towns", *WHO)
    desk.refused(2, "--why is required", "pack", "install", one, "--by", "A. Byrne")
    return one, two


def in_use(desk, version):
    listed = json.loads(desk.remit("pack", "list", "--format", "json", "--as-of", "2026-11-22").out)
    return desk.checks.equal(f"{version} is in use", [p["version"] for p in listed["packs"] if p["id"] == "river-towns"], [version] if version else [])


def installs(desk, one, two):
    in_use(desk, None)
    done = desk.remit("pack", "install", one, *WHO)
    desk.checks.contains("what was adopted is said", done.out, "river-towns 1.0.0, release 1 is in use", "signed by north-region", "on core 1.0.0", "as of 2026-11-22: minute 4.2")
    in_use(desk, "1.0.0")
    desk.remit("pack", "install", two, *WHO)
    in_use(desk, "1.1.0")
    desk.refused(4, "release 2 of `river-towns` was adopted here before; to go back on purpose, use `remit pack rollback", "pack", "install", one, *WHO)
    desk.remit("pack", "rollback", "river-towns", *WHO)
    in_use(desk, "1.0.0")
    desk.refused(2, "is the one in use", "pack", "rollback", "river-towns", "--to", "1.0.0", *WHO)
    desk.remit("pack", "rollback", "river-towns", "--to", "1.1.0", *WHO)
    in_use(desk, "1.1.0")
    told = desk.remit("pack", "list", "--all", "--as-of", "2026-11-22").out
    desk.checks.contains("everything is recorded with who and why", told, "river-towns 1.0.0 rolled back to, release 1 of north-region", "A. Byrne, secretary: minute 4.2", "although a later release was adopted before")


def numbers(desk):
    """A publisher gives no number and no version to two texts."""
    again = desk.sign(desk.build(2, version="1.2.0", out="twice.remitpack"), "north")
    desk.refused(4, "release 2 of `river-towns` was adopted here as another text", "pack", "install", again, *WHO)
    again = desk.sign(desk.build(3, version="1.1.0", out="same-version.remitpack"), "north")
    desk.refused(4, "version 1.1.0 of `river-towns` was adopted here as another text", "pack", "install", again, *WHO)
    older = desk.sign(desk.build(1, version="0.9.0", out="older.remitpack"), "north")
    desk.refused(4, "release 1 of `river-towns` was adopted here as another text", "pack", "install", older, *WHO)
    in_use(desk, "1.1.0")


def last_good_stays(desk):
    """An installation that fails changes nothing: a pack that does not load, one that needs what is not there, one that has expired."""
    lua = desk.place / "policies/river-towns/eligibility.lua"
    late = desk.sign(desk.build(5, version="1.3.0", expires="2026-11-21"), "north")
    desk.refused(3, "may be used until 2026-11-21, and the day is 2026-11-22", "pack", "install", late, *WHO)
    in_use(desk, "1.1.0")
    desk.remit("pack", "build", "policies/river-towns", "--release", 6, "--expires", "2027-03-31", "--needs", "core >=1.0.0 <1.0.1", "--needs", "region >=2.0.0 <3.0.0", "--out", "needs.remitpack")
    desk.sign("needs.remitpack", "north")
    desk.refused(3, "river-towns 1.3.0 needs `region` >=2.0.0 <3.0.0; there is none here", "pack", "install", "needs.remitpack", *WHO)
    desk.remit("pack", "build", "policies/river-towns", "--release", 6, "--expires", "2027-03-31", "--minimum-host", "9.0.0", "--out", "host.remitpack")
    desk.sign("host.remitpack", "north")
    desk.refused(3, "needs Remit 9.0.0 or later", "pack", "install", "host.remitpack", *WHO)
    in_use(desk, "1.1.0")
    desk.checks.equal("no half folder is left", [p.name for p in (desk.place / "store").glob(".fresh*")], [])
    desk.remit("pack", "install", late, *WHO, "--despite-expiry")
    in_use(desk, "1.3.0")
    desk.checks.contains("the override of the expiry is recorded", desk.remit("pack", "list", "--all", "--as-of", "2026-11-22").out, "EXPIRED", "although it expires on 2026-11-21")
    desk.remit("pack", "rollback", "river-towns", "--to", "1.1.0", *WHO)
    assert lua.exists()


def decides(desk):
    """The installed pack decides, by name and version; the record names its digest and publisher, and replay finds it again."""
    shutil.rmtree(desk.place / "rounds", ignore_errors=True)
    shutil.copytree(desk.place / ROUND, desk.place / "rounds")
    heading = json.loads((desk.place / "rounds/round.json").read_text())
    heading.pop("pack", None)
    (desk.place / "rounds/round.json").write_text(json.dumps(heading))
    shutil.rmtree(desk.place / "policies/river-towns")   # nothing but the store has it now
    done = desk.remit("decide", "rounds", "--format", "ndjson")
    records = [json.loads(line) for line in done.out.splitlines()]
    packs = json.loads(desk.remit("pack", "list", "--format", "json").out)["packs"]
    pack = records[0]["pack"]
    desk.checks.equal("the record names version and publisher", (pack["version"], pack["publisher"]["id"], pack["publisher"]["release"]), ("1.1.0", "north-region", 2))
    desk.checks.equal("and the digest of the signed bytes", pack["publisher"]["digest"], packs[0]["digest"])
    (desk.place / "records.ndjson").write_bytes(done.stdout)
    desk.checks.contains("replay", desk.remit("replay", "records.ndjson", "rounds").out, "IDENTICAL")
    older = desk.remit("decide", "rounds", "--what-if", "--pack", "river-towns@1.0.0", "--format", "ndjson")
    desk.checks.equal("another version by its name", json.loads(older.out.splitlines()[0])["pack"]["version"], "1.0.0")
    (desk.place / "rounds/round.json").write_text(json.dumps(heading | {"pack": {"id": "river-towns", "version": "1.0.0"}}))
    pinned = desk.remit("decide", "rounds", "--format", "ndjson")
    desk.checks.equal("the version that a round is pinned to, though another is in use", json.loads(pinned.out.splitlines()[0])["pack"]["version"], "1.0.0")
    desk.refused(3, "is not installed", "decide", "rounds", "--what-if", "--pack", "river-towns@7.0.0")
    desk.refused(3, "it may be used until 2027-03-31, and the day of this round is 2027-04-01", "decide", "rounds", "--as-of", "2027-04-01")
    desk.remit("decide", "rounds", "--as-of", "2027-03-31", "--format", "brief")
    desk.remit("check", "river-towns")


def tampering(desk):
    """Whoever changes the store is found out at the next use."""
    place = desk.place / "store/packs/river-towns/1.1.0"
    rule = next((place / "river-towns").glob("eligibility.lua"))
    good = rule.read_text()
    rule.write_text(good + "-- one line more\n")
    desk.refused(4, "it is not the file that was adopted", "check", "river-towns")
    rule.write_text(good)
    extra = place / "river-towns/extra.lua"
    extra.write_text("-- nothing\n")
    desk.refused(4, "it is no file of the pack that was adopted", "check", "river-towns")
    extra.unlink()
    packed = place / "pack.remitpack"
    bytes_ = packed.read_bytes()
    packed.write_bytes(bytes_[:-1])
    desk.refused(4, "it is not the pack that was adopted", "check", "river-towns")
    packed.write_bytes(bytes_)
    signature = place / "pack.remitpack.minisig"
    text = signature.read_text()
    signature.unlink()
    desk.refused(4, "nobody has signed it", "check", "river-towns")
    signature.write_text(text)
    lock = place / "lock.json"
    was = lock.read_text()
    lock.write_text(was.replace('"installed":false', '"installed":true'))
    desk.refused(4, "it is not the lock that was adopted", "check", "river-towns")
    lock.write_text(was)
    replace_in(desk.place / "policies/core/eligibility.lua", "within", "inside")
    desk.refused(4, "the layer core 1.0.0 is not the text that it was adopted with", "check", "river-towns")
    replace_in(desk.place / "policies/core/eligibility.lua", "inside", "within")
    list_ = desk.place / "store/adoptions.ndjson"
    lines = list_.read_text().splitlines(True)
    list_.write_text("".join(lines[:1] + lines[2:]))
    desk.refused(4, "this line does not follow the one before it", "check", "river-towns")
    list_.write_text("".join(lines).replace('"release":2', '"release":9', 1))
    desk.refused(4, "does not follow" if lines[0].count('"release":2') else "adoptions.ndjson:", "check", "river-towns")
    list_.write_text("".join(lines))
    desk.remit("check", "river-towns")


def keys(desk):
    """A retired key keeps what it signed in use; a removed one does not; unsigned packs need the switch."""
    name = next(line.split()[1].rstrip(",") for line in desk.remit("pack", "trust", "show").out.splitlines() if line.startswith("  key "))
    desk.remit("pack", "trust", "retire", name, *WHO)
    desk.remit("check", "river-towns")
    desk.remit("pack", "trust", "remove", name, *WHO)
    desk.refused(4, "which nobody here trusts", "check", "river-towns")
    desk.remit("pack", "trust", "add", "north-region", "--key", "other.pub", "--may", "river-towns", *WHO)
    lying = desk.place / "store/packs/river-towns/1.1.0/pack.remitpack"
    shutil.copy(lying, desk.place / "again.remitpack")
    desk.sign("again.remitpack", "other")
    desk.remit("pack", "install", "again.remitpack", "--rollback", *WHO)
    desk.remit("check", "river-towns")
    (desk.place / "again.remitpack.minisig").unlink()
    desk.refused(4, "nobody has signed it", "pack", "install", "again.remitpack", *WHO)
    desk.remit("pack", "trust", "require", "off", *WHO)
    desk.remit("pack", "install", "again.remitpack", "--rollback", *WHO)
    desk.remit("check", "river-towns")
    desk.remit("pack", "trust", "require", "on", *WHO)
    desk.refused(4, "signatures are required since", "check", "river-towns")


def test(desk):
    one, two = trusted_packs(desk)
    installs(desk, one, two)
    numbers(desk)
    last_good_stays(desk)
    decides(desk)
    tampering(desk)
    keys(desk)


main(test)
