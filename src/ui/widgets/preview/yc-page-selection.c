/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader has chosen of a document's text, from one point to another, over pages. */
#include "yc-page-selection.h"

/* Nobody drags over more; and of so many pages the texts are fetched. */
#define MAX_PAGES 50

typedef struct
{
  guint  page;
  double x;
  double y;
} Point;

struct _YcPageSelection
{
  GObject parent_instance;

  YcDocument   *document;
  GHashTable   *texts; /* page → YcPageText, NULL while it is on its way */
  GCancellable *cancellable;
  Point         from;
  Point         to;
  gboolean      moved; /* a point alone chooses nothing */
  gboolean      whole; /* the page of @from */
};

typedef struct
{
  YcPageSelection *self;
  guint            page;
} Fetch;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPageSelection, yc_page_selection, G_TYPE_OBJECT)

static void
fetch_free (Fetch *fetch)
{
  g_object_unref (fetch->self);
  g_free (fetch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_free)

static void
text_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Fetch) fetch = user_data;
  g_autoptr (GError) error = NULL;
  YcPageText *text = yc_document_load_layout_finish (YC_DOCUMENT (object), result, &error);

  if (text == NULL)
    return;
  g_hash_table_insert (fetch->self->texts, GUINT_TO_POINTER (fetch->page), text);
  g_signal_emit (fetch->self, signals[SIGNAL_CHANGED], 0);
}

static void
fetch_text (YcPageSelection *self, guint page)
{
  Fetch *fetch;

  if (g_hash_table_contains (self->texts, GUINT_TO_POINTER (page)))
    return;
  g_hash_table_insert (self->texts, GUINT_TO_POINTER (page), NULL);
  fetch = g_new0 (Fetch, 1);
  fetch->self = g_object_ref (self);
  fetch->page = page;
  yc_document_load_layout_async (self->document, page, self->cancellable, text_loaded_cb, fetch);
}

static gboolean
is_before (const Point *a, const Point *b)
{
  if (a->page != b->page)
    return a->page < b->page;
  return a->y != b->y ? a->y < b->y : a->x < b->x;
}

static const Point *
get_first (YcPageSelection *self)
{
  return is_before (&self->to, &self->from) ? &self->to : &self->from;
}

static const Point *
get_last (YcPageSelection *self)
{
  return is_before (&self->to, &self->from) ? &self->from : &self->to;
}

static void
fetch_texts (YcPageSelection *self)
{
  guint first = get_first (self)->page;
  guint last = MIN (get_last (self)->page, first + MAX_PAGES - 1);

  for (guint page = first; page <= last; page++)
    fetch_text (self, page);
}

/* The points may stand the other way round than the characters do: two in one line, of which the
 * later one is a hair higher. */
static void
find_range (YcPageSelection *self, YcPageText *text, guint page, guint *first, guint *n)
{
  const Point *start = get_first (self);
  const Point *end = get_last (self);
  guint length = yc_page_text_get_length (text);
  guint from = 0;
  guint to = length > 0 ? length - 1 : 0;

  if (!self->whole && page == start->page)
    from = yc_page_text_find_character (text, start->x, start->y);
  if (!self->whole && page == end->page)
    to = yc_page_text_find_character (text, end->x, end->y);
  *first = MIN (from, to);
  *n = length > 0 ? MAX (from, to) - *first + 1 : 0;
}

static YcPageText *
find_text (YcPageSelection *self, guint page)
{
  if (!self->moved || page < get_first (self)->page || page > get_last (self)->page)
    return NULL;
  return g_hash_table_lookup (self->texts, GUINT_TO_POINTER (page));
}

static void
yc_page_selection_dispose (GObject *object)
{
  YcPageSelection *self = YC_PAGE_SELECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (yc_page_selection_parent_class)->dispose (object);
}

static void
yc_page_selection_finalize (GObject *object)
{
  YcPageSelection *self = YC_PAGE_SELECTION (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (yc_page_selection_parent_class)->finalize (object);
}

static void
yc_page_selection_class_init (YcPageSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_page_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_page_selection_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clear_text (gpointer text)
{
  if (text != NULL)
    g_object_unref (text);
}

static void
yc_page_selection_init (YcPageSelection *self)
{
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, clear_text);
  self->cancellable = g_cancellable_new ();
}

YcPageSelection *
yc_page_selection_new (YcDocument *document)
{
  YcPageSelection *self;

  g_return_val_if_fail (YC_IS_DOCUMENT (document), NULL);

  self = g_object_new (YC_TYPE_PAGE_SELECTION, NULL);
  self->document = g_object_ref (document);
  return self;
}

static void
take (YcPageSelection *self, const Point *from, const Point *to, gboolean moved, gboolean whole)
{
  self->from = *from;
  self->to = *to;
  self->moved = moved;
  self->whole = whole;
  if (moved)
    fetch_texts (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
yc_page_selection_begin (YcPageSelection *self, guint page, double x, double y)
{
  const Point point = { page, x, y };

  g_return_if_fail (YC_IS_PAGE_SELECTION (self));

  take (self, &point, &point, FALSE, FALSE);
}

void
yc_page_selection_extend (YcPageSelection *self, guint page, double x, double y)
{
  const Point from = self->from;
  const Point to = { page, x, y };

  g_return_if_fail (YC_IS_PAGE_SELECTION (self));

  take (self, &from, &to, TRUE, FALSE);
}

void
yc_page_selection_choose_page (YcPageSelection *self, guint page)
{
  const Point point = { page, 0, 0 };

  g_return_if_fail (YC_IS_PAGE_SELECTION (self));

  take (self, &point, &point, TRUE, TRUE);
}

void
yc_page_selection_clear (YcPageSelection *self)
{
  g_return_if_fail (YC_IS_PAGE_SELECTION (self));

  self->moved = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

GArray *
yc_page_selection_list_areas (YcPageSelection *self, guint page)
{
  YcPageText *text;
  guint first, n;

  g_return_val_if_fail (YC_IS_PAGE_SELECTION (self), NULL);

  text = find_text (self, page);
  if (text == NULL)
    return NULL;
  find_range (self, text, page, &first, &n);
  return yc_page_text_list_areas (text, first, n);
}

char *
yc_page_selection_copy (YcPageSelection *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (YC_IS_PAGE_SELECTION (self), NULL);

  if (!self->moved)
    return NULL;
  for (guint page = get_first (self)->page; page <= get_last (self)->page; page++)
    {
      YcPageText *text = find_text (self, page);
      g_autofree char *part = NULL;
      guint first, n;

      if (text == NULL)
        return NULL;
      find_range (self, text, page, &first, &n);
      part = yc_page_text_copy (text, first, n);
      g_strv_builder_add (parts, part);
    }
  all = g_strv_builder_end (parts);
  return g_strjoinv ("\n", all);
}
