/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses a printer, and paper, tray, pages, sides and copies within what that printer has. */
#include "yc-printer-chooser.h"

#include "yc-page-ranges.h"
#include "yc-printer-watch.h"

#include <glib/gi18n-lib.h>

/* Certificates are A4; a printer's own default often is not. */
#define FAVOURITE_PAPER "iso_a4_210x297mm"
#define MOST_COPIES 99
#define SECONDS_BETWEEN_LOOKS 3

struct _YcPrinterChooser
{
  GtkWidget parent_instance;

  GtkStack      *stack;
  GtkLabel      *trouble;
  GtkDropDown   *printer;
  GtkLabel      *printer_trouble;
  GtkWidget     *colourless;
  GtkWidget     *abilities;
  GtkDropDown   *paper;
  GtkSpinButton *copies;
  GtkWidget     *sides_title;
  GtkDropDown   *sides;
  GtkWidget     *source_title;
  GtkDropDown   *source;
  GtkWidget     *pages_title;
  GtkEditable   *pages;
  GtkLabel      *pages_trouble;

  YcPrinters            *printers;
  YcPrinterWatch        *watch; /* while the chooser is seen */
  YcPrinter             *chosen;
  YcPrinterCapabilities *capabilities;
  GCancellable          *cancellable;
  char                  *wanted_paper;
  char                  *wanted_source;
  GArray                *sides_values; /* of YcPrintSides, as in the list */
  gboolean               filling; /* the lists change by our doing, not the clerk's */
  gboolean               ready;
};

typedef enum
{
  PROP_READY = 1,
  N_PROPS
} YcPrinterChooserProperty;

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YcPrinterChooser, yc_printer_chooser, GTK_TYPE_WIDGET)

static gboolean
are_pages_good (YcPrinterChooser *self)
{
  return !gtk_widget_get_visible (GTK_WIDGET (self->pages_trouble));
}

static void
update_ready (YcPrinterChooser *self)
{
  gboolean ready = self->chosen != NULL && self->capabilities != NULL &&
                   yc_printer_get_accepting (self->chosen) && are_pages_good (self);

  if (self->ready == ready)
    return;
  self->ready = ready;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

/* The printer's own words say more than ours when it is stopped. */
static char *
describe_trouble (YcPrinter *printer)
{
  if (!yc_printer_get_accepting (printer))
    return g_strdup (_ ("This printer takes no jobs at present. Choose another one or call the "
                        "administrator."));
  if (yc_printer_get_state (printer) != YC_PRINTER_STOPPED)
    return NULL;
  if (*yc_printer_get_message (printer) == '\0')
    return g_strdup (_ ("This printer is stopped: what is printed waits until it is resumed."));
  /* Translators: %s is what the printer says itself */
  return g_strdup_printf (
      _ ("This printer is stopped (%s): what is printed waits until it is resumed."),
      yc_printer_get_message (printer));
}

static void
show_printer_state (YcPrinterChooser *self)
{
  /* While a printing is under way its own state says it already. */
  gboolean choosing = self->chosen != NULL && gtk_widget_get_sensitive (GTK_WIDGET (self));
  g_autofree char *trouble = choosing ? describe_trouble (self->chosen) : NULL;

  gtk_label_set_text (self->printer_trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->printer_trouble), trouble != NULL);
  update_ready (self);
}

static void
show_papers (YcPrinterChooser *self)
{
  GListModel *papers = yc_printer_capabilities_get_papers (self->capabilities);
  const char *wanted = self->wanted_paper != NULL ? self->wanted_paper : FAVOURITE_PAPER;

  self->filling = TRUE;
  gtk_drop_down_set_model (self->paper, papers);
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (YcPaper) paper = g_list_model_get_item (papers, i);

      if (g_str_equal (yc_paper_get_name (paper), wanted))
        gtk_drop_down_set_selected (self->paper, i);
    }
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper), g_list_model_get_n_items (papers) > 1);
}

static void
show_sources (YcPrinterChooser *self)
{
  GListModel *sources = yc_printer_capabilities_get_sources (self->capabilities);
  gboolean several = g_list_model_get_n_items (sources) > 1;

  self->filling = TRUE;
  gtk_drop_down_set_model (self->source, sources);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (YcPaperSource) source = g_list_model_get_item (sources, i);

      if (g_strcmp0 (yc_paper_source_get_name (source), self->wanted_source) == 0)
        gtk_drop_down_set_selected (self->source, i);
    }
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->source), several);
  gtk_widget_set_visible (self->source_title, several);
}

static YcPrintSides
get_sides (YcPrinterChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->sides);

  return selected < self->sides_values->len
             ? g_array_index (self->sides_values, YcPrintSides, selected)
             : YC_PRINT_SIDES_ONE;
}

