// SPDX-License-Identifier: Apache-2.0
// What surrounds a rule engine for JavaScript that gives the shares of rules: points, pillars, totals,
// the three rules with most points missing, files.
//   flat|deep IN.ndjson OUT.ndjson [--exact]
//   memory IN.ndjson ROUNDS          (prints the seconds of each)
import { createRequire } from "node:module";
import { join } from "node:path";

import { count } from "./counts.mjs";
import { card, measure, pieces, Pillars, readAll, ResultFile, Rules, Step } from "./table.mjs";

// The packages lie where the harness installed them.
export const load = (name) => createRequire(join(process.env.COLONNADE_NODE, "here.js"))(name);

export const NotApplicable = -1;

const ProfilesAtOnce = 100;
const units = new Float64Array(Pillars);

function addUp(shares, out, at) {
  let total = 0;
  for (let p = 0, first = 0; p < Pillars; first += card.pillars[p++].rules) {
    const end = first + card.pillars[p].rules;
    let sum = 0, pillar = 0;
    for (let r = first; r < end; ++r) if (shares[r] !== NotApplicable) sum += card.rules[r].points;
    units[p] = card.pillars[p].weight / sum;
    for (let r = first; r < end; ++r) {
      const applies = shares[r] !== NotApplicable;
      out[at + r] = applies ? card.rules[r].points * units[p] * shares[r] : NaN;
      if (applies) pillar += out[at + r];
    }
    out[at + Rules + p] = pillar;
    total += pillar;
  }
  out[at + Rules + Pillars] = total;
}

async function scoreFile(job, from, to, exact, sharesOf) {
  const file = new ResultFile(to, exact);
  const out = new Float64Array(Step);
  const profiles = [];
  const flush = async () => {
    const shares = await sharesOf(profiles);
    profiles.forEach(({ id }, i) => {
      addUp(shares[i], out, 0);
      file.write(id, out, 0, units);
    });
    profiles.length = 0;
  };
  for (const lines of pieces(from)) {
    for (const line of lines) {
      const profile = JSON.parse(line);
      if (job === "deep") count(profile);
      profiles.push(profile);
      if (profiles.length === ProfilesAtOnce) await flush();
    }
  }
  await flush();
  file.close();
}

async function scoreInMemory(from, rounds, sharesOf) {
  const profiles = readAll(from);
  const out = new Float64Array(profiles.length * Step);
  await measure(rounds, async () => {
    for (let first = 0; first < profiles.length; first += ProfilesAtOnce) {
      const shares = await sharesOf(profiles.slice(first, first + ProfilesAtOnce));
      shares.forEach((one, i) => addUp(one, out, (first + i) * Step));
    }
  });
}

// `sharesOf` turns an array of at most ProfilesAtOnce profiles into one of arrays of shares.
export async function run(sharesOf) {
  const [job, from, to, exact] = process.argv.slice(2);
  if (job === "memory") await scoreInMemory(from, Number(to), sharesOf);
  else await scoreFile(job, from, to, exact === "--exact", sharesOf);
}
