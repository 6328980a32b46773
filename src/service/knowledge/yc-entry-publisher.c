/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishes one version of a knowledge entry, from the program.
 *
 * It is checked by the same rules as an author's file. A supervisor publishes for places of their
 * own; what holds everywhere is the administrator's, and so is what belongs to the entry as a whole
 * when it holds beyond those places. What has been said stays said: a version begins today or later. */
#include "yc-entry-publisher.h"

#include "yc-catalog-folder.h"
#include "yc-clock.h"
#include "yc-documents-table.h"
#include "yc-events-table.h"
#include "yc-findings.h"
#include "yc-inquiries-table.h"
#include "yc-inquiry-course.h"
#include "yc-json.h"
#include "yc-knowledge-edition.h"
#include "yc-published-entries-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const common[] = { "tags", "synonyms", "items", "lists", "owner" };

/**
 * yc_entry_publisher_load:
 * @work: the work
 * @id: an entry's id
 * @version: (out): the version of its document
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the entry as it is, %NULL with %YC_SERVICE_ERROR_NOT_FOUND
 */
JsonObject *
yc_entry_publisher_load (const YcWork  *work,
                         const char    *id,
                         gint64        *version,
                         GError       **error)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!yc_documents_table_find (work->transaction, "entry", id, G_MAXINT64, version, error))
    return NULL;
  text = yc_documents_table_load (work->transaction, *version, error);
  node = text != NULL ? yc_json_parse (text, -1, NULL, error) : NULL;
  return node != NULL ? json_object_ref (json_node_get_object (node)) : NULL;
}

static gboolean
covers (const YcWork *work,
        const char   *place)
{
  g_autofree char *path =
    *place != '\0' ? yc_shelf_get_place_path (yc_service_get_shelf (work->service),
                                              work->transaction, place, NULL)
                   : NULL;

  return path != NULL && yc_identity_covers (work->identity, path);
}

/* Whether it says nothing to anybody beyond the places of who publishes. */
static gboolean
covers_whole (const YcWork *work,
              JsonObject   *entry)
{
  JsonArray *versions = yc_json_get_array (entry, "versions");
  guint n = versions != NULL ? json_array_get_length (versions) : 0;

  for (guint i = 0; i < n; i++)
    if (!covers (work, yc_json_get_string (json_array_get_object_element (versions, i), "place", "")))
      return FALSE;
  /* The entry itself is one of its versions. */
  return covers (work, yc_json_get_string (entry, "place", ""));
}

/* @entry: (nullable): whose tags, items, lists or owner are changed, too */
static gboolean
may_publish (const YcWork  *work,
             const char    *place,
             JsonObject    *entry,
             GError       **error)
{
  if (work->identity->role == YC_ROLE_ADMINISTRATOR)
    return TRUE;
  if (covers (work, place) && (entry == NULL || covers_whole (work, entry)))
    return TRUE;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_DENIED,
                       _("You may publish for your own place and those below it. What holds "
                         "everywhere is published by an administrator."));
  return FALSE;
}

/* (transfer full): what is to be added to: the entry with what the request says of it as a whole */
static JsonObject *
make_base (const char *id,
           JsonObject *entry,
           JsonObject *changes)
{
  g_autoptr (JsonNode) node =
    entry != NULL ? yc_json_object_node (json_object_ref (entry)) : NULL;
  g_autoptr (JsonNode) copied = node != NULL ? yc_json_copy (node) : NULL;
  JsonObject *base =
    copied != NULL ? json_object_ref (json_node_get_object (copied)) : json_object_new ();

  if (entry == NULL)
    json_object_set_string_member (base, "id", id);
  for (guint i = 0; changes != NULL && i < G_N_ELEMENTS (common); i++)
    yc_json_copy_member (base, changes, common[i]);
  return base;
}

