/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents in tests, waited for. */
#pragma once

#include "yc-document.h"

G_BEGIN_DECLS

/* A GAsyncReadyCallback: puts the result, referenced, where user_data points to. */
void          yc_test_document_keep   (GObject *object, GAsyncResult *result, gpointer user_data);
/* Waits until something was put there. */
GAsyncResult *yc_test_document_wait   (GAsyncResult **result);

/* (transfer full) (nullable) */
YcDocument   *yc_test_document_load   (GBytes *pdf, YcDocumentOrigin origin, GError **error);
YcPixels     *yc_test_document_render (YcDocument *document, guint page, double scale,
                                       GError **error);

G_END_DECLS