static void
show_sides (YcPrinterChooser *self)
{
  YcPrintSides able = yc_printer_capabilities_get_sides (self->capabilities);
  YcPrintSides chosen = get_sides (self);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->sides_values, 0);
  for (YcPrintSides sides = YC_PRINT_SIDES_ONE; sides <= YC_PRINT_SIDES_SHORT_EDGE; sides <<= 1)
    {
      if ((able & sides) == 0)
        continue;
      if (sides == chosen)
        selected = self->sides_values->len;
      g_array_append_val (self->sides_values, sides);
      gtk_string_list_append (titles, yc_print_sides_get_title (sides));
    }
  gtk_drop_down_set_model (self->sides, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->sides, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->sides), self->sides_values->len > 1);
  gtk_widget_set_visible (self->sides_title, self->sides_values->len > 1);
}

static void
show_capabilities (YcPrinterChooser *self)
{
  guint most = MIN (yc_printer_capabilities_get_max_copies (self->capabilities), MOST_COPIES);

  show_papers (self);
  show_sources (self);
  show_sides (self);
  gtk_widget_set_visible (self->colourless,
                          !yc_printer_capabilities_get_colour (self->capabilities));
  gtk_spin_button_set_range (self->copies, 1, most);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copies), most > 1);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPrinterChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrinterCapabilities) capabilities =
      yc_printer_load_capabilities_finish (YC_PRINTER (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_set_object (&self->capabilities, capabilities);
  gtk_widget_set_sensitive (self->abilities, capabilities != NULL);
  if (capabilities != NULL)
    show_capabilities (self);
  else
    {
      gtk_label_set_text (self->printer_trouble, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->printer_trouble), TRUE);
    }
  update_ready (self);
}

static void
load_capabilities (YcPrinterChooser *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->capabilities);
  gtk_widget_set_sensitive (self->abilities, FALSE);
  if (self->chosen == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  yc_printer_load_capabilities_async (self->chosen, self->cancellable, loaded_cb,
                                      g_object_ref (self));
}

static void
set_chosen (YcPrinterChooser *self, YcPrinter *printer)
{
  YcPrinter *last = self->chosen;

  if (last == printer)
    return;
  if (last != NULL)
    g_signal_handlers_disconnect_by_func (last, show_printer_state, self);
  g_set_object (&self->chosen, printer);
  if (printer != NULL)
    g_signal_connect_swapped (printer, "notify", G_CALLBACK (show_printer_state), self);
  load_capabilities (self);
  show_printer_state (self);
}

static void
printer_selected_cb (YcPrinterChooser *self)
{
  set_chosen (self, gtk_drop_down_get_selected_item (self->printer));
}

static void
paper_selected_cb (YcPrinterChooser *self)
{
  YcPaper *paper = gtk_drop_down_get_selected_item (self->paper);

  if (paper == NULL || self->filling)
    return;
  g_free (self->wanted_paper);
  self->wanted_paper = g_strdup (yc_paper_get_name (paper));
}

static void
source_selected_cb (YcPrinterChooser *self)
{
  YcPaperSource *source = gtk_drop_down_get_selected_item (self->source);

  if (source == NULL || self->filling)
    return;
  g_free (self->wanted_source);
  self->wanted_source = g_strdup (yc_paper_source_get_name (source));
}

static void
pages_changed_cb (YcPrinterChooser *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ranges = yc_page_ranges_parse (gtk_editable_get_text (self->pages), &error);

  gtk_label_set_text (self->pages_trouble, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->pages_trouble), ranges == NULL);
  update_ready (self);
}

static void
show_state (YcPrinterChooser *self)
{
  YcPrintersState state = yc_printers_get_state (self->printers);
  const char *text = yc_printers_get_error_text (self->printers);

  gtk_label_set_text (self->trouble, text != NULL ? text : "");
  gtk_stack_set_visible_child_name (self->stack, state == YC_PRINTERS_READY     ? "choose"
                                                 : state == YC_PRINTERS_LOADING ? "loading"
                                                                                : "trouble");
}

static void
refresh_cb (YcPrinterChooser *self)
{
  if (self->printers != NULL)
    yc_printers_refresh_async (self->printers, NULL, NULL, NULL);
}

/* While somebody chooses, what the print server says is kept true. */
static void
watch (YcPrinterChooser *self)
{
  g_clear_pointer (&self->watch, yc_printer_watch_stop);
  if (self->printers != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->watch = yc_printer_watch_start (self->printers, SECONDS_BETWEEN_LOOKS);
}

static void
yc_printer_chooser_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_printer_chooser_parent_class)->map (widget);
  watch (YC_PRINTER_CHOOSER (widget));
}

static void
yc_printer_chooser_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_printer_chooser_parent_class)->unmap (widget);
  watch (YC_PRINTER_CHOOSER (widget));
}

static void
yc_printer_chooser_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YcPrinterChooser *self = YC_PRINTER_CHOOSER (object);

  switch ((YcPrinterChooserProperty) prop_id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_printer_chooser_dispose (GObject *object)
{
  YcPrinterChooser *self = YC_PRINTER_CHOOSER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->chosen != NULL)
    g_signal_handlers_disconnect_by_data (self->chosen, self);
  g_clear_object (&self->chosen);
  g_clear_object (&self->capabilities);
  if (self->printers != NULL)
    g_signal_handlers_disconnect_by_data (self->printers, self);
  g_clear_object (&self->printers);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_printer_chooser_parent_class)->dispose (object);
}

