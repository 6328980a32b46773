/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks why a certificate is made void, replaced or issued again, and does it. */
#include "yc-change-sheet.h"

#include "yc-ask-sheet.h"
#include "yc-case-contents.h"
#include "yc-case-mending.h"
#include "yc-client-error.h"
#include "yc-dialogs.h"
#include "yc-error-words.h"
#include "yc-form-view.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

/* Of the form beside the fields, on the smallest screen. */
#define FORM_WIDTH 440
#define FORM_HEIGHT 460

/* A change that is not made yet; it lives as long as its sheet. */
typedef struct
{
  GtkWidget           *over;
  YcDesk              *desk;
  YcIssuedCertificate *certificate;
  YcCertificateAction  action;
  YcChangeSheetDone    done;
  YcAskSheet          *sheet;
  /* What is mended; both NULL where nothing is, the form also where the item has none. */
  YcCase              *a_case;
  YcForm              *form;
  GtkWidget           *view;
  /* Those that fit, in the order of the choices. */
  YcChangeReason       reasons[YC_N_CHANGE_REASONS];
} Change;

/* What the clerk reads of an action, before and after. */
static const struct
{
  const char *title;
  const char *about;
  const char *send;
  const char *done;
} words[YC_N_CERTIFICATE_ACTIONS + 1] = {
  [YC_CERTIFICATE_ACTION_VOID] = {
    N_ ("Make the certificate void"),
    N_ ("It loses its effect for good. Whoever checks it is told so, and it is not printed any "
        "more."),
    N_ ("Make void…"), N_ ("The certificate is void") },
  [YC_CERTIFICATE_ACTION_REPLACE] = {
    N_ ("Replace the certificate"),
    N_ ("Mend what is wrong. A new version takes its place, and this one loses its effect."),
    N_ ("Replace"), N_ ("The certificate was replaced") },
  [YC_CERTIFICATE_ACTION_REISSUE] = {
    N_ ("Issue the certificate again"),
    N_ ("A new version with the same words and the same last day takes its place. The one that was "
        "lost or damaged loses its effect."),
    N_ ("Issue again"), N_ ("The certificate was issued again") },
};

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->over);
  g_object_unref (change->desk);
  g_object_unref (change->certificate);
  g_clear_object (&change->a_case);
  g_clear_object (&change->form);
  g_free (change);
}

/* (transfer full): why it was not done, and what now. Nothing waits to be sent by itself. */
static char *
describe_error (const GError *error)
{
  if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE))
    return g_strdup (_ ("The service cannot be reached, so nothing was changed. Send it again when "
                        "the line is back; what is typed stays here."));
  if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_TIMED_OUT) ||
      g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PENDING))
    return g_strdup (_ ("The line broke before the answer came, so it is not known whether this was "
                        "done. Send it again: it is never done twice."));
  if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE) ||
      g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CONFLICT))
    return g_strdup (_ ("This cannot be done any more: the certificate is void, has been replaced, "
                        "or its last day is over. Close this and look at its state."));
  return yc_error_words_line (error);
}

/* On the sheet, or in passing when that was closed meanwhile. */
static void
fail (YcAskSheet *sheet, GtkWidget *over, const GError *error)
{
  g_autofree char *why = describe_error (error);

  if (gtk_widget_get_mapped (GTK_WIDGET (sheet)))
    yc_ask_sheet_fail (sheet, why);
  else
    yc_dialogs_toast (over, why);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcAskSheet) sheet = user_data;
  Change *change = g_object_get_data (G_OBJECT (sheet), "change");
  g_autoptr (GtkWidget) over = g_object_ref (change->over);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCertificateDetails) now =
    yc_desk_change_certificate_finish (YC_DESK (source), result, &error);

  if (now == NULL)
    {
      fail (sheet, over, error);
      return;
    }
  yc_dialogs_toast (over, _ (words[change->action].done));
  change->done (over, now);
  yc_ask_sheet_close (sheet);
}

/* (transfer full) (nullable): what the new version is to certify */
static JsonObject *
write_contents (Change *change)
{
  g_autofree char *name = NULL;
  g_autofree char *id_number = NULL;

  if (change->a_case == NULL)
    return NULL;
  name = yc_ask_sheet_dup_text (change->sheet, "name");
  id_number = yc_ask_sheet_dup_text (change->sheet, "id_number");
  return yc_case_mending_write (change->a_case, name, id_number, change->form);
}

static void
send_change (Change *change)
{
  g_autoptr (JsonObject) contents = write_contents (change);
  YcChangeReason reason = change->reasons[yc_ask_sheet_get_choice (change->sheet, "reason")];
  g_autofree char *note = yc_ask_sheet_dup_text (change->sheet, "note");

  yc_ask_sheet_set_busy (change->sheet);
  yc_desk_change_certificate_async (change->desk,
                                    yc_issued_certificate_get_serial (change->certificate),
                                    change->action, reason, *note != '\0' ? note : NULL, contents,
                                    NULL, changed_cb, g_object_ref (change->sheet));
}

