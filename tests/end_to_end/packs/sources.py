"""SOURCES.md, the pack and its cases, held together: every row is carried, and proved or counted open."""
import re


class Wrong(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise Wrong(message)


ROWS = {"northern-ireland": ("NI", 125), "haringey": ("HA", 112), "leicestershire": ("LE", 59), "wirral": ("WI", 99), "medway": ("ME", 119)}
WITHOUT_ROW = {"pack", "record", "override"}


def states_of(folder):
    """[(row, clause, carried by, state)] of the table."""
    return re.findall(r"^\| ([A-Z]{2}-\d{3}) \| (.*?) \| (.*?) \| (.*?) \|$", (folder / "SOURCES.md").read_text(), re.M)


def count_states(folder):
    counts = {"proved": 0, "proved in part": 0, "text": 0, "open": 0}
    for _, _, _, state in states_of(folder):
        counts[state.split(":")[0].strip()] += 1
    return counts


def check_sources(folder, items, cases):
    area = folder.name
    prefix, number = ROWS[area]
    carried_by = {}
    wrong = []
    for item in items:
        if not item.rows and item.word not in WITHOUT_ROW:
            wrong.append(f"{item.file}: {item.word} \"{item.id}\" names no row")
        carried_by.setdefault(item.id, set()).update(item.rows)
    proved = {}
    for case in cases:
        for row in case["rows"]:
            proved.setdefault(row, set()).add(case["file"])
    seen = {}
    for row, _, carried, state in states_of(folder):
        if row in seen:
            wrong.append(f"{row} stands twice in SOURCES.md")
        seen[row] = state
        named = re.findall(r"`([^`]+)`", carried)
        for item in named:
            if item not in carried_by:
                wrong.append(f"{row}: SOURCES.md names `{item}`, which the pack does not have")
            elif row not in carried_by[item]:
                wrong.append(f"{row}: `{item}` does not name this row")
        for item, rows in carried_by.items():
            if row in rows and item not in named:
                wrong.append(f"{row}: `{item}` carries it, and SOURCES.md does not say so")
        if not re.match(r"(proved|proved in part|open): \S|text$", state):
            wrong.append(f"{row}: its state is `{state}`; it is `proved: files`, `proved in part: files; open: why`, `open: why` or `text`")
        if state.startswith("proved"):
            files = set(state.split(":", 1)[1].split(";")[0].replace(" ", "").split(","))
            if files != proved.get(row, set()):
                wrong.append(f"{row}: proved by {sorted(proved.get(row, set()))}, and SOURCES.md says {sorted(files)}")
        elif row in proved:
            wrong.append(f"{row}: a case proves it, and SOURCES.md says `{state}`")
        if not named and not state.startswith("open"):
            wrong.append(f"{row}: nothing carries it")
    known = {f"{prefix}-{n:03}" for n in range(1, number + 1)}
    wrong += [f"{row} has no line in SOURCES.md" for row in sorted(known - set(seen))]
    wrong += [f"{row} is no row of {area}" for row in sorted(set(seen) - known)]
    wrong += [f"`{item}` names {row}, which is no row" for item, rows in carried_by.items() for row in sorted(rows - known)]
    wrong += [f"a case names {row}, which is no row" for row in sorted(set(proved) - known)]
    expect(not wrong, "\n    ".join(wrong))


def check_rules_proved(items, seen):
    """Every requirement, criterion and conflict has a case in which it passes and one in which it does not; every class of a
    classification has a case."""
    wrong = []
    for item in items:
        had = seen.get(item.id, set())
        if item.word in ("requirement", "criterion"):
            wrong += [f"no case has {item.word} \"{item.id}\" {what}" for what, good in (("pass", "pass" in had), ("fail", had & {"fail", "refer"})) if not good]
        if item.word == "conflict":
            wrong += [f"no case has conflict \"{item.id}\" {what}" for what in ("arise", "not arise") if what not in had]
        if item.word == "classification":
            codes = {case.get("code") for case in item.items if isinstance(case, dict)}
            wrong += [f"no case has class {code} of \"{item.id}\"" for code in sorted(codes - had)]
    expect(not wrong, "\n    ".join(wrong))
