#!/usr/bin/env python3
"""Compares the tables of docs/ with the code, and with what the program really says and writes.
Usage: tables.py --binary REMIT"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import EXAMPLE, POLICIES, SOURCE, Checks, Remit, copy_of, read_round, replace_in, write_round  # noqa: E402

HOST = SOURCE / "host"


def read(path):
    return (SOURCE / path).read_text()


def tables(page):
    """By heading: the rows of the tables below it, as lists of cells. A cell may not hold a `|`."""
    found, heading = {}, ""
    for line in read(page).splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif line.startswith("|") and not set(line) <= set("|- "):
            found.setdefault(heading, []).append([cell.strip() for cell in line.strip().strip("|").split(" | ")])
    return {k: rows[1:] for k, rows in found.items()}


def ticked(cell):
    return re.findall(r"`([^`]+)`", cell)


def same(checks, what, page, code):
    checks.check(f"{what}: the page holds what the code holds", page and set(page) == set(code),
                 f"only on the page: {sorted(set(page) - set(code))}\nonly in the code: {sorted(set(code) - set(page))}")


# ---- docs/limits.md

UNITS = {"s": 1000, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}


def number(text):
    """"4 GiB", "10,000", "200 bytes" as a number; "5 s" in milliseconds."""
    amount, _, unit = text.partition(" ")
    return int(amount.replace(",", "")) * UNITS.get(unit, 1)


def value_in_code(expression):
    expression = re.sub(r"std::(?:size_t|int64_t|uint32_t|uint64_t)\s*\{(\d+)\}", r"\1", expression).replace("'", "")
    expression = re.sub(r"(\d)[uUlL]+\b", r"\1", expression)
    if not re.fullmatch(r"[\d\s*<()+-]+", expression):
        sys.exit(f"cannot read {expression!r}")
    return eval(expression)   # digits and operators only


def constants(path, inside=None):
    text = re.sub(r"//[^\n]*", "", read(path))
    if inside:
        text = re.search(inside + r"\s*\{(.*?)\n\};", text, re.S).group(1)
        text = re.sub(r"milliseconds (\w+)\{(\d+)\}", r"\1 = \2", text)
        return {name: value_in_code(value) for name, value in re.findall(r"\b(\w+) = ([^;]+);", text)}
    found = {name: value_in_code(value) for name, value in re.findall(r"#define (\w+) \(?(\d+[^)\n]*)", text)}
    for declaration in re.findall(r"constexpr\s+[\w:]+\s+(\w+ = [^;]+);", text):
        for name, value in re.findall(r"(\w+) = ([^,]+(?:\{[^}]*\}[^,]*)?)", declaration):
            if re.fullmatch(r"[\w:{}\d\s'*<()+-]+", value) and re.search(r"\d", value):
                try:
                    found[name] = value_in_code(value)
                except SystemExit:
                    pass
    return found


def limits(checks):
    page = tables("docs/limits.md")
    for heading, path, inside in (("What is read", "host/intake/limits.hpp", None), ("What a pack may use", "host/lua/sandbox.hpp", "struct Limits"),
                                  ("What a pack that travels may be", "host/pack/limits.hpp", None), ("What a workbook may be", "host/import/limits.hpp", None),
                                  ("What is compared", "host/study/limits.hpp", None)):
        code = constants(path, inside)
        said = {ticked(row[2])[0]: number(row[1]) for row in page[heading]}
        same(checks, path, said, code)
        for name, value in said.items():
            checks.equal(f"{path}: {name}", value, code.get(name))
    for row in page["What a sentence may be"]:
        name, path = ticked(row[2])[0], ticked(row[3])[0]
        checks.equal(f"{path}: {name}", number(row[1]), constants(path).get(name))
    of_workers, places = constants("host/plugins/places.hpp", "struct Limits"), []
    for row in page["What a plug-in may use and say"]:
        name, path = ticked(row[2])[0], ticked(row[3])[0]
        code = of_workers if path == "host/plugins/places.hpp" else constants(path)
        places += [name] if code is of_workers else []
        checks.equal(f"{path}: {name}", number(row[1]), code.get(name))
    same(checks, "host/plugins/places.hpp", places, of_workers)


# ---- docs/policy-language.md

def between(text, begin, end):
    at = text.index(begin)
    return text[at:text.index(end, at)]


def strings(text):
    return re.findall(r'"([^"]*)"', text)


def record_types():
    """Record type -> its fields, as round_types.cpp and the loader build them."""
    text, made = read("host/intake/round_types.cpp"), {}
    names = dict(re.findall(r'RecordType& (\w+) = schema\.make\("(\w+)"\)', text))
    for variable, direct, body in re.findall(r'fill\((?:(\w+)|schema\.make\("(\w+)"\)), \{\n(.*?)\n  \}\);', text, re.S):
        fields = [strings(line)[0] for line in body.splitlines() if re.match(r"\s+(?:required|optional|id|or_else|with|list_of|derived)\(", line)]
        made[direct or names[variable]] = fields
    loader = between(read("host/lua/load.cpp"), "void add_types(", "\n}\n")
    for name in re.findall(r'schema\.(?:make|find)\("(\w+)"\)', loader):
        variable = re.search(rf'auto& (\w+) = \*?pack\.schema\.(?:make|find)\("{name}"\)', loader)
        made.setdefault(name, [])
        pattern = rf'\b{variable.group(1)}\.add\(field\("(\w+)"' if variable else rf'schema\.make\("{name}"\)\.add\(field\("(\w+)"'
        made[name] += re.findall(pattern, loader)
    return made


def language(checks, remit):
    page = tables("docs/policy-language.md")
    verbs = [s[0] for s in re.findall(r'\{"(\w+)", Verb::\w+, "([^"]+)"\}', read("host/lua/verbs.cpp"))]
    forms = [s[1] for s in re.findall(r'\{"(\w+)", Verb::\w+, "([^"]+)"\}', read("host/lua/verbs.cpp"))]
    checks.check("verbs were found in the code", len(verbs) > 10)
    checks.equal("verbs, in order and form", [ticked(row[0])[0] for row in page["Verbs"]], forms)

    library = {}
    for table, name in re.findall(r'Export\{"(\w*)", "(\w+)", guarded', read("host/lua/library.cpp")):
        library.setdefault(table, []).append(name)
    for row in page["Functions"]:
        table = (ticked(row[0]) or [""])[0]
        checks.equal(f"library, {table or 'by themselves'}", ticked(row[1]), library.pop(table, None))
    checks.equal("no part of the library is left out", library, {})

    code, keys = [], set()
    for path in sorted([*HOST.glob("lua/words*.cpp"), HOST / "lua/rule_parts.cpp", HOST / "lua/record_table.cpp"]):
        text = path.read_text()
        code += re.findall(r'define_word\([\w.]+, "(\w+)"', text)
        for group in re.findall(r"for \(const char\* word : \{([^}]*)\}\) define_word", text):
            code += strings(group)
        keys |= set(re.findall(r'(?:spec_?|inner)(?:\.|->)(?:text|texts|one_of|has|push|condition|words|number|yes_no)\("(\w+)"', text))
        keys |= set(re.findall(r'return pairs\(spec, "(\w+)"', text))
        keys |= set(re.findall(r'name_field\(spec, \*type, "(\w+)"', text))
        keys |= set(re.findall(r'field_of_subject\(spec, "(\w+)"', text))
    same(checks, "words", [w for row in page["Words"] for w in ticked(row[0])], code)
    said = {k for row in page["A rule"] for k in ticked(row[0])} | {k for row in page["Words"] if len(row) > 2 for k in ticked(row[2])}
    said -= {"passes_when", "test", "proposed_when", "arises_when", "admitted_when", "chooses"} - keys   # named by their callers
    same(checks, "keys", said, keys - {"c"})

    types = record_types()
    for row in page["Facts"]:
        name = ticked(row[0])[-1] if "its `organisation`" in row[0] else ticked(row[0])[0]
        if name == "facts":   # all of them are a pack's own
            checks.equal("facts of every round", types.pop(name, None), [])
        elif name != "parameters":
            same(checks, f"fields of {name}", ticked(row[1]), types.get(name, []))
            types.pop(name, None)
    checks.equal("no record type is left out", sorted(types), [])

    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "p"
        folder.mkdir()
        (folder / "pack.lua").write_text('pack "p" { title = "P", version = "1.0.0" }\n')
        for row in page["Messages"]:
            written, said = re.fullmatch(r"`(.*)`", row[0]).group(1), row[1]
            if re.match(r"crit\w+ ", written):
                text = written
            elif written.startswith("function"):
                text = f'criterion "c" {{ title = "T", clause = "1", test = {written} }}'
            else:
                text = f'criterion "c" {{ title = "T", clause = "1", passes_when = {written} }}'
            (folder / "rules.lua").write_text(text + "\n")
            done = remit("check", "p", cwd=scratch)
            checks.contains(f"message for {written}", done.out + done.err, said)
            checks.equal(f"exit code for {written}", done.returncode, 1)
        # the examples of the page load
        for number_, block in enumerate(re.findall(r"```lua\n(.*?)```", read("docs/policy-language.md"), re.S)):
            text = f'criterion "c" {{ title = "T", clause = "1",\n{block}}}' if block.startswith("test =") else block
            away = copy_of(POLICIES, pathlib.Path(scratch) / "policies")
            home = away / "mine"
            home.mkdir()
            (home / "pack.lua").write_text('pack "mine" { title = "P", version = "1.0.0", extends = "core" }\n')
            (home / ("records.lua" if block.startswith("record") else "rules.lua")).write_text(text)
            if 'override "' in block:
                remit("pack", "lock", home, REMIT_POLICIES=away)
            done = remit("check", home, REMIT_POLICIES=away)
            checks.equal(f"example {number_ + 1} of the language loads", done.returncode, 0)
            checks.contains(f"example {number_ + 1} of the language: check", done.out, "nothing is wrong with it", )
            if 'plugin "' not in block:   # whether a plug-in is there is this machine's matter
                checks.check(f"example {number_ + 1} of the language: no warning", not set(re.findall(r"warning: .*\[(\w+)\]", done.out)) - {"NO_CASES"}, done.out + done.err)
            if "written_against" in block:
                replace_in(home / "rules.lua", "core 1.0.0", "core 0.9.0")
                done = remit("check", home, REMIT_POLICIES=away)
                checks.contains("an override of an older core is warned of", done.out, "warning: ", "was written against core 0.9.0 and this is core 1.0.0")


# ---- docs/architecture.md

def architecture(checks):
    page = tables("docs/architecture.md")
    text = between(read("tests/tidy/tidy.py"), "ARROWS = {", "\n}\n")
    arrows = {room: set(strings(rooms)) for room, rooms in re.findall(r'^    "(\w+)": (?:set\(\)|\{([^}]*)\}),', text, re.M)}
    said = {ticked(row[0])[0]: set(ticked(row[2])) if len(row) > 2 else set() for row in page["Rooms"]}
    checks.equal("rooms and arrows are those that the tidy test holds", said, {k: v for k, v in arrows.items() if (HOST / k).is_dir()})
    for path in re.findall(r"`((?:host|tests|policies|docs)/[\w./]+)`", read("docs/architecture.md")):
        checks.check(f"docs/architecture.md: {path} is there", (SOURCE / path).exists())


# ---- docs/decision-record.md

MAPS = {"labels", "marks", "parameters", "read", "sheet"}   # objects whose keys are ids or fields


def paths_of(cell):
    """`a` {`b`, `c`[{`d`}]} -> a, a.b, a.c, a.c.d; lists leave no mark."""
    tokens = re.findall(r"`[^`]+`|[{}]", cell)
    found, at, last = set(), [], ""
    for token in tokens:
        if token == "{":
            at.append(last)
        elif token == "}":
            last = at.pop()
        else:
            last = ".".join([*at[-1:], token.strip("`")])
            found |= {last, *(last[:i] for i, c in enumerate(last) if c == ".")}
    return found


def paths_in(value, key="", path=""):
    if isinstance(value, list):
        return set().union(*(paths_in(v, key, path) for v in value)) if value else set()
    if not isinstance(value, dict):
        return set()
    found = set()
    for k, v in value.items():
        mapped = "*" if key in MAPS else k
        here = f"{path}.{mapped}" if path else mapped
        found |= {here} | paths_in(v, "marks" if key == "marks" and "score" not in v else k if mapped != "*" else "", here)
    return found


def in_parts(document):
    """The same round with a measure that is marked by part, a partial panel and a pinned digest: keys that the example lacks."""
    stream = document["streams"][0]
    stream["measures"][0]["parts"] = [{"id": "evidence", "title": "Evidence"}, {"id": "reach", "title": "Reach"}]
    rows = []
    for row in document["scores"]:
        of = next(a["stream"] for a in document["applications"] if a["id"] == row["application"])
        whole = of != stream["id"] or row["measure"] != stream["measures"][0]["id"]
        rows += [row] if whole else [{**row, "measure": f"{row['measure']}.{part['id']}"} for part in stream["measures"][0]["parts"]]
    document["scores"] = rows
    return document


def decision_record(checks, remit):
    page = tables("docs/decision-record.md")
    headings = list(page)
    rows = page[headings[0]]
    first = next(i for i, row in enumerate(rows) if row[0] == "key") if any(row[0] == "key" for row in rows) else None
    record_rows = rows if first is None else rows[:first]
    document_rows = [] if first is None else rows[first + 1:]
    documented = in_records = set().union(*(paths_of(row[0]) for row in record_rows))
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        broken = copy_of(POLICIES, scratch / "broken")   # a rule that goes wrong: `cause`
        replace_in(broken / "northern-ireland" / "eligibility.lua", "passes_when   = application.added_value:is_answered()",
                   'test = function (application) error("on purpose") end')
        with open(broken / "northern-ireland" / "panel.lua", "a") as file:
            file.write('\nrequirement "goes-wrong" { title = "T", clause = "1", of = round, test = function (round) error("on purpose") end }\n')
        pooled = copy_of(POLICIES, scratch / "pooled")   # a method for pooled money: `traced`
        replace_in(pooled / "northern-ireland" / "parameters" / "money.lua", 'one_of = { "proportional", "as listed" },',
                   'one_of = { "proportional", "as listed" }, value = "proportional",')
        replace_in(pooled / "northern-ireland" / "parameters" / "money.lua", 'one_of = { "proportional", "as listed" },', 'one_of = { "proportional", "as listed" }, in_force = when_opened,')
        with open(broken / "northern-ireland" / "eligibility.lua", "a") as file:   # `changed_by`
            file.write('\noverride "core/costs-add-up" { authority = "A", reason = "R", written_against = "core 1.0.0", and_also = application.title:is_answered() }\n')
        made = []
        for words, more in (((EXAMPLE,), {}), ((EXAMPLE, "--what-if"), {"REMIT_POLICIES": broken}),
                            ((EXAMPLE, "--what-if"), {"REMIT_POLICIES": pooled}),
                            ((write_round(in_parts(read_round()), scratch / "parts"),), {})):
            done = remit("decide", *words, "--format", "json", **more)
            if checks.equal(f"decide {words}: exit code", done.returncode, 0):
                made.append(json.loads(done.out))
            else:
                print(done.err[:1500])
    real = set().union(*(paths_in(r) for d in made for r in d["records"]))
    same(checks, "keys of a record", documented, {p.replace(".marks.*.*.", ".marks.*.").replace(".marks.*.*", ".marks.*") for p in real})
    if document_rows:
        documented = set().union(*(paths_of(row[0]) for row in document_rows))
        real = set()
        for d in made:
            real |= paths_in({k: v for k, v in d.items() if k not in ("records", "parameters")}) | {"records", "parameters"}
            real |= {f"parameters.{k}" for p in d["parameters"] for k in p}
            real |= {f"parameters.by_stream.{k}" for p in d["parameters"] for s in p.get("by_stream", []) for k in s}
        same(checks, "keys of a document", documented, real)
    else:
        checks.check("the document's keys are in a table of their own", False)

    own = set().union(*(paths_of(row[0]) for row in page["Each application by itself"]))
    lines = subprocess.run([sys.executable, SOURCE / "tests" / "bench" / "generate.py", "40"], capture_output=True, check=True).stdout
    done = remit("decide", "-", "--pack", SOURCE / "tests" / "bench" / "packs" / "funding-sentences", "--as-of", "2026-03-31", "--format", "ndjson",
                 given=lines)
    checks.equal("each/1: exit code", done.returncode, 0)
    real = set().union(*(paths_in(json.loads(line)) for line in done.out.splitlines()))
    checks.check("each/1: every key is one of a record, or in the table of its own", real and real <= in_records | own, sorted(real - in_records - own))
    checks.check("each/1: every key of its own table is in a record", own <= real, sorted(own - real))


ASSESSED = SOURCE / "tests" / "end_to_end" / "assess"


def assessment(checks, remit):
    documented = set().union(*(paths_of(row[0]) for row in tables("docs/decision-record.md")["The record of an assessment"]))
    with tempfile.TemporaryDirectory() as scratch:
        policies = copy_of(ASSESSED / "policies", pathlib.Path(scratch) / "policies")
        with open(policies / "willowford" / "silences.lua", "w") as file:   # every key, `cause` and `reading` of each kind too
            file.write("""
