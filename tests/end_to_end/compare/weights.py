#!/usr/bin/env python3
"""remit compare --weights: at each reported value the round is decided again by `remit decide`, from changed files: just short of it the same
applications get money, and at it or just past it exactly those are others that were named. Usage: weights.py --binary REMIT"""
import argparse
import copy
import json
import pathlib
import random
import sys
import tempfile
from decimal import Decimal
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import EXAMPLE, POLICIES, Checks, Remit, copy_of, read_round, replace_in, write_round  # noqa: E402

SMALL = POLICIES / "small-grants" / "rounds" / "spring-2026"
STEP = Fraction(1, 10**7)


def decimal(value):
    """A fraction as a round may hold it; none when it has no end."""
    text = Decimal(value.numerator) / Decimal(value.denominator)
    return format(text, "f") if Fraction(text) == value and -text.as_tuple().exponent <= 12 else None


def near(value):
    return format(round(Decimal(value.numerator) / Decimal(value.denominator), 9), "f")


class Bench:
    def __init__(self, remit, place, checks):
        self.remit, self.place, self.checks, self.decided, self.found = remit, pathlib.Path(place), checks, 0, 0

    def funded(self, document, stream, pack=None):
        folder = write_round(document, self.place / "again")
        words = ("--pack", pack, "--what-if") if pack else ()
        done = self.remit("decide", folder, "--format", "ndjson", *words)
        if not self.checks.equal("it is decided again", done.returncode, 0):
            print(done.err[:400])
        self.decided += 1
        records = [json.loads(line) for line in done.out.splitlines()]
        return {r["application"] for r in records if r["stream"] == stream and float(r["proposal"]["amount"]) > 0}

    def edge(self, what, edge, now, way, stream, base, put):
        """`put(value)` gives the round with the value in its place, or None where a round cannot hold it."""
        if edge["at"] is None:
            return
        self.found += 1
        at = Fraction(edge["at"])
        sign = 1 if way == "up" else -1
        wanted = (base | set(edge["gains"])) - set(edge["loses"])
        self.checks.check(f"{what} {way}: somebody gains or loses", wanted != base)
        short = put(near(at - sign * STEP)) if at != now else None   # at what it is now there is a tie that any move breaks
        if short is not None:
            self.checks.equal(f"{what} {way}, just short of {edge['at']}", self.funded(short, stream), base)
        if edge["past"]:
            exactly = decimal(at)
            if exactly is not None and (there := put(exactly)) is not None:
                self.checks.equal(f"{what} {way}, at {edge['at']} itself", self.funded(there, stream), base)
            past = put(near(at + sign * STEP))
            if past is not None:
                self.checks.equal(f"{what} {way}, just past {edge['at']}", self.funded(past, stream), wanted)
        elif (exactly := decimal(at)) is not None and (there := put(exactly)) is not None:
            self.checks.equal(f"{what} {way}, at {edge['at']}", self.funded(there, stream), wanted)


def with_own_measures(document):
    """The measures of small-grants stood in the pack; a stream may have its own."""
    for stream in document["streams"]:
        if "measures" not in stream:
            stream["measures"] = [{"id": m, "title": m, "weight": w, "scale": [0, 4], **({"minimum": 2} if m == "need" else {})} for m, w in (("need", 30), ("part", 30), ("plan", 20), ("value", 20))]
            stream["minimum_total"] = 50
            stream["tie_break"] = ["need", "part"]
    return document


def put_weight(document, stream, measure, key):
    def put(value):
        if value.startswith("-"):
            return None
        made = copy.deepcopy(document)
        of = next(s for s in made["streams"] if s["id"] == stream)
        if key == "minimum_total":
            of["minimum_total"] = value
        else:
            next(m for m in of["measures"] if m["id"] == measure)[key] = value
        return made
    return put


def put_marks(document, stream, member, only):
    scales = {m["id"]: m["scale"] for s in document["streams"] if s["id"] == stream for m in s["measures"]}
    mine = {a["id"] for a in document["applications"] if a["stream"] == stream and only in (None, a["id"])}

    def put(value):
        made = copy.deepcopy(document)
        for row in made["scores"]:
            if row["member"] != member or row["application"] not in mine:
                continue
            low, high = scales[row["measure"]]
            score = Decimal(str(row["score"])) + Decimal(value) * high
            if not low <= score <= high:
                return None
            row["score"] = format(score, "f")
        return made
    return put


def examine(bench, document, name, pack=None):
    folder = write_round(document, bench.place / "studied")
    done = bench.remit("compare", "--weights", pack or document["partnership"], folder, "--format", "json")
    if not bench.checks.equal(f"{name}: exit code", done.returncode, 0):
        return print(done.err)
    for stream in json.loads(done.out)["rounds"][0]["streams"]:
        base = bench.funded(document, stream["id"])
        bench.checks.equal(f"{name}: who gets money", set(stream["funded"]), base)
        for move in stream["moves"]:
            if move["kind"] not in ("weight", "minimum", "minimum_total"):
                continue
            put = put_weight(document, stream["id"], move["id"], move["kind"])
            for way in ("down", "up"):
                bench.edge(f"{name}, {move['kind']} {move['id']}", move[way], None if move["now"] == "none" else Fraction(move["now"]), way, stream["id"], base, put)
                if move[way]["at"] is None and move["kind"] == "weight" and move[way]["how"] == "exact":
                    for far in ("0.000001", "1") if way == "down" else ("1000", "1000000"):
                        bench.checks.equal(f"{name}, weight {move['id']} {way}: nothing changes, not at {far} either", bench.funded(put(far), stream["id"]), base)
        for move in stream["assessors"]["marks"]:
            for way in ("down", "up"):
                if not move[way].get("beyond_scale"):
                    bench.edge(f"{name}, {move['kind']} of {move['id']}", move[way], Fraction(0), way, stream["id"], base, put_marks(document, stream["id"], move["id"], move[way].get("application")))
        for left in stream["assessors"]["left_out"]:
            made = copy.deepcopy(document)
            mine = {a["id"] for a in made["applications"] if a["stream"] == stream["id"]}
            made["scores"] = [row for row in made["scores"] if row["member"] != left["member"] or row["application"] not in mine]
            bench.checks.equal(f"{name}, without {left['member']}", bench.funded(made, stream["id"]), (base | set(left["gains"])) - set(left["loses"]))


