-- SPDX-License-Identifier: GPL-3.0-or-later
-- The service's tables. Times are RFC 3339 in UTC with milliseconds, so that text order is time
-- order. Columns of type BYTEA are sealed: they hold what is personal.

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL
);

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  place TEXT NOT NULL,
  counter TEXT NOT NULL,
  password TEXT NOT NULL,
  created_at TEXT NOT NULL
);

-- token is the hash of the token: what is stored cannot be used to sign in.
CREATE TABLE sessions (
  token TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  counter TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Every state of every document since the first; each change has its own running number, and the
-- catalog's version is the largest. A body that is NULL says that the document was removed.
CREATE TABLE documents (
  version BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT,
  published_at TEXT NOT NULL
);
CREATE UNIQUE INDEX documents_by_id ON documents (kind, id, version);

-- person is a keyed hash of the ID number; place_path lists the places from the top down, each
-- ended by a slash, so that a place covers every path that begins with its own. review_path is the
-- path of the place whose review the case is in. returned_for has a bit for each cause it was ever
-- returned for: 2 clerk, 4 standard, 8 applicant, 16 system.
CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  item TEXT NOT NULL,
  item_title TEXT NOT NULL,
  catalog_version BIGINT NOT NULL,
  place TEXT NOT NULL,
  place_path TEXT NOT NULL,
  counter TEXT NOT NULL,
  clerk TEXT NOT NULL,
  clerk_name TEXT NOT NULL,
  person TEXT NOT NULL,
  applicant BYTEA NOT NULL,
  content BYTEA NOT NULL,
  steps TEXT NOT NULL,
  step BIGINT NOT NULL,
  review_path TEXT NOT NULL,
  n_tries BIGINT NOT NULL,
  returned_for BIGINT NOT NULL,
  submitted_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX cases_by_clerk ON cases (clerk, updated_at, id);
CREATE INDEX cases_by_state ON cases (state, submitted_at, id);
CREATE INDEX cases_by_update ON cases (updated_at, id);
-- All that the figures of returns need, so that they never read the sealed columns.
CREATE INDEX cases_by_intake ON cases (submitted_at, place_path, clerk, item, returned_for,
  clerk_name, item_title);
CREATE INDEX cases_by_person ON cases (person);

CREATE TABLE tries (
  case_id TEXT NOT NULL REFERENCES cases (id),
  number BIGINT NOT NULL,
  submitted_at TEXT NOT NULL,
  submitted_by TEXT NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (case_id, number)
);

-- level says which step of the review decided.
CREATE TABLE decisions (
  case_id TEXT NOT NULL REFERENCES cases (id),
  number BIGINT NOT NULL,
  try_number BIGINT NOT NULL,
  step BIGINT NOT NULL,
  level TEXT NOT NULL,
  kind TEXT NOT NULL,
  by_id TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT,
  reason_title TEXT,
  cause TEXT,
  field TEXT,
  note BYTEA,
  PRIMARY KEY (case_id, number)
);
CREATE INDEX decisions_by_kind ON decisions (kind, case_id);

CREATE TABLE certificates (
  serial TEXT PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE REFERENCES cases (id),
  title TEXT NOT NULL,
  place_name TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  sample BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  pdf BYTEA NOT NULL
);
CREATE INDEX certificates_by_time ON certificates (issued_at, serial);

CREATE TABLE prints (
  id TEXT PRIMARY KEY,
  serial TEXT NOT NULL REFERENCES certificates (serial),
  number BIGINT NOT NULL,
  state TEXT NOT NULL,
  detail TEXT NOT NULL,
  printer TEXT NOT NULL,
  copies BIGINT NOT NULL,
  job TEXT NOT NULL,
  by_id TEXT NOT NULL,
  by_name TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (serial, number)
);

-- What was answered to a command, sealed, so that the same command sent again is answered the same.
CREATE TABLE answers (
  user_id TEXT NOT NULL,
  command TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status BIGINT NOT NULL,
  etag TEXT,
  body BYTEA NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (user_id, command)
);
CREATE INDEX answers_by_time ON answers (at);

CREATE TABLE events (
  id BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  case_id TEXT,
  place_path TEXT NOT NULL,
  clerk TEXT NOT NULL,
  data TEXT NOT NULL,
  at TEXT NOT NULL
);

-- Who changed what, chained: hash is over the record before and this one. No personal data.
CREATE TABLE audit (
  number BIGINT PRIMARY KEY,
  at TEXT NOT NULL,
  by_id TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
);
