/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing in again over the work when the session has ended. */
#include "yc-sign-in-sheet.h"

#include "yc-sign-in-form.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

static void
signed_in_cb (YcSignInForm *form, YcSheet *sheet)
{
  yc_sheet_close (sheet);
}

/**
 * yc_sign_in_sheet_present:
 * @session: an expired session
 * @over: a widget in the window
 *
 * Asks the same user for the password. The sheet goes away when it was right, not before.
 *
 * Returns: (transfer none): the sheet
 */
YcSheet *
yc_sign_in_sheet_present (YcSession *session, GtkWidget *over)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *words = gtk_label_new (_ ("Everything typed is kept. Sign in again and go on."));
  GtkWidget *form = yc_sign_in_form_new ();
  YcSheet *sheet;

  g_return_val_if_fail (YC_IS_SESSION (session), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (over), NULL);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_box_append (GTK_BOX (content), words);
  gtk_box_append (GTK_BOX (content), form);
  yc_sign_in_form_set_session (YC_SIGN_IN_FORM (form), session);
  yc_sign_in_form_set_user (YC_SIGN_IN_FORM (form), yc_session_get_user_id (session), TRUE);
  yc_sign_in_form_set_counter (YC_SIGN_IN_FORM (form), yc_session_get_counter (session));

  sheet = yc_sheet_new (_ ("The session has ended"), content);
  yc_sheet_set_closable (sheet, FALSE);
  g_signal_connect_object (form, "signed-in", G_CALLBACK (signed_in_cb), sheet, 0);
  yc_sheet_present (sheet, over);
  yc_workplace_begin (form);

  return sheet;
}
