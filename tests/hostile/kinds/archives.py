# SPDX-License-Identifier: Apache-2.0
# Archives that LinkedIn would not write, and archives that lie about what is in them.
from __future__ import annotations

import io
import zipfile
from pathlib import Path

from case import Case, Content, case
from makers import EVIL, Entry, few, forged, zeros, zipped

PROFILE = b"First Name,Last Name,Headline,Summary,Industry\nIda,Muster,Buyer,About me,Metal\n"
SKILLS = b"Name\nTea\nSums\n"
LINK = 0o120777
CELLS = {"Profile.csv": "First Name,Last Name,Headline,Summary,Industry\n{0},{0},{0},{0},{0}\n",
         "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n{0},{0},{0},{0},{0},{0}\n",
         "Skills.csv": "Name\n{0}\n", "Shares.csv": "Date,ShareLink,ShareCommentary\n{0},{0},{0}\n",
         "Invitations.csv": "From,To,Sent At,Message,Direction\n{0},{0},{0},{0},{0}\n"}
JOINED = "score --join e.zip f.zip --rules few.yaml --as-of 2026-11-20 --id i"
CALL = "score e.zip --rules few.yaml --as-of 2026-11-20 --id i --format csv"


def given(name: str, content: Content) -> Case:
    return case(name, CALL, {"e.zip": content, **few()}, shows=True)


def beside_good(name: str, *entries: Entry, **options: object) -> Case:
    """A good profile, and something else."""
    return given(name, lambda: forged([Entry("Profile.csv", PROFILE), *entries], **options))


def bomb(name: str, size: int, *, claimed: int | None = None) -> Case:
    return beside_good(name, Entry("Skills.csv", b"", packed=zeros(size), crc=0,
                                   size=size if claimed is None else claimed))


def many(count: int) -> bytes:
    return forged([Entry("Profile.csv", PROFILE),
                   *(Entry(f"Articles/{n}.html", b"", method=0) for n in range(count))],
                  count=(count + 1) & 0xFFFF)


def over_one_stream(count: int) -> bytes:
    """All rows of the directory lead to the first file."""
    return forged([Entry("Profile.csv", PROFILE),
                   *(Entry(f"Skills{n}.csv", PROFILE, at=0) for n in range(count))])


def nested(levels: int) -> bytes:
    inner = zipped([("Profile.csv", PROFILE)])
    for level in range(levels):
        inner = zipped([(f"level{level}.zip", inner)])
    return inner


def turned(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1:]


def zip64() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in (("Profile.csv", PROFILE), ("Skills.csv", SKILLS)):
            with archive.open(zipfile.ZipInfo(name, (2026, 11, 20, 12, 0, 0)), "w", force_zip64=True) as file:
                file.write(content)
    return made.getvalue()


def folder_in_place(place: Path) -> None:
    (place / "e.zip").mkdir()


