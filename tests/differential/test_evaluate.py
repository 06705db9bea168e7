"""Rounds worked out by hand from the description of the procedure, so that the evaluator is not merely trusted."""
import copy
import csv
import json
import os
import unittest
from fractions import Fraction

from evaluate import evaluate, exact_text, last_moment, load, moment, pence, two_places
from generate import Dice, dumps, generate, shuffle


def measure(identity, weight="1", high="5", **more):
    return {"id": identity, "title": identity, "weight": weight, "scale": ["0", high], **more}


def stream(**more):
    return {"id": "s1", "title": "Play", "budget": "10000", "opens": "2012-01-01", "closes": "2012-02-29",
            "measures": [measure("need")], **more}


def application(identity, applicant, request="6000", **more):
    return {"id": identity, "stream": "s1", "applicant": applicant, "title": identity, "submitted_at": "2012-02-01",
            "amount_requested": request, "use_of_funding": "workers", "complements": "the plan",
            "fits_provision": "nothing near", "added_value": "evenings", **more}


def element(identity, cost, **more):
    return {"id": identity, "title": identity, "cost": cost, **more}


def sheet(member, identity, **marks):
    return [{"member": member, "application": identity, "measure": m, "score": s} for m, s in marks.items()]


def a_round(applications, scores=(), streams=None, **more):
    """Three organisations that apply, one that never does; two members, of two agencies."""
    return {
        "id": "r", "partnership": "northern-ireland", "title": "R", "as_of": "2012-03-01", "currency": "GBP",
        "streams": streams or [stream()],
        "panel": {"id": "p", "members": [{"id": "m1", "agency": "Trust"}, {"id": "m2", "agency": "Council"}]},
        "declarations": [], "scores": list(scores), "applications": applications,
        "organisations": [{"id": f"local:{name}", "name": name, "type": "voluntary"} for name in "abcz"], **more}


def answers(document, **options):
    return {answer["application"]: answer for answer in evaluate(document, **options)}


class Values(unittest.TestCase):
    def test_moments(self):
        self.assertEqual(moment("2012-02-01"), moment("2012-02-01T00:00:00"))
        self.assertEqual(last_moment("2012-02-29"), moment("2012-02-29T23:59:59"))
        self.assertEqual(last_moment("2012-02-29T12:00:00"), moment("2012-02-29T12:00:00"))

    def test_printing_rounds_half_up_and_money_is_exact(self):
        self.assertEqual(two_places(Fraction(242, 3)), "80.67")
        self.assertEqual(two_places(Fraction(25, 8)), "3.13")       # 3.125
        self.assertEqual(two_places(Fraction(80)), "80.00")
        self.assertEqual(exact_text(Fraction(8, 2)), "4")
        self.assertEqual([pence("100.5"), pence("0.07"), pence("100")], [10050, 7, 10000])
        with self.assertRaises(ValueError):
            pence("0.005")


