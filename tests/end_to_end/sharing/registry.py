#!/usr/bin/env python3
"""A registry: a signed index, install by name, outdated, and a registry that lies; the diff of two releases; a region's page.
Usage: registry.py --binary REMIT"""
import json
import pathlib

from share import WHO, main, replace_in

RIVER = "policies/river-towns"


def registry(desk):
    desk.key("north")
    desk.key("stranger")
    desk.remit("pack", "trust", "add", "north-region", "--key", "north.pub", "--may", "river-towns", *WHO)
    shared = desk.place / "shared"
    shared.mkdir()
    desk.sign(desk.build(1, out="shared/river-towns-1.0.0.remitpack"), "north")
    index = ("pack", "index", "shared", "--key", "north.key", "--as-of", "2026-11-22", "--valid-until", "2999-12-31")
    desk.checks.contains("an index", desk.remit(*index).out, "shared/index.json: 1 pack, index 1 of the registry shared, as of 2026-11-22, valid until 2999-12-31")
    desk.remit("pack", "install", "river-towns", "--from", "shared", *WHO)
    desk.checks.contains("nothing is newer", desk.remit("pack", "outdated", "--from", "shared", "--as-of", "2026-11-22").out, "release 1: the newest", "signed by north-region")
    unsigned = desk.build(2, version="1.1.0", out="shared/river-towns-1.1.0.remitpack", **{"eligibility.lua": ("criterion", "criterion")})
    desk.refused(4, "nobody has signed it", *index)
    desk.sign(unsigned, "north")
    desk.remit(*index)
    desk.checks.contains("a newer one is there", desk.remit("pack", "outdated", "--from", "shared", exit_code=1).out, "release 2, version 1.1.0, is there", "(today's date)")
    desk.refused(2, "the nearest is `river-towns`", "pack", "install", "river-town", "--from", "shared", *WHO)
    lies(desk, shared, index)
    desk.remit("pack", "install", "river-towns", "--from", "shared", *WHO)


def lies(desk, shared, index):
    """The index is judged before it is believed, and each pack in it after."""
    file = shared / "index.json"
    good = file.read_bytes()
    file.write_bytes(good.replace(b'"release":2', b'"release":9'))
    desk.refused(4, "does not hold for it", "pack", "outdated", "--from", "shared")
    file.write_bytes(good)
    signature = (shared / "index.json.minisig").read_bytes()
    desk.remit("pack", "index", "shared", "--key", "stranger.key")
    desk.refused(4, "which nobody here trusts", "pack", "outdated", "--from", "shared")
    file.write_bytes(good)
    (shared / "index.json.minisig").write_bytes(signature)
    pack = shared / "river-towns-1.1.0.remitpack"
    kept = pack.read_bytes()
    pack.write_bytes((shared / "river-towns-1.0.0.remitpack").read_bytes())
    desk.refused(4, "it is another file than the one in the index", "pack", "install", "river-towns", "--from", "shared", *WHO)
    pack.write_bytes(kept)


def frozen(desk):
    """An old index stays signed for ever: it is refused once a newer one was seen, and when its day has passed, unless somebody says why."""
    shared, store = desk.place / "shared", desk.place / "store"
    old = {name: (shared / name).read_bytes() for name in ("index.json", "index.json.minisig")}
    index = ("pack", "index", "shared", "--key", "north.key")
    desk.checks.contains("90 days by default", desk.remit(*index, "--as-of", "2026-11-23").out, "as of 2026-11-23, valid until 2027-02-21")
    asked = ("pack", "outdated", "--from", "shared", "--as-of")
    desk.remit(*asked, "2027-02-21")
    desk.refused(4, "it was valid until 2027-02-21, and the day is 2027-02-22: newer packs may be missing from it", *asked, "2027-02-22")
    desk.checks.contains("overlooked, and said so", desk.remit(*asked, "2027-02-22", "--despite-index").out, "although it was valid until 2027-02-21")
    new = {name: (shared / name).read_bytes() for name in old}
    for name, bytes_ in old.items():
        (shared / name).write_bytes(bytes_)
    seen = (store / "registries.json").read_text()
    desk.refused(4, "index 3 was seen here before: somebody shows an old list", "pack", "install", "river-towns", "--from", "shared", *WHO)
    desk.refused(4, "somebody shows an old list", *asked, "2026-11-22")
    elsewhere = desk.place / "another-place"
    shared.rename(elsewhere)
    desk.refused(4, "somebody shows an old list", "pack", "outdated", "--from", elsewhere, "--as-of", "2026-11-22")
    elsewhere.rename(shared)
    desk.remit("pack", "install", "river-towns", "--from", "shared", *WHO, "--despite-index")
    desk.checks.equal("the newest that was seen stays remembered", (store / "registries.json").read_text(), seen)
    desk.checks.contains("with a name and a reason", desk.remit("pack", "list", "--all", "--as-of", "2026-11-22").out, "although the index that named it was old")
    for name, bytes_ in new.items():
        (shared / name).write_bytes(bytes_)
    desk.refused(2, "the index that lies there is number 3", *index, "--number", 3)
    desk.remit(*index, "--registry", "other-list", "--as-of", "2026-11-24", "--valid-until", "2026-11-24")
    desk.refused(2, "before the day that the index is of", *index, "--as-of", "2026-11-24", "--valid-until", "2026-11-23")
    desk.checks.contains("each registry counts by itself", desk.remit(*asked, "2026-11-24").out, "index 4 of the registry other-list")
    (store / "registries.json").write_text(seen + " ")
    desk.refused(4, "it was changed by hand", *asked, "2026-11-24")
    (store / "registries.json").unlink()


