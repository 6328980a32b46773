/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that sample cases have attached: put where the files of real cases are, and described in
 * the forms as a desk would. */
#include "yc-sample-files.h"

#include "yc-attachment.h"
#include "yc-demo.h"
#include "yc-file-type.h"
#include "yc-files-table.h"
#include "yc-json.h"

/* The member of cases.json that stands for a file; beside it is the name that it shall have. */
#define MEMBER "sample_file"

typedef struct
{
  const YcWork *work;
  YcIdentity *const *clerks;
  guint n_clerks;
} Attachment;

static gboolean walk (Attachment  *self,
                      JsonNode    *node,
                      GError     **error);

/* As if each of the clerks had sent it. */
static gboolean
store (Attachment  *self,
       const char  *id,
       const char  *type,
       GBytes      *content,
       GError     **error)
{
  const YcWork *work = self->work;

  if (!yc_file_store_keep (yc_service_get_file_store (work->service), id, content, error) ||
      !yc_files_table_insert (work->transaction, id, type, (gint64) g_bytes_get_size (content),
                              work->now_text, error))
    return FALSE;
  for (guint i = 0; i < self->n_clerks; i++)
    if (!yc_files_table_add_sender (work->transaction, id, self->clerks[i]->id, work->now_text,
                                    error))
      return FALSE;
  return TRUE;
}

static gboolean
replace (Attachment  *self,
         JsonNode    *node,
         const char  *file_name,
         GError     **error)
{
  g_autoptr (GFile) folder = yc_demo_get_files ();
  g_autoptr (GFile) file = g_file_get_child (folder, file_name);
  g_autoptr (GBytes) content = g_file_load_bytes (file, NULL, NULL, error);
  g_autoptr (JsonNode) words = NULL;
  g_autofree char *id = NULL;
  const char *type;

  if (content == NULL)
    return FALSE;
  type = yc_file_type_check (g_bytes_get_data (content, NULL), g_bytes_get_size (content), error);
  if (type == NULL)
    return FALSE;
  id = yc_attachment_compute_id (content);
  words = yc_attachment_new (id, yc_json_get_string (json_node_get_object (node), "name", file_name),
                             type, (gint64) g_bytes_get_size (content));
  json_node_set_object (node, json_node_get_object (words));
  return store (self, id, type, content, error);
}

static gboolean
walk_object (Attachment  *self,
             JsonNode    *node,
             GError     **error)
{
  JsonObject *object = json_node_get_object (node);
  const char *file_name = yc_json_get_string (object, MEMBER, NULL);
  g_autoptr (GList) members = NULL;

  if (file_name != NULL)
    return replace (self, node, file_name, error);
  members = json_object_get_members (object);
  for (GList *l = members; l != NULL; l = l->next)
    if (!walk (self, json_object_get_member (object, l->data), error))
      return FALSE;
  return TRUE;
}

static gboolean
walk (Attachment  *self,
      JsonNode    *node,
      GError     **error)
{
  JsonArray *array = yc_json_node_get_array (node);

  if (yc_json_node_get_object (node) != NULL)
    return walk_object (self, node, error);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!walk (self, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

/**
 * yc_sample_files_attach:
 * @work: the work of setting up, in a transaction that writes
 * @clerks: (array length=n_clerks): who will take the sample cases in
 * @n_clerks: how many they are
 * @forms: the sample cases; each {"sample_file","name"} in them becomes an attachment
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_sample_files_attach (const YcWork       *work,
                        YcIdentity *const  *clerks,
                        guint               n_clerks,
                        JsonNode           *forms,
                        GError            **error)
{
  Attachment self = { work, clerks, n_clerks };

  return walk (&self, forms, error);
}