class Eligibility(unittest.TestCase):
    def finding(self, rule, streams=None, **more):
        return answers(a_round([application("A1", "local:a", **more)], streams=streams))["A1"]["findings"][rule]

    def test_the_closing_day_is_whole_and_both_ends_are_included(self):
        late = [stream(opens="2012-01-01", closes="2012-02-29")]
        for sent, outcome in [("2011-12-31T23:59:59", "fail"), ("2012-01-01", "pass"), ("2012-02-29", "pass"),
                              ("2012-02-29T23:59:59", "pass"), ("2012-03-01", "fail")]:
            self.assertEqual(self.finding("received-in-time", late, submitted_at=sent), outcome, sent)
        noon = [stream(closes="2012-02-29T12:00:00")]
        for sent, outcome in [("2012-02-29T12:00:00", "pass"), ("2012-02-29T12:00:01", "fail"), ("2012-02-29", "pass")]:
            self.assertEqual(self.finding("received-in-time", noon, submitted_at=sent), outcome, sent)

    def test_limits_ask_nothing_if_absent_and_include_their_ends(self):
        self.assertEqual(self.finding("within-award-limits"), "pass")
        limits = [stream(minimum_award="6000", maximum_award="6000.00")]
        for request, outcome in [("5999.99", "fail"), ("6000", "pass"), ("6000.01", "fail")]:
            self.assertEqual(self.finding("within-award-limits", limits, amount_requested=request), outcome)

    def test_the_specification_is_covered_by_exact_text_and_outcome(self):
        asks = [stream(outcomes=["being-healthy"], specification={"objectives": ["Fewer waits"]})]
        good = {"objectives": ["More", "Fewer waits"], "outcomes": ["being-healthy"]}
        for change, outcome in [({}, "pass"), ({"objectives": ["fewer waits"]}, "fail"), ({"objectives": ["Fewer waits "]}, "pass"), ({"outcomes": None}, "fail"),
                                ({"use_of_funding": " \t"}, "fail")]:
            self.assertEqual(self.finding("answers-the-specification", asks, **{**good, **change}), outcome, change)

    def test_partners_where_the_stream_requires_cooperation(self):
        asks = [stream(requires_cooperation=True)]
        evidence = {"document": "letter", "secured_on": "2012-01-15"}
        for partners, outcome in [
                (None, "fail"), ([], "fail"), ([{"organisation": "local:b"}], "fail"),
                ([{"organisation": "local:b", "evidence": evidence}], "pass"),
                ([{"organisation": "local:b", "required": False}], "pass"),
                ([{"organisation": "local:b", "evidence": evidence}, {"organisation": "local:c"}], "fail")]:
            self.assertEqual(self.finding("partners-have-agreed", asks, partners=partners), outcome, partners)
        self.assertEqual(self.finding("partners-have-agreed"), "not_applicable")
        self.assertEqual(self.finding("partners-have-agreed", [stream(requires_cooperation=False)]), "not_applicable")

    def test_statutory_bodies_say_more(self):
        document = a_round([application("A1", "local:a"), application("A2", "local:b", different_from_core="new"),
                            application("A3", "local:c")])
        document["organisations"][0]["type"] = document["organisations"][1]["type"] = "statutory"
        outcomes = [a["findings"]["beyond-core-functions"] for a in evaluate(document)]
        self.assertEqual(outcomes, ["fail", "pass", "not_applicable"])

    def test_what_a_failure_does(self):
        # complements and fits_provision refer, added_value blocks, and blocking goes first
        for change, outcome in [({}, "eligible"), ({"complements": ""}, "refer"), ({"fits_provision": None}, "refer"),
                                ({"added_value": " "}, "ineligible"),
                                ({"added_value": " ", "complements": ""}, "ineligible"),
                                ({"elements": [element("E1", "5999.99")]}, "refer"),
                                ({"elements": [element("E1", "6000")]}, "eligible")]:
            given = answers(a_round([application("A1", "local:a", **change)]))["A1"]
            self.assertEqual(given["eligibility"], outcome, change)

    def test_the_earliest_of_one_applicant_stands(self):
        # A1 and A2 at one time (one of them written as a date), A3 later; A4 earlier but withdrawn; A5 is another's
        document = a_round([
            application("A1", "local:a", submitted_at="2012-02-01"),
            application("A2", "local:a", submitted_at="2012-02-01T00:00:00"),
            application("A3", "local:a", submitted_at="2012-02-01T00:00:01"),
            application("A4", "local:a", submitted_at="2012-01-15", status="withdrawn"),
            application("A5", "local:b", submitted_at="2012-02-02")])
        given = answers(document)
        outcomes = {i: a["findings"] and a["findings"]["one-application-per-stream"] for i, a in given.items()}
        self.assertEqual(outcomes, {"A1": "refer", "A2": "refer", "A3": "fail", "A4": None, "A5": "pass"})
        self.assertEqual(given["A4"]["decision"], "withdrawn")

    def test_the_earliest_stands_even_if_ineligible_itself(self):
        document = a_round([application("A1", "local:a", submitted_at="2011-12-01"), application("A2", "local:a")])
        self.assertEqual([a["eligibility"] for a in evaluate(document)], ["ineligible", "ineligible"])


