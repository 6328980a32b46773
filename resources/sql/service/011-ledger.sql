-- SPDX-License-Identifier: GPL-3.0-or-later
-- A certificate can be made void, and a later version can take its place: a case may have several.
--
-- series names the counter that gave the running number, "certificate-ISSUER-YEAR"; before this
-- migration there was one for each kind too, "certificate-KIND-ISSUER-YEAR". state is "valid",
-- "void" or "replaced". valid_until is the last day, YYYY-MM-DD, '' for none. What older rows say of their numbers, and the first rows of the ledger, are
-- written when the service first opens the database (see yc-ledger-begin.c).
CREATE TABLE certificates_2 (
  serial TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  title TEXT NOT NULL,
  place_name TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  sample BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  clerk TEXT NOT NULL,
  place_path TEXT NOT NULL,
  identifier TEXT NOT NULL,
  series TEXT NOT NULL,
  running BIGINT NOT NULL,
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  -- Last, so that nobody who asks for something else has to read past it.
  pdf BYTEA NOT NULL,
  UNIQUE (series, running, version)
);
INSERT INTO certificates_2 SELECT serial, case_id, title, place_name, issued_at, sample, sha256,
  clerk, place_path, '', serial, 0, 1, 'valid', '', pdf FROM certificates;

CREATE TABLE prints_2 (
  id TEXT PRIMARY KEY,
  serial TEXT NOT NULL REFERENCES certificates_2 (serial),
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
INSERT INTO prints_2 SELECT id, serial, number, state, detail, printer, copies, job, by_id, by_name,
  asked_at, updated_at FROM prints;

-- In this order a reference never points to nothing.
DROP TABLE prints;
DROP TABLE certificates;
ALTER TABLE certificates_2 RENAME TO certificates;
ALTER TABLE prints_2 RENAME TO prints;

CREATE INDEX certificates_by_time ON certificates (issued_at, serial, place_path, state);
CREATE INDEX certificates_by_clerk ON certificates (clerk, issued_at, serial, place_path, state);
CREATE INDEX certificates_by_case ON certificates (case_id, version);

-- All that was ever done to certificates, chained: hash is the SHA-256 of the hash before and of
-- the row. kind is "issue", "void", "replace" or "reissue"; serial is that of the certificate that
-- was made, or made void. note is sealed.
CREATE TABLE ledger (
  number BIGINT PRIMARY KEY,
  at TEXT NOT NULL,
  by_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  series TEXT NOT NULL,
  running BIGINT NOT NULL,
  version BIGINT NOT NULL,
  serial TEXT NOT NULL,
  identifier TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  reason TEXT NOT NULL,
  note BYTEA,
  hash TEXT NOT NULL
);
CREATE INDEX ledger_by_number ON ledger (series, running, number);
