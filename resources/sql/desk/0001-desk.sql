-- The desk's own database. Columns named "sealed" hold what is personal, encrypted by YcVault and
-- bound to "TABLE/ID"; nothing personal stands in any other column. Times are RFC 3339 in UTC.

-- What outlives a restart: one row for each name.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  sealed BLOB NOT NULL
);

-- The outbox's journal: changes that the service has not taken yet, oldest first.
-- The id is the Idempotency-Key of every try.
CREATE TABLE commands (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  if_match TEXT,
  order_key TEXT NOT NULL,
  title TEXT NOT NULL,
  created_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'parked')),
  error_code INTEGER NOT NULL DEFAULT 0,
  error_text TEXT NOT NULL DEFAULT '',
  -- {"body","problems","server_version"}
  sealed BLOB NOT NULL
);

CREATE TABLE visits (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  started_at TEXT NOT NULL,
  -- {"need","page","attention","citizen","agent","plan"}
  sealed BLOB NOT NULL
);

CREATE INDEX visits_by_user ON visits (user_id, started_at);

-- state and command_id follow the journal inside the journal's own transactions, so that a draft
-- and its submission can never disagree after a crash.
-- Two users of one desk may have the same case open, each in a visit of their own.
CREATE TABLE drafts (
  case_id TEXT NOT NULL,
  visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  item_code TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'saved', 'parked', 'sent', 'mending')),
  command_id TEXT,
  -- {"item_title","form","materials","answers","case"}
  sealed BLOB NOT NULL,
  PRIMARY KEY (case_id, visit_id)
);

CREATE INDEX drafts_by_visit ON drafts (visit_id, position);
CREATE INDEX drafts_by_command ON drafts (command_id);

-- The catalog as the service published it; nothing in it is personal.
CREATE TABLE documents (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;

CREATE TABLE catalog_state (
  service TEXT PRIMARY KEY,
  version INTEGER NOT NULL
);

-- Certificates fetched from the service; they never change.
CREATE TABLE certificates (
  case_id TEXT PRIMARY KEY,
  fetched_at TEXT NOT NULL,
  sealed BLOB NOT NULL
);

CREATE TABLE print_runs (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  serial TEXT NOT NULL,
  case_id TEXT NOT NULL,
  title TEXT NOT NULL,
  printer TEXT NOT NULL,
  copies INTEGER NOT NULL,
  asked_at TEXT NOT NULL,
  state TEXT NOT NULL,
  recorded INTEGER NOT NULL DEFAULT 0,
  number INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX print_runs_by_serial ON print_runs (serial);

-- Who looked at masked personal data in full, when, and in which visit or case.
CREATE TABLE looks (
  user_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  at TEXT NOT NULL
);
