/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses a printer, and paper, tray, sides, size, colour, pages and copies within what that printer
 * has. */
#include "yc-printer-chooser.h"

#include "yc-printers-gate.h"

#include <glib/gi18n-lib.h>

struct _YcPrinterChooser
{
  GtkWidget parent_instance;

  YcPrintersGate *gate;
  GtkDropDown    *printer;
  GtkLabel       *printer_trouble;
  GtkWidget      *colourless;
  GtkWidget      *abilities;
  GtkDropDown    *paper;
  GtkSpinButton  *copies;
  GtkWidget      *sides_title;
  GtkDropDown    *sides;
  GtkWidget      *source_title;
  GtkDropDown    *source;
  GtkDropDown    *scale;
  GtkWidget      *colour_title;
  GtkDropDown    *colour;
  GtkWidget      *pages_title;
  GtkEditable    *pages;
  GtkLabel       *pages_trouble;

  YcPrintSetup          *setup;
  GListStore            *listed; /* the printers; the list selects by itself when they change */
  YcPrinterCapabilities *shown; /* whose lists stand there */
  GArray                *sides_values; /* of YcPrintSides, as in the list */
  gboolean               filling; /* the lists change by our doing, not the clerk's */
};

/* As in their lists */
enum
{
  SCALE_TRUE,
  SCALE_FIT,
};

enum
{
  COLOUR_FULL,
  COLOUR_BLACK,
};

G_DEFINE_FINAL_TYPE (YcPrinterChooser, yc_printer_chooser, GTK_TYPE_WIDGET)

static void
set_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

/* What the printer has: the lists */

static void
fill_sides (YcPrinterChooser *self)
{
  YcPrintSides able = yc_printer_capabilities_get_sides (self->shown);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_array_set_size (self->sides_values, 0);
  for (YcPrintSides sides = YC_PRINT_SIDES_ONE; sides <= YC_PRINT_SIDES_SHORT_EDGE; sides <<= 1)
    {
      if ((able & sides) == 0)
        continue;
      g_array_append_val (self->sides_values, sides);
      gtk_string_list_append (titles, yc_print_sides_get_title (sides));
    }
  gtk_drop_down_set_model (self->sides, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->sides), self->sides_values->len > 1);
  gtk_widget_set_visible (self->sides_title, self->sides_values->len > 1);
}

static void
fill_lists (YcPrinterChooser *self)
{
  GListModel *papers = yc_printer_capabilities_get_papers (self->shown);
  GListModel *sources = yc_printer_capabilities_get_sources (self->shown);
  gboolean several = g_list_model_get_n_items (sources) > 1;
  gboolean coloured = yc_printer_capabilities_get_colour (self->shown);

  gtk_drop_down_set_model (self->paper, papers);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper), g_list_model_get_n_items (papers) > 1);
  gtk_drop_down_set_model (self->source, sources);
  gtk_widget_set_visible (GTK_WIDGET (self->source), several);
  gtk_widget_set_visible (self->source_title, several);
  fill_sides (self);
  gtk_widget_set_visible (self->colourless, !coloured);
  gtk_widget_set_visible (GTK_WIDGET (self->colour), coloured);
  gtk_widget_set_visible (self->colour_title, coloured);
}

/* What is chosen: the places in the lists */

static void
select_named (GtkDropDown *list, const char *(*get_name) (gpointer item), const char *name)
{
  GListModel *model = gtk_drop_down_get_model (list);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (g_strcmp0 (get_name (item), name) == 0)
        gtk_drop_down_set_selected (list, i);
    }
}

static const char *
get_printer_name (gpointer item)
{
  return yc_printer_get_name (item);
}

static const char *
get_choice_name (gpointer item)
{
  return yc_printer_choice_get_name (item);
}

static void
select_sides (YcPrinterChooser *self)
{
  YcPrintSides chosen = yc_print_setup_get_sides (self->setup);

  for (guint i = 0; i < self->sides_values->len; i++)
    if (g_array_index (self->sides_values, YcPrintSides, i) == chosen)
      gtk_drop_down_set_selected (self->sides, i);
}

