# SPDX-License-Identifier: Apache-2.0
# Contacts as CSV and vCard, and tables by a mapping file.
from __future__ import annotations

from case import Case, Content, case
from makers import EVIL, FORMULA, TINY, TINY_SCHEMA

HEAD = "Vorname;Nachname;Firma;Position;E-Mail;Erstellt am;Letzter Kontakt\n"
ROW = "Ida;Muster;Alder GmbH;Buyer;ida@example.org;03.04.2021;12.11.2026\n"
CARD = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ida Muster\r\nTITLE:Buyer\r\nEND:VCARD\r\n"
MAP = "colonnade: 1\nmap: m\nschema: tiny\nid: Nr\nas_of: 2026-11-20\nfacts:\n  photo: {column: Foto}\n"
TABLE = "Nr;Foto\n7;ja\n8;nein\n"
COUNTED = TINY.replace("schema: tiny", "schema: contact-network").replace(
    "pass: has photo", "measure: count(contacts)\n        full: 1\n        none: 0")


def people(name: str, content: Content, file: str = "contacts.csv") -> Case:
    return case(name, f"import {file} --rules counted.yaml --lang en --as-of 2026-11-20 -o p.json",
                {file: content, "counted.yaml": COUNTED})


def card(name: str, content: Content) -> Case:
    return people(name, content, "contacts.vcf")


def mapped(name: str, mapping: Content, table: Content = TABLE, **options: object) -> Case:
    return case(name, "import t.csv --map map.yaml --rules tiny.yaml --lang en",
                {"map.yaml": mapping, "t.csv": table, "tiny.yaml": TINY, "schemas/tiny.yaml": TINY_SCHEMA},
                shows=True, **options)


def guessed(name: str, table: Content) -> Case:
    return case(name, "import t.csv --map --guess --rules tiny.yaml",
                {"t.csv": table, "tiny.yaml": TINY, "schemas/tiny.yaml": TINY_SCHEMA}, shows=True)


CASES = [
    people("table-good", HEAD + ROW),
    people("table-without-rows", HEAD),
    people("table-with-a-torn-row", HEAD + ROW + '"Ole;Beispiel'),
    people("table-with-dates-that-are-none", HEAD + ROW.replace("03.04.2021", "31.02.2021") + ROW),
    people("table-with-days-and-months-in-doubt", HEAD + ROW.replace(".", "/")),
    people("table-with-dates-of-1899-and-2101", HEAD + ROW.replace("2021", "1899").replace("2026", "2101")),
    people("table-with-control-letters", HEAD + f"{EVIL};{EVIL};{EVIL};{EVIL};{EVIL};{EVIL};{EVIL}\n"),
    people("table-with-formulas", HEAD + f"=1+1;@x;+1;{FORMULA.replace(';', ',')};-1;;\n"),
    people("table-in-utf-16", (HEAD + ROW).encode("utf-16")),
    people("table-of-nuls", bytes(4000)),
    people("table-with-a-column-twice", "Firma;Firma;Position\nAlder;Birke;Buyer\n"),
    card("card-good", CARD),
    card("card-not-closed", CARD[:-12]),
    card("card-in-a-card", CARD.replace("TITLE", "BEGIN:VCARD\r\nTITLE")),
    card("card-end-without-a-begin", "END:VCARD\r\n" + CARD),
    card("card-with-a-version-of-its-own", CARD.replace("4.0", "9.9")),
    card("card-without-a-version", CARD.replace("VERSION:4.0\r\n", "")),
    card("card-with-a-line-of-2-mb", CARD.replace("Buyer", "x" * 2_000_000)),
    card("card-with-a-folded-line-of-100000-parts", CARD.replace("Buyer", "x" + "\r\n y" * 100_000)),
    card("card-that-begins-with-a-fold", " folded\r\n" + CARD),
    card("card-with-broken-quoted-printable", CARD.replace("TITLE:Buyer", "TITLE;ENCODING=QUOTED-PRINTABLE:=ZZ=")),
    card("card-with-control-letters", CARD.replace("Buyer", EVIL)),
    card("card-with-a-picture-of-1-mb", CARD.replace("TITLE", f"PHOTO:data:image/png;base64,{'A' * 1_000_000}\r\nTITLE")),
    card("thirty-thousand-cards", "BEGIN:VCARD\nVERSION:4.0\nEND:VCARD\n" * 30_000),
    card("card-of-nuls", CARD.encode().replace(b"Ida", b"I\0a")),
    mapped("map-good", MAP),
    mapped("map-empty", ""),
    mapped("map-of-another-version", MAP.replace("colonnade: 1", "colonnade: 2")),
    mapped("map-of-an-unknown-schema", MAP.replace("schema: tiny", "schema: huge")),
    mapped("map-of-an-unknown-fact", MAP.replace("photo:", "phto:")),
    mapped("map-of-an-unknown-column", MAP.replace("Foto", "Fotos")),
    mapped("map-with-an-unknown-key", MAP + "colour: red\n"),
    mapped("map-with-a-column-of-control-letters", MAP.replace("Foto", '"a\\e[31mb"')),
    mapped("map-with-a-format-that-is-none", MAP.replace("{column: Foto}", "{column: Foto, format: QQ}")),
    mapped("map-without-an-id", MAP.replace("id: Nr\n", "")),
    mapped("map-with-a-moment-that-is-none", MAP.replace("2026-11-20", "yesterday")),
    mapped("map-that-is-a-list", "- a\n- b\n"),
    mapped("map-with-an-alias", MAP + "lists: *x\n"),
    mapped("map-that-is-binary", bytes(range(256))),
    mapped("map-and-a-table-with-ids-twice", MAP, "Nr;Foto\n7;ja\n7;nein\n"),
    mapped("map-and-a-table-with-an-id-missing", MAP, "Nr;Foto\n;ja\n8;nein\n"),
    mapped("map-and-a-table-with-evil-cells", MAP, f"Nr;Foto\n7;{EVIL}\n{EVIL};ja\n"),
    mapped("map-and-an-empty-table", MAP, ""),
    mapped("map-and-a-table-with-a-column-twice", MAP, "Nr;Foto;Foto\n7;ja;nein\n"),
    mapped("map-and-a-table-that-is-torn", MAP, 'Nr;Foto\n7;"ja\n8;nein\n'),
    mapped("map-and-a-table-that-is-a-zip", MAP, b"PK\3\4" + bytes(100)),
    guessed("guess-good", TABLE),
    guessed("guess-of-control-letters", f"{EVIL};Foto\n7;ja\n"),
    guessed("guess-of-names-that-are-yaml", '"a: b # c";"{x}";"*y";"!z"\n1;2;3;4\n'),
    guessed("guess-of-nothing", ""),
]
