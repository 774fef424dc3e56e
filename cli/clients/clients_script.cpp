// SPDX-License-Identifier: Apache-2.0
#include "cli/clients/clients_script.hpp"

namespace colonnade::cli {

std::string_view clients_style() {
    return R"(.wide { overflow-x: auto; }
.wide td, .wide th { overflow-wrap: normal; }
tbody th { font-weight: 600; min-width: 7rem; overflow-wrap: anywhere; }
thead th { vertical-align: bottom; }
thead .figure { white-space: normal; min-width: 5.5rem; }
thead button { hyphens: auto; }
.rated { min-width: 9.5rem; }
thead button {
  all: unset; cursor: pointer; font-weight: 600; text-decoration: underline dotted;
}
thead button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
th[aria-sort="ascending"] button::after { content: " ▲"; }
th[aria-sort="descending"] button::after { content: " ▼"; }
td ul { margin: 0; padding-inline-start: 1.1rem; }
.tip { min-width: 13rem; }
tbody tr:last-child > * { border-bottom: none; }
)";
}

// A figure stands in `data-value`, empty where it is unknown: those come last, whichever way round.
// The best figures come first; texts begin at the start of the alphabet.
std::string_view clients_script() {
    return R"("use strict";
(() => {
  const table = document.getElementById("clients");
  if (!table) return;
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const texts = new Intl.Collator(document.documentElement.lang, {numeric: true});
  const figure = (row, column) => row.cells[column].dataset.value;
  const text = (row, column) => row.cells[column].textContent.trim();

  const compare = (one, other, column, way) => {
    const a = figure(one, column), b = figure(other, column);
    if (a === undefined) return way * texts.compare(text(one, column), text(other, column));
    if (a === "" || b === "") return (a === "" ? 1 : 0) - (b === "" ? 1 : 0);
    return way * (Number(a) - Number(b));
  };

  const sort = (column) => {
    const head = heads[column];
    const first = head.dataset.sort === "figure" ? "descending" : "ascending";
    const second = first === "ascending" ? "descending" : "ascending";
    const order = head.getAttribute("aria-sort") === first ? second : first;
    const way = order === "ascending" ? 1 : -1;
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", order);
    const rows = Array.from(body.rows).sort((a, b) => compare(a, b, column, way));
    body.append(...rows);
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...Array.from(head.childNodes));
    button.addEventListener("click", () => sort(column));
    head.append(button);
  });
  document.getElementById("hint").hidden = false;
})();
)";
}

}  // namespace colonnade::cli
