/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reviewer said, on top of a case that came back. */
#include "yc-return-banner.h"

#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcReturnBanner
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel  *title;
  GtkLabel  *words;
};

enum
{
  MEND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcReturnBanner, yc_return_banner, GTK_TYPE_WIDGET)

static void
mend_cb (YcReturnBanner *self)
{
  g_signal_emit (self, signals[MEND], 0);
}

static void
yc_return_banner_dispose (GObject *object)
{
  g_clear_pointer (&YC_RETURN_BANNER (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_return_banner_parent_class)->dispose (object);
}

static void
yc_return_banner_class_init (YcReturnBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_return_banner_dispose;

  /**
   * YcReturnBanner::mend:
   *
   * The clerk wants to go to what is to be mended.
   */
  signals[MEND] = g_signal_new ("mend", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "returnbanner");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-return-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, YcReturnBanner, box);
  gtk_widget_class_bind_template_child (widget_class, YcReturnBanner, title);
  gtk_widget_class_bind_template_child (widget_class, YcReturnBanner, words);
  gtk_widget_class_bind_template_callback (widget_class, mend_cb);
}

static void
yc_return_banner_init (YcReturnBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_return_banner_new:
 *
 * Returns: a banner that says nothing
 */
GtkWidget *
yc_return_banner_new (void)
{
  return g_object_new (YC_TYPE_RETURN_BANNER, NULL);
}

/**
 * yc_return_banner_set_return:
 * @self: the banner
 * @last: (nullable): what to say
 */
void
yc_return_banner_set_return (YcReturnBanner *self, YcCaseReturn *last)
{
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  const char *note, *by;

  g_return_if_fail (YC_IS_RETURN_BANNER (self));

  if (last == NULL)
    return;

  note = yc_case_return_get_note (last);
  by = yc_case_return_get_by_name (last);
  title = yc_return_banner_dup_words (last);
  words = yc_words_join (yc_cause_get_title (yc_case_return_get_cause (last)),
                         by != NULL ? by : "", note != NULL ? note : "", NULL);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->words, words);
}

/**
 * yc_return_banner_dup_words:
 * @last: a return
 *
 * Returns: (transfer full): the reason in one line
 */
char *
yc_return_banner_dup_words (YcCaseReturn *last)
{
  g_return_val_if_fail (YC_IS_CASE_RETURN (last), NULL);

  return g_strdup_printf (_ ("Returned: %s"), yc_case_return_get_reason_title (last));
}
