"""The default procedure once more, plainly: what each application of one round should get under the
Northern Ireland policy. It shares no code and no author with the engine. Slow on purpose: every question is
answered by looking through the whole round again, with integers (pence) and fractions, never a float.

    evaluate.py [ROUND.json|-]        one JSON line for each application, sorted by stream and id

Where the description of the procedure leaves something open, this is how it is read here:

 A1  `fail` against `refer`: a criterion that is not met is `fail`, whatever its effect. A `fail` of a rule that
     `refers` (costs-add-up, complements-strategies, fits-existing-provision) makes eligibility `refer`. The finding
     `refer` itself comes only from `refers_when` (equal times) since no comparison here can be unknown.
 A2  within-award-limits with neither limit is `pass`: an absent limit asks nothing. Not `not_applicable`.
 A3  Moments: a date alone is midnight, also as `opens` and as `submitted_at`; as `closes` it lasts until
     23:59:59. `closes` with a time ends in that second, included.
 A4  Two earliest at one time and one later: the later fails, the two are `refer`.
 A5  Texts match exactly, but for white space at their ends, which nobody sees: another case is another objective.
 A6  A partner that is not required needs no evidence, but does count as a partner. Evidence is answered if it
     names a document.
 A7  A list or a field that is null is the same as one that is absent; an empty list is not an answer.
 A8  Ties: "its direct parent or child" is the applicant's. Grandparents, siblings, and the parents of partners do not
     tie. The date of a declaration changes nothing.
 A9  With the scope `stream` or `panel` every application of the scope lists every recused member, also for the sake
     of another application. What a withdrawn application lists is not said (None here: not compared).
 A10 The panel is looked at (two agencies, quorum) whether or not anybody is recused, in consensus streams too.
     Ineligible stays declined under a panel that is not fit.
 A11 A sheet is partial if the member is counted, marks at least one measure (or part) and not all. Then there is no
     mean and no total at all, not one of the remaining sheets. The partial sheet of a recused member, or of
     anybody but `panel` in a consensus stream, changes nothing.
 A12 In `scores` the part of a measure stands in the field `measure`, by its own id.
 A13 Consensus: the marks of `panel` count even if some members are recused.
 A14 A stream without measures has none from this policy either, so no sheet can be counted: `refer`.
 A15 Ineligible applications, and those of a panel that is not fit, have means and a total if there are counted
     sheets; they have no rank.
 A16 An application whose eligibility is `refer` and that misses a minimum, or for which no money is left, is
     `decline`: only if it would be funded it is `approve-in-principle`.
 A17 Applications that miss a minimum have no rank. Those that are `refer` because of a tie on the funding line, or
     below one, keep theirs.
 A18 A tie on the line refers itself and all ranked below it, also where `fund_past_gap` is false. Below a gap where
     it is false, ties are declined like the others.
 A19 Elements of equal fit are taken in the order given: this is the one order in the input that decides.
     `needs` must be taken before, in the same pass. An element that costs nothing always fits, and counts as taken.
 A20 Elements whose costs do not add up: whole means the request fits, then all elements are named. Otherwise the
     elements are taken at their costs.
 A21 A total of 80 is written "80.00".
 A22 `required` and `requires_cooperation` are yes or no as JSON true or false; absent, cooperation is not required.
"""
import json
import sys
from fractions import Fraction

EFFECTS = {
    "received-in-time": "blocks",
    "within-award-limits": "blocks",
    "costs-add-up": "refers",
    "answers-the-specification": "blocks",
    "one-application-per-stream": "blocks",
    "partners-have-agreed": "blocks",
    "complements-strategies": "refers",
    "fits-existing-provision": "refers",
    "beyond-core-functions": "blocks",
    "added-value": "blocks",
}


class Written(str):
    """A JSON number, kept as it was written."""


def load(text):
    return json.loads(text, parse_int=Written, parse_float=Written)


# --- values

def answered(value):
    """Missing means absent, null, empty or only white space."""
    if value is None:
        return False
    if isinstance(value, str):
        return value.strip() != ""
    if isinstance(value, (list, dict)):
        return len(value) > 0
    return True


def items(record, key):
    return record.get(key) or []


def number(value):
    return Fraction(str(value))


def pence(value):
    amount = number(value) * 100
    if amount.denominator != 1:
        raise ValueError(f"{value} is not a whole number of pence")
    return amount.numerator


def moment(text):
    """(year, month, day, hour, minute, second); a date alone is midnight."""
    date, _, time = text.partition("T")
    return tuple(int(part) for part in date.split("-") + (time or "00:00:00").split(":"))


