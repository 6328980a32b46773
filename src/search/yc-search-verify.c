/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks through the file for damage, a little at a time. */
#include "yc-search-file-private.h"
#include "yc-search-posting-private.h"
#include "yc-search-verify-private.h"

/* Some milliseconds' worth. */
#define ROWS_AT_A_TIME 200

static gboolean
verify_blocks (YcSearchVerify  *self,
               YcConnection    *connection,
               GError         **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    connection,
    "SELECT number, block FROM posting WHERE number > $1 ORDER BY number LIMIT "
    G_STRINGIFY (ROWS_AT_A_TIME), error);
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_int (statement, 1, self->at);
  for (; yc_statement_step (statement, error); n++)
    {
      g_autoptr (GBytes) block = yc_statement_dup_bytes (statement, 1);

      self->at = yc_statement_get_int (statement, 0);
      if (!yc_search_posting_check (block, (YcSearchGram) (self->at & G_MAXUINT32)))
        {
          yc_search_file_set_damaged (error, "a block is not what it was");
          return FALSE;
        }
    }
  self->n += n;
  if (n < ROWS_AT_A_TIME)
    self->phase = YC_SEARCH_VERIFY_DOCUMENTS;
  return *error == NULL;
}

static gboolean
verify_documents (YcSearchVerify  *self,
                  YcConnection    *connection,
                  GArray          *numbers,
                  GError         **error)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 sequence;
      g_autoptr (YcSearchDocument) document = yc_search_file_read_document (
        connection, g_array_index (numbers, gint64, i), &sequence, error);

      if (document == NULL)
        return FALSE;
    }
  self->n += numbers->len;
  if (numbers->len < ROWS_AT_A_TIME)
    self->phase = YC_SEARCH_VERIFY_DONE;
  return TRUE;
}

static gboolean
verify_next_documents (YcSearchVerify  *self,
                       YcConnection    *connection,
                       GError         **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (YcStatement) statement = yc_connection_prepare (
    connection,
    "SELECT number FROM document WHERE number > $1 ORDER BY number LIMIT "
    G_STRINGIFY (ROWS_AT_A_TIME), error);

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_int (statement, 1, self->at);
  while (yc_statement_step (statement, error))
    {
      self->at = yc_statement_get_int (statement, 0);
      g_array_append_val (numbers, self->at);
    }
  return *error == NULL && verify_documents (self, connection, numbers, error);
}

static gboolean
compare_count (YcSearchVerify  *self,
               YcConnection    *connection,
               const char      *sql,
               GError         **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, sql, error);
  gint64 expected;

  if (statement == NULL || !yc_statement_step (statement, error))
    return FALSE;
  expected = yc_statement_get_int (statement, 0);
  if (self->n != expected)
    yc_search_file_set_damaged (error, "rows are missing");
  self->n = 0;
  self->at = -1;
  return *error == NULL;
}

static gboolean
verify (YcSearchVerify  *self,
        YcConnection    *connection,
        GError         **error)
{
  if (self->phase == YC_SEARCH_VERIFY_BLOCKS)
    return verify_blocks (self, connection, error) &&
           (self->phase == YC_SEARCH_VERIFY_BLOCKS ||
            compare_count (self, connection, "SELECT ifnull(sum(blocks), 0) FROM segment", error));
  return verify_next_documents (self, connection, error) &&
         (self->phase == YC_SEARCH_VERIFY_DOCUMENTS ||
          compare_count (self, connection,
                         "SELECT (SELECT ifnull(sum(documents), 0) FROM segment) -"
                         " (SELECT ifnull(sum(count), 0) FROM removed)", error));
}

gboolean
yc_search_verify_more (YcSearchVerify  *self,
                       YcConnection    *connection,
                       gint64           version,
                       GError         **error)
{
  g_autoptr (GError) local_error = NULL;

  /* What was written meanwhile is counted anew. */
  if (self->version != version)
    *self = (YcSearchVerify){ .at = -1, .version = version };
  if (self->phase == YC_SEARCH_VERIFY_DONE || verify (self, connection, &local_error))
    return TRUE;
  yc_search_file_take_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
