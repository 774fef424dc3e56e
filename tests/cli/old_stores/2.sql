-- SPDX-License-Identifier: Apache-2.0
-- A store as version 2 of the tables makes it: with documents and rulebooks. This file never changes.
PRAGMA journal_mode = WAL;
CREATE TABLE colonnade_store (version BIGINT NOT NULL);
INSERT INTO colonnade_store VALUES (2);
CREATE TABLE colonnade_results (
  profile TEXT NOT NULL, as_of BIGINT NOT NULL, rulebook_sha256 TEXT NOT NULL,
  number BIGINT NOT NULL, summary TEXT NOT NULL, result TEXT NOT NULL, document TEXT, stated TEXT,
  PRIMARY KEY (profile, as_of, rulebook_sha256));
CREATE TABLE colonnade_rulebooks (sha256 TEXT PRIMARY KEY, texts TEXT NOT NULL);
INSERT INTO colonnade_results VALUES (
  'clara', 1794917999, '0f4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c', 1,
  '{"rulebook":{"id":"tiny","edition":"1"},"title":{"en":"Tiny"},"score":62.5,"low":62.5,"high":62.5,"assessed":1.0,"rating":null,"pillars":[{"id":"brand","title":{"en":"Brand"},"score":62.5,"of":100.0}]}',
  '{"colonnade":"0.1.0","result":1,"rulebook":{"id":"tiny","title":"Tiny","edition":"1","sha256":"0f4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c"},"language":"en","profile":{"id":"clara","as_of":"2026-11-17T11:59:59Z"},"score":62.5,"low":62.5,"high":62.5,"assessed":1.0,"provisional":false,"rating":null,"pillars":[],"tips":[],"cautions":[],"unknown":[],"note":""}', NULL, NULL);
