/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a document's pages, fetched as they are needed and kept. */
#include "yc-page-texts.h"

struct _YcPageTexts
{
  GObject parent_instance;

  YcDocument   *document;
  GHashTable   *texts; /* page → YcPageText, NULL while it is on its way */
  GCancellable *cancellable;
};

typedef struct
{
  YcPageTexts *self;
  guint        page;
} Fetch;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPageTexts, yc_page_texts, G_TYPE_OBJECT)

static void
fetch_free (Fetch *fetch)
{
  g_object_unref (fetch->self);
  g_free (fetch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_free)

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Fetch) fetch = user_data;
  YcPageText *text = yc_document_load_layout_finish (YC_DOCUMENT (object), result, NULL);

  if (text == NULL)
    return;
  g_hash_table_insert (fetch->self->texts, GUINT_TO_POINTER (fetch->page), text);
  g_signal_emit (fetch->self, signals[SIGNAL_CHANGED], 0);
}

static void
clear_text (gpointer text)
{
  if (text != NULL)
    g_object_unref (text);
}

static void
yc_page_texts_dispose (GObject *object)
{
  YcPageTexts *self = YC_PAGE_TEXTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (yc_page_texts_parent_class)->dispose (object);
}

static void
yc_page_texts_finalize (GObject *object)
{
  YcPageTexts *self = YC_PAGE_TEXTS (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (yc_page_texts_parent_class)->finalize (object);
}

static void
yc_page_texts_class_init (YcPageTextsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_page_texts_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_page_texts_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_page_texts_init (YcPageTexts *self)
{
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, clear_text);
  self->cancellable = g_cancellable_new ();
}

YcPageTexts *
yc_page_texts_new (YcDocument *document)
{
  YcPageTexts *self;

  g_return_val_if_fail (YC_IS_DOCUMENT (document), NULL);

  self = g_object_new (YC_TYPE_PAGE_TEXTS, NULL);
  self->document = g_object_ref (document);
  return self;
}

void
yc_page_texts_want (YcPageTexts *self, guint page)
{
  Fetch *fetch;

  g_return_if_fail (YC_IS_PAGE_TEXTS (self));

  if (g_hash_table_contains (self->texts, GUINT_TO_POINTER (page)))
    return;
  g_hash_table_insert (self->texts, GUINT_TO_POINTER (page), NULL);
  fetch = g_new0 (Fetch, 1);
  fetch->self = g_object_ref (self);
  fetch->page = page;
  yc_document_load_layout_async (self->document, page, self->cancellable, loaded_cb, fetch);
}

YcPageText *
yc_page_texts_get (YcPageTexts *self, guint page)
{
  g_return_val_if_fail (YC_IS_PAGE_TEXTS (self), NULL);

  return g_hash_table_lookup (self->texts, GUINT_TO_POINTER (page));
}
