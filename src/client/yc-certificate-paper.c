/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program that sets paper reads of a certificate before it is issued. */
#include "yc-certificate-paper.h"
#include "yc-certificate-paper-private.h"

#include "yc-attachment-photos.h"
#include "yc-day.h"
#include "yc-json.h"
#include "yc-paper-program.h"

/* More than a catalog has; a ring in a broken one must end. */
#define MAX_DEPTH 16

typedef struct
{
  YcAttachments *files;
  JsonNode *request;
  GPtrArray *photos;
  guint n_seen;
} Setting;

static JsonObject *
get_above (YcCatalog  *catalog,
           JsonObject *place)
{
  return yc_catalog_get_place (catalog, yc_json_get_string (place, "parent", NULL));
}

/* (transfer full): the nearest place of @level from @code upwards, as the service chooses who issues;
 * otherwise the place itself. */
JsonObject *
yc_certificate_paper_find_place (YcDesk     *desk,
                                 const char *code,
                                 const char *level)
{
  YcCatalog *catalog = yc_desk_get_catalog (desk);
  JsonObject *own = yc_catalog_get_place (catalog, code);
  JsonObject *place = own;

  for (guint i = 0; place != NULL && i < MAX_DEPTH; i++)
    {
      if (g_strcmp0 (yc_json_get_string (place, "level", NULL), level) == 0)
        return json_object_ref (place);
      place = get_above (catalog, place);
    }
  if (own != NULL)
    return json_object_ref (own);
  own = json_object_new ();
  json_object_set_string_member (own, "code", code != NULL ? code : "");
  json_object_set_string_member (own, "name", code != NULL ? code : "");
  return own;
}

static JsonObject *
write_case (const char *number,
            const char *item,
            const char *title,
            GDateTime  *submitted_at)
{
  JsonObject *object = json_object_new ();
  g_autofree char *time = g_date_time_format_iso8601 (submitted_at);

  json_object_set_string_member (object, "number", number);
  json_object_set_string_member (object, "item", item);
  json_object_set_string_member (object, "item_title", title);
  json_object_set_string_member (object, "submitted_at", time);
  return object;
}

/* (transfer full): what stands under "case" */
JsonObject *
yc_certificate_paper_write_fact (YcCase *a_case)
{
  return write_case (yc_case_get_number (a_case), yc_case_get_item_code (a_case),
                     yc_case_get_item_title (a_case), yc_case_get_submitted_at (a_case));
}

/* Takes @data. (transfer full): what the program reads */
JsonNode *
yc_certificate_paper_wrap (YcDesk     *desk,
                           JsonObject *template,
                           JsonObject *data)
{
  JsonObject *request = json_object_new ();

  json_object_set_object_member (request, "template", json_object_ref (template));
  json_object_set_object_member (request, "data", data);
  json_object_set_boolean_member (request, "sample", yc_desk_get_demo (desk));
  return yc_json_object_node (request);
}

static JsonObject *
find_template (YcDesk *desk,
               YcItem *item)
{
  const char *id = item != NULL ? yc_item_get_template_id (item) : NULL;

  return id != NULL ? yc_catalog_get_template (yc_desk_get_catalog (desk), id) : NULL;
}

static void
set_agent (JsonObject *data,
           YcCitizen  *agent)
{
  if (agent != NULL && !yc_citizen_get_empty (agent))
    json_object_set_object_member (data, "agent", yc_citizen_to_json (agent));
  else
    json_object_set_null_member (data, "agent");
}

