/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that belongs to a form, as it stands in the form's data: {"id","name","type","size"}. The
 * content is kept and sent apart from the data; the id is its SHA-256. */
#include "yc-attachment.h"

#include <string.h>

#include "yc-file-name.h"
#include "yc-file-type.h"
#include "yc-json.h"

/* References that follow each other; more is a circle. */
#define MAX_REFERENCES 32

char *
yc_attachment_compute_id (GBytes *content)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
}

gboolean
yc_attachment_is_id (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && (text[i] < 'a' || text[i] > 'f'))
      return FALSE;
  return length == YC_ATTACHMENT_ID_LENGTH;
}

JsonNode *
yc_attachment_new (const char *id,
                   const char *name,
                   const char *type,
                   gint64      size)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "name", name);
  json_object_set_string_member (object, "type", type);
  json_object_set_int_member (object, "size", size);
  return yc_json_object_node (object);
}

const char *
yc_attachment_get_id (JsonNode *node)
{
  return yc_json_get_string (yc_json_node_get_object (node), "id", "");
}

const char *
yc_attachment_get_name (JsonNode *node)
{
  return yc_json_get_string (yc_json_node_get_object (node), "name", "");
}

const char *
yc_attachment_get_type (JsonNode *node)
{
  return yc_json_get_string (yc_json_node_get_object (node), "type", "");
}

gint64
yc_attachment_get_size (JsonNode *node)
{
  return yc_json_get_int (yc_json_node_get_object (node), "size", -1);
}

gboolean
yc_attachment_is_valid (JsonNode *node)
{
  return yc_attachment_is_id (yc_attachment_get_id (node)) &&
         yc_file_name_is_clean (yc_attachment_get_name (node)) &&
         *yc_attachment_get_type (node) != '\0' && yc_attachment_get_size (node) >= 0;
}

static void
describe_one (GString  *words,
              JsonNode *node)
{
  g_autofree char *name = yc_file_name_clean (yc_attachment_get_name (node));
  g_autofree char *size = g_format_size ((guint64) MAX (yc_attachment_get_size (node), 0));

  g_string_append_printf (words, "%s%s (%s)", words->len > 0 ? "\n" : "", name, size);
}

char *
yc_attachment_describe (JsonNode *value)
{
  g_autoptr (GString) words = g_string_new (NULL);
  JsonArray *array = yc_json_node_get_array (value);

  if (yc_json_node_get_object (value) != NULL)
    describe_one (words, value);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    describe_one (words, json_array_get_element (array, i));
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static JsonObject *
resolve (JsonNode *root,
         JsonNode *schema)
{
  for (guint i = 0; i < MAX_REFERENCES; i++)
    {
      JsonObject *object = yc_json_node_get_object (schema);
      const char *reference = yc_json_get_string (object, "$ref", NULL);

      if (reference == NULL || object == NULL ||
          yc_json_get_string (object, "format", NULL) != NULL)
        return object;
      schema = *reference == '#' ? yc_json_pointer_get (root, reference + 1) : NULL;
    }
  return NULL;
}

static gboolean
is_attachment (JsonObject *schema)
{
  return g_strcmp0 (yc_json_get_string (schema, "format", NULL), YC_ATTACHMENT_FORMAT) == 0;
}

static GStrv
read_accept (JsonObject *schema)
{
  static const char *const all[] = { YC_FILE_TYPE_JPEG, YC_FILE_TYPE_PNG, YC_FILE_TYPE_PDF, NULL };

  if (yc_json_get_array (schema, "x-accept") == NULL)
    return g_strdupv ((char **) all);
  return yc_json_dup_strv (schema, "x-accept");
}

gboolean
yc_attachment_read_rules (JsonNode          *root,
                          JsonNode          *schema,
                          YcAttachmentRules *rules)
{
  JsonObject *outer = resolve (root, schema);
  JsonNode *items = yc_json_get_member (outer, "items");
  JsonObject *one = is_attachment (outer) ? outer : items != NULL ? resolve (root, items) : NULL;

  *rules = (YcAttachmentRules) { 0 };
  if (!is_attachment (one))
    return FALSE;
  rules->accept = read_accept (one);
  rules->max_bytes = CLAMP (yc_json_get_int (one, "x-max-bytes", YC_ATTACHMENT_DEFAULT_MAX_BYTES),
                            0, YC_ATTACHMENT_MAX_BYTES);
  rules->several = one != outer;
  rules->max_files = !rules->several
                         ? 1
                         : (guint) CLAMP (yc_json_get_int (outer, "maxItems",
                                                           YC_ATTACHMENT_DEFAULT_MAX_FILES), 0, 1000);
  return TRUE;
}

gboolean
yc_attachment_rules_take (const YcAttachmentRules *rules,
                          const char              *type)
{
  return rules->accept != NULL && type != NULL &&
         g_strv_contains ((const char *const *) rules->accept, type);
}

void
yc_attachment_rules_clear (YcAttachmentRules *rules)
{
  g_clear_pointer (&rules->accept, g_strfreev);
}
