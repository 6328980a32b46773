/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued: look at one, print it again with its number. */
#include "yc-certificates-page.h"

#include "yc-attachment-case.h"
#include "yc-columns.h"
#include "yc-error-words.h"
#include "yc-key-hints.h"
#include "yc-preview-view.h"
#include "yc-print-panel.h"
#include "yc-side-list.h"
#include "yc-verify-view.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcCertificatesPage
{
  YcPage parent_instance;

  YcLiveList *certificates;
  YcIssuedCertificate *chosen;
  YcSideList *list;
  YcPreviewView *preview;
  GtkLabel *serial;
  YcAttachmentCase *files;
  YcPrintPanel *print;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YcCertificatesPage, yc_certificates_page, YC_TYPE_PAGE)

static YcDesk *
get_desk (YcCertificatesPage *self)
{
  return yc_page_get_desk (YC_PAGE (self));
}

/* Only what is news: most certificates are printed once, right after they were issued. */
static char *
describe_prints (YcIssuedCertificate *certificate)
{
  guint n_prints = yc_issued_certificate_get_n_prints (certificate);

  return n_prints > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u print", "%u prints",
                                                      n_prints), n_prints)
                      : NULL;
}

/* What is in force needs no word. */
static const char *
describe_state (YcIssuedCertificate *certificate)
{
  YcCertificateState state = yc_issued_certificate_get_state (certificate);

  return state != YC_CERTIFICATE_VALID ? yc_certificate_state_get_title (state) : NULL;
}

static char *
describe_cb (gpointer item, char **below)
{
  YcIssuedCertificate *certificate = item;
  g_autofree char *moment = yc_words_moment (yc_issued_certificate_get_issued_at (certificate));
  g_autofree char *prints = describe_prints (certificate);

  const char *state = describe_state (certificate);

  *below = state != NULL
             ? yc_words_join (state, yc_issued_certificate_get_applicant_name (certificate), moment,
                              prints, NULL)
             : yc_words_join (yc_issued_certificate_get_applicant_name (certificate), moment, prints,
                              NULL);
  return g_strdup (yc_issued_certificate_get_title (certificate));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcCertificatesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = yc_desk_load_certificate_finish (YC_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pdf != NULL)
    yc_preview_view_set_pdf (self->preview, pdf, YC_DOCUMENT_OURS);
  else
    yc_preview_view_set_error (self->preview, yc_error_words_title (error),
                               yc_error_words_way_out (error));
}

static void
load (YcCertificatesPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->chosen == NULL)
    {
      yc_preview_view_set_pdf (self->preview, NULL, YC_DOCUMENT_OURS);
      return;
    }
  self->cancellable = g_cancellable_new ();
  yc_preview_view_set_loading (self->preview);
  yc_desk_load_certificate_async (get_desk (self), yc_issued_certificate_get_case_id (self->chosen),
                                  self->cancellable, loaded_cb, g_object_ref (self));
}

static void
show_serial (YcCertificatesPage *self)
{
  g_autofree char *words = NULL;

  if (self->chosen != NULL)
    words = g_strdup_printf (_ ("Serial number %s\nCase %s"),
                             yc_issued_certificate_get_serial (self->chosen),
                             yc_issued_certificate_get_case_number (self->chosen));
  if (words != NULL && describe_state (self->chosen) != NULL)
    {
      g_autofree char *standing = g_strconcat (words, "\n", describe_state (self->chosen), NULL);

      gtk_label_set_text (self->serial, standing);
      return;
    }
  gtk_label_set_text (self->serial, words != NULL ? words : "");
}

/* Only what is in force is printed. */
static gboolean
is_printable (YcIssuedCertificate *certificate)
{
  return certificate != NULL &&
         yc_issued_certificate_get_state (certificate) == YC_CERTIFICATE_VALID;
}

static void
chosen_cb (YcCertificatesPage *self, YcIssuedCertificate *certificate)
{
  g_set_object (&self->chosen, certificate);
  show_serial (self);
  if (is_printable (certificate))
    yc_print_panel_set_certificate (self->print, yc_issued_certificate_get_case_id (certificate),
                                    yc_issued_certificate_get_serial (certificate),
                                    yc_issued_certificate_get_title (certificate));
  else
    yc_print_panel_set_certificate (self->print, NULL, NULL, NULL);
  yc_attachment_case_set_case (self->files, get_desk (self),
                               certificate != NULL
                                 ? yc_issued_certificate_get_case_id (certificate)
                                 : NULL);
  load (self);
}

static void
list_changed_cb (YcCertificatesPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->certificates));
  g_autofree char *heading =
    g_strdup_printf (_ ("Issued: %u%s"), n_items,
                     yc_live_list_get_has_more (self->certificates) ? "+" : "");

  yc_side_list_set_heading (self->list, heading);
  /* The one that is shown may have been made void meanwhile. */
  show_serial (self);
  if (self->chosen != NULL && !is_printable (self->chosen))
    yc_print_panel_set_certificate (self->print, NULL, NULL, NULL);
  yc_side_list_set_state (self->list, yc_live_list_get_load_state (self->certificates),
                          yc_live_list_get_error (self->certificates));
}

static void
refresh_cb (YcCertificatesPage *self)
{
  yc_live_list_refresh (self->certificates);
}

static void
edge_reached_cb (YcCertificatesPage *self)
{
  yc_live_list_load_more (self->certificates);
}

