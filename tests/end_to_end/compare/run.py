#!/usr/bin/env python3
"""remit compare: what it says changes is what two runs of `remit decide` make of the round, and the rule that it names is the one that was
changed. Usage: run.py --binary REMIT"""
import argparse
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import EXAMPLE, POLICIES, Checks, Remit, copy_of, in_other_order, read_round, replace_in, write_round  # noqa: E402

SMALL = POLICIES / "small-grants" / "rounds" / "spring-2026"
# what is changed in which pack and file, and the rule and clause that must be named for those whose own it is
CHANGES = [
    ("small-grants", "parameters/money.lua", "pounds(100000)", "pounds(60000)", "small-group", "minute 2.2"),
    ("small-grants", "parameters/panel.lua", "{ 50, clause", "{ 75, clause", "parameter minimum_total", "minute 4.2: 50 of 100"),
    ("small-grants", "scoring.lua", 'clause = "minute 4.1 d", weight = 20', 'clause = "minute 4.1 d", weight = 200', "measure value", "minute 4.1 d"),
    ("small-grants", "scoring.lua", "scale = { 0, 4 }, minimum = 2", "scale = { 0, 4 }, minimum = 3", "measure need", "minute 4.1 a"),
    ("small-grants", "parameters/panel.lua", '{ "application", clause', '{ "panel", clause', None, "minute 3.3"),
    ("small-grants", "parameters/panel.lua", "{ 2, clause", "{ 3, clause", "parameter minimum_agencies", "minute 6.2: two agencies"),
    ("northern-ireland", "parameters/applications.lua", '{ "earliest", clause', '{ "latest", clause', "one-application-per-stream", "4.5.3 b2"),
]


class Desk:
    def __init__(self, binary, place, checks):
        self.remit, self.place, self.checks = Remit(binary), pathlib.Path(place), checks

    def changed(self, pack, file, old, new):
        """The folder of the pack with one text of it replaced."""
        folder = copy_of(POLICIES / pack, self.place / "changed" / pack)
        replace_in(folder / file, old, new)
        return folder

    def compared(self, *words, code=0):
        done = self.remit("compare", *words, "--format", "json")
        if not self.checks.equal(f"exit code of compare {words[-1]}", done.returncode, code):
            print(done.err)
        return json.loads(done.out)


def decided(desk, pack, place):
    done = desk.remit("decide", place, "--what-if", "--pack", pack, "--format", "ndjson")
    return {r["application"]: r for r in map(json.loads, done.out.splitlines())}


def position(record):
    return record["proposal"]["decision"], record["rank"], record["proposal"]["amount"]


def findings(record):
    return {f["rule"]: f["outcome"] for f in ((record["eligibility"] or {}).get("findings", []) + record.get("findings", []))}


def held_against_decide(desk, pack, folder, place):
    """Every flip, rank, amount and finding that two separate decisions differ in, and nothing else."""
    made = desk.compared(pack, folder, place)["rounds"][0]
    was, now = decided(desk, pack, place), decided(desk, folder, place)
    wanted = {a: (position(was[a]), position(now[a])) for a in was if position(was[a]) != position(now[a])}
    got = {c["application"]: tuple((c[k]["decision"], c[k]["rank"], c[k]["amount"]) for k in ("before", "after")) for c in made["changes"] if c["before"] != c["after"]}
    got = {a: both for a, both in got.items() if both[0] != both[1]}
    desk.checks.equal("the same changes as two decisions show", got, wanted)
    wanted = {(a, rule, outcome, findings(now[a]).get(rule)) for a in was for rule, outcome in findings(was[a]).items() if findings(now[a]).get(rule) != outcome}
    got = {(c["application"], f["rule"], f.get("outcome_before"), f.get("outcome_after")) for c in made["changes"] for f in c["findings"] if f.get("outcome_before") != f.get("outcome_after")}
    desk.checks.equal("the same findings", got, wanted)
    pence = {k: sum(round(float(r["proposal"]["amount"]) * 100) for r in side.values()) for k, side in (("proposed_before", was), ("proposed_after", now))}
    desk.checks.equal("the totals are sums of the records", {k: round(float(made["totals"][k]) * 100) for k in pence}, pence)
    return made, was, now


