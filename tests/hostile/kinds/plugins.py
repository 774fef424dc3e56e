# SPDX-License-Identifier: Apache-2.0
# Files that are found where plugins are looked for, and locks. What a plugin does once it runs stands in
# tests/cli/bad_plugins_test.py and tests/plugins.
from __future__ import annotations

import hashlib
import os
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

from case import Case, Content, case
from makers import EVIL, TINY, document, tiny
from measure import BUILD

MODULES = BUILD / "tests/plugins/modules"
BOOK = TINY.replace("schema: tiny", "plugins: [plain]\nschema: tiny")
LOCK = "colonnade: 1\nplugins:\n  plain:\n    version: 1.0.0\n    abi: 1.1\n    sha256: {}\n    size: {}\n"


def plain() -> bytes:
    return (MODULES / "plain.so").read_bytes()


def good_lock() -> bytes:
    return LOCK.format(hashlib.sha256(plain()).hexdigest(), len(plain())).encode()


def opened(place: Path) -> None:
    """Nobody else may write, whatever the umask."""
    for path in (place, *place.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755)


def plugin(name: str, content: Content, prepare: Callable[[Path], None] | None = None) -> Case:
    def both(place: Path) -> None:
        opened(place)
        if prepare:
            prepare(place)
    return case(name, ["plugin list --plugin-dir plugins", "check tiny.yaml --plugin-dir plugins"],
                {"plugins/plain.so": content, **tiny(BOOK)}, both)


def locked(name: str, content: Content) -> Case:
    return case(name, ["check tiny.yaml --plugin-dir plugins", "plugin lock --plugin-dir plugins"],
                {"plugins/plain.so": plain, "colonnade.lock": content, "colonnade.yaml": "colonnade: 1\n",
                 **tiny(BOOK)}, opened)


def changed(at: int, form: str, *values: int) -> Callable[[], bytes]:
    def make() -> bytes:
        content = bytearray(plain())
        struct.pack_into(form, content, at, *values)
        return bytes(content)
    return make


def thousand(place: Path) -> None:
    opened(place)
    for number in range(1000):
        (place / f"plugins/p{number}.so").write_bytes(b"x")


def named(name: str, file: str) -> Case:
    return plugin(name, plain, lambda place: shutil.copy(place / "plugins/plain.so", place / "plugins" / file))


CASES = [
    plugin("plugin-good", plain),
    plugin("plugin-empty", b""),
    plugin("plugin-that-is-a-text", "#!/bin/sh\nrm -rf /\n"),
    plugin("plugin-magic-only", b"\x7fELF"),
    plugin("plugin-of-nuls", bytes(100_000)),
    plugin("plugin-cut-off", lambda: plain()[:3000]),
    plugin("plugin-cut-by-a-byte", lambda: plain()[:-1]),
    plugin("plugin-of-32-bits", changed(4, "B", 1)),
    plugin("plugin-of-another-byte-order", changed(5, "B", 2)),
    plugin("plugin-of-another-machine", changed(18, "<H", 183)),
    plugin("plugin-that-is-a-program", changed(16, "<H", 2)),
    plugin("plugin-with-65535-segments", changed(56, "<H", 65535)),
    plugin("plugin-with-segments-elsewhere", changed(32, "<Q", (1 << 64) - 8)),
    plugin("plugin-with-segments-of-size-1", changed(54, "<H", 1)),
    plugin("plugin-with-sections-elsewhere", changed(40, "<Q", 1 << 63)),
    plugin("plugin-with-random-middle", lambda: plain()[:600] + bytes(range(256)) * 8 + plain()[2648:]),
    plugin("plugin-that-is-a-folder", plain,
           lambda place: ((place / "plugins/plain.so").unlink(), (place / "plugins/plain.so").mkdir()) and None),
    plugin("plugin-that-is-a-pipe", plain,
           lambda place: ((place / "plugins/plain.so").unlink(), os.mkfifo(place / "plugins/plain.so")) and None),
    plugin("plugin-that-is-a-link", plain,
           lambda place: ((place / "plugins/plain.so").rename(place / "other.so"),
                          os.symlink("../other.so", place / "plugins/plain.so")) and None),
    plugin("plugin-that-is-a-link-to-itself", plain,
           lambda place: ((place / "plugins/plain.so").unlink(),
                          os.symlink("plain.so", place / "plugins/plain.so")) and None),
    plugin("plugin-that-anybody-may-write", plain, lambda place: (place / "plugins/plain.so").chmod(0o777)),
    plugin("plugin-in-a-folder-that-anybody-may-write", plain, lambda place: (place / "plugins").chmod(0o777)),
    named("plugin-of-a-name-with-control-letters", f"{EVIL.replace('/', '')}.so"),
    named("plugin-of-a-name-with-a-line-break", "a\nerror: b.so"),
    named("plugin-of-a-name-in-capitals", "PLAIN.SO"),
    named("plugin-of-a-hidden-name", ".so"),
    case("plugins-by-the-thousand", "plugin list --plugin-dir plugins", {"plugins/plain.so": plain}, thousand, shows=True),
    case("plugin-folder-that-is-missing", "plugin list --plugin-dir nowhere"),
    case("plugin-folder-that-is-a-file", "plugin list --plugin-dir f", {"f": "x"}),
    case("plugin-to-check-that-is-none", "plugin check f.so", {"f.so": "x"}),
    case("plugin-to-check-that-is-missing", "plugin check f.so"),
    case("plugin-to-check-that-is-a-folder", "plugin check f.so", {"f.so/x": "x"}),
    case("plugin-to-trust-that-is-a-path", "check tiny.yaml --trust ../plain", tiny()),
    locked("lock-good", good_lock),
    locked("lock-empty", b""),
    locked("lock-of-nuls", bytes(3000)),
    locked("lock-of-2-mb", lambda: good_lock() + b"#" * (2 << 20)),
    locked("lock-of-another-version", lambda: good_lock().replace(b"colonnade: 1", b"colonnade: 9")),
    locked("lock-of-another-content", LOCK.format("0" * 64, 1)),
    locked("lock-with-a-short-digest", LOCK.format("abc", 1)),
    locked("lock-with-a-digest-in-capitals", lambda: good_lock().replace(b"sha256: ", b"sha256: A")),
    locked("lock-with-a-size-of-2-to-64", LOCK.format("0" * 64, 1 << 64)),
    locked("lock-with-a-plugin-twice", lambda: good_lock() + good_lock().split(b"plugins:\n")[1]),
    locked("lock-with-a-path", LOCK.format("0" * 64, 1).replace("plain:", "../plain:")),
    locked("lock-with-control-letters", LOCK.format("0" * 64, 1).replace("plain:", '"a\\e[31m":')),
    locked("lock-of-a-list", "- a\n"),
    locked("lock-deep", "[" * 100_000),
    locked("lock-with-an-alias", "colonnade: 1\nplugins: *x\n"),
]
