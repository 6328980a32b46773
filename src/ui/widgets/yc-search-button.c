/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search of the title bar: items, question lists and answers, in a popover. */
#include "yc-search-button.h"

#include "yc-finder-view.h"
#include "yc-key-hints.h"
#include "yc-report-sheet.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

struct _YcSearchButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkWidget     *finder;
  GtkWidget     *hints;
  YcDesk        *desk;
};

enum
{
  FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcSearchButton, yc_search_button, ADW_TYPE_BIN)

static void
found_cb (YcFinderView *finder, YcHit *hit, YcSearchButton *self)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[FOUND], 0, hit);
}

static void
gap_cb (YcFinderView *finder, const char *text, YcSearchButton *self)
{
  gtk_menu_button_popdown (self->button);
  yc_report_sheet_present (GTK_WIDGET (self), self->desk, YC_INQUIRY_GAP, NULL, NULL, text);
}

static void
shown_cb (GtkPopover *popover, YcSearchButton *self)
{
  if (self->desk != NULL)
    yc_desk_find_own (self->desk);
  yc_finder_view_set_text (YC_FINDER_VIEW (self->finder), "");
  yc_workplace_begin (self->finder);
}

static void
yc_search_button_dispose (GObject *object)
{
  g_clear_object (&YC_SEARCH_BUTTON (object)->desk);

  G_OBJECT_CLASS (yc_search_button_parent_class)->dispose (object);
}

static void
yc_search_button_class_init (YcSearchButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_search_button_dispose;

  /**
   * YcSearchButton::found:
   * @hit: the #YcHit
   *
   * Something was searched for, and chosen.
   */
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, YC_TYPE_HIT);

  g_type_ensure (YC_TYPE_FINDER_VIEW);
  g_type_ensure (YC_TYPE_KEY_HINTS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-search-button.ui");
  gtk_widget_class_bind_template_child (widget_class, YcSearchButton, button);
  gtk_widget_class_bind_template_child (widget_class, YcSearchButton, finder);
  gtk_widget_class_bind_template_child (widget_class, YcSearchButton, hints);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, gap_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
yc_search_button_init (YcSearchButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: keys in the search; a kind is items, lists, answers, … */
  yc_key_hints_set (YC_KEY_HINTS (self->hints), "↑↓", _ ("choose"), "Return", _ ("open"), "Tab",
                    _ ("next kind"), "Ctrl+1…9", _ ("this kind"), "Esc",
                    _ ("clear, close"), NULL);
}

/**
 * yc_search_button_set_desk:
 * @self: the button
 * @desk: the desk whose catalog is searched
 */
void
yc_search_button_set_desk (YcSearchButton *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_SEARCH_BUTTON (self));
  g_return_if_fail (YC_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  yc_finder_view_set_source (YC_FINDER_VIEW (self->finder), yc_desk_get_seeker (desk),
                             yc_desk_get_catalog (desk));
}

/**
 * yc_search_button_open:
 * @self: the button
 *
 * Begins a new search, as if the button had been pressed.
 */
void
yc_search_button_open (YcSearchButton *self)
{
  g_return_if_fail (YC_IS_SEARCH_BUTTON (self));

  gtk_menu_button_popup (self->button);
}
