-- SPDX-License-Identifier: GPL-3.0-or-later
-- A copy of what the service's register says of certificates that are not in force any more, so that
-- a desk can tell with the line down. A number names nobody. Up to which entry of the register it
-- goes, and the keys of the QR codes, are in the settings.
CREATE TABLE revocations (
  serial TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('void', 'replaced')),
  replaced_by TEXT
) WITHOUT ROWID;
