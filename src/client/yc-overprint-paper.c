/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate on a form that is printed already: whether there is one, and what is printed on it. */
#include "yc-overprint-paper.h"

#include "yc-certificate-number.h"
#include "yc-desk-private.h"
#include "yc-json.h"

/* The type that a certificate's number begins with belongs to one template alone. */
JsonObject *
yc_overprint_paper_find (YcDesk     *desk,
                         const char *serial)
{
  YcCatalog *catalog;
  g_autoptr (GPtrArray) ids = NULL;
  YcCertificateNumber number;

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);

  if (serial == NULL || !yc_certificate_number_parse (serial, &number))
    return NULL;
  catalog = yc_desk_get_catalog (desk);
  ids = yc_catalog_dup_ids (catalog, "template");
  for (guint i = 0; i < ids->len; i++)
    {
      JsonObject *template_ = yc_catalog_get_template (catalog, g_ptr_array_index (ids, i));

      if (g_str_equal (yc_json_get_string (template_, "type", ""), number.type))
        return yc_json_get_object (template_, "overprint") != NULL ? template_ : NULL;
    }
  return NULL;
}

const char *
yc_overprint_paper_get_size (JsonObject *template_)
{
  static const struct
  {
    const char *paper;
    const char *name;
  } sizes[] = {
    { "A4", "iso_a4_210x297mm" },
    { "A5", "iso_a5_148x210mm" },
    { "B5", "iso_b5_176x250mm" },
  };
  const char *paper = yc_json_get_string (yc_json_get_object (template_, "overprint"), "paper",
                                          "A4");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (sizes[i].paper, paper))
      return sizes[i].name;
  return NULL;
}

/* Whole tenths, whatever the locale's decimal point is. */
static char *
write_mm (int tenths)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.1f", tenths / 10.0));
}

char *
yc_overprint_paper_write_path (const char          *serial,
                               const YcCalibration *calibration)
{
  g_autofree char *x = write_mm (calibration->x);
  g_autofree char *y = write_mm (calibration->y);

  return g_strdup_printf ("/certificates/%s/overprint?x_mm=%s&y_mm=%s", serial, x, y);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  if (reply != NULL)
    g_task_return_pointer (task, g_bytes_ref (reply->bytes), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
yc_overprint_paper_load_async (YcDesk              *desk,
                               const char          *serial,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (desk, cancellable, callback, user_data);
  g_autofree char *path = g_strdup_printf ("/certificates/%s/overprint?view=form", serial);
  YcRequest request = { .method = "GET", .path = path, .expect = YC_EXPECT_BYTES };

  g_task_set_source_tag (task, yc_overprint_paper_load_async);
  yc_http_send_async (yc_desk_get_parts (desk)->http, &request, cancellable, loaded_cb, task);
}

GBytes *
yc_overprint_paper_load_finish (YcDesk        *desk,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GBytes *
yc_overprint_paper_write_calibration (JsonObject *template_)
{
  JsonObject *request = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  char *text;

  json_object_set_object_member (request, "template", json_object_ref (template_));
  node = yc_json_object_node (request);
  text = yc_json_write (node);
  return g_bytes_new_take (text, strlen (text));
}
