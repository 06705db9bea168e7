#!/usr/bin/env python3
"""Makes the Debian packages of a build. Unpacks remit-sdk alone into an empty root, where nothing else of Remit is, and writes a
plug-in there in C++ and in C: each is built and tried by one command and validated by another. Then unpacks remit beside it, which
takes the new plug-in and decides a round with it. Usage: run.py --build FOLDER --source FOLDER"""
import argparse
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from running import Checks, copy_of, read_round, write_round  # noqa: E402

RULES = '''plugin "%s" { version = "0.1.0", files = { list = "list.txt" } }
criterion "on-the-list" { title = "The applicant is on the list", clause = "invented", force = must, effect = blocks, plugin = "%s/listed" }
'''


def run(checks, what, words, folder, environment, exit_code=0):
    done = subprocess.run([str(w) for w in words], cwd=folder, env=environment, capture_output=True, text=True)
    checks.equal(f"{what}: exit code", done.returncode, exit_code) or print(done.stdout[-3000:], done.stderr[-3000:])
    return done


def contents(deb):
    """Files of a package, without folders."""
    listed = subprocess.run(["dpkg-deb", "--contents", deb], capture_output=True, text=True, check=True).stdout
    return {line.split()[5].lstrip(".") for line in listed.splitlines() if not line.startswith("d")}


def strangers(folder, names):
    """Places in the files below a folder that name one of these folders."""
    found = []
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            found += [f"{file}: {name}" for name in names if os.fsencode(name) in file.read_bytes()]
    return found


NEWER = re.compile(r"^\s+[0-9a-f]+:\s+(?:\S+\s+.*%[yz]mm|(?:v[a-z0-9]+|shlx|sarx|shrx|mulx|rorx|andn|bzhi|pdep|pext|popcnt|pshufb|movbe|crc32[bwlq]?)\s)")


def newer_code(file):
    """Functions in which an instruction stands that the first x86-64 processors lack, but for those that are chosen at run time."""
    found, name = set(), ""
    listing = subprocess.run(["objdump", "-d", "--no-show-raw-insn", file], capture_output=True, text=True, check=True).stdout
    for line in listing.splitlines():
        if line.endswith(">:"):
            name = line.split()[1]
        elif NEWER.match(line):
            found.add(name)
    at_run_time = "digest_by_(four|eight)|avx|sse|aes|sandy2x|_ladder|chacha20_|salsa20_|stream_(ietf_ext_)?ref|fill_block|blake2b_compress"   # libsodium's, but for the first
    return {f for f in found if not re.search(at_run_time, f)}


