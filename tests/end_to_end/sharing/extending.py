#!/usr/bin/env python3
"""A pack in a folder that is built on an adopted one: it resolves, is locked, decides, is tried and built; and the region's page says what
it overrides. Usage: extending.py --binary REMIT"""
import json
import pathlib
import shutil

from share import WHO, main, replace_in

ASHBY = """pack "ashby" {
  title = "Ashby, on the region's pack (invented)", version = "1.0.0", document = "Ashby minutes", status = "draft", extends = "river-towns",
}
"""
MORE = """criterion "local" { title = "Asks for at least £50", clause = "minute 1", force = must, effect = blocks, passes_when = application.amount_requested:at_least(pounds(50)) }

override "core/received-in-time" {
  authority = "Ashby minute 2", reason = "the hall is closed on Sundays", written_against = "core 1.0.0",
  and_also = application.amount_requested:at_least(pounds(10)),
}
"""


def adopt(desk, release, version, **changes):
    file = desk.sign(desk.build(release, version=version, **changes), "north")
    desk.remit("pack", "install", file, *WHO)


def start(desk):
    desk.key("north")
    desk.remit("pack", "trust", "add", "north-region", "--key", "north.pub", "--may", "river-towns", *WHO)
    letters = desk.place / "policies/river-towns/letters"
    letters.mkdir(exist_ok=True)
    (letters / "the-closing.md").write_text("The river region greets you.\n")
    adopt(desk, 1, "1.0.0")
    shutil.move(desk.place / "policies/river-towns", desk.place / "source")   # nothing but the store has it now
    folder = desk.place / "policies/ashby"
    folder.mkdir()
    (folder / "pack.lua").write_text(ASHBY)
    (folder / "local.lua").write_text(MORE)
    shutil.copytree(desk.place / "source/rounds", folder / "rounds")
    heading = folder / "rounds/spring-2026/round.json"
    heading.write_text(json.dumps(json.loads(heading.read_text()) | {"partnership": "ashby"} | ({"pack": {"id": "ashby", "version": "1.0.0"}} if "pack" in json.loads(heading.read_text()) else {})))
    return folder


def resolves(desk, folder):
    shown = json.loads(desk.remit("pack", "show", "policies/ashby", "--format", "json").out)
    desk.checks.equal("its layers", [(x["id"], x["version"]) for x in shown["layers"]], [("core", "1.0.0"), ("river-towns", "1.0.0"), ("ashby", "1.0.0")])
    desk.remit("check", "ashby")
    done = desk.remit("decide", folder / "rounds/spring-2026", "--format", "ndjson")
    (desk.place / "records.ndjson").write_bytes(done.stdout)
    desk.checks.equal("records name each layer with its digest", [x["id"] for x in json.loads(done.out.splitlines()[0])["pack"]["layers"]], ["core", "river-towns", "ashby"])
    desk.checks.contains("replay finds it again", desk.remit("replay", "records.ndjson", folder / "rounds/spring-2026").out, "IDENTICAL")
    desk.refused(3, "river-towns@1.0.0: it may be used until 2027-03-31, and the day of this round is 2027-04-01", "decide", folder / "rounds/spring-2026", "--as-of", "2027-04-01")
    desk.checks.contains("locked", desk.remit("pack", "lock", "policies/ashby").out, "overrides.lock.json: 1 override", "layers.lock.json: the packs that it stands on")
    lock = json.loads((folder / "layers.lock.json").read_text())
    desk.checks.equal("the lock says which were adopted", [(x["id"], x["version"], x["installed"]) for x in lock["layers"]], [("core", "1.0.0", False), ("river-towns", "1.0.0", True)])
    desk.remit("check", "ashby")


def writes(desk, folder):
    """The letters of the adopted pack below serve, of a round and of its saved decision."""
    saved = desk.remit("decide", folder / "rounds/spring-2026", "--format", "json")
    (desk.place / "decision.json").write_bytes(saved.stdout)
    for what, out in ((folder / "rounds/spring-2026", "letters"), ("decision.json", "letters-again")):
        desk.remit("letters", what, "--out", out)
        letters = list((desk.place / out).glob("*.html"))
        desk.checks.check(f"{out}: each has the region's words", letters and all("The river region greets you" in file.read_text() for file in letters))


