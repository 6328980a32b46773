/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References: what a document names is there, and what is there is named. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-json.h"

static const char *const levels[] = { "village", "town", "district", "city" };

static int
get_level (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_strcmp0 (levels[i], name) == 0)
      return i;

  return -1;
}

static gboolean
contains (JsonArray  *array,
          const char *value)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *element = yc_json_node_get_string (json_array_get_element (array, i));

      if (g_strcmp0 (element, value) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
check_reference (YcCatalogCheck    *check,
                 YcCatalogDocument *document,
                 const char        *pointer,
                 const char        *kind,
                 const char        *id)
{
  if (id == NULL || yc_catalog_folder_knows (check->folder, kind, id))
    return;

  if (g_str_equal (kind, "item"))
    yc_catalog_check_tell (check, document, pointer, _("there is no item “%s”"), id);
  else if (g_str_equal (kind, "form"))
    yc_catalog_check_tell (check, document, pointer, _("there is no form “%s”"), id);
  else if (g_str_equal (kind, "template"))
    yc_catalog_check_tell (check, document, pointer, _("there is no certificate template “%s”"),
                           id);
  else if (g_str_equal (kind, "reason"))
    yc_catalog_check_tell (check, document, pointer, _("there is no return reason “%s”"), id);
  else if (g_str_equal (kind, "list"))
    yc_catalog_check_tell (check, document, pointer, _("there is no question list “%s”"), id);
  else if (g_str_equal (kind, "replacement"))
    yc_catalog_check_tell (check, document, pointer, _("there is no replacement “%s”"), id);
  else
    yc_catalog_check_tell (check, document, pointer, _("there is no place “%s”"), id);
}

static void
check_member (YcCatalogCheck    *check,
              YcCatalogDocument *document,
              JsonObject        *body,
              const char        *member,
              const char        *kind)
{
  g_autofree char *pointer = g_strconcat ("/", member, NULL);

  check_reference (check, document, pointer, kind, yc_json_get_string (body, member, NULL));
}

static void
check_array (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             JsonObject        *body,
             const char        *member,
             const char        *kind)
{
  JsonArray *array = yc_json_get_array (body, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/%s/%u", member, i);

      check_reference (check, document, pointer, kind,
                       yc_json_node_get_string (json_array_get_element (array, i)));
    }
}

static void
check_item (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            JsonObject        *body)
{
  g_auto (GStrv) steps = yc_json_dup_strv (body, "review");

  check_member (check, document, body, "form", "form");
  check_member (check, document, body, "certificate", "template");
  check_array (check, document, body, "return_reasons", "reason");

  for (guint i = 1; steps[0] != NULL && steps[i] != NULL; i++)
    if (get_level (steps[i]) < get_level (steps[i - 1]))
      yc_catalog_check_tell (check, document, "/review",
                             _("review goes upwards: village, town, district"));
}

static void
check_entry (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             JsonObject        *body)
{
  JsonArray *versions = yc_json_get_array (body, "versions");

  check_array (check, document, body, "items", "item");
  check_array (check, document, body, "lists", "list");
  check_member (check, document, body, "place", "place");
  for (guint i = 0; versions != NULL && i < json_array_get_length (versions); i++)
    {
      JsonObject *version = yc_json_node_get_object (json_array_get_element (versions, i));
      g_autofree char *pointer = g_strdup_printf ("/versions/%u/place", i);

      check_reference (check, document, pointer, "place",
                       yc_json_get_string (version, "place", NULL));
    }
}

static void
check_place (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             JsonObject        *body)
{
  static const gsize lengths[] = { 12, 9, 6, 6 };
  const char *code = yc_catalog_document_get_id (document);
  const char *parent = yc_json_get_string (body, "parent", NULL);
  int level = get_level (yc_json_get_string (body, "level", NULL));

  check_member (check, document, body, "parent", "place");
  if (level >= 0 && strlen (code) != lengths[level])
    yc_catalog_check_tell (check, document, "/code",
                           _("a place of level “%s” has a code of %u digits"), levels[level],
                           (guint) lengths[level]);
  if (parent != NULL && strlen (code) > 6 &&
      yc_catalog_folder_knows (check->folder, "place", parent) &&
      (!g_str_has_prefix (code, parent) || strlen (parent) + 3 != strlen (code)))
    yc_catalog_check_tell (check, document, "/parent",
                           _("the code of the place above is “%.*s”"), (int) strlen (code) - 3,
                           code);
}

/* Codes of a division's tree, which a place is known by in what was filled in. */
static void
check_division_codes (YcCatalogCheck    *check,
                      YcCatalogDocument *document,
                      JsonObject        *division,
                      const char        *pointer,
                      GHashTable        *codes)
{
  const char *code = yc_json_get_string (division, "code", NULL);
  JsonArray *children = yc_json_get_array (division, "children");

  if (code != NULL && !g_hash_table_add (codes, (gpointer) code))
    {
      g_autofree char *place = g_strconcat (pointer, "/code", NULL);

      yc_catalog_check_tell (check, document, place, _("“%s” is used twice"), code);
    }
  for (guint i = 0; children != NULL && i < json_array_get_length (children); i++)
    {
      g_autofree char *below = g_strdup_printf ("%s/children/%u", pointer, i);

      check_division_codes (check, document,
                            yc_json_node_get_object (json_array_get_element (children, i)), below,
                            codes);
    }
}

static void
check_division (YcCatalogCheck    *check,
                YcCatalogDocument *document,
                JsonObject        *body)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  check_division_codes (check, document, body, "", codes);
}

