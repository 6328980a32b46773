-- What is searched in a document lies beside it, so that a start of the desk does not read ten
-- thousand documents to find a title. With rows of a thousand bytes and more, tables by row number
-- are half as large as the one before. What was kept is fetched anew.
DROP TABLE documents;

CREATE TABLE documents (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
);

-- Of kinds that are searched; tags has one on a line, as has links the ids of other documents that
-- a knowledge entry speaks of.
CREATE TABLE searched (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  words TEXT NOT NULL,
  tags TEXT NOT NULL,
  links TEXT NOT NULL,
  PRIMARY KEY (kind, id)
);

DELETE FROM catalog_state;

-- Which program put the documents away: another one fetches them anew.
ALTER TABLE catalog_state ADD COLUMN format INTEGER NOT NULL DEFAULT 0;
