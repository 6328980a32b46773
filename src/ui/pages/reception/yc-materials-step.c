/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check-list of materials, ticked by the keyboard. */
#include "yc-materials-step.h"

#include "yc-material-row.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

struct _YcMaterialsStep
{
  GtkWidget parent_instance;

  GtkWidget   *scroller;
  GtkLabel    *count;
  GtkWidget   *all;
  GtkWidget   *list;
  GtkWidget   *nothing;
  YcCaseDraft *draft;
};

enum
{
  FOCUSED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void yc_materials_step_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcMaterialsStep, yc_materials_step, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                      yc_materials_step_workplace_init))

static YcMaterialRow *
get_row (YcMaterialsStep *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);

  return row != NULL ? YC_MATERIAL_ROW (row) : NULL;
}

static YcMaterialRow *
get_focused_row (YcMaterialsStep *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->list))
    return NULL;

  return YC_IS_MATERIAL_ROW (focus)
             ? YC_MATERIAL_ROW (focus)
             : YC_MATERIAL_ROW (gtk_widget_get_ancestor (focus, YC_TYPE_MATERIAL_ROW));
}

static void
show_count (YcMaterialsStep *self)
{
  guint n = yc_case_draft_get_n_materials_missing (self->draft);
  guint total = g_list_model_get_n_items (yc_case_draft_get_materials (self->draft));
  g_autofree char *words = NULL;

  if (n == 0)
    words = g_strdup_printf (ngettext ("%u material, nothing is missing",
                                       "%u materials, nothing is missing", total),
                             total);
  else
    words = g_strdup_printf (ngettext ("%u material, %u still missing",
                                       "%u materials, %u still missing", total),
                             total, n);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_sensitive (self->all, n > 0 && yc_case_draft_get_editable (self->draft));
  gtk_widget_set_sensitive (self->list, yc_case_draft_get_editable (self->draft));
  gtk_widget_set_visible (self->nothing, total == 0);
  gtk_widget_set_visible (self->list, total > 0);
}

static void
focus_next (YcMaterialsStep *self, YcMaterialRow *row)
{
  YcMaterialRow *next = get_row (self,
                                 gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else
    g_signal_emit (self, signals[FINISHED], 0);
}

static gboolean
set_status (YcMaterialRow *row, YcMaterialStatus status)
{
  YcDraftMaterial *material = yc_material_row_get_material (row);

  if (!yc_draft_material_allows (material, status))
    return FALSE;

  yc_draft_material_set_status (material, status);

  return TRUE;
}

/* Everything that is asked for in every case. */
static void
mark_all (YcMaterialsStep *self)
{
  YcMaterialRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (yc_material_row_get_lacking (row))
      set_status (row, YC_MATERIAL_COMPLETE);
}

static void
all_cb (YcMaterialsStep *self)
{
  if (self->draft != NULL && yc_case_draft_get_editable (self->draft))
    mark_all (self);
}

/* No text is typed here, so that bare keys are free: Space ticks, a digit says how, Enter goes on. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcMaterialsStep *self)
{
  static const YcMaterialStatus by_digit[] = {
    YC_MATERIAL_MISSING, YC_MATERIAL_COMPLETE, YC_MATERIAL_FETCHED, YC_MATERIAL_TOLERATED,
  };
  YcMaterialRow *row = get_focused_row (self);
  guint32 character = gdk_keyval_to_unicode (key);

  if (row == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (character >= '0' && character <= '3')
    {
      if (set_status (row, by_digit[character - '0']) && character != '0')
        focus_next (self, row);
      return GDK_EVENT_STOP;
    }
  if (character == 'a' || character == 'A')
    {
      mark_all (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_space)
    {
      yc_material_row_toggle (row);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      focus_next (self, row);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
focus_changed_cb (GtkListBox *list, GtkListBoxRow *row, YcMaterialsStep *self)
{
  g_autofree char *pointer = NULL;

  if (row == NULL)
    return;

  pointer = g_strconcat ("materials/",
                         yc_draft_material_get_id (yc_material_row_get_material (
                             YC_MATERIAL_ROW (row))),
                         NULL);
  g_signal_emit (self, signals[FOCUSED], 0, pointer);
}

static void
row_focused_cb (GtkEventControllerFocus *controller, YcMaterialsStep *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  GtkWidget *row = yc_material_row_new (item);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (row_focused_cb), user_data);
  gtk_widget_add_controller (row, focus);

  return row;
}

static void
forget_draft (YcMaterialsStep *self)
{
  if (self->draft == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->draft, self);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  g_clear_object (&self->draft);
}

static gboolean
yc_materials_step_begin (YcWorkplace *workplace)
{
  YcMaterialsStep *self = YC_MATERIALS_STEP (workplace);
  YcMaterialRow *first;

  if (yc_materials_step_focus_missing (self))
    return TRUE;

  first = get_row (self, 0);

  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
yc_materials_step_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_materials_step_begin;
}

static void
yc_materials_step_dispose (GObject *object)
{
  YcMaterialsStep *self = YC_MATERIALS_STEP (object);

  forget_draft (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_materials_step_parent_class)->dispose (object);
}

static void
yc_materials_step_class_init (YcMaterialsStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_materials_step_dispose;

  /**
   * YcMaterialsStep::focused:
   * @pointer: "materials/ID"
   *
   * A material has the focus.
   */
  signals[FOCUSED] = g_signal_new ("focused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * YcMaterialsStep::finished:
   *
   * The last material was passed.
   */
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-materials-step.ui");
  gtk_widget_class_bind_template_child (widget_class, YcMaterialsStep, scroller);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialsStep, count);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialsStep, all);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialsStep, list);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialsStep, nothing);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_changed_cb);
}

