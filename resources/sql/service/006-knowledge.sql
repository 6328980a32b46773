-- SPDX-License-Identifier: GPL-3.0-or-later
-- What clerks ask of those who keep the knowledge base: mistakes and gaps they report, and what
-- citizens asked. The words, the answer and the person are in content, which is sealed.

CREATE TABLE inquiries (
  id TEXT PRIMARY KEY,
  version BIGINT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  channel TEXT NOT NULL,
  entry TEXT NOT NULL,
  item TEXT NOT NULL,
  list TEXT NOT NULL,
  place TEXT NOT NULL,
  place_path TEXT NOT NULL,
  by_id TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at TEXT NOT NULL,
  -- The day by which it is to be answered, '' for none, and what unanswered ones are sorted by.
  due TEXT NOT NULL,
  urgency TEXT NOT NULL,
  content BYTEA NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX inquiries_by_person ON inquiries (by_id, at, id);
CREATE INDEX inquiries_by_time ON inquiries (at, id);
CREATE INDEX inquiries_by_urgency ON inquiries (state, urgency, id);

-- Entries whose present state was published in the program and is not yet in the author's folder.
CREATE TABLE published_entries (
  entry TEXT PRIMARY KEY,
  version BIGINT NOT NULL,
  by_id TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at TEXT NOT NULL
);
