/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index as a database: its tables, and the reading and writing of their rows. */
#include "yc-search-file-private.h"

#include "yc-folding-private.h"
#include "yc-pinyin-private.h"
#include "yc-search-error.h"
#include "yc-store-error.h"

#include <gio/gio.h>
#include <string.h>

/* To be raised whenever the meaning of a table changes: an older file is thrown away. */
#define FORMAT 3

/* A document's number tells its segment, which has the numbers from first on. A posting's number is
 * that of its segment and, in the lower 32 bits, the first gram of the block. */
#define TABLES \
  "CREATE TABLE state (name TEXT PRIMARY KEY, value) WITHOUT ROWID;" \
  "CREATE TABLE name (number INTEGER PRIMARY KEY, sort TEXT NOT NULL, text TEXT NOT NULL," \
  "  UNIQUE (sort, text));" \
  "CREATE TABLE document (number INTEGER PRIMARY KEY, sequence INTEGER NOT NULL," \
  "  kind TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, tags TEXT NOT NULL," \
  "  codes TEXT NOT NULL, places TEXT NOT NULL, weight REAL NOT NULL, day_from INTEGER NOT NULL," \
  "  day_until INTEGER NOT NULL, hash INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (kind, id));" \
  "CREATE TABLE segment (number INTEGER PRIMARY KEY, first INTEGER NOT NULL," \
  "  documents INTEGER NOT NULL, units INTEGER NOT NULL, blocks INTEGER NOT NULL," \
  "  hash INTEGER NOT NULL, entries BLOB NOT NULL, shorts BLOB NOT NULL, plain BLOB NOT NULL);" \
  "CREATE TABLE removed (segment INTEGER PRIMARY KEY, count INTEGER NOT NULL, bits BLOB NOT NULL);" \
  "CREATE TABLE posting (number INTEGER PRIMARY KEY, block BLOB NOT NULL);" \
  "CREATE TABLE seen (number INTEGER PRIMARY KEY);"

void
yc_search_file_set_damaged (GError     **error,
                            const char  *what)
{
  g_set_error (error, YC_SEARCH_ERROR, YC_SEARCH_ERROR_DAMAGED, "The search index is damaged: %s",
               what);
}

void
yc_search_file_take_error (GError **error,
                           GError  *store_error)
{
  g_autoptr (GError) owned = store_error;
  YcSearchError code = YC_SEARCH_ERROR_FAILED;

  if (owned->domain == YC_SEARCH_ERROR || owned->domain == G_IO_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return;
    }
  /* A table that is gone is damage too; and when it is closed, it is being made anew. */
  if (g_error_matches (owned, YC_STORE_ERROR, YC_STORE_ERROR_CLOSED) ||
      g_error_matches (owned, YC_STORE_ERROR, YC_STORE_ERROR_CORRUPT) ||
      g_error_matches (owned, YC_STORE_ERROR, YC_STORE_ERROR_SQL) ||
      g_error_matches (owned, YC_STORE_ERROR, YC_STORE_ERROR_CONSTRAINT))
    code = YC_SEARCH_ERROR_DAMAGED;
  g_set_error_literal (error, YC_SEARCH_ERROR, code, owned->message);
}

static gint64
get_format (void)
{
  return (gint64) FORMAT << 32 | (yc_folding_get_hash () ^ yc_pinyin_get_hash ());
}

static gboolean
make_tables (YcConnection  *connection,
             GError       **error)
{
  if (!yc_connection_begin (connection, error))
    return FALSE;
  if (yc_connection_exec (connection, TABLES, error) &&
      yc_search_file_set_number (connection, "format", get_format (), error))
    return yc_connection_commit (connection, error);
  yc_connection_rollback (connection);
  return FALSE;
}

static gint64
count_tables (YcConnection  *connection,
              GError       **error)
{
  g_autoptr (YcStatement) statement =
    yc_connection_prepare (connection, "SELECT count(*) FROM sqlite_master", error);

  return statement != NULL && yc_statement_step (statement, error)
           ? yc_statement_get_int (statement, 0)
           : 0;
}

gboolean
yc_search_file_prepare (YcConnection  *connection,
                        GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 tables;

  /* What a power cut takes can be filled again. */
  if (!yc_connection_exec (connection, "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -2048;"
                           "PRAGMA cell_size_check = ON; PRAGMA journal_size_limit = 4194304", error))
    return FALSE;
  tables = count_tables (connection, &local_error);
  if (local_error == NULL && tables == 0)
    return make_tables (connection, error);
  if (local_error == NULL &&
      yc_search_file_get_number (connection, "format", &local_error) == get_format ())
    return TRUE;
  if (local_error != NULL)
    yc_search_file_take_error (error, g_steal_pointer (&local_error));
  else
    yc_search_file_set_damaged (error, "another format");
  return FALSE;
}

static YcStatement *
prepare_state (YcConnection  *connection,
               const char    *name,
               GError       **error)
{
  YcStatement *statement =
    yc_connection_prepare (connection, "SELECT value FROM state WHERE name = $1", error);

  if (statement != NULL)
    yc_statement_bind_text (statement, 1, name);
  return statement;
}

