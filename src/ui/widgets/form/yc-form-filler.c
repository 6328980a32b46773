/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes the controls of a long form as one comes near them and drops those far away, so that it is
 * there at once however long it is, and keeps the focus in view while their heights settle.
 */
#include "yc-form-filler.h"

#include "yc-form-slot.h"

/* Forms up to this size are made whole, so that a screen reader can go through all of it. */
#define WHOLE_FIELDS 100

/* Of longer ones, the first screen is made at once: so many where its height is not known yet, and
 * rows of two in the least height there is. */
#define FIRST_FIELDS 20
#define LEAST_HEIGHT 60

/* Made on each side of the field with the focus, and kept at both ends, where Tab comes in. */
#define FIELDS_BESIDE 4
#define FIELDS_AT_END 2

/* How far around what is in sight controls are made, and how far they are kept, in its heights. */
#define NEAR_PAGES 0.5
#define FAR_PAGES 1.5

/* For a frame every 60th of a second the rest of its time is left to layout and painting. What is
 * not in sight takes less. */
#define SIGHT_US 9000
#define NEAR_US 4000

/* New controls need some frames until they have their final heights. */
#define FRAMES_TO_FOLLOW 5

#define MAX_KINDS 32

struct _YcFormFiller
{
  GtkWidget     *view;      /* not owned */
  GPtrArray     *slots;     /* YcFormSlot in order */
  GtkAdjustment *scrolled;  /* of the viewport around, nullable */
  gboolean       keeps_all;
  int            heights[MAX_KINDS]; /* of the first control of each kind of field */
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

/* Whether @slot is in sight or at most @pages away from it; without a viewport, all is in sight. */
static gboolean
is_within (YcFormFiller *self,
           GtkWidget    *slot,
           double        pages)
{
  double from, page, top, bottom;

  if (self->scrolled == NULL)
    return TRUE;
  from = gtk_adjustment_get_value (self->scrolled);
  page = gtk_adjustment_get_page_size (self->scrolled);
  return find_place (self, slot, &top, &bottom) && top < from + (1 + pages) * page &&
         bottom > from - pages * page;
}

static gboolean
is_at_end (YcFormFiller *self,
           guint         index)
{
  return index < FIELDS_AT_END || index + FIELDS_AT_END >= self->slots->len;
}

/* Makes what is at most @pages away from what is in sight, until the time is @deadline, but one at
 * least. Returns whether it has made any. */
static gboolean
fill (YcFormFiller *self,
      double        pages,
      gint64        deadline)
{
  gboolean filled = FALSE;

  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);

      if (yc_form_slot_is_filled (slot) ||
          (pages > 0 && (self->keeps_all || is_at_end (self, i))
               ? FALSE
               : !is_within (self, GTK_WIDGET (slot), pages)))
        continue;
      yc_form_slot_fill (slot);
      filled = TRUE;
      if (g_get_monotonic_time () > deadline)
        break;
    }
  return filled;
}

static void
empty_far (YcFormFiller *self)
{
  if (self->keeps_all || self->scrolled == NULL)
    return;
  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);

      if (yc_form_slot_is_filled (slot) && !is_at_end (self, i) &&
          !is_within (self, GTK_WIDGET (slot), FAR_PAGES))
        yc_form_slot_empty (slot);
    }
}

/* Those not made yet take the room of the first of their kind. */
static void
guess_heights (YcFormFiller *self,
               guint         kind,
               int           height)
{
  self->heights[kind] = height;
  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);

      if (yc_form_field_get_kind (yc_form_slot_get_field (slot)) == (YcFormFieldKind) kind)
        yc_form_slot_set_guess (slot, height);
    }
}

static void
learn_heights (YcFormFiller *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);
      guint kind = yc_form_field_get_kind (yc_form_slot_get_field (slot));
      int height = yc_form_slot_get_height (slot);

      if (height > 0 && kind < MAX_KINDS && self->heights[kind] == 0)
        guess_heights (self, kind, height);
    }
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

/* Once per frame, until everything near is there and has its place. What is in sight goes first, and
 * is there when what is near is begun. */
static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  YcFormFiller *self = user_data;
  gboolean laid_out = self->scrolled == NULL || gtk_adjustment_get_page_size (self->scrolled) > 0;
  gint64 now = g_get_monotonic_time ();

  if (self->n_follows > 0)
    follow_focus (self);
  if (!laid_out)
    return G_SOURCE_CONTINUE;
  empty_far (self);
  if (fill (self, 0, now + SIGHT_US))
    return G_SOURCE_CONTINUE;
  learn_heights (self);
  if (fill (self, NEAR_PAGES, now + NEAR_US))
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

/* How many fields, two in a row, what is in sight can have at most. */
static guint
count_first (YcFormFiller *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (self->view, GTK_TYPE_VIEWPORT);
  int height = viewport == NULL ? 0 : gtk_widget_get_height (viewport);

  return height == 0 ? FIRST_FIELDS : 2 * (guint) (height / LEAST_HEIGHT + 1);
}

/**
 * yc_form_filler_new:
 * @view: the widget that the form is in; it must outlive the filler
 * @slots: (element-type YcFormSlot): the places of its controls, in their order
 * @whole: whether all of them shall be made at once
 *
 * Returns: (transfer full): a filler that has made what is seen first
 */
YcFormFiller *
yc_form_filler_new (GtkWidget *view,
                    GPtrArray *slots,
                    gboolean   whole)
{
  YcFormFiller *self = g_new0 (YcFormFiller, 1);
  guint n;

  self->view = view;
  self->slots = g_ptr_array_ref (slots);
  self->keeps_all = whole || slots->len <= WHOLE_FIELDS;
  n = whole ? slots->len : count_first (self);
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

/**
 * yc_form_filler_get_settled:
 * @self: the filler
 *
 * Returns: whether the form has its place and everything in sight is there
 */
gboolean
yc_form_filler_get_settled (YcFormFiller *self)
{
  if (gtk_widget_get_height (self->view) == 0 || !gtk_widget_get_mapped (self->view))
    return FALSE;
  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);

      if (!yc_form_slot_is_filled (slot) && is_within (self, GTK_WIDGET (slot), 0))
        return FALSE;
    }
  return TRUE;
}