requirement "goes-wrong" { title = "T", clause = "1", effect = warns, effect_reason = "R", reading = "R", of = body, test = function (body) error("on purpose") end }
conflict "goes-wrong-too" { title = "T", clause = "1", reading = "R", of = part, test = function (part) error("on purpose") end }
classification "goes-wrong-also" { title = "T", clause = "1", of = pilot,
  { code = "1", clause = "1", when = pilot.pooled:is(yes) }, otherwise = refer "no" }
parameter "limit" { title = "T", clause = "1", unit = count, so = "nothing is limited" }
parameter "most" { title = "T", clause = "1", unit = count, in_force = when_opened, from = { ["2000-01-01"] = { 3, clause = "2" } } }
""")
        done = remit("assess", ASSESSED / "rounds" / "autumn", "--format", "ndjson", REMIT_POLICIES=policies)
        if not checks.equal("assess: exit code", done.returncode, 0):
            return print(done.err[:1500])
        real = set().union(*(paths_in(json.loads(line)) for line in done.out.splitlines()))
        same(checks, "keys of an assessment", documented - {"classifications.cause"}, real)


def letters(checks):
    """The names that templates may use: those of the page, with has_ before lists, and those of the code."""
    page = {name for row in tables("docs/letters.md")["Your own words"] for cell in row[:1] for name in ticked(cell)}
    code = set(re.findall(r'"(\w+)"', re.search(r"names\{(.*?)\};", read("host/letters/names.cpp"), re.S).group(1)))
    same(checks, "names of templates", page, {n for n in code if not n.startswith("has_")})
    filled = set(re.findall(r'(?:text|yes|list|one)\("(\w+)"', "".join(read(f"host/letters/{f}.cpp") for f in ("facts", "papers"))))
    checks.check("each name is filled by letters or papers", {n for n in code if not n.startswith("has_")} <= filled | {"found", "reason"},
                 sorted({n for n in code if not n.startswith("has_")} - filled))
    checks.check("each name that is filled is known", filled <= code | {"has_"}, sorted(filled - code))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--binary", required=True)
    remit, checks = Remit(options.parse_args().binary), Checks()
    limits(checks)
    language(checks, remit)
    architecture(checks)
    decision_record(checks, remit)
    assessment(checks, remit)
    letters(checks)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