def causes(desk):
    for pack, file, old, new, rule, clause in CHANGES:
        folder = desk.changed(pack, file, old, new)
        place = SMALL if pack == "small-grants" else EXAMPLE
        made, was, now = held_against_decide(desk, pack, folder, place)
        moved = [c for c in made["changes"] if c["cause"]]
        desk.checks.check(f"{new}: something moved", moved)
        for c in moved:
            if rule:
                desk.checks.equal(f"{new}: {c['application']} names the rule that was changed", (c["cause"]["rule"], c["cause"]["clause"]), (rule, clause))
            else:
                desk.checks.contains(f"{new}: {c['application']} names the clause", c["cause"]["clause"], "minute 3")
            a = c["application"]
            own = findings(was[a]) != findings(now[a]) or any(was[a][key] != now[a][key] for key in ("scores", "panel"))
            desk.checks.check(f"{new}: {a} is moved by itself or through another", own != bool(c["cause"].get("through")), c["cause"])
        if rule == "small-group":
            own = next(c for c in moved if not c["cause"].get("through"))
            desk.checks.equal("the value behind it", own["cause"]["values"], ["largest_income: £100,000 before, £60,000 now (minute 2.2: £100,000, as in 2024)"])
            desk.checks.contains("and what was found", own["cause"]["words"], "met before, not met now", "£64,000")


def rules_come_and_go(desk):
    """A rule that only one text has, and one that only acts otherwise."""
    folder = copy_of(POLICIES / "small-grants", desk.place / "changed" / "small-grants")
    (folder / "zz_more.lua").write_text('criterion "short-title" { title = "The title is short", clause = "minute 9", passes_when = application.amount_requested:at_most(pounds(2600)) }\n')
    made, _, _ = held_against_new_rule(desk, folder)
    told = {c["application"]: c for c in made["changes"]}
    new = [f for c in told.values() for f in c["findings"] if f["rule"] == "short-title"]
    desk.checks.check("a new rule is told where it is not met", new and all("outcome_before" not in f and f["outcome_after"] == "fail" for f in new), new)
    back = desk.compared(folder, "small-grants", SMALL)["rounds"][0]
    desk.checks.check("a rule that is gone likewise", any(f["rule"] == "short-title" and "outcome_after" not in f for c in back["changes"] for f in c["findings"]))
    desk.checks.equal("there and back are the same flips", {(c["application"], c["before"]["decision"], c["after"]["decision"]) for c in made["changes"]},
                      {(c["application"], c["after"]["decision"], c["before"]["decision"]) for c in back["changes"]})
    folder = desk.changed("small-grants", "eligibility.lua", 'criterion "small-group" {', 'criterion "small-group" {\n  effect = warns, effect_reason = "tried",')
    made = desk.compared("small-grants", folder, SMALL)["rounds"][0]
    acts = [(f["effect_before"], f["effect_after"]) for c in made["changes"] for f in c["findings"] if f["rule"] == "small-group"]
    desk.checks.check("what only acts otherwise is a change", acts and set(acts) == {("blocks", "warns")}, acts)
    desk.checks.contains("in words", " ".join(desk.remit("compare", "small-grants", folder, SMALL).out.split()), "not met before and now; its effect: blocks before, warns now")


def held_against_new_rule(desk, folder):
    made = desk.compared("small-grants", folder, SMALL)["rounds"][0]
    was, now = decided(desk, "small-grants", SMALL), decided(desk, folder, SMALL)
    got = {c["application"] for c in made["changes"] if any(c["before"][k] != c["after"][k] for k in ("decision", "rank", "amount"))}
    desk.checks.equal("those that moved", got, {a for a in was if position(was[a]) != position(now[a])})
    return made, was, now


def no_order_matters(desk):
    folder = desk.changed("northern-ireland", "parameters/applications.lua", '{ "earliest", clause', '{ "latest", clause')
    first = desk.remit("compare", "northern-ireland", folder, EXAMPLE, "--format", "json").stdout
    for seed in (1, 2):
        other = write_round(in_other_order(read_round(EXAMPLE), seed), desk.place / "other")
        desk.checks.equal("another order of files, the same bytes", desk.remit("compare", "northern-ireland", folder, other, "--format", "json", "--threads", seed).stdout, first)
    same = desk.compared("northern-ireland", "northern-ireland", EXAMPLE)
    desk.checks.equal("the same text moves nothing", (same["rounds"][0]["changes"], same["totals"]["flipped"], same["rounds"][0]["warnings"]), ([], 0, ["both are the same text, northern-ireland 1.0.0"]))