/* (transfer full): @version with a text that ends as a file does */
static JsonObject *
tidy (JsonObject *version)
{
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (version));
  g_autoptr (JsonNode) copied = yc_json_copy (node);
  JsonObject *tidied = json_object_ref (json_node_get_object (copied));
  const char *body = yc_json_get_string (tidied, "body", "");

  if (!g_str_has_suffix (body, "\n"))
    {
      g_autofree char *ended = g_strconcat (body, "\n", NULL);

      json_object_set_string_member (tidied, "body", ended);
    }
  return tidied;
}

static void
add_document (JsonArray  *documents,
              const char *kind,
              const char *id,
              JsonObject *body)
{
  JsonObject *document = json_object_new ();

  json_object_set_string_member (document, "kind", kind);
  json_object_set_string_member (document, "id", id);
  json_object_set_object_member (document, "body", body);
  json_array_add_object_element (documents, document);
}

/* What the entry names, if the catalog has it: only its name counts here. */
static void
add_named (const YcWork *work,
           JsonArray    *documents,
           GHashTable   *seen,
           const char   *kind,
           const char   *id)
{
  g_autofree char *key = g_strconcat (kind, "/", id, NULL);
  gint64 version;

  if (*id == '\0' || !g_hash_table_add (seen, g_steal_pointer (&key)) ||
      !yc_documents_table_find (work->transaction, kind, id, G_MAXINT64, &version, NULL))
    return;
  add_document (documents, kind, id, json_object_new ());
}

static void
add_all_named (const YcWork *work,
               JsonArray    *documents,
               GHashTable   *seen,
               const char   *kind,
               JsonObject   *entry,
               const char   *member)
{
  g_auto (GStrv) ids = yc_json_dup_strv (entry, member);

  for (guint i = 0; ids[i] != NULL; i++)
    add_named (work, documents, seen, kind, ids[i]);
}

/* (transfer full): the entry and whatever it names, as a catalog to be checked */
static JsonNode *
make_catalog (const YcWork *work,
              const char   *id,
              JsonObject   *entry)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *documents = json_array_new ();
  JsonArray *versions = yc_json_get_array (entry, "versions");

  add_document (documents, "entry", id, json_object_ref (entry));
  add_all_named (work, documents, seen, "item", entry, "items");
  add_all_named (work, documents, seen, "list", entry, "lists");
  add_named (work, documents, seen, "place", yc_json_get_string (entry, "place", ""));
  for (guint i = 0; versions != NULL && i < json_array_get_length (versions); i++)
    add_named (work, documents, seen, "place",
               yc_json_get_string (json_array_get_object_element (versions, i), "place", ""));
  return yc_json_array_node (documents);
}

static void
check_rules (const YcWork *work,
             const char   *id,
             JsonObject   *entry,
             YcFindings   *findings)
{
  g_autofree char *file = g_strconcat ("entry/", id, NULL);
  g_autoptr (JsonNode) documents = make_catalog (work, id, entry);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_new_from_json (documents, &error);
  g_autoptr (GPtrArray) problems = NULL;

  if (folder == NULL)
    {
      yc_findings_add (findings, "", "catalog", error->message);
      return;
    }
  problems = yc_catalog_folder_check (folder);
  for (guint i = 0; i < problems->len; i++)
    {
      YcCatalogProblem *problem = problems->pdata[i];

      if (g_str_equal (yc_catalog_problem_get_file (problem), file) &&
          yc_catalog_problem_get_severity (problem) == YC_CATALOG_SEVERITY_ERROR)
        yc_findings_add (findings, "", "catalog", yc_catalog_problem_get_message (problem));
    }
}

static void
check_day (const YcWork *work,
           const char   *from,
           YcFindings   *findings)
{
  g_autofree char *today = yc_clock_format_local_day (work->now_text);

  if (strcmp (from, today) < 0)
    yc_findings_add (findings, "/version/from", "minimum",
                     _("A version begins today or later: what was said before stays as it was."));
}

