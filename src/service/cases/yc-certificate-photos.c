/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The photos of a certificate, fetched from among its case's files. */
#include "yc-certificate-photos.h"

#include "yc-attachment-photos.h"

static gboolean
fill (const YcWork  *work,
      JsonObject    *data,
      const char    *path,
      GError       **error)
{
  const char *id = yc_attachment_photos_find_id (data, path);
  g_autoptr (GBytes) content = NULL;

  if (id == NULL)
    return TRUE;
  content = yc_file_store_load (yc_service_get_file_store (work->service), id, error);
  if (content == NULL)
    return FALSE;
  yc_attachment_photos_put (data, path, content);
  return TRUE;
}

gboolean
yc_certificate_photos_fill (const YcWork  *work,
                            YcCaseRecord  *record,
                            const char    *template_,
                            JsonObject    *data,
                            GError       **error)
{
  g_autoptr (JsonObject) body =
    yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, "template", template_,
                  record->catalog_version, NULL);
  g_autoptr (GPtrArray) paths = yc_attachment_photos_list (body);

  for (guint i = 0; i < paths->len; i++)
    if (!fill (work, data, paths->pdata[i], error))
      return FALSE;
  return TRUE;
}
