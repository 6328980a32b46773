/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which page is looked at, of how many; another number typed goes there. */
#include "yc-page-number.h"

#include "yc-children.h"
#include "yc-direct-typing.h"

#include <glib/gi18n-lib.h>

#define MOST_DIGITS 4

struct _YcPageNumber
{
  GtkWidget parent_instance;

  GtkEntry *entry;
  GtkLabel *after;
  guint     page;
  guint     n_pages;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPageNumber, yc_page_number, GTK_TYPE_WIDGET)

static void
show_number (YcPageNumber *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->page + 1);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), number);
}

/* Digits of any width, as an input method writes them. 0 where there are others. */
static guint
read_number (const char *text)
{
  guint number = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (text));

      if (digit < 0)
        return 0;
      number = MIN (number * 10 + (guint) digit, G_MAXUINT / 20);
    }
  return number;
}

/* Who asks for more than there are gets the last one; what is no number changes nothing. */
static void
activate_cb (YcPageNumber *self)
{
  guint number = read_number (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (number > 0)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, MIN (number, self->n_pages) - 1);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static gboolean
key_cb (YcPageNumber *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
  return GDK_EVENT_STOP;
}

static void
add_keys (YcPageNumber *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (show_number), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

static GtkLabel *
add_label (YcPageNumber *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static GtkEntry *
add_entry (YcPageNumber *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), MOST_DIGITS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), MOST_DIGITS);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 0.5f);
  gtk_entry_set_max_length (GTK_ENTRY (entry), MOST_DIGITS);
  yc_direct_typing_use (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_widget_set_tooltip_text (entry, _ ("Go to a page (Ctrl+G)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Go to a page"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  return GTK_ENTRY (entry);
}

static void
yc_page_number_dispose (GObject *object)
{
  yc_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (yc_page_number_parent_class)->dispose (object);
}

static void
yc_page_number_class_init (YcPageNumberClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_page_number_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "pagenumber");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_page_number_init (YcPageNumber *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  /* Translators: stands before the field with the number of a page, "of 12" behind it */
  add_label (self, C_ ("before a page's number", "Page"));
  self->entry = add_entry (self);
  self->after = add_label (self, NULL);
  add_keys (self);
}

GtkWidget *
yc_page_number_new (void)
{
  return g_object_new (YC_TYPE_PAGE_NUMBER, NULL);
}

void
yc_page_number_set (YcPageNumber *self, guint page, guint n_pages)
{
  g_autofree char *after = NULL;

  g_return_if_fail (YC_IS_PAGE_NUMBER (self));

  self->page = page;
  self->n_pages = n_pages;
  /* Translators: stands behind the field with the number of a page: how many there are */
  after = g_strdup_printf (_ ("of %u"), n_pages);
  gtk_label_set_text (self->after, after);
  /* Not under the hands of who is typing. */
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    show_number (self);
}

void
yc_page_number_type (YcPageNumber *self, const char *digit)
{
  g_return_if_fail (YC_IS_PAGE_NUMBER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (digit == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), digit);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
