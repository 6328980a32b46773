/* SPDX-License-Identifier: GPL-3.0-or-later */
/* User, password, counter: for the start of the day, and for going on when a session has ended. */
#pragma once

#include <gtk/gtk.h>

#include "yc-session.h"

G_BEGIN_DECLS

#define YC_TYPE_SIGN_IN_FORM (yc_sign_in_form_get_type ())

G_DECLARE_FINAL_TYPE (YcSignInForm, yc_sign_in_form, YC, SIGN_IN_FORM, GtkWidget)

GtkWidget  *yc_sign_in_form_new         (void);
void        yc_sign_in_form_set_session (YcSignInForm *self, YcSession *session);
void        yc_sign_in_form_set_user    (YcSignInForm *self, const char *user, gboolean fixed);
void        yc_sign_in_form_set_counter (YcSignInForm *self, const char *counter);
const char *yc_sign_in_form_get_user    (YcSignInForm *self);
const char *yc_sign_in_form_get_counter (YcSignInForm *self);

G_END_DECLS
