// SPDX-License-Identifier: Apache-2.0
// The scorecard in SQL, run by DuckDB. All of a profile is one row of one query, step by step: facts,
// shares, what a point is worth, points, the three rules with most points missing.
//   node duckdb.mjs flat|deep IN.ndjson OUT.csv|OUT.parquet|OUT.ndjson THREADS
//   node duckdb.mjs memory IN.ndjson ROUNDS THREADS          (prints the seconds of each)
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { card, made, measure } from "./table.mjs";

const { DuckDBInstance } = createRequire(join(process.env.COLONNADE_NODE, "x.js"))("@duckdb/node-api");
const sql = JSON.parse(readFileSync(join(made, "sql.json")));
const [job, from, to, threads] = process.argv.slice(2);

const interval = (days) => `INTERVAL ${days} DAY`;

const types = { "yes/no": "BOOLEAN", number: "DOUBLE", category: "VARCHAR" };
const typesOf = (facts) => facts.map(({ name, kind }) => `${name}: '${types[kind]}'`).join(", ");

function flatFacts() {
  return `SELECT id, ${card.facts.map((fact) => fact.name).join(", ")} FROM read_json('${from}',
    format = 'newline_delimited', columns = {id: 'VARCHAR', ${typesOf(card.facts)}})`;
}

// Lists are taken apart and counted per person; lambdas over lists take twice as long.
function deepFacts() {
  const lists = `positions: 'STRUCT(title VARCHAR, current BOOLEAN, words DOUBLE)[]',
    skills: 'STRUCT(endorsements DOUBLE)[]',
    connections: 'STRUCT("at" TIMESTAMP, title VARCHAR, coworker BOOLEAN)[]',
    events: 'STRUCT("at" TIMESTAMP, kind VARCHAR)[]'`;
  const number = "count(*) FILTER";
  const kind = (name, days = 90) => `${number} (kind = '${name}' AND "at" > as_of - ${interval(days)})`;
  const titled = (word) => `${number} (contains(lower(title), '${word}'))`;
  return `WITH people AS MATERIALIZED (SELECT row_number() OVER () AS person, * FROM read_json('${from}',
      format = 'newline_delimited', maximum_object_size = 16777216, columns = {id: 'VARCHAR',
      as_of: 'TIMESTAMP', ${typesOf(card.facts.slice(0, 20))}, ${lists}})),
    of_positions AS (SELECT person, count(*)::DOUBLE AS position_entries,
      (${number} (current))::DOUBLE AS current_positions, sum(words) AS position_words,
      (${titled("head of")})::DOUBLE AS leading_positions,
      (${number} (words >= 30))::DOUBLE AS described_positions
      FROM (SELECT person, unnest(positions, recursive := true) FROM people) GROUP BY person),
    of_skills AS (SELECT person, count(*)::DOUBLE AS skill_entries,
      (${number} (endorsements >= 5))::DOUBLE AS endorsed_skills,
      sum(endorsements) AS endorsement_entries, max(endorsements) AS most_endorsed
      FROM (SELECT person, unnest(skills, recursive := true) FROM people) GROUP BY person),
    of_connections AS (SELECT person, count(*)::DOUBLE AS connection_entries,
      (${number} ("at" > as_of - ${interval(90)}))::DOUBLE AS new_connections,
      (${number} ("at" > as_of - ${interval(56)}))::DOUBLE / 8 AS weekly_connections,
      (${titled("director")})::DOUBLE AS directors, (${titled("recruiter")})::DOUBLE AS recruiters,
      (${titled("founder")})::DOUBLE AS founders, (${number} (coworker))::DOUBLE AS coworkers
      FROM (SELECT person, as_of, unnest(connections, recursive := true) FROM people) GROUP BY person),
    of_events AS (SELECT person, (${kind("post")})::DOUBLE AS posts,
      (${kind("post", 56)})::DOUBLE / 8 AS weekly_posts, (${kind("repost")})::DOUBLE AS reposts,
      (${kind("comment")})::DOUBLE AS comments,
      (${kind("comment", 56)})::DOUBLE / 8 AS weekly_comments,
      (${kind("reaction")})::DOUBLE AS reactions, (${kind("message_sent")})::DOUBLE AS messages_sent,
      (${kind("message_received")})::DOUBLE AS messages_received,
      (${kind("invitation")})::DOUBLE AS invitations_sent,
      (${number} ("at" > as_of - ${interval(30)}))::DOUBLE AS recent_events,
      min(epoch(as_of) - epoch("at")) / 86400 AS idle_days
      FROM (SELECT person, as_of, unnest(events, recursive := true) FROM people) GROUP BY person)
    SELECT * EXCLUDE (person, positions, skills, connections, events) FROM people
      JOIN of_positions USING (person) JOIN of_skills USING (person)
      JOIN of_connections USING (person) JOIN of_events USING (person) ORDER BY person`;
}