GOOD = zipped([("Profile.csv", PROFILE), ("Skills.csv", SKILLS)])
CASES = [
    given("good", GOOD),
    given("zip64", zip64()),
    given("empty-file", b""),
    given("no-files-in-it", zipped([])),
    given("first-bytes-only", b"PK\3\4"),
    given("cut-in-the-middle", GOOD[:len(GOOD) // 2]),
    given("cut-by-a-byte", GOOD[:-1]),
    given("without-its-beginning", GOOD[30:]),
    given("twice-behind-itself", GOOD + GOOD),
    given("text-before-it", b"#!/bin/sh\nexit\n" + GOOD),
    given("70-kb-behind-it", GOOD + bytes(70_000)),
    given("damaged-file", turned(GOOD, 45)),
    given("nothing-known-in-it", zipped([("notes.txt", "hello"), ("photo.jpg", b"\xff\xd8")])),
    given("gzip-called-zip", b"\x1f\x8b\x08\0\0\0\0\0\0\3\3\0\0\0\0\0\0\0\0\0"),
    given("7z-called-zip", b"7z\xbc\xaf\x27\x1c\0\4" + bytes(100)),
    given("rar-called-zip", b"Rar!\x1a\7\1\0" + bytes(100)),
    given("tar-called-zip", b"Profile.csv" + bytes(146) + b"ustar\x0000" + bytes(1000)),
    case("folder-called-zip", "import e.zip", prepare=folder_in_place),
    bomb("bomb-of-100-mb", 100 << 20),
    bomb("bomb-that-claims-5-bytes", 100 << 20, claimed=5),
    bomb("bomb-that-claims-4-gb", 1 << 20, claimed=0xFFFFFFFF),
    given("bombs-in-many-files", lambda: forged(
        [Entry(name, b"", packed=zeros(100 << 20), crc=0, size=100 << 20)
         for name in ("Profile.csv", "Skills.csv", "Positions.csv", "Education.csv", "Shares.csv",
                      "Comments.csv", "Reactions.csv", "Invitations.csv")])),
    beside_good("file-that-claims-nothing", Entry("Skills.csv", SKILLS, size=0)),
    beside_good("file-that-claims-more", Entry("Skills.csv", SKILLS, size=10_000)),
    beside_good("file-packed-beyond-the-end", Entry("Skills.csv", SKILLS, packed_size=1 << 30)),
    beside_good("file-with-a-wrong-sum", Entry("Skills.csv", SKILLS, crc=1)),
    beside_good("file-that-is-not-where-it-is-said", Entry("Skills.csv", SKILLS, at=7)),
    beside_good("file-beyond-the-archive", Entry("Skills.csv", SKILLS, at=0x7FFFFFFF)),
    beside_good("count-that-is-too-large", count=500),
    given("hundred-files-over-one-stream", over_one_stream(100)),
    beside_good("two-files-of-a-name", Entry("Profile.csv", PROFILE.replace(b"Buyer", b"Queen"))),
    beside_good("names-that-differ-in-case", Entry("PROFILE.CSV", PROFILE.replace(b"Buyer", b"Queen"))),
    beside_good("names-that-are-twins", Entry("Sk\u0456lls.csv", SKILLS)),
    beside_good("path-upwards", Entry("../../../../etc/cron.d/Skills.csv", SKILLS)),
    beside_good("absolute-path", Entry("/etc/Skills.csv", SKILLS)),
    beside_good("path-of-windows", Entry("C:\\Windows\\Skills.csv", SKILLS)),
    beside_good("upwards-with-backslashes", Entry("..\\..\\Skills.csv", SKILLS)),
    beside_good("path-with-points", Entry("./a/../b/./Skills.csv", SKILLS)),
    beside_good("link-to-passwd", Entry("Skills.csv", b"/etc/passwd", mode=LINK, method=0)),
    beside_good("device-in-it", Entry("Skills.csv", SKILLS, mode=0o020666)),
    beside_good("name-that-is-empty", Entry("", SKILLS)),
    beside_good("name-of-60000-letters", Entry("n" * 60_000 + ".csv", SKILLS)),
    beside_good("name-with-control-letters", Entry(EVIL + ".csv", SKILLS)),
    beside_good("name-with-a-nul", Entry(b"Skills.csv\0.txt", SKILLS)),
    beside_good("name-with-a-line-break", Entry("a\nerror: all is lost\n.csv", SKILLS)),
    beside_good("name-that-is-no-utf-8", Entry(b"Sk\xe4lls.csv", SKILLS)),
    beside_good("name-in-another-code-page", Entry(b"F\x84higkeiten.csv", SKILLS, flags=0)),
    beside_good("encrypted", Entry("Skills.csv", SKILLS, flags=0x801)),
    beside_good("packed-by-a-method-that-nobody-knows", Entry("Skills.csv", SKILLS, method=99)),
    beside_good("packed-by-lzma", Entry("Skills.csv", SKILLS, method=14)),
    beside_good("rubbish-as-packed-bytes", Entry("Skills.csv", b"", packed=b"\xff" * 500, size=900)),
    given("archive-in-an-archive", nested(1)),
    given("archive-in-twelve-archives", nested(12)),
    given("two-thousand-files", lambda: many(1_999)),
    given("two-thousand-and-one-files", lambda: many(2_001)),
    given("twenty-thousand-files", lambda: many(20_000)),
    given("deep-folders", zipped([("a/" * 400 + "Profile.csv", PROFILE)])),
    case("control-letters-in-every-cell", ["score e.zip", "import e.zip", "score e.zip --format ndjson", "facts --unknown e.zip"],
         {"e.zip": zipped([(name, cells.format(EVIL)) for name, cells in CELLS.items()])}),
    given("comment-of-60000-bytes", forged([Entry("Profile.csv", PROFILE)], comment=b"PK\5\6" * 15_000)),
    given("spanned-over-disks", GOOD.replace(b"PK\5\6\0\0", b"PK\5\6\7\0")),
    case("two-that-are-joined-and-one-is-broken", JOINED,
         {"e.zip": GOOD, "f.zip": GOOD[:60], **few()}, shows=True),
    case("same-one-joined-with-itself", JOINED.replace("f.zip", "e.zip"),
         {"e.zip": GOOD, **few()}, shows=True),
]
