/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of a document's pages. */
#include "yc-page-miniatures.h"

#include "yc-page-paint.h"

/* As many as are drawn at a time: what is wanted changes faster than they are. */
#define AT_A_TIME 2

struct _YcPageMiniatures
{
  GObject parent_instance;

  YcDocument   *document;
  GHashTable   *textures;    /* page → GdkTexture */
  GHashTable   *asked;       /* pages that were asked for and did not fall out again */
  GCancellable *cancellable; /* of everything */
  GQueue        pages;       /* that were wanted one by one */
  gsize         size;        /* of all textures, in bytes */
  guint         n_on_their_way;

  guint    first;
  guint    n_ahead;
  guint    n_behind;
  gboolean forward;
  gboolean urgent;
};

typedef struct
{
  YcPageMiniatures *self;
  guint             page;
} Request;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPageMiniatures, yc_page_miniatures, G_TYPE_OBJECT)

static void draw_next (YcPageMiniatures *self);

static void
request_free (Request *request)
{
  g_object_unref (request->self);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gsize
measure (GdkTexture *texture)
{
  return (gsize) gdk_texture_get_width (texture) * (gsize) gdk_texture_get_height (texture) * 4;
}

static guint
get_distance (YcPageMiniatures *self, guint page)
{
  return page > self->first ? page - self->first : self->first - page;
}

static void
forget_farthest (YcPageMiniatures *self)
{
  GHashTableIter iter;
  gpointer page, texture, farthest = NULL;
  guint distance = 0;

  g_hash_table_iter_init (&iter, self->textures);
  while (g_hash_table_iter_next (&iter, &page, NULL))
    if (get_distance (self, GPOINTER_TO_UINT (page)) >= distance)
      {
        farthest = page;
        distance = get_distance (self, GPOINTER_TO_UINT (page));
      }
  texture = g_hash_table_lookup (self->textures, farthest);
  self->size -= measure (texture);
  g_hash_table_remove (self->textures, farthest);
  g_hash_table_remove (self->asked, farthest);
}

static void
keep (YcPageMiniatures *self, guint page, YcPixels *pixels)
{
  GdkTexture *texture = yc_page_paint_create_texture (pixels);

  g_hash_table_insert (self->textures, GUINT_TO_POINTER (page), texture);
  self->size += measure (texture);
  while (self->size > YC_PAGE_MINIATURES_KEPT && g_hash_table_size (self->textures) > 1)
    forget_farthest (self);
}

/* A page that cannot be drawn is not asked for again. */
static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  YcPageMiniatures *self = request->self;
  g_autoptr (YcPixels) pixels =
      yc_document_render_finish (YC_DOCUMENT (object), result, NULL);

  self->n_on_their_way--;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (pixels != NULL)
    {
      keep (self, request->page, pixels);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0, request->page);
    }
  draw_next (self);
}

static void
draw (YcPageMiniatures *self, guint page, YcDocumentPriority priority)
{
  Request *request = g_new0 (Request, 1);
  double width, height;

  yc_document_get_page_size (self->document, page, &width, &height);
  g_hash_table_add (self->asked, GUINT_TO_POINTER (page));
  self->n_on_their_way++;
  request->self = g_object_ref (self);
  request->page = page;
  yc_document_render_async (self->document, page, YC_PAGE_MINIATURES_SIDE / MAX (width, height),
                            priority, self->cancellable, drawn_cb, request);
}

static gboolean
is_missing (YcPageMiniatures *self, gint64 page)
{
  return page >= 0 && page < yc_document_get_n_pages (self->document) &&
         !g_hash_table_contains (self->asked, GUINT_TO_POINTER ((guint) page));
}

/* -1 where nothing is missing in that direction */
static gint64
find_missing (YcPageMiniatures *self, int step, guint n)
{
  for (gint64 i = 0; i <= n; i++)
    if (is_missing (self, self->first + step * i))
      return self->first + step * i;
  return -1;
}

