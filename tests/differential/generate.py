"""Random rounds from a seed: small, always valid, and full of coincidences (equal totals, equal times, sums that just
fit), because that is where two readings of one procedure part. The same seed gives the same bytes on every machine.

    generate.py SEED                  one round, as a single JSON document

No order in a file decides, so every list of records is shuffled at the end; only `elements` (the order given breaks ties
of fit), `tie_break` and `scale` are lists whose order means something, and they are made in random order anyway.
"""
import datetime
import json
import sys
from fractions import Fraction

from evaluate import Written

OUTCOMES = ["being-healthy", "enjoying-learning-and-achieving", "living-in-safety-and-with-stability",
            "experience-economic-and-environmental-well-being", "contributing-positively-to-community-and-society",
            "living-in-a-society-which-respects-their-rights"]
OBJECTIVES = ["Fewer children on a waiting list", "Families know whom to ask", "Each child has a key worker",
              "Páistí ag labhairt Gaeilge"]
AGENCIES = ["Health Trust", "Education Board", "City Council"]
NATURES = ["financial", "personal", "professional"]
TYPES = ["voluntary", "community", "statutory", "private", "in_house"]
BLANKS = ["", " ", " \t\n "]
SCALES = [("0", "5"), ("1", "5"), ("0", "10"), ("0", "7.5"), ("0.5", "4"), ("0", "3"), ("0", "16"), ("0", "64"), ("1", "2")]
WEIGHTS = ["1", "1", "10", "30", "7", "12.5", "0.1", "33.33", "100", "2.75"]
MASK = (1 << 64) - 1


class Dice:
    """splitmix64"""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, limit):
        return self.next() % limit

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, things):
        return things[self.below(len(things))]

    def some(self, things, percent=50):
        return [thing for thing in things if self.chance(percent)]

    def shuffled(self, things):
        things = list(things)
        for i in range(len(things) - 1, 0, -1):
            j = self.below(i + 1)
            things[i], things[j] = things[j], things[i]
        return things


# --- how a value is written

def written(dice, text):
    """A whole number as a number or a text; decimals as a text."""
    return str(text) if "." in str(text) or dice.chance(30) else Written(text)


def decimal(value):
    """The shortest decimal of a fraction that has one."""
    digits, scaled = 0, value
    while scaled.denominator != 1:
        scaled, digits = scaled * 10, digits + 1
    text = str(scaled.numerator).rjust(digits + 1, "0")
    return text[:-digits] + "." + text[-digits:] if digits else text


def money(dice, pence, text_only=False):
    pounds, rest = divmod(pence, 100)
    forms = [f"{pounds}.{rest:02d}"]
    if rest % 10 == 0:
        forms.append(f"{pounds}.{rest // 10}")
    if rest == 0:
        forms += [f"{pounds}"] * 3
    form = dice.pick(forms)
    return form if text_only or dice.chance(40) else Written(form)


def maybe(dice, record, key, value, percent=50, empty=None):
    """Sets an optional key; otherwise it is absent, now and then null or empty."""
    if dice.chance(percent):
        record[key] = value
    elif dice.chance(15):
        record[key] = None
    elif empty is not None and dice.chance(20):
        record[key] = empty


def words(dice, weather, text):
    """An answer: usually there, sometimes missing in one of the ways to be missing."""
    if not dice.chance(weather["fault"]):
        return {"value": text}
    return dice.pick([{}, {"value": None}] + [{"value": blank} for blank in BLANKS])


def moment_text(dice, when):
    """A moment; at midnight sometimes as a date alone, which is the same moment."""
    if when.time() == datetime.time() and dice.chance(60):
        return when.date().isoformat()
    return when.isoformat(timespec="seconds")


# --- records

def make_weather(dice):
    return {
        "fault": dice.pick([0, 0, 0, 0, 2, 5, 25]),           # percent of answers missing, late and so on
        "conflict": dice.pick([0, 0, 0, 5, 10, 30]),            # percent of members with an interest in an applicant
        "sheet": dice.pick([100, 100, 100, 95, 70]),            # percent of members who score an application
        "partial": dice.pick([0, 0, 0, 3, 15]),                 # percent of those sheets that lack a mark
        "flat": dice.chance(60),                                # marks of one or two values: equal totals
        "crowd": dice.chance(20),                               # few applicants: several applications from one
        "large": dice.chance(3),                                # amounts near what 64 bits of pence can hold
    }