JsonNode *
yc_certificate_paper_write_draft (YcDesk      *desk,
                                  YcCaseDraft *draft,
                                  YcCitizen   *agent)
{
  YcItem *item = yc_case_draft_get_item (draft);
  YcForm *form = yc_case_draft_get_form (draft);
  JsonObject *template = find_template (desk, item);
  g_autoptr (GDateTime) now = yc_day_now ();
  JsonObject *data;

  if (template == NULL)
    return NULL;
  data = json_object_new ();
  json_object_set_object_member (data, "applicant",
                                 yc_citizen_to_json (yc_case_draft_get_citizen (draft)));
  set_agent (data, agent);
  if (form != NULL)
    json_object_set_member (data, "form", yc_form_get_submission (form));
  json_object_set_object_member (data, "case",
                                 write_case ("", yc_item_get_code (item), yc_item_get_title (item),
                                             now));
  json_object_set_object_member (
    data, "place",
    yc_certificate_paper_find_place (desk, yc_session_get_place (yc_desk_get_session (desk)),
                                     yc_item_get_level (item)));
  return yc_certificate_paper_wrap (desk, template, data);
}

JsonNode *
yc_certificate_paper_write_case (YcDesk *desk,
                                 YcCase *a_case)
{
  YcItem *item = yc_catalog_get_item (yc_desk_get_catalog (desk), yc_case_get_item_code (a_case));
  JsonObject *template = find_template (desk, item);
  JsonObject *json = yc_case_get_json (a_case);
  JsonObject *data;

  if (template == NULL || !yc_case_is_whole (a_case))
    return NULL;
  data = json_object_new ();
  yc_json_copy_or_null (data, json, "applicant");
  yc_json_copy_or_null (data, json, "agent");
  yc_json_copy_or_null (data, json, "form");
  json_object_set_object_member (data, "case", yc_certificate_paper_write_fact (a_case));
  json_object_set_object_member (data, "place",
                                 yc_certificate_paper_find_place (desk, yc_case_get_place (a_case),
                                                                  yc_item_get_level (item)));
  return yc_certificate_paper_wrap (desk, template, data);
}

static void
setting_free (gpointer data)
{
  Setting *self = data;

  g_object_unref (self->files);
  json_node_unref (self->request);
  g_ptr_array_unref (self->photos);
  g_free (self);
}

static JsonObject *
get_data (const Setting *self)
{
  return yc_json_get_object (json_node_get_object (self->request), "data");
}

static void
set_cb (G_GNUC_UNUSED GObject *object,
        GAsyncResult          *result,
        gpointer               user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GBytes *pdf = yc_paper_program_set_finish (result, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void load_next (GTask *task);

static void
photo_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Setting *self = g_task_get_task_data (task);
  g_autoptr (GBytes) content =
    yc_attachments_load_finish (YC_ATTACHMENTS (object), result, NULL);

  if (content != NULL)
    yc_attachment_photos_put (get_data (self), self->photos->pdata[self->n_seen], content);
  self->n_seen++;
  load_next (g_steal_pointer (&task));
}

/* Takes @task. */
static void
load_next (GTask *task)
{
  Setting *self = g_task_get_task_data (task);
  g_autoptr (GBytes) request = NULL;
  char *text;

  for (; self->n_seen < self->photos->len; self->n_seen++)
    {
      const char *id =
        yc_attachment_photos_find_id (get_data (self), self->photos->pdata[self->n_seen]);

      if (id == NULL)
        continue;
      yc_attachments_load_async (self->files, id, g_task_get_cancellable (task), photo_cb, task);
      return;
    }
  text = yc_json_write (self->request);
  request = g_bytes_new_take (text, strlen (text));
  yc_paper_program_set_async ("certificate", "preview", request, g_task_get_cancellable (task),
                              set_cb, task);
}

void
yc_certificate_paper_set_async (YcDesk              *desk,
                                JsonNode            *request,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task = g_task_new (desk, cancellable, callback, user_data);
  Setting *self = g_new0 (Setting, 1);
  JsonObject *template = yc_json_get_object (json_node_get_object (request), "template");

  self->files = g_object_ref (yc_desk_get_attachments (desk));
  self->request = json_node_ref (request);
  self->photos = yc_attachment_photos_list (template);
  g_task_set_source_tag (task, yc_certificate_paper_set_async);
  g_task_set_task_data (task, self, setting_free);
  load_next (task);
}

GBytes *
yc_certificate_paper_set_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
