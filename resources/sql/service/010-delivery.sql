-- SPDX-License-Identifier: GPL-3.0-or-later
-- What goes by itself after issue. A delivery is planned in the transaction that issues, so that
-- none is lost; message is sealed. Everything tried has a row in delivery_tries.

CREATE TABLE deliveries (
  id TEXT PRIMARY KEY,
  serial TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  channel TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  message BYTEA NOT NULL,
  state TEXT NOT NULL,
  n_tries BIGINT NOT NULL,
  since TEXT NOT NULL,
  next_at TEXT NOT NULL,
  detail TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (serial, channel, kind)
);
CREATE INDEX deliveries_by_state ON deliveries (state, channel, next_at);
CREATE INDEX deliveries_by_case ON deliveries (case_id);

CREATE TABLE delivery_tries (
  delivery TEXT NOT NULL REFERENCES deliveries (id),
  number BIGINT NOT NULL,
  at TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (delivery, number)
);

-- Over which channels the applicant let a case's certificate be sent, as said at each submission.
CREATE TABLE consents (
  case_id TEXT NOT NULL REFERENCES cases (id),
  try_number BIGINT NOT NULL,
  channels TEXT NOT NULL,
  by_id TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (case_id, try_number)
);
