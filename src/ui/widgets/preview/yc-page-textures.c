/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Textures of a document's pages: what is on screen first, then what lies next to it, and what was
 * looked at lately. */
#include "yc-page-textures.h"

#include "yc-page-paint.h"
#include "yc-preview-error.h"

/* What is thought before anything is known of a document, and what one page says of the next, in
 * seconds. */
#define FIRST_DELAY 0.05
#define DELAY_WEIGHT 0.3

struct _YcPageTextures
{
  GObject parent_instance;

  YcDocument *document;
  GHashTable *sheets; /* page number → Sheet */
  guint       look;   /* how often it was said what is wanted */
  double      delay;  /* seconds */
};

typedef struct
{
  GdkTexture   *texture;     /* what there is */
  GCancellable *cancellable; /* what is on its way, or NULL */
  gint64        asked;       /* when */
  double        scale;       /* of what is on its way or, without that, of the texture */
  guint         page;
  guint         look; /* when it was wanted last */
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
  SIGNAL_REFUSED,
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
      sheet->page = page;
      g_hash_table_insert (self->sheets, GUINT_TO_POINTER (page), sheet);
    }
  return sheet;
}

static void
learn (YcPageTextures *self, const Sheet *sheet)
{
  double seconds = (double) (g_get_monotonic_time () - sheet->asked) / G_USEC_PER_SEC;

  self->delay += DELAY_WEIGHT * (seconds - self->delay);
}

/* A page among others is a page less; where it is the only one there is nothing left to show. */
static gboolean
is_refused (YcPageTextures *self, const GError *error)
{
  return g_error_matches (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_HOSTILE) ||
         (error != NULL && yc_document_get_n_pages (self->document) == 1);
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
      sheet->texture = yc_page_paint_create_texture (pixels);
      learn (request->self, sheet);
    }
  if (is_refused (request->self, error))
    g_signal_emit (request->self, signals[SIGNAL_REFUSED], 0, error->message);
  else
    g_signal_emit (request->self, signals[SIGNAL_CHANGED], 0, request->page);
}

static void
request_page (YcPageTextures *self, guint page, Sheet *sheet, int priority)
{
  Request *request = g_new0 (Request, 1);

  cancel (sheet);
  sheet->cancellable = g_cancellable_new ();
  sheet->asked = g_get_monotonic_time ();
  request->self = g_object_ref (self);
  request->page = page;
  request->cancellable = g_object_ref (sheet->cancellable);
  yc_document_render_async (self->document, page, sheet->scale, priority, sheet->cancellable,
                            rendered_cb, request);
}

static void
want_page (YcPageTextures *self, guint page, double scale, int priority)
{
  Sheet *sheet;

  if (page >= yc_document_get_n_pages (self->document))
    return;
  sheet = ensure_sheet (self, page);
  sheet->look = self->look;
  if (sheet->scale != scale)
    {
      sheet->scale = scale;
      request_page (self, page, sheet, priority);
    }
  else if (sheet->cancellable != NULL)
    yc_document_set_priority (self->document, sheet->cancellable, priority);
}

static gsize
measure_texture (GdkTexture *texture)
{
  return texture != NULL ? (gsize) gdk_texture_get_width (texture) *
                               (gsize) gdk_texture_get_height (texture) * 4
                         : 0;
}

/* Nobody waits for a page that was scrolled away. What it was drawn as before is still there. */
static void
call_off (Sheet *sheet)
{
  if (sheet->cancellable == NULL)
    return;
  cancel (sheet);
  sheet->scale = 0;
}

static int
compare_looks (gconstpointer a, gconstpointer b)
{
  const Sheet *first = *(Sheet *const *) a;
  const Sheet *second = *(Sheet *const *) b;

  return first->look > second->look ? -1 : first->look < second->look;
}

/* (element-type Sheet): those that are not wanted now, the one that was wanted last first */
static GPtrArray *
list_others (YcPageTextures *self)
{
  GPtrArray *others = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer sheet;

  g_hash_table_iter_init (&iter, self->sheets);
  while (g_hash_table_iter_next (&iter, NULL, &sheet))
    if (((Sheet *) sheet)->look != self->look)
      g_ptr_array_add (others, sheet);
  g_ptr_array_sort (others, compare_looks);
  return others;
}

static void
forget_others (YcPageTextures *self)
{
  g_autoptr (GPtrArray) others = list_others (self);
  gsize kept = 0;

  for (guint i = 0; i < others->len; i++)
    {
      Sheet *sheet = g_ptr_array_index (others, i);

      call_off (sheet);
      kept += measure_texture (sheet->texture);
      if (sheet->texture == NULL || kept > YC_PAGE_TEXTURES_KEPT)
        g_hash_table_remove (self->sheets, GUINT_TO_POINTER (sheet->page));
    }
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
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yc_page_textures_init (YcPageTextures *self)
{
  self->sheets = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sheet_free);
  self->delay = FIRST_DELAY;
}

YcPageTextures *
yc_page_textures_new (YcDocument *document)
{
  YcPageTextures *self = g_object_new (YC_TYPE_PAGE_TEXTURES, NULL);

  self->document = g_object_ref (document);
  return self;
}

static void
want_neighbour (YcPageTextures *self, guint first, guint last, double scale, gboolean below)
{
  if (below)
    want_page (self, last + 1, scale, YC_DOCUMENT_PRIORITY_NEXT);
  else if (first > 0)
    want_page (self, first - 1, scale, YC_DOCUMENT_PRIORITY_NEXT);
}

void
yc_page_textures_want (YcPageTextures *self,
                       guint           first,
                       guint           last,
                       double          scale,
                       gboolean        forward)
{
  g_return_if_fail (YC_IS_PAGE_TEXTURES (self));
  g_return_if_fail (first <= last);
  g_return_if_fail (scale > 0);

  self->look++;
  for (guint page = first; page <= last; page++)
    want_page (self, page, scale, YC_DOCUMENT_PRIORITY_LOOKED_AT);
  want_neighbour (self, first, last, scale, forward);
  want_neighbour (self, first, last, scale, !forward);
  forget_others (self);
}

void
yc_page_textures_pause (YcPageTextures *self)
{
  g_return_if_fail (YC_IS_PAGE_TEXTURES (self));

  self->look++;
  forget_others (self);
}

double
yc_page_textures_get_delay (YcPageTextures *self)
{
  g_return_val_if_fail (YC_IS_PAGE_TEXTURES (self), 0);

  return self->delay;
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
