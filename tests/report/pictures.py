#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Makes the pictures of docs/report.md, of invented people, and says how large they are:
#
#   python3 -B tests/report/pictures.py
#
# Other fonts and another browser give other bytes, so no test compares them; look at them instead.
from __future__ import annotations

from browser import Browser
from harness import ROOT
from pages import report

PLACE = ROOT / "docs/pictures"
PICTURES = {
    "report.png": {"file": report("steady"), "width": 760, "scale": 0.7,
                   "from": "h1", "until": ".pillars"},
    "plan.png": {"file": report("planned"), "width": 760, "scale": 0.7, "language": "en",
                 "from": ".plan", "until": ".weeks"},
    "rule.png": {"file": report("chaser"), "width": 760, "language": "de",
                 "from": ".rules > ul:nth-of-type(3) > li"},
    "narrow.png": {"file": report("few-facts"), "width": 360, "dark": True, "language": "de",
                   "from": "h1", "until": ".total"},
}


def main() -> None:
    browser = Browser()
    for name, wanted in PICTURES.items():
        browser.ask(do="picture", to=PLACE / name, **wanted)
        print(f"{name}: {(PLACE / name).stat().st_size:,} bytes")
    browser.close()


if __name__ == "__main__":
    main()
