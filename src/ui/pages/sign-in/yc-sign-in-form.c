/* SPDX-License-Identifier: GPL-3.0-or-later */
/* User, password, counter: for the start of the day, and for going on when a session has ended. */
#include "yc-sign-in-form.h"

#include "yc-client-error.h"
#include "yc-error-words.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

#define MAX_LENGTH 200

struct _YcSignInForm
{
  GtkWidget parent_instance;

  GtkWidget    *box;
  GtkEntry     *user;
  GtkWidget    *password;
  GtkEntry     *counter;
  GtkWidget    *counter_box;
  GtkLabel     *error;
  GtkWidget    *button;
  GtkSpinner   *spinner;
  YcSession    *session;
  GCancellable *cancellable;
};

enum
{
  SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void yc_sign_in_form_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcSignInForm, yc_sign_in_form, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                      yc_sign_in_form_workplace_init))

/* The focus stays where it is: an entry that has it must not become insensitive. */
static void
show_busy (YcSignInForm *self, gboolean busy)
{
  gtk_editable_set_editable (GTK_EDITABLE (self->user), !busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->password), !busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->counter), !busy);
  gtk_widget_set_sensitive (self->button, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
}

static void
show_error (YcSignInForm *self, const char *words)
{
  gtk_label_set_text (self->error, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), words != NULL);
}

/* Everything else at the desk is kept and sent later; signing in is not. */
static gboolean
is_no_answer (const GError *error)
{
  return g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_TIMED_OUT) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BUSY) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SERVICE);
}

static void
explain (YcSignInForm *self, const GError *error)
{
  g_autofree char *line = NULL;

  if (is_no_answer (error))
    /* Translators: %s says what is wrong with the service, without a full stop */
    line = g_strdup_printf (_ ("%s. Signing in needs it; what you typed is kept. Press Enter to "
                               "try again."),
                            yc_error_words_title (error));
  else
    {
      line = yc_error_words_line (error);
      gtk_editable_set_text (GTK_EDITABLE (self->password), "");
    }
  show_error (self, line);
  gtk_widget_grab_focus (self->password);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcSignInForm) self = user_data;
  g_autoptr (GError) error = NULL;

  show_busy (self, FALSE);
  if (yc_session_sign_in_finish (YC_SESSION (source), result, &error))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->password), "");
      g_signal_emit (self, signals[SIGNED_IN], 0);
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    explain (self, error);
}

static void
sign_in_cb (YcSignInForm *self)
{
  const char *user = gtk_editable_get_text (GTK_EDITABLE (self->user));
  const char *password = gtk_editable_get_text (GTK_EDITABLE (self->password));

  if (gtk_spinner_get_spinning (self->spinner))
    return;
  if (*user == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->user));
      return;
    }
  if (*password == '\0')
    {
      gtk_widget_grab_focus (self->password);
      return;
    }

  show_error (self, NULL);
  show_busy (self, TRUE);
  yc_session_sign_in_async (self->session, user, password,
                            gtk_editable_get_text (GTK_EDITABLE (self->counter)),
                            self->cancellable, signed_in_cb, g_object_ref (self));
}

static void
user_activate_cb (YcSignInForm *self)
{
  gtk_widget_grab_focus (self->password);
}

static gboolean
yc_sign_in_form_begin (YcWorkplace *workplace)
{
  YcSignInForm *self = YC_SIGN_IN_FORM (workplace);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->user)) == '\0')
    return gtk_widget_grab_focus (GTK_WIDGET (self->user));

  return gtk_widget_grab_focus (self->password);
}

static void
yc_sign_in_form_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_sign_in_form_begin;
}

static void
yc_sign_in_form_dispose (GObject *object)
{
  YcSignInForm *self = YC_SIGN_IN_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_sign_in_form_parent_class)->dispose (object);
}

static void
yc_sign_in_form_class_init (YcSignInFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_sign_in_form_dispose;

  /**
   * YcSignInForm::signed-in:
   *
   * The service has let the user in.
   */
  signals[SIGNED_IN] = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/sign-in/yc-sign-in-form.ui");
  gtk_widget_class_bind_template_child (widget_class, YcSignInForm, box);
  gtk_widget_class_bind_template_child (widget_class, YcSignInForm, user);
  gtk_widget_class_bind_template_child (widget_class, YcSignInForm, password);
  gtk_widget_class_bind_template_child (widget_class, YcSignInForm, counter);
  gtk_widget_class_bind_template_child (widget_class, YcSignInForm, counter_box);
  gtk_widget_class_bind_template_child (widget_class, YcSignInForm, error);
  gtk_widget_class_bind_template_child (widget_class, YcSignInForm, button);
  gtk_widget_class_bind_template_child (widget_class, YcSignInForm, spinner);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, user_activate_cb);
}

static void
yc_sign_in_form_init (YcSignInForm *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_entry_set_max_length (self->user, MAX_LENGTH);
  gtk_entry_set_max_length (self->counter, MAX_LENGTH);
}

/**
 * yc_sign_in_form_new:
 *
 * Returns: a form without a session
 */
GtkWidget *
yc_sign_in_form_new (void)
{
  return g_object_new (YC_TYPE_SIGN_IN_FORM, NULL);
}

/**
 * yc_sign_in_form_set_session:
 * @self: the form
 * @session: the session to sign in to
 */
void
yc_sign_in_form_set_session (YcSignInForm *self, YcSession *session)
{
  g_return_if_fail (YC_IS_SIGN_IN_FORM (self));
  g_return_if_fail (YC_IS_SESSION (session));

  g_set_object (&self->session, session);
}

/**
 * yc_sign_in_form_set_user:
 * @self: the form
 * @user: (nullable): the user's id
 * @fixed: whether nobody else may sign in here: the session of @user has ended
 */
void
yc_sign_in_form_set_user (YcSignInForm *self, const char *user, gboolean fixed)
{
  g_return_if_fail (YC_IS_SIGN_IN_FORM (self));

  gtk_editable_set_text (GTK_EDITABLE (self->user), user != NULL ? user : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->user), !fixed);
  gtk_widget_set_visible (self->counter_box, !fixed);
}

/**
 * yc_sign_in_form_set_counter:
 * @self: the form
 * @counter: (nullable): name of the counter worked at
 */
void
yc_sign_in_form_set_counter (YcSignInForm *self, const char *counter)
{
  g_return_if_fail (YC_IS_SIGN_IN_FORM (self));

  gtk_editable_set_text (GTK_EDITABLE (self->counter), counter != NULL ? counter : "");
}

/**
 * yc_sign_in_form_get_user:
 * @self: the form
 *
 * Returns: (transfer none): the user's id as typed
 */
const char *
yc_sign_in_form_get_user (YcSignInForm *self)
{
  g_return_val_if_fail (YC_IS_SIGN_IN_FORM (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->user));
}

/**
 * yc_sign_in_form_get_counter:
 * @self: the form
 *
 * Returns: (transfer none): the counter as typed
 */
const char *
yc_sign_in_form_get_counter (YcSignInForm *self)
{
  g_return_val_if_fail (YC_IS_SIGN_IN_FORM (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->counter));
}
