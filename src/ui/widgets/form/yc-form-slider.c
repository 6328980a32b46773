/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A number between two bounds as a slider, where the layout asks for one. The number stands beside
 * it, "–" as long as nobody has chosen one; digits may be typed as well.
 */
#include "yc-form-slider.h"

#include <math.h>
#include <string.h>

#include "yc-form-editor.h"

/* Of a range without steps. */
#define N_STEPS 100

struct _YcFormSlider
{
  GtkWidget    parent_instance;
  GtkWidget   *scale;
  GtkWidget   *number;
  YcFormField *field;
  double       minimum;
  double       step;
  gboolean     showing;
};

G_DEFINE_FINAL_TYPE (YcFormSlider, yc_form_slider, GTK_TYPE_WIDGET)

static void
show_number (YcFormSlider *self)
{
  const char *text = yc_form_field_get_text (self->field);
  const char *unit = yc_form_field_get_unit (self->field);
  g_autofree char *words = *text == '\0'
                               ? g_strdup ("–")
                               : g_strjoin (" ", text, unit == NULL ? NULL : unit, NULL);

  gtk_label_set_text (GTK_LABEL (self->number), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
text_notify_cb (YcFormField  *field,
                GParamSpec   *pspec,
                YcFormSlider *self)
{
  const char *text = yc_form_field_get_text (field);
  double number = *text == '\0' ? self->minimum : g_ascii_strtod (text, NULL);

  self->showing = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), number);
  self->showing = FALSE;
  show_number (self);
}

/* Whole steps from the least on. */
static double
round_to_step (YcFormSlider *self,
               double        number)
{
  return self->minimum + round ((number - self->minimum) / self->step) * self->step;
}

static void
value_changed_cb (GtkRange     *range,
                  YcFormSlider *self)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->showing || yc_form_field_get_read_only (self->field))
    return;
  g_ascii_formatd (text, sizeof text, "%.10g", round_to_step (self, gtk_range_get_value (range)));
  yc_form_field_set_text (self->field, text);
}

/* A digit that leads beyond the greatest number begins a new one. */
static void
type_digit (YcFormSlider *self,
            char          digit)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));
  const char *before = yc_form_field_get_text (self->field);
  g_autofree char *text = g_strdup_printf ("%s%c", before, digit);
  gboolean beyond = g_ascii_strtod (text, NULL) > gtk_adjustment_get_upper (adjustment);

  yc_form_field_set_text (self->field, beyond ? text + strlen (before) : text);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormSlider          *self)
{
  guint32 character = gdk_keyval_to_unicode (key);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      yc_form_field_get_read_only (self->field))
    return GDK_EVENT_PROPAGATE;
  if (character >= '0' && character <= '9')
    type_digit (self, (char) character);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    yc_form_field_set_text (self->field, "");
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
yc_form_slider_dispose (GObject *object)
{
  YcFormSlider *self = YC_FORM_SLIDER (object);

  g_clear_pointer (&self->scale, gtk_widget_unparent);
  g_clear_pointer (&self->number, gtk_widget_unparent);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_slider_parent_class)->dispose (object);
}

static void
yc_form_slider_class_init (YcFormSliderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_slider_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formslider");
}

static void
yc_form_slider_init (YcFormSlider *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, NULL);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
  self->number = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->number), 1);
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->scale, keys);
}

/* The number needs as much room as the longest of them. */
static void
set_range (YcFormSlider *self)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *unit = yc_form_field_get_unit (self->field);
  double maximum;
  int width;

  yc_form_field_get_range (self->field, &self->minimum, &maximum, &self->step);
  if (self->step <= 0)
    self->step = (maximum - self->minimum) / N_STEPS;
  gtk_range_set_range (GTK_RANGE (self->scale), self->minimum, maximum);
  gtk_range_set_increments (GTK_RANGE (self->scale), self->step, self->step * 10);
  g_ascii_formatd (text, sizeof text, "%.10g", maximum);
  width = (int) strlen (text) + (unit == NULL ? 0 : (int) g_utf8_strlen (unit, -1) * 2 + 1);
  gtk_label_set_width_chars (GTK_LABEL (self->number), MAX (width, 3));
}

/**
 * yc_form_slider_new:
 * @field: what is filled in, a number with yc_form_field_get_range()
 * @label: its name for a screen reader and for tests
 *
 * Returns: a slider
 */
GtkWidget *
yc_form_slider_new (YcFormField *field,
                    const char  *label)
{
  YcFormSlider *self = g_object_new (YC_TYPE_FORM_SLIDER, NULL);

  self->field = g_object_ref (field);
  set_range (self);
  text_notify_cb (field, NULL, self);
  g_signal_connect (self->scale, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (text_notify_cb), self, 0);
  yc_form_editor_prepare (self->scale, field, label);
  yc_form_editor_add_keys (self->scale);
  return GTK_WIDGET (self);
}
