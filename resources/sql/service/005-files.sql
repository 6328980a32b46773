-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files that belong to the forms of cases. Their content lies sealed in the folder "files" beside
-- the database, named by its SHA-256, which is the id: the same file sent twice is kept once.

CREATE TABLE files (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  size BIGINT NOT NULL,
  stored_at TEXT NOT NULL
);

-- Who has sent the whole of a file, and so may name it in a form; to know its SHA-256 is not enough.
CREATE TABLE file_senders (
  file TEXT NOT NULL REFERENCES files (id),
  user_id TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  PRIMARY KEY (file, user_id)
);
CREATE INDEX file_senders_by_user ON file_senders (user_id, file);
CREATE INDEX file_senders_by_time ON file_senders (sent_at);

-- The cases that have a file, in any of their tries: who may see the case may see the file.
CREATE TABLE case_files (
  case_id TEXT NOT NULL REFERENCES cases (id),
  file TEXT NOT NULL REFERENCES files (id),
  PRIMARY KEY (case_id, file)
);
CREATE INDEX case_files_by_file ON case_files (file, case_id);
