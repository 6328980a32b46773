-- SPDX-License-Identifier: GPL-3.0-or-later
-- Plans that counters saved: what a visit's answers lead to. title names items, never people.
--
-- person is a keyed hash of the citizen's ID number, "" for a citizen who did not say it. place_path
-- and clerk are those of who was asked first; holder_path and holder of who is responsible now.
CREATE TABLE plans (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  local_number TEXT NOT NULL,
  version BIGINT NOT NULL,
  title TEXT NOT NULL,
  catalog_version BIGINT NOT NULL,
  person TEXT NOT NULL,
  place TEXT NOT NULL,
  place_path TEXT NOT NULL,
  counter TEXT NOT NULL,
  clerk TEXT NOT NULL,
  clerk_name TEXT NOT NULL,
  holder TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  holder_path TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  -- {name, id_number, mobile, address, email}
  citizen BYTEA NOT NULL,
  -- {agent, need, plan}
  content BYTEA NOT NULL
);
CREATE INDEX plans_by_person ON plans (person, updated_at);
CREATE INDEX plans_by_local_number ON plans (local_number);

-- To whom a plan was handed, in order. to_kind is "counter", "hotline" or "department"; state is
-- "open", "accepted", "declined" or "withdrawn". Only the last of a plan can be open.
CREATE TABLE hand_overs (
  plan_id TEXT NOT NULL REFERENCES plans (id),
  number BIGINT NOT NULL,
  state TEXT NOT NULL,
  from_id TEXT NOT NULL,
  from_name TEXT NOT NULL,
  from_path TEXT NOT NULL,
  to_kind TEXT NOT NULL,
  to_place TEXT NOT NULL,
  to_path TEXT NOT NULL,
  to_name TEXT NOT NULL,
  due TEXT NOT NULL,
  note BYTEA NOT NULL,
  at TEXT NOT NULL,
  answered_at TEXT,
  answered_by TEXT,
  answer_note BYTEA,
  PRIMARY KEY (plan_id, number)
);
CREATE INDEX hand_overs_to ON hand_overs (state, to_path, due);
CREATE INDEX hand_overs_from ON hand_overs (state, from_id, due);