class Conflicts(unittest.TestCase):
    """Four members, of Trust, Council, Trust, Council; m1 is the one with ties."""

    def document(self, **more):
        both = [stream(), dict(stream(), id="s2")]
        document = a_round([application("A1", "local:a"), application("A2", "local:b"),
                            application("B1", "local:c", stream="s2")], streams=both, **more)
        document["panel"]["members"] += [{"id": "m3", "agency": "Trust"}, {"id": "m4", "agency": "Council"}]
        for identity in ("A1", "A2", "B1"):
            for member, mark in [("m1", "0"), ("m2", "4"), ("m3", "5")]:
                document["scores"] += sheet(member, identity, need=mark)
        return document

    def recused(self, document, **options):
        return {i: a["recused"] for i, a in answers(document, **options).items()}

    def test_member_of_the_applicant_and_the_three_scopes(self):
        document = self.document()
        document["panel"]["members"][0]["organisation"] = "local:a"
        self.assertEqual(self.recused(document), {"A1": ["m1"], "A2": ["m1"], "B1": []})
        self.assertEqual(self.recused(document, recusal_scope="application"), {"A1": ["m1"], "A2": [], "B1": []})
        self.assertEqual(self.recused(document, recusal_scope="panel"), {"A1": ["m1"], "A2": ["m1"], "B1": ["m1"]})
        # with m1 set aside the mean is (4 + 5) / 2, elsewhere (0 + 4 + 5) / 3; of 5: 90 and 60
        given = answers(document)
        self.assertEqual([given["A2"]["means"], given["A2"]["total"]], [{"need": "9/2"}, "90.00"])
        self.assertEqual([given["B1"]["means"], given["B1"]["total"]], [{"need": "3"}, "60.00"])

    def test_declared_parent_child_and_partner(self):
        for tie in ("parent", "child", "partner", "sibling", "parent of partner", "grandparent"):
            document = self.document(declarations=[
                {"member": "m1", "organisation": "local:z", "nature": "personal", "declared_on": "2012-01-01"}])
            a, b, _, z = document["organisations"]
            if tie == "parent":
                a["parent"] = "local:z"
            elif tie == "child":
                z["parent"] = "local:a"
            elif tie == "partner":
                document["applications"][0]["partners"] = [{"organisation": "local:z", "required": False}]
            elif tie == "sibling":
                document["organisations"].append({"id": "local:y", "name": "y", "type": "private"})
                a["parent"] = z["parent"] = "local:y"
            elif tie == "parent of partner":
                document["organisations"].append({"id": "local:y", "name": "y", "type": "private", "parent": "local:z"})
                document["applications"][0]["partners"] = [{"organisation": "local:y"}]
            else:
                document["organisations"].append({"id": "local:y", "name": "y", "type": "private", "parent": "local:z"})
                a["parent"] = "local:y"
            recuses = tie in ("parent", "child", "partner")
            self.assertEqual(self.recused(document)["A1"], ["m1"] if recuses else [], tie)

    def test_withdrawn_recuses_nobody_ineligible_does(self):
        document = self.document()
        document["panel"]["members"][0]["organisation"] = "local:a"
        document["applications"][0]["status"] = "withdrawn"
        self.assertEqual(self.recused(document)["A2"], [])
        document["applications"][0].update(status="submitted", added_value="")
        self.assertEqual(self.recused(document)["A2"], ["m1"])

    def test_two_agencies_and_the_quorum_are_asked_of_those_left(self):
        document = self.document()
        document["panel"]["members"][1]["organisation"] = "local:a"
        document["streams"][0]["budget"] = "12000"  # enough for A1 and A2, who share a rank
        document["panel"]["quorum"] = "3"
        self.assertEqual(answers(document)["A2"]["decision"], "approve-total")      # m1, m3, m4 are left: three, of two
        document["panel"]["quorum"] = "4"
        given = answers(document)
        self.assertEqual([given[i]["decision"] for i in ("A1", "A2", "B1")], ["refer", "refer", "approve-total"])
        self.assertEqual([given["A2"]["eligibility"], given["A2"]["rank"], given["A2"]["amount"]], ["eligible", None, "0.00"])
        del document["panel"]["quorum"]
        document["panel"]["members"][3]["organisation"] = "local:b"                 # m1, m3 are left: one agency
        self.assertEqual(answers(document)["A2"]["decision"], "refer")
        document["applications"][1]["added_value"] = ""                             # ineligible goes first
        self.assertEqual(answers(document)["A2"]["decision"], "decline")


