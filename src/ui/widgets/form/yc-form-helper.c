/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The line under a field. It keeps its place when it is empty, so that nothing jumps when help
 * comes and goes with the focus; what it needs to speak is made when it first does. An error has
 * an icon: colour alone says nothing to everybody.
 */
#include "yc-form-helper.h"

struct _YcFormHelper
{
  GtkWidget   parent_instance;
  GtkWidget  *icon;             /* NULL as long as there was no error */
  GtkWidget  *label;            /* NULL as long as there were no words */
  const char *icon_name;
  char       *error;
  char       *words;
};

G_DEFINE_FINAL_TYPE (YcFormHelper, yc_form_helper, GTK_TYPE_WIDGET)

static void
create_label (YcFormHelper *self)
{
  self->label = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_yalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

static void
create_icon (YcFormHelper *self)
{
  self->icon = gtk_image_new_from_icon_name (self->icon_name);
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_insert_before (self->icon, GTK_WIDGET (self), self->label);
}

static void
show_icon (YcFormHelper *self)
{
  if (self->error != NULL && self->icon == NULL)
    create_icon (self);
  if (self->icon != NULL)
    gtk_widget_set_visible (self->icon, self->error != NULL);
}

static void
update (YcFormHelper *self)
{
  const char *text = self->error != NULL ? self->error : self->words;

  if (text != NULL && self->label == NULL)
    create_label (self);
  if (self->label != NULL)
    gtk_label_set_text (GTK_LABEL (self->label), text == NULL ? "" : text);
  show_icon (self);
  if (self->error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
yc_form_helper_dispose (GObject *object)
{
  YcFormHelper *self = YC_FORM_HELPER (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (yc_form_helper_parent_class)->dispose (object);
}

static void
yc_form_helper_class_init (YcFormHelperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_helper_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formhelper");
}

static void
yc_form_helper_init (YcFormHelper *self)
{
  self->icon_name = "dialog-error-symbolic";
}

/**
 * yc_form_helper_new:
 *
 * Returns: an empty line
 */
GtkWidget *
yc_form_helper_new (void)
{
  return g_object_new (YC_TYPE_FORM_HELPER, NULL);
}

static void
take_words (YcFormHelper  *self,
            char         **place,
            const char    *words)
{
  if (g_strcmp0 (*place, words) == 0)
    return;
  g_free (*place);
  *place = g_strdup (words);
  update (self);
}

/**
 * yc_form_helper_set_error:
 * @self: the line
 * @words: (nullable): what is wrong, which goes before everything else
 */
void
yc_form_helper_set_error (YcFormHelper *self,
                          const char   *words)
{
  g_return_if_fail (YC_IS_FORM_HELPER (self));

  take_words (self, &self->error, words);
}

/**
 * yc_form_helper_set_icon:
 * @self: the line
 * @icon_name: (transfer none): what stands before an error instead of the usual icon, to be set
 *   before there is one; a constant
 */
void
yc_form_helper_set_icon (YcFormHelper *self,
                         const char   *icon_name)
{
  g_return_if_fail (YC_IS_FORM_HELPER (self));

  self->icon_name = icon_name;
}

/**
 * yc_form_helper_set_words:
 * @self: the line
 * @words: (nullable): what helps
 */
void
yc_form_helper_set_words (YcFormHelper *self,
                          const char   *words)
{
  g_return_if_fail (YC_IS_FORM_HELPER (self));

  take_words (self, &self->words, words);
}

/**
 * yc_form_helper_get_text:
 * @self: the line
 *
 * Returns: what it says now, "" for nothing
 */
const char *
yc_form_helper_get_text (YcFormHelper *self)
{
  g_return_val_if_fail (YC_IS_FORM_HELPER (self), NULL);

  return self->label == NULL ? "" : gtk_label_get_text (GTK_LABEL (self->label));
}