static void
confirmed_cb (GtkWidget *over, gpointer user_data)
{
  send_change (g_object_get_data (user_data, "change"));
}

/* What cannot be taken back is asked once more. */
static void
confirm (Change *change)
{
  g_autofree char *body =
    g_strdup_printf (_ ("%s\n%s\n\nThis cannot be taken back."),
                     yc_issued_certificate_get_title (change->certificate),
                     yc_issued_certificate_get_serial (change->certificate));

  yc_dialogs_confirm (GTK_WIDGET (change->sheet), _ ("Make this certificate void for good?"), body,
                      _ ("Make _void"), TRUE, confirmed_cb, g_object_ref (change->sheet),
                      g_object_unref);
}

/* The first field that is wrong gets the focus. */
static gboolean
check_form (Change *change)
{
  g_autoptr (GListModel) problems = change->form != NULL ? yc_form_check (change->form) : NULL;

  if (change->form == NULL || yc_form_get_is_valid (change->form))
    return TRUE;
  yc_ask_sheet_fail (change->sheet, _ ("Something in the form is missing or wrong."));
  yc_form_view_focus_first_error (YC_FORM_VIEW (change->view));
  return FALSE;
}

static void
send_cb (YcAskSheet *sheet, Change *change)
{
  g_autofree char *note = yc_ask_sheet_dup_text (sheet, "note");

  if (!check_form (change))
    return;
  if (change->reasons[yc_ask_sheet_get_choice (sheet, "reason")] == YC_CHANGE_REASON_OTHER &&
      *note == '\0')
    yc_ask_sheet_fail (sheet, _ ("Say in words why."));
  else if (change->action == YC_CERTIFICATE_ACTION_VOID)
    confirm (change);
  else
    send_change (change);
}

/* Their titles, %NULL at the end. */
static void
list_reasons (Change *change, const char **titles)
{
  guint n = 0;

  for (guint i = 1; i <= YC_N_CHANGE_REASONS; i++)
    if (yc_change_reason_fits (i, change->action))
      {
        change->reasons[n] = i;
        titles[n++] = yc_change_reason_get_title (i);
      }
  titles[n] = NULL;
}

static GtkWidget *
create_form (Change *change)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  change->view = yc_form_view_new ();
  yc_form_view_set_attachments (YC_FORM_VIEW (change->view),
                                yc_desk_get_attachments (change->desk));
  yc_form_view_set_form (YC_FORM_VIEW (change->view), change->form);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), change->view);
  gtk_widget_set_size_request (scrolled, FORM_WIDTH, FORM_HEIGHT);
  return scrolled;
}

/* Takes @change. */
static void
ask (Change *change)
{
  const char *titles[YC_N_CHANGE_REASONS + 1];
  gboolean mends = change->a_case != NULL;
  const YcAskField fields[] = {
    { .name = "reason", .title = _ ("Why"), .choices = titles },
    { .name = "note", .title = _ ("More about it"), .height = 72 },
    { .name = "name", .title = _ ("Name of the applicant"), .needed = TRUE,
      .value = mends ? yc_case_contents_get_applicant (change->a_case, "name") : NULL },
    { .name = "id_number", .title = _ ("ID number of the applicant"), .needed = TRUE,
      .value = mends ? yc_case_contents_get_applicant (change->a_case, "id_number") : NULL },
  };

  list_reasons (change, titles);
  change->sheet = yc_ask_sheet_present (change->over, _ (words[change->action].title),
                                        _ (words[change->action].about), fields,
                                        mends ? G_N_ELEMENTS (fields) : 2,
                                        _ (words[change->action].send));
  if (change->form != NULL)
    yc_ask_sheet_set_side (change->sheet, create_form (change));
  g_object_set_data_full (G_OBJECT (change->sheet), "change", change, change_free);
  g_signal_connect (change->sheet, "send", G_CALLBACK (send_cb), change);
}

static void
case_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Change *change = user_data;
  g_autoptr (GError) error = NULL;

  change->a_case = yc_desk_load_case_finish (YC_DESK (source), result, &error);
  if (change->a_case == NULL || !gtk_widget_get_mapped (change->over))
    {
      if (error != NULL)
        yc_dialogs_toast_error (change->over, error);
      change_free (change);
      return;
    }
  change->form = yc_case_mending_create_form (yc_desk_get_catalog (change->desk), change->a_case,
                                              yc_case_contents_get_form (change->a_case));
  ask (change);
}

void
yc_change_sheet_present (GtkWidget           *over,
                         YcDesk              *desk,
                         YcIssuedCertificate *certificate,
                         YcCertificateAction  action,
                         YcChangeSheetDone    done)
{
  Change *change = g_new0 (Change, 1);

  change->over = g_object_ref (over);
  change->desk = g_object_ref (desk);
  change->certificate = g_object_ref (certificate);
  change->action = action;
  change->done = done;
  /* What is mended is what was certified. */
  if (action == YC_CERTIFICATE_ACTION_REPLACE)
    yc_desk_load_case_async (desk, yc_issued_certificate_get_case_id (certificate), NULL,
                             case_loaded_cb, change);
  else
    ask (change);
}
