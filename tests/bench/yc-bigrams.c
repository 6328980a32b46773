/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The peer of the search's benchmark: SQLite's FTS5 over overlapping bigrams, ranked by bm25. */
#include "yc-bigrams.h"

#include <sqlite3.h>

struct _YcBigrams
{
  sqlite3      *database;
  sqlite3_stmt *rank;
  sqlite3_stmt *count;
};

static void
check (YcBigrams *self, int code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("SQLite: %s", sqlite3_errmsg (self->database));
}

/* "一户口" → "一户 户口 口": the last character alone, so that a single one is found by its prefix. */
static char *
cut (const char *text, gboolean for_query)
{
  g_autoptr (GString) cut = g_string_new (NULL);
  glong length = g_utf8_strlen (text, -1);

  for (glong i = 0; i < length; i++, text = g_utf8_next_char (text))
    {
      const char *end = g_utf8_next_char (text);

      if (i + 1 < length)
        end = g_utf8_next_char (end);
      else if (for_query && length > 1)
        break;
      g_string_append_len (cut, text, end - text);
      g_string_append_c (cut, ' ');
    }
  return g_string_free (g_steal_pointer (&cut), FALSE);
}

static void
bind (sqlite3_stmt *statement, int number, const char *text)
{
  g_autofree char *bigrams = cut (text, FALSE);

  sqlite3_bind_text (statement, number, bigrams, -1, SQLITE_TRANSIENT);
}

static void
fill (YcBigrams *self, YcCorpus *corpus)
{
  sqlite3_stmt *put;

  check (self, sqlite3_prepare_v2 (self->database, "INSERT INTO entries VALUES (?, ?, ?)", -1, &put,
                                   NULL));
  check (self, sqlite3_exec (self->database, "BEGIN", NULL, NULL, NULL));
  for (guint i = 0; i < yc_corpus_get_n_entries (corpus); i++)
    {
      const YcCorpusEntry *entry = yc_corpus_get_entry (corpus, i);
      g_autofree char *tags = g_strjoinv ("\n", entry->tags);

      bind (put, 1, entry->title);
      bind (put, 2, tags);
      bind (put, 3, entry->body);
      check (self, sqlite3_step (put));
      sqlite3_reset (put);
    }
  check (self, sqlite3_exec (self->database, "COMMIT", NULL, NULL, NULL));
  sqlite3_finalize (put);
}

YcBigrams *
yc_bigrams_new (YcCorpus *corpus, const char *path)
{
  YcBigrams *self = g_new0 (YcBigrams, 1);

  check (self, sqlite3_open (path, &self->database));
  check (self, sqlite3_exec (self->database,
                             "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                             "CREATE VIRTUAL TABLE entries USING fts5 (title, tags, body, "
                             "content = '', tokenize = \"unicode61 categories 'L* N* P* S*'\")",
                             NULL, NULL, NULL));
  fill (self, corpus);
  check (self, sqlite3_prepare_v2 (self->database,
                                   "SELECT rowid FROM entries WHERE entries MATCH ? "
                                   "ORDER BY bm25 (entries, 10, 5, 1) LIMIT 20",
                                   -1, &self->rank, NULL));
  check (self, sqlite3_prepare_v2 (self->database,
                                   "SELECT count(*) FROM entries WHERE entries MATCH ?", -1,
                                   &self->count, NULL));
  return self;
}

void
yc_bigrams_free (YcBigrams *self)
{
  sqlite3_finalize (self->rank);
  sqlite3_finalize (self->count);
  sqlite3_close (self->database);
  g_free (self);
}

/* Each word of the query a phrase of bigrams; a single character the beginning of one. */
static char *
make_match (const char *query)
{
  g_auto (GStrv) words = g_strsplit (query, " ", -1);
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *bigrams = cut (words[i], TRUE);

      if (*words[i] != '\0')
        g_string_append_printf (match, "%s\"%s\"%s", match->len > 0 ? " AND " : "",
                                g_strstrip (bigrams),
                                g_utf8_strlen (words[i], -1) == 1 ? "*" : "");
    }
  return g_string_free (g_steal_pointer (&match), FALSE);
}

guint
yc_bigrams_find (YcBigrams *self, const char *query)
{
  g_autofree char *match = make_match (query);
  guint n = 0;

  sqlite3_bind_text (self->rank, 1, match, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (self->rank) == SQLITE_ROW)
    n++;
  sqlite3_reset (self->rank);
  if (n < 20)
    return n;
  sqlite3_bind_text (self->count, 1, match, -1, SQLITE_TRANSIENT);
  check (self, sqlite3_step (self->count));
  n = (guint) sqlite3_column_int (self->count, 0);
  sqlite3_reset (self->count);
  return n;
}