def moves(desk, folder):
    """When another release is adopted, the pack says so until somebody has read it; a store that was tampered with is found out here too."""
    shutil.move(desk.place / "source", desk.place / "policies/river-towns")
    adopt(desk, 2, "1.1.0", **{"pack.lua": ("river-towns", "river-towns")})
    shutil.move(desk.place / "policies/river-towns", desk.place / "source")
    desk.refused(1, "the pack was read on river-towns 1.0.0, adopted, and now stands on river-towns 1.1.0, adopted", "check", "ashby")
    desk.refused(3, "now stands on river-towns 1.1.0, adopted", "decide", folder / "rounds/spring-2026")
    desk.remit("pack", "lock", "ashby")
    desk.remit("check", "ashby")
    rule = desk.place / "store/packs/river-towns/1.1.0/river-towns/eligibility.lua"
    text = rule.read_text()
    rule.write_text(text + "-- more\n")
    desk.refused(4, "it is not the file that was adopted", "check", "ashby")
    rule.write_text(text)
    replace_in(desk.place / "policies/core/eligibility.lua", "within", "inside")
    desk.refused(4, "river-towns 1.1.0 was adopted with another text of core 1.0.0", "check", "ashby")
    replace_in(desk.place / "policies/core/eligibility.lua", "inside", "within")


def travels(desk, folder):
    """It is tried and built on the adopted one, which it then needs; what lies in one's own folder comes before what was adopted."""
    (folder / "tests").mkdir(exist_ok=True)
    for cases in (desk.place / "source/tests").glob("*"):
        if cases.name in ("base.json", "eligibility.json"):
            (folder / "tests" / cases.name).write_text(cases.read_text().replace('"river-towns"', '"ashby"'))
    told = desk.remit("pack", "build", "policies/ashby", "--release", 1, "--expires", "2027-03-31", "--out", "ashby.remitpack").out
    desk.checks.contains("what it needs", told, "needs the pack core >=1.0.0 <2.0.0", "needs the pack river-towns >=1.1.0 <2.0.0")
    desk.remit("test", "ashby")
    desk.remit("pack", "trust", "add", "north-region", "--may", "ashby", *WHO)
    desk.sign("ashby.remitpack", "north")
    done = desk.remit("pack", "install", "ashby.remitpack", *WHO)
    desk.checks.contains("adopted on the adopted one", done.out, "on core 1.0.0, from a folder of packs", "on river-towns 1.1.0, installed")
    shutil.copytree(desk.place / "source", desk.place / "policies/river-towns")
    lua = desk.place / "policies/river-towns/pack.lua"
    lua.write_text(lua.read_text().replace('"1.1.0"', '"1.2.0"'))
    desk.refused(1, "now stands on river-towns 1.2.0", "check", "policies/ashby")
    shutil.rmtree(desk.place / "policies/river-towns")
    desk.remit("check", "policies/ashby")


def region(desk):
    """The region's page: what each overrides, its own packs too, and what cannot be used."""
    listed = desk.remit("pack", "list", "--format", "json", "--own", "policies/ashby", "--as-of", "2026-11-22").out
    (desk.place / "region").mkdir()
    (desk.place / "region/ashby.json").write_text(listed)
    other = json.loads(listed)
    other["own"] = []
    (desk.place / "region/birch-vale.json").write_text(json.dumps(other))
    told = desk.remit("pack", "status", "region", "--as-of", "2026-11-22").out
    desk.checks.contains("overrides, with who runs them", told, "ashby asks more than core/received-in-time, in use at ashby and birch-vale", "reason: the hall is closed on Sundays", "authority: Ashby minute 2",
                         "its own, in a folder", "built on core 1.0.0 and river-towns 1.1.0", "5 packs are in use", "1 override;")
    page = desk.remit("pack", "status", "region", "--format", "html", "--as-of", "2026-11-22").out
    desk.checks.contains("on the page too", page, "<h3>ashby asks more than core/received-in-time</h3>", "<dd>the hall is closed on Sundays</dd>", "<dd>ashby and birch-vale</dd>")
    packed = desk.place / "store/packs/river-towns/1.1.0/pack.remitpack"
    packed.write_bytes(packed.read_bytes() + b"x")
    desk.checks.contains("what cannot be used is listed as that", desk.remit("pack", "list", "--as-of", "2026-11-22").out, "CANNOT BE USED", "it is not the pack that was adopted")
    (desk.place / "region/ashby.json").write_text(desk.remit("pack", "list", "--format", "json", "--as-of", "2026-11-22").out)
    desk.checks.contains("and shown to the region", desk.remit("pack", "status", "region", "--as-of", "2026-11-22").out, "cannot be used:")


def test(desk):
    folder = start(desk)
    resolves(desk, folder)
    writes(desk, folder)
    moves(desk, folder)
    travels(desk, folder)
    region(desk)


main(test)
