-- What is searched lies in an index of its own, which is filled from the documents. Of a knowledge
-- entry the ids of other documents that it speaks of, one on a line, are read at each start.
CREATE TABLE links (
  id TEXT PRIMARY KEY,
  links TEXT NOT NULL
) WITHOUT ROWID;

INSERT INTO links (id, links) SELECT id, links FROM searched WHERE kind = 'entry';

DROP TABLE searched;