def main():
    options = argparse.ArgumentParser()
    for name in ("--build", "--source"):
        options.add_argument(name, required=True)
    given = options.parse_args()
    checks = Checks()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        run(checks, "cpack", ["cpack", "-G", "DEB", "--config", pathlib.Path(given.build) / "CPackConfig.cmake", "-B", scratch / "made"], scratch, os.environ)
        packages = {p.name.split("_")[0]: p for p in (scratch / "made").glob("*.deb")}
        if not checks.equal("the packages", sorted(packages), ["remit", "remit-sdk"]):
            return checks.finish()
        files = {name: contents(package) for name, package in packages.items()}
        checks.equal("no file is in both", files["remit"] & files["remit-sdk"], set())
        for name in ("/usr/bin/remit", "/usr/bin/remit-workbook", "/usr/bin/remit-fetch", "/usr/libexec/remit/remit-plugin", "/usr/lib/remit/plugins/plugins.lock.json"):
            checks.check(f"remit has {name}", name in files["remit"])
        for plugin in ("charity-register", "deprivation", "similar-applicants", "best-fit-allocator", "assessor-agreement"):
            checks.check(f"remit has {plugin}", {f"/usr/lib/remit/plugins/{plugin}{end}" for end in (".so", ".plugin.json")} <= files["remit"])
        checks.check("remit-sdk has the tool", "/usr/bin/remit-plugin" in files["remit-sdk"])
        checks.check("remit-sdk has the headers", "/usr/include/remit/entry.h" in files["remit-sdk"])
        depends = subprocess.run(["dpkg-deb", "--field", packages["remit"], "Depends"], capture_output=True, text=True).stdout
        checks.contains("what remit depends on is found by its libraries", depends, "libc6")

        # the SDK alone
        root = scratch / "root"
        subprocess.run(["dpkg-deb", "--extract", packages["remit-sdk"], root], check=True)
        named = [n for n in (given.build, given.source) if len(n) > 4]
        checks.equal("nothing in the SDK names the folder of its build", strangers(root / "usr" / "include", named) + strangers(root / "usr" / "lib", named)
                     + strangers(root / "usr" / "share", named), [])
        environment = {"PATH": f"{root}/usr/bin:/usr/bin:/bin", "CMAKE_PREFIX_PATH": f"{root}/usr", "HOME": str(scratch), "LC_ALL": "C.UTF-8"}
        if shutil.which("ccache"):
            environment["CCACHE_DIR"] = os.environ.get("CCACHE_DIR", str(scratch / "ccache"))
        desk = scratch / "desk"
        desk.mkdir()
        made = {}
        for name, words in (("my-rule", []), ("my-plain-rule", ["--language", "c"])):
            run(checks, f"{name}: new", ["remit-plugin", "new", name, *words], desk, environment)
            folder = desk / name
            if not checks.check(f"{name}: written", (folder / "CMakeLists.txt").is_file()):
                continue
            checks.equal(f"{name}: no word of the template is left", [str(f) for f in folder.rglob("*") if re.search(r"@[A-Z]+@", f.name + (f.read_text() if f.is_file() else ""))], [])
            # the two commands of its README
            tried = run(checks, f"{name}: built and tried", ["cmake", "--workflow", "--preset", "check"], folder, environment)
            checks.contains(f"{name}: its tests ran, the tool's among them", tried.stdout, "100% tests passed", "behaviour", "validate")
            run(checks, f"{name}: validated", ["remit-plugin", "validate", f"build/{name}.so"], folder, environment)
            made[name] = folder / "build" / f"{name}.so"
            if made[name].exists():
                used = strangers(folder, named)
                checks.equal(f"{name}: nothing of the tree that Remit was built in was used", used, [])
            again = run(checks, f"{name}: a second of that name", ["remit-plugin", "new", name, *words], desk, environment, exit_code=2)
            checks.contains(f"{name}: what stands there is left alone", again.stderr, name)

        # a plug-in cannot bear a name that its own build has taken, whichever program builds it
        taken = set()
        for generator in ("Ninja", "Unix Makefiles"):
            build = scratch / generator.replace(" ", "-")
            run(checks, f"{generator}: configured", ["cmake", "-G", generator, "-S", desk / "my-rule", "-B", build], scratch, environment)
            listed = run(checks, f"{generator}: its targets", ["cmake", "--build", build, "--target", "help"], scratch, environment).stdout
            taken |= set(re.findall(r"^(?:\.\.\. )?([a-z][a-z0-9-]*)(?:$|:| \()", listed, re.M)) - {"my-rule"}
        checks.check("there are such names", {"all", "clean", "test", "help"} <= taken, sorted(taken))
        for name in sorted(taken):
            refused = run(checks, f"a plug-in of the name {name}", ["remit-plugin", "new", name], desk, environment, exit_code=2)
            checks.contains(f"{name}: what to do is said", refused.stderr, f"`{name}` is a name that every build has taken for itself; choose a longer one, such as `{name}-rules`")
            checks.check(f"{name}: nothing was written", not (desk / name).exists())

        # the program beside it
        subprocess.run(["dpkg-deb", "--extract", packages["remit"], root], check=True)
        programs = [root / "usr/bin/remit", root / "usr/bin/remit-plugin", *sorted((root / "usr/lib/remit/plugins").glob("*.so"))]
        if platform.machine() == "x86_64":
            newer = {str(p): sorted(f) for p in programs if (f := newer_code(p))}
            if all("+avx2" in p.name for p in packages.values()):
                checks.check("packages that say that they need AVX2 do", newer)
            else:
                checks.equal("every x86-64 processor can run what is in the packages", newer, {})
        policies = copy_of(root / "usr" / "share" / "remit" / "policies", scratch / "policies")
        document = read_round()
        for name, library in made.items():
            if not library.exists():
                continue
            plugins = scratch / f"plugins-{name}"
            plugins.mkdir()
            for end in (".so", ".plugin.json"):
                shutil.copy(library.with_name(name + end), plugins)
            (policies / "northern-ireland" / "list.lua").write_text(RULES % (name, name))
            place = write_round(document, scratch / f"round-{name}")
            data = place / "data" / name
            data.mkdir(parents=True)
            (data / "list.txt").write_text(document["applications"][0]["applicant"] + "\n")
            words = ["remit", "decide", place, "--plugins", plugins, "--format", "ndjson"]
            alone = {"PATH": f"{root}/usr/bin:/usr/bin:/bin", "REMIT_POLICIES": str(policies)}
            refused = run(checks, f"{name}: not trusted yet", words, scratch, alone, exit_code=4)
            checks.contains(f"{name}: what to do is said", refused.stderr, "remit plugin trust")
            run(checks, f"{name}: trusted", ["remit", "plugin", "trust", plugins / f"{name}.so"], scratch, alone)
            decided = run(checks, f"{name}: a round is decided with it", words, scratch, alone)
            checks.equal(f"{name}: a record for each application", len(decided.stdout.splitlines()), len(document["applications"]))
            checks.contains(f"{name}: which says what it said", decided.stdout, "the applicant is not on the list")
        listed = run(checks, "the plug-ins that came with it", ["remit", "plugin", "list"], scratch, {"PATH": f"{root}/usr/bin:/usr/bin:/bin"})
        checks.contains("the plug-ins that came with it", listed.stdout, "charity-register", "deprivation", "similar-applicants", "best-fit-allocator", "assessor-agreement")
    return checks.finish()


sys.exit(main())
