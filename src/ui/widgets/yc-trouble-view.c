/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the desk cannot be opened, with what opens it: trying again, or the passphrase. */
#include "yc-trouble-view.h"

#include "yc-error-words.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

struct _YcTroubleView
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkWidget     *passphrase;
  GtkWidget     *passphrase_again;
  GtkLabel      *passphrase_words;
  GtkButton     *retry;
  YcDesk        *desk;
};

enum
{
  RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void yc_trouble_view_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcTroubleView, yc_trouble_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                      yc_trouble_view_workplace_init))

/* A new passphrase is typed twice: nobody can look it up later. */
static gboolean
take_passphrase (YcTroubleView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));
  const char *again = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_again));

  if (*text == '\0')
    {
      gtk_widget_grab_focus (self->passphrase);
      return FALSE;
    }
  if (gtk_widget_get_visible (self->passphrase_again) && !g_str_equal (text, again))
    {
      gtk_label_set_text (self->passphrase_words, _ ("The two are not the same. Type it again."));
      gtk_editable_set_text (GTK_EDITABLE (self->passphrase_again), "");
      gtk_widget_grab_focus (self->passphrase_again);
      return FALSE;
    }

  yc_desk_set_passphrase (self->desk, text);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_again), "");

  return TRUE;
}

static void
retry_cb (YcTroubleView *self)
{
  if (gtk_widget_get_visible (self->passphrase) && self->desk != NULL && !take_passphrase (self))
    return;

  g_signal_emit (self, signals[RETRY], 0);
}

static void
show_passphrase (YcTroubleView *self, gboolean locked)
{
  gboolean is_new = locked && self->desk != NULL && yc_desk_get_passphrase_is_new (self->desk);

  if (is_new)
    {
      adw_status_page_set_title (self->status, _ ("Choose a passphrase for this desk"));
      adw_status_page_set_description (self->status, NULL);
    }
  adw_status_page_set_icon_name (self->status, locked ? "system-lock-screen-symbolic"
                                                      : "dialog-warning-symbolic");
  gtk_button_set_label (self->retry, locked ? _ ("Open") : _ ("Try again"));
  gtk_widget_set_visible (self->passphrase, locked);
  gtk_widget_set_visible (self->passphrase_again, is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase_words), is_new);
  gtk_label_set_text (self->passphrase_words,
                      _ ("Choose it now and type it twice. It opens what this desk keeps; nobody "
                         "can look it up later."));
}

static gboolean
yc_trouble_view_begin (YcWorkplace *workplace)
{
  YcTroubleView *self = YC_TROUBLE_VIEW (workplace);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->passphrase)
                                    ? self->passphrase
                                    : GTK_WIDGET (self->retry));
}

static void
yc_trouble_view_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_trouble_view_begin;
}

static void
yc_trouble_view_dispose (GObject *object)
{
  g_clear_object (&YC_TROUBLE_VIEW (object)->desk);

  G_OBJECT_CLASS (yc_trouble_view_parent_class)->dispose (object);
}

static void
yc_trouble_view_class_init (YcTroubleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_trouble_view_dispose;

  /**
   * YcTroubleView::retry:
   *
   * The user asks to try again; a passphrase that was typed has been given to the desk.
   */
  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-trouble-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YcTroubleView, status);
  gtk_widget_class_bind_template_child (widget_class, YcTroubleView, passphrase);
  gtk_widget_class_bind_template_child (widget_class, YcTroubleView, passphrase_again);
  gtk_widget_class_bind_template_child (widget_class, YcTroubleView, passphrase_words);
  gtk_widget_class_bind_template_child (widget_class, YcTroubleView, retry);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
yc_trouble_view_init (YcTroubleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_trouble_view_set_desk:
 * @self: the view
 * @desk: (nullable): the desk that a passphrase opens
 */
void
yc_trouble_view_set_desk (YcTroubleView *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_TROUBLE_VIEW (self));
  g_return_if_fail (desk == NULL || YC_IS_DESK (desk));

  g_set_object (&self->desk, desk);
}

/**
 * yc_trouble_view_show:
 * @self: the view
 * @error: why the desk can't be opened
 *
 * Says so, and offers to try again; asks for the passphrase when that is what is missing.
 */
void
yc_trouble_view_show (YcTroubleView *self, const GError *error)
{
  g_return_if_fail (YC_IS_TROUBLE_VIEW (self));
  g_return_if_fail (error != NULL);

  adw_status_page_set_title (self->status, yc_error_words_title (error));
  adw_status_page_set_description (self->status, yc_error_words_way_out (error));
  show_passphrase (self,
                   g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PASSPHRASE_NEEDED) ||
                       g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PASSPHRASE_WRONG));
}