def last_moment(text):
    """The same, but a date alone lasts the whole day."""
    return moment(text if "T" in text else text + "T23:59:59")


def exact_text(value):
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def two_places(value):
    """Two decimals, half up; totals are never negative."""
    hundredths = (value * 100 + Fraction(1, 2)).__floor__()
    return f"{hundredths // 100}.{hundredths % 100:02d}"


# --- finding records

def by_id(records, wanted):
    for record in records:
        if record["id"] == wanted:
            return record
    raise KeyError(wanted)


def stream_of(document, application):
    return by_id(document["streams"], application["stream"])


def is_withdrawn(application):
    return application.get("status") == "withdrawn"


def live_applications(document):
    return [a for a in items(document, "applications") if not is_withdrawn(a)]


# --- step 1: eligibility

def received_in_time(document, application):
    stream = stream_of(document, application)
    sent = moment(application["submitted_at"])
    in_time = moment(stream["opens"]) <= sent <= last_moment(stream["closes"])
    return "pass" if in_time else "fail"


def within_award_limits(document, application):
    stream = stream_of(document, application)
    request = pence(application["amount_requested"])
    least, most = stream.get("minimum_award"), stream.get("maximum_award")
    if answered(least) and request < pence(least):
        return "fail"
    if answered(most) and request > pence(most):
        return "fail"
    return "pass"


def costs_add_up(document, application):
    elements = items(application, "elements")
    if not elements:
        return "not_applicable"
    total = sum(pence(element["cost"]) for element in elements)
    return "pass" if total == pence(application["amount_requested"]) else "fail"


def covers(has, asked):
    return all(any(h.strip() == a.strip() for h in has) for a in asked)


def answers_the_specification(document, application):
    stream = stream_of(document, application)
    specification = stream.get("specification") or {}
    met = (answered(application.get("use_of_funding"))
           and covers(items(application, "objectives"), items(specification, "objectives"))
           and covers(items(application, "outcomes"), items(stream, "outcomes")))
    return "pass" if met else "fail"


def one_application_per_stream(document, application):
    mine = moment(application["submitted_at"])
    rivals = [moment(other["submitted_at"]) for other in live_applications(document)
              if other["id"] != application["id"] and other["stream"] == application["stream"]
              and other["applicant"] == application["applicant"]]
    if any(sent < mine for sent in rivals):
        return "fail"
    if any(sent == mine for sent in rivals):
        return "refer"
    return "pass"


def partners_have_agreed(document, application):
    if stream_of(document, application).get("requires_cooperation") is not True:
        return "not_applicable"
    partners = items(application, "partners")
    if not partners:
        return "fail"
    for partner in partners:
        evidence = partner.get("evidence") or {}
        if partner.get("required") is not False and not answered(evidence.get("document")):
            return "fail"
    return "pass"


def says(field):
    return lambda document, application: "pass" if answered(application.get(field)) else "fail"


def beyond_core_functions(document, application):
    if by_id(document["organisations"], application["applicant"])["type"] != "statutory":
        return "not_applicable"
    return "pass" if answered(application.get("different_from_core")) else "fail"


CRITERIA = {
    "received-in-time": received_in_time,
    "within-award-limits": within_award_limits,
    "costs-add-up": costs_add_up,
    "answers-the-specification": answers_the_specification,
    "one-application-per-stream": one_application_per_stream,
    "partners-have-agreed": partners_have_agreed,
    "complements-strategies": says("complements"),
    "fits-existing-provision": says("fits_provision"),
    "beyond-core-functions": beyond_core_functions,
    "added-value": says("added_value"),
}


def eligibility(findings):
    if any(outcome == "fail" and EFFECTS[rule] == "blocks" for rule, outcome in findings.items()):
        return "ineligible"
    if any(outcome in ("fail", "refer") for outcome in findings.values()):
        return "refer"
    return "eligible"


# --- step 2: conflicts

def interests(document, member):
    """(organisation, nature) of everything that a member belongs to or has declared."""
    found = []
    if answered(member.get("organisation")):
        found.append((member["organisation"], "member"))
    for declaration in items(document, "declarations"):
        if declaration["member"] == member["id"]:
            found.append((declaration["organisation"], declaration["nature"]))
    return found


def links(document, organisation, application):
    """How an organisation is tied to an application: `applicant`, `parent`, `child`, `partner`."""
    applicant = by_id(document["organisations"], application["applicant"])
    found = []
    if organisation == applicant["id"]:
        found.append("applicant")
    if answered(applicant.get("parent")) and organisation == applicant["parent"]:
        found.append("parent")
    if by_id(document["organisations"], organisation).get("parent") == applicant["id"]:
        found.append("child")
    if any(partner["organisation"] == organisation for partner in items(application, "partners")):
        found.append("partner")
    return found


