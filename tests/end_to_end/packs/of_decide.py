"""What a case expects of the records of `remit decide` beyond what every pack asks: sheets, panels, reasons, elements."""
import json

from expectations import expect, records_of, same


def application_of(given, name):
    record = records_of(given.document).get(("application", name))
    expect(record, f"there is no record of {name}")
    return record


def counted(record):
    return {sheet["member"]: sheet["counted"] for sheet in (record["scores"] or {}).get("sheets", [])}


def check_sheets(counts):
    """[["A1", "m1"]]: the sheet of that member counts, or is set aside."""
    def check(given, wanted):
        for application, member in wanted:
            had = counted(application_of(given, application))
            expect(member in had, f"{application}: the sheet of {member} is not listed")
            expect(had[member] == counts, f"{application}: the sheet of {member} {'does not count' if counts else 'counts'}")
    return check


def check_set_aside_none(given, wanted):
    for application in wanted:
        had = counted(application_of(given, application))
        expect(all(had.values()), f"{application}: sheets are set aside: {had}")


def check_fitness(unfit):
    """["A1"]: the panel that is left cannot decide it, or can."""
    def check(given, wanted):
        for application in wanted:
            said = application_of(given, application).get("panel", {}).get("unfit")
            expect(bool(said) == unfit, f"{application}: why the panel cannot decide is {said!r}")
    return check


def check_words(field):
    """{"A1": "Who leads?"}: words in the reasons of a proposal, or in what is pending."""
    def check(given, wanted):
        for application, text in wanted.items():
            had = application_of(given, application)["proposal"][field]
            expect(any(text in json.dumps(one, ensure_ascii=False) for one in had), f"{application}: no {field} has `{text}`: {had}")
    return check


def of_each(field, take):
    def check(given, wanted):
        for application, value in wanted.items():
            same(field, value, take(application_of(given, application)), application)
    return check


def check_parameter_clauses(given, wanted):
    """{"minimum_agencies": "our reading"}: words in the clause of a parameter."""
    had = {p["id"]: p.get("clause", "") for p in given.document["parameters"]}
    for name, text in wanted.items():
        expect(text in had.get(name, ""), f"parameter {name}: clause is {had.get(name)!r}, expected `{text}` in it")


def traced(record):
    """[["Alpha Trust", "30000.00"]]: what each agency bears of the award; null where none is traced back."""
    of = record["proposal"].get("traced")
    return [[part["agency"], part["amount"]] for part in of["parts"]] if of else None


def check_sections(given, wanted):
    """{"4": "proposed"}: what the head of the document says of single sections of the source."""
    same("status of sections", wanted, {s["section"]: s["status"] for s in given.document["pack"].get("sections", [])}, "the pack")


def check_one_text(given, wanted):
    """["A1", "A2"]: decided by one and the same pack, that of the document."""
    for application in wanted:
        same("digest of the pack", given.document["pack"]["digest"], application_of(given, application)["pack"]["digest"], application)
    expect(len(wanted) > 1, "of one application alone nothing is said")


def check_says_why(given, wanted):
    """["A1"]: the proposal says which step settled it, and names a reason for it with a clause."""
    for application in wanted:
        proposal = application_of(given, application)["proposal"]
        expect(proposal["why"] and proposal["reasons"], f"{application}: it is not said why: {proposal}")
        expect(all(r["message"] and r["clause"] for r in proposal["reasons"]), f"{application}: a reason without words or clause: {proposal['reasons']}")


def check_appeal_outcomes(given, wanted):
    """{"A1": ["admitted", "refer"]}: of `remit appeal`, by the day received."""
    for application, outcomes in wanted.items():
        had = [a["outcome"] for a in sorted(given.document["appeals"], key=lambda a: a["appeal"]["received"]) if a["application"] == application]
        same("outcomes of its appeals", outcomes, had, application)


def check_appeal_findings(given, wanted_all):
    for wanted in wanted_all:
        had = [f for a in given.document["appeals"] if a["application"] == wanted["application"] and a["appeal"]["received"] == wanted["received"]
               for f in a["findings"] if f["rule"] == wanted["rule"]]
        expect(len(had) == 1, f"there are {len(had)} findings of {wanted['rule']} about the appeal of {wanted['received']}")
        for key in ("outcome", "clause"):
            same(key, wanted[key], had[0].get(key), wanted["rule"])


OF_DECIDE = {
    "says_why": check_says_why,
    "appeal_outcomes": check_appeal_outcomes,
    "appeal_findings": check_appeal_findings,
    "traced": of_each("what agencies bear", traced),
    "sections": check_sections,
    "one_text": check_one_text,
    "elements": of_each("elements", lambda r: sorted(r["proposal"]["elements"])),
    "unjustified": of_each("marks without a justification", lambda r: (r["scores"] or {}).get("unjustified", 0)),
    "counts_sheets": check_sheets(True),
    "set_aside": check_sheets(False),
    "set_aside_none": check_set_aside_none,
    "unfit": check_fitness(True),
    "fit": check_fitness(False),
    "reason_has": check_words("reasons"),
    "pending": check_words("pending"),
    "parameter_clauses": check_parameter_clauses,
}
