/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The line above a field: its title, the star, where its value came from, and a way to take an
 * answer back that has no text to delete. Most fields have a title and a star at most, so that the
 * rest is made when it is first needed.
 */
#include "yc-form-heading.h"

#include <glib/gi18n-lib.h>

struct _YcFormHeading
{
  GtkWidget    parent_instance;
  GtkWidget   *title;
  GtkWidget   *star;            /* nullable, as the next two */
  GtkWidget   *badge;
  GtkWidget   *clear;
  YcFormField *field;
  gboolean     focused;
};

G_DEFINE_FINAL_TYPE (YcFormHeading, yc_form_heading, GTK_TYPE_WIDGET)

/* Hidden while it gets its tooltip: of what can be seen, GTK asks the X server each time whether the
 * pointer is over it. */
static void
create_star (YcFormHeading *self)
{
  self->star = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "visible", FALSE, "label", "*", "tooltip-text",
                             _ ("Must be filled in"), NULL);
  gtk_widget_add_css_class (self->star, "required");
  gtk_widget_insert_after (self->star, GTK_WIDGET (self), self->title);
}

static void
required_notify_cb (YcFormField   *field,
                    GParamSpec    *pspec,
                    YcFormHeading *self)
{
  gboolean required = yc_form_field_get_required (field) && !yc_form_field_get_read_only (field);

  if (required && self->star == NULL)
    create_star (self);
  if (self->star != NULL)
    gtk_widget_set_visible (self->star, required);
}

static char *
dup_badge_words (YcFormField *field)
{
  const char *shared_with = yc_form_field_get_shared_with (field);

  if (yc_form_field_get_calculated (field))
    return g_strdup (_ ("Computed"));
  if (yc_form_field_get_source (field) != NULL)
    return g_strdup (yc_form_field_get_source (field));
  /* Translators: of a value that is filled into the form of another item of the visit, too. */
  if (shared_with != NULL)
    return g_strdup_printf (_ ("Also into “%s”"), shared_with);
  /* Translators: of a value that had been filled in from somewhere. */
  return yc_form_field_get_edited (field) ? g_strdup (_ ("Changed by hand")) : NULL;
}

/* As the star. */
static void
create_badge (YcFormHeading *self)
{
  self->badge = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->badge), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->badge, TRUE);
  gtk_widget_set_halign (self->badge, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->badge, "badge");
  gtk_widget_insert_before (self->badge, GTK_WIDGET (self), self->clear);
}

static void
source_notify_cb (YcFormField   *field,
                  GParamSpec    *pspec,
                  YcFormHeading *self)
{
  g_autofree char *words = dup_badge_words (field);

  if (words != NULL && self->badge == NULL)
    create_badge (self);
  if (self->badge == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->badge), words == NULL ? "" : words);
  gtk_widget_set_tooltip_text (self->badge, words);
  gtk_widget_set_visible (self->badge, words != NULL);
  if (yc_form_field_get_edited (field))
    gtk_widget_add_css_class (self->badge, "edited");
  else
    gtk_widget_remove_css_class (self->badge, "edited");
}

/* Taking back. A text is deleted where it stands. */

static gboolean
has_answer_without_text (YcFormField *field)
{
  switch (yc_form_field_get_kind (field))
    {
    case YC_FORM_FIELD_YES_NO:
    case YC_FORM_FIELD_CHOICE:
    case YC_FORM_FIELD_CHOICES:
      return TRUE;
    case YC_FORM_FIELD_TEXT:
    case YC_FORM_FIELD_MULTILINE:
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_INTEGER:
    case YC_FORM_FIELD_DATE:
    case YC_FORM_FIELD_MONEY:
    case YC_FORM_FIELD_REPEATING:
    case YC_FORM_FIELD_ATTACHMENT:
    case YC_FORM_FIELD_ALTERNATIVES:
    default:
      return yc_form_field_get_nullable (field);
    }
}

static gboolean
can_clear (YcFormHeading *self)
{
  YcFormField *field = self->field;

  return self->focused && has_answer_without_text (field) &&
         (!yc_form_field_get_required (field) || yc_form_field_get_nullable (field)) &&
         !yc_form_field_get_read_only (field) && yc_form_field_get_enabled (field) &&
         yc_form_field_get_value (field) != NULL;
}

static void
clear_cb (GtkButton     *button,
          YcFormHeading *self)
{
  yc_form_field_set_value (self->field, NULL);
}

static void
create_clear (YcFormHeading *self)
{
  self->clear = gtk_button_new_with_label (_ ("Clear"));
  gtk_widget_set_can_focus (self->clear, FALSE);
  gtk_widget_set_halign (self->clear, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->clear, self->badge == NULL);
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "clear");
  g_signal_connect (self->clear, "clicked", G_CALLBACK (clear_cb), self);
  gtk_widget_insert_before (self->clear, GTK_WIDGET (self), NULL);
}

static void
update_clear (YcFormHeading *self)
{
  gboolean can = can_clear (self);

  if (can && self->clear == NULL)
    create_clear (self);
  if (self->clear != NULL)
    gtk_widget_set_visible (self->clear, can);
}

static void
yc_form_heading_dispose (GObject *object)
{
  YcFormHeading *self = YC_FORM_HEADING (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->star, gtk_widget_unparent);
  g_clear_pointer (&self->badge, gtk_widget_unparent);
  g_clear_pointer (&self->clear, gtk_widget_unparent);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_heading_parent_class)->dispose (object);
}

static void
yc_form_heading_class_init (YcFormHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_heading_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formheading");
}

static void
yc_form_heading_init (YcFormHeading *self)
{
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "field-title");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
}

static void
follow (YcFormHeading *self)
{
  static const char *const sources[] = { "notify::source", "notify::edited" };

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    g_signal_connect_object (self->field, sources[i], G_CALLBACK (source_notify_cb), self, 0);
  g_signal_connect_object (self->field, "notify::required", G_CALLBACK (required_notify_cb), self,
                           0);
  g_signal_connect_object (self->field, "notify::value", G_CALLBACK (update_clear), self,
                           G_CONNECT_SWAPPED);
  required_notify_cb (self->field, NULL, self);
  source_notify_cb (self->field, NULL, self);
}

/**
 * yc_form_heading_new:
 * @field: a field
 * @title: its title in the layout
 *
 * Returns: a heading
 */
GtkWidget *
yc_form_heading_new (YcFormField *field,
                     const char  *title)
{
  YcFormHeading *self = g_object_new (YC_TYPE_FORM_HEADING, NULL);

  self->field = g_object_ref (field);
  yc_form_heading_set_title (self, title);
  follow (self);
  return GTK_WIDGET (self);
}

/**
 * yc_form_heading_set_title:
 * @self: a heading
 * @title: (nullable): the title
 */
void
yc_form_heading_set_title (YcFormHeading *self,
                           const char    *title)
{
  g_return_if_fail (YC_IS_FORM_HEADING (self));

  gtk_label_set_text (GTK_LABEL (self->title), title == NULL ? "" : title);
}

/**
 * yc_form_heading_set_focused:
 * @self: a heading
 * @focused: whether the focus is in the field
 */
void
yc_form_heading_set_focused (YcFormHeading *self,
                             gboolean       focused)
{
  g_return_if_fail (YC_IS_FORM_HEADING (self));

  self->focused = focused;
  update_clear (self);
}
