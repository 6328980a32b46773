/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishes a catalog: checks it whole and replaces what has changed. */
#include "yc-publisher.h"

#include "yc-catalog-folder.h"
#include "yc-documents-table.h"
#include "yc-events-table.h"
#include "yc-findings.h"
#include "yc-json.h"
#include "yc-published-entries-table.h"
#include "yc-service-error.h"

/* The set of documents as it is; what is not sent again is left over in the end and removed. */
typedef struct
{
  const YcWork *work;
  /* "kind\nid" → canonical body */
  GHashTable *current;
  /* Entries that were published in the program since, which an older folder does not undo. */
  GHashTable *published;
  guint n_changed;
  guint n_kept;
} Publication;

static char *
compose_key (const char *kind,
             const char *id)
{
  return g_strconcat (kind, "\n", id, NULL);
}

static gboolean
load_current (Publication  *self,
              GError      **error)
{
  g_autoptr (GPtrArray) names = yc_documents_table_list_names (self->work->transaction, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      GStrv name = g_ptr_array_index (names, i);

      g_hash_table_insert (self->current, compose_key (name[0], name[1]), g_strdup (name[2]));
    }
  return TRUE;
}

static gboolean
put (Publication  *self,
     const char   *kind,
     const char   *id,
     const char   *body,
     GError      **error)
{
  self->n_changed++;
  return yc_documents_table_put (self->work->transaction, kind, id, body, self->work->now_text,
                                 error) > 0;
}

/* What was published in the program stays until the folder has it, too. */
static gboolean
keeps (Publication *self,
       const char  *kind,
       const char  *id)
{
  return g_str_equal (kind, "entry") && g_hash_table_contains (self->published, id);
}

static gboolean
keep (Publication *self)
{
  self->n_kept++;
  return TRUE;
}

static gboolean
put_if_changed (Publication  *self,
                JsonObject   *document,
                GError      **error)
{
  const char *kind = yc_json_get_string (document, "kind", "");
  const char *id = yc_json_get_string (document, "id", "");
  g_autofree char *key = compose_key (kind, id);
  /* In its own order: the order of a form's members is that of the columns on screen. */
  g_autofree char *body = yc_json_write (json_object_get_member (document, "body"));
  gboolean same = g_strcmp0 (g_hash_table_lookup (self->current, key), body) == 0;

  g_hash_table_remove (self->current, key);
  if (keeps (self, kind, id))
    return same ? yc_published_entries_table_remove (self->work->transaction, id, error)
                : keep (self);
  return same || put (self, kind, id, body, error);
}

static gboolean
remove_leftovers (Publication  *self,
                  GError      **error)
{
  g_autoptr (GList) keys =
    g_list_sort (g_hash_table_get_keys (self->current), (GCompareFunc) g_strcmp0);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      g_auto (GStrv) name = g_strsplit (l->data, "\n", 2);

      if (!(keeps (self, name[0], name[1]) ? keep (self)
                                           : put (self, name[0], name[1], NULL, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
announce (Publication  *self,
          gint64        version,
          GError      **error)
{
  const YcWork *work = self->work;
  g_autofree char *data = g_strdup_printf ("{\"version\":%" G_GINT64_FORMAT "}", version);
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, version);
  JsonObject *detail = json_object_new ();

  json_object_set_int_member (detail, "changed", self->n_changed);
  return yc_work_add_audit (work, "catalog.publish", subject, detail, error) &&
         yc_events_table_append (work->transaction, work->now_text, "catalog", NULL, "", "", data,
                                 error);
}

static gboolean
replace (Publication  *self,
         JsonArray    *documents,
         gint64       *version,
         GError      **error)
{
  self->published = yc_published_entries_table_load (self->work->transaction, error);
  if (self->published == NULL || !load_current (self, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (documents); i++)
    if (!put_if_changed (self, json_array_get_object_element (documents, i), error))
      return FALSE;
  if (!remove_leftovers (self, error))
    return FALSE;
  *version = yc_documents_table_get_version (self->work->transaction, error);
  return *version >= 0 && (self->n_changed == 0 || announce (self, *version, error));
}

/* Takes @problems. */
static void
add_problems (YcFindings *findings,
              GPtrArray  *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      YcCatalogProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = yc_catalog_problem_to_string (problem);

      if (yc_catalog_problem_get_severity (problem) == YC_CATALOG_SEVERITY_ERROR)
        yc_findings_add (findings, "/documents", "catalog", text);
    }
  g_ptr_array_unref (problems);
}

/**
 * yc_publisher_check:
 * @documents: an array of {kind, id, body}: a whole catalog
 * @sheets: whether certificates and notices are tried out too, where nothing else is wrong; not needed
 *   for the samples that come with the program
 * @error: (nullable): return location
 *
 * Checks a catalog by the same rules as its author. Takes a while for a city's; needs no
 * transaction and may be called from any thread.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_INVALID that names every mistake
 */
gboolean
yc_publisher_check (JsonNode  *documents,
                    gboolean   sheets,
                    GError   **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YcFindings) findings = yc_findings_new ();
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_new_from_json (documents, &local);

  if (folder == NULL)
    {
      yc_findings_add (findings, "/documents", "catalog", local->message);
      return yc_findings_finish (findings, error);
    }
  add_problems (findings, yc_catalog_folder_check (folder));
  if (!yc_findings_finish (findings, error))
    return FALSE;
  if (sheets)
    add_problems (findings, yc_catalog_folder_check_sheets (folder));
  return yc_findings_finish (findings, error);
}

/**
 * yc_publisher_replace:
 * @work: the work of an administrator, in a transaction that writes
 * @documents: a catalog that was found good
 * @version: (out): the catalog's version then
 * @n_changed: (out): how many documents were changed, added or removed
 * @n_kept: (out): how many entries were left as they had been published in the program, because the
 *   catalog does not have them so yet
 * @error: (nullable): return location
 *
 * Replaces the catalog, all of it or nothing. Publishing what is published already changes nothing.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_publisher_replace (const YcWork  *work,
                      JsonNode      *documents,
                      gint64        *version,
                      guint         *n_changed,
                      guint         *n_kept,
                      GError       **error)
{
  g_autoptr (GHashTable) current =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Publication publication = { .work = work, .current = current };
  gboolean done = replace (&publication, json_node_get_array (documents), version, error);

  g_clear_pointer (&publication.published, g_hash_table_unref);
  *n_changed = publication.n_changed;
  *n_kept = publication.n_kept;
  return done;
}