/* Two entries that ask the same would have two owners. */
static gboolean
check_question (const YcWork  *work,
                const char    *id,
                JsonObject    *entry,
                YcFindings    *findings,
                GError       **error)
{
  g_autofree char *other = NULL;

  if (!yc_documents_table_find_entry_asking (work->transaction,
                                             yc_json_get_string (entry, "question", ""), id, &other,
                                             error))
    return FALSE;
  if (other != NULL)
    yc_findings_add (findings, "/version/question", "unique",
                     _("Another entry asks the same; add the version there."));
  return TRUE;
}

static gboolean
check (const YcWork  *work,
       const char    *id,
       JsonObject    *edition,
       JsonObject    *version,
       GError       **error)
{
  g_autoptr (YcFindings) findings = yc_findings_new ();

  check_day (work, yc_json_get_string (version, "from", ""), findings);
  check_rules (work, id, edition, findings);
  return check_question (work, id, edition, findings, error) &&
         yc_findings_finish (findings, error);
}

static gboolean
announce (const YcWork  *work,
          const char    *id,
          JsonObject    *version,
          gint64         number,
          GError       **error)
{
  g_autofree char *data = g_strdup_printf ("{\"version\":%" G_GINT64_FORMAT "}", number);
  JsonObject *detail = json_object_new ();

  json_object_set_int_member (detail, "version", number);
  json_object_set_string_member (detail, "from", yc_json_get_string (version, "from", ""));
  json_object_set_string_member (detail, "place", yc_json_get_string (version, "place", ""));
  return yc_work_add_audit (work, "knowledge.publish", id, detail, error) &&
         yc_published_entries_table_put (work->transaction, id, number, work->identity->id,
                                         work->identity->name, work->now_text, error) &&
         yc_events_table_append (work->transaction, work->now_text, "catalog", NULL, "", "", data,
                                 error);
}

/* Those that the publisher may not know of, or that are none, keep nobody from publishing. */
static gboolean
answer_inquiries (const YcWork  *work,
                  const char    *id,
                  JsonObject    *body,
                  GError       **error)
{
  g_auto (GStrv) inquiries = yc_json_dup_strv (body, "inquiries");

  for (guint i = 0; inquiries[i] != NULL; i++)
    {
      g_autoptr (YcInquiryRecord) record = yc_inquiry_course_load (work, inquiries[i], NULL);

      if (record != NULL && !yc_inquiry_course_publish (work, record, id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * yc_entry_publisher_publish:
 * @work: the work, in a transaction that writes
 * @id: the entry's id
 * @entry: (nullable): the entry as it is, %NULL for a new one
 * @body: what is to be published, as the API takes it
 * @version: (out): the version of the entry's document then
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the entry as it is then, %NULL with %YC_SERVICE_ERROR_DENIED or
 *   %YC_SERVICE_ERROR_INVALID
 */
JsonObject *
yc_entry_publisher_publish (const YcWork  *work,
                            const char    *id,
                            JsonObject    *entry,
                            JsonObject    *body,
                            gint64        *version,
                            GError       **error)
{
  g_autoptr (JsonObject) added = tidy (yc_json_get_object (body, "version"));
  JsonObject *changes = yc_json_get_object (body, "entry");
  const char *place = yc_json_get_string (added, "place", "");
  g_autoptr (JsonObject) base = NULL;
  g_autoptr (JsonObject) edition = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  if (!may_publish (work, place, changes != NULL ? entry : NULL, error))
    return NULL;
  base = make_base (id, entry, changes);
  edition = yc_knowledge_edition_add (base, added);
  if (!check (work, id, edition, added, error))
    return NULL;
  node = yc_json_object_node (json_object_ref (edition));
  text = yc_json_write (node);
  *version = yc_documents_table_put (work->transaction, "entry", id, text, work->now_text, error);
  if (*version == 0 || !announce (work, id, added, *version, error) ||
      !answer_inquiries (work, id, body, error))
    return NULL;
  return g_steal_pointer (&edition);
}
