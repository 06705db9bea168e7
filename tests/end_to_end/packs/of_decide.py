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


OF_DECIDE = {
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
