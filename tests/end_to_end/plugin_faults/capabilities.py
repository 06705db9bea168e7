#!/usr/bin/env python3
"""A plug-in that dies behind a fact, a measure, a conflict rule, a check, an allocation or an appeal: nobody is turned down for it, and
what was decided of the others stands. Each capability decides the same small round twice, once with a title that kills the fixture and
once with one that does not. Usage: capabilities.py --binary REMIT --tool REMIT_PLUGIN --faulty FOLDER"""
import argparse
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import EXAMPLE, POLICIES, Checks, Remit, copy_of, read_round, replace_in, write_round  # noqa: E402
from faulty_plugins import Plugins, records_of  # noqa: E402

PACK = 'pack "tried" { title = "Tried", version = "1.0.0", document = "none", status = "adopted" }\n'
NEED = 'plugin "fixture" { version = "1.0.0" }\n'
MARKED = 'measure "need" { title = "Need", clause = "invented", weight = 1, scale = { 0, 5 } }\n'
MANY = ["Valley families", "Harbour trust", "Oak tree", "Mill lane"]
HIT = "A1"           # whose title is the poison

# capability -> fixture, the title that kills it, the rules, what its cause says, and who is concerned: the one, or all of the stream
CASES = {
    "a fact": ("source_faults", "crash", 'plugin "fixture" { version = "1.0.0", facts = { decile = count, area = text } }\n' + MARKED +
               'criterion "near" { title = "In a near area", clause = "invented", force = must, effect = blocks, passes_when = facts.fixture.decile:at_most(5) }\n',
               "ended by signal 6 (aborted)", [HIT]),
    "a fact that cannot be": ("source_faults", "kind", 'plugin "fixture" { version = "1.0.0", facts = { decile = count, area = text } }\n' + MARKED +
                              'criterion "north" { title = "In the north", clause = "invented", force = must, effect = blocks, passes_when = facts.fixture.area:is "north" }\n',
                              "gave a fact of another kind than its column `area:text`", [HIT]),
    "a measure": ("measure_crashes", "poison", NEED + 'measure "need" { title = "Need", clause = "invented", weight = 1, scale = { 0, 5 }, plugin = "fixture/check" }\n',
                  "ended by signal 6 (aborted)", [HIT]),
    "a conflict rule": ("conflict_crashes", "poison", NEED + MARKED +
                        'conflict "apart" { title = "Stays apart", clause = "invented", force = must, action = recuse, scope = "application", plugin = "fixture/check" }\n',
                        "ended by signal 6 (aborted)", [HIT]),
    "an allocation": ("allocator_crashes", "poison", NEED + MARKED + 'allocation "shares" { title = "Shares", clause = "invented", plugin = "fixture/check" }\n',
                      "ended by signal 6 (aborted)", ["A0", "A1", "A2", "A3"]),
    "an allocation to a stranger": ("allocator_of_a_stranger", "poison", NEED + MARKED + 'allocation "shares" { title = "Shares", clause = "invented", plugin = "fixture/check" }\n',
                                    "named the application `no-such-application`, which it was not given", ["A0", "A1", "A2", "A3"]),
    "a check of the round": ("check_crashes", "poison", NEED + MARKED +
                             'requirement "seen" { title = "Seen", clause = "invented", force = must, of = application, plugin = "fixture/check" }\n',
                             "ended by signal 6 (aborted)", []),
}


def round_of(folder, title, marked):
    """Four applications for 100 each, of which the second has this title; the budget pays for all."""
    folder.mkdir()
    (folder / "round.json").write_text(json.dumps({
        "id": "tried", "partnership": "tried", "title": "An invented round", "as_of": "2026-03-12", "currency": "GBP",
        "streams": [{"id": "s", "title": "Stream", "budget": 1000, "opens": "2026-01-01", "closes": "2026-03-01"}],
        "panel": {"id": "p", "quorum": 1, "members": [{"id": m, "agency": a, "functions": ["commissioner"]} for m, a in (("m1", "Trust"), ("m2", "Council"))]},
        "organisations": [{"id": f"local:{i}", "name": name, "type": "community"} for i, name in enumerate(MANY)]}))
    (folder / "applications.ndjson").write_text("".join(json.dumps(
        {"id": f"A{i}", "stream": "s", "applicant": f"local:{i}", "title": title if f"A{i}" == HIT else "Summer scheme", "submitted_at": "2026-02-01",
         "amount_requested": 100}) + "\n" for i in range(len(MANY))))
    if marked:
        (folder / "scores.csv").write_text("application,member,measure,score\n" + "".join(f"A{i},{m},need,4\n" for i in range(len(MANY)) for m in ("m1", "m2")))
    return folder


