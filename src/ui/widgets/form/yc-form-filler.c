/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes the controls of a long form as one comes near them, so that it is there at once however
 * long it is, and keeps the focus in view while their heights settle.
 */
#include "yc-form-filler.h"

#include "yc-form-slot.h"

/* Forms up to this size are made whole, so that a screen reader can go through all of it. */
#define WHOLE_FIELDS 100

/* Of longer ones, the first screen is made at once. */
#define FIRST_FIELDS 30

/* Made on each side of the field with the focus. */
#define FIELDS_BESIDE 4

/* New controls need some frames until they have their final heights. */
#define FRAMES_TO_FOLLOW 5

struct _YcFormFiller
{
  GtkWidget     *view;      /* not owned */
  GPtrArray     *slots;     /* YcFormSlot in order */
  GtkAdjustment *scrolled;  /* of the viewport around, nullable */
  guint          fill_id;   /* the tick callback that fills what has come near */
  guint          n_follows; /* frames for which it keeps the focus in view, too */
};

/* Where @slot is in what is scrolled, which is true before a new scroll position is laid out. The
 * padding around it, which nobody tells, counts as part of the slot. */
static gboolean
find_place (YcFormFiller *self,
            GtkWidget    *slot,
            double       *top,
            double       *bottom)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (self->view, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;
  GtkWidget *child;
  double padding;

  if (viewport == NULL || !gtk_widget_get_mapped (slot))
    return FALSE;
  child = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  if (!gtk_widget_compute_bounds (slot, child, &bounds))
    return FALSE;
  padding = gtk_adjustment_get_upper (self->scrolled) - gtk_widget_get_height (child);
  *top = bounds.origin.y;
  *bottom = bounds.origin.y + bounds.size.height + MAX (padding, 0);
  return TRUE;
}

static gboolean
is_near (YcFormFiller *self,
         GtkWidget    *slot)
{
  double from = gtk_adjustment_get_value (self->scrolled);
  double page = gtk_adjustment_get_page_size (self->scrolled);
  double top, bottom;

  return find_place (self, slot, &top, &bottom) && top < from + 2 * page && bottom > from - page;
}

static guint
fill_near (YcFormFiller *self)
{
  guint n_filled = 0;

  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);

      if (yc_form_slot_is_filled (slot) ||
          (self->scrolled != NULL && !is_near (self, GTK_WIDGET (slot))))
        continue;
      yc_form_slot_fill (slot);
      n_filled++;
    }
  return n_filled;
}

/* The viewport follows the focus by itself, but not to what was made a moment ago. Setting the value
 * also ends the animation to the wrong place that it has begun. */
static void
follow_focus (YcFormFiller *self)
{
  GtkWidget *slot = yc_form_slot_find_focus (self->view);
  double top, bottom, value, page;

  if (self->scrolled == NULL || slot == NULL || !find_place (self, slot, &top, &bottom))
    return;
  value = gtk_adjustment_get_value (self->scrolled);
  page = gtk_adjustment_get_page_size (self->scrolled);
  if (bottom - top <= page)
    gtk_adjustment_set_value (self->scrolled, CLAMP (value, bottom - page, top));
}

/* Once per frame, until everything near is there and has its place. */
static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  YcFormFiller *self = user_data;
  gboolean laid_out = self->scrolled == NULL || gtk_adjustment_get_page_size (self->scrolled) > 0;

  if (self->n_follows > 0)
    follow_focus (self);
  if (!laid_out || fill_near (self) > 0)
    return G_SOURCE_CONTINUE;
  if (self->n_follows > 0 && --self->n_follows > 0)
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_fill (YcFormFiller *self)
{
  if (self->fill_id == 0)
    self->fill_id = gtk_widget_add_tick_callback (self->view, fill_cb, self, NULL);
}

/**
 * yc_form_filler_new:
 * @view: the widget that the form is in; it must outlive the filler
 * @slots: (element-type YcFormSlot): the places of its controls, in their order
 *
 * Returns: (transfer full): a filler that has made what is seen first
 */
YcFormFiller *
yc_form_filler_new (GtkWidget *view,
                    GPtrArray *slots)
{
  YcFormFiller *self = g_new0 (YcFormFiller, 1);
  guint n = slots->len <= WHOLE_FIELDS ? slots->len : FIRST_FIELDS;

  self->view = view;
  self->slots = g_ptr_array_ref (slots);
  for (guint i = 0; i < slots->len; i++)
    {
      if (i < n)
        yc_form_slot_fill (g_ptr_array_index (slots, i));
      g_signal_connect_swapped (g_ptr_array_index (slots, i), "map", G_CALLBACK (queue_fill), self);
    }
  return self;
}

/**
 * yc_form_filler_free:
 * @self: the filler
 */
void
yc_form_filler_free (YcFormFiller *self)
{
  yc_form_filler_forget_scrolling (self);
  if (self->fill_id != 0)
    gtk_widget_remove_tick_callback (self->view, self->fill_id);
  for (guint i = 0; i < self->slots->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->slots, i), self);
  g_ptr_array_unref (self->slots);
  g_free (self);
}

/**
 * yc_form_filler_follow_scrolling:
 * @self: the filler
 *
 * Fills what comes near as the viewport around the view is scrolled.
 */
void
yc_form_filler_follow_scrolling (YcFormFiller *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (self->view, GTK_TYPE_VIEWPORT);

  yc_form_filler_forget_scrolling (self);
  if (viewport == NULL)
    return;
  g_set_object (&self->scrolled, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
  g_signal_connect_swapped (self->scrolled, "value-changed", G_CALLBACK (queue_fill), self);
  g_signal_connect_swapped (self->scrolled, "changed", G_CALLBACK (queue_fill), self);
}

/**
 * yc_form_filler_forget_scrolling:
 * @self: the filler
 *
 * To be called before the view leaves its viewport.
 */
void
yc_form_filler_forget_scrolling (YcFormFiller *self)
{
  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_data (self->scrolled, self);
  g_clear_object (&self->scrolled);
}

/**
 * yc_form_filler_fill_beside_focus:
 * @self: the filler
 *
 * Tab goes to what is there, so that what is beside the focus has to be.
 */
void
yc_form_filler_fill_beside_focus (YcFormFiller *self)
{
  GtkWidget *slot = yc_form_slot_find_focus (self->view);
  guint at;

  if (slot == NULL || !g_ptr_array_find (self->slots, slot, &at))
    return;
  for (guint i = at < FIELDS_BESIDE ? 0 : at - FIELDS_BESIDE;
       i <= at + FIELDS_BESIDE && i < self->slots->len; i++)
    yc_form_slot_fill (g_ptr_array_index (self->slots, i));
  self->n_follows = FRAMES_TO_FOLLOW;
  queue_fill (self);
}
