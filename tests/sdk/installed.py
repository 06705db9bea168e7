#!/usr/bin/env python3
"""The SDK as it is installed, with nothing of the host: the templates build, pass their tests and validate, with GCC and with Clang; and
remit_add_plugin makes libraries that a host can load. The plug-in of version 1.0 loads in the host of today. Usage: installed.py BUILD_FOLDER SNAPSHOT_LIBRARY"""
import os
import pathlib
import subprocess
import sys
import tempfile

wrong = []


def run(*command, **more):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **more)
    return done.returncode, done.stdout + done.stderr


def expect(held, what, said=""):
    print(("ok   " if held else "FAIL ") + what)
    if not held:
        wrong.append(what)
        print(said)
    return held


def symbols(library):
    return run("nm", "-D", "--defined-only", library)[1].split("\n")


def exports(library):
    return [line.split()[2] for line in symbols(library) if line]


def check_template(prefix, language, compilers, scratch):
    folder, tool = scratch / language, prefix / "bin/remit-plugin"
    code, said = run(tool, "new", "own-rule", "--language", language, "--out", folder)
    if not expect(code == 0, f"{language}: remit-plugin new", said):
        return
    left = [str(p) for p in folder.rglob("*") if "@" in p.name or (p.is_file() and "@" in p.read_text())]
    expect(not left, f"{language}: nothing is left to replace", left)
    environment = {**os.environ, "CMAKE_PREFIX_PATH": str(prefix), "CC": compilers[0], "CXX": compilers[1]}
    code, said = run("cmake", "--workflow", "--preset", "check", cwd=folder, env=environment)
    if not expect(code == 0, f"{language}, {compilers[0]}: configured, built and tested by one command", said):
        return
    expect("warning:" not in said, f"{language}, {compilers[0]}: without a warning", said)
    library = folder / "build/own-rule.so"
    expect(exports(library) == ["remit_plugin_entry_v1"], f"{language}, {compilers[0]}: exports the entry alone", exports(library))
    expect((folder / "build/own-rule.plugin.json").exists(), f"{language}, {compilers[0]}: has its manifest beside it")
    code, said = run(tool, "validate", library)
    expect(code == 0, f"{language}, {compilers[0]}: validates by the second command", said)


PROJECT = """cmake_minimum_required(VERSION 3.25)
project(probe C CXX)
find_package(remit-sdk REQUIRED)
remit_add_plugin(probe SOURCES probe.cpp)
"""
PROBE = """#include <remit/plugin.hpp>
template <class T> struct Shared { static int& number() { static int n = 0; return n; } };
extern "C" __attribute__((visibility("default"))) int another_export() { return ++Shared<int>::number(); }
#ifdef LACKS
int of_nowhere();
#else
int of_nowhere() { return 1; }
#endif
struct Probe : remit::criterion {
  Probe() : criterion("probe", "Probe") {}
  remit::outcome evaluate(const remit::record&, remit::report&) const override {
    return of_nowhere() + ++Shared<int>::number() == 0 ? remit::outcome::fail : remit::outcome::pass;
  }
};
REMIT_PLUGIN("probe", "1.0.0", "Probe", Probe)
"""


def check_build_function(prefix, scratch):
    folder = scratch / "probe"
    folder.mkdir()
    (folder / "CMakeLists.txt").write_text(PROJECT)
    (folder / "probe.cpp").write_text(PROBE)

    def build(name, *options):
        code, said = run("cmake", "-S", folder, "-B", folder / name, f"-DCMAKE_PREFIX_PATH={prefix}", "-DCMAKE_CXX_COMPILER=g++", *options)
        return (code, said) if code else run("cmake", "--build", folder / name)

    code, said = build("plain", "-DCMAKE_CXX_FLAGS=-fsanitize=address,undefined")
    if expect(code == 0, "remit_add_plugin builds", said):
        expect(exports(folder / "plain/probe.so") == ["remit_plugin_entry_v1"], "whatever else is visible is not exported", symbols(folder / "plain/probe.so"))
        every = run("nm", folder / "plain/probe.so")[1]
        expect(" u " not in every, "no static is shared with other plug-ins", every)
        expect("__asan" not in every and "__ubsan" not in every, "sanitizers are left out", every)
    code, said = build("lacking", "-DCMAKE_CXX_FLAGS=-DLACKS")
    expect(code != 0 and "of_nowhere" in said, "a symbol that is nowhere stops the build", said)


def check_snapshot(tool, library, scratch):
    copy = scratch / "snapshot-1-0.so"
    copy.write_bytes(pathlib.Path(library).read_bytes())
    for command in ("manifest", "validate"):
        code, said = run(tool, command, copy)
        expect(code == 0, f"a plug-in of version 1.0: {command}", said)


def main():
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        prefix = scratch / "prefix"
        code, said = run("cmake", "--install", sys.argv[1], "--component", "sdk", "--prefix", prefix)
        if expect(code == 0, "the component `sdk` installs alone", said):
            foreign = [str(p) for p in prefix.rglob("*.hpp") if not p.is_relative_to(prefix / "include/remit")]
            expect(not foreign and not (prefix / "share/remit").exists(), "nothing of the host is in it", foreign)
            for language in ("cpp", "c"):
                for compilers in (("gcc", "g++"), ("clang", "clang++")):
                    place = scratch / compilers[0]
                    place.mkdir(exist_ok=True)
                    check_template(prefix, language, compilers, place)
            check_build_function(prefix, scratch)
            check_snapshot(prefix / "bin/remit-plugin", sys.argv[2], scratch)
    print(f"{len(wrong)} failed")
    return 1 if wrong else 0


sys.exit(main())
