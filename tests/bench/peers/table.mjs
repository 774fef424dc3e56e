// SPDX-License-Identifier: Apache-2.0
// What the JavaScript programs share: lines of a file, and results as NDJSON.
import { closeSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";

const ChunkBytes = 1 << 20;

// Where render.py wrote to.
export const made = process.env.COLONNADE_MADE;
export const card = JSON.parse(readFileSync(join(made, "scorecard.json")));
export const Rules = card.rules.length;
export const Pillars = card.pillars.length;
// Of a profile: points of the rules, of the pillars, the total.
export const Step = Rules + Pillars + 1;

// The lines of a file, an array of whole ones at a time. The last line must end.
export function* pieces(path) {
  const file = openSync(path, "r");
  const chunk = Buffer.allocUnsafe(ChunkBytes);
  let rest = Buffer.alloc(0);
  for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
    const end = chunk.lastIndexOf(10, size - 1);
    const text = Buffer.concat([rest, chunk.subarray(0, Math.max(end, 0))]);
    rest = Buffer.concat([end < 0 ? text : Buffer.alloc(0), chunk.subarray(end + 1, size)]);
    if (end >= 0) yield text.toString().split("\n");
  }
  closeSync(file);
}

export function readAll(path) {
  const profiles = [];
  for (const lines of pieces(path)) for (const line of lines) profiles.push(JSON.parse(line));
  return profiles;
}

const keys = [...card.rules.map((rule) => rule.name), ...card.pillars.map((pillar) => pillar.id)];
const before = keys.map((key) => `,"${key}":`);
const pillarOf = card.pillars.flatMap((pillar, p) => Array(pillar.rules).fill(p));
const names = card.rules.map((rule) => `"${rule.name}"`);

export class ResultFile {
  // `exact`: the shortest form of each double, else at most four decimals.
  constructor(path, exact) {
    this.file = openSync(path, "w");
    this.exact = exact;
    this.text = "";
  }

  // `out` from `at` on holds the points, `units` what a point is worth in each pillar.
  write(id, out, at, units) {
    const number = (value) => (this.exact ? value : Math.round(value * 1e4) / 1e4);
    let line = `{"id":"${id}","score":${number(out[at + Rules + Pillars])}`;
    for (let p = 0; p < Pillars; ++p) line += before[Rules + p] + number(out[at + Rules + p]);
    for (let r = 0; r < Rules; ++r) {
      const points = out[at + r];
      line += before[r] + (points === points ? number(points) : "null");
    }
    this.text += `${line}${gaps(out, at, units)}}\n`;
    if (this.text.length >= ChunkBytes) this.flush();
  }

  flush() {
    const bytes = Buffer.from(this.text);
    for (let done = 0; done < bytes.length;) done += writeSync(this.file, bytes, done);
    this.text = "";
  }

  close() {
    this.flush();
    closeSync(this.file);
  }
}

// The three rules with most points missing; of equals the first one counts.
function gaps(out, at, units) {
  let most = 0, second = 0, third = 0;
  let first = -1, next = -1, last = -1;
  for (let r = 0; r < Rules; ++r) {
    const missing = card.rules[r].points * units[pillarOf[r]] - out[at + r];
    if (!(missing > third)) continue;
    if (missing > second) {
      third = second; last = next;
      if (missing > most) {
        second = most; next = first;
        most = missing; first = r;
      } else {
        second = missing; next = r;
      }
    } else {
      third = missing; last = r;
    }
  }
  const name = (r) => (r < 0 ? "null" : names[r]);
  return `,"gap_1":${name(first)},"gap_2":${name(next)},"gap_3":${name(last)}`;
}

const WarmSeconds = 0.5;

// Runs `work` until it is compiled as well as it will be, then `rounds` times, and prints the seconds
// of each.
export async function measure(rounds, work) {
  const timed = async () => {
    const start = process.hrtime.bigint();
    await work();
    return Number(process.hrtime.bigint() - start) / 1e9;
  };
  for (let warm = await timed(); warm < WarmSeconds; warm += await timed());
  for (let round = 0; round < rounds; ++round) console.log(await timed());
}
