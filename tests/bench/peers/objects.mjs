// SPDX-License-Identifier: Apache-2.0
// The scorecard as one writes it in JavaScript: an object a profile, as JSON.parse gives it.
//   node objects.mjs flat|deep IN.ndjson OUT.ndjson [--exact]
//   node objects.mjs memory IN.ndjson ROUNDS          (prints the seconds of each)
import { join } from "node:path";

import { count } from "./counts.mjs";
import { made, measure, pieces, Pillars, readAll, ResultFile, Step } from "./table.mjs";

const { score } = await import(join(made, "objects.mjs"));
const [job, from, to, exact] = process.argv.slice(2);
const units = new Float64Array(Pillars);

function scoreFile() {
  const file = new ResultFile(to, exact === "--exact");
  const out = new Float64Array(Step);
  for (const lines of pieces(from)) {
    for (const line of lines) {
      const profile = JSON.parse(line);
      if (job === "deep") count(profile);
      score(profile, out, 0, units);
      file.write(profile.id, out, 0, units);
    }
  }
  file.close();
}

async function scoreInMemory() {
  const profiles = readAll(from);
  const out = new Float64Array(profiles.length * Step);
  await measure(Number(to), () => {
    for (let row = 0; row < profiles.length; ++row) score(profiles[row], out, row * Step, units);
  });
}

if (job === "memory") await scoreInMemory();
else scoreFile();
