-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which items ask for which material: it is found once, and goes with the last item that names it.
CREATE TABLE materials (
  title TEXT NOT NULL,
  item TEXT NOT NULL,
  item_title TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (title, item)
) WITHOUT ROWID;
CREATE INDEX materials_by_item ON materials (item);

INSERT OR IGNORE INTO materials (title, item, item_title, note)
  SELECT json_extract(m.value, '$.title'), d.id, json_extract(d.body, '$.title'),
         coalesce(json_extract(m.value, '$.note'), '')
  FROM documents AS d, json_each(d.body, '$.materials') AS m
  WHERE d.kind = 'item' AND json_extract(m.value, '$.title') IS NOT NULL;
