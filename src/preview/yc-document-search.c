/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for words in all pages of a document, page by page. */
#include "yc-document-search.h"

typedef struct
{
  guint   page;
  GArray *areas; /* of YcPageArea */
} Place;

struct _YcDocumentSearch
{
  GObject       parent_instance;
  YcDocument   *document;
  char         *words;
  GPtrArray    *texts;  /* of YcPageText, of the pages that were read so far */
  GPtrArray    *places; /* of Place */
  guint         n_searched;
  guint         n_characters;
  GCancellable *cancellable; /* while a page is being read */
  guint         going_on;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

/* So much text is kept, in characters of some 30 bytes: what a book has and no more. */
#define MAX_CHARACTERS 3000000

/* Pages that are looked through before others get their turn. */
#define PAGES_AT_ONCE 20

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcDocumentSearch, yc_document_search, G_TYPE_OBJECT)

static void go_on (YcDocumentSearch *self);

static void
place_free (Place *place)
{
  g_array_unref (place->areas);
  g_free (place);
}

static void
add_place (YcDocumentSearch *self, YcPageText *text, guint first, guint n)
{
  Place *place;

  if (self->places->len >= YC_DOCUMENT_SEARCH_MAX)
    return;
  place = g_new0 (Place, 1);
  place->page = self->n_searched;
  place->areas = yc_page_text_list_areas (text, first, n);
  g_ptr_array_add (self->places, place);
}

static void
search_page (YcDocumentSearch *self)
{
  YcPageText *text = g_ptr_array_index (self->texts, self->n_searched);
  g_autoptr (GArray) found = yc_page_text_find (text, self->words);

  for (guint i = 0; i + 1 < found->len; i += 2)
    add_place (self, text, g_array_index (found, guint, i), g_array_index (found, guint, i + 1));
  self->n_searched++;
}

/* A page that cannot be read has no words, and neither has one that is too much. */
static void
take_text (YcDocumentSearch *self, YcPageText *text)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (YcPageArea));
  gboolean taken =
      text != NULL && self->n_characters + yc_page_text_get_length (text) <= MAX_CHARACTERS;

  if (taken)
    self->n_characters += yc_page_text_get_length (text);
  g_ptr_array_add (self->texts, taken ? g_object_ref (text) : yc_page_text_new ("", nothing));
}

static void
page_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcDocumentSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPageText) text =
      yc_document_load_layout_finish (YC_DOCUMENT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  take_text (self, text);
  if (*self->words != '\0')
    go_on (self);
}

static void
load_page (YcDocumentSearch *self)
{
  if (self->cancellable != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  yc_document_load_layout_async (self->document, self->texts->len, self->cancellable,
                                 page_loaded_cb, g_object_ref (self));
}

static gboolean
go_on_cb (gpointer user_data)
{
  YcDocumentSearch *self = user_data;

  self->going_on = 0;
  if (*self->words != '\0')
    go_on (self);
  return G_SOURCE_REMOVE;
}

static void
go_on (YcDocumentSearch *self)
{
  for (guint i = 0; i < PAGES_AT_ONCE && self->n_searched < self->texts->len; i++)
    search_page (self);
  if (self->n_searched < self->texts->len)
    {
      if (self->going_on == 0)
        self->going_on = g_idle_add (go_on_cb, self);
    }
  else if (!yc_document_search_is_done (self))
    load_page (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
yc_document_search_dispose (GObject *object)
{
  YcDocumentSearch *self = YC_DOCUMENT_SEARCH (object);

  g_clear_handle_id (&self->going_on, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (yc_document_search_parent_class)->dispose (object);
}

static void
yc_document_search_finalize (GObject *object)
{
  YcDocumentSearch *self = YC_DOCUMENT_SEARCH (object);

  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->places);
  g_free (self->words);

  G_OBJECT_CLASS (yc_document_search_parent_class)->finalize (object);
}

static void
yc_document_search_class_init (YcDocumentSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_document_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_document_search_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_document_search_init (YcDocumentSearch *self)
{
  self->words = g_strdup ("");
  self->texts = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
}

YcDocumentSearch *
yc_document_search_new (YcDocument *document)
{
  YcDocumentSearch *self;

  g_return_val_if_fail (YC_IS_DOCUMENT (document), NULL);

  self = g_object_new (YC_TYPE_DOCUMENT_SEARCH, NULL);
  self->document = g_object_ref (document);
  return self;
}

void
yc_document_search_set_words (YcDocumentSearch *self, const char *words)
{
  g_return_if_fail (YC_IS_DOCUMENT_SEARCH (self));
  g_return_if_fail (words != NULL);

  if (g_str_equal (self->words, words))
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  self->n_searched = 0;
  g_ptr_array_set_size (self->places, 0);
  if (*words != '\0')
    go_on (self);
  else
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
yc_document_search_is_done (YcDocumentSearch *self)
{
  g_return_val_if_fail (YC_IS_DOCUMENT_SEARCH (self), TRUE);

  return *self->words == '\0' || self->n_searched == yc_document_get_n_pages (self->document);
}

guint
yc_document_search_get_n_found (YcDocumentSearch *self)
{
  g_return_val_if_fail (YC_IS_DOCUMENT_SEARCH (self), 0);

  return self->places->len;
}

guint
yc_document_search_get_page (YcDocumentSearch *self, guint place)
{
  g_return_val_if_fail (YC_IS_DOCUMENT_SEARCH (self), 0);
  g_return_val_if_fail (place < self->places->len, 0);

  return ((Place *) g_ptr_array_index (self->places, place))->page;
}

GArray *
yc_document_search_get_areas (YcDocumentSearch *self, guint place)
{
  g_return_val_if_fail (YC_IS_DOCUMENT_SEARCH (self), NULL);
  g_return_val_if_fail (place < self->places->len, NULL);

  return ((Place *) g_ptr_array_index (self->places, place))->areas;
}

guint
yc_document_search_find_from (YcDocumentSearch *self, guint page)
{
  g_return_val_if_fail (YC_IS_DOCUMENT_SEARCH (self), 0);

  for (guint i = 0; i < self->places->len; i++)
    if (yc_document_search_get_page (self, i) >= page)
      return i;
  return 0;
}
