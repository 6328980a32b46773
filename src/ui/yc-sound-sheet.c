/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sounds the search takes for one, on a sheet over the window. */
#include "yc-sound-sheet.h"

#include "yc-sheet.h"

#include <glib/gi18n-lib.h>

#define SETTING "like-sounds"

static const struct
{
  YcSearchFuzzy flag;
  const char   *title;
} pairs[] = {
  /* Translators: sounds of pinyin; the translation gives characters as examples. */
  { YC_SEARCH_FUZZY_ZH_Z, N_ ("zh and z") },   { YC_SEARCH_FUZZY_CH_C, N_ ("ch and c") },
  { YC_SEARCH_FUZZY_SH_S, N_ ("sh and s") },   { YC_SEARCH_FUZZY_N_L, N_ ("n and l") },
  { YC_SEARCH_FUZZY_NG_N, N_ ("ng and n at the end") }, { YC_SEARCH_FUZZY_H_F, N_ ("h and f") },
};

static YcSearchFuzzy
get_flag (GtkWidget *button)
{
  return (YcSearchFuzzy) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "flag"));
}

/* In force at once; kept where there are settings. */
static void
toggled_cb (GtkCheckButton *button, YcSeeker *seeker)
{
  GSettings *settings = g_object_get_data (G_OBJECT (button), "settings");
  YcSearchFuzzy flag = get_flag (GTK_WIDGET (button));
  YcSearchFuzzy fuzzy = yc_seeker_get_fuzzy (seeker) & ~flag;

  if (gtk_check_button_get_active (button))
    fuzzy |= flag;
  yc_seeker_set_fuzzy (seeker, fuzzy);
  if (settings != NULL)
    g_settings_set_flags (settings, SETTING, fuzzy);
}

static GtkWidget *
create_button (guint number, YcSeeker *seeker, GSettings *settings)
{
  GtkWidget *button = gtk_check_button_new_with_label (_ (pairs[number].title));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               (yc_seeker_get_fuzzy (seeker) & pairs[number].flag) != 0);
  g_object_set_data (G_OBJECT (button), "flag", GUINT_TO_POINTER (pairs[number].flag));
  if (settings != NULL)
    g_object_set_data_full (G_OBJECT (button), "settings", g_object_ref (settings), g_object_unref);
  g_signal_connect_data (button, "toggled", G_CALLBACK (toggled_cb), g_object_ref (seeker),
                         (GClosureNotify) (GCallback) g_object_unref, 0);

  return button;
}

/**
 * yc_sound_sheet_present:
 * @seeker: what looks for things
 * @settings: (nullable): where the choice is kept
 * @over: a widget in the window
 *
 * Lets the clerk choose which sounds are taken for one, until Escape.
 */
void
yc_sound_sheet_present (YcSeeker *seeker, GSettings *settings, GtkWidget *over)
{
  GtkWidget *box, *words;

  g_return_if_fail (YC_IS_SEEKER (seeker));
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  words = gtk_label_new (_ ("When you type pinyin, these sounds count as the same. What is spelt as "
                            "you typed it comes first."));
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 44);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_box_append (GTK_BOX (box), words);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    gtk_box_append (GTK_BOX (box), create_button (i, seeker, settings));
  yc_sheet_present (yc_sheet_new (_ ("Sounds in the search"), box), over);
}

/**
 * yc_sound_sheet_apply:
 * @seeker: what looks for things
 * @settings: (nullable): where the choice is kept; all pairs count without it
 */
void
yc_sound_sheet_apply (YcSeeker *seeker, GSettings *settings)
{
  g_return_if_fail (YC_IS_SEEKER (seeker));

  yc_seeker_set_fuzzy (seeker, settings != NULL
                                   ? (YcSearchFuzzy) g_settings_get_flags (settings, SETTING)
                                   : YC_SEARCH_FUZZY_ALL);
}
