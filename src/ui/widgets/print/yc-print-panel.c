/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing a certificate or another paper: which printer, one button, and how it truly goes. */
#include "yc-print-panel.h"

#include "yc-desk-print.h"
#include "yc-dialogs.h"
#include "yc-error-words.h"
#include "yc-print-dialog.h"
#include "yc-print-setup.h"
#include "yc-print-state-line.h"
#include "yc-print-summary.h"

#include <glib/gi18n-lib.h>

struct _YcPrintPanel
{
  GtkWidget parent_instance;

  GtkWidget        *content;
  YcPrintSummary   *summary;
  GtkWidget        *print;
  GtkLabel         *print_words;
  GtkWidget        *sample;
  YcPrintStateLine *state_line;

  YcDesk     *desk;
  YcPrintSetup *setup;
  YcPrintRun *run;
  char       *case_id;
  char       *serial;
  char       *title;
  guint       n_prints; /* that the service knows of */
  GBytes     *pdf; /* a paper that is no certificate */
  gboolean    asking; /* between the button and the run */
  gboolean    due;
};

typedef enum
{
  PROP_DUE = 1,
} YcPrintPanelProperty;

static GParamSpec *properties[PROP_DUE + 1];

G_DEFINE_FINAL_TYPE (YcPrintPanel, yc_print_panel, GTK_TYPE_WIDGET)

/* What a press of the button was for: the panel may have gone on to another paper. */
typedef struct
{
  YcPrintPanel *self;
  char         *serial;
  GBytes       *pdf;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->self);
  g_free (asked->serial);
  g_clear_pointer (&asked->pdf, g_bytes_unref);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static gboolean
is_under_way (YcPrintPanel *self)
{
  return self->asking || (self->run != NULL && !yc_print_run_get_final (self->run));
}

static gboolean
has_come_out (YcPrintPanel *self)
{
  return self->run != NULL && yc_print_run_get_state (self->run) == YC_PRINT_RUN_DONE;
}

/* A sheet of it is about, from here or from another desk. */
static gboolean
is_further (YcPrintPanel *self)
{
  YcPrintHistory history = self->serial != NULL ? yc_desk_get_print_history (self->desk, self->serial)
                                                : YC_PRINT_HISTORY_NONE;

  return history == YC_PRINT_HISTORY_PRINTED ||
         (history == YC_PRINT_HISTORY_NONE && self->serial != NULL && self->n_prints > 0);
}

/* The button leads as long as printing is what comes next. */
static void
update_due (YcPrintPanel *self)
{
  gboolean due =
    gtk_widget_get_sensitive (self->print) && !has_come_out (self) && !is_further (self);

  if (due)
    gtk_widget_add_css_class (self->print, "suggested-action");
  else
    gtk_widget_remove_css_class (self->print, "suggested-action");
  if (self->due == due)
    return;
  self->due = due;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DUE]);
}

static void
update_button (YcPrintPanel *self)
{
  const char *words = has_come_out (self) || is_further (self) ? _ ("Print again") : _ ("Print");

  gtk_label_set_text (self->print_words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->print), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_widget_set_sensitive (self->print, (self->serial != NULL || self->pdf != NULL) &&
                                             !is_under_way (self) && self->setup != NULL &&
                                             yc_print_setup_get_ready (self->setup));
  gtk_widget_set_sensitive (GTK_WIDGET (self->summary), !is_under_way (self));
  update_due (self);
}

static const char *
get_printer_info (YcPrintPanel *self)
{
  const char *name = yc_print_run_get_printer (self->run);
  YcPrinter *printer = yc_printers_find (yc_desk_get_printers (self->desk), name);

  return printer != NULL ? yc_printer_get_info (printer) : name;
}

static char *
describe_where (YcPrintPanel *self)
{
  guint number = yc_print_run_get_number (self->run);

  if (number == 0)
    return g_strdup (get_printer_info (self));
  /* Translators: the how-manieth print of this certificate, and the printer */
  return g_strdup_printf (_ ("Print no. %u · %s"), number, get_printer_info (self));
}

static void
show_run (YcPrintPanel *self)
{
  g_autofree char *where = NULL;

  update_button (self);
  if (self->run == NULL)
    {
      yc_print_state_line_clear (self->state_line);
      return;
    }
  where = describe_where (self);
  yc_print_state_line_show (self->state_line, yc_print_run_get_state (self->run), where,
                            yc_print_run_get_detail (self->run),
                            yc_print_run_get_advice (self->run));
}

static void
set_run (YcPrintPanel *self, YcPrintRun *run)
{
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_set_object (&self->run, run);
  if (run != NULL)
    g_signal_connect_swapped (run, "notify", G_CALLBACK (show_run), self);
  show_run (self);
}

