-- What is searched in a document lies beside it, so that a start of the desk does not read ten
-- thousand documents to find a title. title is NULL for kinds that are not searched; tags has one on
-- a line. With rows of a thousand bytes and more, a table by row number is half as large as the one
-- before. What was kept is fetched anew.
DROP TABLE documents;

CREATE TABLE documents (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  title TEXT,
  tags TEXT,
  words TEXT,
  PRIMARY KEY (kind, id)
);

DELETE FROM catalog_state;

-- Which program put the documents away: another one fetches them anew.
ALTER TABLE catalog_state ADD COLUMN format INTEGER NOT NULL DEFAULT 0;