class Scoring(unittest.TestCase):
    def test_the_total_of_weights_scales_and_parts(self):
        # need: weight 30 of 5, marks 4 and 3: 7/2.  plan: weight 12.5 of 7.5, parts x (6, 7.5) and y (3, 4.5):
        # means 27/4 and 15/4, so 21/4.  100 x (30 x 7/10 + 12.5 x 7/10) / 42.5 = 70
        measures = [measure("need", "30"), measure("plan", "12.5", "7.5", parts=[{"id": "x"}, {"id": "y"}])]
        marks = sheet("m1", "A1", need="4", x="6", y="3") + sheet("m2", "A1", need="3", x="7.5", y="4.5")
        given = answers(a_round([application("A1", "local:a")], marks, [stream(measures=measures)]))["A1"]
        self.assertEqual(given["means"], {"need": "7/2", "plan": "21/4"})
        self.assertEqual([given["exact"], given["total"], given["rank"]], ["70", "70.00", 1])

    def test_a_partial_sheet_and_no_sheet_refer(self):
        two = [stream(measures=[measure("need"), measure("plan")])]
        whole, partial = sheet("m1", "A1", need="4", plan="4"), sheet("m2", "A1", need="4")
        document = a_round([application("A1", "local:a"), application("A2", "local:b")], whole + partial, two)
        given = answers(document)
        self.assertEqual([given["A1"]["decision"], given["A2"]["decision"]], ["refer", "refer"])
        self.assertEqual([given["A1"]["total"], given["A1"]["means"], given["A1"]["rank"]], [None, {}, None])
        document["scores"] = whole
        self.assertEqual(answers(document)["A1"]["total"], "80.00")

    def test_consensus_counts_the_panel_alone(self):
        marks = sheet("m1", "A1", need="1") + sheet("panel", "A1", need="4")
        document = a_round([application("A1", "local:a")], marks, [stream(scoring="consensus")])
        self.assertEqual([answers(document)["A1"]["total"], answers(document)["A1"]["counted"]], ["80.00", ["panel"]])
        document["scores"] = sheet("m1", "A1", need="1")
        self.assertEqual(answers(document)["A1"]["decision"], "refer")


class Money(unittest.TestCase):
    def fund(self, marks, requests, streams, **changes):
        """A1, A2, A3 of three applicants with these marks of 5 and these requests."""
        names = dict(zip(("A1", "A2", "A3"), "abc"))
        made = [application(i, f"local:{names[i]}", request, **changes.get(i, {}))
                for i, request in zip(names, requests)]
        scores = [row for i, mark in zip(names, marks) for row in sheet("m1", i, need=mark)]
        given = evaluate(a_round(made, scores, streams))
        return [(a["rank"], a["decision"], a["amount"]) for a in given], given

    def test_rank_order_and_past_the_gap(self):
        # 10000: A2 (5) takes 6000, A1 (4) asks 5000 and has no elements, A3 (3) takes the last 4000
        given, _ = self.fund("453", ["5000", "6000", "4000"], [stream()])
        self.assertEqual(given, [(2, "decline", "0.00"), (1, "approve-total", "6000.00"), (3, "approve-total", "4000.00")])
        given, _ = self.fund("453", ["5000", "6000", "4000"], [stream(fund_past_gap=False)])
        self.assertEqual(given[2], (3, "decline", "0.00"))

    def test_a_tie_on_the_line_is_for_the_panel(self):
        # A1 and A2 share rank 1: 6000 + 4000.01 does not fit, so A3, which would fit, waits with them; 10000.01 fits all
        given, _ = self.fund("443", ["6000", "4000.01", "1"], [stream()])
        self.assertEqual(given, [(1, "refer", "0.00"), (1, "refer", "0.00"), (3, "refer", "0.00")])
        given, _ = self.fund("443", ["6000", "4000.01", "1"], [stream(budget="10000.01")])
        self.assertEqual(given, [(1, "approve-total", "6000.00"), (1, "approve-total", "4000.01"), (3, "decline", "0.00")])

    def test_ties_below_a_gap_are_declined(self):
        given, _ = self.fund("544", ["10000.01", "1", "1"], [stream(fund_past_gap=False)])
        self.assertEqual([g[1] for g in given], ["decline", "decline", "decline"])

    def test_tie_break(self):
        # totals 60 each; plan decides: A2 has 4, A1 has 2
        two = [stream(measures=[measure("need"), measure("plan")], tie_break=["plan"])]
        document = a_round([application("A1", "local:a"), application("A2", "local:b")],
                           sheet("m1", "A1", need="4", plan="2") + sheet("m1", "A2", need="2", plan="4"), two)
        self.assertEqual([(a["rank"], a["decision"]) for a in evaluate(document)], [(2, "decline"), (1, "approve-total")])

    def test_minimums(self):
        # 3 of 5 is 60: reaches 60, not 60.01; the measure's own minimum is on the mean
        for change, decision in [({"minimum_total": "60"}, "approve-total"), ({"minimum_total": "60.01"}, "decline"),
                                 ({"measures": [measure("need", minimum="3")]}, "approve-total"),
                                 ({"measures": [measure("need", minimum="3.1")]}, "decline")]:
            document = a_round([application("A1", "local:a", complements="")], sheet("m1", "A1", need="3"), [stream(**change)])
            given = answers(document)["A1"]
            expected = "approve-in-principle" if decision == "approve-total" else "decline"
            self.assertEqual([given["decision"], given["rank"]], [expected, 1 if decision == "approve-total" else None])

    def test_parts_by_fit_and_needs(self):
        # 10000 left, 15000 asked. By fit: E4 (1) needs E3, not taken yet: passed over for good. E2 (1) 6000 taken.
        # E5 (2) 4500 does not fit in 4000. Without fit, in the order given: E3 3000 taken, E1 1000 taken: 10000.
        elements = [element("E3", "3000"), element("E4", "500", fit="1", needs=["E3"]), element("E5", "4500", fit="2"),
                    element("E2", "6000", fit="1"), element("E1", "1000")]
        given, full = self.fund("5", ["15000"], [stream()], A1={"elements": elements})
        self.assertEqual(given, [(1, "approve-parts", "10000.00")])
        self.assertEqual(full[0]["elements"], ["E1", "E2", "E3"])

    def test_northern_ireland_example_of_parts(self):
        # 4.5.5: A 30k, B 25k, C 20k with 50k, fit A > C > B: A and C
        elements = [element("A", "30000", fit="1"), element("B", "25000", fit="3"), element("C", "20000", fit="2")]
        given, full = self.fund("5", ["75000"], [stream(budget="50000")], A1={"elements": elements})
        self.assertEqual([given, full[0]["elements"]], [[(1, "approve-parts", "50000.00")], ["A", "C"]])

    def test_in_principle_keeps_its_money(self):
        # A1 is to be clarified and keeps 6000; A2 is referred and gets its part of 4000; nothing is left for A3
        changes = {"A1": {"elements": [element("E1", "6000")], "clarifications": [{"element": "E1", "question": "Where?"}]},
                   "A2": {"elements": [element("F1", "4000", fit="1"), element("F2", "1000")], "fits_provision": ""}}
        given, full = self.fund("543", ["6000", "5000", "1"], [stream()], **changes)
        self.assertEqual(given, [(1, "approve-in-principle", "6000.00"), (2, "approve-in-principle", "4000.00"),
                                 (3, "decline", "0.00")])
        self.assertEqual([full[0]["elements"], full[1]["elements"]], [["E1"], ["F1"]])

    def test_a_referral_without_money_is_declined(self):
        given, _ = self.fund("54", ["10000", "1"], [stream()], A2={"complements": ""})
        self.assertEqual(given[1], (2, "decline", "0.00"))


