/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A form to be filled in. The view has no scroll bars of its own: it goes into a scrolled window,
 * which follows the focus.
 */
#include "yc-form-view.h"

#include <string.h>

#include "yc-form-categories.h"
#include "yc-form-editor.h"
#include "yc-form-flow.h"
#include "yc-form-slot.h"

#define MAX_COLUMNS 2

/* Forms up to this size are made whole, so that a screen reader can go through all of it. */
#define WHOLE_FIELDS 100

/* Of longer ones, the first screen is made at once. */
#define FIRST_FIELDS 30

/* Made on each side of the field with the focus. */
#define FIELDS_BESIDE 4

/* New controls need some frames until they have their final heights. */
#define FRAMES_TO_FOLLOW 5

struct _YcFormView
{
  GtkWidget      parent_instance;
  GtkWidget     *content;
  GPtrArray     *slots;         /* YcFormSlot in order, owned by the content */
  GtkAdjustment *scrolled;      /* of the viewport around, nullable */
  guint          fill_id;       /* the tick callback that fills what has come near */
  guint          n_follows;     /* frames for which it keeps the focus in view, too */
  YcForm        *form;
  YcFormField   *focus_field;
};

typedef enum
{
  PROP_FORM = 1,
  PROP_FOCUS_FIELD,
} YcFormViewProperty;

enum
{
  PAST_END,
  N_SIGNALS
};

static GParamSpec *properties[PROP_FOCUS_FIELD + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcFormView, yc_form_view, GTK_TYPE_WIDGET)

/* Filling: the controls near the view are made as one comes near. */

/* Where @slot is in what is scrolled, which is true before a new scroll position is laid out. The
 * padding around it, which nobody tells, counts as part of the slot. */
static gboolean
find_place (YcFormView *self,
            GtkWidget  *slot,
            double     *top,
            double     *bottom)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
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
is_near (YcFormView *self,
         GtkWidget  *slot)
{
  double from = gtk_adjustment_get_value (self->scrolled);
  double page = gtk_adjustment_get_page_size (self->scrolled);
  double top, bottom;

  return find_place (self, slot, &top, &bottom) && top < from + 2 * page && bottom > from - page;
}

static guint
fill_near (YcFormView *self)
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

static GtkWidget *
get_focus_slot (YcFormView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return gtk_widget_get_ancestor (focus, YC_TYPE_FORM_SLOT);
}

/* The viewport follows the focus by itself, but not to what was made a moment ago. Setting the value
 * also ends the animation to the wrong place that it has begun. */
static void
follow_focus (YcFormView *self)
{
  GtkWidget *slot = get_focus_slot (self);
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
  YcFormView *self = YC_FORM_VIEW (widget);
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
queue_fill (YcFormView *self)
{
  if (self->fill_id == 0)
    self->fill_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
}

/* Tab goes to what is there, so that what is beside the focus has to be. */
static void
fill_beside (YcFormView *self)
{
  GtkWidget *slot = get_focus_slot (self);
  guint at;

  if (slot == NULL || !g_ptr_array_find (self->slots, slot, &at))
    return;
  for (guint i = at < FIELDS_BESIDE ? 0 : at - FIELDS_BESIDE;
       i <= at + FIELDS_BESIDE && i < self->slots->len; i++)
    yc_form_slot_fill (g_ptr_array_index (self->slots, i));
  self->n_follows = FRAMES_TO_FOLLOW;
  queue_fill (self);
}

static void
fill_first (YcFormView *self)
{
  guint n = self->slots->len <= WHOLE_FIELDS ? self->slots->len : FIRST_FIELDS;

  for (guint i = 0; i < n; i++)
    yc_form_slot_fill (g_ptr_array_index (self->slots, i));
}

static void
forget_scrolling (YcFormView *self)
{
  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_data (self->scrolled, self);
  g_clear_object (&self->scrolled);
}

static void
follow_scrolling (YcFormView *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  forget_scrolling (self);
  if (viewport == NULL)
    return;
  g_set_object (&self->scrolled, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
  g_signal_connect_swapped (self->scrolled, "value-changed", G_CALLBACK (queue_fill), self);
  g_signal_connect_swapped (self->scrolled, "changed", G_CALLBACK (queue_fill), self);
}

/* Building */

static GtkWidget *create_element (YcFormView    *self,
                                  YcFormElement *element);

static gboolean
takes_whole_row (YcFormElement *element)
{
  YcFormField *field = yc_form_element_get_field (element);

  return field == NULL || yc_form_field_get_kind (field) == YC_FORM_FIELD_REPEATING ||
         yc_form_field_get_kind (field) == YC_FORM_FIELD_MULTILINE;
}

static void
visible_notify_cb (YcFormElement *element,
                   GParamSpec    *pspec,
                   GtkWidget     *widget)
{
  gtk_widget_set_visible (widget, yc_form_element_get_visible (element));
}

static GtkWidget *
create_flow (YcFormView    *self,
             YcFormElement *element)
{
  gboolean side_by_side = yc_form_element_get_kind (element) == YC_FORM_ELEMENT_HORIZONTAL;
  GListModel *children = yc_form_element_get_children (element);
  guint n = g_list_model_get_n_items (children);
  GtkWidget *flow = yc_form_flow_new (side_by_side ? MAX (n, MAX_COLUMNS) : MAX_COLUMNS);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      yc_form_flow_append (YC_FORM_FLOW (flow), create_element (self, child),
                           !side_by_side && takes_whole_row (child));
    }
  return flow;
}

static GtkWidget *
create_heading (const char *words)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", words, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (heading, "form-heading");
  return heading;
}

