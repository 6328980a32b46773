/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One unsent change: what it is, why it waits, and for a parked one what can be done. */
#include "yc-command-row.h"

#include "yc-conflict-sheet.h"
#include "yc-dialogs.h"
#include "yc-error-words.h"
#include "yc-plan-conflict-sheet.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcCommandRow
{
  GtkListBoxRow parent_instance;

  GtkLabel  *title;
  GtkLabel  *state;
  GtkWidget *actions;
  GtkWidget *compare;
  GtkWidget *retry;
  GtkWidget *discard;
  YcCommand *command;
  YcDesk    *desk;
};

G_DEFINE_FINAL_TYPE (YcCommandRow, yc_command_row, GTK_TYPE_LIST_BOX_ROW)

/* Why it did not work, if that was told, and when it is tried again. */
static char *
describe_pause (YcCommand *command)
{
  guint seconds = yc_command_get_next_try (command);
  const GError *error = yc_command_get_error (command);
  char *pause = g_strdup_printf (ngettext ("Tried again in %u s", "Tried again in %u s", seconds),
                                 seconds);
  g_autofree char *bare = NULL;

  if (error == NULL)
    return pause;
  bare = pause;

  return g_strdup_printf (_ ("%s. %s"), yc_error_words_title (error), bare);
}

static char *
describe_hold (YcCommand *command)
{

  switch (yc_command_get_hold (command))
    {
    case YC_COMMAND_HOLD_LINE:
      return g_strdup (_ ("Waits for the line"));
    case YC_COMMAND_HOLD_SESSION:
      return g_strdup (_ ("Waits for signing in"));
    case YC_COMMAND_HOLD_USER:
      return g_strdup_printf (_ ("Is sent when %s signs in"), yc_command_get_user_id (command));
    case YC_COMMAND_HOLD_ORDER:
      return g_strdup (_ ("Waits for an earlier change of the same case"));
    case YC_COMMAND_HOLD_BACKOFF:
      return describe_pause (command);
    case YC_COMMAND_HOLD_NONE:
    default:
      return g_strdup (_ ("Waits"));
    }
}

static char *
describe_sending (YcCommand *command)
{
  char *words = yc_words_sending (yc_command_get_n_sent (command),
                                  yc_command_get_n_bytes (command));

  return words != NULL ? words : g_strdup (_ ("Being sent"));
}

static char *
describe (YcCommand *command)
{
  const GError *error = yc_command_get_error (command);

  if (yc_command_get_state (command) == YC_COMMAND_PARKED)
    return error != NULL ? yc_error_words_line (error) : g_strdup (_ ("Refused"));
  if (yc_command_get_state (command) == YC_COMMAND_SENDING)
    return describe_sending (command);

  return describe_hold (command);
}

static void
show (YcCommandRow *self)
{
  g_autofree char *moment = yc_words_moment (yc_command_get_created_at (self->command));
  g_autofree char *title = yc_words_join (yc_command_get_title (self->command), moment, NULL);
  g_autofree char *state = describe (self->command);
  gboolean conflict =
      yc_conflict_is_of (self->command) || yc_plan_conflict_is_of (self->command);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, state);
  gtk_widget_set_visible (self->actions,
                          yc_command_get_state (self->command) == YC_COMMAND_PARKED);
  gtk_widget_set_visible (self->compare, conflict);
  gtk_widget_set_visible (self->retry, !conflict);
  gtk_widget_set_visible (self->discard, !conflict);
}

static void
retried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcCommandRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_outbox_retry_finish (YC_OUTBOX (source), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

static void
retry_cb (GtkButton *button, YcCommandRow *self)
{
  yc_outbox_retry_async (yc_desk_get_outbox (self->desk), self->command, NULL, NULL, retried_cb, g_object_ref (self));
}

static void
discarded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcCommandRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_outbox_discard_finish (YC_OUTBOX (source), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

/* What opens over the window takes the place of the popover that the row is in. */
static GtkWidget *
leave_popover (YcCommandRow *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);
  GtkWidget *over = popover != NULL ? gtk_widget_get_parent (popover) : GTK_WIDGET (self);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  return over;
}

static void
compare_cb (GtkButton *button, YcCommandRow *self)
{
  GtkWidget *over = leave_popover (self);

  if (yc_plan_conflict_is_of (self->command))
    yc_plan_conflict_sheet_present (over, self->desk, self->command);
  else
    yc_conflict_sheet_present (over, self->desk, self->command);
}

static void
discard_answer_cb (GtkWidget *over, gpointer user_data)
{
  YcCommandRow *self = user_data;

  yc_outbox_discard_async (yc_desk_get_outbox (self->desk), self->command, NULL, discarded_cb, g_object_ref (self));
}

static void
discard_cb (GtkButton *button, YcCommandRow *self)
{
  yc_dialogs_confirm (leave_popover (self), _ ("Discard this change?"),
                      _ ("It is not sent any more. What was typed stays in its visit."),
                      _ ("_Discard"), TRUE, discard_answer_cb, g_object_ref (self),
                      g_object_unref);
}

static void
yc_command_row_dispose (GObject *object)
{
  YcCommandRow *self = YC_COMMAND_ROW (object);

  if (self->command != NULL)
    g_signal_handlers_disconnect_by_data (self->command, self);
  g_clear_object (&self->command);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_command_row_parent_class)->dispose (object);
}

static void
yc_command_row_class_init (YcCommandRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_command_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-command-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YcCommandRow, title);
  gtk_widget_class_bind_template_child (widget_class, YcCommandRow, state);
  gtk_widget_class_bind_template_child (widget_class, YcCommandRow, actions);
  gtk_widget_class_bind_template_child (widget_class, YcCommandRow, compare);
  gtk_widget_class_bind_template_child (widget_class, YcCommandRow, retry);
  gtk_widget_class_bind_template_child (widget_class, YcCommandRow, discard);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
yc_command_row_init (YcCommandRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_command_row_new:
 * @command: a command of its outbox
 * @desk: the desk
 *
 * Returns: the row, which follows @command
 */
GtkWidget *
yc_command_row_new (YcCommand *command, YcDesk *desk)
{
  YcCommandRow *self = g_object_new (YC_TYPE_COMMAND_ROW, NULL);

  g_return_val_if_fail (YC_IS_COMMAND (command), NULL);
  g_return_val_if_fail (YC_IS_DESK (desk), NULL);

  self->command = g_object_ref (command);
  self->desk = g_object_ref (desk);
  g_signal_connect_swapped (command, "notify", G_CALLBACK (show), self);
  show (self);

  return GTK_WIDGET (self);
}
