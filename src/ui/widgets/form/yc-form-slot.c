/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The place of a control in a long form. A control is a dozen widgets; a thousand of them would
 * take a second to make, so that a slot takes their room until somebody comes near. In a flow it is
 * a widget among the others only while it is filled.
 */
#include "yc-form-slot.h"

#include "yc-form-flow.h"



/* What a control of one line takes, until one of its kind has been seen. */
#define ESTIMATED_HEIGHT 77
#define ESTIMATED_AREA_HEIGHT 102
#define ESTIMATED_TABLE_HEIGHT 154

struct _YcFormSlot
{
  GtkWidget      parent_instance;
  GtkWidget     *control;       /* NULL until the slot is filled */
  YcFormElement *element;
  char          *remark;
  int            height;        /* of the control when it was measured last, 0 for never */
  int            guess;         /* while it was never measured */
  GtkWidget     *flow;          /* not owned; NULL outside of a flow */
  int            top;           /* where the flow has put it */
  int            room;
};

G_DEFINE_FINAL_TYPE (YcFormSlot, yc_form_slot, GTK_TYPE_WIDGET)

static int
estimate_height (const YcFormSlot *self)
{
  YcFormFieldKind kind = yc_form_field_get_kind (yc_form_element_get_field (self->element));

  if (self->height > 0 || self->guess > 0)
    return self->height > 0 ? self->height : self->guess;
  if (kind == YC_FORM_FIELD_REPEATING)
    return ESTIMATED_TABLE_HEIGHT;
  return kind == YC_FORM_FIELD_MULTILINE ? ESTIMATED_AREA_HEIGHT : ESTIMATED_HEIGHT;
}

static void
yc_form_slot_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  YcFormSlot *self = YC_FORM_SLOT (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (self->control != NULL)
    gtk_widget_measure (self->control, orientation, for_size, minimum, natural, NULL, NULL);
  if (self->control != NULL && orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    self->height = *natural;
  else if (self->control == NULL)
    *minimum = *natural =
        orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : estimate_height (self);
}

static void
yc_form_slot_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  YcFormSlot *self = YC_FORM_SLOT (widget);

  if (self->control != NULL)
    gtk_widget_allocate (self->control, width, height, baseline, NULL);
}

static GtkSizeRequestMode
yc_form_slot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
queue_room (YcFormSlot *self)
{
  gtk_widget_queue_resize (self->flow != NULL ? self->flow : GTK_WIDGET (self));
}

static void
yc_form_slot_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_form_slot_parent_class)->show (widget);
  queue_room (YC_FORM_SLOT (widget));
}

static void
yc_form_slot_hide (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_form_slot_parent_class)->hide (widget);
  queue_room (YC_FORM_SLOT (widget));
}

static void
yc_form_slot_dispose (GObject *object)
{
  YcFormSlot *self = YC_FORM_SLOT (object);

  g_clear_pointer (&self->control, gtk_widget_unparent);
  g_clear_pointer (&self->remark, g_free);
  g_clear_object (&self->element);
  G_OBJECT_CLASS (yc_form_slot_parent_class)->dispose (object);
}

static void
yc_form_slot_class_init (YcFormSlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_slot_dispose;
  widget_class->measure = yc_form_slot_measure;
  widget_class->size_allocate = yc_form_slot_size_allocate;
  widget_class->get_request_mode = yc_form_slot_get_request_mode;
  widget_class->show = yc_form_slot_show;
  widget_class->hide = yc_form_slot_hide;
  gtk_widget_class_set_css_name (widget_class, "formslot");
}

static void
yc_form_slot_init (YcFormSlot *self)
{
}

/**
 * yc_form_slot_new:
 * @element: a control of a form's layout
 *
 * Returns: an empty slot
 */
GtkWidget *
yc_form_slot_new (YcFormElement *element)
{
  YcFormSlot *self = g_object_new (YC_TYPE_FORM_SLOT, NULL);

  self->element = g_object_ref (element);
  return GTK_WIDGET (self);
}

/**
 * yc_form_slot_get_element:
 * @self: a slot
 *
 * Returns: (transfer none): the control of the layout that it is for
 */
YcFormElement *
yc_form_slot_get_element (YcFormSlot *self)
{
  g_return_val_if_fail (YC_IS_FORM_SLOT (self), NULL);

  return self->element;
}

/**
 * yc_form_slot_get_field:
 * @self: a slot
 *
 * Returns: (transfer none): the field of its control, there or not
 */
YcFormField *
yc_form_slot_get_field (YcFormSlot *self)
{
  g_return_val_if_fail (YC_IS_FORM_SLOT (self), NULL);

  return yc_form_element_get_field (self->element);
}

/**
 * yc_form_slot_is_filled:
 * @self: a slot
 *
 * Returns: whether its control is there
 */
gboolean
yc_form_slot_is_filled (YcFormSlot *self)
{
  g_return_val_if_fail (YC_IS_FORM_SLOT (self), FALSE);

  return self->control != NULL;
}

/**
 * yc_form_slot_fill:
 * @self: a slot
 *
 * Makes the control if it is not there yet.
 *
 * Returns: (transfer none): the control
 */