static GtkWidget *
create_group (YcFormView    *self,
              YcFormElement *element)
{
  const char *title = yc_form_element_get_title (element);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  gtk_widget_add_css_class (box, "form-group");
  if (title != NULL)
    {
      gtk_box_append (GTK_BOX (box), create_heading (title));
      gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      -1);
    }
  gtk_box_append (GTK_BOX (box), create_flow (self, element));
  return box;
}

static GtkWidget *
create_label (YcFormElement *element)
{
  GtkWidget *label = gtk_label_new (yc_form_element_get_title (element));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "form-label");
  return label;
}

static GtkWidget *
create_categories (YcFormView    *self,
                   YcFormElement *element)
{
  GtkWidget *categories = yc_form_categories_new ();
  GListModel *children = yc_form_element_get_children (element);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      yc_form_categories_add (YC_FORM_CATEGORIES (categories), child, create_flow (self, child));
    }
  return categories;
}

static GtkWidget *
create_slot (YcFormView    *self,
             YcFormElement *element)
{
  GtkWidget *slot = yc_form_slot_new (element);

  g_ptr_array_add (self->slots, slot);
  g_signal_connect_swapped (slot, "map", G_CALLBACK (queue_fill), self);
  return slot;
}

static GtkWidget *
create_widget (YcFormView    *self,
               YcFormElement *element)
{
  switch (yc_form_element_get_kind (element))
    {
    case YC_FORM_ELEMENT_CONTROL:
      return create_slot (self, element);
    case YC_FORM_ELEMENT_LABEL:
      return create_label (element);
    case YC_FORM_ELEMENT_GROUP:
      return create_group (self, element);
    case YC_FORM_ELEMENT_CATEGORIZATION:
      return create_categories (self, element);
    case YC_FORM_ELEMENT_VERTICAL:
    case YC_FORM_ELEMENT_HORIZONTAL:
    case YC_FORM_ELEMENT_CATEGORY:
    default:
      return create_flow (self, element);
    }
}

static GtkWidget *
create_element (YcFormView    *self,
                YcFormElement *element)
{
  GtkWidget *widget = create_widget (self, element);

  g_signal_connect_object (element, "notify::visible", G_CALLBACK (visible_notify_cb), widget, 0);
  visible_notify_cb (element, NULL, widget);
  return widget;
}

static void
clear (YcFormView *self)
{
  g_ptr_array_set_size (self->slots, 0);
  g_clear_pointer (&self->content, gtk_widget_unparent);
}

static void
build (YcFormView *self)
{
  clear (self);
  if (self->form == NULL)
    return;
  self->content = create_element (self, yc_form_get_root (self->form));
  fill_first (self);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

/* Focus */

static void
set_focus_field (YcFormView  *self,
                 YcFormField *field)
{
  if (g_set_object (&self->focus_field, field))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS_FIELD]);
}

static void
focus_widget_notify_cb (GtkRoot    *root,
                        GParamSpec *pspec,
                        YcFormView *self)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focus = NULL;
  fill_beside (self);
  set_focus_field (self, yc_form_editor_find_field (focus));
}

