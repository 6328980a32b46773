/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An opened PDF document. */
#include "yc-document.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "yc-page-server.h"
#include "yc-preview-error.h"
#include "yc-shared-memory.h"

typedef struct
{
  double width; /* points */
  double height;
} PageSize;

struct _YcDocument
{
  GObject parent_instance;
  YcPageServer *server;
  GBytes       *bytes;
  int           fd; /* the same bytes, for the page server */
  guint         number;
  GArray       *sizes; /* of PageSize */
};

G_DEFINE_FINAL_TYPE (YcDocument, yc_document, G_TYPE_OBJECT)

static gboolean
check_bytes (GBytes  *pdf,
             GError **error)
{
  gsize size = g_bytes_get_size (pdf);

  if (size > YC_DOCUMENT_MAX_BYTES)
    g_set_error_literal (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_TOO_LARGE,
                         _("The document is too large to be shown."));
  else if (size == 0)
    g_set_error_literal (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_DAMAGED,
                         _("The document is empty."));
  else
    return TRUE;
  return FALSE;
}

static YcDocument *
document_new (GBytes          *pdf,
              YcDocumentOrigin origin,
              GError         **error)
{
  g_autoptr (YcDocument) self = NULL;
  int fd;

  if (!check_bytes (pdf, error))
    return NULL;
  fd = yc_shared_memory_new_copy (pdf, error);
  if (fd < 0)
    return NULL;
  self = g_object_new (YC_TYPE_DOCUMENT, NULL);
  self->fd = fd;
  self->server = g_object_ref (yc_page_server_get (origin));
  self->number = yc_page_server_open (self->server);
  self->bytes = g_bytes_ref (pdf);
  return g_steal_pointer (&self);
}

static void
take_sizes (GTask       *task,
            GVariant    *answer,
            GUnixFDList *fds)
{
  YcDocument *self = g_task_get_task_data (task);
  g_autoptr (GVariantIter) iter = NULL;
  PageSize size;

  g_variant_get (answer, "(a(dd))", &iter);
  while (g_variant_iter_loop (iter, "(dd)", &size.width, &size.height))
    g_array_append_val (self->sizes, size);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

/* The page server is not believed: a document may have got the better of it. */
static YcPixels *
read_pixels (GVariant    *answer,
             GUnixFDList *fds,
             GError     **error)
{
  const int *fd = fds != NULL ? g_unix_fd_list_peek_fds (fds, NULL) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint width, height, stride;
  double scale;

  g_variant_get (answer, "(huuud)", NULL, &width, &height, &stride, &scale);
  if (fd != NULL && width > 0 && height > 0 && stride / 4 >= width && stride % 4 == 0 &&
      (guint64) width * height <= YC_DOCUMENT_MAX_PIXELS * 1.001 && scale > 0)
    bytes = yc_shared_memory_map (fd[0], (gsize) stride * height, error);
  else
    g_set_error_literal (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_FAILED,
                         _("The document is damaged and cannot be shown."));
  return bytes != NULL
             ? yc_pixels_new (g_steal_pointer (&bytes), width, height, stride, scale)
             : NULL;
}

static void
take_pixels (GTask       *task,
             GVariant    *answer,
             GUnixFDList *fds)
{
  GError *error = NULL;
  YcPixels *pixels = read_pixels (answer, fds, &error);

  if (pixels != NULL)
    g_task_return_pointer (task, pixels, (GDestroyNotify) yc_pixels_unref);
  else
    g_task_return_error (task, error);
}

static void
take_text (GTask       *task,
           GVariant    *answer,
           GUnixFDList *fds)
{
  char *text;

  g_variant_get (answer, "(s)", &text);
  g_task_return_pointer (task, text, g_free);
}

static void
take_layout (GTask       *task,
             GVariant    *answer,
             GUnixFDList *fds)
{
  g_autoptr (GVariantIter) iter = NULL;
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (YcPageArea));
  const char *text;
  double left, top, right, bottom;

  g_variant_get (answer, "(&sa(dddd))", &text, &iter);
  while (g_variant_iter_loop (iter, "(dddd)", &left, &top, &right, &bottom))
    {
      const YcPageArea area = { (float) left, (float) top, (float) right, (float) bottom };

      g_array_append_val (areas, area);
    }
  g_task_return_pointer (task, yc_page_text_new (text, areas), g_object_unref);
}

