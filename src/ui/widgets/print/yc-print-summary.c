/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which printer will print and how, in two lines, with what is the matter with it. */
#include "yc-print-summary.h"

#include "yc-printers-gate.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcPrintSummary
{
  GtkWidget parent_instance;

  YcPrintersGate *gate;
  GtkLabel       *printer;
  GtkLabel       *how;
  GtkLabel       *trouble;

  YcPrintSetup *setup;
};

enum
{
  SETTINGS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPrintSummary, yc_print_summary, GTK_TYPE_WIDGET)

static char *
describe_copies (YcPrintSetup *setup)
{
  guint copies = yc_print_setup_get_copies (setup);

  return copies > 1 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u copy", "%u copies", copies),
                                       copies)
                    : NULL;
}

static char *
describe_paper (YcPrintSetup *setup)
{
  const char *name = yc_print_setup_get_paper (setup);
  g_autoptr (YcPaper) paper = name != NULL ? yc_paper_new_for_pwg (name) : NULL;

  return paper != NULL ? g_strdup (yc_printer_choice_get_title (YC_PRINTER_CHOICE (paper))) : NULL;
}

static char *
describe_source (YcPrintSetup *setup)
{
  const char *name = yc_print_setup_get_source (setup);
  g_autoptr (YcPrinterChoice) source = NULL;

  if (g_str_equal (name, YC_PAPER_SOURCE_AUTO))
    return NULL;
  source = yc_paper_source_new (name);
  return g_strdup (yc_printer_choice_get_title (source));
}

/* Only what is not as usual, after the paper. */
static char *
describe (YcPrintSetup *setup)
{
  g_autofree char *paper = describe_paper (setup);
  g_autofree char *source = describe_source (setup);
  g_autofree char *copies = describe_copies (setup);
  YcPrintSides sides = yc_print_setup_get_sides (setup);
  const char *parts[7] = { NULL };
  guint n = 0;

  if (paper != NULL)
    parts[n++] = paper;
  if (source != NULL)
    parts[n++] = source;
  if (sides != YC_PRINT_SIDES_ONE)
    parts[n++] = yc_print_sides_get_title (sides);
  if (yc_print_setup_get_grey (setup))
    parts[n++] = _ ("Black only");
  if (*yc_print_setup_get_pages (setup) != '\0')
    parts[n++] = yc_print_setup_get_pages (setup);
  if (copies != NULL)
    parts[n++] = copies;
  return g_strjoinv (" · ", (char **) parts);
}

static void
show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
}

static void
show (YcPrintSummary *self)
{
  YcPrinter *printer = yc_print_setup_get_printer (self->setup);
  g_autofree char *who = NULL;
  g_autofree char *how = describe (self->setup);
  g_autofree char *trouble = yc_print_setup_dup_trouble (self->setup);

  if (printer != NULL)
    who = yc_words_join (yc_printer_get_info (printer), yc_printer_get_state_title (printer), NULL);
  show_words (self->printer, who);
  show_words (self->how, how);
  show_words (self->trouble, trouble);
}

static void
settings_cb (YcPrintSummary *self)
{
  g_signal_emit (self, signals[SETTINGS], 0);
}

static void
yc_print_summary_dispose (GObject *object)
{
  YcPrintSummary *self = YC_PRINT_SUMMARY (object);

  if (self->setup != NULL)
    g_signal_handlers_disconnect_by_data (self->setup, self);
  g_clear_object (&self->setup);
  g_clear_pointer ((GtkWidget **) &self->gate, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_print_summary_parent_class)->dispose (object);
}

static void
yc_print_summary_class_init (YcPrintSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_print_summary_dispose;
  signals[SETTINGS] = g_signal_new ("settings", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "printsummary");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_visible (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
yc_print_summary_init (YcPrintSummary *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *settings = gtk_button_new_with_mnemonic (_ ("Print _settings…"));

  self->printer = append_label (box, NULL);
  self->how = append_label (box, "dim-label");
  self->trouble = append_label (box, "warning");
  gtk_widget_set_halign (settings, GTK_ALIGN_START);
  g_signal_connect_swapped (settings, "clicked", G_CALLBACK (settings_cb), self);
  gtk_box_append (GTK_BOX (box), settings);
  self->gate = YC_PRINTERS_GATE (yc_printers_gate_new ());
  yc_printers_gate_set_child (self->gate, box);
  gtk_widget_set_parent (GTK_WIDGET (self->gate), GTK_WIDGET (self));
}

GtkWidget *
yc_print_summary_new (void)
{
  return g_object_new (YC_TYPE_PRINT_SUMMARY, NULL);
}

void
yc_print_summary_set_setup (YcPrintSummary *self, YcPrintSetup *setup)
{
  g_return_if_fail (YC_IS_PRINT_SUMMARY (self));
  g_return_if_fail (YC_IS_PRINT_SETUP (setup));
  g_return_if_fail (self->setup == NULL);

  self->setup = g_object_ref (setup);
  yc_printers_gate_set_printers (self->gate, yc_print_setup_get_printers (setup));
  g_signal_connect_swapped (setup, "changed", G_CALLBACK (show), self);
  show (self);
}

char *
yc_print_summary_describe (YcPrintSetup *setup)
{
  YcPrinter *printer;
  g_autofree char *how = NULL;

  g_return_val_if_fail (YC_IS_PRINT_SETUP (setup), NULL);

  printer = yc_print_setup_get_printer (setup);
  how = describe (setup);
  if (printer == NULL)
    return g_strdup ("");
  return *how != '\0' ? yc_words_join (yc_printer_get_info (printer), how, NULL)
                      : g_strdup (yc_printer_get_info (printer));
}
