// SPDX-License-Identifier: Apache-2.0
// The script of a page of clients, run on as much of a document as it asks for. Standard input is JSON:
// the script, `heads` (null or "figure") and `rows` of cells ({text} or {value}); it prints the order of
// rows and the marks of the headings after each of `clicks`.
"use strict";
const {script, heads, rows, clicks} = JSON.parse(require("fs").readFileSync(0, "utf-8"));

const headings = heads.map((sort) => ({
  dataset: sort ? {sort} : {}, childNodes: ["title"], marks: {}, button: null,
  append(button) { this.button = button; },
  getAttribute(name) { return this.marks[name] ?? null; },
  setAttribute(name, value) { this.marks[name] = value; },
  removeAttribute(name) { delete this.marks[name]; },
}));
const body = {
  rows: rows.map((cells, number) => ({
    number, cells: cells.map(({text, value}) => ({textContent: text ?? "",
                                                  dataset: value === undefined ? {} : {value}})),
  })),
  append(...sorted) { this.rows = sorted; },
};
const hint = {hidden: true};
global.document = {
  documentElement: {lang: "de"},
  getElementById: (id) => id === "hint" ? hint
    : {tBodies: [body], tHead: {rows: [{cells: headings}]}},
  createElement: () => ({append() {}, addEventListener(event, run) { this.run = run; }}),
};
eval(script);
const seen = clicks.map((column) => {
  headings[column].button.run();
  return {order: body.rows.map((row) => row.number),
          marks: headings.map((head) => head.getAttribute("aria-sort"))};
});
console.log(JSON.stringify({hint: !hint.hidden, seen}));
