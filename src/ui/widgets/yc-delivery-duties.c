/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes to departments by rule when a certificate is issued: each with the very fields it is told.
 * The applicant is not asked, but told, before anything is submitted. */
#include "yc-delivery-duties.h"

#include "yc-delivery.h"
#include "yc-desk-delivery.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORM "form."

struct _YcDeliveryDuties
{
  AdwBin parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (YcDeliveryDuties, yc_delivery_duties, ADW_TYPE_BIN)

static void
yc_delivery_duties_class_init (YcDeliveryDutiesClass *klass)
{
}

static void
yc_delivery_duties_init (YcDeliveryDuties *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  gtk_widget_add_css_class (GTK_WIDGET (self), "delivery-duties");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* What nobody has a word for is named as the administrator wrote it. */
static const char *
get_field_title (YcForm *form, const char *path)
{
  const char *title = yc_delivery_field_get_title (path);
  g_autofree char *pointer = NULL;
  YcFormField *field;

  if (*title != '\0')
    return title;
  if (form == NULL || !g_str_has_prefix (path, FORM))
    return path;
  pointer = g_strdelimit (g_strconcat ("/", path + strlen (FORM), NULL), ".", '/');
  field = yc_form_find_field (form, pointer);

  return field != NULL ? yc_form_field_get_title (field) : path;
}

static char *
describe (const YcDeliveryDuty *duty, YcForm *form)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; duty->fields[i] != NULL; i++)
    g_strv_builder_add (builder, get_field_title (form, duty->fields[i]));
  if (duty->pdf)
    g_strv_builder_add (builder, _ ("the certificate itself"));
  titles = g_strv_builder_end (builder);
  /* Translators: between the things that a department is told */
  joined = g_strjoinv (_ (", "), titles);
  /* Translators: a department, and what it is told */
  return g_strdup_printf (_ ("%s: %s"), duty->title, joined);
}

void
yc_delivery_duties_show (YcDeliveryDuties *self, YcDesk *desk, YcItem *item, YcForm *form)
{
  g_autoptr (GPtrArray) duties = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_if_fail (YC_IS_DELIVERY_DUTIES (self));

  if (item != NULL && yc_item_get_template_id (item) != NULL)
    duties = yc_delivery_channels_list_duties (yc_desk_get_delivery_channels (desk),
                                               yc_item_get_code (item));
  gtk_widget_set_visible (GTK_WIDGET (self), duties != NULL && duties->len > 0);
  if (duties == NULL)
    return;

  g_string_append (words, _ ("By rule, these are told as soon as it is issued:"));
  for (guint i = 0; i < duties->len; i++)
    {
      g_autofree char *line = describe (g_ptr_array_index (duties, i), form);

      g_string_append_printf (words, "\n%s", line);
    }
  gtk_label_set_text (self->label, words->str);
}
