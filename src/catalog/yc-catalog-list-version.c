/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list as it is checked: as the city has it, or with what one place changes of it. */
#include "yc-catalog-list-version-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "yc-json.h"
#include "yc-place-code.h"
#include "yc-question-overlay.h"

static void
free_version (gpointer data)
{
  YcCatalogListVersion *self = data;

  g_free (self->id);
  json_object_unref (self->json);
  g_clear_object (&self->list);
  g_free (self);
}

static JsonObject *
get_body (YcCatalogDocument *document)
{
  return yc_json_node_get_object (yc_catalog_document_get_body (document));
}

/* Where the overlay speaks of the piece that is at @index of the list's @member; -1 when it does not. */
static int
find_piece (const YcCatalogListVersion *self,
            const char                 *member,
            guint                       index)
{
  const char *key = g_str_equal (member, "include") ? "list" : "id";
  JsonArray *pieces = yc_json_get_array (self->json, member);
  JsonArray *changes = yc_json_get_array (get_body (self->document), member);
  const char *id;

  if (pieces == NULL || changes == NULL || index >= json_array_get_length (pieces))
    return -1;
  id = yc_json_get_string (json_array_get_object_element (pieces, index), key, "");
  for (guint i = 0; i < json_array_get_length (changes); i++)
    if (g_str_equal (yc_json_get_string (json_array_get_object_element (changes, i), key, ""), id))
      return (int) i;
  return -1;
}

/* "/questions/3/when" of the list, as a pointer into the overlay. */
static char *
map_pointer (const YcCatalogListVersion *self,
             const char                 *pointer)
{
  g_auto (GStrv) parts = g_strsplit (pointer, "/", 4);
  guint n = g_strv_length (parts);
  int piece;

  if (self->place == NULL || n < 2)
    return g_strdup (self->place == NULL ? pointer : "");
  if (n == 2 || !g_ascii_isdigit (parts[2][0]))
    return g_strdup (yc_json_get_member (get_body (self->document), parts[1]) != NULL ? pointer
                                                                                      : "");
  piece = find_piece (self, parts[1], (guint) strtoul (parts[2], NULL, 10));
  if (piece < 0)
    return g_strdup ("");
  return g_strdup_printf ("/%s/%d%s%s", parts[1], piece, n > 3 ? "/" : "", n > 3 ? parts[3] : "");
}

void
yc_catalog_list_version_warn (const YcCatalogListVersion *self,
                              const char                 *pointer,
                              const char                 *format,
                              ...)
{
  g_autofree char *at = map_pointer (self, pointer);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  yc_catalog_check_warn (self->check, self->document, at, "%s", message);
}

void
yc_catalog_list_version_tell (const YcCatalogListVersion *self,
                              const char                 *pointer,
                              const char                 *format,
                              ...)
{
  g_autofree char *at = map_pointer (self, pointer);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  yc_catalog_check_tell (self->check, self->document, at, "%s", message);
}

/* Errors of the core begin with the pointer of the member that is wrong. */
static void
tell_error (const YcCatalogListVersion *self,
            const GError               *error)
{
  const char *colon = strstr (error->message, ": ");
  g_autofree char *pointer = colon != NULL ? g_strndup (error->message, colon - error->message)
                                           : g_strdup ("");

  yc_catalog_list_version_tell (self, pointer, "%s",
                                colon != NULL ? colon + strlen (": ") : error->message);
}

static YcCatalogListVersion *
new_version (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             const char        *id,
             const char        *place,
             JsonObject        *json)
{
  YcCatalogListVersion *self = g_new0 (YcCatalogListVersion, 1);

  self->check = check;
  self->document = document;
  self->id = g_strdup (id);
  self->place = place;
  self->json = json_object_ref (json);
  return self;
}

/* What keeps a list with other mistakes from being read is told already. */
static void
read_list (YcCatalogListVersion *self)
{
  g_autoptr (GError) error = NULL;

  self->list = yc_question_list_new_from_json (self->json, &error);
  if (self->list == NULL && !yc_catalog_check_has_mistakes (self->check, self->document))
    tell_error (self, error);
}

static void
add_list (GPtrArray         *versions,
          YcCatalogCheck    *check,
          YcCatalogDocument *document)
{
  YcCatalogListVersion *self;

  self = new_version (check, document, yc_catalog_document_get_id (document), NULL,
                      get_body (document));
  g_ptr_array_add (versions, self);
  read_list (self);
}

/* The changes are told at the overlay itself. */
static void
tell_misfit (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             const GError      *error)
{
  const char *colon = strstr (error->message, ": ");
  g_autofree char *pointer = g_strndup (error->message, colon - error->message);

  yc_catalog_check_tell (check, document, pointer, "%s", colon + strlen (": "));
}

