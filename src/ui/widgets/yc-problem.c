/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of what is missing, wrong or refused in a case: where it is, and in words. */
#include "yc-problem.h"

YcProblem *
yc_problem_new (YcProblemKind kind, const char *pointer, const char *category, const char *words)
{
  YcProblem *self = g_new0 (YcProblem, 1);

  self->kind = kind;
  self->pointer = g_strdup (pointer);
  self->category = g_strdup (category);
  self->words = g_strdup (words);

  return self;
}

YcProblem *
yc_problem_copy (const YcProblem *self)
{
  return yc_problem_new (self->kind, self->pointer, self->category, self->words);
}

void
yc_problem_free (YcProblem *self)
{
  g_free (self->pointer);
  g_free (self->category);
  g_free (self->words);
  g_free (self);
}

/**
 * yc_problem_is_outside:
 * @pointer: where a problem is
 *
 * Returns: whether it is not in the form, whose fields have JSON Pointers
 */
gboolean
yc_problem_is_outside (const char *pointer)
{
  return *pointer != '\0' && *pointer != '/';
}

static const char *
get_icon (YcProblemKind kind)
{
  switch (kind)
    {
    case YC_PROBLEM_MISSING:
      return "yc-mark-empty-symbolic";
    case YC_PROBLEM_REFUSED:
      return "dialog-warning-symbolic";
    case YC_PROBLEM_WRONG:
    default:
      return "yc-mark-error-symbolic";
    }
}

/**
 * yc_problem_create_line:
 * @self: a problem
 *
 * Returns: (transfer floating): a row of a list, that looks and reads like what it says
 */
GtkWidget *
yc_problem_create_line (const YcProblem *self)
{
  static const char *const STYLES[] = { [YC_PROBLEM_MISSING] = "missing",
                                        [YC_PROBLEM_WRONG] = "wrong",
                                        [YC_PROBLEM_REFUSED] = "refused" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *words = gtk_label_new (self->words);
  GtkWidget *line = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (get_icon (self->kind)));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_widget_add_css_class (line, STYLES[self->kind]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words,
                                  -1);

  return line;
}
