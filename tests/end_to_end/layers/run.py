#!/usr/bin/env python3
"""Packs on packs: who decides what through three layers, overrides and their lock, functions probed, themes taken openly.
Usage: run.py --binary REMIT"""
import argparse
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import POLICIES, Checks, Remit, little_round, replace_in  # noqa: E402

CORE = '''criterion "award" {
  title = "Asks for no more than the stream gives", clause = "Remit procedure, step 1",
  passes_when = application.amount_requested:at_most(pounds(500)), -- the most
  otherwise = "{application.amount_requested} is too much",
}
criterion "sealed-one" { title = "It says how the money is used", clause = "Remit procedure, step 1", override = sealed, passes_when = application.use_of_funding:is_answered() }
parameter "least_partners" { title = "Fewest partners", clause = "Remit procedure, step 1", unit = count, value = 0 }
criterion "enough-partners" {
  title = "It has the partners that are asked for", clause = "Remit procedure, step 1", override = parameter_only,
  passes_when = application.partners:count():at_least(parameters.least_partners),
}
criterion "open-one" { title = "It says what it adds", clause = "Remit procedure, step 1", override = replaceable, passes_when = application.added_value:is_answered() }
'''
PARAMETER = 'parameter "least_partners" { title = "Fewest partners", clause = "minute 4", value = 1 }\n'
AWARD = 'override "core/award"'


def by(who, layer="core"):
    return f'authority = "minute of {who}", reason = "{who} asked for it", written_against = "{layer} 1.0.0"'


def pack(folder, name, rules="", extra="", version="1.0.0"):
    where = folder / name
    where.mkdir(parents=True, exist_ok=True)
    (where / "pack.lua").write_text(f'pack "{name}" {{ title = "T", version = "{version}", document = "D", status = "adopted", {extra} }}\n')
    (where / "rules.lua").write_text(rules)
    return where


def decided(run, rounds, partnership, **how):
    done = run("decide", little_round(rounds, partnership, **how), "--format", "ndjson")
    return json.loads(done.out) if done.out else {"err": done.err}


def outcomes(record):
    return {f["rule"]: f["outcome"] for f in record.get("eligibility", {}).get("findings", [])}


def chain(remit, checks, folder, rounds):
    pack(folder, "core", CORE)
    pack(folder, "region", f'{AWARD} {{ {by("region")}, and_also = application.title:is_one_of("Club", "Choir") }}\n'
         f'override "core/open-one" {{ {by("region")}, instead = application.added_value:is "new" }}\n', 'extends = "core"')
    area = pack(folder, "area", f'{AWARD} {{ {by("area")}, and_also = application.amount_requested:at_most(pounds(300)) }}\n', 'extends = "region"')
    (area / "parameters").mkdir()
    (area / "parameters" / "area.lua").write_text(PARAMETER)
    run = lambda *words: remit(*words, REMIT_POLICIES=folder)  # noqa: E731

    shown = json.loads(run("pack", "show", "area", "--format", "json").out)
    rules = {r["id"]: r for r in shown["rules"]}
    award = rules["award"]
    checks.equal("the rule stays the core's, and says who changed it", (award["layer"], award["contract"], [(o["layer"], o["change"]) for o in award["overrides"]]),
                 ("core", "tighten_only", [("region", "and_also"), ("area", "and_also")]))
    checks.equal("contracts", {i: r["contract"] for i, r in rules.items()},
                 {"award": "tighten_only", "sealed-one": "sealed", "enough-partners": "parameter_only", "open-one": "replaceable"})
    checks.equal("who set the parameter", [(p["id"], p["layer"]) for p in shown["parameters"]], [("least_partners", "area")])
    checks.contains("and with what authority", run("pack", "show", "area", "--layers").out, "core, region, area", "minute of area", "region asked for it", "minute 4")

    record = decided(run, rounds, "area", amount="400.00")
    checks.equal("layers stand in the record", [layer["id"] for layer in record["pack"]["layers"]], ["core", "region", "area"])
    checks.equal("£400 fails by the area alone", outcomes(record), {"award": "fail", "sealed-one": "pass", "enough-partners": "fail", "open-one": "pass"})
    checks.equal("the region asks for no less", outcomes(decided(run, rounds, "region"))["award"], "pass")
    checks.equal("£300 passes all three", outcomes(decided(run, rounds, "area", amount="300.00", partners=[{"organisation": "local:club"}])),
                 {"award": "pass", "sealed-one": "pass", "enough-partners": "pass", "open-one": "pass"})
    checks.equal("£600 fails by the core too", outcomes(decided(run, rounds, "area", amount="600.00"))["award"], "fail")
    checks.equal("what the region replaced", outcomes(decided(run, rounds, "region", added_value="old"))["open-one"], "fail")
    said = " ".join(run("explain", little_round(rounds, "area"), "A1", "--rule", "award").out.split())
    checks.contains("explain names the rule's own layer and what was needed", said, "rule award of core", "[Remit procedure, step 1, and minute of region, and minute of area]",
                    "asked more by region: region asked for it (minute of region)", "needed at most £300, had £400")


