#!/usr/bin/env python3
"""The house's rules that a machine can hold: which room may include which, who alone may use a library, what may stand at
the top level, and that nothing of one machine is named. Usage: tidy.py SOURCE_FOLDER"""
import os
import re
import subprocess
import sys

ARROWS = {  # room -> rooms that it may include, besides itself
    "base": set(),
    "intake": {"base"},
    "policy": {"base"},
    "rules": {"policy", "intake", "base"},
    "lua": {"rules", "policy", "intake", "base"},
    "plugins": {"policy", "intake", "base"},
    "engine": {"policy", "intake", "base"},
    "record": {"engine", "policy", "intake", "base"},
    "report": {"record", "policy", "intake", "base"},
    "pack": {"lua", "policy", "intake", "base"},
    "study": {"lua", "record", "engine", "rules", "policy", "intake", "base"},
    "letters": {"report", "record", "policy", "intake", "base"},
    "import": {"intake", "base"},
    "cli": {"letters", "import", "study", "lua", "plugins", "pack", "record", "report", "engine", "rules", "policy", "intake", "base"},
}
SOLE_USERS = {  # header -> the only rooms that may include it
    r"lua\.hpp|lua\.h|lauxlib\.h": {"lua"},
    r"simdjson\.h|csv\.h": {"intake"},
    r"sodium\.h|sodium/.*": {"base"},
    r"zstd\.h": {"pack"},
    r"zip\.h|pugixml\.hpp": {"import"},
    r"xlsxwriter\.h": {"report"},
    r"boost/.*|dlfcn\.h|seccomp\.h": {"plugins"},
    r"kainjow/.*|cmark\.h|zlib\.h": {"letters"},
    r"CLI/.*": {"cli"},
    r"spdlog/.*": {"cli"},
    r"curl/.*": set(),   # host/fetch_tool.cpp alone
}
TOP = {"CMakeLists.txt", "CMakePresets.json", "CONTRIBUTING.md", "LICENSE", "README.md", "check", "docs", "host", "plugins",
       "policies", "run", "sdk", "tests"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.M)
MACHINE = re.compile(r"/(work|farm)/|\.\./shared|\.\./\.library")
WALL_CLOCK = re.compile(r"system_clock|std::time\(|gettimeofday|\btime\(nullptr\)|localtime|random_device|\brand\(")
FLOATING = re.compile(r"\b(double|float)\b")


def tracked(root):
    """The project's files: what git tracks or would, or on a machine without git all but what is built."""
    try:
        out = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=root, capture_output=True, text=True)
        if out.returncode == 0:
            return [f for f in out.stdout.splitlines() if os.path.exists(os.path.join(root, f))]
    except FileNotFoundError:
        pass
    files = []
    for folder, folders, names in os.walk(root):
        if folder == root:
            folders[:] = [f for f in folders if f not in (".git", "out") and not f.startswith("build")]
        folders[:] = [f for f in folders if f != "__pycache__"]
        files += [os.path.relpath(os.path.join(folder, f), root) for f in names]
    return files


def without_comments(text):
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.S)


def check_source(path, text, wrong):
    room = path.split("/")[1] if path.count("/") > 1 else None
    if room is None:
        return
    if room not in ARROWS:
        wrong.append(f"{path}: `host/{room}` is no room of the house; its includes are not allowed yet")
        return
    for quote, name in INCLUDE.findall(text):
        other = name.split("/")[0]
        if quote == '"' and other in ARROWS and other != room and other not in ARROWS[room]:
            wrong.append(f"{path}: {room} may not include {other} ({name})")
        for pattern, users in SOLE_USERS.items():
            if re.fullmatch(pattern, name) and room not in users:
                wrong.append(f"{path}: only {', '.join(sorted(users))} may include {name}")
    code = without_comments(text)
    if room in ("engine", "policy", "rules", "record", "base") and WALL_CLOCK.search(code):
        wrong.append(f"{path}: no clock and no chance decides")
    if room in ("engine", "rules", "record") and FLOATING.search(code):
        wrong.append(f"{path}: no floating point decides")
    if path.endswith(".hpp") and "#pragma once" not in text:
        wrong.append(f"{path}: a header begins with #pragma once")


def main():
    root = sys.argv[1]
    wrong, sources = [], 0
    files = tracked(root)
    for path in files:
        top = path.split("/")[0]
        if not top.startswith(".") and top not in TOP and not top.startswith("build") and top != "out":
            wrong.append(f"{path}: the top level is fixed; this has no room")
        full = os.path.join(root, path)
        if os.path.getsize(full) > 2_000_000 or not os.path.isfile(full):
            continue
        try:
            text = open(full, encoding="utf-8").read()
        except UnicodeDecodeError:
            continue
        if not path.startswith("tests/tidy/") and MACHINE.search(text):
            wrong.append(f"{path}: names a place of one machine: {MACHINE.search(text).group(0)}")
        if path.startswith("host/") and path.endswith((".hpp", ".cpp")):
            sources += 1
            check_source(path, text, wrong)
    for line in wrong:
        print(line)
    print(f"{sources} sources of host/ read")
    print(f"{0 if wrong else 1} passed, {len(wrong)} failed")
    return 1 if wrong or sources < 50 else 0


sys.exit(main())
