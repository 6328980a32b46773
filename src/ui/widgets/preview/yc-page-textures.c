/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Textures of a document's pages that are on screen, drawn as they are needed and then forgotten. */
#include "yc-page-textures.h"

struct _YcPageTextures
{
  GObject parent_instance;

  YcDocument *document;
  GHashTable *sheets; /* page number → Sheet */
};

typedef struct
{
  GdkTexture   *texture;     /* what there is */
  GCancellable *cancellable; /* what is on its way, or NULL */
  double        scale;       /* of what is on its way or, without that, of the texture */
  gboolean      failed;
} Sheet;

typedef struct
{
  YcPageTextures *self;
  guint           page;
  GCancellable   *cancellable;
} Request;

G_DEFINE_FINAL_TYPE (YcPageTextures, yc_page_textures, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
cancel (Sheet *sheet)
{
  if (sheet->cancellable != NULL)
    g_cancellable_cancel (sheet->cancellable);
  g_clear_object (&sheet->cancellable);
}

static void
sheet_free (Sheet *sheet)
{
  cancel (sheet);
  g_clear_object (&sheet->texture);
  g_free (sheet);
}

static void
request_free (Request *request)
{
  g_object_unref (request->cancellable);
  g_object_unref (request->self);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static Sheet *
find_sheet (YcPageTextures *self, guint page)
{
  return g_hash_table_lookup (self->sheets, GUINT_TO_POINTER (page));
}

static Sheet *
ensure_sheet (YcPageTextures *self, guint page)
{
  Sheet *sheet = find_sheet (self, page);

  if (sheet == NULL)
    {
      sheet = g_new0 (Sheet, 1);
      g_hash_table_insert (self->sheets, GUINT_TO_POINTER (page), sheet);
    }
  return sheet;
}

static GdkTexture *
create_texture (YcPixels *pixels)
{
  return gdk_memory_texture_new ((int) pixels->width, (int) pixels->height, GDK_MEMORY_DEFAULT,
                                 pixels->bytes, pixels->stride);
}

static void
rendered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPixels) pixels = yc_document_render_finish (YC_DOCUMENT (object), result, &error);
  Sheet *sheet = find_sheet (request->self, request->page);

  /* Meanwhile it was scrolled away, or is wanted at another size. */
  if (sheet == NULL || sheet->cancellable != request->cancellable)
    return;
  g_clear_object (&sheet->cancellable);
  sheet->failed = pixels == NULL;
  if (pixels != NULL)
    {
      g_clear_object (&sheet->texture);
      sheet->texture = create_texture (pixels);
    }
  g_signal_emit (request->self, signals[SIGNAL_CHANGED], 0);
}

static void
want_page (YcPageTextures *self, guint page, double scale)
{
  Sheet *sheet = ensure_sheet (self, page);
  Request *request;

  if (sheet->scale == scale)
    return;
  cancel (sheet);
  sheet->scale = scale;
  sheet->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->self = g_object_ref (self);
  request->page = page;
  request->cancellable = g_object_ref (sheet->cancellable);
  yc_document_render_async (self->document, page, scale, sheet->cancellable, rendered_cb, request);
}

static void
forget_others (YcPageTextures *self, guint first, guint last)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->sheets);
  while (g_hash_table_iter_next (&iter, &page, NULL))
    if (GPOINTER_TO_UINT (page) < first || GPOINTER_TO_UINT (page) > last)
      g_hash_table_iter_remove (&iter);
}

static void
yc_page_textures_dispose (GObject *object)
{
  YcPageTextures *self = YC_PAGE_TEXTURES (object);

  g_hash_table_remove_all (self->sheets);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (yc_page_textures_parent_class)->dispose (object);
}

static void
yc_page_textures_finalize (GObject *object)
{
  g_hash_table_unref (YC_PAGE_TEXTURES (object)->sheets);

  G_OBJECT_CLASS (yc_page_textures_parent_class)->finalize (object);
}

static void
yc_page_textures_class_init (YcPageTexturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_page_textures_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_page_textures_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_page_textures_init (YcPageTextures *self)
{
  self->sheets = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sheet_free);
}

YcPageTextures *
yc_page_textures_new (YcDocument *document)
{
  YcPageTextures *self = g_object_new (YC_TYPE_PAGE_TEXTURES, NULL);

  self->document = g_object_ref (document);
  return self;
}

void
yc_page_textures_want (YcPageTextures *self, guint first, guint last, double scale)
{
  guint n_pages;

  g_return_if_fail (YC_IS_PAGE_TEXTURES (self));
  g_return_if_fail (scale > 0);

  n_pages = yc_document_get_n_pages (self->document);
  forget_others (self, first, last);
  for (guint page = first; page <= last && page < n_pages; page++)
    want_page (self, page, scale);
}

GdkTexture *
yc_page_textures_get (YcPageTextures *self, guint page)
{
  Sheet *sheet;

  g_return_val_if_fail (YC_IS_PAGE_TEXTURES (self), NULL);

  sheet = find_sheet (self, page);
  return sheet != NULL ? sheet->texture : NULL;
}

gboolean
yc_page_textures_is_failed (YcPageTextures *self, guint page)
{
  Sheet *sheet;

  g_return_val_if_fail (YC_IS_PAGE_TEXTURES (self), FALSE);

  sheet = find_sheet (self, page);
  return sheet != NULL && sheet->failed;
}
