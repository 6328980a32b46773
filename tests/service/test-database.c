/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database: the writer's batches, running numbers, the audit chain, the catalog's versions. */
#include "yc-audit-table.h"
#include "yc-counters-table.h"
#include "yc-documents-table.h"
#include "yc-service-error.h"
#include "yc-sqlite-database.h"
#include "yc-test-folder.h"
#include "yc-writer.h"

#include "yc-service.h"

#define NOW "2026-11-21T07:42:08.123Z"

typedef struct
{
  char *folder;
  YcDatabase *database;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = yc_test_folder_new ();
  path = g_build_filename (self->folder, "service.db", NULL);
  self->database = yc_sqlite_database_open (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->database);
  yc_test_folder_free (self->folder);
}

static YcTransaction *
begin (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  YcTransaction *transaction = yc_database_begin_write (self->database, &error);

  g_assert_no_error (error);
  return transaction;
}

static void
commit (YcTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  yc_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static void
test_counters (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (YcTransaction) first = begin (self);

  g_assert_cmpint (yc_counters_table_get (first, "a", NULL), ==, 0);
  g_assert_cmpint (yc_counters_table_next (first, "a", NULL), ==, 1);
  g_assert_cmpint (yc_counters_table_next (first, "a", NULL), ==, 2);
  g_assert_cmpint (yc_counters_table_next (first, "b", NULL), ==, 1);
  g_assert_true (yc_transaction_set_mark (first, NULL));
  g_assert_cmpint (yc_counters_table_next (first, "a", NULL), ==, 3);
  g_assert_true (yc_transaction_undo (first, NULL));
  g_assert_cmpint (yc_counters_table_next (first, "a", NULL), ==, 3);
  g_clear_object (&first);
  /* Not committed, so given out again. */
  first = begin (self);
  g_assert_cmpint (yc_counters_table_next (first, "a", NULL), ==, 1);
}

static void
append_records (Fixture *self,
                guint    n)
{
  g_autoptr (YcTransaction) transaction = begin (self);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *detail = json_object_new ();
      g_autofree char *subject = g_strdup_printf ("case-%u", i);

      json_object_set_int_member (detail, "version", i);
      g_assert_true (yc_audit_table_append (transaction, NOW, "clerk", "case.submit", subject,
                                            detail, NULL));
    }
  commit (transaction);
}

static gboolean
verify (Fixture *self)
{
  g_autoptr (YcTransaction) transaction = yc_database_begin_read (self->database, NULL);
  g_autoptr (GError) error = NULL;
  gint64 n = 0;
  gboolean sound = yc_audit_verify (transaction, &n, &error);

  if (!sound)
    g_assert_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED);
  return sound;
}

/* Every way to change the record without leaving a trace is found out. */
static void
test_audit (Fixture       *self,
            gconstpointer  data)
{
  static const char *const tricks[] = {
    "UPDATE audit SET by_id = 'other' WHERE number = 3",
    "UPDATE audit SET at = '2026-11-21T07:42:08.124Z' WHERE number = 1",
    "UPDATE audit SET action = 'case.approve' WHERE number = 5",
    "UPDATE audit SET subject = 'case-9' WHERE number = 2",
    "UPDATE audit SET detail = '{}' WHERE number = 4",
    "UPDATE audit SET hash = 'x' WHERE number = 5",
    "DELETE FROM audit WHERE number = 3",
    "DELETE FROM audit WHERE number = 5",
    "DELETE FROM audit",
    "UPDATE audit SET number = 6 WHERE number = 5",
    "INSERT INTO audit SELECT 6, at, by_id, action, subject, detail, hash FROM audit WHERE number = 5",
  };

  g_assert_true (verify (self));
  append_records (self, 5);
  g_assert_true (verify (self));
  for (guint i = 0; i < G_N_ELEMENTS (tricks); i++)
    {
      g_autoptr (YcTransaction) transaction = begin (self);
      gint64 n;

      g_assert_true (yc_transaction_run (transaction, NULL, tricks[i], ""));
      g_assert_false (yc_audit_verify (transaction, &n, NULL));
    }
  append_records (self, 2);
  g_assert_true (verify (self));
}

typedef struct
{
  guint number;
  gboolean fail;
  GError *error;
  int *n_done;
} Job;

static gboolean
job_func (YcTransaction  *transaction,
          gpointer        user_data,
          GError        **error)
{
  Job *job = user_data;

  if (yc_counters_table_next (transaction, "jobs", error) == 0)
    return FALSE;
  if (!job->fail)
    return TRUE;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_DENIED, "not this one");
  return FALSE;
}

static void
job_done (const GError *error,
          gpointer      user_data)
{
  Job *job = user_data;

  job->error = error != NULL ? g_error_copy (error) : NULL;
  g_atomic_int_inc (job->n_done);
}

/* Those that fail leave no trace, those around them stay. */
static void
test_batches (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (YcWriter) writer = yc_writer_new (self->database);
  Job jobs[200] = { 0 };
  int n_done = 0;
  g_autoptr (YcTransaction) transaction = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      jobs[i] = (Job) { .number = i, .fail = i % 3 == 0, .n_done = &n_done };
      g_assert_true (yc_writer_push (writer, job_func, job_done, &jobs[i]));
    }
  yc_writer_stop (writer);
  g_assert_cmpint (n_done, ==, G_N_ELEMENTS (jobs));
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      if (jobs[i].fail)
        g_assert_error (jobs[i].error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_DENIED);
      else
        g_assert_no_error (jobs[i].error);
      g_clear_error (&jobs[i].error);
    }
  transaction = yc_database_begin_read (self->database, NULL);
  g_assert_cmpint (yc_counters_table_get (transaction, "jobs", NULL), ==, 133);
}

static void
test_documents (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (YcTransaction) transaction = begin (self);
  g_autoptr (JsonArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version = 0;

  g_assert_cmpint (yc_documents_table_put (transaction, "item", "A", "{\"v\":1}", NOW, NULL), ==, 1);
  g_assert_cmpint (yc_documents_table_put (transaction, "item", "B", "{\"v\":1}", NOW, NULL), ==, 2);
  g_assert_cmpint (yc_documents_table_put (transaction, "item", "A", "{\"v\":2}", NOW, NULL), ==, 3);
  g_assert_cmpint (yc_documents_table_put (transaction, "item", "B", NULL, NOW, NULL), ==, 4);
  g_assert_true (yc_documents_table_find (transaction, "item", "A", 2, &version, NULL));
  g_assert_cmpint (version, ==, 1);
  g_assert_true (yc_documents_table_find (transaction, "item", "A", 3, &version, NULL));
  g_assert_cmpint (version, ==, 3);
  g_assert_true (yc_documents_table_find (transaction, "item", "B", 3, &version, NULL));
  g_assert_false (yc_documents_table_find (transaction, "item", "B", 4, &version, &error));
  g_assert_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND);
  changes = yc_documents_table_list_changes (transaction, 1, 10, NULL);
  g_assert_cmpuint (json_array_get_length (changes), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (changes, 0),
                                               "version"), ==, 3);
  g_assert_true (json_object_get_null_member (json_array_get_object_element (changes, 1), "body"));
}

#define ADD(name, func) g_test_add ("/database/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("counters", test_counters);
  ADD ("audit", test_audit);
  ADD ("batches", test_batches);
  ADD ("documents", test_documents);
  return g_test_run ();
}
