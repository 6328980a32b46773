/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader has chosen of a document's text, from one place to another, over pages. */
#include "yc-page-selection.h"

#include "yc-page-texts.h"

/* Nobody drags over more; and of so many pages the texts are fetched. */
#define MAX_PAGES 50

/* What nobody waits for: keys that were pressed while a text is on its way. */
#define MAX_WAITING 100

/* Known by a point until the page's text is there and the place in it matters. */
typedef struct
{
  guint  page;
  double x;
  double y;
  guint  caret;
} Place;

typedef enum
{
  ACT_STEP = 1,
  ACT_WORD,
  ACT_LINE,
} Act;

typedef struct
{
  Act        act;
  YcPageStep step;
  gboolean   forward;
} Waiting;

struct _YcPageSelection
{
  GObject parent_instance;

  YcPageTexts *texts;
  guint        n_pages;
  Place        from;
  Place        to;
  gboolean     begun;
  gboolean     moved;   /* a point alone chooses nothing */
  gboolean     by_text; /* carets count, not points */
  GQueue       waiting; /* of Waiting */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPageSelection, yc_page_selection, G_TYPE_OBJECT)

static gboolean
is_before (YcPageSelection *self, const Place *a, const Place *b)
{
  if (a->page != b->page)
    return a->page < b->page;
  if (self->by_text)
    return a->caret < b->caret;
  return a->y != b->y ? a->y < b->y : a->x < b->x;
}

static const Place *
get_first (YcPageSelection *self)
{
  return is_before (self, &self->to, &self->from) ? &self->to : &self->from;
}

static const Place *
get_last (YcPageSelection *self)
{
  return is_before (self, &self->to, &self->from) ? &self->from : &self->to;
}

static void
fetch_texts (YcPageSelection *self)
{
  guint first = get_first (self)->page;
  guint last = MIN (get_last (self)->page, first + MAX_PAGES - 1);

  for (guint page = first; page <= last; page++)
    yc_page_texts_want (self->texts, page);
}

/* what is chosen of a page */

/* The points may stand the other way round than the characters do: two in one line, of which the
 * later one is a hair higher. */
static void
find_by_points (YcPageSelection *self, YcPageText *text, guint page, guint *first, guint *n)
{
  const Place *start = get_first (self);
  const Place *end = get_last (self);
  guint length = yc_page_text_get_length (text);
  guint from = 0;
  guint to = length > 0 ? length - 1 : 0;

  if (page == start->page)
    from = yc_page_text_find_character (text, start->x, start->y);
  if (page == end->page)
    to = yc_page_text_find_character (text, end->x, end->y);
  *first = MIN (from, to);
  *n = length > 0 ? MAX (from, to) - *first + 1 : 0;
}

static void
find_range (YcPageSelection *self, YcPageText *text, guint page, guint *first, guint *n)
{
  guint length = yc_page_text_get_length (text);
  guint end;

  if (!self->by_text)
    {
      find_by_points (self, text, page, first, n);
      return;
    }
  *first = page == get_first (self)->page ? get_first (self)->caret : 0;
  end = page == get_last (self)->page ? MIN (get_last (self)->caret, length) : length;
  *n = end > *first ? end - *first : 0;
}

static YcPageText *
find_text (YcPageSelection *self, guint page)
{
  if (!self->moved || page < get_first (self)->page || page > get_last (self)->page)
    return NULL;
  return yc_page_texts_get (self->texts, page);
}

/* by text */

/* What the points cover, said in carets. Both texts are there. */
static void
take_carets (YcPageSelection *self)
{
  YcPageText *from = yc_page_texts_get (self->texts, self->from.page);
  YcPageText *to = yc_page_texts_get (self->texts, self->to.page);
  gboolean backwards;

  self->from.caret = yc_page_text_find_character (from, self->from.x, self->from.y);
  self->to.caret = yc_page_text_find_character (to, self->to.x, self->to.y);
  self->by_text = TRUE;
  backwards = is_before (self, &self->to, &self->from);
  if (!self->moved)
    return;
  if (backwards)
    self->from.caret++;
  else
    self->to.caret++;
}

static void
tell_place (YcPageSelection *self, YcPageText *text)
{
  YcPageArea area;
  guint caret = self->to.caret;

  if (yc_page_text_get_area (text, caret, &area) ||
      (caret > 0 && yc_page_text_get_area (text, caret - 1, &area)))
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, self->to.page, &area);
}

/* Over the end of a page to the next one. FALSE while its text is on its way. */
static gboolean
turn_page (YcPageSelection *self, gboolean forward)
{
  YcPageText *text;
  guint next = self->to.page + (forward ? 1 : -1);

  if (forward ? next >= self->n_pages : self->to.page == 0)
    return TRUE;
  yc_page_texts_want (self->texts, next);
  text = yc_page_texts_get (self->texts, next);
  if (text == NULL)
    return FALSE;
  self->to.page = next;
  self->to.caret = forward ? 0 : yc_page_text_get_length (text);
  return TRUE;
}

static gboolean
do_step (YcPageSelection *self, YcPageText *text, const Waiting *waiting)
{
  if (!yc_page_steps_go (text, waiting->step, waiting->forward, &self->to.caret) &&
      !turn_page (self, waiting->forward))
    return FALSE;
  self->moved = TRUE;
  fetch_texts (self);
  tell_place (self, yc_page_texts_get (self->texts, self->to.page));
  return TRUE;
}