YcFormControl *
yc_form_slot_fill (YcFormSlot *self)
{
  g_return_val_if_fail (YC_IS_FORM_SLOT (self), NULL);

  if (self->control == NULL)
    {
      self->control = yc_form_control_new (self->element);
      yc_form_control_set_remark (YC_FORM_CONTROL (self->control), self->remark);
      gtk_widget_set_parent (self->control, GTK_WIDGET (self));
      if (self->flow != NULL)
        yc_form_flow_take_in (YC_FORM_FLOW (self->flow), GTK_WIDGET (self));
    }
  return YC_FORM_CONTROL (self->control);
}

/**
 * yc_form_slot_empty:
 * @self: a slot
 *
 * Drops the control, unless it is in use or has more to it than its field. It keeps its room.
 */
void
yc_form_slot_empty (YcFormSlot *self)
{
  g_return_if_fail (YC_IS_FORM_SLOT (self));

  if (self->control == NULL || self->height == 0 ||
      gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL ||
      yc_form_control_is_nest (YC_FORM_CONTROL (self->control)))
    return;
  g_clear_pointer (&self->control, gtk_widget_unparent);
  if (self->flow != NULL)
    gtk_widget_unparent (GTK_WIDGET (self));
}

/**
 * yc_form_slot_get_height:
 * @self: a slot
 *
 * Returns: the height of the control in px when it was measured last; 0 if it never was
 */
int
yc_form_slot_get_height (YcFormSlot *self)
{
  g_return_val_if_fail (YC_IS_FORM_SLOT (self), 0);

  return self->height;
}

/**
 * yc_form_slot_set_guess:
 * @self: a slot
 * @height: the height in px that its control will have
 *
 * Of a control of its kind that was seen already, so that nothing jumps when it is made.
 */
void
yc_form_slot_set_guess (YcFormSlot *self,
                        int         height)
{
  int before;

  g_return_if_fail (YC_IS_FORM_SLOT (self));

  before = estimate_height (self);
  self->guess = height;
  if (self->control == NULL && estimate_height (self) != before)
    queue_room (self);
}

/**
 * yc_form_slot_get_room:
 * @self: a slot that is not filled
 *
 * Returns: the height in px that it takes
 */
int
yc_form_slot_get_room (YcFormSlot *self)
{
  return estimate_height (self);
}

/**
 * yc_form_slot_set_flow:
 * @self: a slot
 * @flow: (nullable): the #YcFormFlow that it is in
 */
void
yc_form_slot_set_flow (YcFormSlot *self,
                       GtkWidget  *flow)
{
  self->flow = flow;
}

/**
 * yc_form_slot_get_flow:
 * @self: a slot
 *
 * Returns: (transfer none): the widget that yc_form_slot_get_place() is about: the flow, or the slot
 *   itself where there is none
 */
GtkWidget *
yc_form_slot_get_flow (YcFormSlot *self)
{
  return self->flow != NULL ? self->flow : GTK_WIDGET (self);
}

/**
 * yc_form_slot_set_place:
 * @self: a slot in a flow
 * @top: where it begins in the flow, in px
 * @room: its height in px
 *
 * Returns: whether that is another place than before
 */
gboolean
yc_form_slot_set_place (YcFormSlot *self,
                        int         top,
                        int         room)
{
  gboolean moved = self->top != top || self->room != room;

  self->top = top;
  self->room = room;
  return moved;
}

/**
 * yc_form_slot_get_place:
 * @self: a slot
 * @top: (out): where it begins in its flow, in px
 * @room: (out): its height in px, 0 if it has no place yet
 */
void
yc_form_slot_get_place (YcFormSlot *self,
                        int        *top,
                        int        *room)
{
  *top = self->flow == NULL ? 0 : self->top;
  *room = self->flow == NULL ? gtk_widget_get_height (GTK_WIDGET (self)) : self->room;
}

/**
 * yc_form_slot_set_remark:
 * @self: a slot
 * @words: (nullable): what a reviewer said about the field
 */
void
yc_form_slot_set_remark (YcFormSlot *self,
                         const char *words)
{
  g_return_if_fail (YC_IS_FORM_SLOT (self));

  g_free (self->remark);
  self->remark = g_strdup (words);
  if (self->control != NULL)
    yc_form_control_set_remark (YC_FORM_CONTROL (self->control), words);
}

/**
 * yc_form_slot_add_remark:
 * @self: a slot
 * @words: what else was said about the field, or about something in its rows
 */
void
yc_form_slot_add_remark (YcFormSlot *self,
                         const char *words)
{
  g_autofree char *all = NULL;

  g_return_if_fail (YC_IS_FORM_SLOT (self));
  g_return_if_fail (words != NULL);

  all = self->remark == NULL ? g_strdup (words) : g_strconcat (self->remark, "\n", words, NULL);
  yc_form_slot_set_remark (self, all);
}

/**
 * yc_form_slot_find_focus:
 * @view: where to look
 *
 * Returns: (transfer none) (nullable): the slot of @view that has the focus, or has the slot inside
 *   that does
 */
GtkWidget *
yc_form_slot_find_focus (GtkWidget *view)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *at = root == NULL ? NULL : gtk_root_get_focus (root);
  GtkWidget *outermost = NULL;

  for (; at != NULL && at != view; at = gtk_widget_get_parent (at))
    {
      if (YC_IS_FORM_SLOT (at))
        outermost = at;
    }
  return at == view ? outermost : NULL;
}