def warned(desk):
    folder = desk.changed("small-grants", "pack.lua", '"1.0.0"', '"1.1.0"')
    made = desk.compared("small-grants", folder, SMALL)["rounds"][0]
    desk.checks.contains("a pinned round", made["warnings"][0], "opened under the old text, small-grants 1.0.0")
    document = read_round(SMALL)
    document.pop("pack", None)
    loose = write_round(document, desk.place / "loose")
    made = desk.compared("small-grants", folder, loose)["rounds"][0]
    desk.checks.contains("a round that names no version", made["warnings"][0], "opened on 2026-02-", "names no version of its pack")
    done = desk.compared("small-grants", folder, SMALL, loose)
    desk.checks.equal("the totals of two rounds", done["totals"]["applications"], 2 * made["totals"]["applications"])


def expected(desk):
    folder = desk.changed("small-grants", "parameters/money.lua", "pounds(100000)", "pounds(60000)")
    meant = desk.place / "meant.csv"
    words = ("small-grants", folder, SMALL)
    desk.checks.equal("a list is written", desk.remit("compare", *words, "--write-expect", meant).returncode, 0)
    desk.checks.equal("what it begins with", meant.read_text().splitlines()[:2], ["round,application,what,before,after,why", "spring-2026,SG-02,decision,approve-total,decline,"])
    desk.checks.equal("never over a list that is there", desk.remit("compare", *words, "--write-expect", meant).returncode, 2)
    desk.checks.equal("all as listed", (desk.compared(*words, "--expect", meant)["expected"]["not_listed"], desk.remit("compare", *words, "--expect", meant).returncode), ([], 0))
    whole = meant.read_text()
    meant.write_text(whole.replace("spring-2026,SG-02,decision,approve-total,decline,\n", ""))
    told = desk.compared(*words, "--expect", meant, code=1)["expected"]
    desk.checks.equal("a change that is not listed", [(r["application"], r["what"], r["after"]) for r in told["not_listed"]], [("SG-02", "decision", "decline")])
    meant.write_text(whole + "spring-2026,SG-09,rank,4,2,\n")
    told = desk.compared(*words, "--expect", meant, code=1)["expected"]
    desk.checks.equal("a listed one that did not come", [(r["application"], r["what"], r["line"]) for r in told["did_not_come"]], [("SG-09", "rank", len(whole.splitlines()) + 1)])
    said = desk.remit("compare", *words, "--expect", meant)
    desk.checks.contains("in words", said.out, f"{meant}:{len(whole.splitlines()) + 1}: did not come: spring-2026, SG-09, rank: 4 -> 2")
    meant.write_text("round;application;what;before;after;why\r\n*;*;*;*;*;all of it is meant\r\n")
    desk.checks.equal("`*` stands for anything, and semicolons will do", desk.remit("compare", *words, "--expect", meant).returncode, 0)
    meant.write_text("round,application,what,before,after\nspring-2026,SG-02,amount,\"£2,500\",0\n*,*,decision,*,*\n*,*,rank,*,*\n*,*,finding small-group,pass,fail\n*,SG-12,amount,*,2900\n")
    desk.checks.equal("pounds as people write them", desk.remit("compare", *words, "--expect", meant).returncode, 0)
    meant.write_text("round,aplication,what,before,after\nspring-2026,SG-02,desision,a,b\n,SG-02,rank,1,2\n")
    done = desk.remit("compare", *words, "--expect", meant)
    desk.checks.equal("mistakes of the list", done.returncode, 2)
    desk.checks.contains("all at once", done.err, "`aplication` is no heading", "the nearest is `application`", "not `desision`; the nearest is `decision`", "meant.csv:3: nothing stands under `round`")