static void
find_run (YcPrintPanel *self)
{
  YcPrintRun *run = self->serial != NULL ? yc_desk_find_print_run (self->desk, self->serial) : NULL;

  if (run != self->run && self->pdf == NULL)
    set_run (self, run);
}

static void
show_error (YcPrintPanel *self, const GError *error)
{
  yc_print_state_line_show_error (self->state_line, yc_error_words_title (error),
                                  yc_error_words_way_to_print (error));
}

static void
printed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  YcPrintPanel *self = asked->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintRun) run = yc_desk_print_finish (YC_DESK (object), result, &error);

  self->asking = FALSE;
  if (g_strcmp0 (asked->serial, self->serial) == 0 && asked->pdf == self->pdf)
    {
      if (self->pdf != NULL)
        set_run (self, run);
      else
        find_run (self);
      if (run != NULL)
        yc_print_setup_reset (self->setup);
      else
        show_error (self, error);
    }
  update_button (self);
}

static void
cancelled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPrintPanel) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_print_run_cancel_finish (YC_PRINT_RUN (object), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

static void
cancel_cb (YcPrintPanel *self)
{
  yc_print_run_cancel_async (self->run, NULL, cancelled_cb, g_object_ref (self));
}

static void
resolved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPrintPanel) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_print_run_resolve_finish (YC_PRINT_RUN (object), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

static void
resolve_cb (YcPrintPanel *self, gboolean came_out)
{
  yc_print_run_resolve_async (self->run, came_out, NULL, resolved_cb, g_object_ref (self));
}

static void
start_printing (YcPrintPanel *self, YcPrintReason reason, const char *note)
{
  g_autoptr (YcPrintOptions) options = NULL;
  YcPrintRequest request = { .kind = yc_print_setup_get_kind (self->setup),
                             .case_id = self->case_id, .serial = self->serial,
                             .title = self->title, .pdf = self->pdf,
                             .printer = yc_print_setup_get_printer (self->setup),
                             .reason = reason, .note = note };
  Asked *asked;

  if (!gtk_widget_get_sensitive (self->print))
    return;
  self->asking = TRUE;
  yc_print_state_line_show (self->state_line, YC_PRINT_RUN_ASKED, NULL, NULL, NULL);
  asked = g_new0 (Asked, 1);
  asked->self = g_object_ref (self);
  asked->serial = g_strdup (self->serial);
  asked->pdf = self->pdf != NULL ? g_bytes_ref (self->pdf) : NULL;
  request.options = options = yc_print_setup_create_options (self->setup, NULL);
  yc_desk_print_async (self->desk, &request, NULL, printed_cb, asked);
  update_button (self);
}

static void
dialog_print_cb (YcPrintPanel *self, YcPrintDialog *dialog)
{
  start_printing (self, yc_print_dialog_get_reason (dialog), yc_print_dialog_get_note (dialog));
}

/* The one place where all of it is chosen; Print there is Print here. A key pressed twice must not
 * make two numbered sheets: a further one is asked for there, with a reason. */
static void
present_dialog (YcPrintPanel *self)
{
  YcPrintDialogFlags flags = 0;

  if (self->serial == NULL)
    flags |= YC_PRINT_DIALOG_WITH_PAGES;
  if (is_further (self))
    flags |= YC_PRINT_DIALOG_FURTHER;
  g_signal_connect_object (yc_print_dialog_present (GTK_WIDGET (self), self->setup, flags), "print",
                           G_CALLBACK (dialog_print_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
yc_print_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YC_PRINT_PANEL (widget)->print);
}

static void
yc_print_panel_dispose (GObject *object)
{
  YcPrintPanel *self = YC_PRINT_PANEL (object);

  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
  if (self->desk != NULL)
    {
      g_signal_handlers_disconnect_by_data (yc_desk_get_print_runs (self->desk), self);
      g_signal_handlers_disconnect_by_data (self->setup, self);
    }
  g_clear_object (&self->setup);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_print_panel_parent_class)->dispose (object);
}

static void
yc_print_panel_finalize (GObject *object)
{
  YcPrintPanel *self = YC_PRINT_PANEL (object);

  g_free (self->case_id);
  g_free (self->serial);
  g_free (self->title);
  g_clear_pointer (&self->pdf, g_bytes_unref);

  G_OBJECT_CLASS (yc_print_panel_parent_class)->finalize (object);
}

static void
yc_print_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((YcPrintPanelProperty) id)
    {
    case PROP_DUE:
      g_value_set_boolean (value, YC_PRINT_PANEL (object)->due);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yc_print_panel_class_init (YcPrintPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yc_print_panel_dispose;
  object_class->finalize = yc_print_panel_finalize;
  object_class->get_property = yc_print_panel_get_property;
  widget_class->grab_focus = yc_print_panel_grab_focus;

  properties[PROP_DUE] = g_param_spec_boolean (
      "due", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YC_TYPE_PRINT_SUMMARY);
  g_type_ensure (YC_TYPE_PRINT_STATE_LINE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/print/yc-print-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YcPrintPanel, content);
  gtk_widget_class_bind_template_child (widget_class, YcPrintPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, YcPrintPanel, print);
  gtk_widget_class_bind_template_child (widget_class, YcPrintPanel, print_words);
  gtk_widget_class_bind_template_child (widget_class, YcPrintPanel, sample);
  gtk_widget_class_bind_template_child (widget_class, YcPrintPanel, state_line);
  gtk_widget_class_bind_template_callback (widget_class, yc_print_panel_print);
  gtk_widget_class_bind_template_callback (widget_class, present_dialog);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, resolve_cb);
  gtk_widget_class_set_css_name (widget_class, "printpanel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_print_panel_init (YcPrintPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_button (self);
}

GtkWidget *
yc_print_panel_new (void)
{
  return g_object_new (YC_TYPE_PRINT_PANEL, NULL);
}

void
yc_print_panel_set_desk (YcPrintPanel *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_PRINT_PANEL (self));
  g_return_if_fail (YC_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->setup = yc_print_setup_new (yc_desk_get_printers (desk), yc_desk_get_print_presets (desk));
  yc_print_setup_set_kind (self->setup, YC_PRINT_KIND_CERTIFICATE);
  yc_print_summary_set_setup (self->summary, self->setup);
  g_signal_connect_swapped (self->setup, "changed", G_CALLBACK (update_button), self);
  /* The same certificate may be printed from another page. */
  g_signal_connect_swapped (yc_desk_get_print_runs (desk), "items-changed", G_CALLBACK (find_run),
                            self);
}

void
yc_print_panel_set_certificate (YcPrintPanel *self,
                                const char   *case_id,
                                const char   *serial,
                                const char   *title)
{
  g_return_if_fail (YC_IS_PRINT_PANEL (self));
  g_return_if_fail (self->desk != NULL);
  g_return_if_fail ((case_id == NULL) == (serial == NULL));

  if (g_strcmp0 (self->serial, serial) == 0)
    return;
  g_free (self->case_id);
  g_free (self->serial);
  g_free (self->title);
  self->case_id = g_strdup (case_id);
  self->serial = g_strdup (serial);
  self->title = g_strdup (title);
  self->n_prints = 0;
  gtk_widget_set_visible (self->sample, serial != NULL && yc_desk_get_demo (self->desk));
  yc_print_setup_set_kind (self->setup, YC_PRINT_KIND_CERTIFICATE);
  set_run (self, serial != NULL ? yc_desk_find_print_run (self->desk, serial) : NULL);
}

void
yc_print_panel_set_n_prints (YcPrintPanel *self, guint n_prints)
{
  g_return_if_fail (YC_IS_PRINT_PANEL (self));

  if (self->n_prints == n_prints)
    return;
  self->n_prints = n_prints;
  update_button (self);
}

void
yc_print_panel_set_document (YcPrintPanel *self, YcPrintKind kind, const char *title, GBytes *pdf)
{
  g_return_if_fail (YC_IS_PRINT_PANEL (self));
  g_return_if_fail (self->desk != NULL && self->serial == NULL);
  g_return_if_fail (pdf == NULL || title != NULL);

  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->pdf = pdf != NULL ? g_bytes_ref (pdf) : NULL;
  g_free (self->title);
  self->title = g_strdup (title);
  yc_print_setup_set_kind (self->setup, kind);
  set_run (self, NULL);
}

void
yc_print_panel_print (YcPrintPanel *self)
{
  g_return_if_fail (YC_IS_PRINT_PANEL (self));

  if (!gtk_widget_get_sensitive (self->print))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (is_further (self))
    present_dialog (self);
  else
    start_printing (self, 0, NULL);
}

YcPrintSetup *
yc_print_panel_get_setup (YcPrintPanel *self)
{
  g_return_val_if_fail (YC_IS_PRINT_PANEL (self), NULL);

  return self->setup;
}

gboolean
yc_print_panel_get_due (YcPrintPanel *self)
{
  g_return_val_if_fail (YC_IS_PRINT_PANEL (self), FALSE);

  return self->due;
}
