/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One material of the check-list: what is asked for, and how it stands. */
#include "yc-material-row.h"

#include "yc-words.h"

#include <glib/gi18n-lib.h>

/* The ways a material can be there, in the order of their digits. */
#define N_WAYS 3

struct _YcMaterialRow
{
  GtkListBoxRow parent_instance;

  GtkImage        *icon;
  GtkLabel        *title;
  GtkLabel        *condition;
  GtkLabel        *note;
  GtkLabel        *remark;
  GtkWidget       *ways;
  GtkWidget       *buttons[N_WAYS];
  YcDraftMaterial *material;
};

static const YcMaterialStatus statuses[N_WAYS] = {
  YC_MATERIAL_COMPLETE, YC_MATERIAL_FETCHED, YC_MATERIAL_TOLERATED,
};

static const char *const looks[] = {
  [YC_MATERIAL_MISSING] = "yc-mark-empty-symbolic",
  [YC_MATERIAL_COMPLETE] = "yc-mark-done-symbolic",
  [YC_MATERIAL_FETCHED] = "yc-mark-done-symbolic",
  [YC_MATERIAL_TOLERATED] = "yc-mark-begun-symbolic",
};

static const char *const styles[] = {
  [YC_MATERIAL_MISSING] = "mark-empty",
  [YC_MATERIAL_COMPLETE] = "mark-done",
  [YC_MATERIAL_FETCHED] = "mark-done",
  [YC_MATERIAL_TOLERATED] = "mark-begun",
};

G_DEFINE_FINAL_TYPE (YcMaterialRow, yc_material_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_status (YcMaterialRow *self)
{
  YcMaterialStatus status = yc_draft_material_get_status (self->material);

  gtk_image_set_from_icon_name (self->icon, looks[status]);
  for (gsize i = YC_MATERIAL_MISSING; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), styles[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), styles[status]);
  for (int i = 0; i < N_WAYS; i++)
    if (self->buttons[i] != NULL)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), statuses[i] == status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yc_draft_material_get_title (self->material),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  yc_material_status_get_title (status), -1);
}

static void
clicked_cb (GtkButton *button, YcMaterialRow *self)
{
  for (int i = 0; i < N_WAYS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      {
        gboolean same = yc_draft_material_get_status (self->material) == statuses[i];

        yc_draft_material_set_status (self->material,
                                      same ? YC_MATERIAL_MISSING : statuses[i]);
      }
  show_status (self);
}

static void
add_way (YcMaterialRow *self, int way)
{
  GtkWidget *button;
  g_autofree char *tooltip = NULL;

  if (!yc_draft_material_allows (self->material, statuses[way]))
    return;

  button = gtk_toggle_button_new_with_label (yc_material_status_get_title (statuses[way]));
  tooltip = g_strdup_printf ("%d", way + 1);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focusable (button, FALSE);
  gtk_box_append (GTK_BOX (self->ways), button);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  self->buttons[way] = button;
}

/* "original · 1 copy · each page signed · may follow within 15 days" */
static char *
describe (YcMaterial *material)
{
  guint copies = yc_material_get_copies (material);
  guint days = yc_material_get_tolerant_days (material);
  g_autofree char *n_copies = g_strdup_printf (ngettext ("%u copy", "%u copies", copies), copies);
  g_autofree char *later =
      g_strdup_printf (ngettext ("may follow within %u day", "may follow within %u days", days),
                       days);
  g_autofree char *what = yc_words_join (yc_material_get_original (material) ? _ ("original") : "",
                                         copies > 0 ? n_copies : "",
                                         days > 0 ? later : "", NULL);
  const char *note = yc_material_get_note (material);

  return yc_words_join (what, note != NULL ? note : "", NULL);
}

static void
yc_material_row_dispose (GObject *object)
{
  YcMaterialRow *self = YC_MATERIAL_ROW (object);

  if (self->material != NULL)
    g_signal_handlers_disconnect_by_data (self->material, self);
  g_clear_object (&self->material);

  G_OBJECT_CLASS (yc_material_row_parent_class)->dispose (object);
}

static void
yc_material_row_class_init (YcMaterialRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_material_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-material-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YcMaterialRow, icon);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialRow, title);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialRow, condition);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialRow, note);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialRow, remark);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialRow, ways);
}

static void
yc_material_row_init (YcMaterialRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_material_row_new:
 * @material: a line of a draft's check-list
 *
 * Returns: the row, which follows @material
 */
GtkWidget *
yc_material_row_new (YcDraftMaterial *material)
{
  YcMaterialRow *self = g_object_new (YC_TYPE_MATERIAL_ROW, NULL);
  g_autofree char *note = NULL;
  const char *condition;

  g_return_val_if_fail (YC_IS_DRAFT_MATERIAL (material), NULL);

  self->material = g_object_ref (material);
  condition = yc_material_get_condition (yc_draft_material_get_material (material));
  note = describe (yc_draft_material_get_material (material));
  gtk_label_set_text (self->title, yc_draft_material_get_title (material));
  gtk_label_set_text (self->condition, condition);
  gtk_widget_set_visible (GTK_WIDGET (self->condition), *condition != '\0');
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
  for (int i = 0; i < N_WAYS; i++)
    add_way (self, i);
  g_signal_connect_swapped (material, "notify::status", G_CALLBACK (show_status), self);
  show_status (self);

  return GTK_WIDGET (self);
}

/**
 * yc_material_row_get_material:
 * @self: a row
 *
 * Returns: (transfer none): the line of the check-list
 */
YcDraftMaterial *
yc_material_row_get_material (YcMaterialRow *self)
{
  g_return_val_if_fail (YC_IS_MATERIAL_ROW (self), NULL);

  return self->material;
}

/**
 * yc_material_row_toggle:
 * @self: a row
 *
 * In order, or missing again.
 */
void
yc_material_row_toggle (YcMaterialRow *self)
{
  gboolean missing;

  g_return_if_fail (YC_IS_MATERIAL_ROW (self));

  missing = yc_draft_material_get_status (self->material) == YC_MATERIAL_MISSING;
  yc_draft_material_set_status (self->material,
                                missing ? YC_MATERIAL_COMPLETE : YC_MATERIAL_MISSING);
}

/**
 * yc_material_row_mark:
 * @self: a row
 * @words: (nullable): what the reviewer found wrong with it
 */
void
yc_material_row_mark (YcMaterialRow *self, const char *words)
{
  g_return_if_fail (YC_IS_MATERIAL_ROW (self));

  gtk_label_set_text (self->remark, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), words != NULL);
}
