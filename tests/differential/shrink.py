"""Makes a round that shows a difference as small as it gets: take something away that leaves the round valid, keep the
smaller round if it still differs, begin again."""
import copy

OPTIONAL = {
    "streams": ["minimum_award", "maximum_award", "requires_cooperation", "outcomes", "specification", "minimum_total",
                "tie_break", "scoring", "fund_past_gap", "sources"],
    "organisations": ["aliases", "parent"],
    "applications": ["status", "elements", "use_of_funding", "objectives", "outcomes", "partners", "complements",
                     "fits_provision", "added_value", "different_from_core", "clarifications"],
    "declarations": ["note"],
    "scores": ["justification"],
}


def without(records, key, value):
    return [record for record in records if record[key] != value]


def organisations_in_use(document):
    used = {a["applicant"] for a in document["applications"]}
    used |= {p["organisation"] for a in document["applications"] for p in a.get("partners") or []}
    used |= {d["organisation"] for d in document["declarations"]}
    used |= {m.get("organisation") for m in document["panel"]["members"]}
    return used | {o.get("parent") for o in document["organisations"]}


def drop_application(document, identity):
    document["applications"] = without(document["applications"], "id", identity)
    document["scores"] = without(document["scores"], "application", identity)


def drop_stream(document, identity):
    for application in list(document["applications"]):
        if application["stream"] == identity:
            drop_application(document, application["id"])
    document["streams"] = without(document["streams"], "id", identity)


def drop_member(document, identity):
    document["panel"]["members"] = without(document["panel"]["members"], "id", identity)
    document["declarations"] = without(document["declarations"], "member", identity)
    document["scores"] = without(document["scores"], "member", identity)


def drop_sheet(document, application, member):
    document["scores"] = [row for row in document["scores"]
                          if (row["application"], row["member"]) != (application, member)]


def drop_element(application, identity):
    application["elements"] = without(application["elements"], "id", identity)
    for element in application["elements"]:
        if element.get("needs"):
            element["needs"] = [need for need in element["needs"] if need != identity]
    if application.get("clarifications"):
        application["clarifications"] = without(application["clarifications"], "element", identity)


def drop_marks(document, stream, marks):
    mine = {a["id"] for a in document["applications"] if a["stream"] == stream["id"]}
    document["scores"] = [row for row in document["scores"]
                          if row["application"] not in mine or row["measure"] not in marks]


def drop_measure(document, stream, identity):
    measure = next(m for m in stream["measures"] if m["id"] == identity)
    drop_marks(document, stream, {identity} | {part["id"] for part in measure.get("parts") or []})
    stream["measures"] = without(stream["measures"], "id", identity)
    if stream.get("tie_break"):
        stream["tie_break"] = [t for t in stream["tie_break"] if t != identity]


def removals(document):
    """Functions that each take one thing away from a copy of the document, the largest first."""
    if len(document["streams"]) > 1:
        for stream in document["streams"]:
            yield lambda d, i=stream["id"]: drop_stream(d, i)
    for application in document["applications"]:
        yield lambda d, i=application["id"]: drop_application(d, i)
    if len(document["panel"]["members"]) > 1:
        for member in document["panel"]["members"]:
            yield lambda d, i=member["id"]: drop_member(d, i)
    used = organisations_in_use(document)
    for organisation in document["organisations"]:
        if organisation["id"] not in used:
            yield lambda d, i=organisation["id"]: d.update(organisations=without(d["organisations"], "id", i))
    for place in range(len(document["declarations"])):
        yield lambda d, p=place: d["declarations"].pop(p)
    for pair in sorted({(row["application"], row["member"]) for row in document["scores"]}):
        yield lambda d, p=pair: drop_sheet(d, *p)
    yield from smaller_removals(document)


def smaller_removals(document):
    for s, stream in enumerate(document["streams"]):
        for measure in stream.get("measures") or []:
            if len(stream["measures"]) > 1:
                yield lambda d, s=s, i=measure["id"]: drop_measure(d, d["streams"][s], i)
    for a, application in enumerate(document["applications"]):
        for element in application.get("elements") or []:
            yield lambda d, a=a, i=element["id"]: drop_element(d["applications"][a], i)
        for place in range(len(application.get("partners") or [])):
            yield lambda d, a=a, p=place: d["applications"][a]["partners"].pop(p)
        for e, element in enumerate(application.get("elements") or []):
            for key in ("fit", "needs", "objectives"):
                if key in element:
                    yield lambda d, a=a, e=e, k=key: d["applications"][a]["elements"][e].pop(k)
    for member in range(len(document["panel"]["members"])):
        for key in ("organisation", "name", "functions", "chair"):
            if key in document["panel"]["members"][member]:
                yield lambda d, m=member, k=key: d["panel"]["members"][m].pop(k)
    if "quorum" in document["panel"]:
        yield lambda d: d["panel"].pop("quorum")
    for s, stream in enumerate(document["streams"]):
        for m, measure in enumerate(stream.get("measures") or []):
            if "minimum" in measure:
                yield lambda d, s=s, m=m: d["streams"][s]["measures"][m].pop("minimum")
    for kind, keys in OPTIONAL.items():
        for place, record in enumerate(document[kind]):
            for key in keys:
                if key in record and not (key == "elements" and record.get("clarifications")):
                    yield lambda d, t=kind, p=place, k=key: d[t][p].pop(k)


def sweep(document, still_differs):
    """Tries each removal once; after one that helps, goes on at the same place of the new list."""
    place = 0
    while place < len(possible := list(removals(document))):
        candidate = copy.deepcopy(document)
        possible[place](candidate)
        if still_differs(candidate):
            document = candidate
        else:
            place += 1
    return document


def shrink(document, still_differs):
    before = None
    while before != document:
        before, document = document, sweep(document, still_differs)
    return document
