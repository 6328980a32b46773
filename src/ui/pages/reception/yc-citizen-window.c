/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filled form in very large type for the citizen, on the second display where there is one.
 * It follows what is typed, so that both look at the same. */
#include "yc-citizen-window.h"

#include "yc-case-paper.h"

#include <glib/gi18n-lib.h>

struct _YcCitizenWindow
{
  GtkWindow parent_instance;

  GtkWidget *scroller;
  GtkWidget *paper;
  GtkWidget *mark;
  char      *followed;
  guint      follow_id;
};

G_DEFINE_FINAL_TYPE (YcCitizenWindow, yc_citizen_window, GTK_TYPE_WINDOW)

/* Brings a line into the upper half: what comes next is to be read, too. */
static void
scroll_to (YcCitizenWindow *self, GtkWidget *line)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  double value = gtk_adjustment_get_value (adjustment);
  double height = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t place;

  if (!gtk_widget_compute_bounds (line, self->scroller, &place))
    return;
  if (place.origin.y < 0 || place.origin.y + place.size.height > height)
    gtk_adjustment_set_value (adjustment, value + place.origin.y - height / 3);
}

/* What was written a moment ago has no place before the next frame. */
static gboolean
follow_cb (GtkWidget *paper, GdkFrameClock *clock, gpointer user_data)
{
  YcCitizenWindow *self = user_data;
  GtkWidget *line =
      self->followed != NULL ? yc_case_paper_find (YC_CASE_PAPER (paper), self->followed) : NULL;

  if (line != NULL && gtk_widget_get_height (line) == 0)
    return G_SOURCE_CONTINUE;

  self->follow_id = 0;
  if (line != NULL)
    scroll_to (self, line);

  return G_SOURCE_REMOVE;
}

static void
yc_citizen_window_finalize (GObject *object)
{
  g_free (YC_CITIZEN_WINDOW (object)->followed);

  G_OBJECT_CLASS (yc_citizen_window_parent_class)->finalize (object);
}

static gboolean
page_cb (GtkWidget *widget, GVariant *pages, gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (YC_CITIZEN_WINDOW (widget)->scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            g_variant_get_double (pages) *
                                                gtk_adjustment_get_page_size (adjustment));

  return GDK_EVENT_STOP;
}

/* A little less than a page stays on screen, to find the line again. */
static void
add_paging (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "d", 0.9);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "d", -0.9);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, page_cb, "d", 0.9);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, page_cb, "d", 0.15);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, page_cb, "d", -0.15);
}

/* Any display that the clerk's window is not on. */
static GdkMonitor *
find_other_monitor (GtkWindow *clerk)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (clerk));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (clerk));
  GdkMonitor *mine = gdk_display_get_monitor_at_surface (display, surface);
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != mine)
        return g_steal_pointer (&monitor);
    }

  return NULL;
}

static void
yc_citizen_window_class_init (YcCitizenWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yc_citizen_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "window.close", NULL);
  add_paging (widget_class);
}

static void
yc_citizen_window_init (YcCitizenWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scroller, TRUE);
  self->paper = yc_case_paper_new ();
  gtk_widget_add_css_class (self->paper, "huge");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->paper);
  self->mark = gtk_label_new (_ ("Practice"));
  gtk_widget_set_halign (self->mark, GTK_ALIGN_END);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->mark, "demo-mark");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->mark);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  gtk_window_set_title (GTK_WINDOW (self), _ ("For the citizen"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "citizen-window");
}

/**
 * yc_citizen_window_new:
 * @clerk: the clerk's window
 * @draft: the draft to be read
 *
 * Returns: (transfer none): the window on screen: filling the other display, or a window of its
 *   own where there is only one
 */
YcCitizenWindow *
yc_citizen_window_new (GtkWindow *clerk, YcCaseDraft *draft)
{
  YcCitizenWindow *self;
  g_autoptr (GdkMonitor) monitor = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (clerk), NULL);
  g_return_val_if_fail (YC_IS_CASE_DRAFT (draft), NULL);

  self = g_object_new (YC_TYPE_CITIZEN_WINDOW, "transient-for", clerk, "destroy-with-parent", TRUE,
                       "default-width", 1024, "default-height", 768, NULL);
  gtk_widget_set_visible (self->mark, gtk_widget_has_css_class (GTK_WIDGET (clerk), "demo"));
  monitor = find_other_monitor (clerk);
  yc_case_paper_set_draft (YC_CASE_PAPER (self->paper), draft);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->scroller);
  /* The clerk goes on typing; where the page covers the clerk's own, it takes the keys to be read. */
  if (monitor != NULL)
    gtk_window_present (clerk);

  return self;
}

/**
 * yc_citizen_window_set_draft:
 * @self: the window
 * @draft: the draft to be read
 */
void
yc_citizen_window_set_draft (YcCitizenWindow *self, YcCaseDraft *draft)
{
  g_return_if_fail (YC_IS_CITIZEN_WINDOW (self));

  yc_case_paper_set_draft (YC_CASE_PAPER (self->paper), draft);
}

/**
 * yc_citizen_window_follow:
 * @self: the window
 * @pointer: (nullable): JSON Pointer of the field that the clerk is in
 *
 * Brings the field on screen.
 */
void
yc_citizen_window_follow (YcCitizenWindow *self, const char *pointer)
{
  g_return_if_fail (YC_IS_CITIZEN_WINDOW (self));

  g_free (self->followed);
  self->followed = g_strdup (pointer);
  if (self->follow_id == 0 && pointer != NULL)
    self->follow_id = gtk_widget_add_tick_callback (self->paper, follow_cb, self, NULL);
}
