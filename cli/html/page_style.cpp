// SPDX-License-Identifier: Apache-2.0
// What all pages share of their look. System fonts only: nothing is loaded.
#include "cli/html/page.hpp"

namespace colonnade::cli {

std::string_view page_style() {
    return R"(
:root {
  color-scheme: light dark;
  --paper: #f8f7f4; --panel: #ffffff; --ink: #20242a; --quiet: #5b626c; --line: #dedbd3;
  --track: #e6e3dc; --accent: #1d4f7c; --good: #1f6a3c; --bad: #a72d22;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "TeX Gyre Pagella", Georgia, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --panel: #1d2024; --ink: #e7e5e0; --quiet: #a7adb5; --line: #33383e;
    --track: #363b42; --accent: #8fc1ee; --good: #86cf9f; --bad: #f29a8e;
  }
}
/* A rating has one colour in two strengths, --text to read and --fill to see. */
.c-none, .c-grey { --text: #5b626c; --fill: #868d96; --tint: #eceae5; }
.c-red { --text: #a72d22; --fill: #cf4f41; --tint: #f8e4e0; }
.c-orange { --text: #9a4a0b; --fill: #d2701c; --tint: #f9e7d8; }
.c-yellow { --text: #765800; --fill: #b98a0a; --tint: #f6edd2; }
.c-green { --text: #1f6a3c; --fill: #35915a; --tint: #e0f0e5; }
.c-blue { --text: #1d5a96; --fill: #3d82c4; --tint: #e0ecf7; }
@media (prefers-color-scheme: dark) {
  .c-none, .c-grey { --text: #a7adb5; --fill: #868d96; --tint: #292d32; }
  .c-red { --text: #f29a8e; --fill: #d9675a; --tint: #3b2320; }
  .c-orange { --text: #f0ac72; --fill: #d9832f; --tint: #38281a; }
  .c-yellow { --text: #e2c264; --fill: #bf9420; --tint: #332b15; }
  .c-green { --text: #86cf9f; --fill: #459f69; --tint: #1c3125; }
  .c-blue { --text: #8fc1ee; --fill: #4b8fd0; --tint: #1c2c3c; }
}
.rating { color: var(--text); font-weight: 600; }
* { box-sizing: border-box; }
/* A word too long for its place breaks, but no column is narrower than its words. */
body {
  margin: 0 auto; max-width: 72rem; padding: 1.25rem clamp(1rem, 4vw, 2.5rem) 4rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word;
}
h1, h2 { font-family: var(--serif); font-weight: 600; text-wrap: balance; }
h1 { font-size: clamp(1.7rem, 5vw, 2.4rem); line-height: 1.15; margin: 0 0 .4rem; }
h2 { font-size: 1.5rem; margin: 2.5rem 0 .75rem; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .5rem; padding-bottom: .75rem; border-bottom: 1px solid var(--line); margin-bottom: 2.5rem; }
.top p { display: flex; align-items: center; gap: .5rem; margin: 0; font-family: var(--serif); font-size: 1.1rem; }
.top .sign { width: 1.3rem; height: 1.3rem; fill: currentColor; }
.panel { background: var(--panel); border: 1px solid var(--line); border-radius: .6rem; padding: 1.25rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; color: var(--quiet); padding-bottom: .5rem; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
.figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet { color: var(--quiet); }
.good { color: var(--good); }
.bad { color: var(--bad); }
@media print {
  :root { --paper: #ffffff; --ink: #000000; --quiet: #444444; --line: #999999; --accent: #000000; }
  body { max-width: none; padding: 0; }
}
)";
}

}  // namespace colonnade::cli
