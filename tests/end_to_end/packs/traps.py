#!/usr/bin/env python3
"""traps.csv: for each silence, contradiction and trap of the five papers, and for each scenario that their example folders must show, the
cases that prove it. `way` says whether the case shows the rule firing, not firing, or a statement of the pack that is shown.

Held here: every trap T1 to T60 and every scenario stands in the table; each case that it names is there, once; whoever can fire does so in
one case and not in another; and what can only be shown is listed below with the reason.
Usage: traps.py
"""
import csv
import pathlib
import sys

from rounds_of_cases import cases_of

HERE = pathlib.Path(__file__).resolve().parent
POLICIES = HERE.parents[2] / "policies"
WAYS = {"fires", "does not", "shown"}

SCENARIOS = {
    "5 continuum", "5 chain", "5 contents", "5 disinvestment", "5 make-or-buy",
    "8 Wirral provider", "8 Wirral remit", "8 Wirral board", "8 Wirral fourth area",
    "8 Medway late bid", "8 Medway assessor", "8 Medway improvement", "8 Medway partners",
    "8 Haringey item", "8 Haringey comment", "8 Haringey monitoring", "8 Haringey borough",
    "8 Leicestershire library", "8 Leicestershire school", "8 Leicestershire two services", "8 Leicestershire one service",
    "8 Leicestershire complex", "8 Leicestershire keyworker", "8 Leicestershire placement",
}

# What no rule can be asked about: the paper says nothing, or only says what a word means.
SHOWN_ALONE = {
    "T8": "a lost diagram", "T13": "a word of one paper", "T16": "a sentence that does not parse", "T19": "definitions side by side",
    "T26": "bodies that are not named", "T33": "grant or contract, not said", "T35": "a count", "T38": "one word, two meanings",
    "T39": "posts that may be one", "T43": "a definition that is missing", "T58": "outcomes that are not listed", "T59": "steps that nobody takes",
}


def read_table():
    with (HERE / "traps.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def mistakes_of(table, cases):
    """What is wrong with the table; `cases`: {area: [(file, name)]}."""
    wrong, ways = [], {}
    for row in table:
        about = f"{row['trap']}: {row['area']}, {row['file']}: {row['case']}"
        there = cases.get(row["area"], []).count((row["file"], row["case"]))
        if there != 1:
            wrong.append(f"{about}: there {'is no such case' if there == 0 else f'are {there} such cases'}")
        if row["way"] not in WAYS:
            wrong.append(f"{about}: `{row['way']}` is none of {sorted(WAYS)}")
        if not row["says"]:
            wrong.append(f"{about}: it is not said what the trap is")
        ways.setdefault(row["trap"], set()).add(row["way"])
    known = {f"T{n}" for n in range(1, 61)} | SCENARIOS
    wrong += [f"{trap}: no case proves it" for trap in sorted(known - set(ways))]
    wrong += [f"{trap}: no trap and no scenario is called so" for trap in sorted(set(ways) - known)]
    for trap, of in sorted(ways.items()):
        both = {"fires", "does not"} <= of
        if not both and trap not in SHOWN_ALONE:
            wrong.append(f"{trap}: no case in which it {'fires' if 'fires' not in of else 'does not fire'}")
        if both and trap in SHOWN_ALONE:
            wrong.append(f"{trap}: it can fire, and is listed as one that can only be shown")
    return wrong


def main():
    cases = {}
    for folder in POLICIES.iterdir():
        if (folder / "tests").is_dir():
            cases[folder.name] = [(case["file"] + ".json", case["name"]) for case in cases_of(folder)[0]]
    table = read_table()
    wrong = mistakes_of(table, cases)
    # the test itself: a row less, and a case of another name, are found
    first = [row for row in table if row["trap"] != "T44"]
    if not any("T44: no case proves it" in one for one in mistakes_of(first, cases)):
        wrong.append("a trap without a case was not found out")
    if not mistakes_of([*table, dict(table[0], case="no such case")], cases):
        wrong.append("a case that is not there was not found out")
    for one in wrong:
        print(f"FAILED {one}")
    print(f"{len(table)} cases of {len({row['trap'] for row in table})} traps and scenarios, {len(wrong)} mistakes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
