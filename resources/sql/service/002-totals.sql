-- SPDX-License-Identifier: GPL-3.0-or-later
-- Running totals, so that the figures of returns are sums over few rows instead of all cases. They
-- are kept in the transactions that change the cases, and filled from them when the service first
-- opens the database.
--
-- kind and id say what is counted: "clerk", "item" or "reason"; only a reason has a cause. A case
-- counts on the day, and in the month, in China on which it was first submitted, whenever it was
-- returned. of_… counts the cases that were ever returned for that cause. title is the greatest of
-- the names it went by.

-- path is that of the place that took the cases in. since is a day.
CREATE TABLE day_totals (
  since TEXT NOT NULL,
  path TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  cause TEXT NOT NULL,
  title TEXT NOT NULL,
  intake BIGINT NOT NULL,
  returns BIGINT NOT NULL,
  of_clerk BIGINT NOT NULL,
  of_standard BIGINT NOT NULL,
  of_applicant BIGINT NOT NULL,
  of_system BIGINT NOT NULL,
  PRIMARY KEY (since, path, kind, id, cause)
);

-- path is that of the place or of any above it, up to "" for all. since is a month.
CREATE TABLE month_totals (
  since TEXT NOT NULL,
  path TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  cause TEXT NOT NULL,
  title TEXT NOT NULL,
  intake BIGINT NOT NULL,
  returns BIGINT NOT NULL,
  of_clerk BIGINT NOT NULL,
  of_standard BIGINT NOT NULL,
  of_applicant BIGINT NOT NULL,
  of_system BIGINT NOT NULL,
  PRIMARY KEY (path, since, kind, id, cause)
);
