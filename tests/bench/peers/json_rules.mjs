// SPDX-License-Identifier: Apache-2.0
// json-rules-engine decides which rules apply; it has no arithmetic, so their shares are functions of
// JavaScript beside it. A rule without a condition needs one that always holds.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { load, NotApplicable, run } from "./host.mjs";
import { card, made, Rules } from "./table.mjs";

const { Engine } = load("json-rules-engine");
const { shares } = await import(join(made, "shares.mjs"));
const conditions = JSON.parse(readFileSync(join(made, "conditions.json")));
const shareOf = card.rules.map((rule) => shares[rule.name]);

const engine = new Engine();
engine.addFact("always", true);
conditions.forEach((condition, rule) =>
  engine.addRule({
    conditions: condition ?? { all: [{ fact: "always", operator: "equal", value: true }] },
    event: { type: "applies", params: { rule } },
  }));

await run(async (profiles) => {
  const all = [];
  for (const profile of profiles) {
    const { events } = await engine.run(profile);
    const found = new Array(Rules).fill(NotApplicable);
    for (const { params } of events) found[params.rule] = shareOf[params.rule](profile);
    all.push(found);
  }
  return all;
});
