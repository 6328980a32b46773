/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds to a PDF what an incremental update adds: new and replaced objects, and their table. */
#pragma once

#include "yc-pdf-file-private.h"

G_BEGIN_DECLS

typedef struct _YcPdfUpdate YcPdfUpdate;

YcPdfUpdate *yc_pdf_update_new         (YcPdfFile    *file,
                                        GBytes       *original);
void         yc_pdf_update_free        (YcPdfUpdate  *self);
guint        yc_pdf_update_add_number  (YcPdfUpdate  *self);
GString     *yc_pdf_update_begin       (YcPdfUpdate  *self,
                                        guint         number);
void         yc_pdf_update_end         (YcPdfUpdate  *self);
GString     *yc_pdf_update_finish      (YcPdfUpdate  *self);

void         yc_pdf_append_number      (GString      *out,
                                        double        number);
void         yc_pdf_append_text        (GString      *out,
                                        const char   *utf8);
void         yc_pdf_append_hex         (GString      *out,
                                        const guint8 *data,
                                        gsize         size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcPdfUpdate, yc_pdf_update_free)

G_END_DECLS
