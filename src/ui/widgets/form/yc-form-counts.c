/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missing and wrong in a part of a form, in words. */
#include "yc-form-counts.h"

#include "yc-words.h"

#include <glib/gi18n-lib.h>

/**
 * yc_form_counts_dup_words:
 * @n_missing: how many fields are not filled in yet
 * @n_errors: how many are filled in wrongly
 *
 * Returns: (transfer full): such as "2 missing · 1 wrong", "" for nothing
 */
char *
yc_form_counts_dup_words (guint n_missing,
                          guint n_errors)
{
  /* Translators: how many fields of a part of a form are not filled in yet. Short. */
  g_autofree char *missing = g_strdup_printf (ngettext ("%u missing", "%u missing", n_missing),
                                              n_missing);
  /* Translators: how many fields of a part of a form are filled in wrongly. Short. */
  g_autofree char *wrong = g_strdup_printf (ngettext ("%u wrong", "%u wrong", n_errors), n_errors);

  return yc_words_join (n_missing > 0 ? missing : "", n_errors > 0 ? wrong : "", NULL);
}

/**
 * yc_form_counts_follow:
 * @element: a part of a form
 * @callback: called with @object when a count of @element has changed
 * @object: a #GObject; nothing is called when it is gone
 */
void
yc_form_counts_follow (YcFormElement *element,
                       GCallback      callback,
                       gpointer       object)
{
  g_signal_connect_object (element, "notify::n-missing", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (element, "notify::n-errors", callback, object, G_CONNECT_SWAPPED);
}