static void
show_choices (YcPrinterChooser *self)
{
  guint most = yc_print_setup_get_most_copies (self->setup);

  select_named (self->paper, get_choice_name, yc_print_setup_get_paper (self->setup));
  select_named (self->source, get_choice_name, yc_print_setup_get_source (self->setup));
  select_sides (self);
  gtk_drop_down_set_selected (self->scale,
                              yc_print_setup_get_fit (self->setup) ? SCALE_FIT : SCALE_TRUE);
  gtk_drop_down_set_selected (self->colour,
                              yc_print_setup_get_grey (self->setup) ? COLOUR_BLACK : COLOUR_FULL);
  gtk_spin_button_set_range (self->copies, 1, most);
  gtk_spin_button_set_value (self->copies, yc_print_setup_get_copies (self->setup));
  gtk_widget_set_sensitive (GTK_WIDGET (self->copies), most > 1);
}

static gboolean
is_listed (YcPrinterChooser *self, GListModel *printers)
{
  guint n = g_list_model_get_n_items (printers);

  if (n != g_list_model_get_n_items (G_LIST_MODEL (self->listed)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcPrinter) is = g_list_model_get_item (printers, i);
      g_autoptr (YcPrinter) was = g_list_model_get_item (G_LIST_MODEL (self->listed), i);

      if (is != was)
        return FALSE;
    }
  return TRUE;
}

static void
list_printers (YcPrinterChooser *self)
{
  GListModel *printers = G_LIST_MODEL (yc_print_setup_get_printers (self->setup));
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  if (is_listed (self, printers))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (printers); i++)
    g_ptr_array_add (all, g_list_model_get_item (printers, i));
  g_list_store_splice (self->listed, 0, g_list_model_get_n_items (G_LIST_MODEL (self->listed)),
                       all->pdata, all->len);
}

static void
show_printer (YcPrinterChooser *self)
{
  YcPrinter *printer = yc_print_setup_get_printer (self->setup);
  g_autofree char *trouble = yc_print_setup_dup_trouble (self->setup);

  list_printers (self);
  if (printer != NULL)
    select_named (self->printer, get_printer_name, yc_printer_get_name (printer));
  set_words (self->printer_trouble, trouble);
}

static void
show (YcPrinterChooser *self)
{
  YcPrinterCapabilities *has = yc_print_setup_get_capabilities (self->setup);

  if (self->filling)
    return;
  self->filling = TRUE;
  show_printer (self);
  gtk_widget_set_sensitive (self->abilities, has != NULL);
  if (g_set_object (&self->shown, has) && has != NULL)
    fill_lists (self);
  if (has != NULL)
    show_choices (self);
  if (g_strcmp0 (gtk_editable_get_text (self->pages), yc_print_setup_get_pages (self->setup)) != 0)
    gtk_editable_set_text (self->pages, yc_print_setup_get_pages (self->setup));
  set_words (self->pages_trouble, yc_print_setup_get_pages_trouble (self->setup));
  self->filling = FALSE;
}

/* The clerk chooses */

static void
printer_selected_cb (YcPrinterChooser *self)
{
  YcPrinter *printer = gtk_drop_down_get_selected_item (self->printer);

  if (!self->filling && printer != NULL)
    yc_print_setup_set_printer (self->setup, printer);
}

static void
paper_selected_cb (YcPrinterChooser *self)
{
  YcPrinterChoice *paper = gtk_drop_down_get_selected_item (self->paper);

  if (!self->filling && paper != NULL)
    yc_print_setup_set_paper (self->setup, yc_printer_choice_get_name (paper));
}

static void
source_selected_cb (YcPrinterChooser *self)
{
  YcPrinterChoice *source = gtk_drop_down_get_selected_item (self->source);

  if (!self->filling && source != NULL)
    yc_print_setup_set_source (self->setup, yc_printer_choice_get_name (source));
}

static void
sides_selected_cb (YcPrinterChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->sides);

  if (!self->filling && selected < self->sides_values->len)
    yc_print_setup_set_sides (self->setup,
                              g_array_index (self->sides_values, YcPrintSides, selected));
}

static void
scale_selected_cb (YcPrinterChooser *self)
{
  if (!self->filling)
    yc_print_setup_set_fit (self->setup, gtk_drop_down_get_selected (self->scale) == SCALE_FIT);
}

