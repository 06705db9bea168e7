"""Rounds of five and of two thousand applications, out of the example round: the report has to read well at both ends."""
import copy
import random
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import EXAMPLE, read_round, write_round  # noqa: E402

PLACES = "Arden Bray Coll Derrin Esk Farra Glen Holm Inver Jura Kell Lorne Mull Ness Oran".split()
KINDS = ["Family Hub", "Play Forum", "Youth Club", "Mothers' Union", "Carers' Circle", "Toy Library", "Reading Room", "Parents Together", "Boxing Club"]


def of_five(folder):
    """The first five applications of the example alone."""
    made = read_round(EXAMPLE)
    made["applications"] = [a for a in made["applications"] if a["stream"] == made["applications"][0]["stream"]][:5]
    kept = {a["id"] for a in made["applications"]}
    made["scores"] = [row for row in made["scores"] if row["application"] in kept]
    made.pop("appeals", None)
    return write_round(made, folder)


def of_many(folder, count=2000):
    """The example's applications again and again, each from an organisation of its own and marked a little differently; budgets grow with them."""
    made = read_round(EXAMPLE)
    ones, marks = made["applications"], {}
    for row in made["scores"]:
        marks.setdefault(row["application"], []).append(row)
    named = {o["id"]: o for o in made["organisations"]}
    applications, scores, chance = [], [], random.Random(5)
    for n in range(count):
        one = copy.deepcopy(ones[n % len(ones)])
        turn, old = n // len(ones), one["id"]
        if turn:
            body = copy.deepcopy(named[one["applicant"]])
            body.update(id=f"local:body-{n:04}", name=f"{PLACES[n % 15]} {PLACES[n // 15 % 15]} {KINDS[n // 225 % 9]}")
            body.pop("aliases", None)
            body.pop("parent", None)
            made["organisations"].append(body)
            one.update(id=f"{old}-{turn + 1:02}", applicant=body["id"])
            one["partners"] = [p for p in one.get("partners", []) if p["organisation"] != body["id"]]
        applications.append(one)
        for row in marks.get(old, []):
            mark = row["score"]
            if turn and mark.isdigit():
                mark = str(min(5, max(0, int(mark) + chance.choice((-2, -1, -1, 0, 0, 1)))))
            scores.append({**row, "application": one["id"], "score": mark})
    for stream in made["streams"]:
        stream["budget"] *= count // len(ones)
        for source in stream.get("sources", []):
            source["amount"] *= count // len(ones)
    made.update(applications=applications, scores=scores)
    made.pop("appeals", None)
    return write_round(made, folder)
