/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes the controls of a long form as one comes near them and drops those far away, so that it is
 * there at once however long it is, and keeps the focus in view while their heights settle.
 */
#include "yc-form-filler.h"

#include "yc-form-flow.h"
#include "yc-form-slot.h"

/* Forms up to this size are made whole, so that a screen reader can go through all of it. */
#define WHOLE_FIELDS 100

/* Of longer ones, the first screen is made at once: so many where its height is not known yet, and
 * rows of two in the least height there is. */
#define FIRST_FIELDS 20
#define LEAST_HEIGHT 70

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
  GPtrArray     *flows;     /* what they are in, in order; owned */
  GtkAdjustment *scrolled;  /* of the viewport around, nullable */
  gboolean       keeps_all;
  gboolean       placed;    /* the form has been laid out */
  int            heights[MAX_KINDS]; /* of the first control of each kind of field */
  guint          fill_id;   /* the tick callback that fills what has come near */
  guint          n_follows; /* frames for which it keeps the focus in view, too */
};

/* What is scrolled, for looking at all slots in turn. */
typedef struct
{
  GtkWidget *child;     /* of the viewport, nullable */
  double     padding;   /* around the form, which nobody tells */
  double     from;      /* what is in sight */
  double     page;
  GtkWidget *flow;      /* of the slot looked at last */
  double     top;       /* of that flow in the child */
  gboolean   on_screen;
} Sight;

static void
begin_sight (YcFormFiller *self,
             Sight        *sight)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (self->view, GTK_TYPE_VIEWPORT);

  *sight = (Sight) { NULL };
  if (viewport == NULL || self->scrolled == NULL)
    return;
  sight->child = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  sight->padding = MAX (0, gtk_adjustment_get_upper (self->scrolled) -
                               gtk_widget_get_height (sight->child));
  sight->from = gtk_adjustment_get_value (self->scrolled);
  sight->page = gtk_adjustment_get_page_size (self->scrolled);
}

static void
look_at_flow (Sight     *sight,
              GtkWidget *flow)
{
  graphene_rect_t bounds;

  sight->flow = flow;
  sight->on_screen =
      gtk_widget_get_mapped (flow) && gtk_widget_compute_bounds (flow, sight->child, &bounds);
  sight->top = sight->on_screen ? bounds.origin.y : 0;
}

/* Where @slot is in what is scrolled, which is true before a new scroll position is laid out. The
 * padding around it counts as part of the slot. */
static gboolean
find_place (Sight      *sight,
            YcFormSlot *slot,
            double     *top,
            double     *bottom)
{
  GtkWidget *flow = yc_form_slot_get_flow (slot);
  int begin, room;

  if (sight->child == NULL || !gtk_widget_get_visible (GTK_WIDGET (slot)))
    return FALSE;
  if (flow != sight->flow)
    look_at_flow (sight, flow);
  yc_form_slot_get_place (slot, &begin, &room);
  *top = sight->top + begin;
  *bottom = *top + room + sight->padding;
  return sight->on_screen && room > 0;
}

/* Whether @slot is in sight or at most @pages away from it; without a viewport, all is in sight. */
static gboolean
is_within (Sight      *sight,
           YcFormSlot *slot,
           double      pages)
{
  double top, bottom;

  if (sight->child == NULL)
    return TRUE;
  return find_place (sight, slot, &top, &bottom) &&
         top < sight->from + (1 + pages) * sight->page &&
         bottom > sight->from - pages * sight->page;
}

/* What was made a moment ago has no place yet and is not far. */
static gboolean
is_far (Sight      *sight,
        YcFormSlot *slot)
{
  int top, room;

  yc_form_slot_get_place (slot, &top, &room);
  return room > 0 && !is_within (sight, slot, FAR_PAGES);
}

static gboolean
is_at_end (YcFormFiller *self,
           guint         index)
{
  return index < FIELDS_AT_END || index + FIELDS_AT_END >= self->slots->len;
}

/* Whether @slot is wanted when looking as far as @pages. */
static gboolean
is_wanted (YcFormFiller *self,
           Sight        *sight,
           guint         index,
           double        pages)
{
  return (pages > 0 && (self->keeps_all || is_at_end (self, index))) ||
         is_within (sight, g_ptr_array_index (self->slots, index), pages);
}

/* Makes what is at most @pages away from what is in sight, until the time is @deadline, but one at
 * least. Returns whether it has made any. */
static gboolean
fill (YcFormFiller *self,
      double        pages,
      gint64        deadline)
{
  gboolean filled = FALSE;
  Sight sight;

  begin_sight (self, &sight);
  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);

      if (yc_form_slot_is_filled (slot) || !is_wanted (self, &sight, i, pages))
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
  Sight sight;

  if (self->keeps_all || self->scrolled == NULL)
    return;
  begin_sight (self, &sight);
  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);

      if (yc_form_slot_is_filled (slot) && !is_at_end (self, i) && is_far (&sight, slot))
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
  double top, bottom;
  Sight sight;

  begin_sight (self, &sight);
  if (slot == NULL || !find_place (&sight, YC_FORM_SLOT (slot), &top, &bottom))
    return;
  if (bottom - top <= sight.page)
    gtk_adjustment_set_value (self->scrolled, CLAMP (sight.from, bottom - sight.page, top));
}

/* Once per frame, until everything near is there and has its place. What is in sight goes first, and
 * is there when what is near is begun. */
static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  YcFormFiller *self = user_data;
  gint64 now = g_get_monotonic_time ();

  if (self->n_follows > 0)
    follow_focus (self);
  if (!self->placed)
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

/* A flow comes on screen before it has its place. */
static gboolean
has_places (YcFormFiller *self)
{
  int top, room = 0;

  for (guint i = 0; i < self->slots->len && room == 0; i++)
    yc_form_slot_get_place (g_ptr_array_index (self->slots, i), &top, &room);
  return room > 0;
}

static void
placed_cb (YcFormFiller *self)
{
  self->placed = self->placed || has_places (self);
  queue_fill (self);
}

/* A slot outside of a flow tells when it comes on screen itself. */
static void
follow_flow (YcFormFiller *self,
             GtkWidget    *flow)
{
  if (self->flows->len > 0 && g_ptr_array_index (self->flows, self->flows->len - 1) == flow)
    return;
  g_ptr_array_add (self->flows, g_object_ref (flow));
  g_signal_connect_swapped (flow, YC_IS_FORM_FLOW (flow) ? "rearranged" : "map",
                            G_CALLBACK (placed_cb), self);
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
  self->flows = g_ptr_array_new_with_free_func (g_object_unref);
  self->keeps_all = whole || slots->len <= WHOLE_FIELDS;
  n = whole ? slots->len : count_first (self);
  for (guint i = 0; i < slots->len; i++)
    {
      if (i < n)
        yc_form_slot_fill (g_ptr_array_index (slots, i));
    }
  for (guint i = 0; i < slots->len; i++)
    follow_flow (self, yc_form_slot_get_flow (g_ptr_array_index (slots, i)));
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
  for (guint i = 0; i < self->flows->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->flows, i), self);
  g_ptr_array_unref (self->flows);
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
  Sight sight;

  if ((!self->placed && self->slots->len > 0) || !gtk_widget_get_mapped (self->view))
    return FALSE;
  begin_sight (self, &sight);
  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);

      if (!yc_form_slot_is_filled (slot) && is_within (&sight, slot, 0))
        return FALSE;
    }
  return TRUE;
}
