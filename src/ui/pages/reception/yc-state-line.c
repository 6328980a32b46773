/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states that a case has gone through, with their times. */
#include "yc-state-line.h"

#include "yc-children.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcStateLine
{
  AdwBin parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (YcStateLine, yc_state_line, ADW_TYPE_BIN)

static void
add_state (YcStateLine *self, const char *icon, const char *style, const char *words,
           GDateTime *time)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *clock = time != NULL ? yc_words_clock (time) : NULL;
  g_autofree char *spoken = yc_words_join (words, clock != NULL ? clock : "", NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  if (clock != NULL)
    {
      GtkWidget *label = gtk_label_new (clock);

      gtk_widget_add_css_class (label, "digits");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (box, "state");
  gtk_widget_add_css_class (box, style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (GTK_BOX (self->box), box);
}

static const struct
{
  YcCaseState state;
  const char *icon;
  const char *style;
} state_looks[] = {
  { YC_CASE_STATE_RETURNED, "yc-mark-error-symbolic", "mark-error" },
  { YC_CASE_STATE_ISSUED, "yc-mark-done-symbolic", "mark-done" },
  { YC_CASE_STATE_APPROVED, "yc-mark-done-symbolic", "mark-done" },
  { YC_CASE_STATE_REFUSED, "yc-mark-error-symbolic", "mark-error" },
  { YC_CASE_STATE_WITHDRAWN, "yc-mark-empty-symbolic", "mark-empty" },
};

static void
yc_state_line_class_init (YcStateLineClass *klass)
{
}

static void
yc_state_line_init (YcStateLine *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What happened so far"), -1);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * yc_state_line_show:
 * @self: the line
 * @draft: a draft, sent or not
 *
 * Shows what has happened to the draft's case until now.
 */
void
yc_state_line_show (YcStateLine *self, YcCaseDraft *draft)
{
  YcCase *a_case;
  gboolean parked;

  g_return_if_fail (YC_IS_STATE_LINE (self));
  g_return_if_fail (YC_IS_CASE_DRAFT (draft));

  yc_children_remove (self->box);

  a_case = yc_case_draft_get_case (draft);
  parked = yc_case_draft_get_state (draft) == YC_CASE_DRAFT_PARKED;
  if (a_case == NULL || parked)
    {
      add_state (self, parked ? "yc-mark-error-symbolic" : "yc-mark-begun-symbolic",
                 parked ? "mark-error" : "mark-begun",
                 parked ? _ ("Refused as it is") : _ ("Saved here"), NULL);
      return;
    }

  add_state (self, "yc-mark-done-symbolic", "mark-done",
             yc_case_state_get_title (YC_CASE_STATE_SUBMITTED),
             yc_case_get_submitted_at (a_case));
  if (yc_case_get_state (a_case) == YC_CASE_STATE_SUBMITTED)
    {
      g_autofree char *words = g_strdup_printf (
          _ ("%s review"), yc_words_level (yc_case_get_level (a_case)));

      add_state (self, "yc-mark-begun-symbolic", "mark-begun", words, NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (state_looks); i++)
    if (state_looks[i].state == yc_case_get_state (a_case))
      add_state (self, state_looks[i].icon, state_looks[i].style,
                 yc_case_state_get_title (state_looks[i].state),
                 yc_case_get_updated_at (a_case));
}
