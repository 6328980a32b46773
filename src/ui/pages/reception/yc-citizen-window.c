/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filled form in very large type for the citizen, on the second display where there is one.
 * It follows what is typed, so that both look at the same. */
#include "yc-citizen-window.h"

#include "yc-case-paper.h"

struct _YcCitizenWindow
{
  YcLargeWindow parent_instance;

  GtkWidget *paper;
  char      *followed;
  guint      follow_id;
};

G_DEFINE_FINAL_TYPE (YcCitizenWindow, yc_citizen_window, YC_TYPE_LARGE_WINDOW)

/* Brings a line into the upper half: what comes next is to be read, too. */
static void
scroll_to (YcCitizenWindow *self, GtkWidget *line)
{
  GtkWidget *around = yc_large_window_get_scroller (YC_LARGE_WINDOW (self));
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (around);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  double value = gtk_adjustment_get_value (adjustment);
  double height = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t place;

  if (!gtk_widget_compute_bounds (line, around, &place))
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

static void
yc_citizen_window_class_init (YcCitizenWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_citizen_window_finalize;
}

static void
yc_citizen_window_init (YcCitizenWindow *self)
{
  self->paper = yc_case_paper_new ();
  gtk_widget_add_css_class (self->paper, "huge");
  yc_large_window_set_child (YC_LARGE_WINDOW (self), self->paper);
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

  g_return_val_if_fail (GTK_IS_WINDOW (clerk), NULL);
  g_return_val_if_fail (YC_IS_CASE_DRAFT (draft), NULL);

  self = g_object_new (YC_TYPE_CITIZEN_WINDOW, NULL);
  yc_case_paper_set_draft (YC_CASE_PAPER (self->paper), draft);
  yc_large_window_open (YC_LARGE_WINDOW (self), clerk);

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
