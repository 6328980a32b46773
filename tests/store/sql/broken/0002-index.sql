-- Two statements and a comment in one step.
CREATE INDEX words_by_size ON words (size);
INSERT INTO words (id, word, size) VALUES (1, '一窗', 2);
