// SPDX-License-Identifier: Apache-2.0
// What all pages share of their look. System fonts only: nothing is loaded.
#include "cli/html/page.hpp"

namespace colonnade::cli {

std::string_view page_style() {
    return R"(
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c1f23; --quiet: #5a626b; --line: #d5d9de;
  --accent: #0b5cad; --good: #1b6b34; --bad: #a3261f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --ink: #e6e8ea; --quiet: #a2aab3; --line: #3a4047;
    --accent: #7db7f5; --good: #7fce97; --bad: #f2938c;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem 3rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
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