def contracts(remit, checks, folder):
    run = lambda *words: remit(*words, REMIT_POLICIES=folder)  # noqa: E731
    more = "and_also = application.title:is_answered()"
    for rule, change, said in [("sealed-one", more, "`sealed-one` is sealed: no other pack may change it"),
                               ("enough-partners", more, "`enough-partners` is changed by its parameters only"),
                               ("award", "instead = application.title:is_answered()", "`award` can only be added to, with `and_also`; it is not replaceable")]:
        pack(folder, "bad", f'override "core/{rule}" {{ {by("bad")}, {change} }}\n', 'extends = "core"')
        done = run("check", "bad")
        checks.equal(f"{rule}: refused", done.returncode, 1)
        checks.contains(f"{rule}: in words", done.err, said)
    pack(folder, "bad", f'override "core/award" {{ reason = "r", {more} }}\n', 'extends = "core"')
    checks.contains("an override says who, and against what", run("check", "bad").err, "`authority = \"...\"` is missing", "`written_against = \"...\"` is missing")


def locks(remit, checks, folder):
    run = lambda *words: remit(*words, REMIT_POLICIES=folder)  # noqa: E731
    core = folder / "core" / "rules.lua"
    checks.contains("without a lock check says what to run", run("check", "area").out, "is not in overrides.lock.json", "`remit pack lock region`", "`remit pack lock area`", "proved, it can only ask for more",
                    "replaced, as that rule allows")
    for name in ("region", "area"):
        checks.equal(f"{name} is locked", run("pack", "lock", folder / name).returncode, 0)
    lock = (folder / "area" / "overrides.lock.json")
    held = json.loads(lock.read_text())
    checks.equal("the lock", (held["format"], held["pack"], [o["rule"] for o in held["overrides"]]), ("remit.overrides/1", "area", ["core/award"]))
    checks.check("the area's lock holds what the region made of the rule", any(p["part"] == "and_also of region" for p in held["overrides"][0]["asks"]))
    before = lock.read_bytes()
    run("pack", "lock", folder / "area")
    checks.equal("locking again gives the same bytes", lock.read_bytes(), before)
    locked = run("check", "area")
    checks.equal("locked, nothing is wrong", (locked.returncode, "overrides.lock.json" in locked.out), (0, False))

    core.write_text("-- a comment\n\n" + CORE.replace(", -- the most", "\n,").replace('title = "Asks', 'title    = "Asks'))
    same = run("check", "area")
    checks.equal("comments and layout change nothing", (same.returncode, "has changed" in same.out), (0, False))
    core.write_text(CORE.replace("500", "600"))
    changed = run("check", "area")
    checks.equal("a core rule that changed is found, by every layer that overrides it", (changed.returncode, changed.out.count("has changed")), (1, 2))
    checks.contains("in words", changed.out, "pounds(500)", "pounds(600)", "run `remit pack lock area`")
    core.write_text(CORE.replace("must", "should").replace('step 1",\n  passes_when = application.amount', 'step 1", force = should,\n  passes_when = application.amount'))
    checks.contains("a force that changed too", run("check", "area").out, "`force` was `must`, now it is `should`")
    core.write_text(CORE)
    replace_in(folder / "region" / "rules.lua", '"Choir"', '"Band"')
    again = run("check", "area")
    checks.contains("a region that changed is found by the area", again.out, "and_also of region", "run `remit pack lock area`")
    checks.check("and not by itself", "remit pack lock region" not in again.out)
    replace_in(folder / "region" / "rules.lua", '"Band"', '"Choir"')
    pack(folder, "core", CORE, version="1.1.0")
    stale = run("check", "area")
    checks.equal("a newer core whose rule is the same is only a warning", stale.returncode, 0)
    checks.contains("that says so", stale.out, "was written against core 1.0.0 and this is core 1.1.0")
    pack(folder, "core", CORE)
    lock.write_text("{")
    broken = run("check", "area")
    checks.equal("a lock that is no JSON", broken.returncode, 1)
    checks.contains("is named", broken.err, "overrides.lock.json")


