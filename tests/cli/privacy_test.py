# SPDX-License-Identifier: Apache-2.0
# What is personal goes where a person sends it, and nowhere else: an archive with a word of its own
# in each cell is put through the program, and the words are looked for in all that it says.
from __future__ import annotations

import json
import re
import unittest
from pathlib import Path

import harness
from harness import ROOT, new_folder, run, score

TABLE = (ROOT / "plugins/linkedin/file_table.cpp").read_text("utf-8")

# Headers that the table of files leaves out, because several files have them.
MORE_HEADERS = {
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
    "Recommendations_Given.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
    "messages.csv": "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,"
                    "RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On",
    "PhoneNumbers.csv": "Extension,Number,Type",
    "Receipts.csv": "First Name,Last Name,Billing Country,Postal Code",
}

# Columns with a meaning of their own, so that the row is understood.
SENSE = {
    "Started On": "Mar 2020", "Finished On": "", "Start Date": "2012", "End Date": "2015",
    "Issued On": "Mar 2020", "Published On": "Nov 2, 2020", "Connected On": "02 Nov 2020",
    "Date": "2026-11-01 10:00:00", "DATE": "2026-11-01 10:00:00 UTC",
    "Time": "2026/11/01 10:00:00 UTC", "Endorsement Date": "2026/11/01 10:00:00 UTC",
    "Creation Date": "11/02/26, 08:15 AM", "Sent At": "11/2/26, 8:15 AM",
    "Registered At": "11/2/16, 8:15 AM", "Login Date": "Sun Nov 01 10:00:00 UTC 2026",
    "Followed On": "Sun Nov 01 10:00:00 UTC 2026", "CreatedTime": "2026-11-01 10:00:00",
    "Direction": "OUTGOING", "Endorsement Status": "ACCEPTED", "Type": "LIKE", "FOLDER": "INBOX",
    "Date/Time": "You uploaded a profile photo on November 2, 2020 at 8:15 PM (GMT)",
}

# File and column of all that is kept as text, and whether the schema calls it personal.
KEPT = {
    ("Profile.csv", "Headline"): True, ("Profile.csv", "Summary"): True,
    ("Profile.csv", "Industry"): False, ("Profile.csv", "Geo Location"): True,
    ("Positions.csv", "Title"): True, ("Skills.csv", "Name"): False,
    ("Certifications.csv", "Name"): False, ("Courses.csv", "Name"): False,
    ("Projects.csv", "Title"): False, ("Honors.csv", "Title"): False,
    ("Organizations.csv", "Name"): False, ("Volunteering.csv", "Role"): False,
    ("Publications.csv", "Name"): False, ("Languages.csv", "Name"): False,
    ("Endorsement_Received_Info.csv", "Skill Name"): False,
    ("Connections.csv", "Position"): True, ("Shares.csv", "ShareCommentary"): True,
    ("Comments.csv", "Message"): True,
}


# All that is said of a person on standard output.
FORMS = [(*much, *form, "--lang", language) for much in ((), ("--details",), ("--explain",))
         for form in ((), ("--format", "json")) for language in ("de", "en")]

# A rulebook that reads every personal text, in every way that expressions have.
NOSY = """colonnade: 1
rulebook: nosy
schema: social-profile
languages: [de, en]
title:
  de: Neugierig
  en: Nosy
define:
  either: headline
  first: lower(summary)
pillars:
  all:
    title:
      de: Alles
      en: All
    weight: 100
    rules:
""" + "".join(f"""      {name}:
        title:
          de: Etwas
          en: Something
        points: 1
        {measure}
        tip:
          de: Tun Sie etwas.
          en: Do something.
        effort: 1 hour
""" for name, measure in {
    "longest": "measure: length(either) + length(first) + length(location)\n        full: 1000\n        none: 0",
    "same": "pass: headline = \"x\" or location contains \"y\" or summary matches \"^z$\"",
    "posts": "measure: count(posts where text contains \"zyx\" and text != headline)\n"
             "        full: 900\n        none: 0",
    "comments": "measure: count(comments where length(text) > 3)\n        full: 900\n        none: 0",
    "titles": "measure: count(connections where title contains \"zyx\") + "
              "count(positions where lower(title) contains \"zyx\")\n        full: 900\n        none: 0",
    "kinds": "measure: distinct(posts.text) + distinct(connections.title)\n        full: 900\n        none: 0",
}.items())
NOSY_TESTS = """colonnade: 1
tests: nosy
as_of: 2026-11-20
cases:
  one:
    file: p.json
    expect:
      total: 99
      rules: {longest: 99%, same: 99%, posts: 99%, comments: 99%, titles: 99%, kinds: 99%}
"""


def headers() -> dict[str, str]:
    """Name and whole header of each file, as the reader knows them."""
    found = {}
    for name, rest in re.findall(r'\{\w+, "([^"]+\.csv)",((?:[^{}]|\n)*?)\}', TABLE):
        texts = re.findall(r'"((?:[^"\\]|\\.)*)"', re.sub(r"//.*", "", rest))
        if texts:
            found[name] = "".join(texts[1:])
    return {name: header for name, header in found.items() if header} | MORE_HEADERS


def marker(name: str, column: str) -> str:
    return "zyx" + re.sub(r"[\W_]", "", name.removesuffix(".csv") + column).lower() + "q"


def quoted(cell: str) -> str:
    return f'"{cell}"' if "," in cell else cell


