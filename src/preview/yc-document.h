/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An opened PDF document, or a JPEG or PNG picture as a document of one page. The libraries are at
 * work in a process of its own; all functions are called in the main thread. */
#pragma once

#include <gio/gio.h>

#include "yc-page-text.h"
#include "yc-pixels.h"

G_BEGIN_DECLS

/* Limits that keep a hostile or mistaken file from taking the machine. */
#define YC_DOCUMENT_MAX_BYTES (256 * 1024 * 1024)
#define YC_DOCUMENT_MAX_PAGES 2000
#define YC_DOCUMENT_MAX_PAGE_SIZE 14400.0 /* points, 200 inches, PDF 1.7 annex C */
#define YC_DOCUMENT_MAX_PIXELS (32 * 1024 * 1024)

/**
 * YcDocumentOrigin:
 * @YC_DOCUMENT_OURS: made by this house: certificates, forms, notices.
 * @YC_DOCUMENT_FOREIGN: brought from outside: materials, files to be verified. Drawn in a process
 *   that shares nothing with ours, that sees neither network nor files, and that ends with the last
 *   of them.
 */
typedef enum
{
  YC_DOCUMENT_OURS = 1,
  YC_DOCUMENT_FOREIGN,
} YcDocumentOrigin;

/* What is asked for at a time is served by priority, and in order where that is the same. */
typedef enum
{
  YC_DOCUMENT_PRIORITY_LOOKED_AT = 1,
  YC_DOCUMENT_PRIORITY_NEXT,
  YC_DOCUMENT_PRIORITY_SMALL,
  YC_DOCUMENT_PRIORITY_TEXT,
} YcDocumentPriority;

#define YC_TYPE_DOCUMENT (yc_document_get_type ())
G_DECLARE_FINAL_TYPE (YcDocument, yc_document, YC, DOCUMENT, GObject)

/**
 * yc_document_load_async:
 * @pdf: the file's content
 *
 * Errors: DAMAGED, ENCRYPTED, TOO_LARGE, FAILED, HOSTILE of YC_PREVIEW_ERROR; G_IO_ERROR_CANCELLED.
 */
void        yc_document_load_async         (GBytes             *pdf,
                                            YcDocumentOrigin    origin,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
/* Returns: (transfer full) */
YcDocument *yc_document_load_finish        (GAsyncResult       *result,
                                            GError            **error);

/* A document of this house is being fetched: what will draw it is made ready meanwhile. */
void        yc_document_expect             (void);

/* The very bytes that were loaded (transfer none): what is printed is what was shown. */
GBytes     *yc_document_get_bytes          (YcDocument         *self);
guint       yc_document_get_n_pages        (YcDocument         *self);
/* Size in points (1/72 inch) as the page is seen, rotation applied. Pages count from 0. */
void        yc_document_get_page_size      (YcDocument         *self,
                                            guint               page,
                                            double             *width,
                                            double             *height);

/**
 * yc_document_render_async:
 * @page: from 0
 * @scale: pixels per point; lessened where the page would exceed YC_DOCUMENT_MAX_PIXELS
 *
 * Renders on white. A request that is cancelled before its turn costs nothing.
 *
 * Errors: NO_PAGE, FAILED, HOSTILE of YC_PREVIEW_ERROR; G_IO_ERROR_CANCELLED.
 */
void        yc_document_render_async       (YcDocument         *self,
                                            guint               page,
                                            double              scale,
                                            YcDocumentPriority  priority,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
/* Returns: (transfer full) */
YcPixels   *yc_document_render_finish      (YcDocument         *self,
                                            GAsyncResult       *result,
                                            GError            **error);

/* Moves what was asked for with @cancellable and is still waiting to another place in the queue. */
void        yc_document_set_priority       (YcDocument         *self,
                                            GCancellable       *cancellable,
                                            YcDocumentPriority  priority);

/**
 * yc_document_load_text_async:
 *
 * The text of a page in reading order, UTF-8, lines parted by "\n".
 * Errors as yc_document_render_async().
 */
void        yc_document_load_text_async    (YcDocument         *self,
                                            guint               page,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
char       *yc_document_load_text_finish   (YcDocument         *self,
                                            GAsyncResult       *result,
                                            GError            **error);

/* The same with the places of all characters. */
void        yc_document_load_layout_async  (YcDocument         *self,
                                            guint               page,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
/* Returns: (transfer full) */
YcPageText *yc_document_load_layout_finish (YcDocument         *self,
                                            GAsyncResult       *result,
                                            GError            **error);

G_END_DECLS