def functions(remit, checks, folder):
    run = lambda *words: remit(*words, REMIT_POLICIES=folder)  # noqa: E731
    rule = AWARD + ' {{ {by}, test = function (application)\n  if not application.amount_requested then return refer end\n' \
                   '  if application.amount_requested > pounds({most}) then return fail end\n  return pass\nend }}\n'
    pack(folder, "tight", rule.format(by=by("tight"), most=400), 'extends = "core"')
    pack(folder, "loose", rule.format(by=by("loose"), most=700), 'extends = "core"')
    tight, loose = run("check", "tight"), run("check", "loose")
    checks.equal("a function that asks for more is let be", tight.returncode, 0)
    checks.contains("and it is said how far it was tried", tight.out, "probed", "cases, and it asks for less in none")
    checks.equal("one that asks for less is refused", loose.returncode, 1)
    checks.contains("with the smallest case", loose.out, "may only ask for more", "application.amount_requested is £500.01, and nothing else is answered", "says fail and this one pass")
    checks.equal("the same on every run", run("check", "loose").out, loose.out)

    # what shows only when the items of a list differ
    each = 'criterion "dear" { title = "No element is dear", clause = "Remit procedure, step 1", passes_when = application.elements:every(element.cost:at_most(pounds(9))) }\n'
    any_cheap = 'override "core/dear" { %s, test = function (application)\n  local cheap, dear = false, false\n  for _, element in ipairs(application.elements) do\n' \
                '    if element.cost and element.cost <= pounds(9) then cheap = true else dear = true end\n  end\n  if cheap or not dear then return pass end\n  return fail\nend }\n'
    pack(folder, "core", CORE + each)
    pack(folder, "sly", any_cheap % by("sly"), 'extends = "core"')
    sly = run("check", "sly")
    checks.equal("and so is one that is looser only where items differ", sly.returncode, 1)
    checks.contains("told item by item", sly.out, "application.elements is a list of", "cost is")
    pack(folder, "core", CORE)


def themes(remit, checks, folder, rounds):
    run = lambda *words: remit(*words, REMIT_POLICIES=f"{folder}:{POLICIES}")  # noqa: E731
    takes = 'extends = "core", takes = { conflicts = "northern-ireland %s" }'
    pack(folder, "taker", "", takes % "1.0.0")
    shown = json.loads(run("pack", "show", "taker", "--format", "json").out or "{}")
    checks.equal("what is taken keeps its layer", {r["layer"] for r in shown.get("rules", []) if r["kind"] == "conflict"}, {"northern-ireland"})
    checks.equal("nothing else comes with it", {r["layer"] for r in shown.get("rules", []) if r["kind"] != "conflict"}, {"core"})
    checks.equal("of its parameters those that the theme names", {p["id"] for p in shown.get("parameters", [])}, {"recusal_scope", "provider_free_panel"})
    checks.contains("check says so", run("check", "taker").out, "with conflicts of northern-ireland 1.0.0", "nothing is wrong")
    checks.contains("and pack show", run("pack", "show", "taker").out, "taker takes conflicts from it, and nothing else")
    record = decided(run, rounds, "taker")
    checks.equal("they are asked", [(c["member"], c["clause"]) for c in record.get("conflicts", [])], [("m1", "4.6.1 s2")])
    checks.contains("and the record names the layer", json.dumps(record["pack"]["layers"]), "northern-ireland", "taker")
    checks.contains("explain too", run("explain", rounds, "A1").out, "northern-ireland 1.0.0")
    pack(folder, "plain", "", 'extends = "core"')
    checks.equal("without taking them nobody is set aside", decided(run, rounds, "plain").get("conflicts"), [])
    pack(folder, "taker", 'record "agency" { key = "id", name = text }\n'
         'requirement "named" { title = "T", clause = "1", of = agency, passes_when = agency.name:is_answered() }', takes % "1.0.0")
    checks.equal("a record type of the taker's own may be called like one of the other pack", run("check", "taker").returncode, 0)
    pack(folder, "old", "", takes % "0.9.0")
    checks.contains("another version is told", run("check", "old").out, "the theme conflicts was taken from northern-ireland 0.9.0 and this is northern-ireland 1.0.0")
    pack(folder, "none", "", 'extends = "core", takes = { conflict = "northern-ireland 1.0.0" }')
    checks.contains("a theme that is not there names the nearest", run("check", "none").err, "the pack `northern-ireland` has no theme `conflict`", "`conflicts`")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    remit, checks = Remit(parser.parse_args().binary), Checks()
    with tempfile.TemporaryDirectory() as place:
        folder, rounds = pathlib.Path(place) / "packs", pathlib.Path(place) / "round"
        chain(remit, checks, folder, rounds)
        contracts(remit, checks, folder)
        locks(remit, checks, folder)
        functions(remit, checks, folder)
    with tempfile.TemporaryDirectory() as place:
        themes(remit, checks, pathlib.Path(place) / "packs", pathlib.Path(place) / "round")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