class Example(unittest.TestCase):
    """The example round of the policy, whose expected answers were worked out by another hand."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "policies", "northern-ireland",
                          "rounds", "family-support-2012")

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8", newline="") as file:
            return file.read()

    def test_family_support_2012(self):
        document = load(self.read("round.json"))
        document["applications"] = [load(line) for line in self.read("applications.ndjson").splitlines() if line.strip()]
        document["scores"] = list(csv.DictReader(self.read("scores.csv").splitlines(keepends=True)))
        expected = json.loads(self.read("expected.json"))["applications"]
        given = answers(document)
        self.assertEqual(set(given), set(expected))
        for identity, want in expected.items():
            got = dict(given[identity], total=given[identity]["exact"])
            got["failed"] = [rule for rule, o in (got["findings"] or {}).items() if o in ("fail", "refer")]
            for key in ("stream", "decision", "amount", "rank", "total", "eligibility"):
                self.assertEqual(got[key], want[key], (identity, key))
            for key in ("elements", "failed"):
                self.assertEqual(sorted(got[key]), sorted(want[key]), (identity, key))


class Order(unittest.TestCase):
    def test_no_order_in_a_file_decides(self):
        for seed in range(1, 150):
            document = load(dumps(generate(seed)))
            other = shuffle(Dice(seed + 1000), copy.deepcopy(document))
            self.assertEqual(evaluate(document), evaluate(other), seed)

    def test_the_same_seed_gives_the_same_round(self):
        self.assertEqual(dumps(generate(7)), dumps(generate(7)))
        # the first answers of splitmix64 for the seed 1234567, from its published description
        dice = Dice(1234567)
        self.assertEqual([dice.next(), dice.next()], [6457827717110365317, 3203168211198807973])


if __name__ == "__main__":
    unittest.main()