const pillarRules = [];
for (let p = 0, r = 0; p < card.pillars.length; r += card.pillars[p++].rules)
  pillarRules.push(Array.from({ length: card.pillars[p].rules }, (_, i) => r + i));

const points = (r) => `${card.rules[r].points}::DOUBLE`;
const applies = (r, value) => (sql[r].applies ? `CASE WHEN a${r} THEN ${value} END` : value);
const counted = (r, value) => (sql[r].applies ? `CASE WHEN a${r} THEN ${value} ELSE 0 END` : value);

// From facts to points; `keep` names columns of the facts that stay.
function pointsOf(facts, keep) {
  const conditions = sql.flatMap((rule, r) => (rule.applies ? [`${rule.applies} AS a${r}`] : []));
  const flags = sql.flatMap((rule, r) => (rule.applies ? [`a${r}`] : []));
  const shares = sql.map((rule, r) => `${rule.share} AS s${r}`);
  const units = pillarRules.map((rules, p) =>
    `${card.pillars[p].weight}::DOUBLE / (${rules.map((r) => counted(r, points(r))).join(" + ")}) AS u${p}`);
  const earned = pillarRules.flatMap((rules, p) =>
    rules.map((r) => `${applies(r, `${points(r)} * u${p} * s${r}`)} AS p${r}`));
  const missing = pillarRules.flatMap((rules, p) =>
    rules.map((r) => `${applies(r, `${points(r)} * u${p} * (1 - s${r})`)} AS m${r}`));
  const measured = `SELECT ${keep}${[...conditions, ...shares].join(", ")} FROM (${facts})`;
  const weighed = `SELECT *, ${units.join(", ")} FROM (${measured})`;
  return `SELECT ${keep}${[...earned, ...missing, ...flags].join(", ")} FROM (${weighed})`;
}

const pillarSum = (rules) => rules.map((r) => counted(r, `p${r}`)).join(" + ");
const sums = pillarRules.map((rules, p) => `${pillarSum(rules)} AS t${p}`);
const total = pillarRules.map((_, p) => `t${p}`).join(" + ");

function totals(facts) {
  const shown = sql.map((_, r) => `p${r}`);
  return `SELECT ${total} AS score, t0, t1, t2, t3, ${shown.join(", ")} FROM
    (SELECT *, ${sums.join(", ")} FROM (${pointsOf(facts, "")}))`;
}

// The greatest of numbers whose last six digits say whose they are; of equals the first rule counts.
function table(facts) {
  const unit = 1e13;
  const keyed = sql.map((_, r) => `CASE WHEN m${r} > 1e-12 THEN
    (m${r} * ${unit})::BIGINT * 64 + ${63 - r} ELSE 0 END AS k${r}`);
  const keys = sql.map((_, r) => `k${r}`);
  const below = (limit) => keys.map((key) => `CASE WHEN ${key} < ${limit} THEN ${key} ELSE 0 END`);
  const names = `[${card.rules.map((rule) => `'${rule.name}'`).join(", ")}]`;
  const name = (g) => `CASE WHEN g${g} > 0 THEN ${names}[64 - g${g} % 64] END AS gap_${g}`;
  const shown = [...card.pillars.map((pillar, p) => `t${p} AS "${pillar.id}"`),
                 ...card.rules.map((rule, r) => `p${r} AS "${rule.name}"`)];
  const first = `SELECT *, ${sums.join(", ")}, ${keyed.join(", ")} FROM (${pointsOf(facts, "id, ")})`;
  const second = `SELECT *, greatest(${keys.join(", ")}) AS g1 FROM (${first})`;
  const third = `SELECT *, greatest(${below("g1").join(", ")}) AS g2 FROM (${second})`;
  const fourth = `SELECT *, greatest(${below("g2").join(", ")}) AS g3 FROM (${third})`;
  return `SELECT id, ${total} AS score, ${shown.join(", ")}, ${[1, 2, 3].map(name).join(", ")}
    FROM (${fourth})`;
}

const formats = { csv: "FORMAT csv, HEADER", parquet: "FORMAT parquet", ndjson: "FORMAT json" };

const instance = await DuckDBInstance.create(":memory:", { threads: threads ?? "1" });
const connection = await instance.connect();
if (job === "memory") {
  await connection.run(`CREATE TABLE facts AS ${flatFacts()}`);
  const scores = `CREATE OR REPLACE TEMP TABLE scores AS ${totals("FROM facts")}`;
  await measure(Number(to), () => connection.run(scores));
} else {
  const facts = job === "deep" ? deepFacts() : flatFacts();
  await connection.run(`COPY (${table(facts)}) TO '${to}' (${formats[to.split(".").pop()]})`);
}
