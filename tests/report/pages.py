# SPDX-License-Identifier: Apache-2.0
# The reports that are looked at: of invented people, of little data, and of texts meant to do harm.
from __future__ import annotations

import functools
from pathlib import Path

from harness import archive, new_folder, run, score, small_profile, write

SSI = {"memberScore": {"overall": 47.3, "subScores": [
           {"score": 12.5, "pillar": "PROFESSIONAL_BRAND"},
           {"score": 9, "pillar": "FIND_RIGHT_PEOPLE"},
           {"score": 5.8, "pillar": "INSIGHT_ENGAGEMENT"},
           {"score": 20, "pillar": "STRONG_RELATIONSHIP"}]},
       "groupScore": [{"groupType": "INDUSTRY", "rank": 3, "industry": "Metal & <b>Wood</b>"}]}

SCRIPT = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
ATTRIBUTE = "\"'><svg onload=alert(3)><!--"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3

# A rulebook whose own texts are hostile, and quote hostile ones: somebody may have been handed it.
HOSTILE_BOOK = """colonnade: 1
rulebook: hostile
schema: social-profile
languages: [en, de]
title: {en: '%(script)s', de: '%(script)s'}
note: {en: '%(attribute)s', de: '%(attribute)s'}
ratings:
  weak: {from: 0%%, colour: red, sign: '<i>', title: {en: '%(script)s', de: '%(script)s'}}
pillars:
  one:
    title: {en: '%(script)s', de: '%(long)s'}
    weight: 100
    rules:
      first:
        title: {en: '%(attribute)s', de: '%(script)s'}
        points: 1
        measure: words(headline)
        full: 9 or more
        none: 0
        tip: {en: '<headline>', de: '<headline>!'}
        effort: 5 minutes
        because: {en: '%(script)s', de: '%(long)s', source: '%(attribute)s', evidence: opinion}
      second:
        title: {en: '%(script)s', de: '%(attribute)s'}
        points: 1
        pass: has photo
        tip: {en: '<headline>', de: '<headline>!'}
        effort: 5 minutes
cautions:
  danger:
    title: {en: '%(script)s', de: '%(script)s'}
    when: has headline
    text: {en: '<headline>', de: '<headline>!'}
""" % {"script": SCRIPT, "attribute": ATTRIBUTE.replace("'", "''"), "long": LONG_WORD}


def made(data: Path, *options: object, code: int = 0) -> Path:
    page = new_folder() / "report.html"
    done = score(data, *options, "-o", page)
    assert done.code == code, done.messages
    return page


@functools.lru_cache(maxsize=None)
def report(name: str) -> Path:
    if name == "hostile":
        document = small_profile(id=SCRIPT, headline=SCRIPT + ATTRIBUTE)
        return made(write("p.json", document), "--rules", write("hostile.yaml", HOSTILE_BOOK),
                    "--hours", "1")
    if name == "nothing":
        return made(write("p.json", small_profile()), "--lang", "de", code=4)
    if name == "provisional":
        document = small_profile(id=f"Anna {LONG_WORD}", headline="Baut Brücken", connections=[])
        return made(write("p.json", document), "--lang", "de", "--hours", "3")
    if name == "few-facts":
        document = small_profile(id="Anna Beispiel", headline="Baut Brücken", connections=[])
        return made(write("p.json", document), "--lang", "de")
    if name == "kept":
        store = new_folder() / "kept.db"
        for day in ("2026-09-01", "2026-10-01", "2026-11-01"):
            made(archive("chaser"), "--as-of", day, "--id", "clara", "--save", "--store", store)
        return made(archive("chaser"), "--id", "clara", "--save", "--store", store)
    if name == "planned":
        return made(archive("silent"), "--lang", "de", "--ssi", write("ssi.json", SSI),
                    "--hours-per-week", "0.5", "--weeks", "4")
    return made(archive(name), "--lang", "en")


@functools.lru_cache(maxsize=None)
def page_of_many(name: str) -> Path:
    """The page that lists a folder of clients, or what a change of rules does to them."""
    people = [archive(persona) for persona in ("steady", "silent", "chaser")]
    folder = new_folder()
    if name == "clients":
        hostile = write("h.json", small_profile(id=SCRIPT, headline=LONG_WORD))
        done = score(*people, hostile, "--fail-on", "caution", "-o", f"{folder}/clients/")
        assert done.code in (1, 4), done.messages
        return folder / "clients/index.html"
    page = folder / "impact.html"
    done = run("impact", "linkedin-ssi", "job-seeker", "--data", *people, "-o", page)
    assert done.code == 0, done.messages
    return page


OF_MANY = ("clients", "impact")
NAMES = ("steady", "silent", "kept", "planned", "provisional", "nothing", "hostile")