static void
yc_printer_chooser_finalize (GObject *object)
{
  YcPrinterChooser *self = YC_PRINTER_CHOOSER (object);

  g_free (self->wanted_paper);
  g_free (self->wanted_source);
  g_array_unref (self->sides_values);

  G_OBJECT_CLASS (yc_printer_chooser_parent_class)->finalize (object);
}

static void
yc_printer_chooser_class_init (YcPrinterChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yc_printer_chooser_dispose;
  object_class->finalize = yc_printer_chooser_finalize;
  object_class->get_property = yc_printer_chooser_get_property;
  widget_class->map = yc_printer_chooser_map;
  widget_class->unmap = yc_printer_chooser_unmap;
  properties[PROP_READY] =
      g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (YC_TYPE_PRINTER);
  g_type_ensure (YC_TYPE_PAPER);
  g_type_ensure (YC_TYPE_PAPER_SOURCE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/print/yc-printer-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, trouble);
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
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, pages_title);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, pages);
  gtk_widget_class_bind_template_child (widget_class, YcPrinterChooser, pages_trouble);
  gtk_widget_class_bind_template_callback (widget_class, source_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, printer_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
  gtk_widget_class_set_css_name (widget_class, "printerchooser");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_printer_chooser_init (YcPrinterChooser *self)
{
  self->sides_values = g_array_new (FALSE, FALSE, sizeof (YcPrintSides));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::sensitive", G_CALLBACK (show_printer_state), NULL);
}

GtkWidget *
yc_printer_chooser_new (void)
{
  return g_object_new (YC_TYPE_PRINTER_CHOOSER, NULL);
}

/**
 * yc_printer_chooser_set_printers:
 * @self: the chooser
 * @printers: the printers of the desk; they are looked at anew for as long as the chooser is seen
 */
void
yc_printer_chooser_set_printers (YcPrinterChooser *self, YcPrinters *printers)
{
  g_return_if_fail (YC_IS_PRINTER_CHOOSER (self));
  g_return_if_fail (YC_IS_PRINTERS (printers));
  g_return_if_fail (self->printers == NULL);

  self->printers = g_object_ref (printers);
  g_signal_connect_swapped (printers, "notify", G_CALLBACK (show_state), self);
  gtk_drop_down_set_model (self->printer, G_LIST_MODEL (printers));
  show_state (self);
  watch (self);
}

gboolean
yc_printer_chooser_get_ready (YcPrinterChooser *self)
{
  g_return_val_if_fail (YC_IS_PRINTER_CHOOSER (self), FALSE);

  return self->ready;
}

YcPrinter *
yc_printer_chooser_get_printer (YcPrinterChooser *self)
{
  g_return_val_if_fail (YC_IS_PRINTER_CHOOSER (self), NULL);

  return self->chosen;
}

void
yc_printer_chooser_set_with_pages (YcPrinterChooser *self, gboolean with_pages)
{
  g_return_if_fail (YC_IS_PRINTER_CHOOSER (self));

  gtk_widget_set_visible (self->pages_title, with_pages);
  gtk_widget_set_visible (GTK_WIDGET (self->pages), with_pages);
  if (!with_pages)
    gtk_editable_set_text (self->pages, "");
}

static char *
dup_source (YcPrinterChooser *self)
{
  YcPaperSource *source = gtk_drop_down_get_selected_item (self->source);
  const char *name = source != NULL ? yc_paper_source_get_name (source) : YC_PAPER_SOURCE_AUTO;

  return g_str_equal (name, YC_PAPER_SOURCE_AUTO) ? NULL : g_strdup (name);
}

static char *
dup_pages (YcPrinterChooser *self)
{
  const char *pages = gtk_editable_get_text (self->pages);

  return *pages != '\0' ? g_strdup (pages) : NULL;
}

YcPrintOptions *
yc_printer_chooser_create_options (YcPrinterChooser *self, const char *print_id)
{
  YcPrintOptions *options;
  YcPaper *paper;

  g_return_val_if_fail (YC_IS_PRINTER_CHOOSER (self), NULL);

  options = yc_print_options_new (print_id);
  paper = gtk_drop_down_get_selected_item (self->paper);
  if (paper != NULL)
    options->paper = g_strdup (yc_paper_get_name (paper));
  /* Our sheets are set for one paper; on another they would be cut off. */
  options->fit = paper != NULL && !g_str_equal (yc_paper_get_name (paper), FAVOURITE_PAPER);
  options->source = dup_source (self);
  options->pages = dup_pages (self);
  options->sides = get_sides (self);
  gtk_spin_button_update (self->copies);
  options->copies = (guint) gtk_spin_button_get_value_as_int (self->copies);
  return options;
}

void
yc_printer_chooser_reset (YcPrinterChooser *self)
{
  g_return_if_fail (YC_IS_PRINTER_CHOOSER (self));

  gtk_spin_button_set_value (self->copies, 1);
  gtk_editable_set_text (self->pages, "");
}
