# SPDX-License-Identifier: Apache-2.0
# The project file, the environment, and the state of the process that the program is started in.
from __future__ import annotations

import os
import resource
from pathlib import Path

from case import Case, Content, case
from makers import EVIL, document, tiny

FILES = {**tiny(), "p.json": document('"photo":true')}
SCORE = "score p.json --rules tiny.yaml --format csv"
TEXT = "score p.json --rules tiny.yaml"


def project(name: str, content: Content) -> Case:
    return case(name, "score p.json --format csv --columns id,score", {"colonnade.yaml": content, **FILES}, shows=True)


def surrounded(name: str, line: str = TEXT, **options: object) -> Case:
    return case(name, line, FILES, shows=True, **options)


def with_variables(name: str, line: str = TEXT, **variables: str | None) -> Case:
    return surrounded(name, line, environment=variables)


def folder(place: Path) -> None:
    (place / "colonnade.yaml").mkdir()


CASES = [
    project("project-good", "colonnade: 1\nrules: tiny\n"),
    project("project-empty", ""),
    project("project-of-nuls", bytes(500)),
    project("project-no-utf-8", b"colonnade: 1\nrules: t\xffny\n"),
    project("project-of-another-version", "colonnade: 2\n"),
    project("project-with-a-path", "colonnade: 1\nrules: ../../etc/passwd\n"),
    project("project-with-control-letters", 'colonnade: 1\nrules: "a\\e[31m"\n'),
    project("project-with-a-language-that-is-none", 'colonnade: 1\nrules: tiny\nlang: "\\e[31m"\n'),
    project("project-with-trust", "colonnade: 1\nrules: tiny\ntrust: [plain]\n"),
    project("project-with-a-key-twice", "colonnade: 1\nrules: tiny\nrules: huge\n"),
    project("project-deep", "[" * 50_000),
    project("project-of-70-kb", "colonnade: 1\nrules: tiny\n#" + "x" * 70_000),
    project("project-with-an-alias", "colonnade: &a 1\nrules: *a\n"),
    case("project-that-is-a-folder", "score p.json --format csv", {"p.json": document('"photo":true')}, folder),
    case("project-that-is-a-pipe", "score p.json --rules tiny.yaml --format csv", FILES,
         lambda place: os.mkfifo(place / "colonnade.yaml")),
    case("project-that-is-a-link-to-itself", "score p.json --rules tiny.yaml --format csv", FILES,
         lambda place: os.symlink("colonnade.yaml", place / "colonnade.yaml")),
    with_variables("home-unset", HOME=None),
    with_variables("home-empty", HOME=""),
    with_variables("home-that-is-no-path", HOME="\x1b[31m"),
    with_variables("home-of-100000-letters", HOME="/" + "h" * 100_000),
    with_variables("path-unset", PATH=None),
    with_variables("locale-turkish", LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8"),
    with_variables("locale-german", LC_ALL="de_DE.UTF-8", LC_NUMERIC="de_DE.UTF-8"),
    with_variables("locale-that-is-none", LC_ALL="\x1b[31m", LANG="xx"),
    with_variables("zone-that-is-none", TZ="\x1b[31m/../../etc/passwd"),
    with_variables("zone-far-away", TZ="ABC-167:59:59"),
    with_variables("columns-below-zero", COLUMNS="-1"),
    with_variables("columns-zero", COLUMNS="0"),
    with_variables("columns-1", COLUMNS="1"),
    with_variables("columns-huge", COLUMNS="99999999999999999999"),
    with_variables("columns-that-are-no-number", COLUMNS="\x1b[31m"),
    with_variables("terminal-that-is-none", TERM="\x1b[31m", LINES="-1"),
    with_variables("colour-forced", CLICOLOR_FORCE="1", FORCE_COLOR="1", NO_COLOR="1"),
    with_variables("folder-for-data-that-is-a-file", XDG_DATA_HOME="p.json"),
    with_variables("folder-for-data-of-colons", XDG_DATA_HOME=":::"),
    with_variables("folder-for-temporary-files-missing", TMPDIR="/nowhere"),
    case("plugin-path-with-empty-parts", "plugin list", environment={"COLONNADE_PLUGIN_PATH": ":::p.json:\x1b[31m:"}),
    with_variables("plugin-path-of-100000-letters", COLONNADE_PLUGIN_PATH="/p" * 50_000),
    with_variables("store-that-is-empty", "history", COLONNADE_STORE=""),
    with_variables("store-with-control-letters", "history", COLONNADE_STORE="\x1b[31m.db"),
    with_variables("loader-that-is-told-to-load", LD_PRELOAD="./p.json"),
    surrounded("input-closed", stdin=None),
    surrounded("input-closed-and-wanted", "score - --rules tiny.yaml", stdin=None),
    surrounded("input-empty-and-wanted", "score - --rules tiny.yaml"),
    surrounded("input-of-nuls", "score - --rules tiny.yaml", stdin=bytes(5000)),
    surrounded("input-that-is-a-zip", "score - --rules tiny.yaml", stdin=b"PK\3\4" + bytes(100)),
    surrounded("input-twice", "score - - --rules tiny.yaml", stdin=document('"photo":true').encode()),
    surrounded("messages-closed", closed=(2,)),
    surrounded("messages-closed-and-an-error", "score missing.json", closed=(2,)),
    surrounded("output-closed", closed=(1,)),
    surrounded("output-and-messages-closed", closed=(1, 2)),
    surrounded("all-three-closed", stdin=None, closed=(1, 2)),
    surrounded("all-three-closed-and-a-file-written", TEXT + " -o r.json", stdin=None, closed=(1, 2)),
    case("folder-that-is-gone", TEXT, FILES, environment={"PWD": "/nowhere"}, shows=True),
]
