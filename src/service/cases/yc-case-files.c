/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that a case's form names: held against the schema and what was sent, and tied to it. */
#include "yc-case-files.h"

#include "yc-attachment-list.h"
#include "yc-files-table.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

/* (transfer full) (nullable): where files stand in @form; empty for an item without a form. */
static GPtrArray *
find_places (const YcWork  *work,
             JsonObject    *item,
             gint64         version,
             JsonNode      *form,
             GError       **error)
{
  const char *id = yc_json_get_string (item, "form", NULL);
  g_autoptr (JsonObject) document = NULL;
  JsonNode *schema;

  if (id == NULL || form == NULL)
    return g_ptr_array_new ();
  document = yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, "form", id,
                           version, error);
  if (document == NULL)
    return NULL;
  schema = yc_json_get_member (document, "schema");
  return schema != NULL ? yc_attachment_list_find (schema, form) : g_ptr_array_new ();
}

/* (nullable): what is wrong with one, translated. */
static const char *
judge (const YcWork             *work,
       const YcAttachmentPlace  *place,
       GError                  **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *type = NULL;
  gint64 size = 0;

  if (!yc_attachment_is_valid (place->node))
    return _("This is no file.");
  if (!yc_attachment_rules_take (&place->rules, yc_attachment_get_type (place->node)))
    return _("Files of this type are not taken here.");
  if (yc_attachment_get_size (place->node) > place->rules.max_bytes)
    return _("The file is larger than is taken here.");
  type = yc_files_table_find (work->transaction, yc_attachment_get_id (place->node), &size, &local);
  if (local != NULL && !g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  /* Whoever may see it could send it as well: from an earlier try, from another case. */
  if (type == NULL || !yc_files_table_is_seen_by (work->transaction,
                                                  yc_attachment_get_id (place->node),
                                                  work->identity))
    return _("The file has not come.");
  if (!g_str_equal (type, yc_attachment_get_type (place->node)) ||
      size != yc_attachment_get_size (place->node))
    return _("The file is not what the form says of it.");
  return NULL;
}

/**
 * yc_case_files_check:
 * @work: the work of a clerk, in a transaction
 * @findings: what is wrong is added here
 * @item: the item
 * @catalog_version: the catalog the case is taken in under
 * @form: (nullable): the form's data, valid by their schema
 * @error: (nullable): return location
 *
 * Returns: %FALSE when it cannot be told
 */
gboolean
yc_case_files_check (const YcWork  *work,
                     YcFindings    *findings,
                     JsonObject    *item,
                     gint64         catalog_version,
                     JsonNode      *form,
                     GError       **error)
{
  g_autoptr (GPtrArray) places = find_places (work, item, catalog_version, form, error);
  g_autoptr (GError) local = NULL;

  for (guint i = 0; places != NULL && local == NULL && i < places->len; i++)
    {
      YcAttachmentPlace *place = g_ptr_array_index (places, i);
      g_autofree char *pointer = g_strconcat ("/form", place->pointer, NULL);
      const char *wrong = judge (work, place, &local);

      if (wrong != NULL)
        yc_findings_add (findings, pointer, YC_ATTACHMENT_FORMAT, wrong);
    }
  if (local == NULL)
    return places != NULL;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * yc_case_files_tie:
 * @work: the work, in a transaction that writes
 * @item: the item
 * @record: a case that was checked and is in the database
 * @error: (nullable): return location
 *
 * Whoever may see the case may see its files from now on.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_case_files_tie (const YcWork  *work,
                   JsonObject    *item,
                   YcCaseRecord  *record,
                   GError       **error)
{
  g_autoptr (GPtrArray) places =
    find_places (work, item, record->catalog_version, yc_json_get_member (record->content, "form"),
                 error);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      YcAttachmentPlace *place = g_ptr_array_index (places, i);

      if (!yc_files_table_add_to_case (work->transaction, yc_attachment_get_id (place->node),
                                       record->id, error))
        return FALSE;
    }
  return places != NULL;
}