def differences(desk):
    """Stricter, laxer and new rules are told apart from the sentences; a parameter by its date; what a round would give."""
    lua = desk.place / RIVER / "extra.lua"
    first = """criterion "asks-enough" { title = "Asks for enough", clause = "minute 9.1", force = must, effect = blocks, passes_when = application.amount_requested:at_least(pounds(100)) }
criterion "has-title" { title = "Has a title", clause = "minute 9.2", force = should, passes_when = all_of { application.use_of_funding:is_answered(), application.added_value:is_answered() } }
criterion "goes" { title = "Goes", clause = "minute 9.3", force = should, passes_when = application.use_of_funding:is_answered() }
criterion "words" { title = "Words", clause = "minute 9.4", force = should, passes_when = application.use_of_funding:is_answered() }
"""
    lua.write_text(first)
    for cases in ("deciding.json", "conflicts.json", "eligibility.json", "rounds/spring-2026.json"):   # they would say what these rules change
        (desk.place / RIVER / "tests" / cases).unlink()
    old = desk.sign(desk.build(3, version="1.2.0"), "north")
    second = first.replace("pounds(100)", "pounds(999000)").replace(", application.added_value:is_answered()", "").replace('title = "Words"', 'title = "Other words"')
    second = "\n".join(line for line in second.splitlines() if '"goes"' not in line) + """
criterion "comes" { title = "Comes", clause = "minute 9.5", force = should, passes_when = application.use_of_funding:is_answered() }
"""
    lua.write_text(second)
    new = desk.build(4, version="1.3.0")
    desk.refused(4, "nobody has signed it", "pack", "diff", old, new)
    desk.checks.contains("before it is signed", desk.remit("pack", "diff", old, new, "--unverified").out, "river-towns 1.2.0 -> river-towns 1.3.0")
    desk.sign(new, "north")
    told = desk.remit("pack", "diff", old, new).out
    desk.checks.contains("the two", told, "river-towns 1.2.0 -> river-towns 1.3.0")
    for verdict, rule in (("tightened", "asks-enough"), ("loosened", "has-title"), ("removed", "goes"), ("added", "comes"), ("reworded", "words")):
        line = next((line for line in told.splitlines() if f"criterion {rule}:" in line), "")
        desk.checks.equal(f"{rule} is {verdict}", line.split()[:1], [verdict])
    desk.checks.contains("what exactly", told, "passes_when now says: application.amount_requested:at_least(pounds(999000))", "passes_when no longer says: application.added_value:is_answered()")
    moved = desk.remit("pack", "diff", old, new, "--rounds", f"{RIVER}/rounds/spring-2026").out
    desk.checks.contains("on a round, as `remit compare` says it", moved, "decisions flipped of", "-> decline", "because of asks-enough")
    page = desk.remit("pack", "diff", old, new, "--format", "html").out
    desk.checks.contains("as a page", page, ">tightened</div>", "at_least(pounds(999000))", "</html>")
    desk.checks.contains("the same text", desk.remit("pack", "diff", old, old).out, "no rule, parameter or override is another")
    lua.write_text(second.replace("at_least(pounds(999000))", "at_most(pounds(5))"))
    desk.checks.contains("what is not proved is not said", desk.remit("pack", "diff", new, RIVER).out, "changed    criterion asks-enough")
    lua.unlink()


def region(desk):
    folder = desk.place / "region"
    folder.mkdir()
    listed = json.loads(desk.remit("pack", "list", "--format", "json", "--as-of", "2026-11-22").out)
    (folder / "ashby.json").write_text(json.dumps(listed))
    listed["packs"][0] |= {"release": 1, "version": "1.0.0", "expires": "2026-12-01"}
    (folder / "birch-vale.json").write_text(json.dumps(listed))
    told = desk.remit("pack", "status", "region", "--as-of", "2026-11-22").out
    desk.checks.contains("the region's page", told, "ashby", "birch-vale", "stale: release 2 is in use elsewhere", "expires in 9 days", "adopted from an old index: minute 4.2", "2 packs are in use, 2 to look at; no rule is overridden; as of 2026-11-22")
    page = desk.remit("pack", "status", "region", "--as-of", "2027-05-01", "--format", "html", "--out", "region.html")
    desk.checks.contains("as a file", page.out, "region.html")
    desk.checks.contains("expired, on another day", (desk.place / "region.html").read_text(), "expired", "the list is of 2026-11-22")
    (folder / "other.json").write_text("{}")
    desk.refused(2, "is not what `remit pack list --format json` writes", "pack", "status", "region")


def test(desk):
    registry(desk)
    frozen(desk)
    region(desk)
    differences(desk)


main(test)
