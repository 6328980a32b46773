/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents in tests, waited for. */
#include "yc-test-document.h"

void
yc_test_document_keep (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
yc_test_document_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

YcDocument *
yc_test_document_load (GBytes *pdf, YcDocumentOrigin origin, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_document_load_async (pdf, origin, NULL, yc_test_document_keep, &result);
  return yc_document_load_finish (yc_test_document_wait (&result), error);
}

YcPixels *
yc_test_document_render (YcDocument *document, guint page, double scale, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_document_render_async (document, page, scale, YC_DOCUMENT_PRIORITY_LOOKED_AT, NULL,
                            yc_test_document_keep, &result);
  return yc_document_render_finish (document, yc_test_document_wait (&result), error);
}