static void
create_list (YcCertificatesPage *self)
{
  self->list = YC_SIDE_LIST (yc_side_list_new (_ ("Certificates issued"), describe_cb));
  yc_side_list_set_empty (self->list, "yc-place-certificates-symbolic", _ ("No certificates yet"),
                          _ ("They appear here as soon as a case is approved."));
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->list, "retry", G_CALLBACK (refresh_cb), self);
  g_signal_connect_swapped (self->list, "edge-reached", G_CALLBACK (edge_reached_cb), self);
}

static GtkWidget *
create_preview (YcCertificatesPage *self)
{
  self->preview = YC_PREVIEW_VIEW (yc_preview_view_new ());
  yc_preview_view_set_empty_words (self->preview, _ ("No certificate is chosen"),
                                   _ ("Choose one on the left with the arrow keys."));
  g_signal_connect_swapped (self->preview, "retry", G_CALLBACK (load), self);
  return GTK_WIDGET (self->preview);
}

static void
verify_cb (YcCertificatesPage *self)
{
  yc_verify_view_present (get_desk (self), GTK_WIDGET (self));
}

static GtkWidget *
create_panel (YcCertificatesPage *self)
{
  GtkWidget *panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *verify = gtk_button_new_with_mnemonic (_ ("_Verify a certificate…"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->serial = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->serial, 0);
  gtk_label_set_wrap (self->serial, TRUE);
  gtk_label_set_wrap_mode (self->serial, PANGO_WRAP_CHAR);
  gtk_label_set_selectable (self->serial, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->serial), FALSE);
  self->print = YC_PRINT_PANEL (yc_print_panel_new ());
  g_signal_connect_swapped (verify, "clicked", G_CALLBACK (verify_cb), self);
  gtk_widget_set_halign (verify, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (panel), verify);
  gtk_box_append (GTK_BOX (panel), GTK_WIDGET (self->serial));
  self->files = YC_ATTACHMENT_CASE (yc_attachment_case_new ());
  gtk_box_append (GTK_BOX (panel), GTK_WIDGET (self->print));
  gtk_box_append (GTK_BOX (panel), GTK_WIDGET (self->files));
  gtk_widget_add_css_class (panel, "side-panel");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), panel);
  return scrolled;
}

static GtkWidget *
create_columns (YcCertificatesPage *self)
{
  GtkWidget *columns = yc_columns_new ();

  create_list (self);
  yc_columns_set_start (YC_COLUMNS (columns), GTK_WIDGET (self->list));
  yc_columns_set_work (YC_COLUMNS (columns), create_preview (self));
  yc_columns_set_end (YC_COLUMNS (columns), create_panel (self));
  gtk_widget_set_vexpand (columns, TRUE);
  return columns;
}

static GtkWidget *
create_hints (void)
{
  GtkWidget *hints = yc_key_hints_new ();

  yc_key_hints_set (YC_KEY_HINTS (hints), "<Control>Down", _ ("Next certificate"), "<Control>p",
                    _ ("Print"), "F5", _ ("Fetch again"), NULL);
  return hints;
}

static void
yc_certificates_page_shown (YcPage *page)
{
  YcCertificatesPage *self = YC_CERTIFICATES_PAGE (page);

  yc_live_list_refresh (self->certificates);
  yc_side_list_focus (self->list);
}

static gboolean
yc_certificates_page_command (YcPage *page, YcPageCommand command)
{
  YcCertificatesPage *self = YC_CERTIFICATES_PAGE (page);

  if (command == YC_PAGE_COMMAND_NEXT_ITEM)
    yc_side_list_step (self->list, 1);
  else if (command == YC_PAGE_COMMAND_PREVIOUS_ITEM)
    yc_side_list_step (self->list, -1);
  else if (command == YC_PAGE_COMMAND_REFRESH)
    refresh_cb (self);
  else if (command == YC_PAGE_COMMAND_PRINT)
    yc_print_panel_print (self->print);
  else
    return FALSE;
  return TRUE;
}

static void
yc_certificates_page_constructed (GObject *object)
{
  YcCertificatesPage *self = YC_CERTIFICATES_PAGE (object);

  G_OBJECT_CLASS (yc_certificates_page_parent_class)->constructed (object);
  yc_print_panel_set_desk (self->print, get_desk (self));
  yc_preview_view_show_seal_for_desk (self->preview, get_desk (self));
  self->certificates = yc_desk_create_certificate_list (get_desk (self));
  g_signal_connect_swapped (self->certificates, "notify", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->certificates, "items-changed", G_CALLBACK (list_changed_cb),
                            self);
  load (self);
  yc_side_list_set_model (self->list, G_LIST_MODEL (self->certificates));
  list_changed_cb (self);
}

static void
yc_certificates_page_dispose (GObject *object)
{
  YcCertificatesPage *self = YC_CERTIFICATES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->certificates != NULL)
    g_signal_handlers_disconnect_by_data (self->certificates, self);
  g_clear_object (&self->certificates);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (yc_certificates_page_parent_class)->dispose (object);
}

static void
yc_certificates_page_class_init (YcCertificatesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YcPageClass *page_class = YC_PAGE_CLASS (klass);

  object_class->constructed = yc_certificates_page_constructed;
  object_class->dispose = yc_certificates_page_dispose;
  page_class->shown = yc_certificates_page_shown;
  page_class->command = yc_certificates_page_command;
}

static void
yc_certificates_page_init (YcCertificatesPage *self)
{

  gtk_widget_set_parent (create_columns (self), GTK_WIDGET (self));
  gtk_widget_set_parent (create_hints (), GTK_WIDGET (self));
}
