-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every paper that is printed stands in the journal, not certificates alone; and for each kind of
-- paper the desk remembers printer and settings.
ALTER TABLE print_runs ADD COLUMN kind TEXT NOT NULL DEFAULT 'certificate';
ALTER TABLE print_runs ADD COLUMN reason TEXT NOT NULL DEFAULT '';

CREATE TABLE print_presets (
  kind TEXT PRIMARY KEY,
  printer TEXT NOT NULL,
  paper TEXT NOT NULL,
  source TEXT NOT NULL,
  sides TEXT NOT NULL,
  colour INTEGER NOT NULL,
  fit INTEGER NOT NULL
) WITHOUT ROWID;
