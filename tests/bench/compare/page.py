# SPDX-License-Identifier: Apache-2.0
# The tables in docs/performance.md, made from the report beside it, docs/performance.json.
from __future__ import annotations

import json
from pathlib import Path

from report import Report
from tables import as_markdown

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGE, DATA = DOCS / "performance.md", DOCS / "performance.json"
BEGIN, END = "<!-- What `./dev bench --accept` measured -->\n", "<!-- up to here -->\n"


def shown() -> str:
    """The tables as the page has them."""
    return PAGE.read_text("utf-8").partition(BEGIN)[2].partition(END)[0].strip() + "\n"


def accept(report: Report) -> None:
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    DATA.write_text(json.dumps(report.to_json(), indent=1) + "\n", "utf-8")
    PAGE.write_text(f"{before}{BEGIN}\n{as_markdown(report)}\n{END}{after}", "utf-8")
