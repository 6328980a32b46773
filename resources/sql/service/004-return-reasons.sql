-- SPDX-License-Identifier: GPL-3.0-or-later
-- The cases that were ever returned for a reason, which a list may ask for: found by the reason when
-- it is rare, and by the case when it is not.
CREATE INDEX decisions_by_reason ON decisions (kind, reason, case_id, cause);
DROP INDEX decisions_by_kind;