static void
yc_form_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_form_view_parent_class)->root (widget);
  follow_scrolling (YC_FORM_VIEW (widget));
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (gtk_widget_get_root (widget)),
                                    "focus-widget") != NULL)
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                             G_CALLBACK (focus_widget_notify_cb), widget, 0);
}

static void
yc_form_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_widget_notify_cb,
                                        widget);
  forget_scrolling (YC_FORM_VIEW (widget));
  GTK_WIDGET_CLASS (yc_form_view_parent_class)->unroot (widget);
}

/* Shows the page that a control is on. */
static void
reveal (GtkWidget *widget)
{
  GtkWidget *categories = gtk_widget_get_ancestor (widget, YC_TYPE_FORM_CATEGORIES);

  if (categories == NULL)
    return;
  reveal (gtk_widget_get_parent (categories));
  yc_form_categories_reveal (YC_FORM_CATEGORIES (categories), widget);
}

static gboolean
focus_slot (YcFormView *self,
            guint       index)
{
  GtkWidget *slot = g_ptr_array_index (self->slots, index);

  if (!gtk_widget_is_visible (slot) ||
      !yc_form_control_focus (yc_form_slot_fill (YC_FORM_SLOT (slot))))
    return FALSE;
  reveal (slot);
  return TRUE;
}

/* Goes through the fields in their own order and not by where they are: what a rule has shown a
 * moment ago has no place yet, and a fast typist is there already. */
static gboolean
step (YcFormView *self,
      int         by)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *slot = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, YC_TYPE_FORM_SLOT);
  int n = (int) self->slots->len;
  guint at;

  if (slot == NULL || !g_ptr_array_find (self->slots, slot, &at))
    return FALSE;
  for (int i = (int) at + by; i >= 0 && i < n; i += by)
    {
      if (focus_slot (self, (guint) i))
        return TRUE;
    }
  return FALSE;
}

/* Ctrl+Z and Ctrl+Shift+Z; in the bubble phase, below an input method that is composing. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormView            *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean back = modifiers == GDK_CONTROL_MASK;
  g_autofree char *pointer = NULL;

  if ((key != GDK_KEY_z && key != GDK_KEY_Z) || self->form == NULL ||
      (!back && modifiers != (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    return GDK_EVENT_PROPAGATE;
  if (back ? yc_form_undo (self->form, &pointer) : yc_form_redo (self->form, &pointer))
    yc_form_view_focus_pointer (self, pointer);
  return GDK_EVENT_STOP;
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  if (!step (YC_FORM_VIEW (widget), 1))
    g_signal_emit (widget, signals[PAST_END], 0);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  step (YC_FORM_VIEW (widget), -1);
}

/* Object */

