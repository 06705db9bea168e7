#!/usr/bin/env python3
"""Signatures: minisign verifies ours and we verify its, in both directions with passwords; what was stripped, emptied, cut off, changed or
taken from another file is refused. Usage: signing.py --binary REMIT"""
import pathlib

from share import WHO, main


def both_ways(desk):
    """One key of ours and one of minisign's, each with a password; each signs, the other verifies."""
    desk.remit("pack", "key", "new", "ours", "--password-fd", 0, given=b"seven ducks\n")
    desk.checks.equal("the secret key is for its owner alone", (desk.place / "ours.key").stat().st_mode & 0o777, 0o600)
    made = desk.minisign("-G", "-p", "theirs.pub", "-s", "theirs.key", given=b"eight ducks\neight ducks\n")
    desk.checks.equal("minisign makes a key", made.returncode, 0)
    pack = desk.build(1)
    beside = pathlib.Path(f"{pack}.minisig")
    for key, password in (("ours", "seven ducks"), ("theirs", "eight ducks")):
        desk.remit("pack", "sign", pack, "--key", f"{key}.key", REMIT_KEY_PASSWORD=password)
        verified = desk.minisign("-Vm", pack, "-p", f"{key}.pub")
        desk.checks.equal(f"remit signs with {key}.key, minisign verifies", verified.returncode, 0)
        desk.checks.contains("the comment is signed too", verified.stdout.decode(), "remit pack river-towns 1.0.0, release 1")
        beside.unlink()
        signed = desk.minisign("-Sm", pack, "-s", f"{key}.key", "-t", "by hand", given=password.encode() + b"\n")
        desk.checks.equal(f"minisign signs with {key}.key", signed.returncode, 0)
        done = desk.remit("pack", "verify", pack, "--key", f"{key}.pub", "--as-of", "2026-11-22")
        desk.checks.contains("and remit verifies", done.out, "signed with the key", "by hand", "it has not expired, as of 2026-11-22")
    desk.refused(4, "the password is not the one of this key", "pack", "sign", pack, "--key", "ours.key", REMIT_KEY_PASSWORD="nine ducks")
    return pack


def passwords(desk, pack):
    desk.refused(2, "a key is never written over", "pack", "key", "new", "ours", "--no-password")
    desk.refused(2, "the password is empty", "pack", "key", "new", "empty", "--password-fd", 0, given=b"\n")
    desk.checks.check("no key was left", not (desk.place / "empty.key").exists())
    desk.refused(4, "it is a secret key", "pack", "verify", pack, "--key", "ours.key")


def refusals(desk, pack):
    desk.key("north")
    desk.key("south")
    desk.remit("pack", "trust", "add", "north-region", "--key", "north.pub", "--may", "river-towns", *WHO)
    beside = pathlib.Path(f"{pack}.minisig")
    beside.unlink()
    verify = ("pack", "verify", pack)
    desk.refused(4, "nobody has signed it", *verify)
    desk.sign(pack, "north")
    good = beside.read_text()
    desk.checks.contains("a good one", desk.remit(*verify).out, "signed by north-region", "(today's date)")
    beside.write_text("")
    desk.refused(4, "it is empty", *verify)
    beside.write_text("".join(line + "\n" for line in good.splitlines()[:2]))
    desk.refused(4, "it is cut off", *verify)
    beside.write_text(good.replace("release 1", "release 2"))
    desk.refused(4, "does not hold for it", *verify)
    desk.sign(pack, "south")
    desk.refused(4, "which nobody here trusts", *verify)
    other = desk.sign(desk.build(2, version="1.1.0"), "north")
    beside.write_text(pathlib.Path(f"{other}.minisig").read_text())
    desk.refused(4, "it is the signature of another file", *verify)
    beside.write_text(good)
    bytes_ = bytearray(pack.read_bytes())
    bytes_[len(bytes_) // 2] ^= 1
    pack.write_bytes(bytes_)
    desk.refused(4, "or the file was changed", *verify)   # not what is wrong inside: nothing is unpacked before the signature holds
    bytes_[len(bytes_) // 2] ^= 1
    pack.write_bytes(bytes_)
    desk.remit(*verify)
    desk.sign(pack, "south", "--also")
    desk.remit(*verify)
    desk.refused(2, "this key has signed it already", "pack", "sign", pack, "--key", "south.key", "--also")


def several(desk, pack):
    """Two of three keys: one signature is too few, another key's does not count, two are enough."""
    for name in ("first", "second", "third"):
        desk.key(name)
        desk.remit("pack", "trust", "add", "board", "--key", f"{name}.pub", "--may", "river-towns", *WHO)
    desk.remit("pack", "trust", "add", "board", "--signatures-needed", 2, *WHO)
    desk.sign(pack, "first")
    desk.refused(4, "signed it with 1 of its keys, and 2 are needed", "pack", "verify", pack)
    desk.sign(pack, "third", "--also")
    desk.checks.contains("two are enough", desk.remit("pack", "verify", pack).out, "signed by board, key")


def test(desk):
    pack = both_ways(desk)
    passwords(desk, pack)
    refusals(desk, pack)
    several(desk, pack)


main(test)
