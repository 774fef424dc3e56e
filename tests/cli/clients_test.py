# SPDX-License-Identifier: Apache-2.0
# A folder of clients: a file for each person under a name that is safe, nobody's over somebody else's,
# and a page that lists all, also those that could not be read; whatever names they have, and at whatever
# moment a run ends.
from __future__ import annotations

import base64
import hashlib
import itertools
import json
import random
import re
import resource
import shutil
import signal
import subprocess
import time
import unittest
import urllib.parse
from html.parser import HTMLParser
from pathlib import Path

import harness
from harness import PROGRAM, archive, score, small_profile, write

FINE, MISSED, USAGE, DATA, OUTPUT = 0, 1, 2, 4, 6
FORMATS = {"html": "html", "json": "json", "markdown": "md", "text": "txt", "junit": "xml"}
EVIL = '"><img src=x onerror=alert(1)>\'</script><script>&amp;'
VOID = {"meta", "br"}


class Read(HTMLParser):
    """A page: its links, the cells of its tables, and everything that could do something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.cells: list[str] = []
        self.values: list[str | None] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self.content: dict[str, str] = {}
        self.policy = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(found)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "a":
            self.links.append(found["href"])
        if tag in ("td", "th"):
            self.cells.append("")
            self.values.append(found.get("data-value"))
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        self.content[inside] = self.content.get(inside, "") + data
        if {"td", "th"} & set(self.open):
            self.cells[-1] += data


def documents(place: Path, *ids: str) -> list[Path]:
    return [write(f"{number}.json", small_profile(id=name, photo=True), place)
            for number, name in enumerate(ids)]


def to_folder(folder: Path, *data: object, more: tuple = (), form: str = "json") -> harness.Run:
    return score(*data, "--format", form, *more, "-o", f"{folder}/")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def page(folder: Path) -> Read:
    return Read((folder / "index.html").read_text("utf-8"))


class Files(unittest.TestCase):
    def test_each_is_what_it_is_alone(self) -> None:
        people = (archive("steady"), archive("chaser"))
        for form, ending in FORMATS.items():
            folder = harness.new_folder() / "new" / "clients"
            done = to_folder(folder, *people, form=form)
            self.assertEqual((done.code, done.out, done.messages), (FINE, b"", ""))
            self.assertEqual(len(names(folder)), 3)
            for person in people:
                alone = score(person, "--format", form).out
                name = score(person, "--format", "json").json["profile"]["id"]
                self.assertEqual((folder / f"{name}.{ending}").read_bytes(), alone)

    def test_several_formats_and_files_beside_them(self) -> None:
        place = harness.new_folder()
        folder = place / "clients"
        folder.mkdir()
        done = score(*documents(place, "anna", "ben"), "--format", f"json={folder}", "--format",
                     f"markdown={folder}/", "--format", f"junit={place}/all.xml", "--format",
                     f"csv={place}/all.csv")
        self.assertEqual((done.code, done.out), (FINE, b""), done.messages)
        self.assertEqual(names(folder), ["anna.json", "anna.md", "ben.json", "ben.md", "index.html"])
        self.assertEqual(sorted(page(folder).links), [f"./{n}" for n in names(folder)[:-1]])
        self.assertEqual((place / "all.csv").read_text("utf-8").count("\n"), 3)
        self.assertEqual((place / "all.xml").read_text("utf-8").count("<testsuite "), 2)

    def test_many_documents_of_one_file(self) -> None:
        lines = [json.dumps(small_profile(id=f"p{n}", photo=True)) for n in range(20)]
        lines[7] = '{"profile": 1, "photo": 7}'
        folder = harness.new_folder()
        done = to_folder(folder, write("people.ndjson", "\n".join(lines)))
        self.assertEqual((done.code, len(names(folder))), (DATA, 20))
        self.assertIn("people.ndjson:8", "".join(page(folder).cells))

    def test_other_files_stay_and_results_are_replaced(self) -> None:
        folder, place = harness.new_folder(), harness.new_folder()
        (folder / "mine.txt").write_text("mine")
        (folder / "anna.json").write_text("old")
        anna, ben = documents(place, "anna", "ben")
        for data in ((anna, ben), (anna,)):
            self.assertEqual(to_folder(folder, *data).code, FINE)
            self.assertEqual(names(folder), ["anna.json", "ben.json", "index.html", "mine.txt"])
        self.assertEqual((folder / "mine.txt").read_text(), "mine")
        self.assertEqual(json.loads((folder / "anna.json").read_text())["profile"]["id"], "anna")
        self.assertEqual(page(folder).links, ["./anna.json"])

    def test_a_bad_one_never_stops_the_others(self) -> None:
        folder, place = harness.new_folder(), harness.new_folder()
        anna, ben = documents(place, "anna", "ben")
        bad = [write("bad.zip", b"PK nothing", place), place / "missing.zip",
               write("wrong.json", small_profile(photo="seven"), place),
               write("wrong.yaml", "profile: 1\nphoto: [\n", place), write("empty.json", "", place)]
        done = to_folder(folder, anna, *bad, ben)
        self.assertEqual((done.code, names(folder)), (DATA, ["anna.json", "ben.json", "index.html"]))
        cells = page(folder).cells
        for path in bad:
            at = next(n for n, cell in enumerate(cells) if cell.startswith(str(path)))
            self.assertIn(cells[at + 1].removeprefix("error: "), done.messages)
            self.assertNotEqual(cells[at + 1], "")

    def test_nobody(self) -> None:
        folder = harness.new_folder() / "clients"
        self.assertEqual(to_folder(folder, "/nonexistent.zip").code, DATA)
        self.assertEqual(names(folder), ["index.html"])
        self.assertNotIn("script", page(folder).tags)


class Ids(unittest.TestCase):
    def test_collisions_are_errors(self) -> None:
        for ids in (("anna", "anna"), ("anna", "ANNA"), ("a/b", "a/b")):
            folder = harness.new_folder()
            one, other = documents(harness.new_folder(), *ids)
            write(one.name, small_profile(id=ids[0], followers=3), one.parent)
            done = to_folder(folder, one, other)
            self.assertEqual((done.code, len(names(folder))), (DATA, 2), done.messages)
            self.assertIn(f"`{other}`: the id `{ids[1]}` is that of `{one}` already", done.messages)
            result = json.loads((folder / page(folder).links[0]).read_text("utf-8"))
            self.assertIsNone(result["pillars"][0]["rules"][1]["value"])  # the photo of the other
            self.assertIn(str(other), page(folder).cells)

    def test_ids_become_names(self) -> None:
        folder = harness.new_folder()
        ids = ("../../up", "a/b", "a_b", "..", "-rf", "con", "index", "x" * 500, "ü" * 300, "a\nb",
               "Jörg Müller", "50%", "a#b?c", EVIL, "\u202egpj", "CON.json", " ", "a\\b")
        done = to_folder(folder, *documents(harness.new_folder(), *ids))
        self.assertEqual(done.code, FINE, done.messages)
        found = names(folder)
        self.assertEqual(len(found), len(ids) + 1)
        self.assertIn("Jörg Müller.json", found)
        self.assertEqual({json.loads((folder / name).read_text("utf-8"))["profile"]["id"]
                          for name in found if name != "index.html"}, set(ids))
        for name in found:
            self.assertRegex(name, r"^[\w@+][\w@+. -]*[\w@+-]\.(json|html)$")
            self.assertLess(len(name.encode()), 140)
        for link in page(folder).links:
            self.assertTrue(link.startswith("./"))
            self.assertTrue((folder / urllib.parse.unquote(link)).is_file(), link)

    def test_the_data_themselves_stay(self) -> None:
        folder = harness.new_folder()
        data = documents(folder, "0", "other")
        before = data[0].read_bytes()
        (folder / "link.json").symlink_to(data[0])
        for first in (data[0], folder / "link.json", folder / "." / "0.json"):
            done = to_folder(folder, first, data[1])
            self.assertEqual((done.code, data[0].read_bytes()), (DATA, before))
            self.assertIn("would take the place of", done.messages)
            self.assertTrue((folder / "other.json").is_file())


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = harness.new_folder()
        hostile = write("evil.json", small_profile(id=EVIL, photo=True, headline=EVIL))
        bad = write(f"b{EVIL.replace('/', '')}.zip", b"PK nothing")
        cls.people = (archive("steady"), archive("chaser"), archive("silent", "basic"),
                      write("none.json", small_profile(id="none")), hostile)
        cls.done = to_folder(cls.folder, *cls.people, bad, more=("--lang", "en"))
        cls.text = (cls.folder / "index.html").read_text("utf-8")
        cls.page = Read(cls.text)

    def test_it_asks_for_nothing_and_runs_only_its_own(self) -> None:
        self.assertLessEqual(self.page.attributes - {"data-value", "data-sort", "aria-label",
                                                        "aria-hidden", "viewbox", "d"},
                             {"lang", "charset", "http-equiv", "content", "name", "class", "id",
                              "tabindex", "role", "scope", "hidden", "href"})
        self.assertFalse(self.page.tags & {"link", "img", "iframe", "form", "object", "base"})
        self.assertNotRegex(self.page.content["style"], r"url\(|@import")
        for tag, policy in (("style", "style-src"), ("script", "script-src")):
            digest = hashlib.sha256(self.page.content[tag].encode()).digest()
            self.assertIn(f"{policy} 'sha256-{base64.b64encode(digest).decode()}'", self.page.policy)
        self.assertTrue(self.page.policy.startswith("default-src 'none';"))
        self.assertNotIn("unsafe", self.page.policy)

    def test_hostile_names_are_inert(self) -> None:
        self.assertEqual(self.text.count("<script>"), 1)
        self.assertIn(EVIL, "".join(self.page.cells))
        self.assertNotIn("<img", self.text)

    def test_it_shows_what_the_results_say(self) -> None:
        results = []
        for link in self.page.links:
            path = self.folder / urllib.parse.unquote(link)
            results.append(json.loads(path.read_text("utf-8")))
        self.assertEqual(len(results), len(self.people))
        heads = self.page.cells.index("Best gain") + 1
        for number, result in enumerate(results):
            begin = heads + number * heads
            cells = self.page.cells[begin:begin + heads]
            values = self.page.values[begin:begin + heads]
            self.assertEqual(cells[0], result["profile"]["id"])
            total = "" if result["score"] is None else result["score"]
            for value, wanted in ((values[1], total),
                                  *((v, "" if p["score"] is None else p["score"])
                                    for v, p in zip(values[3:7], result["pillars"], strict=True))):
                self.assertEqual(value == "", wanted == "")
                if wanted != "":
                    self.assertLessEqual(abs(float(value) - wanted), 0.1)
            self.assertEqual(values[8], str(len(result["cautions"])))
            for caution in result["cautions"]:
                self.assertIn(caution["title"], cells[8])
            gains = [tip["gain"] for tip in result["tips"] if tip["gain"]]
            self.assertEqual(values[9] == "", not gains)
            if gains:
                self.assertAlmostEqual(float(values[9]), max(gains), delta=0.11)

    def test_it_is_bilingual_and_knows_gates(self) -> None:
        folder = harness.new_folder()
        done = to_folder(folder, archive(), more=("--lang", "de", "--min-score", "99"))
        self.assertEqual(done.code, MISSED)
        text = (folder / "index.html").read_text("utf-8")
        self.assertIn('<html lang="de">', text)
        self.assertIn("Verfehlte Vorgaben", page(folder).cells)
        self.assertNotIn("Gates", page(folder).cells)
        self.assertNotIn("Gates missed", self.page.cells)

    def test_the_same_people_give_the_same_bytes(self) -> None:
        folder = harness.new_folder()
        to_folder(folder, archive("steady"), archive("chaser"))
        first = {name: (folder / name).read_bytes() for name in names(folder)}
        to_folder(folder, archive("steady"), archive("chaser"))
        self.assertEqual(first, {name: (folder / name).read_bytes() for name in names(folder)})

    @unittest.skipUnless(shutil.which("node"), "sorting needs Node.js")
    def test_it_sorts(self) -> None:
        rows = [[{"text": "Berta"}, {"value": "9.5"}], [{"text": "Änne"}, {"value": ""}],
                [{"text": "anna 10"}, {"value": "86.8"}], [{"text": "anna 9"}, {"value": "9.5"}]]
        asked = {"script": self.page.content["script"], "heads": [None, "figure"], "rows": rows,
                 "clicks": [1, 1, 0, 0, 1]}
        done = subprocess.run(["node", Path(__file__).with_name("sort_clients.js")], check=True,
                              input=json.dumps(asked).encode(), capture_output=True, timeout=60)
        told = json.loads(done.stdout)
        self.assertTrue(told["hint"])
        self.assertEqual([step["order"] for step in told["seen"]],
                         [[2, 0, 3, 1], [0, 3, 2, 1], [3, 2, 1, 0], [0, 1, 2, 3], [2, 0, 3, 1]])
        self.assertEqual([step["marks"] for step in told["seen"]],
                         [[None, "descending"], [None, "ascending"], ["ascending", None],
                          ["descending", None], [None, "descending"]])


class Wrong(unittest.TestCase):
    def test_usage(self) -> None:
        place = harness.new_folder()
        (place / "a").mkdir()
        for message, arguments in (
                ("a table is one file", ("--format", "csv", "-o", f"{place}/c/")),
                ("a table is one file", ("--format", f"ndjson={place}/a")),
                ("results go to one folder only", ("--format", f"json={place}/a", "--format",
                                                   f"text={place}/b/")),
                ("is named twice for json", ("--format", f"json={place}/a", "--format",
                                             f"json={place}/a/"))):
            done = score(archive(), *arguments)
            self.assertEqual((done.code, done.out), (USAGE, b""), done.messages)
            self.assertIn(message, done.messages)
        self.assertEqual((names(place), names(place / "a")), (["a"], []))

    def test_a_folder_that_cannot_be(self) -> None:
        place = harness.new_folder()
        (place / "file").write_text("")
        for folder in (place / "file", place / "file" / "clients", Path("/proc/clients")):
            done = to_folder(folder, *documents(harness.new_folder(), "a", "b"))
            self.assertEqual(done.code, OUTPUT, done.messages)
            self.assertEqual(done.messages.count("cannot write"), 1)

    def test_a_file_that_cannot_be(self) -> None:
        folder = harness.new_folder()
        (folder / "a.json").mkdir()
        done = to_folder(folder, *documents(harness.new_folder(), "a", "b"))
        self.assertEqual((done.code, names(folder)), (OUTPUT, ["a.json", "b.json", "index.html"]))
        self.assertEqual(page(folder).links, ["./b.json"])


class Interrupted(unittest.TestCase):
    PEOPLE = 120

    @classmethod
    def setUpClass(cls) -> None:
        lines = (json.dumps(small_profile(id=f"p{n}", photo=True, followers=n)) + "\n"
                 for n in range(cls.PEOPLE))
        cls.data = write("people.ndjson", "".join(lines))
        cls.whole = harness.new_folder()
        begin = time.monotonic()
        assert to_folder(cls.whole, cls.data).code == FINE
        cls.seconds = time.monotonic() - begin

    def command(self, folder: Path) -> list[str]:
        return [str(PROGRAM), "score", str(self.data), "--format", "json", "-o", f"{folder}/"]

    def same(self, folder: Path) -> bool:
        return ({name: (folder / name).read_bytes() for name in names(folder)} ==
                {name: (self.whole / name).read_bytes() for name in names(self.whole)})

    def test_killed_and_run_again(self) -> None:
        chance, hits = random.Random(20261126), 0
        for _ in range(6):
            folder = harness.new_folder()
            for _ in range(3):
                process = subprocess.Popen(self.command(folder), env=harness.ENVIRONMENT,
                                           stderr=subprocess.DEVNULL)
                time.sleep(chance.uniform(0, self.seconds))
                process.kill()
                hits += process.wait() == -signal.SIGKILL
                for name in names(folder):
                    if not name.endswith(".part"):
                        self.assertEqual((folder / name).read_bytes(), (self.whole / name).read_bytes())
            self.assertEqual(to_folder(folder, self.data).code, FINE)
            self.assertTrue(self.same(folder))
        self.assertGreater(hits, 2)  # the machine may have become faster

    def test_a_full_disk(self) -> None:
        """No file may be as large as a result is here; the page fits, and what was there stays."""
        folder = harness.new_folder()
        (folder / "p0.json").write_text("before")
        done = subprocess.run(
            self.command(folder), env=harness.ENVIRONMENT, capture_output=True, check=False,
            timeout=harness.PATIENCE, preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_FSIZE, (1000, 1000)))
        self.assertEqual(done.returncode, OUTPUT)
        self.assertEqual((names(folder), (folder / "p0.json").read_text()), (["p0.json"], "before"))


if __name__ == "__main__":
    unittest.main()