static void
ask_for_page (YcDocument         *self,
              GTask              *task,
              const char         *method,
              guint               page,
              YcDocumentPriority  priority,
              const GVariantType *answer_type,
              YcPageAnswer        answer)
{
  g_task_set_priority (task, (int) priority);
  yc_page_server_call (
      self->server, task, method,
      g_variant_new ("(htuu)", 0, (guint64) g_bytes_get_size (self->bytes), self->number, page),
      answer_type, self->fd, answer);
}

static void
yc_document_finalize (GObject *object)
{
  YcDocument *self = YC_DOCUMENT (object);

  if (self->number != 0)
    yc_page_server_close (self->server, self->number);
  g_clear_object (&self->server);
  if (self->fd >= 0)
    close (self->fd);
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
  self->fd = -1;
  self->sizes = g_array_new (FALSE, FALSE, sizeof (PageSize));
}

void
yc_document_load_async (GBytes             *pdf,
                        YcDocumentOrigin    origin,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  YcDocument *self;
  GError *error = NULL;

  g_return_if_fail (pdf != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_document_load_async);
  g_task_set_priority (task, YC_DOCUMENT_PRIORITY_LOOKED_AT);
  self = document_new (pdf, origin, &error);
  if (self == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, self, g_object_unref);
  yc_page_server_call (self->server, task, "Load",
                       g_variant_new ("(htu)", 0, (guint64) g_bytes_get_size (pdf), self->number),
                       G_VARIANT_TYPE ("(a(dd))"), self->fd, take_sizes);
}

YcDocument *
yc_document_load_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
yc_document_expect (void)
{
  yc_page_server_wake (yc_page_server_get (YC_DOCUMENT_OURS));
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
  PageSize *size;

  g_return_if_fail (YC_IS_DOCUMENT (self));
  g_return_if_fail (page < self->sizes->len);

  size = &g_array_index (self->sizes, PageSize, page);
  *width = size->width;
  *height = size->height;
}

void
yc_document_render_async (YcDocument         *self,
                          guint               page,
                          double              scale,
                          YcDocumentPriority  priority,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_DOCUMENT (self));
  g_return_if_fail (scale > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_document_render_async);
  g_task_set_priority (task, (int) priority);
  yc_page_server_call (self->server, task, "Render",
                       g_variant_new ("(htuud)", 0, (guint64) g_bytes_get_size (self->bytes),
                                      self->number, page, scale),
                       G_VARIANT_TYPE ("(huuud)"), self->fd, take_pixels);
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
yc_document_set_priority (YcDocument         *self,
                          GCancellable       *cancellable,
                          YcDocumentPriority  priority)
{
  g_return_if_fail (YC_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  yc_page_server_set_priority (self->server, cancellable, (int) priority);
}

void
yc_document_load_text_async (YcDocument         *self,
                             guint               page,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_document_load_text_async);
  ask_for_page (self, task, "Text", page, YC_DOCUMENT_PRIORITY_TEXT, G_VARIANT_TYPE ("(s)"),
                take_text);
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

void
yc_document_load_layout_async (YcDocument         *self,
                               guint               page,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_document_load_layout_async);
  ask_for_page (self, task, "Layout", page, YC_DOCUMENT_PRIORITY_TEXT,
                G_VARIANT_TYPE ("(sa(dddd))"), take_layout);
}

YcPageText *
yc_document_load_layout_finish (YcDocument   *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (YC_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
