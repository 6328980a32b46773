-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether somebody else settled it and who recorded it has not looked at that yet: 1 or 0.

ALTER TABLE inquiries ADD COLUMN news BIGINT NOT NULL DEFAULT 0;