static void
colour_selected_cb (YcPrinterChooser *self)
{
  if (!self->filling)
    yc_print_setup_set_grey (self->setup,
                             gtk_drop_down_get_selected (self->colour) == COLOUR_BLACK);
}

static void
copies_changed_cb (YcPrinterChooser *self)
{
  if (!self->filling)
    yc_print_setup_set_copies (self->setup,
                               (guint) gtk_spin_button_get_value_as_int (self->copies));
}

static void
pages_changed_cb (YcPrinterChooser *self)
{
  if (!self->filling)
    yc_print_setup_set_pages (self->setup, gtk_editable_get_text (self->pages));
}

static void
yc_printer_chooser_dispose (GObject *object)
{
  YcPrinterChooser *self = YC_PRINTER_CHOOSER (object);

  self->filling = TRUE;
  g_clear_object (&self->shown);
  g_clear_object (&self->listed);
  if (self->setup != NULL)
    g_signal_handlers_disconnect_by_data (self->setup, self);
  g_clear_object (&self->setup);
  g_clear_pointer ((GtkWidget **) &self->gate, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_printer_chooser_parent_class)->dispose (object);
}

static void
yc_printer_chooser_finalize (GObject *object)
{
  g_array_unref (YC_PRINTER_CHOOSER (object)->sides_values);

  G_OBJECT_CLASS (yc_printer_chooser_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, gate);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, printer);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, printer_trouble);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, colourless);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, abilities);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, paper);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, copies);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, sides_title);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, sides);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, source_title);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, source);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, scale);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, colour_title);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, colour);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, pages_title);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, pages);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, pages_trouble);
}

static void
yc_printer_chooser_class_init (YcPrinterChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yc_printer_chooser_dispose;
  object_class->finalize = yc_printer_chooser_finalize;

  g_type_ensure (YC_TYPE_PRINTER);
  g_type_ensure (YC_TYPE_PRINTER_CHOICE);
  g_type_ensure (YC_TYPE_PRINTERS_GATE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/print/yc-printer-chooser.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, printer_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, sides_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, colour_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, copies_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_changed_cb);
  gtk_widget_class_set_css_name (widget_class, "printerchooser");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
set_titles (GtkDropDown *list, const char *first, const char *second)
{
  const char *const titles[] = { first, second, NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (titles);

  gtk_drop_down_set_model (list, G_LIST_MODEL (model));
}

static void
yc_printer_chooser_init (YcPrinterChooser *self)
{
  self->filling = TRUE;
  self->sides_values = g_array_new (FALSE, FALSE, sizeof (YcPrintSides));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->listed = g_list_store_new (YC_TYPE_PRINTER);
  gtk_drop_down_set_model (self->printer, G_LIST_MODEL (self->listed));
  set_titles (self->scale, _ ("True to the millimetre"), _ ("Made to fill the paper"));
  set_titles (self->colour, _ ("In colour"), _ ("Black only"));
}

GtkWidget *
yc_printer_chooser_new (void)
{
  return g_object_new (YC_TYPE_PRINTER_CHOOSER, NULL);
}

void
yc_printer_chooser_set_setup (YcPrinterChooser *self, YcPrintSetup *setup)
{
  g_return_if_fail (YC_IS_PRINTER_CHOOSER (self));
  g_return_if_fail (YC_IS_PRINT_SETUP (setup));
  g_return_if_fail (self->setup == NULL);

  self->setup = g_object_ref (setup);
  yc_printers_gate_set_printers (self->gate, yc_print_setup_get_printers (setup));
  g_signal_connect_swapped (setup, "changed", G_CALLBACK (show), self);
  self->filling = FALSE;
  show (self);
}

void
yc_printer_chooser_set_with_pages (YcPrinterChooser *self, gboolean with_pages)
{
  g_return_if_fail (YC_IS_PRINTER_CHOOSER (self));
  g_return_if_fail (self->setup != NULL);

  gtk_widget_set_visible (self->pages_title, with_pages);
  gtk_widget_set_visible (GTK_WIDGET (self->pages), with_pages);
  if (!with_pages)
    yc_print_setup_set_pages (self->setup, "");
}

void
yc_printer_chooser_commit (YcPrinterChooser *self)
{
  g_return_if_fail (YC_IS_PRINTER_CHOOSER (self));

  gtk_spin_button_update (self->copies);
}