static gint64
find_around (YcPageMiniatures *self)
{
  int step = self->forward ? 1 : -1;
  gint64 page = find_missing (self, step, self->n_ahead);

  return page >= 0 ? page : find_missing (self, -step, self->n_behind);
}

static gint64
pop_page (YcPageMiniatures *self)
{
  while (!g_queue_is_empty (&self->pages))
    {
      guint page = GPOINTER_TO_UINT (g_queue_pop_head (&self->pages));

      if (is_missing (self, page))
        return page;
    }
  return -1;
}

static void
draw_next (YcPageMiniatures *self)
{
  while (self->n_on_their_way < AT_A_TIME && !g_cancellable_is_cancelled (self->cancellable))
    {
      gint64 page = self->urgent ? find_around (self) : -1;
      YcDocumentPriority priority =
          page >= 0 ? YC_DOCUMENT_PRIORITY_LOOKED_AT : YC_DOCUMENT_PRIORITY_SMALL;

      if (page < 0)
        page = pop_page (self);
      if (page < 0)
        page = find_around (self);
      if (page < 0)
        return;
      draw (self, (guint) page, priority);
    }
}

static void
yc_page_miniatures_dispose (GObject *object)
{
  YcPageMiniatures *self = YC_PAGE_MINIATURES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (yc_page_miniatures_parent_class)->dispose (object);
}

static void
yc_page_miniatures_finalize (GObject *object)
{
  YcPageMiniatures *self = YC_PAGE_MINIATURES (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->textures);
  g_hash_table_unref (self->asked);
  g_queue_clear (&self->pages);

  G_OBJECT_CLASS (yc_page_miniatures_parent_class)->finalize (object);
}

static void
yc_page_miniatures_class_init (YcPageMiniaturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_page_miniatures_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_page_miniatures_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
yc_page_miniatures_init (YcPageMiniatures *self)
{
  self->textures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->asked = g_hash_table_new (NULL, NULL);
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->pages);
}

YcPageMiniatures *
yc_page_miniatures_new (YcDocument *document)
{
  YcPageMiniatures *self;

  g_return_val_if_fail (YC_IS_DOCUMENT (document), NULL);

  self = g_object_new (YC_TYPE_PAGE_MINIATURES, NULL);
  self->document = g_object_ref (document);
  return self;
}

void
yc_page_miniatures_want (YcPageMiniatures *self,
                         guint             page,
                         gboolean          forward,
                         guint             n_ahead,
                         guint             n_behind,
                         gboolean          urgent)
{
  g_return_if_fail (YC_IS_PAGE_MINIATURES (self));

  self->first = page;
  self->forward = forward;
  self->n_ahead = n_ahead;
  self->n_behind = n_behind;
  self->urgent = urgent;
  draw_next (self);
}

void
yc_page_miniatures_want_page (YcPageMiniatures *self, guint page)
{
  g_return_if_fail (YC_IS_PAGE_MINIATURES (self));

  if (!is_missing (self, page))
    return;
  g_queue_push_tail (&self->pages, GUINT_TO_POINTER (page));
  draw_next (self);
}

void
yc_page_miniatures_unwant_page (YcPageMiniatures *self, guint page)
{
  g_return_if_fail (YC_IS_PAGE_MINIATURES (self));

  g_queue_remove (&self->pages, GUINT_TO_POINTER (page));
}

void
yc_page_miniatures_stop (YcPageMiniatures *self)
{
  g_return_if_fail (YC_IS_PAGE_MINIATURES (self));

  g_cancellable_cancel (self->cancellable);
}

GdkTexture *
yc_page_miniatures_get (YcPageMiniatures *self, guint page)
{
  g_return_val_if_fail (YC_IS_PAGE_MINIATURES (self), NULL);

  return g_hash_table_lookup (self->textures, GUINT_TO_POINTER (page));
}

YcDocument *
yc_page_miniatures_get_document (YcPageMiniatures *self)
{
  g_return_val_if_fail (YC_IS_PAGE_MINIATURES (self), NULL);

  return self->document;
}