def make_organisations(dice, weather):
    count = dice.between(2, 4) if weather["crowd"] else dice.between(12, 18)
    made = []
    for i in range(count + 2):                                  # the last two never apply
        identity = dice.pick(["GB-CHC-", "GB-NIC-", "local:o"]) + str(100200 - 7 * i)
        one = {"id": identity, "name": f"Organisation {i}", "type": dice.pick(TYPES)}
        if made and dice.chance(30 if i < count else weather["conflict"]):
            one["parent"] = dice.pick(made)["id"]               # only an earlier one: no circles
        elif dice.chance(10):
            one["parent"] = None
        maybe(dice, one, "aliases", [f"Org {i}", f"O{i}"], 10, [])
        made.append(one)
    return made


def make_panel(dice, weather, organisations):
    size = dice.pick([1, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6])
    one_agency = dice.chance(6)
    members = []
    for i in range(size):
        agency = AGENCIES[0] if one_agency else AGENCIES[i] if i < 2 else dice.pick(AGENCIES)
        member = {"id": f"m{(i * 5) % 7 + 1}", "agency": agency}
        maybe(dice, member, "name", f"Member {i}", 40)
        maybe(dice, member, "functions", dice.some(["commissioner", "provider"]), 30)
        if dice.chance(weather["conflict"]):
            member["organisation"] = dice.pick(organisations)["id"]
        elif dice.chance(40):
            member["organisation"] = organisations[-1]["id"]
        members.append(member)
    if dice.chance(50):
        dice.pick(members)["chair"] = True
    panel = {"id": "panel-1", "members": members}
    maybe(dice, panel, "quorum", Written(dice.between(1, size if dice.chance(85) else size + 1)), 50)
    return panel


def make_declarations(dice, weather, panel, organisations):
    made, seen = [], set()
    for _ in range(dice.pick([0, 1, 2, 4])):
        applies = dice.chance(weather["conflict"] * 2)
        organisation = dice.pick(organisations[:-1] if applies else organisations[-1:])["id"]
        key = (dice.pick(panel["members"])["id"], organisation, dice.pick(NATURES))
        if key not in seen:
            seen.add(key)
            one = {"member": key[0], "organisation": key[1], "nature": key[2],
                   "declared_on": f"2012-0{dice.between(1, 2)}-{dice.between(10, 28)}"}
            maybe(dice, one, "note", "said at the first meeting", 20)
            made.append(one)
    return made


def tie_one(dice, document, organisations):
    """One member, one interest, one link to one application: so that each kind of tie is now and then the only one."""
    application, member = dice.pick(document["applications"]), dice.pick(document["panel"]["members"])
    outsider = organisations[-2]
    applicant = next(o for o in organisations if o["id"] == application["applicant"])
    link = dice.pick(["applicant", "parent", "child", "partner", "partner"])
    outsider.pop("parent", None)
    if link == "parent":
        applicant["parent"] = outsider["id"]
    elif link == "child":
        outsider["parent"] = applicant["id"]
    elif link == "partner":
        application["partners"] = (application.get("partners") or []) + [
            {"organisation": outsider["id"], "required": dice.chance(50)}]
    interest = applicant["id"] if link == "applicant" else outsider["id"]
    if dice.chance(50):
        member["organisation"] = interest
    else:
        document["declarations"] = [{"member": member["id"], "organisation": interest, "nature": dice.pick(NATURES),
                                     "declared_on": "2012-02-10"}]


def scale_grid(scale):
    """The marks that are used on a scale: its ends, and some between."""
    low, high = Fraction(scale[0]), Fraction(scale[1])
    return [low, high, (low + high) / 2, low + (high - low) / 4, high - Fraction(1, 2), low + Fraction(1, 5)]


def make_measures(dice, stream_number):
    made = []
    twins = dice.chance(40)                                     # of one weight and scale: equal totals, unequal means
    weight, scale = dice.pick(WEIGHTS), dice.pick(SCALES)
    for i in range(dice.between(2 if twins else 1, 4)):
        if not twins:
            weight, scale = dice.pick(WEIGHTS), dice.pick(SCALES)
        one = {"id": f"{dice.pick(['need', 'plan', 'value'])}-{stream_number}{'dacb'[i]}", "title": f"Measure {i}",
               "weight": written(dice, weight), "scale": [written(dice, end) for end in scale]}
        maybe(dice, one, "minimum", written(dice, decimal(dice.pick(scale_grid(scale)[2:]))), 15)
        if dice.chance(25):
            one["parts"] = [{"id": f"{one['id']}-p{p}", "title": f"Part {p}"} for p in range(dice.between(1, 3))]
        elif dice.chance(10):
            one["parts"] = []
        made.append(one)
    return made