def row(name: str, header: str, number: int, broken: bool) -> str:
    cells = []
    for column in header.split(","):
        sense = SENSE.get(column)
        # Of a broken row it is the cell with a sense that is not understood.
        word = marker(name, column) + str(number)
        cells.append(word if sense is None or (broken and sense) else sense)
    return ",".join(map(quoted, cells))


def marked(broken: bool = False) -> Path:
    place = new_folder() / harness.NAME
    place.mkdir()
    for name, header in headers().items():
        rows = [header] + [row(name, header, number, False) for number in range(4)]
        if broken:
            rows += [row(name, header, 9, True), '"zyxopenq"x', "zyxshortq"]
        (place / name).write_text("\n".join(rows) + "\n", "utf-8")
    return place


def markers_in(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"zyx[a-z0-9]+?q", text, re.IGNORECASE)}


ALL_KEPT = {marker(name, column) for name, column in KEPT}
PERSONAL = {marker(name, column) for (name, column), personal in KEPT.items() if personal}


class Privacy(unittest.TestCase):
    def test_the_document_keeps_what_is_told_and_no_more(self) -> None:
        done = run("import", marked())
        self.assertEqual(done.code, 0, done.messages)
        self.assertEqual(markers_in(done.text), ALL_KEPT)

    def test_the_schema_calls_personal_what_this_test_does(self) -> None:
        fields = {}
        for fact in run("facts", "--format", "json").json["facts"]:
            fields[fact["name"]] = fact["personal"]
            for field in fact.get("fields", []):
                fields[f'{fact["name"]}.{field["name"]}'] = field["personal"]
        self.assertEqual({name for name, personal in fields.items() if personal}, {
            "headline", "summary", "location", "positions.title", "connections.title",
            "posts.text", "articles.title", "comments.text"})

    def test_redacted_is_the_same_without_personal_words(self) -> None:
        place = marked()
        whole, redacted = run("import", place).json, run("import", place, "--redact")
        self.assertEqual(markers_in(redacted.text), ALL_KEPT - PERSONAL)
        document = redacted.json
        self.assertEqual(list(document), list(whole))
        self.assertEqual(document["headline"], f"({len(whole['headline'])} characters)")
        for fact, value in whole.items():
            if isinstance(value, list):
                self.assertEqual([list(record) for record in document[fact]],
                                 [list(record) for record in value])

    def test_messages_quote_no_cell(self) -> None:
        for broken in (False, True):
            place = marked(broken)
            for command in (("import",), ("import", "--redact"), ("score",),
                            ("score", "--explain"), ("facts", "--unknown")):
                with self.subTest(broken=broken, command=command):
                    done = run(*command, place)
                    self.assertEqual(done.code, 0, done.messages)
                    self.assertEqual(markers_in(done.messages), set())

    def test_results_tell_figures_not_words(self) -> None:
        place = marked()
        for form in FORMS:
            with self.subTest(form=form):
                self.assertEqual(markers_in(score(place, *form).text), set())
        self.assertEqual(markers_in(run("facts", "--unknown", place).text), set())

    def test_whatever_a_rulebook_does_with_a_personal_text_shows_no_word_of_it(self) -> None:
        document = run("import", marked()).text
        self.assertLessEqual(PERSONAL, markers_in(document))
        place = new_folder()
        person, book = harness.write("p.json", document, place), harness.write("nosy.yaml", NOSY, place)
        harness.write("nosy.test.yaml", NOSY_TESTS, place)
        for form in FORMS:
            done = score(person, "--rules", book, *form)
            self.assertEqual(done.code, 0, done.messages)
            self.assertEqual(markers_in(done.text + done.messages), set(), form)
        for form in ("text", "json", "junit"):
            done = run("test", book, "--details", "--format", form)
            self.assertEqual(done.code, 1)
            self.assertIn("longest", done.text)
            self.assertEqual(markers_in(done.text + done.messages), set(), form)

    def test_a_tip_may_quote_what_it_names_to_the_person(self) -> None:
        place = new_folder()
        person = harness.write("p.json", run("import", marked()).text, place)
        book = harness.write("nosy.yaml", NOSY.replace("Do something.", "Instead of <headline>."), place)
        harness.write("nosy.test.yaml", NOSY_TESTS, place)
        done = score(person, "--rules", book, "--lang", "en", "--explain")
        self.assertEqual(markers_in(done.text), {marker("Profile.csv", "Headline")})
        self.assertEqual(markers_in(done.messages), set())
        tested = run("test", book, "--details")
        self.assertEqual(markers_in(tested.text + tested.messages), set())

    def test_reports_quote_no_cell(self) -> None:
        for name in ("report.json", "report.txt"):
            path = new_folder() / name
            run("import", marked(broken=True), "-o", path.with_name("p.json"), "--report", path)
            self.assertEqual(markers_in(path.read_text("utf-8")), set())

    def test_a_document_that_is_wrong_is_not_quoted(self) -> None:
        document = {"profile": 1, "as_of": "2026-11-20T23:59:59Z", "headline": ["zyxsecretq"],
                    "posts": [{"at": "zyxsecretq", "text": "zyxsecretq"}]}
        path = harness.write("p.json", json.dumps(document))
        done = score(path)
        self.assertEqual(done.code, 4)
        self.assertEqual(markers_in(done.messages), set())


if __name__ == "__main__":
    unittest.main()
