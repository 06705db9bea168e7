"""The cases of a pack as they lie in its tests folder, and the round that each of them is about."""
import copy
import json


def step_into(at, key):
    """The member `key` of an object, or the item of a list: `A1` by its id, `code=2a` by a field, `0` by place."""
    if isinstance(at, dict):
        return at.setdefault(key, {})
    field, _, value = key.rpartition("=")
    for item in at:
        if isinstance(item, dict) and item.get(field or "id") == value:
            return item
    return at[int(key)]


def put(document, path, value):
    """Sets the field at `path`: `applications/A1/title`; `needs/+` appends, `needs/A1` replaces; null takes away."""
    *way, last = path.split("/")
    at = document
    for i, key in enumerate(way):
        if isinstance(at, dict) and key not in at and i + 1 == len(way) and last == "+":
            at[key] = []
        at = step_into(at, key)
    if last == "+":
        at.append(value)
    elif isinstance(at, list):
        place = at.index(step_into(at, last)) if not (last.isdigit() and not isinstance(at[int(last)], dict)) else int(last)
        at[place:place + 1] = [] if value is None else [value]
    elif value is None:
        at.pop(last, None)
    else:
        at[last] = value


def round_of(base, change):
    made = copy.deepcopy(base)
    for path, value in (change or {}).items():
        put(made, path, value)
    unjustified = {tuple(mark) for mark in made.pop("unjustified", [])}
    if "sheets" in made:   # {member: {application: {measure: score}}}
        made["scores"] = [{"member": member, "application": application, "measure": measure, "score": score,
                           **({} if (member, application, measure) in unjustified else {"justification": "as written"})}
                          for member, of_member in made.pop("sheets").items()
                          for application, marks in of_member.items() for measure, score in marks.items()]
    return made


def cases_of(folder):
    """(cases, {name of a base: document})"""
    cases, bases = [], {}
    for file in sorted((folder / "tests").glob("*.json")):
        held = json.loads(file.read_text())
        if isinstance(held, list):
            cases += [dict(case, file=file.stem) for case in held]
        else:
            bases[file.name] = held
    return cases, bases
