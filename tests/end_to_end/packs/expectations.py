"""What a case of a pack expects, compared with what Remit gave and with what the pack's files say."""
import json


class Wrong(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise Wrong(message)


def same(field, wanted, had, about):
    expect(wanted == had, f"{about}: {field} is {had!r}, expected {wanted!r}")


def shown(value):
    return json.dumps(value)[:600]


# ---- records of `remit assess` and `remit decide`, and findings, alike

def records_of(document):
    """{(type, id): record}"""
    found = {}
    for record in document["records"]:
        about = ("application", record["application"]) if "application" in record else (record["type"], record["id"])
        found[about] = record
    return found


def findings_of(document):
    """[(type, id, finding)], those of eligibility and those of the round of `remit decide` included."""
    found = []
    for (kind, name), record in records_of(document).items():
        inner = (record.get("eligibility") or {}).get("findings", []) + record.get("findings", [])
        found += [(kind, name, finding) for finding in inner]
    for finding in document.get("findings", []):
        found.append((finding.get("of"), finding.get("subject"), finding))
    return found


def is_about(wanted, kind, name):
    return wanted.get("id") in (None, name) and (wanted.get("type") in (None, kind) or kind is None)


def said_of(wanted):
    return f"{wanted['rule']} about {wanted.get('type', '')} {wanted.get('id', '')}"


def check_said(wanted, had, about):
    """Outcome and words of a finding, a class or a conflict."""
    for key in ("outcome", "clause", "force", "effect", "code", "member", "action", "scope", "nature", "detected_by"):
        if key in wanted:
            same(key, wanted[key], had.get(key), f"{about} ({had.get('message') or had.get('cause') or ''})")
    for key, field in (("message_has", "message"), ("reading_has", "reading"), ("effect_reason_has", "effect_reason")):
        texts = wanted.get(key, [])
        for text in [texts] if isinstance(texts, str) else texts:
            expect(text in (had.get(field) or ""), f"{about}: {field} is {had.get(field)!r}, expected `{text}` in it")
    if "names" in wanted:
        said = json.dumps([had.get("message"), had.get("shortfalls")])
        expect(wanted["names"] in said, f"{about}: `{wanted['names']}` is not named in {said}")
    if "reads" in wanted:
        expect(wanted["reads"] in (had.get("read") or {}), f"{about}: `{wanted['reads']}` was not read: {shown(had.get('read'))}")


def check_findings(given, wanted_all):
    for wanted in wanted_all:
        found = [f for kind, name, f in findings_of(given.document) if f["rule"] == wanted["rule"] and is_about(wanted, kind, name)]
        expect(found, f"there is no finding of {said_of(wanted)}")
        expect(len(found) == 1, f"there are {len(found)} findings of {said_of(wanted)}")
        check_said(wanted, found[0], said_of(wanted))
        expect(found[0]["outcome"] != "fail" or found[0].get("message"), f"{said_of(wanted)}: it failed without a message")


def check_findings_none(given, wanted_all):
    for wanted in wanted_all:
        found = [f for kind, name, f in findings_of(given.document) if f["rule"] == wanted["rule"] and is_about(wanted, kind, name)]
        expect(not found, f"there is a finding of {said_of(wanted)}: {shown(found)}")


def check_listed(key):
    """Of classes and conflicts: one in the record answers the description."""
    def check(given, wanted_all):
        for wanted in wanted_all:
            had = [c for (kind, name), r in records_of(given.document).items() if is_about(wanted, kind, name) for c in r.get(key, [])]
            of_rule = [c for c in had if c["rule"] == wanted["rule"]]
            expect(of_rule, f"there is nothing of {said_of(wanted)}; there is {shown(had)}")
            why = None
            for one in of_rule:
                try:
                    check_said(wanted, one, said_of(wanted))
                    break
                except Wrong as wrong:
                    why = wrong
            else:
                raise why
    return check


def check_conflicts_none(given, wanted_all):
    for wanted in wanted_all:
        for (kind, name), record in records_of(given.document).items():
            if not is_about(wanted, kind, name):
                continue
            arose = [c for c in record.get("conflicts", []) if wanted.get("rule") in (None, c["rule"]) and wanted.get("member") in (None, c.get("member"))]
            expect(not arose, f"{kind} {name}: a conflict arose: {shown(arose)}")


def of_applications(field, take):
    def check(given, wanted):
        for application, value in wanted.items():
            record = records_of(given.document).get(("application", application))
            expect(record, f"there is no record of {application}")
            same(field, value, take(record), application)
    return check


def check_not_met(given, wanted):
    """{"need/case-02": ["level-as-stated"]}: all findings of the document that neither pass nor do not apply, and no others."""
    had = {}
    for kind, name, finding in findings_of(given.document):
        if finding["outcome"] not in ("pass", "not_applicable", "no_provision"):
            had.setdefault(f"{kind}/{name}" if kind else str(name), []).append(finding["rule"])
    wrong = [f"{about}: not met are {sorted(had.get(about, []))}, worked out by hand: {sorted(wanted.get(about, []))}"
             for about in sorted(set(had) | set(wanted)) if sorted(had.get(about, [])) != sorted(wanted.get(about, []))]
    expect(not wrong, "\n    ".join(wrong))


def check_codes(given, wanted):
    """{"need/case-01": {"level-of-need": "2a", "other": null}}: the classes of a record; null where it is in none."""
    for about, classes in wanted.items():
        record = records_of(given.document).get(tuple(about.split("/", 1)))
        expect(record, f"there is no record {about}")
        had = {c["rule"]: c.get("code") or None for c in record["classifications"]}
        for rule, code in classes.items():
            same("class", code, had.get(rule), f"{about}, {rule}")


def check_ties(given, wanted):
    """{"A1": ["m1"]}: the members found to be tied to an application, whatever follows from it."""
    for application, members in wanted.items():
        record = records_of(given.document).get(("application", application))
        expect(record, f"there is no record of {application}")
        same("ties", sorted(members), sorted({t["member"] for t in record.get("ties", [])}), application)


def check_appeals(given, wanted):
    """{"A3": "no_provision"}: of `remit appeal`."""
    had = {answer["application"]: answer["outcome"] for answer in given.document["appeals"]}
    for application, outcome in wanted.items():
        same("outcome of the appeal", outcome, had.get(application), application)


def check_records(given, wanted):
    """{"need": 3}: how many records of a type were assessed."""
    for kind, number in wanted.items():
        same("number of records", number, sum(1 for k, _ in records_of(given.document) if k == kind), kind)


def beside(document, key):
    """What stands beside the records or in each of them: silences, parameters."""
    return document[key] if key in document else document["records"][0][key] if document["records"] else []


def check_silences(there):
    def check(given, wanted):
        had = [s["id"] for s in beside(given.document, "silences")]
        for name in wanted:
            expect((name in had) == there, f"`{name}` is {'not ' if there else ''}among the silences {had}")
    return check


def check_parameters(given, wanted):
    held = beside(given.document, "parameters")
    had = {name: p.get("value") for name, p in (held.items() if isinstance(held, dict) else ((p["id"], p) for p in held))}
    for name, value in wanted.items():
        expect(name in had, f"there is no parameter {name}")
        expect(had[name] is None if value is None else had[name] is not None and str(value) == str(had[name]), f"parameter {name} is {had[name]!r}, expected {value!r}")


# ---- what the pack's files say

def item_of(given, wanted):
    found = [i for i in given.items if i.id == wanted["id"] and wanted.get("kind") in (None, i.word)]
    expect(found, f"the pack has no {wanted.get('kind', 'item')} \"{wanted['id']}\"")
    return found[0]


def check_entries(given, wanted_all):
    """Standing data: {"kind", "id", "clause", "list": "steps", "length": 7, "at": 1, "item": ..., and any other key as it stands}."""
    for wanted in wanted_all:
        item = item_of(given, wanted)
        about = f"{item.word} \"{item.id}\""
        for key, value in wanted.items():
            if key in ("kind", "id", "list", "length", "at", "item", "place", "of"):
                continue
            if key.endswith("_has"):
                expect(value in str(item.keys.get(key[:-4], "")), f"{about}: {key[:-4]} is {item.keys.get(key[:-4])!r}, expected `{value}` in it")
            elif key == "row":
                expect(value in item.rows, f"{about} does not carry {value}")
            else:
                same(key, value, item.keys.get(key), about)
        if "place" in wanted:   # the place of the item among those of its kind, and how many there are
            kind = [i.id for i in given.items if i.word == item.word]
            same("place", wanted["place"], kind.index(item.id) + 1, about)
            if "of" in wanted:
                same(f"number of {item.word} entries", wanted["of"], len(kind), about)
        if "list" in wanted:
            listed = item.keys.get(wanted["list"])
            expect(isinstance(listed, list), f"{about} has no list `{wanted['list']}`")
            if "length" in wanted:
                same(f"length of {wanted['list']}", wanted["length"], len(listed), about)
            if "at" in wanted:
                expect(len(listed) >= wanted["at"], f"{about}: {wanted['list']} has {len(listed)} items")
                had = listed[wanted["at"] - 1]
                if isinstance(wanted["item"], dict):
                    had = {k: had.get(k) for k in wanted["item"]}
                same(f"item {wanted['at']} of {wanted['list']}", wanted["item"], had, about)
            elif "item" in wanted:
                same(wanted["list"], wanted["item"], listed, about)


def check_no_provisions(given, wanted_all):
    check_entries(given, [{"kind": "no_provision", **({"id": w} if isinstance(w, str) else w)} for w in wanted_all])


def check_counts(given, wanted):
    """{"outcome": 6}: how many items of a kind the pack has."""
    for kind, number in wanted.items():
        same("number", number, sum(1 for i in given.items if i.word == kind), kind)


def check_absent(given, wanted):
    for name in wanted:
        expect(not [i for i in given.items if i.id == name], f"the pack has an item \"{name}\"")


OF_PACK = {"entries": check_entries, "no_provisions": check_no_provisions, "counts": check_counts, "absent": check_absent}

OF_DOCUMENT = {
    "findings": check_findings,
    "findings_none": check_findings_none,
    "classes": check_listed("classifications"),
    "conflicts": check_listed("conflicts"),
    "conflicts_none": check_conflicts_none,
    "records": check_records,
    "not_met": check_not_met,
    "ties": check_ties,
    "appeals": check_appeals,
    "codes": check_codes,
    "silences": check_silences(True),
    "silences_none": check_silences(False),
    "parameters": check_parameters,
    "pack_status": lambda given, wanted: same("status", wanted, beside(given.document, "pack").get("status"), "the pack"),
    "eligibility": of_applications("eligibility", lambda r: (r["eligibility"] or {}).get("outcome")),
    "decisions": of_applications("decision", lambda r: r["proposal"]["decision"]),
    "amounts": of_applications("amount", lambda r: r["proposal"]["amount"]),
    "ranks": of_applications("rank", lambda r: r["rank"]),
    "totals": of_applications("total", lambda r: (r["scores"] or {}).get("exact")),
}
