/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a case, live: the states with their times, then certificate and print. */
#include "yc-result-step.h"

#include "yc-case-certificate.h"
#include "yc-certificate-facts.h"
#include "yc-conflict-sheet.h"
#include "yc-delivery-line.h"
#include "yc-error-words.h"
#include "yc-json.h"
#include "yc-notice-paper.h"
#include "yc-notice-print.h"
#include "yc-preview-view.h"
#include "yc-state-line.h"
#include "yc-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _YcResultStep
{
  YcVisitStep parent_instance;

  GtkWidget     *line;
  GtkWidget     *deliveries;
  GtkStack      *stack;
  AdwStatusPage *status;
  GtkWidget     *compare;
  GtkWidget     *notice;
  GtkLabel      *number;
  GtkLabel      *identifier;
  GtkWidget     *facts;
  GtkWidget     *preview;
  YcPrintPanel  *print;
  YcDesk        *desk;
  YcCase        *a_case;
  YcCommand     *command;
  char          *shown_serial;
  YcCertificateState shown_state;
  GCancellable  *cancellable;
};

enum
{
  CERTIFICATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcResultStep, yc_result_step, YC_TYPE_VISIT_STEP)

static YcCaseDraft *
get_draft (YcResultStep *self)
{
  return yc_visit_step_get_draft (YC_VISIT_STEP (self));
}

static gboolean
is_parked (YcResultStep *self)
{
  return yc_case_draft_get_state (get_draft (self)) == YC_CASE_DRAFT_PARKED;
}

static void
tell_certificate (YcResultStep *self)
{
  g_signal_emit (self, signals[CERTIFICATE_CHANGED], 0);
}

