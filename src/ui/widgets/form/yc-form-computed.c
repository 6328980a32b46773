/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value that is computed: it looks different from what can be typed, and Tab goes past it. */
#include "yc-form-computed.h"

#include "yc-form-editor.h"
#include "yc-form-places.h"

struct _YcFormComputed
{
  GtkWidget    parent_instance;
  GtkWidget   *value;
  GtkWidget   *unit;
  YcFormField *field;
};

G_DEFINE_FINAL_TYPE (YcFormComputed, yc_form_computed, GTK_TYPE_WIDGET)

/* Without the unit, which stands beside it. */
static char *
dup_words (YcFormComputed *self)
{
  const char *text = yc_form_field_get_text (self->field);
  char *place = yc_form_places_describe (GTK_WIDGET (self), self->field);

  if (place != NULL)
    return place;
  if (yc_form_field_get_write_only (self->field) && *text != '\0')
    return g_strdup ("••••");
  return *text != '\0' ? g_strdup (text) : yc_form_field_dup_words (self->field);
}

static void
show_value (YcFormField    *field,
            GParamSpec     *pspec,
            YcFormComputed *self)
{
  g_autofree char *words = dup_words (self);

  gtk_label_set_text (GTK_LABEL (self->value), words == NULL || *words == '\0' ? "–" : words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  words == NULL ? "" : words,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE, -1);
}

/* Tab goes past a computed value as long as it is right. */
static void
error_notify_cb (YcFormField    *field,
                 GParamSpec     *pspec,
                 YcFormComputed *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), yc_form_field_get_error (field) != NULL);
}

/* The names of places are known to what it has come to stand in. */
static void
yc_form_computed_root (GtkWidget *widget)
{
  YcFormComputed *self = YC_FORM_COMPUTED (widget);

  GTK_WIDGET_CLASS (yc_form_computed_parent_class)->root (widget);
  if (yc_form_field_get_format (self->field) != NULL)
    show_value (self->field, NULL, self);
}

static void
yc_form_computed_dispose (GObject *object)
{
  YcFormComputed *self = YC_FORM_COMPUTED (object);

  g_clear_pointer (&self->value, gtk_widget_unparent);
  g_clear_pointer (&self->unit, gtk_widget_unparent);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_computed_parent_class)->dispose (object);
}

static void
yc_form_computed_class_init (YcFormComputedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_computed_dispose;
  widget_class->root = yc_form_computed_root;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formcomputed");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
}

static void
yc_form_computed_init (YcFormComputed *self)
{
  self->value = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->value), 0);
  gtk_label_set_wrap (GTK_LABEL (self->value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->value), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_parent (self->value, GTK_WIDGET (self));
  self->unit = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->unit, "unit");
  gtk_widget_set_parent (self->unit, GTK_WIDGET (self));
}

/**
 * yc_form_computed_new:
 * @field: what is computed
 * @label: its name for a screen reader and for tests
 *
 * Returns: a view of the value
 */
GtkWidget *
yc_form_computed_new (YcFormField *field,
                      const char  *label)
{
  YcFormComputed *self = g_object_new (YC_TYPE_FORM_COMPUTED, NULL);
  const char *unit = yc_form_field_get_unit (field);

  self->field = g_object_ref (field);
  gtk_label_set_text (GTK_LABEL (self->unit), unit == NULL ? "" : unit);
  gtk_widget_set_visible (self->unit, unit != NULL);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (show_value), self, 0);
  g_signal_connect_object (field, "notify::value", G_CALLBACK (show_value), self, 0);
  g_signal_connect_object (field, "notify::error", G_CALLBACK (error_notify_cb), self, 0);
  show_value (field, NULL, self);
  yc_form_editor_prepare (GTK_WIDGET (self), field, label);
  yc_form_editor_add_keys (GTK_WIDGET (self));
  error_notify_cb (field, NULL, self);
  return GTK_WIDGET (self);
}