def recused(document, application, scope):
    """The members who take no part in an application, and the notes why."""
    if scope == "application":
        within = [application]
    elif scope == "stream":
        within = [a for a in live_applications(document) if a["stream"] == application["stream"]]
    elif scope == "panel":
        within = live_applications(document)
    else:
        raise ValueError(scope)
    members, notes = set(), set()
    for member in document["panel"]["members"]:
        for organisation, nature in interests(document, member):
            for other in within:
                for link in links(document, organisation, other):
                    members.add(member["id"])
                    notes.update({f"tie:{link}", f"nature:{nature}"})
    return members, notes


def panel_faults(document, set_aside):
    """Why those who are left may not decide; nothing if they may."""
    left = [m for m in document["panel"]["members"] if m["id"] not in set_aside]
    quorum = document["panel"].get("quorum")
    faults = set()
    if len({m["agency"] for m in left}) < 2:
        faults.add("panel:agencies")
    if len(left) < (int(quorum) if answered(quorum) else 1):
        faults.add("panel:quorum")
    return faults


# --- step 3: scoring

def mark_ids(measure):
    """What is marked: the measure, or each of its parts."""
    parts = items(measure, "parts")
    return [part["id"] for part in parts] if parts else [measure["id"]]


def sheets(document, application):
    """member -> what they marked -> the mark"""
    found = {}
    for row in items(document, "scores"):
        if row["application"] == application["id"]:
            found.setdefault(row["member"], {})[row["measure"]] = number(row["score"])
    return found


def counted_sheets(document, application, set_aside):
    stream = stream_of(document, application)
    if stream.get("scoring") == "consensus":
        return {member: sheet for member, sheet in sheets(document, application).items() if member == "panel"}
    return {member: sheet for member, sheet in sheets(document, application).items() if member not in set_aside}


def average(values):
    values = list(values)
    return sum(values, Fraction(0)) / len(values)


def score(document, application, set_aside):
    """(state, means, total, counted): the state is `scored`, or why there is no total."""
    measures = items(stream_of(document, application), "measures")
    counted = counted_sheets(document, application, set_aside)
    if not measures or not counted:
        return "unscored:no-sheet", {}, None, set()
    wanted = {mark for measure in measures for mark in mark_ids(measure)}
    if any(set(sheet) != wanted for sheet in counted.values()):
        return "unscored:partial", {}, None, set()
    means = {}
    for measure in measures:
        means[measure["id"]] = average(average(sheet[mark] for sheet in counted.values())
                                       for mark in mark_ids(measure))
    weights = sum(number(m["weight"]) for m in measures)
    points = sum(number(m["weight"]) * means[m["id"]] / number(m["scale"][1]) for m in measures)
    return "scored", means, 100 * points / weights, set(counted)


# --- step 4: ranking

def shortfalls(stream, answer):
    found = set()
    if answered(stream.get("minimum_total")) and answer["_total"] < number(stream["minimum_total"]):
        found.add("below:total")
    for measure in items(stream, "measures"):
        if answered(measure.get("minimum")) and answer["_means"][measure["id"]] < number(measure["minimum"]):
            found.add("below:measure")
    return found


def ranked_groups(stream, answers):
    """[(rank, [answers that share it])], best first."""
    def standing(answer):
        return [answer["_total"]] + [answer["_means"][measure] for measure in items(stream, "tie_break")]
    groups = []
    for value in sorted({tuple(standing(a)) for a in answers}, reverse=True):
        better = sum(1 for a in answers if tuple(standing(a)) > value)
        groups.append((better + 1, [a for a in answers if tuple(standing(a)) == value]))
    return groups


# --- step 5: allocation

def taken_elements(application, left, notes):
    """One pass through the elements in the order of fit: (ids, pence)."""
    elements = items(application, "elements")
    with_fit = [e for e in elements if answered(e.get("fit"))]
    without = [e for e in elements if not answered(e.get("fit"))]
    taken, spent = [], 0
    for element in sorted(with_fit, key=lambda e: int(e["fit"])) + without:   # sorted() keeps equal ones as given
        if any(need not in taken for need in items(element, "needs")):
            notes.add("element:needs")
        elif pence(element["cost"]) > left - spent:
            notes.add("element:too-dear")
        else:
            taken.append(element["id"])
            spent += pence(element["cost"])
    return taken, spent


def fund(answer, application, decision, amount, elements):
    if answer["eligibility"] == "refer" or answered(application.get("clarifications")):
        answer["notes"].add(f"in-principle:{decision}")
        decision = "approve-in-principle"
    answer.update(decision=decision, amount=amount, elements=sorted(elements))


