/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF with a classic cross-reference table, opened to be added to. */
#pragma once

#include "yc-pdf-lexer-private.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YcPdfFile YcPdfFile;

YcPdfFile *yc_pdf_file_new            (GBytes      *bytes,
                                       guint        n_revisions,
                                       GError     **error);
void       yc_pdf_file_free           (YcPdfFile   *self);
gsize      yc_pdf_file_get_table      (YcPdfFile   *self);
guint      yc_pdf_file_get_size       (YcPdfFile   *self);
YcPdfSpan  yc_pdf_file_get_trailer    (YcPdfFile   *self);
gboolean   yc_pdf_file_get_object     (YcPdfFile   *self,
                                       guint        number,
                                       YcPdfSpan   *value);
gboolean   yc_pdf_file_find_page      (YcPdfFile   *self,
                                       guint        page,
                                       guint       *number);
gboolean   yc_pdf_page_read_paper     (YcPdfSpan    page,
                                       double      *width,
                                       double      *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcPdfFile, yc_pdf_file_free)

G_END_DECLS
