// SPDX-License-Identifier: Apache-2.0
// CEL by @marcbachmann/cel-js: one list of all shares, parsed once.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { NotApplicable, run } from "./host.mjs";
import { made } from "./table.mjs";

// A module, which only its path finds outside of the folder that it is installed for.
const path = join(process.env.COLONNADE_NODE, "node_modules/@marcbachmann/cel-js/lib/index.js");
const { Environment } = await import(pathToFileURL(path));
const rules = JSON.parse(readFileSync(join(made, "cel.json")));

const shares = rules.map(({ share, applies }) =>
  (applies ? `(${applies} ? ${share} : ${NotApplicable}.0)` : share));
const limits = { maxAstNodes: 1e6, maxDepth: 1e4, maxListElements: 1e4 };
const environment = new Environment({ unlistedVariablesAreDyn: true, limits });
const score = environment.parse(`[${shares.join(", ")}]`);
await run(async (profiles) => profiles.map((profile) => score(profile)));