static YcStatement *
prepare_set_state (YcConnection  *connection,
                   const char    *name,
                   GError       **error)
{
  YcStatement *statement = yc_connection_prepare (
    connection, "INSERT OR REPLACE INTO state (name, value) VALUES ($1, $2)", error);

  if (statement != NULL)
    yc_statement_bind_text (statement, 1, name);
  return statement;
}

gint64
yc_search_file_get_number (YcConnection  *connection,
                           const char    *name,
                           GError       **error)
{
  g_autoptr (YcStatement) statement = prepare_state (connection, name, error);

  return statement != NULL && yc_statement_step (statement, error)
           ? yc_statement_get_int (statement, 0)
           : 0;
}

gboolean
yc_search_file_set_number (YcConnection  *connection,
                           const char    *name,
                           gint64         number,
                           GError       **error)
{
  g_autoptr (YcStatement) statement = prepare_set_state (connection, name, error);

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_int (statement, 2, number);
  return yc_statement_run (statement, error);
}

char *
yc_search_file_dup_stamp (YcConnection  *connection,
                          GError       **error)
{
  g_autoptr (YcStatement) statement = prepare_state (connection, "stamp", error);

  return statement != NULL && yc_statement_step (statement, error)
           ? yc_statement_dup_text (statement, 0)
           : NULL;
}

gboolean
yc_search_file_set_stamp (YcConnection  *connection,
                          const char    *stamp,
                          GError       **error)
{
  g_autoptr (YcStatement) statement = prepare_set_state (connection, "stamp", error);

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_text (statement, 2, stamp);
  return yc_statement_run (statement, error);
}

gboolean
yc_search_file_run (YcConnection  *connection,
                    GError       **error,
                    const char    *sql,
                    guint          n_numbers,
                    ...)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, sql, error);
  va_list numbers;

  if (statement == NULL)
    return FALSE;
  va_start (numbers, n_numbers);
  for (guint i = 1; i <= n_numbers; i++)
    yc_statement_bind_int (statement, i, va_arg (numbers, gint64));
  va_end (numbers);
  return yc_statement_run (statement, error);
}

guint64
yc_search_file_hash_document (const YcSearchDocument *document)
{
  const char *texts[] = { document->kind,      document->id,         document->title,
                          document->tags->str, document->codes->str, document->places->str,
                          document->body };
  double numbers[] = { document->weight, document->from, document->until };
  guint64 hash = yc_search_hash (FORMAT, numbers, sizeof numbers);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    hash = yc_search_hash (hash, texts[i], strlen (texts[i]));
  return hash;
}

/* Column numbers as in read_document(). */
static YcSearchDocument *
make_document (YcStatement *statement)
{
  YcSearchDocument *document = yc_search_document_new (yc_statement_get_text (statement, 0),
                                                       yc_statement_get_text (statement, 1),
                                                       yc_statement_get_text (statement, 2));

  g_string_assign (document->tags, yc_statement_get_text (statement, 3));
  g_string_assign (document->codes, yc_statement_get_text (statement, 4));
  g_string_assign (document->places, yc_statement_get_text (statement, 5));
  document->weight = yc_statement_get_double (statement, 6);
  document->from = (guint32) yc_statement_get_int (statement, 7);
  document->until = (guint32) yc_statement_get_int (statement, 8);
  yc_search_document_set_body (document, yc_statement_get_text (statement, 10));
  return document;
}

YcSearchDocument *
yc_search_file_read_document (YcConnection  *connection,
                              gint64         number,
                              gint64        *sequence,
                              GError       **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    connection,
    "SELECT kind, id, title, tags, codes, places, weight, day_from, day_until, hash, body, sequence"
    " FROM document WHERE number = $1",
    error);
  g_autoptr (YcSearchDocument) document = NULL;

  if (statement == NULL)
    return NULL;
  yc_statement_bind_int (statement, 1, number);
  if (!yc_statement_step (statement, error))
    return NULL;
  for (guint i = 0; i < 11; i++)
    if (yc_statement_is_null (statement, i))
      {
        yc_search_file_set_damaged (error, "a document without text");
        return NULL;
      }
  document = make_document (statement);
  *sequence = yc_statement_get_int (statement, 11);
  if (yc_search_file_hash_document (document) == (guint64) yc_statement_get_int (statement, 9))
    return g_steal_pointer (&document);
  yc_search_file_set_damaged (error, "a document is not what it was");
  return NULL;
}

gboolean
yc_search_file_find_document (YcConnection  *connection,
                              const char    *kind,
                              const char    *id,
                              gint64        *number,
                              gint64        *sequence,
                              guint64       *hash,
                              GError       **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    connection, "SELECT number, sequence, hash FROM document WHERE kind = $1 AND id = $2", error);

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_text (statement, 1, kind);
  yc_statement_bind_text (statement, 2, id);
  if (!yc_statement_step (statement, error))
    return FALSE;
  *number = yc_statement_get_int (statement, 0);
  *sequence = yc_statement_get_int (statement, 1);
  *hash = (guint64) yc_statement_get_int (statement, 2);
  return TRUE;
}
