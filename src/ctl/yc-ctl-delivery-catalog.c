/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the settings of deliveries against a catalog. A department that asks for a field that no form
 * has would be told nothing, for ever, and nobody would see it. */
#include "yc-ctl-delivery-catalog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "yc-json.h"

#define FORM "form."

typedef struct
{
  const char *path;
  char *text;
  YcCatalogFolder *catalog;
  guint n_mistakes;
} Check;

static void
tell (Check      *check,
      const char *pointer,
      const char *message)
{
  guint line = 1, column = 1;

  yc_json_locate (check->text, pointer, &line, &column);
  g_print ("%s:%u:%u: %s\n", check->path, line, column, message);
  check->n_mistakes++;
}

static JsonObject *
find (Check      *check,
      const char *kind,
      const char *id)
{
  YcCatalogDocument *document =
    id != NULL ? yc_catalog_folder_find (check->catalog, kind, id) : NULL;

  return document != NULL ? yc_json_node_get_object (yc_catalog_document_get_body (document))
                          : NULL;
}

static gboolean
has_field (JsonObject *schema,
           const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL && schema != NULL; i++)
    schema = yc_json_get_object (yc_json_get_object (schema, "properties"), steps[i]);
  return schema != NULL;
}

/* A field that the forms of some of the items lack is told as null for these: that is meant so only
 * when the form of one of them has it. */
static gboolean
is_asked_for (Check            *check,
              const YcReceiver *receiver,
              const char       *field)
{
  for (guint i = 0; receiver->items[i] != NULL; i++)
    {
      JsonObject *item = find (check, "item", receiver->items[i]);
      JsonObject *form = find (check, "form", yc_json_get_string (item, "form", NULL));

      if (has_field (yc_json_get_object (form, "schema"), field))
        return TRUE;
    }
  return FALSE;
}

static void
check_department (Check            *check,
                  const YcReceiver *receiver,
                  guint             index)
{
  for (guint i = 0; receiver->items[i] != NULL; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/departments/%u/items/%u", index, i);

      if (find (check, "item", receiver->items[i]) == NULL)
        tell (check, pointer, _("The catalog has no such item."));
    }
  for (guint i = 0; receiver->fields[i] != NULL; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/departments/%u/fields/%u", index, i);

      if (g_str_has_prefix (receiver->fields[i], FORM) &&
          !is_asked_for (check, receiver, receiver->fields[i] + strlen (FORM)))
        tell (check, pointer, _("No form of these items asks for this."));
    }
}

guint
yc_ctl_delivery_check_catalog (const char               *path,
                               const YcDeliverySettings *settings,
                               YcCatalogFolder          *catalog)
{
  Check check = { .path = path, .catalog = catalog };
  g_autofree char *text = NULL;
  guint index = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  check.text = text;
  for (guint i = 0; i < settings->receivers->len; i++)
    {
      const YcReceiver *receiver = g_ptr_array_index (settings->receivers, i);

      if (receiver->items != NULL)
        check_department (&check, receiver, index++);
    }
  return check.n_mistakes;
}
