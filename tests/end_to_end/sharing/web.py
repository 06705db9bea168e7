#!/usr/bin/env python3
"""A registry on a web server, and servers that fail, lie, crawl and send elsewhere: nothing of that is adopted, and what is adopted goes on.
Usage: web.py --binary REMIT"""
import http.server
import os
import pathlib
import shutil
import ssl
import subprocess
import threading
import time

from share import WHO, main

os.environ["no_proxy"] = "*"   # whatever stands between this machine and others has no part in this
AWAY = "http://127.0.0.1:9/shared"   # the port of `discard`: nobody listens


class Server:
    """Serves the folder; `spoil` says how: a file name, and what is sent in its place."""

    def __init__(self, folder):
        self.folder, self.spoil, self.asked = pathlib.Path(folder), {}, []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                name = self.path.rsplit("/", 1)[-1]
                outer.asked.append(self.path)
                file = outer.folder / name
                if name in outer.spoil:
                    return outer.spoil[name](self)
                if not file.is_file():
                    return self.send_error(404)
                answer(self, file.read_bytes())

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/shared"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def answer(handler, body, code=200, length=None, **headers):
    handler.send_response(code)
    if length is not False:
        handler.send_header("Content-Length", str(len(body) if length is None else length))
    for key, value in headers.items():
        handler.send_header(key.replace("_", "-"), value)
    handler.end_headers()
    try:
        handler.wfile.write(body)
    except OSError:
        pass


def crawl(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.2)
    except OSError:
        pass


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(64):
            handler.wfile.write(b"x" * (1 << 20))
    except OSError:
        pass


def registry(desk):
    desk.key("north")
    desk.remit("pack", "trust", "add", "north-region", "--key", "north.pub", "--may", "river-towns", *WHO)
    shared = desk.place / "shared"
    shared.mkdir()
    desk.sign(desk.build(1, out="shared/river-towns-1.0.0.remitpack"), "north")
    desk.remit("pack", "index", "shared", "--key", "north.key", "--as-of", "2026-11-22")
    return Server(shared)


def works(desk, server):
    desk.remit("pack", "install", "river-towns", "--from", server.url, *WHO)
    desk.remit("check", "river-towns")
    told = desk.remit("pack", "outdated", "--from", server.url + "/", "--as-of", "2026-11-22").out
    desk.checks.contains("outdated, from the web", told, "release 1: the newest", "index 1 of the registry shared")
    desk.checks.equal("nothing else was asked for", sorted(set(server.asked)), [f"/shared/{n}" for n in ("index.json", "index.json.minisig", "river-towns-1.0.0.remitpack", "river-towns-1.0.0.remitpack.minisig")])
    desk.remit("pack", "install", server.url + "/river-towns-1.0.0.remitpack", *WHO)


def fails(desk, server):
    """Exit code 2, with the address and what happened; 4 where something came and is not to be believed."""
    def refused(exit_code, said, name, how, what="river-towns", **more):
        server.spoil = {name: how}
        done = desk.refused(exit_code, said, "pack", "install", what, "--from", server.url, *WHO, **more)
        desk.checks.contains(f"{said}: where", done.err, name)
        server.spoil = {}

    pack = "river-towns-1.0.0.remitpack"
    index = (server.folder / "index.json").read_bytes()
    refused(2, "the server has no such file", "index.json", lambda h: h.send_error(404))
    refused(2, "the server answers 503", "index.json", lambda h: h.send_error(503))
    refused(2, "cut off", "index.json", lambda h: answer(h, index[:40], length=len(index)))
    refused(2, "cut off", pack, lambda h: answer(h, b"(\xb5/\xfd", length=5000))
    refused(4, "does not hold for it", "index.json", lambda h: answer(h, b"<!doctype html><title>Please sign in</title>"))
    refused(4, "it is no signature of minisign", "index.json.minisig", lambda h: answer(h, b"<!doctype html>\n<title>Please\nsign in</title>\n.\n"))
    refused(4, "nobody has signed it", "index.json.minisig", lambda h: h.send_error(404))
    refused(4, "nobody has signed it", pack + ".minisig", lambda h: h.send_error(404))
    refused(4, "it is another file than the one in the index", pack, lambda h: answer(h, (server.folder / pack).read_bytes()[:-1]))
    refused(2, "larger than", "index.json", lambda h: answer(h, b"", length=1 << 40))
    refused(2, "larger than", "index.json", endless)
    refused(2, "larger than", "index.json.minisig", lambda h: answer(h, b"x" * 100_000, length=False))
    refused(2, "too slow", "index.json", crawl, REMIT_FETCH_SECONDS="1")
    refused(4, "does not hold for it", "index.json", lambda h: answer(h, b"\x1f\x8b\x08\0\0\0\0\0\0\3", Content_Encoding="gzip"))


def elsewhere(desk, server):
    """A server may send on to another place, not to another kind of place, and not for ever."""
    server.spoil = {"index.json": lambda h: answer(h, b"", 302, Location="http://localhost:%d/moved/list.json" % server.server.server_port),
                    "list.json": lambda h: answer(h, (server.folder / "index.json").read_bytes())}
    desk.remit("pack", "outdated", "--from", server.url, "--as-of", "2026-11-22")
    for place, said in ((f"file://{server.folder}/index.json", "not safe to follow"), ("index.json", "from one place to the next"), ("ftp://127.0.0.1/index.json", "not safe to follow")):
        server.spoil = {"index.json": lambda h, place=place: answer(h, b"", 302, Location=place)}
        desk.refused(2, said, "pack", "outdated", "--from", server.url, "--as-of", "2026-11-22")
    server.spoil = {}


def disguised(desk, server):
    """A server that cannot prove its name over https is not listened to."""
    pem = desk.place / "server.pem"
    made = shutil.which("openssl") and subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", pem, "-out", desk.place / "cert.pem"], capture_output=True)
    if not made or made.returncode:
        print("not tried, for there is no openssl: a server that cannot prove its name")
        return
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(desk.place / "cert.pem", pem)
    other = Server(server.folder)
    other.server.socket = context.wrap_socket(other.server.socket, server_side=True)
    desk.refused(2, "does not prove that it is the one of that name", "pack", "outdated", "--from", other.url.replace("http://", "https://"), "--as-of", "2026-11-22")
    desk.checks.equal("and nothing was asked of it", other.asked, [])


def away(desk, server):
    """Without a network, what is adopted goes on, and what needs one says so."""
    server.server.shutdown()
    server.server.server_close()
    desk.refused(2, "the server does not answer", "pack", "install", "river-towns", "--from", server.url, *WHO)
    desk.refused(2, "the server does not answer", "pack", "outdated", "--from", AWAY)
    desk.refused(2, "no server of that name", "pack", "outdated", "--from", "https://packs.invalid/shared")
    desk.refused(2, "have no place in an address", "pack", "outdated", "--from", "https://me:secret@packs.invalid/shared")
    desk.refused(2, "no `?` and no `#`", "pack", "outdated", "--from", "https://packs.invalid/shared?list")
    desk.remit("check", "river-towns")
    desk.checks.equal("no folder is left half made", [p.name for p in (desk.place / "store").glob(".fresh*")], [])


def test(desk):
    server = registry(desk)
    works(desk, server)
    fails(desk, server)
    elsewhere(desk, server)
    disguised(desk, server)
    away(desk, server)


main(test)
