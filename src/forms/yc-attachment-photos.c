/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The photos that a certificate shows: which files they are, and their content put in their place. */
#include "yc-attachment-photos.h"

#include "yc-attachment.h"
#include "yc-json.h"

static gboolean
has (GPtrArray *paths, const char *path)
{
  return g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL);
}

GPtrArray *
yc_attachment_photos_list (JsonObject *template_)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  JsonArray *blocks = yc_json_get_array (template_, "blocks");

  for (guint i = 0; blocks != NULL && i < json_array_get_length (blocks); i++)
    {
      JsonObject *block = yc_json_node_get_object (json_array_get_element (blocks, i));
      const char *source = yc_json_get_string (yc_json_get_object (block, "photo"), "source", NULL);

      if (source != NULL && !has (paths, source))
        g_ptr_array_add (paths, g_strdup (source));
    }
  return paths;
}

/* The object that has the member at @path, and the member's name. */
static JsonObject *
find_holder (JsonObject *data, const char *path, char **name)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  guint n_steps = g_strv_length (steps);
  JsonObject *holder = data;

  for (guint i = 0; holder != NULL && i + 1 < n_steps; i++)
    holder = yc_json_get_object (holder, steps[i]);
  *name = n_steps > 0 ? g_strdup (steps[n_steps - 1]) : NULL;
  return *name != NULL ? holder : NULL;
}

static gboolean
is_photo (JsonNode *node)
{
  const char *type;

  if (node == NULL || !yc_attachment_is_valid (node) ||
      yc_attachment_get_size (node) > YC_ATTACHMENT_PHOTO_MAX_BYTES)
    return FALSE;
  type = yc_attachment_get_type (node);
  return g_str_equal (type, "image/jpeg") || g_str_equal (type, "image/png");
}

/* (nullable): the file there, or the first of several */
static JsonNode *
find_file (JsonObject *data, const char *path)
{
  g_autofree char *name = NULL;
  JsonObject *holder = find_holder (data, path, &name);
  JsonNode *node = holder != NULL ? yc_json_get_member (holder, name) : NULL;
  JsonArray *several = node != NULL ? yc_json_node_get_array (node) : NULL;

  if (several != NULL)
    node = json_array_get_length (several) > 0 ? json_array_get_element (several, 0) : NULL;
  return is_photo (node) ? node : NULL;
}

const char *
yc_attachment_photos_find_id (JsonObject *data, const char *path)
{
  JsonNode *file;

  g_return_val_if_fail (path != NULL, NULL);

  file = find_file (data, path);
  return file != NULL ? yc_attachment_get_id (file) : NULL;
}

void
yc_attachment_photos_put (JsonObject *data, const char *path, GBytes *content)
{
  g_autofree char *name = NULL;
  g_autofree char *base64 = NULL;
  g_autofree char *address = NULL;
  JsonNode *file = find_file (data, path);
  JsonObject *holder = find_holder (data, path, &name);
  gsize size;
  const guint8 *bytes;

  g_return_if_fail (file != NULL && content != NULL);

  bytes = g_bytes_get_data (content, &size);
  base64 = g_base64_encode (bytes, size);
  address = g_strdup_printf ("data:%s;base64,%s", yc_attachment_get_type (file), base64);
  json_object_set_string_member (holder, name, address);
}