static void
yc_materials_step_init (YcMaterialsStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_materials_step_new:
 *
 * Returns: the step, without a draft
 */
GtkWidget *
yc_materials_step_new (void)
{
  return g_object_new (YC_TYPE_MATERIALS_STEP, NULL);
}

/**
 * yc_materials_step_set_draft:
 * @self: the step
 * @draft: (nullable): the draft whose materials are ticked
 */
void
yc_materials_step_set_draft (YcMaterialsStep *self, YcCaseDraft *draft)
{
  g_return_if_fail (YC_IS_MATERIALS_STEP (self));
  g_return_if_fail (draft == NULL || YC_IS_CASE_DRAFT (draft));

  if (self->draft == draft)
    return;

  forget_draft (self);
  if (draft == NULL)
    return;

  self->draft = g_object_ref (draft);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), yc_case_draft_get_materials (draft),
                           create_row_cb, self, NULL);
  g_signal_connect_swapped (draft, "notify", G_CALLBACK (show_count), self);
  show_count (self);
}

/**
 * yc_materials_step_focus:
 * @self: the step
 * @material_id: a material's id
 *
 * Returns: %FALSE when the list has no such material
 */
gboolean
yc_materials_step_focus (YcMaterialsStep *self, const char *material_id)
{
  YcMaterialRow *row;

  g_return_val_if_fail (YC_IS_MATERIALS_STEP (self), FALSE);

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (g_strcmp0 (yc_draft_material_get_id (yc_material_row_get_material (row)), material_id) == 0)
      return gtk_widget_grab_focus (GTK_WIDGET (row));

  return FALSE;
}

/**
 * yc_materials_step_focus_missing:
 * @self: the step
 *
 * Returns: %FALSE when nothing is missing
 */
gboolean
yc_materials_step_focus_missing (YcMaterialsStep *self)
{
  YcMaterialRow *row;

  g_return_val_if_fail (YC_IS_MATERIALS_STEP (self), FALSE);

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (yc_material_row_get_lacking (row))
      return gtk_widget_grab_focus (GTK_WIDGET (row));

  return FALSE;
}

/**
 * yc_materials_step_mark:
 * @self: the step
 * @material_id: (nullable): the material that the reviewer pointed at, %NULL for none
 * @words: (nullable): what is wrong with it
 */
void
yc_materials_step_mark (YcMaterialsStep *self, const char *material_id, const char *words)
{
  YcMaterialRow *row;

  g_return_if_fail (YC_IS_MATERIALS_STEP (self));

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      const char *id = yc_draft_material_get_id (yc_material_row_get_material (row));

      yc_material_row_mark (row, material_id != NULL && g_str_equal (id, material_id) ? words
                                                                                     : NULL);
    }
}
