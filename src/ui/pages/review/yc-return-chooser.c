/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a case goes back: the reason, on whose side it is, and what it is about. */
#include "yc-return-chooser.h"

#include "yc-decision-target.h"
#include "yc-workplace.h"

struct _YcReturnChooser
{
  AdwBin parent_instance;

  GtkListBox  *reasons;
  GtkDropDown *cause;
  GtkDropDown *target;
};

enum
{
  CHANGED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void yc_return_chooser_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcReturnChooser, yc_return_chooser, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                      yc_return_chooser_workplace_init))

/* A reason knows on whose side the fault usually is and what it is about: offered, not forced. */
static void
reason_selected_cb (YcReturnChooser *self)
{
  YcReturnReason *reason = yc_return_chooser_get_reason (self);
  const char *const *fields = reason != NULL ? yc_return_reason_get_fields (reason) : NULL;
  /* The list is emptied also when the chooser goes away, without its other children then. */
  GListModel *targets = reason != NULL ? gtk_drop_down_get_model (self->target) : NULL;

  if (targets == NULL)
    return;
  gtk_drop_down_set_selected (self->cause, yc_return_reason_get_cause (reason) - 1);
  gtk_drop_down_set_selected (self->target,
                              yc_decision_target_find (targets,
                                                       fields != NULL ? fields[0] : NULL));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append_reason (YcReturnChooser *self, YcReturnReason *reason, guint number)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = g_strdup_printf ("%u  %s", number, yc_return_reason_get_title (reason));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yc_return_reason_get_title (reason), -1);
  g_object_set_data_full (G_OBJECT (row), "reason", g_object_ref (reason), g_object_unref);
  gtk_list_box_append (self->reasons, row);
}

static void
fill_reasons (YcReturnChooser *self, YcCatalog *catalog, YcItem *item)
{
  const char *const *codes = item != NULL ? yc_item_get_reason_codes (item) : NULL;
  GtkWidget *row;
  guint number = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_list_box_remove (self->reasons, row);
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      YcReturnReason *reason = yc_catalog_get_reason (catalog, codes[i]);

      if (reason != NULL)
        append_reason (self, reason, ++number);
    }
}

static void
fill_causes (YcReturnChooser *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < YC_N_CAUSES; i++)
    gtk_string_list_append (titles, yc_cause_get_title (i + 1));
  gtk_drop_down_set_model (self->cause, G_LIST_MODEL (titles));
}

static void
finished_cb (YcReturnChooser *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

/* Digits choose a reason; Tab leaves the list, where it would else walk through every row. */
static gboolean
key_pressed_cb (YcReturnChooser *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row;

  if (key == GDK_KEY_Tab)
    return gtk_widget_grab_focus (GTK_WIDGET (self->cause));
  if (key < GDK_KEY_1 || key > GDK_KEY_9 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  row = gtk_list_box_get_row_at_index (self->reasons, key - GDK_KEY_1);
  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->reasons, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

/* What is chosen is cut short rather than making the panel wider; the list shows it whole. */
static void
choice_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
choice_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_autofree char *title = NULL;

  g_object_get (gtk_list_item_get_item (list_item), "title", &title, NULL);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), title);
}

static gboolean
yc_return_chooser_begin (YcWorkplace *workplace)
{
  YcReturnChooser *self = YC_RETURN_CHOOSER (workplace);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->reasons, 0);

  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
yc_return_chooser_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_return_chooser_begin;
}

static void
yc_return_chooser_class_init (YcReturnChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  /**
   * YcReturnChooser::changed:
   *
   * Another reason is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * YcReturnChooser::finished:
   *
   * Enter was pressed on a reason.
   */
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/review/yc-return-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, YcReturnChooser, reasons);
  gtk_widget_class_bind_template_child (widget_class, YcReturnChooser, cause);
  gtk_widget_class_bind_template_child (widget_class, YcReturnChooser, target);
  gtk_widget_class_bind_template_callback (widget_class, reason_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_bind_cb);
}

static void
yc_return_chooser_init (YcReturnChooser *self)
{
  g_type_ensure (YC_TYPE_DECISION_TARGET);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_causes (self);
}

/**
 * yc_return_chooser_set_item:
 * @self: the chooser
 * @catalog: the catalog that the item's reasons are in
 * @item: (nullable): what the case is about
 * @a_case: (nullable): the case, for the variants of the materials that were handed in
 * @form: (nullable): the case's form
 *
 * Offers the item's reasons, its materials and the form's fields.
 */
void
yc_return_chooser_set_item (YcReturnChooser *self, YcCatalog *catalog, YcItem *item,
                            YcCase *a_case, YcForm *form)
{
  g_autoptr (GListModel) targets = NULL;

  g_return_if_fail (YC_IS_RETURN_CHOOSER (self));
  g_return_if_fail (YC_IS_CATALOG (catalog));

  targets = yc_decision_target_list (item, a_case, form);
  gtk_drop_down_set_model (self->target, targets);
  fill_reasons (self, catalog, item);
}

/**
 * yc_return_chooser_get_reason:
 * @self: the chooser
 *
 * Returns: (transfer none) (nullable): the reason that is chosen
 */
YcReturnReason *
yc_return_chooser_get_reason (YcReturnChooser *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (YC_IS_RETURN_CHOOSER (self), NULL);

  row = gtk_list_box_get_selected_row (self->reasons);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "reason") : NULL;
}

/**
 * yc_return_chooser_get_cause:
 * @self: the chooser
 *
 * Returns: on whose side the fault is
 */
YcCause
yc_return_chooser_get_cause (YcReturnChooser *self)
{
  g_return_val_if_fail (YC_IS_RETURN_CHOOSER (self), YC_CAUSE_CLERK);

  return (YcCause) (gtk_drop_down_get_selected (self->cause) + 1);
}

/**
 * yc_return_chooser_get_target:
 * @self: the chooser
 *
 * Returns: (transfer none) (nullable): JSON Pointer of a field or "materials/ID", %NULL for the
 *   case as a whole
 */
const char *
yc_return_chooser_get_target (YcReturnChooser *self)
{
  YcDecisionTarget *target;

  g_return_val_if_fail (YC_IS_RETURN_CHOOSER (self), NULL);

  target = gtk_drop_down_get_selected_item (self->target);

  return target != NULL ? yc_decision_target_get_pointer (target) : NULL;
}