def make_stream(dice, weather, number):
    opens = datetime.datetime(2012, 1, dice.between(1, 20))
    closes = datetime.datetime(2012, 2, dice.between(1, 29))
    one = {"id": f"s{(number * 2) % 3 + 1}", "title": f"Stream {number}"}
    edge_open = opens if dice.chance(70) else opens + datetime.timedelta(hours=9)
    by_day = dice.chance(70)
    edge_close = closes if by_day else closes + datetime.timedelta(hours=12)
    one["opens"] = edge_open.date().isoformat() if edge_open == opens else edge_open.isoformat()
    one["closes"] = edge_close.date().isoformat() if by_day else edge_close.isoformat()
    last = closes + datetime.timedelta(hours=23, minutes=59, seconds=59) if by_day else edge_close
    maybe(dice, one, "requires_cooperation", dice.chance(70), 50)
    maybe(dice, one, "outcomes", dice.some(OUTCOMES, 30), 60, [])
    maybe(dice, one, "priorities", ["Early help"], 15, [])
    maybe(dice, one, "scoring", dice.pick(["independent", "consensus"]), 50)
    maybe(dice, one, "fund_past_gap", dice.chance(25), 60)
    if dice.chance(65):
        one["specification"] = {"description": "What is wanted", "objectives": dice.some(OBJECTIVES),
                                "indicators": ["Weeks waited"], "regional_criteria": [], "principles": []}
    if dice.chance(96):
        one["measures"] = make_measures(dice, number)
        maybe(dice, one, "minimum_total", written(dice, dice.pick(["0", "40", "50", "66.66", "66.67", "75"])), 40)
        maybe(dice, one, "tie_break", dice.shuffled(dice.some([m["id"] for m in one["measures"]], 60)), 50, [])
    return one, edge_open, last


def submitted_at(dice, weather, first, last):
    second = datetime.timedelta(seconds=1)
    middle = datetime.datetime(2012, 1, 25)
    if dice.chance(weather["fault"]):
        midnight = datetime.datetime.combine(last.date() + datetime.timedelta(days=1), datetime.time())
        return moment_text(dice, dice.pick([first - second, last + second, midnight,
                                            datetime.datetime.combine(first.date(), datetime.time())]))
    evening = middle + datetime.timedelta(hours=20)
    return moment_text(dice, dice.pick([first, last, last, middle, middle, middle + second, evening,
                                        datetime.datetime.combine(last.date(), datetime.time())]))