def decided(record):
    """What the applicant is told, and on which findings."""
    return record["eligibility"]["outcome"], record["proposal"]["decision"], record["proposal"]["amount"]


def main():
    options = argparse.ArgumentParser()
    for name in ("--binary", "--tool", "--faulty"):
        options.add_argument(name, required=True)
    given = options.parse_args()
    remit, checks = Remit(given.binary), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        plugins = Plugins(given.tool, given.faulty, scratch)
        for number, (what, (fixture, poison, rules, cause, concerned)) in enumerate(CASES.items()):
            policies = scratch / f"policies{number}"
            copy_of(POLICIES / "core", policies / "core")
            (policies / "tried").mkdir()
            (policies / "tried" / "pack.lua").write_text(PACK + rules)
            folder = plugins.folder(fixture, name=f"plugins{number}")
            marked = MARKED in rules
            bad, good = (round_of(scratch / f"{kind}{number}", title, marked) for kind, title in (("bad", poison), ("good", "spared")))

            def decide(place, *words):
                return remit("decide", place, "--plugins", folder, "--format", "ndjson", *words, REMIT_POLICIES=policies)

            done = decide(bad)
            if not checks.equal(f"{what}: exit code", done.returncode, 0):
                print(done.err)
                continue
            got = records_of(done)
            checks.equal(f"{what}: nobody is declined, nobody ineligible",
                         [a for a, r in got.items() if r["proposal"]["decision"] == "decline" or r["eligibility"]["outcome"] == "ineligible"], [])
            checks.equal(f"{what}: who goes to a person", sorted(a for a, r in got.items() if r["proposal"]["decision"] == "refer"), concerned)
            for a in concerned or got:
                checks.contains(f"{what}: {a}: the plug-in and the cause are named", json.dumps(got[a], ensure_ascii=False), f"fixture: {cause}")
            if concerned == [HIT]:
                twin = records_of(decide(good))
                checks.equal(f"{what}: the others are decided as without the fault", {a: decided(r) for a, r in got.items() if a != HIT},
                             {a: decided(r) for a, r in twin.items() if a != HIT})
                checks.equal(f"{what}: and its own is not, without it", twin[HIT]["proposal"]["decision"], "approve-total")
                checks.check(f"{what}: no other record holds the cause", not any(cause in json.dumps(got[a]["proposal"]) for a in got if a != HIT))
            checks.equal(f"{what}: the same bytes with one thread and with two", decide(bad, "--threads", "1").stdout, decide(bad, "--threads", "2").stdout)
            saved = scratch / f"saved{number}.ndjson"
            saved.write_bytes(done.stdout)
            replayed = remit("replay", saved, bad, REMIT_POLICIES=policies)
            checks.equal(f"{what}: replayed without the library", (replayed.returncode, replayed.out), (0, f"IDENTICAL: {len(got)} records\n"))
        appeals(remit, checks, plugins, scratch)
    return checks.finish()


def appeals(remit, checks, plugins, scratch):
    """The appeals of the Northern Ireland example, admitted by a plug-in that dies over one of them."""
    policies = copy_of(POLICIES, scratch / "appeals")
    replace_in(policies / "northern-ireland" / "appeals.lua", """  admitted_when = all_of {
    lodged.ground:is "misapplication",
    lodged.by:is(application.applicant),
  },
""", '  plugin = "fixture/check",\n')
    (policies / "northern-ireland" / "plugins.lua").write_text(NEED)
    folder = plugins.folder("appeal_crashes", name="appeal-plugins")
    document = read_round(EXAMPLE)
    hit = document["appeals"][0]["application"]

    def heard(place):
        done = remit("appeal", place, "--plugins", folder, "--format", "ndjson", REMIT_POLICIES=policies)
        checks.equal("appeals: exit code", done.returncode, 0) or print(done.err)
        return records_of(done)

    twin = heard(write_round(document, scratch / "appeals-good"))
    for application in document["applications"]:
        if application["id"] == hit:
            application["title"] = "poison " + application["title"]
    got = heard(write_round(document, scratch / "appeals-bad"))
    checks.equal("appeals: a record for each", sorted(got), sorted(twin))
    checks.check("appeals: there are others", len(got) > 1)
    checks.equal("appeals: the one over which it died goes to a person", got.get(hit, {}).get("outcome"), "refer")
    checks.contains("appeals: the plug-in and the cause are named", json.dumps(got.get(hit)), "fixture: ended by signal 6 (aborted)")
    checks.equal("appeals: the others end as they do without the fault", {a: r["outcome"] for a, r in got.items() if a != hit},
                 {a: r["outcome"] for a, r in twin.items() if a != hit})


sys.exit(main())
