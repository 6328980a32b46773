-- SPDX-License-Identifier: GPL-3.0-or-later
-- Why a certificate was printed once more: '' for its first printing, "first" when the desk knew of
-- none before. note is sealed.
ALTER TABLE prints ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE prints ADD COLUMN note BYTEA;