static void
choose_around (YcPageSelection *self, YcPageText *text, Act act)
{
  guint first, n;

  if (act == ACT_WORD)
    yc_page_steps_find_word (text, self->to.caret, &first, &n);
  else
    yc_page_steps_find_line (text, self->to.caret, &first, &n);
  self->from.caret = first;
  self->to.caret = first + n;
  self->moved = n > 0;
}

/* Whether it could be done now. */
static gboolean
act (YcPageSelection *self, const Waiting *waiting)
{
  YcPageText *from = yc_page_texts_get (self->texts, self->from.page);
  YcPageText *to = yc_page_texts_get (self->texts, self->to.page);

  if (from == NULL || to == NULL)
    return FALSE;
  if (!self->by_text)
    take_carets (self);
  self->to.caret = MIN (self->to.caret, yc_page_text_get_length (to));
  if (waiting->act == ACT_STEP)
    return do_step (self, to, waiting);
  choose_around (self, to, waiting->act);
  return TRUE;
}

static void
act_on_waiting (YcPageSelection *self)
{
  while (!g_queue_is_empty (&self->waiting) && act (self, g_queue_peek_head (&self->waiting)))
    g_free (g_queue_pop_head (&self->waiting));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
act_when_there (YcPageSelection *self, Act what, YcPageStep step, gboolean forward)
{
  Waiting *waiting;

  if (g_queue_get_length (&self->waiting) >= MAX_WAITING)
    return;
  waiting = g_new0 (Waiting, 1);
  waiting->act = what;
  waiting->step = step;
  waiting->forward = forward;
  g_queue_push_tail (&self->waiting, waiting);
  yc_page_texts_want (self->texts, self->from.page);
  yc_page_texts_want (self->texts, self->to.page);
  act_on_waiting (self);
}

/* life */

static void
yc_page_selection_dispose (GObject *object)
{
  YcPageSelection *self = YC_PAGE_SELECTION (object);

  if (self->texts != NULL)
    g_signal_handlers_disconnect_by_data (self->texts, self);
  g_clear_object (&self->texts);
  g_queue_clear_full (&self->waiting, g_free);

  G_OBJECT_CLASS (yc_page_selection_parent_class)->dispose (object);
}

static void
yc_page_selection_class_init (YcPageSelectionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_page_selection_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
}

static void
yc_page_selection_init (YcPageSelection *self)
{
  g_queue_init (&self->waiting);
}

YcPageSelection *
yc_page_selection_new (YcDocument *document)
{
  YcPageSelection *self;

  g_return_val_if_fail (YC_IS_DOCUMENT (document), NULL);

  self = g_object_new (YC_TYPE_PAGE_SELECTION, NULL);
  self->n_pages = yc_document_get_n_pages (document);
  self->texts = yc_page_texts_new (document);
  g_signal_connect_swapped (self->texts, "changed", G_CALLBACK (act_on_waiting), self);
  return self;
}

static void
take (YcPageSelection *self, const Place *from, const Place *to, gboolean moved)
{
  g_queue_clear_full (&self->waiting, g_free);
  self->from = *from;
  self->to = *to;
  self->begun = TRUE;
  self->moved = moved;
  self->by_text = FALSE;
  if (moved)
    fetch_texts (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
yc_page_selection_begin (YcPageSelection *self, guint page, double x, double y)
{
  const Place place = { .page = page, .x = x, .y = y };

  g_return_if_fail (YC_IS_PAGE_SELECTION (self));

  take (self, &place, &place, FALSE);
}

/* What was chosen by text goes on from where it began. */
void
yc_page_selection_extend (YcPageSelection *self, guint page, double x, double y)
{
  const Place to = { .page = page, .x = x, .y = y };
  Place from = self->from;
  YcPageText *text;
  YcPageArea area;

  g_return_if_fail (YC_IS_PAGE_SELECTION (self));

  text = yc_page_texts_get (self->texts, from.page);
  if (self->by_text && text != NULL && yc_page_text_get_area (text, from.caret, &area))
    {
      from.x = area.left;
      from.y = (area.top + area.bottom) / 2;
    }
  take (self, &from, &to, TRUE);
}

void
yc_page_selection_choose_word (YcPageSelection *self, guint page, double x, double y)
{
  yc_page_selection_begin (self, page, x, y);
  act_when_there (self, ACT_WORD, 0, FALSE);
}

void
yc_page_selection_choose_line (YcPageSelection *self, guint page, double x, double y)
{
  yc_page_selection_begin (self, page, x, y);
  act_when_there (self, ACT_LINE, 0, FALSE);
}

void
yc_page_selection_choose_page (YcPageSelection *self, guint page)
{
  const Place from = { .page = page };
  const Place to = { .page = page, .caret = YC_PAGE_TEXT_MAX };

  g_return_if_fail (YC_IS_PAGE_SELECTION (self));

  take (self, &from, &to, TRUE);
  self->by_text = TRUE;
}

void
yc_page_selection_step (YcPageSelection *self, guint page, YcPageStep step, gboolean forward)
{
  g_return_if_fail (YC_IS_PAGE_SELECTION (self));

  if (!self->begun)
    yc_page_selection_begin (self, page, 0, 0);
  act_when_there (self, ACT_STEP, step, forward);
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
