/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar in which words of a document are looked for. */
#include "yc-page-search.h"

#include <glib/gi18n-lib.h>

struct _YcPageSearch
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *entry;
  GtkLabel  *words;
  GtkWidget *previous;
  GtkWidget *next;

  YcDocument       *document;
  YcDocumentSearch *search; /* while it is open */
  guint             page;   /* where the reader was */
  guint             current;
  gboolean          placed; /* it is known which place is looked at */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_MOVED,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPageSearch, yc_page_search, GTK_TYPE_WIDGET)

static char *
describe (YcPageSearch *self, guint n)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return g_strdup ("");
  if (n > 0 && self->placed)
    /* Translators: which of the places with the words is looked at, and how many there are */
    return g_strdup_printf (_ ("Place %u of %u"), self->current + 1, n);
  return g_strdup (yc_document_search_is_done (self->search) ? _ ("Not found") : _ ("Searching…"));
}

static void
show_places (YcPageSearch *self)
{
  guint n = yc_document_search_get_n_found (self->search);
  g_autofree char *words = describe (self, n);

  gtk_label_set_text (self->words, words);
  gtk_widget_set_sensitive (self->previous, n > 1);
  gtk_widget_set_sensitive (self->next, n > 1);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
move_to (YcPageSearch *self, guint place)
{
  self->current = place;
  self->placed = TRUE;
  show_places (self);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

/* Pages are looked through from the first one, but the reader is somewhere: it begins there, and
 * from the beginning only if nothing follows. */
static void
found_cb (YcPageSearch *self)
{
  guint n = yc_document_search_get_n_found (self->search);
  guint place = yc_document_search_find_from (self->search, self->page);

  if (!self->placed && n > 0 &&
      (yc_document_search_is_done (self->search) ||
       yc_document_search_get_page (self->search, place) >= self->page))
    move_to (self, place);
  else
    show_places (self);
}

static void
typed_cb (YcPageSearch *self)
{
  if (self->search == NULL)
    return;
  self->placed = FALSE;
  self->current = 0;
  yc_document_search_set_words (self->search, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
step (YcPageSearch *self, gboolean forward)
{
  guint n = self->search != NULL ? yc_document_search_get_n_found (self->search) : 0;

  if (n > 0)
    move_to (self, (self->current + (forward ? 1 : n - 1)) % n);
}

static void
next_cb (YcPageSearch *self)
{
  step (self, TRUE);
}

static void
previous_cb (YcPageSearch *self)
{
  step (self, FALSE);
}

static gboolean
key_cb (YcPageSearch *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  step (self, FALSE);
  return GDK_EVENT_STOP;
}

static void
yc_page_search_dispose (GObject *object)
{
  YcPageSearch *self = YC_PAGE_SEARCH (object);

  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
  g_clear_object (&self->document);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_page_search_parent_class)->dispose (object);
}

static guint
create_signal (YcPageSearchClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
yc_page_search_class_init (YcPageSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_page_search_dispose;
  signals[SIGNAL_CHANGED] = create_signal (klass, "changed");
  signals[SIGNAL_MOVED] = create_signal (klass, "moved");
  signals[SIGNAL_CLOSED] = create_signal (klass, "closed");

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/preview/yc-page-search.ui");
  gtk_widget_class_bind_template_child (widget_class, YcPageSearch, content);
  gtk_widget_class_bind_template_child (widget_class, YcPageSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, YcPageSearch, words);
  gtk_widget_class_bind_template_child (widget_class, YcPageSearch, previous);
  gtk_widget_class_bind_template_child (widget_class, YcPageSearch, next);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, yc_page_search_close);
  gtk_widget_class_set_css_name (widget_class, "pagesearch");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_page_search_init (YcPageSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
yc_page_search_new (void)
{
  return g_object_new (YC_TYPE_PAGE_SEARCH, NULL);
}

void
yc_page_search_set_document (YcPageSearch *self, YcDocument *document)
{
  g_return_if_fail (YC_IS_PAGE_SEARCH (self));
  g_return_if_fail (document == NULL || YC_IS_DOCUMENT (document));

  if (g_set_object (&self->document, document))
    yc_page_search_close (self);
}

void
yc_page_search_open (YcPageSearch *self, guint page)
{
  g_return_if_fail (YC_IS_PAGE_SEARCH (self));

  if (self->document == NULL)
    return;
  if (self->search == NULL)
    {
      self->page = page;
      self->search = yc_document_search_new (self->document);
      g_signal_connect_swapped (self->search, "changed", G_CALLBACK (found_cb), self);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      typed_cb (self);
    }
  gtk_widget_grab_focus (self->entry);
}

void
yc_page_search_close (YcPageSearch *self)
{
  g_return_if_fail (YC_IS_PAGE_SEARCH (self));

  if (self->search == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

YcDocumentSearch *
yc_page_search_get_search (YcPageSearch *self)
{
  g_return_val_if_fail (YC_IS_PAGE_SEARCH (self), NULL);

  return self->search;
}

guint
yc_page_search_get_current (YcPageSearch *self)
{
  g_return_val_if_fail (YC_IS_PAGE_SEARCH (self), 0);

  return self->current;
}
