// SPDX-License-Identifier: Apache-2.0
// GoRules ZEN, in the fastest way that was found: one expression that maps a hundred profiles to their
// shares, compiled once. A decision graph, one profile at a time, takes four times as long.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { load, NotApplicable, run } from "./host.mjs";
import { made } from "./table.mjs";

const { ZenDecisionContent, ZenEngine } = load("@gorules/zen-engine");
const rules = JSON.parse(readFileSync(join(made, "zen.json")));

const shares = rules.map(({ share, applies }) =>
  (applies ? `(${applies} ? ${share} : ${NotApplicable})` : share));
const content = {
  nodes: [
    { id: "in", name: "in", type: "inputNode" },
    { id: "rules", name: "rules", type: "expressionNode", content: { expressions: [
      { id: "shares", key: "shares", value: `map(profiles, [${shares.join(", ")}])` }] } },
    { id: "out", name: "out", type: "outputNode" },
  ],
  edges: [
    { id: "a", type: "edge", sourceId: "in", targetId: "rules" },
    { id: "b", type: "edge", sourceId: "rules", targetId: "out" },
  ],
};

const decision = new ZenEngine().createDecision(new ZenDecisionContent(content));
await run(async (profiles) => (await decision.evaluate({ profiles })).result.shares);