def places(desk):
    """By applicant type always, by place where the pack has a field for it: here only the new text has one."""
    ours = copy_of(POLICIES / "small-grants", desk.place / "changed" / "small-grants")
    with open(ours / "records.lua", "a") as file:
        file.write('\nrecord "application" { ward = text { label = "ward that it is for" } }\n')
    document = read_round(SMALL)
    for n, application in enumerate(document["applications"]):
        application["ward"] = ("Harbour", "Mill")[n % 2]
    there = write_round(document, desk.place / "wards")
    replace_in(ours / "parameters/money.lua", "pounds(100000)", "pounds(60000)")
    made = desk.compared("small-grants", ours, there)["rounds"][0]
    by_place = {g["place"]: g["applications"] for g in made["groups"] if "place" in g}
    live = [a for a in document["applications"] if a.get("status") != "withdrawn"]
    desk.checks.equal("by place", by_place, {w: sum(a["ward"] == w for a in live) for w in ("Harbour", "Mill")})
    types = {o["id"]: o["type"] for o in document["organisations"]} if "organisations" in document else {}
    by_type = {g["applicant_type"]: g for g in made["groups"] if "applicant_type" in g}
    if types:
        desk.checks.equal("by type", {t: g["applications"] for t, g in by_type.items()}, {t: sum(types[a["applicant"]] == t for a in live) for t in set(types[a["applicant"]] for a in live)})
    for key in ("amount_before", "amount_after"):
        total = made["totals"]["proposed_" + key.split("_")[1]]
        desk.checks.equal(f"the groups make up the whole, {key}", round(sum(float(g[key]) for g in by_type.values()), 2), float(total))
    desk.checks.contains("another field", json.dumps(desk.compared("small-grants", ours, there, "--place", "application.title")["rounds"][0]["groups"]), document["applications"][0]["title"])
    done = desk.remit("compare", "small-grants", ours, there, "--place", "application.wrd")
    desk.checks.equal("a misspelt field", (done.returncode, "the nearest is `application.ward`" in done.err), (2, True))
    return ours, there


def redacted(desk, ours, there):
    whole, public, asked = (desk.remit("compare", "small-grants", ours, there, "--format", "json", *more).out for more in ((), ("--redact", "public"), ("--redact", "on-request")))
    desk.checks.contains("the whole", whole, '"total"', "£64,000", "Harbour")
    desk.checks.equal("not for publication", [w for w in ('"total"', "£64,000", "Harbour\"", '"place"') if w in public], [])
    desk.checks.contains("on request", asked, '"total"', "£64,000", '"place":"Harbour"', '"redacted":"on-request"')
    for form in ("text", "html"):
        said = desk.remit("compare", "small-grants", ours, there, "--format", form, "--redact", "public").out
        desk.checks.equal(f"nor in {form}", [w for w in ("£64,000", "place Harbour") if w in said], [])
        desk.checks.contains(f"{form} says so", said, "For publication")


def page(desk):
    folder = desk.changed("small-grants", "parameters/money.lua", "pounds(100000)", "pounds(60000)")
    html = desk.remit("compare", "small-grants", folder, SMALL, "--format", "html").out
    desk.checks.contains("headline, title, words, table and data of the slope chart", html, "1 application gets no money any more, and 1 application gets money now", "Ranks of ", "<desc id=\"slope-1-1-words\">",
                         "The same as a table", "download=\"slope-1-1.csv\"", "data:text/csv", "class=\"fell\"", "class=\"rose\"")
    desk.checks.contains("each change with its cause", html, "small-group [minute 2.2]", "SG-02: small-group")


def refused(desk):
    for words, code, said in ((("small-grants", "small-grants"), 2, "at least one round"), (("small-grants", "no-such-pack", SMALL), 3, "no-such-pack"),
                              (("small-grants", "small-grants", "no-such-round"), 2, "no-such-round")):
        done = desk.remit("compare", *words)
        desk.checks.equal(f"compare {words}", (done.returncode, said in done.err), (code, True))


def not_for_both(desk):
    """Marks of a measure that the new text no longer has cannot be left out; a round of records alone is another command's."""
    folder = desk.changed("small-grants", "scoring.lua", 'measure "value"', 'measure "worth"')
    done = desk.remit("compare", "small-grants", folder, SMALL)
    desk.checks.equal("the exit code", done.returncode, 2)
    desk.checks.contains("which text it is", done.err, "the text small-grants 1.0.0", "cannot read this round, and the other one can", "no measure `value`")
    done = desk.remit("compare", "haringey", "haringey", POLICIES / "haringey" / "rounds" / "june-2006")
    desk.checks.equal("records alone", (done.returncode, "look at it with `remit assess" in done.err), (2, True))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    checks = Checks()
    with tempfile.TemporaryDirectory() as place:
        desk = Desk(options.parse_args().binary, place, checks)
        causes(desk)
        rules_come_and_go(desk)
        no_order_matters(desk)
        warned(desk)
        expected(desk)
        redacted(desk, *places(desk))
        page(desk)
        refused(desk)
        not_for_both(desk)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