static JsonObject *
find_cb (const char *id,
         gpointer    user_data)
{
  YcCatalogCheck *check = user_data;

  return yc_catalog_check_find (check, "overlay", id);
}

/* NULL without an error when one of those around the place does not fit, which is told there. */
static JsonObject *
apply_overlays (YcCatalogCheck  *check,
                const char      *id,
                const char      *place,
                JsonObject      *list,
                GError         **error)
{
  g_autoptr (GPtrArray) overlays = yc_question_overlay_find_all (id, place, find_cb, check);
  g_autoptr (JsonObject) own = g_ptr_array_steal_index (overlays, overlays->len - 1);
  g_autoptr (JsonObject) around = yc_question_overlay_apply_all (overlays, list, NULL);

  return around != NULL ? yc_question_overlay_apply (own, around, error) : NULL;
}

static void
add_overlay (GPtrArray         *versions,
             YcCatalogCheck    *check,
             YcCatalogDocument *document)
{
  g_autofree char *id = NULL;
  const char *place = yc_question_overlay_split_id (yc_catalog_document_get_id (document), &id);
  YcCatalogDocument *list = place != NULL ? yc_catalog_folder_find (check->folder, "list", id)
                                          : NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autoptr (GError) error = NULL;
  YcCatalogListVersion *self;

  if (place == NULL || yc_catalog_check_has_mistakes (check, document))
    return;
  if (!yc_catalog_folder_knows (check->folder, "list", id))
    yc_catalog_check_tell (check, document, "/id", _("there is no question list “%s”"), id);
  if (!yc_catalog_folder_knows (check->folder, "place", place))
    yc_catalog_check_tell (check, document, "/id", _("there is no place “%s”"), place);
  if (list == NULL || yc_catalog_check_has_mistakes (check, list))
    return;
  json = apply_overlays (check, id, place, get_body (list), &error);
  if (error == NULL && json == NULL)
    return;
  if (json == NULL)
    {
      tell_misfit (check, document, error);
      return;
    }
  self = new_version (check, document, id, place, json);
  g_ptr_array_add (versions, self);
  read_list (self);
}

static void
add_all (GPtrArray      *versions,
         YcCatalogCheck *check,
         const char     *kind,
         void          (*add) (GPtrArray         *versions,
                               YcCatalogCheck    *check,
                               YcCatalogDocument *document))
{
  for (guint i = 0; i < yc_catalog_folder_get_n_documents (check->folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (check->folder, i);

      if (g_str_equal (yc_catalog_document_get_kind (document), kind))
        add (versions, check, document);
    }
}

GPtrArray *
yc_catalog_list_versions_new (YcCatalogCheck *check)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (free_version);

  add_all (versions, check, "list", add_list);
  add_all (versions, check, "overlay", add_overlay);
  return versions;
}

gboolean
yc_catalog_list_version_is_sound (const YcCatalogListVersion *self)
{
  g_auto (GStrv) places = yc_place_code_list_around (self->place);
  YcCatalogDocument *list = yc_catalog_folder_find (self->check->folder, "list", self->id);

  if (self->list == NULL || list == NULL || yc_catalog_check_has_mistakes (self->check, list))
    return FALSE;
  for (guint i = 0; places[i] != NULL; i++)
    {
      g_autofree char *id = g_strconcat (self->id, "@", places[i], NULL);
      YcCatalogDocument *document = yc_catalog_folder_find (self->check->folder, "overlay", id);

      if (document != NULL && yc_catalog_check_has_mistakes (self->check, document))
        return FALSE;
    }
  return TRUE;
}

static char *
make_key (const char *id,
          const char *place)
{
  return place != NULL ? g_strconcat (id, "@", place, NULL) : g_strdup (id);
}

GHashTable *
yc_catalog_list_versions_index (GPtrArray *versions)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      YcCatalogListVersion *version = versions->pdata[i];

      if (version->list != NULL)
        g_hash_table_insert (index, make_key (version->id, version->place), version);
    }
  return index;
}

const YcCatalogListVersion *
yc_catalog_list_versions_find (GHashTable *index,
                               const char *id,
                               const char *place)
{
  g_auto (GStrv) places = yc_place_code_list_around (place);
  const YcCatalogListVersion *found = NULL;

  for (guint i = g_strv_length (places); i > 0 && found == NULL; i--)
    {
      g_autofree char *key = make_key (id, places[i - 1]);

      found = g_hash_table_lookup (index, key);
    }
  return found != NULL ? found : g_hash_table_lookup (index, id);
}