def turn_down(answer, decision, note):
    answer.update(decision=decision, amount=0, elements=[])
    answer["notes"].add(note)


def allocate(document, stream, groups):
    left = pence(stream["budget"])
    past_gap = stream.get("fund_past_gap") is not False
    stopped = None                              # what everybody gets from here on
    for _, group in groups:
        applications = [by_id(document["applications"], a["application"]) for a in group]
        requests = [pence(a["amount_requested"]) for a in applications]
        if stopped:
            for answer in group:
                turn_down(answer, *stopped)
                if len(group) > 1 and stopped[0] == "decline":
                    answer["notes"].add("decline:tie-below-the-gap")
        elif sum(requests) <= left:
            for answer, application, request in zip(group, applications, requests):
                whole = [e["id"] for e in items(application, "elements")]
                fund(answer, application, "approve-total", request, whole)
            left -= sum(requests)
            if left == 0:
                for answer in group:
                    answer["notes"].add("budget:exactly-used")
        elif len(group) > 1:
            for answer in group:
                turn_down(answer, "refer", "refer:tie-on-the-line")
            stopped = ("refer", "refer:below-a-tie")
        else:
            taken, spent = taken_elements(applications[0], left, group[0]["notes"])
            if taken:
                fund(group[0], applications[0], "approve-parts", spent, taken)
            else:
                turn_down(group[0], "decline", "decline:money")
            left -= spent
            if not past_gap:
                stopped = ("decline", "decline:below-the-gap")


# --- the whole

def assess(document, application, scope):
    """Steps 1 to 3 for one application that is not withdrawn."""
    findings = {rule: judge(document, application) for rule, judge in CRITERIA.items()}
    set_aside, notes = recused(document, application, scope)
    faults = panel_faults(document, set_aside)
    state, means, total, counted = score(document, application, set_aside)
    if faults:
        notes |= faults
        if not panel_faults(document, set()):
            notes.add("panel:unfit-by-recusal")
    notes.add(state)
    if set_aside & set(sheets(document, application)):
        notes.add("sheet:set-aside")
    return {
        "eligibility": eligibility(findings), "findings": findings,
        "recused": sorted(set_aside), "scope": scope if set_aside else None,
        "means": {measure: exact_text(mean) for measure, mean in means.items()},
        "exact": None if total is None else exact_text(total),
        "total": None if total is None else two_places(total),
        "counted": sorted(counted), "rank": None, "notes": notes,
        "_means": means, "_total": total, "_stands": not faults and state == "scored",
    }


def propose(document, stream, answers):
    """Steps 4 and 5 for one stream."""
    ranked = []
    for answer in answers:
        if answer["eligibility"] == "ineligible":
            turn_down(answer, "decline", "decline:ineligible")
        elif not answer["_stands"]:
            turn_down(answer, "refer", "refer:not-scored-or-panel")
        elif missed := shortfalls(stream, answer):
            turn_down(answer, "decline", "decline:below-a-minimum")
            answer["notes"] |= missed
        else:
            ranked.append(answer)
    groups = ranked_groups(stream, ranked)
    for rank, group in groups:
        for answer in group:
            answer["rank"] = rank
    allocate(document, stream, groups)


def evaluate(document, recusal_scope="stream"):
    """The answers for all applications of a round, sorted by stream and id."""
    answers = []
    for application in items(document, "applications"):
        answer = {"application": application["id"], "stream": application["stream"],
                  "applicant": application["applicant"]}
        if is_withdrawn(application):
            answer.update(eligibility=None, findings=None, recused=None, scope=None, means=None, exact=None,
                          total=None, counted=None, rank=None, decision="withdrawn", amount=0, elements=[],
                          notes={"withdrawn"})
        else:
            answer.update(assess(document, application, recusal_scope))
        answers.append(answer)
    for stream in document["streams"]:
        propose(document, stream, [a for a in answers if a["stream"] == stream["id"] and a["eligibility"]])
    for answer in answers:
        answer["amount"] = two_places(Fraction(answer["amount"], 100))
    return sorted(answers, key=lambda a: (a["stream"], a["application"]))


def printable(answer):
    return {key: value for key, value in answer.items() if not key.startswith("_") and key != "notes"}


if __name__ == "__main__":
    source = sys.stdin if len(sys.argv) < 2 or sys.argv[1] == "-" else open(sys.argv[1], encoding="utf-8")
    for line in evaluate(load(source.read())):
        print(json.dumps(printable(line), ensure_ascii=False))
