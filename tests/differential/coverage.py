"""What a run of random rounds must have met, counted from the evaluator's answers and notes. A generator that does not
reach a feature tests nothing there, so a long run that misses one of these fails."""

from fractions import Fraction

CRITERIA = ["received-in-time", "within-award-limits", "costs-add-up", "answers-the-specification",
            "one-application-per-stream", "partners-have-agreed", "complements-strategies", "fits-existing-provision",
            "beyond-core-functions", "added-value"]
NOT_APPLICABLE = ["costs-add-up", "partners-have-agreed", "beyond-core-functions"]

MUST_OCCUR = (
    [f"{rule}:{outcome}" for rule in CRITERIA for outcome in ("pass", "fail")]
    + [f"{rule}:not_applicable" for rule in NOT_APPLICABLE]
    + ["one-application-per-stream:refer"]
    + [f"eligibility:{outcome}" for outcome in ("eligible", "ineligible", "refer")]
    + [f"decision:{d}" for d in ("approve-total", "approve-parts", "approve-in-principle", "decline", "refer", "withdrawn")]
    + [f"tie:{link}" for link in ("applicant", "parent", "child", "partner")]
    + [f"nature:{nature}" for nature in ("member", "financial", "personal", "professional")]
    + ["panel:agencies", "panel:quorum", "panel:unfit-by-recusal", "sheet:set-aside"]
    + ["scored", "unscored:no-sheet", "unscored:partial", "below:total", "below:measure"]
    + ["decline:ineligible", "decline:below-a-minimum", "decline:money", "decline:below-the-gap",
       "decline:tie-below-the-gap", "refer:tie-on-the-line", "refer:below-a-tie", "refer:not-scored-or-panel"]
    + ["in-principle:approve-total", "in-principle:approve-parts", "budget:exactly-used",
       "element:needs", "element:too-dear"]
    + ["stream:consensus-scored", "stream:parts-scored", "stream:zero-budget", "stream:without-measures",
       "stream:tie-break-decides", "stream:shared-rank", "round:empty", "total:rounded",
       "ineligible:panel-unfit", "refer-of-eligibility:decline", "partner:not-required", "answer:blank", "answer:null",
       "moment:date-alone", "money:text", "money:number"]
)


def of_answer(answer):
    yield f"decision:{answer['decision']}"
    yield from answer["notes"]
    if answer["eligibility"] is None:
        return
    yield f"eligibility:{answer['eligibility']}"
    for rule, outcome in answer["findings"].items():
        yield f"{rule}:{outcome}"
    if answer["eligibility"] == "ineligible" and answer["notes"] & {"panel:agencies", "panel:quorum"}:
        yield "ineligible:panel-unfit"
    if answer["eligibility"] == "refer" and answer["decision"] == "decline":
        yield "refer-of-eligibility:decline"
    if answer["_total"] is not None and (answer["_total"] * 100).denominator != 1:
        yield "total:rounded"


def of_application(application):
    yield "money:text" if type(application["amount_requested"]) is str else "money:number"
    if "T" not in application["submitted_at"]:
        yield "moment:date-alone"
    for value in application.values():
        if value is None:
            yield "answer:null"
        elif isinstance(value, str) and not value.strip():
            yield "answer:blank"
    if any(partner.get("required") is False for partner in application.get("partners") or []):
        yield "partner:not-required"


def of_stream(stream, answers):
    scored = [a for a in answers if a["exact"] is not None]
    if Fraction(stream["budget"]) == 0:
        yield "stream:zero-budget"
    if not stream.get("measures"):
        yield "stream:without-measures"
    if scored and stream.get("scoring") == "consensus":
        yield "stream:consensus-scored"
    if scored and any(measure.get("parts") for measure in stream["measures"]):
        yield "stream:parts-scored"
    ranked = [a for a in answers if a["rank"] is not None]
    for one in ranked:
        for other in ranked:
            if one is not other and one["rank"] == other["rank"]:
                yield "stream:shared-rank"
            if one["rank"] < other["rank"] and one["exact"] == other["exact"]:
                yield "stream:tie-break-decides"


def features(document, answers):
    """Each feature at most once for a round."""
    met = set()
    if not answers:
        met.add("round:empty")
    for answer in answers:
        met.update(of_answer(answer))
    for application in document["applications"]:
        met.update(of_application(application))
    for stream in document["streams"]:
        met.update(of_stream(stream, [a for a in answers if a["stream"] == stream["id"]]))
    return met