static void
yc_form_view_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  YcFormView *self = YC_FORM_VIEW (object);

  switch ((YcFormViewProperty) prop_id)
    {
    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;
    case PROP_FOCUS_FIELD:
      g_value_set_object (value, self->focus_field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_form_view_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  YcFormView *self = YC_FORM_VIEW (object);

  switch ((YcFormViewProperty) prop_id)
    {
    case PROP_FORM:
      yc_form_view_set_form (self, g_value_get_object (value));
      break;
    case PROP_FOCUS_FIELD:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_form_view_dispose (GObject *object)
{
  YcFormView *self = YC_FORM_VIEW (object);

  forget_scrolling (self);
  if (self->fill_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fill_id);
  self->fill_id = 0;
  if (self->slots != NULL)
    clear (self);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_object (&self->form);
  g_clear_object (&self->focus_field);
  G_OBJECT_CLASS (yc_form_view_parent_class)->dispose (object);
}

static void
yc_form_view_class_init (YcFormViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yc_form_view_get_property;
  object_class->set_property = yc_form_view_set_property;
  object_class->dispose = yc_form_view_dispose;
  widget_class->root = yc_form_view_root;
  widget_class->unroot = yc_form_view_unroot;

  properties[PROP_FORM] =
      g_param_spec_object ("form", NULL, NULL, YC_TYPE_FORM,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOCUS_FIELD] =
      g_param_spec_object ("focus-field", NULL, NULL, YC_TYPE_FORM_FIELD,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * YcFormView::past-end:
   *
   * Enter was pressed in the last field.
   */
  signals[PAST_END] = g_signal_new ("past-end", YC_TYPE_FORM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
  gtk_widget_class_install_action (widget_class, "form.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "form.previous", NULL, previous_cb);
}

static void
yc_form_view_init (YcFormView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->slots = g_ptr_array_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * yc_form_view_new:
 *
 * Returns: a view without a form
 */
GtkWidget *
yc_form_view_new (void)
{
  return g_object_new (YC_TYPE_FORM_VIEW, NULL);
}

/**
 * yc_form_view_get_form:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is filled in
 */
YcForm *
yc_form_view_get_form (YcFormView *self)
{
  g_return_val_if_fail (YC_IS_FORM_VIEW (self), NULL);

  return self->form;
}

/**
 * yc_form_view_set_form:
 * @self: a view
 * @form: (nullable): what shall be filled in
 *
 * Shows another form.
 */
void
yc_form_view_set_form (YcFormView *self,
                       YcForm     *form)
{
  g_return_if_fail (YC_IS_FORM_VIEW (self));
  g_return_if_fail (form == NULL || YC_IS_FORM (form));

  if (!g_set_object (&self->form, form))
    return;
  build (self);
  if (form != NULL && yc_form_get_title (form) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    yc_form_get_title (form), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
}

/**
 * yc_form_view_get_focus_field:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the field with the focus, for help beside the form
 */
YcFormField *
yc_form_view_get_focus_field (YcFormView *self)
{
  g_return_val_if_fail (YC_IS_FORM_VIEW (self), NULL);

  return self->focus_field;
}

/**
 * yc_form_view_focus_first:
 * @self: a view
 *
 * Returns: whether there is a field that could take the focus
 */
gboolean
yc_form_view_focus_first (YcFormView *self)
{
  g_return_val_if_fail (YC_IS_FORM_VIEW (self), FALSE);

  for (guint i = 0; i < self->slots->len; i++)
    {
      if (focus_slot (self, i))
        return TRUE;
    }
  return FALSE;
}

/**
 * yc_form_view_focus_first_error:
 * @self: a view
 *
 * Checks the form, lets all errors show, and goes to the first field that has one.
 *
 * Returns: whether there was one
 */
gboolean
yc_form_view_focus_first_error (YcFormView *self)
{
  g_autoptr (GListModel) problems = NULL;

  g_return_val_if_fail (YC_IS_FORM_VIEW (self), FALSE);

  if (self->form == NULL)
    return FALSE;
  problems = yc_form_check (self->form);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, i);
      YcFormField *field = yc_form_problem_get_field (problem);

      if (field != NULL && yc_form_view_focus_pointer (self, yc_form_field_get_pointer (field)))
        return TRUE;
    }
  return FALSE;
}

/* Whether @pointer is the slot's field or inside of it. */
static gboolean
leads_to (YcFormSlot *slot,
          const char *pointer)
{
  const char *own = yc_form_field_get_pointer (yc_form_slot_get_field (slot));
  gsize length = strlen (own);

  return strncmp (pointer, own, length) == 0 &&
         (pointer[length] == '\0' || pointer[length] == '/');
}

/**
 * yc_form_view_focus_pointer:
 * @self: a view
 * @pointer: a JSON Pointer into the form's data, such as "/tenants/0/name"
 *
 * Goes to a field or to a cell of a table.
 *
 * Returns: whether there is such a field and it took the focus
 */
gboolean
yc_form_view_focus_pointer (YcFormView *self,
                            const char *pointer)
{
  g_return_val_if_fail (YC_IS_FORM_VIEW (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);

      if (!leads_to (slot, pointer) || !gtk_widget_is_visible (GTK_WIDGET (slot)) ||
          !yc_form_control_focus_pointer (yc_form_slot_fill (slot), pointer))
        continue;
      reveal (GTK_WIDGET (slot));
      return TRUE;
    }
  return FALSE;
}

/**
 * yc_form_view_mark:
 * @self: a view
 * @pointer: (nullable): a JSON Pointer into the form's data; %NULL takes all marks away
 * @words: (nullable): what a reviewer said about the field; %NULL takes its mark away
 *
 * Shows under a field, or under the table that it is in, why the case came back.
 */
void
yc_form_view_mark (YcFormView *self,
                   const char *pointer,
                   const char *words)
{
  g_return_if_fail (YC_IS_FORM_VIEW (self));

  for (guint i = 0; i < self->slots->len; i++)
    {
      YcFormSlot *slot = g_ptr_array_index (self->slots, i);

      if (pointer == NULL)
        yc_form_slot_set_remark (slot, NULL);
      else if (leads_to (slot, pointer))
        yc_form_slot_set_remark (slot, words);
    }
}
