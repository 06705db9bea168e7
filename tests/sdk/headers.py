#!/usr/bin/env python3
"""The headers of the SDK: each compiles alone and all together, in every language, standard and compiler that is promised, without a
warning; version 1 of the contract is what the golden table says, in the snapshot and in the headers as they are; and the table
forgets nothing. Usage: headers.py SOURCE_FOLDER"""
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = sys.argv[1]
SDK = os.path.join(ROOT, "sdk/include")
HERE = os.path.join(ROOT, "tests/sdk")
SNAPSHOT = os.path.join(HERE, "snapshots/1.0")
STRICT = ["-pedantic", "-Wall", "-Wextra", "-Werror"]
C = [["gcc", "-std=c11", "-xc"], ["clang", "-std=c11", "-xc"], ["g++", "-std=c++11", "-xc++"], ["clang++", "-std=c++11", "-xc++"],
     ["g++", "-std=c++20", "-xc++"], ["clang++", "-std=c++20", "-xc++"]]
CPP = [[compiler, f"-std=c++{year}", "-xc++"] for compiler in ("g++", "clang++") for year in ("17", "20", "2b")]


def headers(folder, ending):
    found = []
    for base, _, names in os.walk(os.path.join(folder, "remit")):
        found += [os.path.relpath(os.path.join(base, n), folder) for n in names if n.endswith(ending)]
    return sorted(found)


def compile_text(command, text, folder, *more):
    """None when it compiles, else what the compiler says."""
    done = subprocess.run([*command, *STRICT, "-I", folder, *more, "-fsyntax-only", "-"], input=text, capture_output=True, text=True)
    return None if done.returncode == 0 else done.stderr


def include(names):
    return "".join(f"#include <{n}>\n" for n in names) + "int main(void) { return 0; }\n"


def compilations():
    """(what, command, text, folder, further options)"""
    c, cpp = headers(SDK, ".h"), headers(SDK, ".hpp")
    for command in C:
        for h in c:
            yield f"{h} alone, {command[0]} {command[1]}", command, include([h]), SDK, ["-Wstrict-prototypes"] if command[2] == "-xc" else []
        yield f"all C headers, {command[0]} {command[1]}", command, include(c), SDK, []
        yield f"all C headers the other way round, {command[0]} {command[1]}", command, include(c[::-1]), SDK, []
        layout = open(os.path.join(HERE, "golden/layout.c")).read()
        golden = ["-I", os.path.join(HERE, "golden")]
        yield f"the golden table, headers as they are, {command[0]} {command[1]}", command, layout, SDK, golden
        yield f"the golden table, snapshot 1.0, {command[0]} {command[1]}", command, layout, SNAPSHOT, golden + ["-DTHE_SNAPSHOT"]
    for command in CPP:
        warnings = ["-Wconversion", "-Wshadow"]
        yield f"plugin.hpp and testing.hpp, {command[0]} {command[1]}", command, include(["remit/plugin.hpp", "remit/testing.hpp"]), SDK, warnings
        yield f"testing.hpp and plugin.hpp, {command[0]} {command[1]}", command, include(["remit/testing.hpp", "remit/plugin.hpp"]), SDK, warnings
        yield f"all headers, {command[0]} {command[1]}", command, include(c + cpp), SDK, warnings
    for h in cpp:
        yield f"{h} alone", CPP[0], include([h]), SDK, ["-Wconversion", "-Wshadow"]


def members(folder):
    """struct -> its members, in order, as the headers of a folder declare them."""
    text = "".join(re.sub(r"/\*.*?\*/|^\s*#.*?$", "", open(os.path.join(folder, h)).read(), flags=re.S | re.M) for h in headers(folder, ".h"))
    found = {}
    for name, body in re.findall(r"struct (\w+) \{(.*?)\n\}", text, re.S):
        union = re.search(r"union \{(.*?)\} (\w+);", body, re.S)
        inside = []
        if union:
            body = body.replace(union.group(0), "")
            inside = [f"{union.group(2)}.{m}" for m in names(union.group(1))]
        found[name] = names(body) + inside
    return found, re.findall(r"^\s*(REMIT_\w+) =", text, re.M)


def names(body):
    return [re.search(r"\(\*(\w+)\)|(\w+)$", d.strip()).group(1) or re.search(r"(\w+)$", d.strip()).group(1)
            for d in body.split(";") if d.strip()]


def forgotten():
    """What the snapshot has and the table does not name."""
    table = open(os.path.join(HERE, "golden/version_1.h")).read()
    told = set(re.findall(r"MEMBER\((\w+), \d+, ([\w.]+),", table))
    sized = set(re.findall(r"(?:WHOLE|GROWING)\((\w+),", table))
    numbers = set(re.findall(r"NUMBER\((\w+),", table))
    structs, enumerators = members(SNAPSHOT)
    wrong = [f"struct {s} is not in the golden table" for s in structs if s not in sized]
    wrong += [f"{s}.{m} is not in the golden table" for s, all_of in structs.items() for m in all_of if (s, m) not in told]
    wrong += [f"{e} is not in the golden table" for e in enumerators if e not in numbers]
    count = sum(map(len, structs.values()))
    if len(structs) < 15 or count < 70 or len(enumerators) < 15:
        wrong.append(f"only {len(structs)} structs, {count} members and {len(enumerators)} numbers were found: the reader is at fault")
    return wrong


def unnoticed():
    """Changes that break old plug-ins, and that the golden table must refuse."""
    changes = [
        ("remit/host.h", "  uint32_t abi_minor; /* of the host */\n", ""),
        ("remit/value.h", "REMIT_REFER = 2, ", "REMIT_REFER = 5, "),
        ("remit/value.h", "  int64_t num;\n  uint64_t den;", "  uint64_t den;\n  int64_t num;"),
        ("remit/ext/criterion.h", "const remit_record *subject, const remit_report *report);", "const remit_record *subject);"),
    ]
    layout = open(os.path.join(HERE, "golden/layout.c")).read()
    wrong = []
    for name, old, new in changes:
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(os.path.join(SNAPSHOT, "remit"), os.path.join(folder, "remit"))
            path = os.path.join(folder, name)
            text = open(path).read()
            if old not in text:
                wrong.append(f"{name}: the change to try is not there")
                continue
            open(path, "w").write(text.replace(old, new))
            if compile_text(C[0], layout, folder, "-I", os.path.join(HERE, "golden")) is None:
                wrong.append(f"{name}: a change that breaks old plug-ins is not noticed: {old.strip()}")
    return wrong


def main():
    jobs = list(compilations())
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        said = list(pool.map(lambda j: compile_text(j[1], j[2], j[3], *j[4]), jobs))
    wrong = [f"{job[0]}:\n{words}" for job, words in zip(jobs, said) if words]
    wrong += forgotten() + unnoticed()
    for line in wrong:
        print(line)
    print(f"{len(jobs)} compilations")
    return 1 if wrong or len(jobs) < 120 else 0


sys.exit(main())
