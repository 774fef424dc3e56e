# SPDX-License-Identifier: Apache-2.0
# Contacts of any network: tables in two languages, separators and encodings, address books, folders of
# cards; what is kept of them and what never is.
from __future__ import annotations

import os
import unittest

from harness import folder, new_folder, run, score, write

GERMAN = """Vorname;Nachname;Firma;Position;E-Mail;Telefon (mobil);Erstellt am;Letzter Kontakt;Wiedervorlage;Notizen;Gruppen;Geändert am
Ida;Muster;"Alder; Sohn GmbH";Leiterin Einkauf;ida@example.org;;03.04.2021;12.11.2026;01.12.2026;mag Tee;Kunden;12.11.2026
Ole;Beispiel;;;;;25.12.2019;;;;;
"""
ENGLISH = """Notes,Last Contacted,Full Name,Company,Job Title,Phone Number
likes tea,2026-11-12,Ida Muster,"Alder, Sohn",Head of Purchasing,+49 1
,,Ole Beispiel,,,
"""
CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ida Muster
ORG:Alder\\; Sohn;Einkauf
TITLE:Leiterin
  Einkauf
item1.TEL;TYPE="a:b":+49 1
NOTE;ENCODING=QUOTED-PRINTABLE:mag gr=C3=BC=
nen Tee
REV:20261112T101112Z
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Ole Beispiel
END:VCARD
BEGIN:VCARD
KIND:group
FN:Alle
END:VCARD
"""
PRIVATE = ("Ida", "Muster", "Ole", "Beispiel", "ida@example.org", "+49", "Tee", "tea", "Kunden")
RULES = ("--rules", "contact-network", "--lang", "en", "--as-of", "2026-11-20")


def contacts(name: str, content: str | bytes, *arguments: str) -> list[dict]:
    done = run("import", write(name, content), *RULES, *arguments)
    assert done.code == 0, done.messages
    for word in PRIVATE:
        assert word not in done.text and word not in done.messages, word
    return done.json["contacts"]


class Tables(unittest.TestCase):
    def test_german_columns_as_excel_writes_them(self) -> None:
        ida, ole = contacts("kontakte.csv", GERMAN.replace("\n", "\r\n").encode("cp1252"),
                            "--own-company", "alder; sohn gmbh")
        self.assertEqual(ida, {
            "at": "2021-04-03T00:00:00Z", "title": "Leiterin Einkauf", "company": "Alder; Sohn GmbH",
            "coworker": True, "spoken": True, "last_contact": "2026-11-12", "planned": True,
            "next_contact": "2026-12-01", "notes": 1, "reachable": True, "sorted": True,
            "changed": "2026-11-12"})
        self.assertEqual(ole, {
            "at": "2019-12-25T00:00:00Z", "title": "", "company": "", "coworker": False,
            "spoken": False, "planned": False, "notes": 0, "reachable": False, "sorted": False})

    def test_separators_and_marks_make_no_difference(self) -> None:
        expected = contacts("a.csv", ENGLISH)
        self.assertEqual(expected, contacts("a.csv", "\ufeff" + ENGLISH))
        self.assertEqual(expected, contacts("a.csv", ("\ufeff" + ENGLISH).encode("utf-16-le")))
        self.assertEqual(expected, contacts("a.csv", "My list\n\n" + ENGLISH))
        semicolons = "My list, of today\n" + ENGLISH.replace(",", ";").replace("Alder; S", "Alder, S")
        self.assertEqual(expected, contacts("a.csv", semicolons))
        tabs = ENGLISH.replace(",", "\t").replace("Alder\t Sohn", "Alder, Sohn")
        self.assertEqual(expected, contacts("a.csv", tabs))
        self.assertEqual(expected[1], {"title": "", "company": "", "spoken": False, "notes": 0,
                                       "reachable": False})

    def test_a_missing_column_is_unknown_and_no_company_means_no_coworkers(self) -> None:
        self.assertEqual(contacts("a.csv", "Name,Company\nx,y\n"), [{"company": "y"}])

    def test_day_and_month_that_cannot_be_told_apart_are_unknown(self) -> None:
        done = run("import", write("a.csv", "Name,Last Contacted\nx,03/04/2026\n"), *RULES)
        self.assertEqual(done.json["contacts"], [{"spoken": True}])
        message = " ".join(done.messages.split())
        self.assertIn("a.csv, from line 2 on: the dates of one column", message)
        self.assertIn("cannot be told apart", message)

    def test_months_may_have_names(self) -> None:
        for dates in (("20 Nov 2026", "3 May 2026"), ("Nov 20, 2026", "May 3, 2026"),
                      ("Nov 20 2026", "May 3 2026"), ("20. Nov. 2026", "3. Mai 2026"),
                      ("20. November 2026", "03. MAI 2026"), ("20-Nov-26", "3-May-26")):
            table = "Name;Last Contacted\na;{}\nb;{}\n".format(*dates)
            self.assertEqual([one["last_contact"] for one in contacts("a.csv", table)],
                             ["2026-11-20", "2026-05-03"])
        done = run("import", write("a.csv", "Name;Last Contacted\na;20 Nov 2026\nb;Nov 3, 2026\n"),
                   *RULES)
        self.assertEqual(done.json["contacts"], [{"spoken": True}] * 2)

    def test_bad_rows_and_dates_are_told_by_line_and_end_nothing(self) -> None:
        text = "Name,Last Contacted\na,2026-11-01\nb,c,d\ne,\"x\ng,2026-11-02\nh,soon\n"
        done = run("import", write("a.csv", text), *RULES)
        self.assertEqual(len(done.json["contacts"]), 3)
        for line in ("line 3:", "line 4:", "line 6:"):
            self.assertIn(line, done.messages)
        self.assertNotIn("soon", done.messages)

    def test_whoever_only_scores_is_told_what_is_not_counted(self) -> None:
        few = write("a.csv", "Name,Firma\na,b\nb,c,d\n")
        done = run("score", few, *RULES)
        self.assertEqual(done.code, 0, done.messages)
        self.assertIn(f"warning: `{few}`: 1 of 2 rows of a.csv cannot be understood and is not counted\n"
                      f"help: `colonnade import {few}` says which and why\n", done.messages)
        done = run("score", write("a.csv", "Name,Firma\n" + "a,b\n" * 200_002), *RULES)
        self.assertIn("a.csv has too many rows: those from line 200002 on are not counted", done.messages)
        done = run("score", write("a.csv", "Name,Firma\n" + "a,b\n" * 200_000), *RULES)
        self.assertNotIn("warning", done.messages)

    def test_only_a_header_is_an_empty_list(self) -> None:
        self.assertEqual(contacts("a.csv", ENGLISH.splitlines()[0] + "\n"), [])

    def test_what_is_no_list_of_people(self) -> None:
        for content in ("a,b\n1,2\n", "x" * 3_000_000, "Name,Firma\na,\0\n", "\n\n",
                        "Name,Firma" + ",c" * 1_000_000 + "\na,b\n", "\"" * 99_999, "Name\nx\n"):
            done = score(write("a.csv", content), *RULES)
            self.assertEqual((done.code, done.out), (4, b""), content[:20])
        open_quote = write("a.csv", "Name,Firma\na,\"" + "x" * 3_000_000 + "\n")
        self.assertEqual(score(open_quote, *RULES).code, 4)


    def test_a_file_of_256_mib_and_one_of_a_byte_more(self) -> None:
        most = 256 * 1024 * 1024
        for name, content in (("a.csv", ENGLISH), ("a.vcf", CARDS)):
            for size, message in ((most, "it is no text"), (most + 1, "larger than 256 MiB")):
                path = write(name, content + "\n" * 65_536)  # what is beyond is not looked at first
                os.truncate(path, size)
                done = run("import", path, *RULES)
                self.assertEqual((done.code, done.out), (4, b""))
                self.assertIn(message, done.messages)


class Cards(unittest.TestCase):
    def test_folded_lines_groups_and_quoted_printable(self) -> None:
        for text in (CARDS, CARDS.replace("\n", "\r\n")):
            ida, ole = contacts("book.vcf", text)
            self.assertEqual(ida, {"title": "Leiterin Einkauf", "company": "Alder; Sohn", "notes": 1,
                                   "reachable": True, "changed": "2026-11-12"})
            # No card has a group: the program does not write them.
            self.assertEqual(ole, {"title": "", "company": "", "notes": 0, "reachable": False})

    def test_a_folder_of_cards(self) -> None:
        place = new_folder()
        for i in range(3):
            write(f"{i}.vcf", CARDS, place)
        write("photo.png", b"\x89PNG", place)
        done = run("import", place, *RULES)
        self.assertEqual(len(done.json["contacts"]), 6)
        self.assertIn("no card", done.messages)

    def test_a_card_that_is_not_ended_is_told(self) -> None:
        done = run("import", write("a.vcf", CARDS + "BEGIN:VCARD\nFN:x\n"), *RULES)
        self.assertEqual(len(done.json["contacts"]), 2)
        self.assertIn("line 20: a card is not ended", done.messages)


class Choice(unittest.TestCase):
    def test_the_day_is_needed_and_found_in_the_name_and_the_dates(self) -> None:
        def day(name: str, text: str) -> str:
            done = run("import", write(name, text), *RULES[:4])
            return done.json["as_of"] if done.code == 0 else done.messages
        self.assertEqual(day("x-2026-11-19.csv", ENGLISH), "2026-11-19T23:59:59Z")
        self.assertEqual(day("x.csv", ENGLISH), "2026-11-12T00:00:00Z")
        self.assertIn("--as-of", day("x.csv", "Name,Firma\na,b\n"))

    def test_another_rulebook_is_told_what_the_data_is_for(self) -> None:
        done = score(write("a.csv", ENGLISH), "--rules", "linkedin-ssi")
        self.assertEqual(done.code, 4)
        self.assertIn("`contact-network`", done.messages)
        self.assertIn("`social-profile`", done.messages)

    def test_an_export_of_linkedin_is_read_by_its_own_reader(self) -> None:
        place = new_folder()
        write("Connections.csv", (folder() / "Connections.csv").read_bytes(), place)
        write("x.vcf", CARDS, place)
        done = run("import", place, "--as-of", "2026-11-20")
        self.assertIn("LinkedIn export", done.messages)
        self.assertIn("connections", done.json)


if __name__ == "__main__":
    unittest.main()