def make_elements(dice, weather, request):
    """(records with `cost` in pence): they add up to the request, unless a fault has it otherwise."""
    count = dice.between(1, 5)
    cuts = sorted(dice.between(0, request // 100) * 100 if dice.chance(90) else dice.between(0, request)
                  for _ in range(count - 1))
    costs = [high - low for low, high in zip([0] + cuts, cuts + [request])]
    if dice.chance(weather["fault"]):
        place = dice.below(count)
        costs[place] = max(0, costs[place] + dice.pick([-1, 1, 100, -5000, 5000]))
    names = dice.shuffled([f"E{i + 1}" for i in range(count)])
    made, settled = [], []                                      # needs only what is settled: no circles
    for name, cost in dice.shuffled(list(zip(names, costs))):
        one = {"id": name, "title": f"Part {name}", "cost": cost}
        maybe(dice, one, "fit", Written(dice.between(1, 3)), 65)
        maybe(dice, one, "needs", dice.some(settled, 40), 35, [])
        maybe(dice, one, "objectives", dice.some(OBJECTIVES), 15)
        settled.append(name)
        made.append(one)
    return dice.shuffled(made)


def make_partners(dice, weather, organisations, applicant):
    others = [o["id"] for o in organisations[:-2] if o["id"] != applicant]
    made = []
    for identity in dice.shuffled(others)[:dice.pick([1, 1, 2])]:
        one = {"organisation": identity}
        maybe(dice, one, "required", dice.chance(60), 50)
        has_evidence = not dice.chance(weather["fault"]) if one.get("required") is not False else dice.chance(50)
        if has_evidence:
            one["evidence"] = {"document": "letter.pdf", "secured_on": "2012-01-15"}
        elif dice.chance(30):
            one["evidence"] = None
        made.append(one)
    return made


def asked_and_more(dice, weather, asked, pool):
    """A list that covers what is asked, unless a fault has it otherwise."""
    listed = dice.shuffled(list(asked) + [p for p in dice.some(pool, 20) if p not in asked])
    if listed and dice.chance(weather["fault"]):
        place = dice.below(len(listed))
        if pool is OBJECTIVES and dice.chance(50):
            listed[place] = dice.pick([listed[place].lower(), listed[place] + " "])
        else:
            del listed[place]
    return listed


def make_application(dice, weather, identity, stream, first, last, organisations):
    candidates = organisations[:-2]
    applicant = dice.pick(candidates)
    request = dice.pick([1000, 2000, 2500, 2500, 4000, 5000]) * 100
    if dice.chance(25):
        request = 0 if dice.chance(4) else dice.between(1, 700000)
    if weather["large"]:
        request *= 10 ** 9
    one = {"id": identity, "stream": stream["id"], "applicant": applicant["id"], "title": f"Proposal {identity}",
           "submitted_at": submitted_at(dice, weather, first, last), "amount_requested": request}
    maybe(dice, one, "status", "submitted" if dice.chance(80) else "withdrawn", 35)
    if dice.chance(65):
        one["elements"] = make_elements(dice, weather, request)
    elif dice.chance(20):
        one["elements"] = dice.pick([None, []])
    for key, text in [("use_of_funding", "Two workers"), ("complements", "The play strategy"),
                      ("fits_provision", "Nothing near"), ("added_value", "Évening hours"),
                      ("different_from_core", "Not a duty")]:
        answer = words(dice, weather, text)
        if "value" in answer:
            one[key] = answer["value"]
    asked = (stream.get("specification") or {}).get("objectives") or []
    one["objectives"] = asked_and_more(dice, weather, asked, OBJECTIVES)
    maybe(dice, one, "participation", "Children chose the games", 20, " ")
    maybe(dice, one, "indicators", ["Weeks waited"], 20, [])
    one["outcomes"] = asked_and_more(dice, weather, stream.get("outcomes") or [], OUTCOMES)
    needs_partner = stream.get("requires_cooperation") is True and not dice.chance(weather["fault"])
    if needs_partner or dice.chance(10):
        one["partners"] = make_partners(dice, weather, organisations, applicant["id"])
    elif dice.chance(15):
        one["partners"] = dice.pick([None, []])
    if one.get("elements") and dice.chance(12):
        one["clarifications"] = [{"element": dice.pick(one["elements"])["id"], "question": "Which premises?"}]
    elif dice.chance(8):
        one["clarifications"] = []
    return one


def make_budget(dice, applications):
    """Often exactly what some of the requests, or of their elements, come to."""
    requests = [a["amount_requested"] for a in applications]
    chosen = sum(dice.some(requests, dice.pick([30, 50, 80]))) or max(requests, default=0)
    kind = dice.below(10)
    if kind == 0:
        return 0
    if kind <= 3:
        return chosen
    if kind == 4:
        return max(0, chosen + dice.pick([-1, 1]))
    if kind <= 7:
        costs = [e["cost"] for a in applications for e in a.get("elements") or []]
        return chosen + sum(dice.some(costs, 15))
    return dice.between(0, sum(requests) + 100000)


def finish_stream(dice, weather, stream, applications):
    """Budget and limits, made to lie at the edges of what is asked."""
    requests = sorted(a["amount_requested"] for a in applications)
    budget = make_budget(dice, applications)
    text_only = weather["large"]
    stream["budget"] = money(dice, budget, text_only)
    least = (requests[0] if not dice.chance(weather["fault"]) else requests[-1] + 1) if requests else 100
    most = (requests[-1] if not dice.chance(weather["fault"]) else max(least, requests[-1] - 1)) if requests else 10 ** 6
    maybe(dice, stream, "minimum_award", money(dice, least, text_only), 25)
    maybe(dice, stream, "maximum_award", money(dice, max(least, most), text_only), 25)
    if budget and dice.chance(20):
        part = dice.between(1, budget)
        stream["sources"] = [{"agency": dice.pick(AGENCIES), "amount": money(dice, part, text_only)}]
        if part < budget:
            stream["sources"].append({"agency": "Justice", "amount": money(dice, budget - part, text_only),
                                      "restriction": "capital"})
    for application in applications:
        application["amount_requested"] = money(dice, application["amount_requested"], text_only)
        for element in application.get("elements") or []:
            element["cost"] = money(dice, element["cost"], text_only)


def make_marks(dice, weather, member, application, stream, favourites):
    """A sheet: every measure or part, or all but one. A favourite is a place on the grid of the scale."""
    rows = []
    for favourite, measure in zip(favourites, sorted(stream.get("measures") or [], key=lambda m: m["id"])):
        grid = scale_grid([str(end) for end in measure["scale"]])
        for mark in [p["id"] for p in measure.get("parts") or []] or [measure["id"]]:
            value = dice.pick(grid) if favourite is None else grid[favourite]
            row = {"member": member, "application": application["id"], "measure": mark,
                   "score": written(dice, decimal(value))}
            maybe(dice, row, "justification", "as the papers show", 85, dice.pick(BLANKS))
            rows.append(row)
    if dice.chance(weather["partial"]) and len(rows) > 1:
        del rows[dice.below(len(rows))]
    return rows


def make_scores(dice, weather, panel, streams, applications):
    rows = []
    for application in applications:
        stream = next(s for s in streams if s["id"] == application["stream"])
        favourites = [None] * 4
        if weather["flat"] and dice.chance(80):
            favourites = dice.pick([[1] * 4, [2] * 4, [3] * 4]) if dice.chance(50) else dice.shuffled([1, 2, 3, 4])
        members = [m["id"] for m in panel["members"]]
        share = weather["sheet"]
        if stream.get("scoring") == "consensus":
            members, share = members + ["panel"] * dice.chance(share), 40
        for member in members:
            if member == "panel" or dice.chance(share):
                rows += make_marks(dice, weather, member, application, stream, favourites)
    return rows


def generate(seed):
    dice = Dice(seed)
    weather = make_weather(dice)
    organisations = make_organisations(dice, weather)
    panel = make_panel(dice, weather, organisations)
    made = [make_stream(dice, weather, number) for number in range(dice.pick([1, 1, 2, 3]))]
    applications = []
    for i in range(dice.pick([0, 1, 2, 3, 4, 5, 6, 8, 10, 12])):
        stream, first, last = dice.pick(made)
        applications.append(make_application(dice, weather, f"A{(i * 5) % 13 + 1}", stream, first, last, organisations))
    streams = [stream for stream, _, _ in made]
    for stream in streams:
        finish_stream(dice, weather, stream, [a for a in applications if a["stream"] == stream["id"]])
    document = {
        "id": f"random-{seed}", "partnership": "northern-ireland", "title": f"Random round {seed}",
        "as_of": "2012-03-01", "currency": "GBP", "streams": streams, "panel": panel,
        "declarations": make_declarations(dice, weather, panel, organisations), "organisations": organisations,
        "applications": applications, "scores": make_scores(dice, weather, panel, streams, applications),
    }
    if applications and weather["conflict"] == 0 and dice.chance(40):
        tie_one(dice, document, organisations)
    return shuffle(dice, document)


def shuffle(dice, document):
    """The same round in another order."""
    other = dict(document)
    for key in ("streams", "declarations", "organisations", "applications", "scores"):
        other[key] = dice.shuffled(document[key])
    other["panel"] = dict(document["panel"], members=dice.shuffled(document["panel"]["members"]))
    other["streams"] = [dict(s, measures=dice.shuffled(s["measures"])) if s.get("measures") else s
                        for s in other["streams"]]
    other["applications"] = [dict(a, partners=dice.shuffled(a["partners"])) if a.get("partners") else a
                             for a in other["applications"]]
    return other


# --- as text

def dumps(value):
    """JSON in which a `Written` number stands as it was written."""
    if isinstance(value, Written):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k)}:{dumps(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(dumps(v) for v in value) + "]"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    print(dumps(generate(int(sys.argv[1]) if len(sys.argv) > 1 else 1)))
