/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of something that is loaded: loading, empty, failed with a way out, or there. */
#include "yc-load-view.h"

#include "yc-error-words.h"
#include "yc-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _YcLoadView
{
  GtkWidget parent_instance;

  GtkStack      *stack;
  AdwStatusPage *empty;
  AdwStatusPage *failed;
  GtkRevealer   *stale;
  GtkLabel      *stale_words;
  GtkBox        *content;
};

G_DEFINE_FINAL_TYPE (YcLoadView, yc_load_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_RETRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
retry_cb (YcLoadView *self)
{
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

static GtkWidget *
create_retry_button (YcLoadView *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Try again"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (retry_cb), self);
  return button;
}

static GtkWidget *
create_loading (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Loading…")));
  return box;
}

static GtkWidget *
create_stale (YcLoadView *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *revealer = gtk_revealer_new ();

  self->stale_words = GTK_LABEL (label);
  self->stale = GTK_REVEALER (revealer);
  gtk_label_set_wrap (self->stale_words, TRUE);
  gtk_label_set_xalign (self->stale_words, 0);
  gtk_widget_add_css_class (label, "stale");
  gtk_revealer_set_child (self->stale, label);
  return revealer;
}

static void
create_stack (YcLoadView *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  self->failed = ADW_STATUS_PAGE (adw_status_page_new ());
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_status_page_set_icon_name (self->failed, "dialog-warning-symbolic");
  adw_status_page_set_child (self->failed, create_retry_button (self));
  gtk_box_append (self->content, create_stale (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "compact");
  gtk_widget_add_css_class (GTK_WIDGET (self->failed), "compact");
  gtk_stack_add_named (self->stack, create_loading (), "loading");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failed), "failed");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->content), "content");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

static void
yc_load_view_dispose (GObject *object)
{
  YcLoadView *self = YC_LOAD_VIEW (object);

  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_load_view_parent_class)->dispose (object);
}

static void
yc_load_view_class_init (YcLoadViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_load_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "loadview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_load_view_init (YcLoadView *self)
{
  create_stack (self);
}

/**
 * yc_load_view_new:
 *
 * Returns: a view that shows that it is loading
 */
GtkWidget *
yc_load_view_new (void)
{
  return g_object_new (YC_TYPE_LOAD_VIEW, NULL);
}

void
yc_load_view_set_child (YcLoadView *self, GtkWidget *child)
{
  g_return_if_fail (YC_IS_LOAD_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_vexpand (child, TRUE);
  gtk_box_append (self->content, child);
}

void
yc_load_view_set_empty (YcLoadView *self,
                        const char *icon_name,
                        const char *title,
                        const char *words)
{
  g_return_if_fail (YC_IS_LOAD_VIEW (self));

  adw_status_page_set_icon_name (self->empty, icon_name);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, words);
}

static const char *
get_page_name (YcLoadState state, gboolean empty)
{
  switch (state)
    {
    case YC_LOAD_FAILED:
      return "failed";
    case YC_LOAD_READY:
    case YC_LOAD_STALE:
      return empty ? "empty" : "content";
    case YC_LOAD_EMPTY:
    case YC_LOAD_LOADING:
    default:
      return empty ? "loading" : "content";
    }
}

static void
show_stale_words (YcLoadView *self, const GError *error)
{
  g_autofree char *words = yc_words_join (yc_error_words_title (error),
                                          _ ("What is shown is from before."), NULL);

  gtk_label_set_text (self->stale_words, words);
}

/**
 * yc_load_view_set_state:
 * @self: the view
 * @state: how far the loading is
 * @error: (nullable): why it failed
 * @empty: whether there is nothing to show
 *
 * Shows the child when there is something, else what stands for it.
 */
void
yc_load_view_set_state (YcLoadView   *self,
                        YcLoadState   state,
                        const GError *error,
                        gboolean      empty)
{
  g_return_if_fail (YC_IS_LOAD_VIEW (self));

  if (error != NULL)
    {
      adw_status_page_set_title (self->failed, yc_error_words_title (error));
      adw_status_page_set_description (self->failed, yc_error_words_way_out (error));
      show_stale_words (self, error);
    }
  gtk_revealer_set_reveal_child (self->stale, state == YC_LOAD_STALE && error != NULL);
  gtk_stack_set_visible_child_name (self->stack, get_page_name (state, empty));
}