/* Whether @item has what a reason's @field names: "form/FIELD" or "materials/MATERIAL". */
static gboolean
item_has_field (YcCatalogCheck *check,
                JsonObject     *item,
                const char     *field)
{
  JsonObject *form;
  JsonArray *materials;

  if (g_str_has_prefix (field, "form/"))
    {
      form = yc_catalog_check_find (check, "form", yc_json_get_string (item, "form", NULL));
      form = yc_json_get_object (yc_json_get_object (form, "schema"), "properties");
      return form != NULL && json_object_has_member (form, field + strlen ("form/"));
    }

  materials = yc_json_get_array (item, "materials");
  for (guint i = 0; materials != NULL && i < json_array_get_length (materials); i++)
    {
      JsonObject *material = yc_json_node_get_object (json_array_get_element (materials, i));

      if (g_strcmp0 (yc_json_get_string (material, "id", NULL), field + strlen ("materials/")) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The bodies of the items whose @member is, or contains, @id. */
static GPtrArray *
list_users (YcCatalogCheck *check,
            const char     *member,
            const char     *id)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new ();
  guint n = yc_catalog_folder_get_n_documents (check->folder);

  for (guint i = 0; i < n; i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (check->folder, i);
      JsonObject *body = yc_json_node_get_object (yc_catalog_document_get_body (document));

      if (!g_str_equal (yc_catalog_document_get_kind (document), "item"))
        continue;
      if (g_strcmp0 (yc_json_get_string (body, member, NULL), id) == 0 ||
          contains (yc_json_get_array (body, member), id))
        g_ptr_array_add (users, body);
    }

  return g_steal_pointer (&users);
}

static void
check_reason_field (YcCatalogCheck    *check,
                    YcCatalogDocument *document,
                    GPtrArray         *users,
                    const char        *field,
                    guint              index)
{
  g_autofree char *pointer = g_strdup_printf ("/fields/%u", index);

  if (g_str_has_prefix (field, "form/") && yc_catalog_folder_has_broken (check->folder, "form"))
    return;
  for (guint i = 0; i < users->len; i++)
    if (item_has_field (check, users->pdata[i], field))
      return;

  yc_catalog_check_tell (check, document, pointer,
                         _("no item with this return reason has “%s”"), field);
}

static void
check_reason (YcCatalogCheck    *check,
              YcCatalogDocument *document,
              JsonObject        *body)
{
  const char *id = yc_catalog_document_get_id (document);
  g_autoptr (GPtrArray) users = list_users (check, "return_reasons", id);
  g_auto (GStrv) fields = yc_json_dup_strv (body, "fields");

  if (users->len == 0)
    {
      yc_catalog_check_warn (check, document, "", _("no item uses this return reason"));
      return;
    }
  for (guint i = 0; fields[i] != NULL; i++)
    if (strchr (fields[i], '/') != NULL)
      check_reason_field (check, document, users, fields[i], i);
}

static void
check_used_form (YcCatalogCheck    *check,
                 YcCatalogDocument *document,
                 JsonObject        *body)
{
  g_autoptr (GPtrArray) users = list_users (check, "form", yc_catalog_document_get_id (document));

  if (users->len == 0)
    yc_catalog_check_warn (check, document, "", _("no item uses this form"));
}

static void
check_used_template (YcCatalogCheck    *check,
                     YcCatalogDocument *document,
                     JsonObject        *body)
{
  const char *id = yc_catalog_document_get_id (document);
  g_autoptr (GPtrArray) users = list_users (check, "certificate", id);
  gboolean is_notice = g_strcmp0 (yc_json_get_string (body, "use", NULL), "notice") == 0;

  if (is_notice && users->len > 0)
    yc_catalog_check_tell (check, document, "/use",
                           _("the item “%s” would issue this notice as its certificate"),
                           yc_json_get_string (users->pdata[0], "title", ""));
  else if (!is_notice && users->len == 0)
    yc_catalog_check_warn (check, document, "", _("no item uses this certificate template"));
}

void
yc_catalog_check_references (YcCatalogCheck *check)
{
  YcCatalogDocument *manifest = yc_catalog_folder_get_manifest (check->folder);

  if (manifest != NULL)
    check_member (check, manifest,
                  yc_json_node_get_object (yc_catalog_document_get_body (manifest)), "place",
                  "place");
  yc_catalog_check_each (check, "item", check_item);
  yc_catalog_check_each (check, "entry", check_entry);
  yc_catalog_check_each (check, "place", check_place);
  yc_catalog_check_each (check, "division", check_division);
  if (yc_catalog_folder_has_broken (check->folder, "item"))
    return;
  yc_catalog_check_each (check, "reason", check_reason);
  yc_catalog_check_each (check, "form", check_used_form);
  yc_catalog_check_each (check, "template", check_used_template);
}