def made_up(seed):
    """The small round with other marks, weights, money and rules of its stream."""
    chance = random.Random(seed)
    document = with_own_measures(read_round(SMALL))
    document.pop("pack", None)
    stream = document["streams"][0]
    for measure in stream["measures"]:
        measure["weight"] = chance.randint(1, 40)
    stream["budget"] = chance.choice([4000, 6000, 8000, 12000])
    stream["fund_past_gap"] = chance.random() < 0.7
    stream["minimum_total"] = chance.choice([0, 40, 55])
    stream.pop("sources", None)
    for row in document["scores"]:
        row["score"] = str(chance.randint(1, 4) if row["measure"] != "need" else chance.randint(2, 4))
    return document


def parameters(bench):
    """Parameters of rules, put into the text of the pack."""
    done = bench.remit("compare", "--weights", "small-grants", SMALL, "--format", "json")
    stream = json.loads(done.out)["rounds"][0]["streams"][0]
    moves = {m["id"]: m for m in stream["moves"] if m["kind"] == "parameter"}
    bench.checks.equal("which parameters", {"largest_grant", "largest_income", "minimum_agencies"} - set(moves), set())
    base = set(stream["funded"])
    document = read_round(SMALL)
    for id_, way, file, old, put, step in (("largest_grant", "down", "money.lua", "pounds(3000)", 'pounds("{}")', "0.01"), ("largest_income", "down", "money.lua", "pounds(100000)", 'pounds("{}")', "0.01"),
                                           ("minimum_agencies", "up", "panel.lua", "{ 2, clause", "{{ {}, clause", "1")):
        edge = moves[id_][way]
        short = Decimal(edge["at"]) + (Decimal(step) if way == "down" else -Decimal(step))
        for value, wanted in ((short, base), (Decimal(edge["at"]), (base | set(edge["gains"])) - set(edge["loses"]))):
            pack = copy_of(POLICIES / "small-grants", bench.place / "changed" / "small-grants")
            replace_in(pack / "parameters" / file, old, put.format(value))
            bench.checks.equal(f"{id_} at {value}", bench.funded(document, "groups", pack), wanted)


def too_many(bench):
    """A stream beyond the limit is not looked at, and says so; one less is."""
    document = with_own_measures(read_round(SMALL))
    stream, one = document["streams"][0], document["applications"][0]
    stream["measures"] = [{"id": "need", "title": "Need", "weight": 1, "scale": [0, 4]}]
    stream.pop("minimum_total", None), stream.pop("tie_break", None)
    document["declarations"] = []
    document["organisations"] += [{"id": f"local:n{n}", "name": f"New {n}", "type": "community"} for n in range(601)]
    for count, said in ((601, "601 applications could be ranked"), (600, None)):
        document["applications"] = [{**one, "id": f"N{n}", "applicant": f"local:n{n}", "partners": []} for n in range(count)]
        document["scores"] = [{"member": m["id"], "application": f"N{n}", "measure": "need", "score": "3", "justification": "seen"} for n in range(count) for m in document["panel"]["members"]]
        there = write_round(document, bench.place / "many")
        made = bench.remit("compare", "--weights", "small-grants", there, "--format", "json")
        looked = json.loads(made.out)["rounds"][0]["streams"][0]
        bench.checks.check(f"{count} applications", said in looked.get("note", "") if said else looked["moves"], looked.get("note"))


def shown(bench):
    text = bench.remit("compare", "--weights", "small-grants", SMALL)
    bench.checks.contains("in words", text.out, "lowest total, 50 now", "past 68.33 (205/3): SG-05 loses", "nothing changes, however far", "without Ada Okafor (m1): the same applications get money")
    html = bench.remit("compare", "--weights", "small-grants", SMALL, "--format", "html").out
    bench.checks.contains("as a page", html, "could change who gets money", "<desc id=\"moves-1-words\">", "The same as a table", "download=\"marks-1.csv\"", "Without each assessor")
    public = bench.remit("compare", "--weights", "small-grants", SMALL, "--redact", "public", "--format", "json").out
    bench.checks.equal("nothing of it is for publication", (json.loads(public)["rounds"][0]["streams"][0]["moves"], "Okafor" in public), ([], False))
    asked = bench.remit("compare", "--weights", "small-grants", SMALL, "--redact", "on-request", "--format", "json").out
    bench.checks.equal("on request, no assessor", (bool(json.loads(asked)["rounds"][0]["streams"][0]["moves"]), "Okafor" in asked), (True, False))
    done = bench.remit("compare", "--weights", "small-grants")
    bench.checks.equal("without a round", (done.returncode, "at least one round" in done.err), (2, True))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    options.add_argument("--rounds", type=int, default=8)
    given = options.parse_args()
    checks = Checks()
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(Remit(given.binary), place, checks)
        example = read_round(EXAMPLE)
        examine(bench, example, "the example")
        for seed in range(given.rounds):
            examine(bench, made_up(seed), f"round {seed}")
        checks.check("enough was found", bench.found > 30, bench.found)
        parameters(bench)
        too_many(bench)
        shown(bench)
        print(f"{bench.found} edges held against {bench.decided} decisions")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
