-- SPDX-License-Identifier: GPL-3.0-or-later
-- To what the applicant agreed after the certificate was issued: one more channel to send it over.
CREATE TABLE later_consents (
  delivery TEXT PRIMARY KEY REFERENCES deliveries (id),
  by_id TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at TEXT NOT NULL
);
