/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An opened PDF document. */
#include "yc-document.h"

#include "yc-pdf.h"
#include "yc-preview-worker.h"

struct _YcDocument
{
  GObject          parent_instance;
  PopplerDocument *poppler; /* touched in the worker's thread only */
  GBytes          *bytes;
  GArray          *sizes; /* of YcPdfSize */
};

G_DEFINE_FINAL_TYPE (YcDocument, yc_document, G_TYPE_OBJECT)

typedef struct
{
  PopplerDocument *poppler;
  guint            page;
  double           scale;
} PageData;

static void
load_in_worker (GTask *task)
{
  GBytes *bytes = g_task_get_task_data (task);
  GError *error = NULL;
  GArray *sizes = NULL;
  PopplerDocument *poppler = yc_pdf_load (bytes, &sizes, &error);
  YcDocument *self;

  if (poppler == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self = g_object_new (YC_TYPE_DOCUMENT, NULL);
  self->poppler = poppler;
  self->bytes = g_bytes_ref (bytes);
  self->sizes = sizes;
  g_task_return_pointer (task, self, g_object_unref);
}

static void
render_in_worker (GTask *task)
{
  PageData *data = g_task_get_task_data (task);
  GError *error = NULL;
  YcPixels *pixels = yc_pdf_render (data->poppler, data->page, data->scale, &error);

  if (pixels != NULL)
    g_task_return_pointer (task, pixels, (GDestroyNotify) yc_pixels_unref);
  else
    g_task_return_error (task, error);
}

static void
load_text_in_worker (GTask *task)
{
  PageData *data = g_task_get_task_data (task);
  GError *error = NULL;
  char *text = yc_pdf_text (data->poppler, data->page, &error);

  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

/* The task holds the object, and with it the library's document, until it is done with. */
static void
run_for_page (YcDocument         *self,
              guint               page,
              double              scale,
              YcPreviewFunc       func,
              gpointer            source_tag,
              GCancellable       *cancellable,
              GAsyncReadyCallback callback,
              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  PageData *data = g_new0 (PageData, 1);

  data->poppler = self->poppler;
  data->page = page;
  data->scale = scale;
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, data, g_free);
  yc_preview_worker_run (task, func);
}

static void
yc_document_finalize (GObject *object)
{
  YcDocument *self = YC_DOCUMENT (object);

  if (self->poppler != NULL)
    yc_preview_worker_free (self->poppler, g_object_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->sizes, g_array_unref);
  G_OBJECT_CLASS (yc_document_parent_class)->finalize (object);
}

static void
yc_document_class_init (YcDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_document_finalize;
}

static void
yc_document_init (YcDocument *self)
{
}

void
yc_document_load_async (GBytes             *pdf,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (pdf != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_document_load_async);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  yc_preview_worker_run (task, load_in_worker);
}

YcDocument *
yc_document_load_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GBytes *
yc_document_get_bytes (YcDocument *self)
{
  g_return_val_if_fail (YC_IS_DOCUMENT (self), NULL);

  return self->bytes;
}

guint
yc_document_get_n_pages (YcDocument *self)
{
  g_return_val_if_fail (YC_IS_DOCUMENT (self), 0);

  return self->sizes->len;
}

void
yc_document_get_page_size (YcDocument *self,
                           guint       page,
                           double     *width,
                           double     *height)
{
  YcPdfSize *size;

  g_return_if_fail (YC_IS_DOCUMENT (self));
  g_return_if_fail (page < self->sizes->len);

  size = &g_array_index (self->sizes, YcPdfSize, page);
  *width = size->width;
  *height = size->height;
}

void
yc_document_render_async (YcDocument         *self,
                          guint               page,
                          double              scale,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (YC_IS_DOCUMENT (self));
  g_return_if_fail (scale > 0);

  run_for_page (self, page, scale, render_in_worker, yc_document_render_async, cancellable,
                callback, user_data);
}

YcPixels *
yc_document_render_finish (YcDocument   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (YC_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
yc_document_load_text_async (YcDocument         *self,
                             guint               page,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (YC_IS_DOCUMENT (self));

  run_for_page (self, page, 1, load_text_in_worker, yc_document_load_text_async, cancellable,
                callback, user_data);
}

char *
yc_document_load_text_finish (YcDocument   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (YC_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