static void
say (YcResultStep *self, const char *icon, const char *title, const char *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
say_return (YcResultStep *self)
{
  YcCaseReturn *last = yc_case_get_last_return (self->a_case);
  const char *note = last != NULL ? yc_case_return_get_note (last) : NULL;
  g_autofree char *words =
      yc_words_join (last != NULL ? yc_case_return_get_reason_title (last) : "",
                     note != NULL ? note : "", NULL);

  say (self, "yc-place-returns-symbolic", _ ("Returned: mend it and send it again"), words);
}

/* What to do, and what the service found wrong. */
static char *
describe_refusal (YcResultStep *self, const GError *error)
{
  g_auto (GStrv) found = yc_case_draft_dup_refusals (get_draft (self));
  g_autofree char *lines = g_strjoinv ("\n", found);
  const char *way_out = error != NULL ? yc_error_words_way_out (error) : "";

  return *lines != '\0' ? g_strjoin ("\n\n", lines, way_out, NULL) : g_strdup (way_out);
}

static void
say_refusal (YcResultStep *self, const GError *error)
{
  g_autofree char *words = describe_refusal (self, error);

  say (self, "dialog-warning-symbolic",
       error != NULL ? yc_error_words_title (error) : _ ("The service refused this"), words);
}

/* What is said of a draft that is safe here, and of its files as they go over. */
static void
say_saved (YcResultStep *self, YcCommand *command)
{
  gboolean online = yc_line_get_online (yc_desk_get_line (self->desk));
  const char *safe = _ ("Safe on this computer even if the power fails. It is sent by itself.");
  g_autofree char *sending = NULL;
  g_autofree char *words = NULL;

  if (command != NULL)
    sending = yc_words_sending (yc_command_get_n_sent (command), yc_command_get_n_bytes (command));
  words = sending != NULL ? g_strdup_printf ("%s\n%s", sending, safe) : g_strdup (safe);
  say (self, "mail-send-symbolic",
       online ? _ ("Saved, on its way") : _ ("Saved, waits for the line"), words);
}

static void
say_draft_state (YcResultStep *self)
{
  YcCommand *command = yc_case_draft_get_command (get_draft (self));
  const GError *error = command != NULL ? yc_command_get_error (command) : NULL;

  switch (yc_case_draft_get_state (get_draft (self)))
    {
    case YC_CASE_DRAFT_PARKED:
      say_refusal (self, error);
      break;
    case YC_CASE_DRAFT_SAVED:
      say_saved (self, command);
      break;
    case YC_CASE_DRAFT_DRAFT:
    case YC_CASE_DRAFT_SENT:
    case YC_CASE_DRAFT_MENDING:
    default:
      say (self, "yc-place-cases-symbolic", _ ("Not sent yet"),
           _ ("The result appears here once the case is sent from “Check”."));
      break;
    }
}

static void
say_case_state (YcResultStep *self)
{
  switch (yc_case_get_state (self->a_case))
    {
    case YC_CASE_STATE_SUBMITTED:
      say (self, "yc-place-review-symbolic", _ ("With the reviewer"),
           _ ("This page follows by itself. Take the next citizen with Ctrl+T; a dot on the tab "
              "calls you back."));
      break;
    case YC_CASE_STATE_RETURNED:
      say_return (self);
      break;
    case YC_CASE_STATE_REFUSED:
      say (self, "yc-mark-error-symbolic", yc_case_state_get_title (YC_CASE_STATE_REFUSED), "");
      break;
    case YC_CASE_STATE_WITHDRAWN:
      say (self, "yc-mark-empty-symbolic", yc_case_state_get_title (YC_CASE_STATE_WITHDRAWN), "");
      break;
    case YC_CASE_STATE_APPROVED:
    case YC_CASE_STATE_ISSUED:
    default:
      say (self, "yc-mark-done-symbolic", yc_case_state_get_title (YC_CASE_STATE_APPROVED),
           _ ("This item has no certificate. Nothing more is to be done."));
      break;
    }
}

static void
certificate_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcResultStep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = yc_desk_load_certificate_finish (YC_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (pdf != NULL)
    {
      yc_preview_view_set_pdf (YC_PREVIEW_VIEW (self->preview), pdf, YC_DOCUMENT_OURS);
      return;
    }

  say (self, "dialog-warning-symbolic", yc_error_words_title (error),
       yc_error_words_way_out (error));
}

/* What is in force and the first version has nothing more to tell. */
static void
show_facts (YcResultStep *self)
{
  const char *identifier = yc_case_certificate_get_identifier (self->a_case);
  gboolean news = self->shown_state != YC_CERTIFICATE_VALID ||
                  yc_case_certificate_get_version (self->a_case) > 1;

  gtk_label_set_text (self->identifier, identifier != NULL ? identifier : "");
  gtk_widget_set_visible (GTK_WIDGET (self->identifier), identifier != NULL);
  gtk_widget_set_visible (self->facts, news);
  yc_certificate_facts_show (YC_CERTIFICATE_FACTS (self->facts), news ? self->shown_serial : NULL,
                             yc_case_get_number (self->a_case), self->shown_state);
}

/* Only what is in force is printed. */
static void
show_state (YcResultStep *self)
{
  gboolean valid;

  if (self->shown_state == yc_case_certificate_get_state (self->a_case))
    return;
  self->shown_state = yc_case_certificate_get_state (self->a_case);
  valid = self->shown_state == YC_CERTIFICATE_VALID;
  yc_print_panel_set_certificate (self->print, valid ? yc_case_get_id (self->a_case) : NULL,
                                  valid ? self->shown_serial : NULL,
                                  valid ? yc_case_get_item_title (self->a_case) : NULL);
  show_facts (self);
  tell_certificate (self);
}

static void
show_certificate (YcResultStep *self)
{
  const char *serial = yc_case_get_certificate_serial (self->a_case);

  gtk_stack_set_visible_child_name (self->stack, "certificate");
  if (g_strcmp0 (self->shown_serial, serial) == 0)
    {
      show_state (self);
      return;
    }

  g_free (self->shown_serial);
  self->shown_serial = g_strdup (serial);
  gtk_label_set_text (self->number, serial);
  yc_preview_view_set_pdf (YC_PREVIEW_VIEW (self->preview), NULL, YC_DOCUMENT_OURS);
  self->shown_state = 0;
  show_state (self);
  yc_desk_load_certificate_async (self->desk, yc_case_get_id (self->a_case), serial,
                                  self->cancellable, certificate_loaded_cb, g_object_ref (self));
}

static void
compare_cb (GtkButton *button, YcResultStep *self)
{
  yc_result_step_compare (self);
}

static void
notice_cb (GtkButton *button, YcResultStep *self)
{
  yc_notice_print_present (GTK_WIDGET (self), self->desk, self->a_case);
}

static void
show_notice (YcResultStep *self)
{
  JsonObject *notice = yc_notice_paper_find (self->desk, self->a_case);
  g_autofree char *words =
      /* Translators: the title of a notice */
      notice != NULL ? g_strdup_printf (_ ("Print “%s”"), yc_json_get_string (notice, "title", ""))
                     : NULL;

  gtk_widget_set_visible (self->notice, notice != NULL && !is_parked (self));
  if (words != NULL)
    gtk_button_set_label (GTK_BUTTON (self->notice), words);
}

static void
show_compare (YcResultStep *self)
{
  YcCommand *command = yc_case_draft_get_command (get_draft (self));

  gtk_widget_set_visible (self->compare, command != NULL && yc_conflict_is_of (command));
}

static void
show (YcResultStep *self)
{
  yc_state_line_show (YC_STATE_LINE (self->line), get_draft (self));
  yc_delivery_line_show (YC_DELIVERY_LINE (self->deliveries), self->desk, self->a_case);
  show_compare (self);
  show_notice (self);
  if (self->a_case == NULL || is_parked (self))
    say_draft_state (self);
  else if (yc_case_get_certificate_serial (self->a_case) != NULL)
    show_certificate (self);
  else
    say_case_state (self);
}

static void
line_changed_cb (YcResultStep *self)
{
  if (get_draft (self) != NULL)
    show (self);
}

static void
follow_command (YcResultStep *self)
{
  YcCommand *command = yc_case_draft_get_command (get_draft (self));

  if (self->command == command)
    return;
  if (self->command != NULL)
    g_signal_handlers_disconnect_by_data (self->command, self);
  g_set_object (&self->command, command);
  if (command != NULL)
    g_signal_connect_swapped (command, "notify::n-sent", G_CALLBACK (line_changed_cb), self);
}

static void
draft_changed_cb (YcResultStep *self)
{
  YcCase *a_case = yc_case_draft_get_case (get_draft (self));

  if (self->a_case != a_case)
    {
      if (self->a_case != NULL)
        g_signal_handlers_disconnect_by_data (self->a_case, self);
      g_set_object (&self->a_case, a_case);
      if (a_case != NULL)
        g_signal_connect_swapped (a_case, "notify", G_CALLBACK (show), self);
    }
  follow_command (self);
  show (self);
}

static void
forget_certificate (YcResultStep *self)
{
  if (self->shown_serial == NULL)
    return;

  g_clear_pointer (&self->shown_serial, g_free);
  gtk_label_set_text (self->number, "");
  gtk_widget_set_visible (GTK_WIDGET (self->identifier), FALSE);
  gtk_widget_set_visible (self->facts, FALSE);
  yc_print_panel_set_certificate (self->print, NULL, NULL, NULL);
  tell_certificate (self);
}

static void
forget_case (YcResultStep *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  forget_certificate (self);
  if (self->command != NULL)
    g_signal_handlers_disconnect_by_data (self->command, self);
  g_clear_object (&self->command);
  if (self->a_case != NULL)
    g_signal_handlers_disconnect_by_data (self->a_case, self);
  g_clear_object (&self->a_case);
}

static void
yc_result_step_draft_set (YcVisitStep *step, YcCaseDraft *draft)
{
  YcResultStep *self = YC_RESULT_STEP (step);

  forget_case (self);
  if (draft == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  g_signal_connect_swapped (draft, "notify", G_CALLBACK (draft_changed_cb), self);
  draft_changed_cb (self);
}

static gboolean
yc_result_step_begin (YcVisitStep *step)
{
  return gtk_widget_child_focus (GTK_WIDGET (step), GTK_DIR_TAB_FORWARD);
}

static void
yc_result_step_dispose (GObject *object)
{
  YcResultStep *self = YC_RESULT_STEP (object);

  yc_visit_step_set_draft (YC_VISIT_STEP (object), NULL);
  g_clear_object (&self->print);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_result_step_parent_class)->dispose (object);
}

static void
yc_result_step_class_init (YcResultStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YcVisitStepClass *step_class = YC_VISIT_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_result_step_dispose;
  step_class->begin = yc_result_step_begin;
  step_class->draft_set = yc_result_step_draft_set;

  /**
   * YcResultStep::certificate-changed:
   *
   * There is a certificate now, or none any more, or it was printed.
   */
  signals[CERTIFICATE_CHANGED] = g_signal_new ("certificate-changed", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-result-step.ui");
  gtk_widget_class_bind_template_child (widget_class, YcResultStep, line);
  gtk_widget_class_bind_template_child (widget_class, YcResultStep, deliveries);
  gtk_widget_class_bind_template_child (widget_class, YcResultStep, stack);
  gtk_widget_class_bind_template_child (widget_class, YcResultStep, status);
  gtk_widget_class_bind_template_child (widget_class, YcResultStep, compare);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_child (widget_class, YcResultStep, notice);
  gtk_widget_class_bind_template_callback (widget_class, notice_cb);
  gtk_widget_class_bind_template_child (widget_class, YcResultStep, number);
  gtk_widget_class_bind_template_child (widget_class, YcResultStep, identifier);
  gtk_widget_class_bind_template_child (widget_class, YcResultStep, facts);
  gtk_widget_class_bind_template_child (widget_class, YcResultStep, preview);
}

static void
yc_result_step_init (YcResultStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_result_step_new:
 * @desk: the desk
 * @print: the panel beside the step, where the certificate is printed
 *
 * Returns: the step, without a draft
 */
GtkWidget *
yc_result_step_new (YcDesk *desk, YcPrintPanel *print)
{
  YcResultStep *self = g_object_new (YC_TYPE_RESULT_STEP, NULL);

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);
  g_return_val_if_fail (YC_IS_PRINT_PANEL (print), NULL);

  self->desk = g_object_ref (desk);
  self->print = g_object_ref (print);
  yc_print_panel_set_desk (print, desk);
  yc_certificate_facts_set_desk (YC_CERTIFICATE_FACTS (self->facts), desk);
  yc_certificate_facts_set_brief (YC_CERTIFICATE_FACTS (self->facts));
  g_signal_connect_object (yc_desk_get_line (desk), "notify::online",
                           G_CALLBACK (line_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (print, "notify::due", G_CALLBACK (tell_certificate), self,
                           G_CONNECT_SWAPPED);
  yc_preview_view_show_seal_for_desk (YC_PREVIEW_VIEW (self->preview), desk);

  return GTK_WIDGET (self);
}

/**
 * yc_result_step_print:
 * @self: the step
 *
 * Prints the certificate on screen; without one, shows the notice that goes with how things stand.
 *
 * Returns: %FALSE when there is neither
 */
gboolean
yc_result_step_print (YcResultStep *self)
{
  g_return_val_if_fail (YC_IS_RESULT_STEP (self), FALSE);

  if (self->shown_serial == NULL)
    return yc_notice_print_present (GTK_WIDGET (self), self->desk, self->a_case);

  yc_print_panel_print (self->print);

  return TRUE;
}

/**
 * yc_result_step_has_certificate:
 * @self: the step
 *
 * Returns: whether there is a certificate to be printed
 */
gboolean
yc_result_step_has_certificate (YcResultStep *self)
{
  g_return_val_if_fail (YC_IS_RESULT_STEP (self), FALSE);

  return self->shown_serial != NULL;
}

/**
 * yc_result_step_get_print_due:
 * @self: the step
 *
 * Returns: whether printing the certificate is what comes next
 */
gboolean
yc_result_step_get_print_due (YcResultStep *self)
{
  g_return_val_if_fail (YC_IS_RESULT_STEP (self), FALSE);

  return self->shown_serial != NULL && yc_print_panel_get_due (self->print);
}

/**
 * yc_result_step_compare:
 * @self: the step, of a draft in conflict
 *
 * Shows both versions beside each other, to choose from.
 */
void
yc_result_step_compare (YcResultStep *self)
{
  g_return_if_fail (YC_IS_RESULT_STEP (self));

  yc_conflict_sheet_present (GTK_WIDGET (self), self->desk,
                             yc_case_draft_get_command (get_draft (self)));
}
