// SPDX-License-Identifier: Apache-2.0
// The scorecard in JavaScript over columns of numbers: what to do where the facts are there already.
//   node columns.mjs memory IN.ndjson ROUNDS          (prints the seconds of each)
//   node columns.mjs flat IN.ndjson OUT.ndjson        (to compare: exact)
import { join } from "node:path";

import { card, made, measure, Pillars, readAll, ResultFile, Step } from "./table.mjs";

const { score } = await import(join(made, "columns.mjs"));
const [job, from, to] = process.argv.slice(2);
const units = new Float64Array(Pillars);
const profiles = readAll(from);

const columns = {};
for (const { name, values } of card.facts) {
  const numberOf = (value) => (typeof value === "string" ? values.indexOf(value) : Number(value));
  columns[name] = Float64Array.from(profiles, (profile) => numberOf(profile[name]));
}

if (job === "memory") {
  const out = new Float64Array(profiles.length * Step);
  await measure(Number(to), () => score(columns, profiles.length, out, units));
} else {
  const file = new ResultFile(to, true);
  const out = new Float64Array(Step);
  profiles.forEach((profile, row) => {
    const one = {};
    for (const name in columns) one[name] = columns[name].subarray(row, row + 1);
    score(one, 1, out, units);
    file.write(profile.id, out, 0, units);
  });
  file.close();
}
