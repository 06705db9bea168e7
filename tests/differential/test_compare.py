"""That the comparison notices: the evaluator itself, dressed as the engine, with one mistake planted at a time."""
import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import compare
import evaluate

HERE = os.path.dirname(os.path.abspath(__file__))

PROGRAM = '''#!/usr/bin/env python3
import json, sys
sys.path.insert(0, {here!r})
import evaluate, test_compare
assert sys.argv[1:] == ["decide", "-", "--format", "ndjson"]
for record in test_compare.dressed(None, evaluate.load(sys.stdin.read())):
    print(json.dumps(record))
'''

FAULTS = {                                      # planted mistake -> the field in which it must show
    "rounds-down": "total", "gap-ignored": "decision", "partner-does-not-tie": "recused",
    "closing-day-ends-at-midnight": "findings", "dies": "exit", "drops-elements": "elements", "wrong-order": "order",
}


def record(answer):
    """An answer of the evaluator as the engine would write it."""
    live = answer["eligibility"] is not None
    findings = [{"rule": rule, "outcome": outcome} for rule, outcome in (answer["findings"] or {}).items()]
    return {
        "application": answer["application"], "stream": answer["stream"], "applicant": {"id": answer["applicant"]},
        "eligibility": {"outcome": answer["eligibility"], "findings": findings} if live else None,
        "conflicts": [{"member": m, "action": "recuse", "scope": answer["scope"]} for m in answer["recused"] or []],
        "scores": {"measures": [{"measure": m, "mean": mean} for m, mean in answer["means"].items()],
                   "total": answer["total"], "exact": answer["exact"],
                   "sheets": [{"member": m, "counted": True} for m in answer["counted"]]} if live else None,
        "rank": answer["rank"],
        "proposal": {key: answer[key] for key in ("decision", "amount", "elements")},
    }


def dressed(fault, document):
    """The records of an engine with one mistake."""
    links = evaluate.links
    planted = {
        "partner-does-not-tie": ("links", lambda *given: [link for link in links(*given) if link != "partner"]),
        "closing-day-ends-at-midnight": ("last_moment", evaluate.moment),
    }
    if fault == "gap-ignored":
        document = dict(document, streams=[dict(s, fund_past_gap=True) for s in document["streams"]])
    with contextlib.ExitStack() as stack:
        if fault in planted:
            stack.enter_context(mock.patch.object(evaluate, *planted[fault]))
        answers = evaluate.evaluate(document)
    for answer in answers:
        if fault == "rounds-down" and answer["exact"] and "/" in answer["exact"]:
            top, bottom = map(int, answer["exact"].split("/"))
            answer["total"] = f"{top // bottom}.{top * 100 // bottom % 100:02d}"
        if fault == "drops-elements":
            answer["elements"] = answer["elements"][1:]
    return [record(answer) for answer in (reversed(answers) if fault == "wrong-order" else answers)]


def faulty_run(fault):
    def run(_, document):
        if fault == "dies" and len(document["applications"]) > 2:
            return None, "exit 1: gone"
        return dressed(fault, document), None
    return run


class Compare(unittest.TestCase):
    def test_a_program_that_gives_the_same_answers_passes(self):
        with tempfile.TemporaryDirectory() as folder:
            binary = os.path.join(folder, "remit")
            with open(binary, "w", encoding="utf-8") as file:
                file.write(PROGRAM.format(here=HERE))
            os.chmod(binary, 0o755)
            done = subprocess.run([sys.executable, os.path.join(HERE, "compare.py"), "--binary", binary,
                                   "--rounds", "20"], capture_output=True, text=True)
        self.assertEqual([done.returncode, done.stdout], [0, "20 passed, 0 failed\n"], done.stderr)

    def test_each_planted_mistake_is_found_and_shrunk(self):
        for fault, field in FAULTS.items():
            with self.subTest(fault), contextlib.redirect_stdout(io.StringIO()) as out, \
                    mock.patch.object(compare, "run", faulty_run(fault)), \
                    mock.patch.object(sys, "argv", ["compare.py", "--binary", "remit", "--rounds", "1000"]):
                self.assertEqual(compare.main(), 1)
                lines = out.getvalue().splitlines()
                self.assertTrue(lines[-1].endswith(" passed, 1 failed"), lines[-1])
                self.assertTrue(any(line.endswith(f": {field}") for line in lines), out.getvalue())
                small = json.loads(lines[lines.index("the smallest round that differs:") + 1])
                self.assertLessEqual(len(small["applications"]), 4)


if __name__ == "__main__":
    unittest.main()
