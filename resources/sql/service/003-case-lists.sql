-- SPDX-License-Identifier: GPL-3.0-or-later
-- What lists of cases walk along. Each of these indexes holds all that a list's filters ask for, so
-- that only the cases that are shown are read from their table (see yc-case-query.c).

DROP INDEX cases_by_clerk;
DROP INDEX cases_by_state;
DROP INDEX cases_by_update;
DROP INDEX cases_by_intake;

CREATE INDEX cases_by_update ON cases (updated_at, id, place_path, state, item, clerk,
  returned_for, submitted_at, review_path);
CREATE INDEX cases_by_submission ON cases (submitted_at, id, place_path, state, item, clerk,
  returned_for, updated_at, review_path);
CREATE INDEX cases_by_clerk ON cases (clerk, updated_at, id, place_path, state, item,
  returned_for, submitted_at, review_path);
CREATE INDEX cases_by_state ON cases (state, submitted_at, id, place_path, item, clerk,
  returned_for, updated_at, review_path);
CREATE INDEX cases_by_item ON cases (item, updated_at, id, place_path, state, clerk,
  returned_for, submitted_at, review_path);
CREATE INDEX cases_by_place ON cases (place_path, updated_at, id, state, item, clerk,
  returned_for, submitted_at, review_path);

-- A case's place and clerk never change, so its certificate may know them: lists of certificates
-- then look at no case that they do not show.
ALTER TABLE certificates ADD COLUMN clerk TEXT NOT NULL DEFAULT '';
ALTER TABLE certificates ADD COLUMN place_path TEXT NOT NULL DEFAULT '';
UPDATE certificates SET
  clerk = (SELECT c.clerk FROM cases c WHERE c.id = certificates.case_id),
  place_path = (SELECT c.place_path FROM cases c WHERE c.id = certificates.case_id);
DROP INDEX certificates_by_time;
CREATE INDEX certificates_by_time ON certificates (issued_at, serial, place_path);
CREATE INDEX certificates_by_clerk ON certificates (clerk, issued_at, serial);
