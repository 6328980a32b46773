/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Below a field that must be answered and takes null: the answer that there is none. */
#include "yc-form-none.h"

#include <glib/gi18n-lib.h>

#include "yc-form-editor.h"

static void
show_none (YcFormField *field,
           GParamSpec  *pspec,
           GtkWidget   *check)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), yc_form_field_get_none (field));
  gtk_widget_set_visible (check, yc_form_field_get_takes_none (field) &&
                                     !yc_form_field_get_read_only (field));
}

static void
toggled_cb (GtkCheckButton *check,
            YcFormField    *field)
{
  yc_form_field_set_none (field, gtk_check_button_get_active (check));
}

/**
 * yc_form_none_new:
 * @field: a field
 * @title: what the field is called
 *
 * Returns: a check button; it shows as long as the field takes none
 */
GtkWidget *
yc_form_none_new (YcFormField *field,
                  const char  *title)
{
  static const char *const signals[] = { "notify::none", "notify::required", "notify::read-only" };
  const char *none = yc_form_field_get_none_title (field);
  GtkWidget *check = gtk_check_button_new_with_label (none);
  /* Translators: the title of a field and the answer that there is none of it. */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), title, none);

  gtk_widget_set_halign (check, GTK_ALIGN_START);
  gtk_widget_add_css_class (check, "none");
  yc_form_editor_prepare (check, field, label);
  yc_form_editor_add_keys (check);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (field, signals[i], G_CALLBACK (show_none), check, 0);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), field, 0);
  show_none (field, NULL, check);
  return check;
}
